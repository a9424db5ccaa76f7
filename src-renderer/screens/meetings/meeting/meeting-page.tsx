import { useCanWrite } from '../../../client/view.ts';
import '../styles/meeting.css';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { formatWeekday } from '../../../format/days.ts';
import { count } from '../../../format/words.ts';
import { say } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { CalendarButton } from '../../bodies/calendar-button.tsx';
import { AgendaBuilder } from '../agenda/agenda-builder.tsx';
import { attendancePlace, Holding, placesOf } from '../holding/holding.tsx';
import { PlanMeeting } from '../list/plan-meeting.tsx';
import { stageWords, withoutDay } from '../meeting-words.ts';
import { FilesButton } from '../minutes/files-dialog.tsx';
import { Minutes } from '../minutes/minutes.tsx';
import { MinutesActs } from '../minutes/minutes-acts.tsx';
import { nowHere, useClock } from './use-clock.ts';
import { type MeetingActs, orSay, useMeeting, useMeetingActs } from './use-meeting.ts';

const route = getRouteApi('/meetings/$meetingId');

/** The three ways to see a meeting, in the order in which it goes through them. */
const ways = [
  { as: 'agenda', name: 'Agenda' },
  { as: 'holding', name: 'At the meeting' },
  { as: 'minutes', name: 'Minutes' },
] as const;
export type Way = (typeof ways)[number]['as'];

/** A meeting is shown as it is worked on: its agenda before, itself while it is held, its minutes afterwards. */
export function wayOf(asked: string | undefined, stage: MeetingView['stage'], canWrite = true): Way {
  const way = wayInRegister(asked, stage);
  // Nobody holds a meeting in a snapshot: what was minuted by then is read.
  return way === 'holding' && !canWrite ? 'minutes' : way;
}

function wayInRegister(asked: string | undefined, stage: MeetingView['stage']): Way {
  const isClosed = stage === 'confirmed' || stage === 'cancelled';
  const way = ways.find(({ as }) => as === asked)?.as;
  if (way && !isClosed) return way;
  if (way === 'agenda' && stage === 'cancelled') return 'agenda';
  if (isClosed) return 'minutes';
  if (stage === 'proposed' || stage === 'planned') return 'agenda';
  return stage === 'held' ? 'holding' : 'minutes';
}

