import './meetings.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Detail, Resolution } from '#shared/contract/register.ts';
import type { Outputs } from '../../client/app-router.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { initialsOf } from '../../components/lead-chip.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { formatWeekday } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { itemNumber, resolutionNumber, resolutionWords, stateWords, withoutDay } from './meeting-words.ts';

type View = Outputs['meetings']['get'];

/** One meeting to read: who was there, each item with its points, what was resolved. */
export function MeetingScreen() {
  const { meetingId } = useParams({ from: '/meetings/$meetingId' });
  const trpc = useTRPC();
  const query = useQuery(trpc.meetings.get.queryOptions({ meetingId }));
  const view = query.data;
  useFoot(view ? count(view.resolutions.length, 'resolution') : null);
  return (
    <>
      <PageHead
        title={view?.meeting.title ?? 'Meeting'}
        under={view ? underTitle(view) : undefined}
        acts={<ButtonLink to="/meetings">All meetings</ButtonLink>}
      />
      <div className="meeting">
        {view ? <Attending attendance={view.attendance} /> : <div />}
        <Body
          label="Minutes"
          left={
            view && view.items.length > 0 ? (
              <SidePanel side="left" title="Agenda" width={264}>
                <Agenda view={view} />
              </SidePanel>
            ) : null
          }
        >
          <QueryState query={query} what="The meeting">
            {(shown) => <Minutes view={shown} />}
          </QueryState>
        </Body>
      </div>
    </>
  );
}

function underTitle({ meeting, body }: View): string {
  return [
    body && body.name !== meeting.title ? body.name : null,
    meeting.heldOn ? formatWeekday(meeting.heldOn) : withoutDay(meeting.state),
    meeting.place,
    stateWords[meeting.state],
    meeting.minuteRef ? `minute ${meeting.minuteRef}` : null,
    meeting.furtherTo ? `further to ${meeting.furtherTo}` : null,
  ]
    .filter(Boolean)
    .join(', ');
}

function Attending({ attendance }: { attendance: View['attendance'] }) {
  const of = (state: View['attendance'][number]['state']) => attendance.filter((one) => one.state === state);
  const here = of('present');
  if (attendance.length === 0) return <div />;
  return (
    <section className="att" aria-label="Attendance">
      <b>{here.length} here</b>
      {here.length > 0 ? (
        <ul className="here">
          {here.map((one) => (
            <li key={one.id}>
              <span className="per" title={withRole(one)}>
                <span aria-hidden="true">{initialsOf(one.name)}</span>
                <span className="vh">{withRole(one)}</span>
              </span>
              {one.substituteFor ? <span className="q2">for {one.substituteFor}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {(['apologies', 'absent'] as const).map((state) =>
        of(state).length > 0 ? (
          <div key={state}>
            <p className="sm q2">{state === 'apologies' ? 'Apologies' : 'Not here'}</p>
            <p>{of(state).map(withRole).join('; ')}</p>
          </div>
        ) : null,
      )}
    </section>
  );
}

/** "Lena Vance (Chair)" */
function withRole({ name, role }: View['attendance'][number]): string {
  return role ? `${name} (${role})` : name;
}

function Agenda({ view }: { view: View }) {
  return (
    <ol className="ag">
      {view.items.map((item, index) => {
        const resolved = view.resolutions.filter((one) => one.agendaItemId === item.id);
        return (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => document.getElementById(`item-${item.id}`)?.scrollIntoView()}
            >
              <span className="an">{item.number ?? index + 1}</span>
              <span>
                {item.title}
                {resolved.length > 0 ? (
                  <span className="sm q2">
                    <br />
                    Resolved {listWords(resolved.map((one) => resolutionNumber(one.number)))}
                  </span>
                ) : null}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Minutes({ view }: { view: View }) {
  const loose = view.resolutions.filter((one) => !view.items.some((item) => item.id === one.agendaItemId));
  if (view.items.length + view.resolutions.length === 0) {
    return <p className="q2">Neither agenda nor minutes are in the register yet.</p>;
  }
  return (
    <article className="minutes">
      {view.items.map((item, index) => (
        <section key={item.id} id={`item-${item.id}`}>
          <p className="q2">{itemNumber(item.number ?? String(index + 1))}</p>
          <h2>{item.title}</h2>
          {item.text ? <Paragraphs text={item.text} /> : null}
          {item.points.length > 0 ? <Points points={item.points} /> : null}
          <Resolved resolutions={view.resolutions.filter((one) => one.agendaItemId === item.id)} />
        </section>
      ))}
      {loose.length > 0 ? (
        <section>
          <Resolved resolutions={loose} />
        </section>
      ) : null}
      <Details details={view.meeting.details ?? []} />
    </article>
  );
}

function Paragraphs({ text }: { text: string }) {
  return text.split('\n').map((words, index) => (
    // Paragraphs have no identity but their order.
    // biome-ignore lint/suspicious/noArrayIndexKey: the order is all they have
    <p key={index} className="read body-text">
      {words}
    </p>
  ));
}

/** What the minutes say over and under their items: their heading, the time, who signed. */
function Details({ details }: { details: readonly Detail[] }) {
  if (details.length === 0) return null;
  return (
    <section>
      <h3>Also in the minutes</h3>
      <dl className="mdet read">
        {details.map(({ label, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is all they have
          <div key={index}>
            <dt className="q2">{label || 'Line'}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Points({ points }: { points: View['items'][number]['points'] }) {
  const headings = [...Map.groupBy(points, (point) => point.heading)];
  return headings.map(([heading, those]) => (
    <div key={heading}>
      <h3>{heading || 'Points'}</h3>
      <ol className="pts read">
        {those.map((point, index) => (
          // Points have no identity; their order is their number.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the number that is shown
          <li key={index}>
            <span className="q">{index + 1}</span>
            <span>{point.text}</span>
          </li>
        ))}
      </ol>
    </div>
  ));
}

function Resolved({ resolutions }: { resolutions: readonly Resolution[] }) {
  if (resolutions.length === 0) return null;
  return (
    <>
      <h3>Resolved</h3>
      <ol className="res read">
        {resolutions.map((one) => (
          <li key={one.id}>
            <span>{resolutionNumber(one.number)}</span>
            <span>
              {one.text}
              {one.kind ? (
                <span className="sm q">
                  <br />
                  {resolutionWords[one.kind]}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
