import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Problem } from '../../components/notices.tsx';
import { Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';

/** In the drawer: where the register expects the action to stand and why, and how often its end date has moved. */
export function ExpectedState({ row, planKey }: { row: ActionRow; planKey: readonly KeyEntry[] }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.checks.action.queryOptions({ actionId: row.id }));
  const { refetch } = query;
  const seen = useRef(row);
  // A cell typed in the grid changes the row here at once; what is expected of it is asked again.
  useEffect(() => {
    if (seen.current === row) return;
    seen.current = row;
    void refetch();
  }, [row, refetch]);
  if (query.isError) {
    return (
      <Problem
        title="What is expected could not be worked out."
        error={query.error}
        onRetry={() => void refetch()}
      />
    );
  }
  const check = query.data;
  if (!check || (check.because === '' && check.slippage === null)) return null;
  return (
    <section>
      {check.because === '' ? null : (
        <>
          <h3>Expected</h3>
          {check.expected ? (
            <p>
              <Status status={check.expected} planKey={planKey} />
            </p>
          ) : null}
          <p className="rd">{check.because}</p>
          {check.mismatch?.accepted ? (
            <p className="rd">
              Accepted {formatDay(check.mismatch.accepted.on)}: {check.mismatch.accepted.reason}
            </p>
          ) : check.mismatch ? (
            <p className="rd">
              <b>To be looked at before you circulate.</b>
            </p>
          ) : null}
        </>
      )}
      {check.slippage ? (
        <>
          <h3>Slippage</h3>
          <p>{check.slippage}</p>
          <ol className="rd">
            {check.moves.map((move) => (
              <li key={`${move.from} ${move.to} ${move.on}`}>
                From {formatDay(move.from)} to {formatDay(move.to)}
                {move.on ? `, on ${formatDay(move.on)}` : ', as its words say'}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}
