import '../styles/holding.css';
import { useEffect, useMemo, useRef } from 'react';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { agendaHeading } from '#shared/domain/meeting-stages.ts';
import { LinkButton } from '../../../components/button.tsx';
import { Body, SidePanel } from '../../../components/side-panel.tsx';
import { count } from '../../../format/words.ts';
import { useFoot } from '../../../shell/foot.tsx';
import { AgendaNav } from '../meeting/agenda-nav.tsx';
import { itemClock } from '../meeting/clock-words.ts';
import { useClock } from '../meeting/use-clock.ts';
import { type MeetingActs, orSay } from '../meeting/use-meeting.ts';
import { type AttendanceActs, AttendanceList } from './attendance-list.tsx';
import { AttendanceStrip } from './attendance-strip.tsx';
import { type DeskHandle, ItemDesk } from './item-desk.tsx';
import { ItemSide } from './item-side.tsx';
import { type RosterRow, rosterOf } from './roster.ts';

/** The place before the first item: who is here. */
export const attendancePlace = 'attendance';

/** The places of a meeting in order: attendance, then its items. */
export const placesOf = (view: MeetingView): string[] => [attendancePlace, ...view.items.map(({ id }) => id)];

/** The meeting as it goes on: who is here above, the agenda at the left, one item in the middle, what is known of it. */
export function Holding(props: {
  readonly view: MeetingView;
  readonly acts: MeetingActs;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}) {
  const { view, acts, place, onPlace } = props;
  const { meeting, body, attendance } = view;
  const now = useClock();
  const desk = useRef<DeskHandle>(null);
  const rows = useMemo(
    () => rosterOf(body, attendance, meeting.heldOn ?? now.day),
    [body, attendance, meeting.heldOn, now.day],
  );
  const sitting = {
    rows,
    quorum: view.quorum,
    chair: meeting.chair ?? null,
    clerk: meeting.clerk ?? null,
  };
  const at = view.items.findIndex(({ id }) => id === place);
  const item = view.items[at] ?? null;
  const tracked = view.resolutions.filter(({ action, reports }) => action !== null || reports.length > 0);
  useFoot(
    `${count(view.resolutions.length, 'resolution')} so far${tracked.length > 0 ? `, ${tracked.length} tracked` : ''}`,
  );

  // A key pressed again before the screen has followed goes on from where the last one led.
  const goingTo = useRef(place);
  useEffect(() => {
    goingTo.current = place;
  }, [place]);
  useMeetingKeys({
    step: (by) => {
      leaveLine();
      const places = placesOf(view);
      const next = places[Math.max(0, places.indexOf(goingTo.current)) + by];
      if (!next) return;
      goingTo.current = next;
      onPlace(next);
    },
    attendance: () => {
      leaveLine();
      onPlace(attendancePlace);
    },
    resolution: () => desk.current?.resolve(),
    progress: () => {
      const first = document.querySelector<HTMLElement>('[data-tell]');
      first?.focus();
      first?.click();
    },
  });

  const noted = view.progress.length;
  return (
    <>
      <AttendanceStrip
        {...sitting}
        act={
          <LinkButton onPress={() => onPlace(attendancePlace)} aria-keyshortcuts="Alt+A">
            Edit<span className="vh"> who is here</span>
          </LinkButton>
        }
      />
      <Body
        label="Item"
        left={
          <SidePanel side="left" title="Agenda" width={264}>
            <AgendaNav
              items={view.items}
              resolutions={view.resolutions.map(({ resolution }) => resolution)}
              current={item ? item.id : attendancePlace}
              attendance={`${rows.filter(({ state }) => state === 'present').length} here`}
              onOpen={(id) => {
                leaveLine();
                onPlace(id);
              }}
              noteOf={(one) =>
                one.id === item?.id && meeting.heldOn === now.day
                  ? itemClock(one, now.time)
                  : one.kind === 'matters-arising'
                    ? `${view.arising.length} still open`
                    : null
              }
              isTaken={(one) => isTaken(view, one.id)}
            />
          </SidePanel>
        }
        right={
          <SidePanel side="right" title="About this item" width={296}>
            <ItemSide view={view} item={item} />
          </SidePanel>
        }
      >
        {item ? (
          <ItemDesk key={item.id} ref={desk} view={view} item={item} number={at + 1} acts={acts} />
        ) : (
          <AttendanceList {...sitting} acts={attendanceActs(acts)} />
        )}
        {noted > 0 && !item ? <p className="sm q2">{count(noted, 'update')} noted at this meeting.</p> : null}
      </Body>
    </>
  );
}

/** An item of which something was written, or that was begun. */
export function isTaken(view: MeetingView, itemId: string): boolean {
  const item = view.items.find(({ id }) => id === itemId);
  if (!item) return false;
  // Once the meeting is closed it has taken them all.
  if (view.stage !== 'held' && view.stage !== 'planned' && view.stage !== 'proposed') return true;
  return (
    item.beganTime !== undefined ||
    item.points.some(({ heading }) => heading !== agendaHeading) ||
    view.resolutions.some(({ resolution }) => resolution.agendaItemId === itemId)
  );
}

function attendanceActs(acts: MeetingActs): AttendanceActs {
  const of = (row: RosterRow) => ({
    attendanceId: row.attendanceId,
    name: row.name,
    personId: row.personId,
    role: row.role,
    substituteFor: row.substituteFor,
  });
  return {
    mark: (row, state) => {
      if (state !== null) orSay(acts.attend({ ...of(row), state }));
      else if (row.attendanceId !== null) orSay(acts.removeAttendance(row.attendanceId));
    },
    substitute: (row, name) => {
      if (row.state !== 'apologies') orSay(acts.attend({ ...of(row), state: 'apologies' }));
      orSay(acts.attend({ attendanceId: null, name, state: 'present', substituteFor: row.name, role: null }));
    },
    add: (name) =>
      orSay(acts.attend({ attendanceId: null, name, state: 'present', substituteFor: null, role: null })),
    setChair: (chair) => orSay(acts.edit({ chair })),
    setClerk: (clerk) => orSay(acts.edit({ clerk })),
  };
}

/** What is being typed is written before the screen goes on: a field that is taken away tells nobody. */
function leaveLine(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

type Keys = {
  readonly step: (by: 1 | -1) => void;
  readonly attendance: () => void;
  readonly resolution: () => void;
  readonly progress: () => void;
};

/** Alt Down and Alt Up go through the items, Alt A to who is here, Ctrl R to a resolution, Alt P notes progress. */
function useMeetingKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="listbox"]')) return;
      const act = actOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function actOf(event: KeyboardEvent, keys: Keys): (() => void) | null {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'r') return keys.resolution;
  if (!event.altKey || ctrl || event.shiftKey) return null;
  if (event.key === 'ArrowDown') return () => keys.step(1);
  if (event.key === 'ArrowUp') return () => keys.step(-1);
  if (event.code === 'KeyA') return keys.attendance;
  return event.code === 'KeyP' ? keys.progress : null;
}
