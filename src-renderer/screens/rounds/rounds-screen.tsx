import './rounds.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundSummary } from '#shared/contract/rounds.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body } from '../../components/side-panel.tsx';
import { dayOfInstant, formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useWish } from '../../shell/wishes.ts';
import { OpenRound } from './open-round.tsx';

/** Rounds of collecting updates, the latest first. */
export function RoundsScreen() {
  const trpc = useTRPC();
  const rounds = useQuery(trpc.rounds.list.queryOptions());
  const [opening, setOpening] = useState(false);
  useWish('open-round', () => setOpening(true));
  useFoot(rounds.data ? count(rounds.data.length, 'update round') : null);
  return (
    <>
      <PageHead
        title="Updates"
        facts="One form a lead, sent by e-mail, merged when it comes back."
        acts={
          <Button look="primary" onPress={() => setOpening(true)}>
            Open a round
          </Button>
        }
      />
      <Body label="Update rounds">
        <QueryState query={rounds} what="The update rounds">
          {(list) =>
            list.length === 0 ? (
              <Empty
                title="No round of updates has been opened."
                act={<Button onPress={() => setOpening(true)}>Open a round</Button>}
              >
                A round sends every lead a small workbook with what is theirs and nothing else. What comes
                back is merged field by field, and where you and a lead changed the same thing you are asked.
              </Empty>
            ) : (
              <RoundTable rounds={list} />
            )
          }
        </QueryState>
      </Body>
      {opening ? <OpenRound onClose={() => setOpening(false)} /> : null}
    </>
  );
}

function RoundTable({ rounds }: { rounds: readonly RoundSummary[] }) {
  return (
    <RowList>
      <table className="rd-list stack">
        <thead>
          <tr>
            <th>Round</th>
            <th>Sent</th>
            <th>Due back</th>
            <th className="num">Forms</th>
            <th className="num">Returned</th>
            <th className="num">Merged</th>
            <th>State</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.id}>
              <td>
                <Link
                  to="/updates/$roundId"
                  params={{ roundId: round.id }}
                  className="hit"
                  data-row={round.id}
                >
                  <b>{round.name}</b>
                </Link>
              </td>
              <td className="nw" data-label="Sent">
                {formatDay(dayOfInstant(round.openedAt))}
              </td>
              <td className="nw" data-label="Due back">
                {round.dueOn ? formatDay(round.dueOn) : 'no day set'}
              </td>
              <td className="num" data-label="Forms">
                {round.sent}
              </td>
              <td className="num" data-label="Returned">
                {round.returned}
              </td>
              <td className="num" data-label="Merged">
                {round.merged}
              </td>
              <td data-label="State">{roundState(round)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </RowList>
  );
}

function roundState({ closedAt, toDecide, toConfirm, sent, returned }: RoundSummary): string {
  if (toDecide + toConfirm > 0) return `${count(toDecide + toConfirm, 'form')} to look at`;
  if (closedAt !== null) return `Closed ${formatDay(dayOfInstant(closedAt))}`;
  return sent === returned ? 'All have answered' : `${sent - returned} not returned`;
}
