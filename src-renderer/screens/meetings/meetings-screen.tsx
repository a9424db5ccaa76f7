import './meetings.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Outputs } from '../../client/app-router.ts';
import { useTRPC } from '../../client/trpc.ts';
import { FilterBox } from '../../components/filter-box.tsx';
import { Group } from '../../components/group.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { stateWords, withoutDay } from './meeting-words.ts';

type Row = Outputs['meetings']['list'][number];

/** Meetings ahead and meetings held, each leading to its page. */
export function MeetingsScreen() {
  const trpc = useTRPC();
  const today = useToday();
  const meetings = useQuery(trpc.meetings.list.queryOptions());
  const [looked, setLooked] = useState('');
  const all = meetings.data ?? [];
  const found = all.filter((row) =>
    matches(
      looked,
      row.title,
      row.body,
      row.minuteRef,
      row.heldOn ? formatDay(row.heldOn) : null,
      stateWords[row.state],
    ),
  );
  useFoot(meetings.data ? `${count(found.length, 'meeting')}${looked ? ` of ${all.length}` : ''}` : null);
  const isAhead = (row: Row) => (row.heldOn ?? '') >= today && row.state !== 'cancelled';
  const byDay = (a: Row, b: Row) => (a.heldOn ?? '').localeCompare(b.heldOn ?? '');
  return (
    <>
      <PageHead
        title="Meetings"
        facts="Agendas, minutes and resolutions of boards and groups."
        acts={
          all.length > 0 ? (
            <FilterBox label="Filter the meetings" value={looked} onChange={setLooked} />
          ) : null
        }
      />
      <Body label="Meetings">
        <QueryState query={meetings} what="The meetings">
          {(list) => {
            if (list.length === 0) {
              return (
                <Empty title="No meeting is in the register.">
                  Bring minutes in under Import: who was there, each item and what was resolved then stand
                  here and are found by the search.
                </Empty>
              );
            }
            if (found.length === 0) return <p>No meeting holds “{looked}”.</p>;
            return (
              <RowList className="mtgs">
                <Rows name="Ahead" rows={found.filter(isAhead).sort(byDay)} />
                <Rows
                  name="Held"
                  rows={found
                    .filter((row) => !isAhead(row))
                    .sort(byDay)
                    .reverse()}
                />
              </RowList>
            );
          }}
        </QueryState>
      </Body>
    </>
  );
}

function Rows({ name, rows }: { name: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <Group name={name} note={count(rows.length, 'meeting')}>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/meetings/$meetingId" params={{ meetingId: row.id }} className="row" data-row="">
              <span className="q2">{row.heldOn ? formatDay(row.heldOn) : withoutDay(row.state)}</span>
              <span>
                <b>{row.title}</b>
                {row.minuteRef ? <span className="q"> minute {row.minuteRef}</span> : null}
              </span>
              <span className="q2">{row.body === row.title ? '' : row.body}</span>
              <span className="q2">{factsOf(row)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** "Minutes confirmed: 6 items, 3 resolutions" */
function factsOf(row: Row): string {
  const facts = [
    ...(row.items > 0 ? [count(row.items, 'item')] : []),
    ...(row.resolutions > 0 ? [count(row.resolutions, 'resolution')] : []),
  ];
  return facts.length > 0 ? `${stateWords[row.state]}: ${listWords(facts)}` : stateWords[row.state];
}
