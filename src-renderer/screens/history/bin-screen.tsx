import './history.css';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { BinEntry } from '#shared/contract/history.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatDay, formatInstant } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { ActLink } from './act-detail.tsx';

const kindNames: Record<BinEntry['kind'], string> = {
  plan: 'Plan',
  section: 'Section',
  action: 'Action',
  kpi: 'KPI',
  meeting: 'Meeting',
};

/** What was deleted in the last year, to be brought back with what went with it. */
export function BinScreen() {
  const trpc = useTRPC();
  const [looked, setLooked] = useState('');
  const text = useDeferredValue(looked.trim());
  const bin = useQuery(trpc.history.bin.queryOptions({ text }, { placeholderData: keepPreviousData }));
  const found = bin.data?.entries.length ?? 0;
  useFoot(bin.data ? `${count(found + bin.data.more, 'deleted thing')}${text ? ', filtered' : ''}` : null);
  return (
    <>
      <PageHead
        title="Bin"
        facts="What was deleted in the last year. Older deletions stand in the history."
        acts={
          <>
            <FilterBox label="Filter the bin" value={looked} onChange={setLooked} />
            <ButtonLink to="/history">Open the history</ButtonLink>
          </>
        }
      />
      <Body label="Deleted">
        <QueryState query={bin} what="The bin">
          {({ entries, more }) =>
            entries.length > 0 ? (
              <>
                <Deleted entries={entries} />
                {more > 0 ? <p className="q2">And {more} more: filter to find them.</p> : null}
              </>
            ) : text ? (
              <p>Nothing in the bin holds “{text}”.</p>
            ) : (
              <Empty title="Nothing was deleted in the last year.">
                Plans, sections, actions, KPIs and meetings that are deleted lie here, and come back with
                their measures, leads and updates.
              </Empty>
            )
          }
        </QueryState>
      </Body>
    </>
  );
}

function Deleted({ entries }: { entries: readonly BinEntry[] }) {
  const trpc = useTRPC();
  const back = useMutation(
    trpc.history.bringBack.mutationOptions({
      onSuccess: ({ label }) => say(`Done: ${label}.`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  return (
    <table className="bin stack">
      <thead>
        <tr>
          <th>What</th>
          <th>Name</th>
          <th>Deleted</th>
          <th>
            <span className="vh">What to do with it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="q2">{kindNames[entry.kind]}</td>
            <td>
              <p>{entry.name}</p>
              <p className="sm q2">
                {[entry.plan, entry.withIt ? `With ${entry.withIt}` : null].filter(Boolean).join('. ')}
              </p>
            </td>
            <td>
              <p>
                {formatInstant(entry.deleted.at)}
                <span className="q2">, here until {formatDay(entry.until)}</span>
              </p>
              <p className="sm q2">
                <ActLink act={entry.deleted} />
              </p>
            </td>
            <td className="do">
              {entry.why ? (
                <p className="sm">{entry.why}</p>
              ) : (
                <Button
                  small
                  aria-label={`Bring back ${kindNames[entry.kind].toLowerCase()} ${entry.name}`}
                  isPending={back.isPending && back.variables.id === entry.id}
                  onPress={() => back.mutate({ id: entry.id })}
                >
                  Bring back
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
