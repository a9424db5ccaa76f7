import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HomeView } from '#shared/contract/office.ts';
import { barOrder } from '#shared/domain/states.ts';
import { type Outputs, useTRPC } from '../../client/trpc.ts';
import { StateBar } from '../../components/state-bar.tsx';
import { Status } from '../../components/status.tsx';
import { Writes } from '../../components/writes.tsx';
import { calendarParts, daysBetween, formatDay, formatInstantNear } from '../../format/days.ts';
import { capital, count, listWords } from '../../format/words.ts';
import { BeforeCirculating } from './before-circulating.tsx';

/** The right column of Home: what is coming, how all stands, where the safe copies are. */
export function HomeSide(props: {
  view: HomeView;
  /** Null until the checks have answered. */
  overview: Outputs['checks']['overview'] | null;
  today: string;
}) {
  const { view, overview, today } = props;
  return (
    <div className="side-pad">
      <Meetings view={view} today={today} />
      <Writes>{overview ? <BeforeCirculating overview={overview} /> : null}</Writes>
      <Standing view={view} />
      <Writes>
        <SafeCopies view={view} today={today} />
      </Writes>
    </div>
  );
}

function Meetings({ view, today }: { view: HomeView; today: string }) {
  return (
    <section className="side-sec">
      <h2>Next meetings</h2>
      {view.meetings.length === 0 ? <p className="q2">No meeting has a date ahead.</p> : null}
      <ol className="meets">
        {view.meetings.slice(0, 3).map((meeting) => {
          const { day, month } = calendarParts(meeting.heldOn);
          return (
            <li key={meeting.id}>
              <span className="d">
                <b>{day}</b>
                <span>{month}</span>
              </span>
              <div>
                <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} className="hit">
                  {meeting.body ?? meeting.title}
                </Link>
                <p className="sm q2">
                  {meeting.body && meeting.body !== meeting.title ? `${meeting.title}. ` : ''}
                  {inDays(daysBetween(today, meeting.heldOn))}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      <p className="sm q2">
        <Link to="/meetings/arising" className="hit">
          Matters arising
        </Link>
        ,{' '}
        <Link to="/meetings/reports" className="hit">
          reports owed
        </Link>
      </p>
    </section>
  );
}

/** "Today.", "Tomorrow.", "In nine days." */
function inDays(days: number): string {
  if (days === 0) return 'Today.';
  if (days === 1) return 'Tomorrow.';
  return `In ${days} days.`;
}

function Standing({ view }: { view: HomeView }) {
  const states = barOrder.filter((state) => (view.counts[state] ?? 0) > 0);
  const total = states.reduce((sum, state) => sum + view.counts[state], 0);
  if (total === 0) return null;
  return (
    <section className="side-sec">
      <h2>
        All actions <span className="cnt">{total}</span>
      </h2>
      <div className="bars">
        <StateBar counts={view.counts} isTold />
      </div>
      <ul className="stand">
        {states.map((state) => (
          <li key={state}>
            <Status status={state} />
            <span className="n">{view.counts[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SafeCopies({ view, today }: { view: HomeView; today: string }) {
  const { lastBackup: backup, lastSnapshot: snapshot, lastImport } = view;
  return (
    <section className="side-sec">
      <h2>Safe copies</h2>
      <dl className="dl">
        <dt>Backup</dt>
        <dd>
          {backup ? `${capital(formatInstantNear(backup.at, today))}, opened and checked.` : 'None yet.'}
          <br />
          <Link to="/settings" search={{ part: 'backups' }} className="q2 hit">
            {backup ? 'All backups' : 'Make one'}
          </Link>
        </dd>
        <SecondPlace />
        <dt>Snapshot</dt>
        <dd>
          {snapshot ? (
            <>
              {capital(formatInstantNear(snapshot.takenAt, today))}, {snapshot.name}
              <br />
              <span className="q2">
                <Link to="/snapshots/changes" search={{ from: snapshot.id, to: 'now' }} className="hit">
                  {snapshot.changesSince === 0 ? 'Changes' : count(snapshot.changesSince, 'change')}
                </Link>{' '}
                since
              </span>
            </>
          ) : (
            'None yet.'
          )}
        </dd>
        {lastImport ? (
          <>
            <dt>Import</dt>
            <dd>
              <i>{filesInWords(lastImport.files)}</i>, {formatInstantNear(lastImport.at, today)}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

/** Two names at most: the forms of a round that were merged together are many. */
const filesInWords = ([first = '', ...others]: readonly string[]): string =>
  others.length > 1 ? `${first} and ${others.length} more` : listWords([first, ...others]);

/** The second place of backups, and a register that lies where it may come to harm: one line each, where there is one. */
function SecondPlace() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.safety.standing.queryOptions());
  if (!data || (!data.second && !data.live)) return null;
  return (
    <>
      {data.second ? (
        <>
          <dt>Second place</dt>
          <dd>{data.second.said}</dd>
        </>
      ) : null}
      {data.live ? (
        <>
          <dt>Its place</dt>
          <dd>
            {data.live.said}{' '}
            <Link to="/settings" search={{ part: 'backups' }} className="hit">
              The way out
            </Link>
          </dd>
        </>
      ) : null}
    </>
  );
}

/** "The partnership board meets in 9 days." for the head. */
export function nextMeetingInWords(view: HomeView, today: string): string | null {
  const next = view.meetings[0];
  if (!next) return null;
  const days = daysBetween(today, next.heldOn);
  const name = next.body ?? next.title;
  if (days === 0) return `${name} meets today.`;
  if (days === 1) return `${name} meets tomorrow.`;
  return days <= 28 ? `${name} meets in ${days} days.` : `${name} meets on ${formatDay(next.heldOn)}.`;
}
