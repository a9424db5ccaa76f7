import { Link } from '@tanstack/react-router';
import type { BodyYear, MeetingInYear } from '#shared/contract/cycles.ts';
import type { Closure } from '#shared/contract/meeting-records.ts';
import { RowList } from '../../components/row-list.tsx';
import { formatWeekday } from '../../format/days.ts';
import { GapMark } from './gap-mark.tsx';
import { closedStretches, dayInMonth, inMonth, monthsFrom, type YearMonth } from './year-months.ts';

type Year = { from: string; bodies: readonly BodyYear[]; closures: readonly Closure[] };

/** Twelve months by bodies. The closures of a month are shaded on a strip of its days, and named in the first row. */
export function YearTable({ year, onClosure }: { year: Year; onClosure: (closure: Closure) => void }) {
  const months = monthsFrom(year.from);
  const undated = year.bodies.some(({ meetings }) => meetings.some(({ on }) => on === null));
  return (
    <RowList className="bd-scroll">
      <table className="bd-year">
        <caption className="vh">Meetings of the year</caption>
        <thead>
          <tr>
            <th scope="col">Board or group</th>
            {months.map(({ from, label }) => (
              <th scope="col" key={from}>
                {label}
              </th>
            ))}
            {undated ? <th scope="col">No day</th> : null}
          </tr>
        </thead>
        <tbody>
          <tr className="bd-closed">
            <th scope="row">Nobody meets</th>
            {months.map((month) => (
              <td key={month.from}>
                <Strip month={month} closures={year.closures} days={[]} />
                {year.closures
                  .filter(({ from, until }) => from <= month.to && until >= month.from)
                  .map((closure) => (
                    <button
                      key={closure.id}
                      type="button"
                      className="lk"
                      data-row=""
                      onClick={() => onClosure(closure)}
                    >
                      {daysWithin(closure, month)} {closure.name}
                    </button>
                  ))}
              </td>
            ))}
            {undated ? <td /> : null}
          </tr>
          {year.bodies.map((body) => (
            <tr key={body.id}>
              <th scope="row">
                <Link
                  to="/bodies/$bodyId"
                  params={{ bodyId: body.id }}
                  search={{ from: year.from }}
                  data-row=""
                >
                  {body.name}
                </Link>
                {body.cycle ? <p className="sm q2 bd-words">{body.cycle}</p> : null}
                {body.note ? <p className="sm bd-note">{body.note}</p> : null}
              </th>
              {months.map((month) => {
                const meetings = inMonth(body.meetings, month);
                return (
                  <td key={month.from}>
                    <Strip
                      month={month}
                      closures={year.closures}
                      days={meetings.map(({ on }) => Number(on?.slice(8)))}
                    />
                    {meetings.map((meeting) => (
                      <OneMeeting key={meeting.id} meeting={meeting} body={body.name} />
                    ))}
                  </td>
                );
              })}
              {undated ? (
                <td>
                  {body.meetings
                    .filter(({ on }) => on === null)
                    .map((meeting) => (
                      <OneMeeting key={meeting.id} meeting={meeting} body={body.name} />
                    ))}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </RowList>
  );
}

/** "24 to 31", "3" */
function daysWithin({ from, until }: Closure, month: YearMonth): string {
  const first = Number((from < month.from ? month.from : from).slice(8));
  const last = Number((until > month.to ? month.to : until).slice(8));
  return first === last ? String(first) : `${first} to ${last}`;
}

/** The days of a month from left to right: closures shaded, meetings as strokes. The words beneath say the same. */
function Strip(props: { month: YearMonth; closures: readonly Closure[]; days: readonly number[] }) {
  const { month, days } = props;
  return (
    <svg className="bd-strip" viewBox={`0 0 ${month.days} 6`} preserveAspectRatio="none" aria-hidden="true">
      {closedStretches(props.closures, month).map(({ id, left, width }) => (
        <rect key={id} x={left * month.days} y="0" width={width * month.days} height="6" className="shut" />
      ))}
      {days.map((day) => (
        <rect key={day} x={day - 1} y="0" width="1" height="6" className="on" />
      ))}
    </svg>
  );
}

const stateWords: Readonly<Partial<Record<MeetingInYear['state'], string>>> = {
  proposed: 'Proposed',
  cancelled: 'Cancelled',
};

function OneMeeting({ meeting, body }: { meeting: MeetingInYear; body: string }) {
  const { on, startTime, state, gaps } = meeting;
  const extra = meeting.title === body ? '' : meeting.title.replace(`${body}: `, '');
  return (
    <div className="bd-met">
      <Link
        to="/meetings/$meetingId"
        params={{ meetingId: meeting.id }}
        data-row=""
        className={state === 'cancelled' ? 'gone' : ''}
      >
        {on === null ? meeting.title : dayInMonth(on)}
        <span className="vh">
          {on === null ? '' : `, ${formatWeekday(on)}, ${meeting.title}`}
          {stateWords[state] ? `, ${stateWords[state]}` : ''}
        </span>
      </Link>
      {startTime || stateWords[state] || extra ? (
        <p className="sm q2">{[startTime, extra, stateWords[state]].filter(Boolean).join(', ')}</p>
      ) : null}
      {gaps.map(({ kind, words }) => (
        <GapMark key={kind} kind={kind} words={words} />
      ))}
    </div>
  );
}
