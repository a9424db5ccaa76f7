import '../styles/attendance.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTRPC } from '../../../client/trpc.ts';
import { ButtonLink } from '../../../components/button.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { count } from '../../../format/words.ts';
import { Grid } from '../../../grid/grid.tsx';
import { say, useFoot } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { MeetingsNav } from '../list/meetings-nav.tsx';
import { type AttendanceRow, attendanceColumns, attendanceLines, shareWords } from './attendance-columns.tsx';
import { yearsOf } from './years.ts';

const route = getRouteApi('/meetings/attendance');
const noNotes = new Map();

/** Who came to the meetings of a body in a year: members down, meetings across, with the shares that KPIs count. */
export function AttendanceScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const today = useToday();
  const bodies = useQuery(trpc.bodies.list.queryOptions());
  const meetings = useQuery(trpc.meetings.list.queryOptions());
  const settings = useQuery(trpc.settings.get.queryOptions());
  const starts = settings.data?.financialYearStart ?? 4;
  const list = bodies.data ?? [];
  const body = list.find(({ id }) => id === search.body) ?? mostMet(list);
  const years = useMemo(
    () =>
      yearsOf(
        (meetings.data ?? []).flatMap(({ bodyId, heldOn, state }) =>
          bodyId === body?.id && heldOn !== null && heldOn <= today && state !== 'cancelled' ? [heldOn] : [],
        ),
        starts,
      ),
    [meetings.data, body?.id, starts, today],
  );
  const year = years.find(({ label }) => label === search.year) ?? years[0] ?? null;
  const query = useQuery({
    ...trpc.bodies.attendance.queryOptions({
      bodyId: body?.id ?? '',
      from: year?.start ?? today,
      // A meeting that lies ahead has nobody absent from it yet.
      to: year?.end && year.end < today ? year.end : today,
    }),
    enabled: body !== undefined && year !== null,
  });
  const data = query.data;
  useFoot(
    data
      ? `${count(data.meetings.length, 'meeting')}, ${data.share === null ? 'no attendance known' : `${shareWords(data.share)} of members came`}`
      : null,
  );
  const go = (change: { body?: string; year?: string }) =>
    void navigate({ to: '/meetings/attendance', search: { ...search, ...change } });
  return (
    <>
      <PageHead title="Attendance" facts={data ? `${data.body}, ${year?.label}` : undefined} />
      <Body label="Attendance" left={<MeetingsNav />} bare>
        <div className="mg-page">
          {body ? (
            <div className="mg-strip">
              <Select
                label="Board or group"
                hideLabel
                value={body.id as string}
                choices={list.map(({ id, name }) => ({ id: id as string, text: name }))}
                onChange={(id) => go({ body: id, year: '' })}
              />
              {year ? (
                <Select
                  label="Year"
                  hideLabel
                  value={year.label}
                  choices={years.map(({ label }) => ({ id: label, text: label }))}
                  onChange={(id) => go({ year: id })}
                />
              ) : null}
            </div>
          ) : null}
          {bodies.data && meetings.data && (!body || year === null) ? (
            <div className="mg-none">
              <Empty
                title={body ? `${body.name} has not met yet.` : 'No board or group is in the register.'}
                act={<ButtonLink to="/meetings">All meetings</ButtonLink>}
              >
                Who is here is marked at each meeting; the year’s attendance then stands here with its shares.
              </Empty>
            </div>
          ) : (
            <QueryState query={query} what="The attendance">
              {(grid) => <AttendanceTable key={`${body?.id} ${year?.label}`} grid={grid} />}
            </QueryState>
          )}
        </div>
      </Body>
    </>
  );
}

/** The body that met most: what one looks at first. */
function mostMet<B extends { readonly held: number }>(bodies: readonly B[]): B | undefined {
  return bodies.toSorted((a, b) => b.held - a.held)[0];
}

function AttendanceTable({ grid }: { grid: Parameters<typeof attendanceLines>[0] }) {
  const lines = useMemo(() => attendanceLines(grid), [grid]);
  const columns = useMemo(() => attendanceColumns(grid), [grid]);
  return (
    <div className="mg-grid">
      <Grid<AttendanceRow>
        label={`Attendance of ${grid.body}`}
        storageKey="attendance"
        lines={lines}
        columns={columns}
        notes={noNotes}
        nameOf={(row) => row.name}
        onChange={() => Promise.resolve([])}
        onSay={say}
        empty={<p className="mg-none">Nobody’s attendance is known in this year.</p>}
      />
    </div>
  );
}