/** One meeting: its agenda, itself, or its minutes. */
export function MeetingScreen() {
  const { meetingId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useMeeting(meetingId);
  const acts = useMeetingActs(meetingId);
  const view = query.data;
  const [editing, setEditing] = useState(false);
  const canWrite = useCanWrite();
  const way = view ? wayOf(search.as, view.stage, canWrite) : 'agenda';
  const go = (next: { as: Way; item?: string }) =>
    void navigate({
      to: '/meetings/$meetingId',
      params: { meetingId },
      search: next,
      replace: next.as === way,
    });
  const place =
    view?.items.some(({ id }) => id === search.item) || search.item === attendancePlace
      ? (search.item ?? attendancePlace)
      : attendancePlace;
  return (
    <>
      <PageHead
        title={view ? (view.body?.name ?? view.meeting.title) : 'Meeting'}
        under={view ? underTitle(view) : undefined}
        acts={
          view ? (
            <Acts view={view} way={way} acts={acts} place={place} go={go} onEdit={() => setEditing(true)} />
          ) : (
            <ButtonLink to="/meetings">All meetings</ButtonLink>
          )
        }
      >
        {view ? <Ways view={view} way={way} /> : null}
      </PageHead>
      <div className={way === 'holding' ? 'mt-page mt-banded' : 'mt-page'}>
        <QueryState query={query} what="The meeting">
          {(shown) =>
            shown.stage === 'cancelled' ? (
              <Cancelled view={shown} acts={acts} />
            ) : way === 'agenda' ? (
              <AgendaBuilder view={shown} acts={acts} />
            ) : way === 'holding' ? (
              <Holding
                view={shown}
                acts={acts}
                place={place}
                onPlace={(item) => {
                  begun(shown, item, acts);
                  go({ as: 'holding', item });
                }}
              />
            ) : (
              <Minutes view={shown} acts={acts} item={search.item ?? null} />
            )
          }
        </QueryState>
      </div>
      {editing && view ? (
        <PlanMeeting meeting={view.meeting} bodyId={null} onClose={() => setEditing(false)} />
      ) : null}
    </>
  );
}

/** An item that is come to on the day of its meeting begins now. */
function begun(view: MeetingView, itemId: string, acts: MeetingActs): void {
  const item = view.items.find(({ id }) => id === itemId);
  const now = nowHere();
  if (!item || item.beganTime !== undefined || view.stage !== 'held' || view.meeting.heldOn !== now.day)
    return;
  orSay(acts.editItem(itemId, { beganTime: now.time }));
}

function underTitle({ meeting, body, stage }: MeetingView): string {
  const facts = [
    body && body.name !== meeting.title ? meeting.title : null,
    meeting.heldOn ? formatWeekday(meeting.heldOn) : withoutDay(meeting.state),
    meeting.startTime,
    meeting.place,
    meeting.minuteRef ? `minute ${meeting.minuteRef}` : null,
  ].filter(Boolean);
  return `${facts.join(', ')}. ${stageWords[stage]}.`;
}

function Ways({ view, way }: { view: MeetingView; way: Way }) {
  const isClosed = view.stage === 'confirmed' || view.stage === 'cancelled';
  const canWrite = useCanWrite();
  if (isClosed) return null;
  return (
    <nav className="mt-tabs" aria-label="This meeting">
      {ways
        .filter(({ as }) => canWrite || as !== 'holding')
        .map(({ as, name }) => (
          <Link
            key={as}
            to="/meetings/$meetingId"
            params={{ meetingId: view.meeting.id }}
            search={{ as }}
            aria-current={as === way ? 'page' : undefined}
            activeProps={{}}
          >
            {name}
          </Link>
        ))}
    </nav>
  );
}

function Acts(props: {
  view: MeetingView;
  way: Way;
  acts: MeetingActs;
  place: string;
  go: (next: { as: Way; item?: string }) => void;
  onEdit: () => void;
}) {
  const { view, way, acts, place, go } = props;
  const today = useToday();
  const clock = useClock();
  const { stage, meeting } = view;
  const isAhead = stage === 'proposed' || stage === 'planned';
  const begin = () =>
    orSay(
      acts.begin().then(({ attendance }) => {
        say(`The meeting is begun: ${count(attendance, 'member')} marked as here. Undo takes that back.`);
        go({ as: 'holding', item: attendancePlace });
      }),
    );
  if (stage === 'cancelled') {
    return (
      <>
        {meeting.heldOn === null ? null : <CalendarButton meetingId={meeting.id} isCancelled />}
        <ButtonLink to="/meetings">All meetings</ButtonLink>
      </>
    );
  }
  if (way === 'agenda') {
    const mayBegin = isAhead && view.items.length > 0;
    return (
      <>
        <Button onPress={props.onEdit}>When and where</Button>
        <FilesButton view={view} report="agenda" />
        {meeting.heldOn === null ? null : <CalendarButton meetingId={meeting.id} />}
        {mayBegin ? (
          <Button {...((meeting.heldOn ?? '9') <= today && { look: 'primary' as const })} onPress={begin}>
            Begin the meeting
          </Button>
        ) : null}
      </>
    );
  }
  if (way === 'minutes') return <MinutesActs view={view} acts={acts} />;
  const places = placesOf(view);
  const next = places[places.indexOf(place) + 1];
  return (
    <>
      <span className="sm q2">Draft minutes, saved as you type</span>
      {isAhead ? (
        <Button look="primary" onPress={begin}>
          Begin the meeting
        </Button>
      ) : (
        <>
          {stage === 'held' ? (
            <Button
              {...(next === undefined && { look: 'primary' as const })}
              onPress={() => {
                const isNow = meeting.heldOn === clock.day;
                orSay(
                  acts.close(isNow ? clock.time : null).then(() => {
                    say('The meeting is closed: these are its draft minutes.');
                    go({ as: 'minutes' });
                  }),
                );
              }}
            >
              Close the meeting
            </Button>
          ) : null}
          {next ? (
            <Button
              look="primary"
              onPress={() => {
                begun(view, next, acts);
                go({ as: 'holding', item: next });
              }}
            >
              Next item
            </Button>
          ) : null}
        </>
      )}
    </>
  );
}

function Cancelled({ view, acts }: { view: MeetingView; acts: MeetingActs }) {
  return (
    <div className="work">
      <Empty
        title={
          view.meeting.cancelledWhy ? `Cancelled: ${view.meeting.cancelledWhy}` : 'This meeting is cancelled.'
        }
        act={<Button onPress={() => orSay(acts.restore())}>Plan it again</Button>}
      >
        Its agenda is kept. Planned again it stands among the meetings ahead.
      </Empty>
    </div>
  );
}
