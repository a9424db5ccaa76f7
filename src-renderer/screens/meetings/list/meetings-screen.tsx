import '../styles/list.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Meeting } from '#shared/contract/register.ts';
import type { Outputs } from '../../../client/app-router.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { FilterBox } from '../../../components/filter-box.tsx';
import { Group } from '../../../components/group.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { formatDay } from '../../../format/days.ts';
import { count, listWords, matches } from '../../../format/words.ts';
import { useFoot } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { useWish } from '../../../shell/wishes.ts';
import { stateWords, withoutDay } from '../meeting-words.ts';
import { MeetingsNav } from './meetings-nav.tsx';
import { PlanMeeting } from './plan-meeting.tsx';
import { missingOf } from './what-is-missing.ts';

type Row = Outputs['meetings']['list'][number];
const route = getRouteApi('/meetings');

/** How many of a group stand here before one asks for all: ten years of a board are 120 meetings. */
const few = 40;

/** Meetings ahead and meetings held, each leading to its page and saying what it lacks. */
export function MeetingsScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const today = useToday();
  const meetings = useQuery(trpc.meetings.list.queryOptions());
  const [looked, setLooked] = useState('');
  const [planning, setPlanning] = useState(false);
  useWish('plan-meeting', () => setPlanning(true));
  const all = meetings.data ?? [];
  const found = all.filter(
    (row) =>
      (!search.body || row.bodyId === search.body) &&
      (!search.state || row.state === search.state) &&
      matches(
        looked,
        row.title,
        row.body,
        row.minuteRef,
        row.place,
        row.heldOn ? formatDay(row.heldOn) : null,
        stateWords[row.state],
        ...missingOf(row, today),
      ),
  );
  const narrowed = looked !== '' || search.body !== undefined || search.state !== undefined;
  useFoot(meetings.data ? `${count(found.length, 'meeting')}${narrowed ? ` of ${all.length}` : ''}` : null);
  const go = (change: typeof search) => {
    const { body, state } = { ...search, ...change };
    void navigate({ to: '/meetings', search: { ...(body && { body }), ...(state && { state }) } });
  };
  const bodies = new Map(all.flatMap((row) => (row.bodyId && row.body ? [[row.bodyId, row.body]] : [])));
  const isAhead = (row: Row) =>
    (row.state === 'planned' || row.state === 'proposed') && (row.heldOn ?? '9') >= today;
  const byDay = (a: Row, b: Row) => (a.heldOn ?? '').localeCompare(b.heldOn ?? '');
  return (
    <>
      <PageHead
        title="Meetings"
        acts={
          <>
            {all.length > 0 ? (
              <FilterBox label="Filter the meetings" value={looked} onChange={setLooked} />
            ) : null}
            <Button onPress={() => setPlanning(true)}>Plan a meeting</Button>
          </>
        }
      />
      <Body label="Meetings" left={<MeetingsNav />}>
        <QueryState query={meetings} what="The meetings">
          {(list) => {
            if (list.length === 0) {
              return (
                <Empty
                  title="No meeting is in the register."
                  act={
                    <div className="acts">
                      <Button onPress={() => setPlanning(true)}>Plan a meeting</Button>
                      <ButtonLink to="/import">Import minutes</ButtonLink>
                    </div>
                  }
                >
                  Plan one to build its agenda from what is due, or bring minutes in: who was there, each item
                  and what was resolved then stand here.
                </Empty>
              );
            }
            return (
              <>
                <div className="ml-strip">
                  <Select
                    label="Board or group"
                    hideLabel
                    value={search.body ?? 'all'}
                    choices={[
                      { id: 'all', text: 'Every board and group' },
                      ...[...bodies].map(([id, text]) => ({ id, text })),
                    ]}
                    onChange={(id) => go({ body: id === 'all' ? undefined : id })}
                  />
                  <Select
                    label="State"
                    hideLabel
                    value={search.state ?? 'all'}
                    choices={[
                      { id: 'all', text: 'Whatever state' },
                      ...Meeting.shape.state.options.map((id) => ({
                        id: id as string,
                        text: stateWords[id],
                      })),
                    ]}
                    onChange={(id) => go({ state: id === 'all' ? undefined : id })}
                  />
                </div>
                {found.length === 0 ? (
                  <p className="read">
                    {looked === '' ? 'No meeting is in that state.' : `No meeting holds “${looked}”.`}
                  </p>
                ) : null}
                <RowList>
                  <Rows name="Ahead" today={today} rows={found.filter(isAhead).sort(byDay)} />
                  <Rows
                    name="Held"
                    today={today}
                    rows={found
                      .filter((row) => !isAhead(row))
                      .sort(byDay)
                      .reverse()}
                  />
                </RowList>
              </>
            );
          }}
        </QueryState>
      </Body>
      {planning ? (
        <PlanMeeting
          meeting={null}
          bodyId={search.body ?? null}
          onClose={(meetingId) => {
            setPlanning(false);
            if (meetingId) void navigate({ to: '/meetings/$meetingId', params: { meetingId } });
          }}
        />
      ) : null}
    </>
  );
}

function Rows({ name, rows, today }: { name: string; rows: readonly Row[]; today: string }) {
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? rows : rows.slice(0, few);
  return (
    <Group name={name} note={count(rows.length, 'meeting')}>
      <ul className="ml-rows">
        {shown.map((row) => {
          const missing = missingOf(row, today);
          return (
            <li key={row.id}>
              <Link
                to="/meetings/$meetingId"
                params={{ meetingId: row.id }}
                className="ml-row foci"
                data-row=""
              >
                <span className="q2">{row.heldOn ? formatDay(row.heldOn) : withoutDay(row.state)}</span>
                <span>
                  <b>{row.title}</b>
                  {row.minuteRef ? <span className="q"> minute {row.minuteRef}</span> : null}
                  {row.body && row.body !== row.title ? <span className="sm q2">{row.body}</span> : null}
                </span>
                <span className="q2">{factsOf(row)}</span>
                <span className="sm">{missing.join('. ')}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length ? (
        <Button onPress={() => setWhole(true)}>Show all {count(rows.length, 'meeting')}</Button>
      ) : null}
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
