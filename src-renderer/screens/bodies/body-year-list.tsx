import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { addMonths } from '#shared/domain/dates.ts';
import { formatSpan } from '#shared/domain/periods.ts';
import type { Outputs } from '../../client/app-router.ts';
import { useTRPC } from '../../client/trpc.ts';
import { IconButton } from '../../components/button.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { formatDay, formatWeekday } from '../../format/days.ts';
import { GapMark } from './gap-mark.tsx';
import { YearFiles } from './year-files.tsx';

const route = getRouteApi('/bodies/$bodyId');
type Year = Outputs['cycles']['ofBody'];

const states = {
  proposed: 'Proposed',
  planned: 'Planned',
  held: 'Held',
  'draft-minutes': 'Draft minutes',
  confirmed: 'Minutes confirmed',
  cancelled: 'Cancelled',
} as const;

/** The meetings of one year with what each lacks, and the reports that come to the body. */
export function BodyYearList({ bodyId, from }: { bodyId: string; from: string }) {
  const trpc = useTRPC();
  const year = useQuery({
    ...trpc.cycles.ofBody.queryOptions({ bodyId, from }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={year} what="Its meetings">
      {(data) => <OneYear data={data} />}
    </QueryState>
  );
}

function OneYear({ data }: { data: Year }) {
  const navigate = route.useNavigate();
  const { from, to, year } = data;
  const goTo = (day: string) => void navigate({ search: { from: day } });
  return (
    <>
      <div className="bd-yearhead">
        <IconButton icon="left" label="The year before" onPress={() => goTo(addMonths(from, -12))} />
        <h3>{formatSpan(from, to)}</h3>
        <IconButton icon="right" label="The year after" onPress={() => goTo(addMonths(from, 12))} />
        {year.note ? <b>{year.note}</b> : null}
        <YearFiles year={year} from={from} to={to} />
      </div>
      {year.meetings.length === 0 ? (
        <p className="q2">No meeting in this year. “Propose a year” gives dates from how often it meets.</p>
      ) : (
        <RowList>
          <ul className="bd-meetings">
            {year.meetings.map((meeting) => (
              <li key={meeting.id}>
                <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} data-row="">
                  <span>
                    {meeting.on ? formatWeekday(meeting.on) : 'No day yet'}
                    {meeting.startTime ? `, ${meeting.startTime}` : ''}
                  </span>
                  <span className="q2">{meeting.title === year.name ? '' : meeting.title}</span>
                  <span className="q2">{states[meeting.state]}</span>
                  <span>
                    {meeting.gaps.map(({ kind, words }) => (
                      <GapMark key={kind} kind={kind} words={words} />
                    ))}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </RowList>
      )}
      <Reports data={data} />
    </>
  );
}

function Reports({ data: { reports, reportsTo } }: { data: Year }) {
  if (reports.length === 0 && reportsTo.length === 0) return null;
  return (
    <div className="bd-reports">
      {reports.length > 0 ? (
        <>
          <h3>What it gets</h3>
          <ul>
            {reports.map((one) => (
              <li key={one.id}>
                {one.report || 'Reports'}
                <span className="q2">
                  {one.from ? `, from ${one.from}` : ''}
                  {one.every ? `, ${one.every}` : ''}
                  {one.nextOn ? `, next by ${formatDay(one.nextOn)}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {reportsTo.length > 0 ? (
        <>
          <h3>To whom it reports</h3>
          <ul>
            {reportsTo.map(({ to, report }) => (
              <li key={`${to} ${report}`}>
                {to}
                {report ? <span className="q2">, {report}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Link to="/bodies/reporting" className="hit">
        Show the reporting lines
      </Link>
    </div>
  );
}
