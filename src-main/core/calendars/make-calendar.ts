import { type CalendarMeeting, type CalendarScope, calendarMeetings } from '#db/queries/calendars.ts';
import { readSettings } from '#db/queries/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatSpan } from '#shared/domain/periods.ts';
import type { App, Register } from '../app.ts';
import { plainName } from '../plain-name.ts';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

export type CalendarAsked = CalendarScope & { papers: boolean };
export type CalendarMade = { file: FileOut; meetings: number; withoutDay: number };

/** The meetings of a scope as a calendar file. Refused where none of them has a day. */
export function makeCalendar(
  { app, register }: { app: App; register: Register },
  asked: CalendarAsked,
): CalendarMade {
  const found = calendarMeetings(register.db, asked);
  const dated = found.flatMap((meeting) =>
    meeting.heldOn === null ? [] : [{ ...meeting, on: meeting.heldOn }],
  );
  if (dated.length === 0) {
    throw new AppError(
      'nothing-found',
      found.length > 0
        ? 'These meetings have no day yet, and a calendar holds days only. Give them one first.'
        : 'There are no meetings here to put into a calendar.',
    );
  }
  const name = nameOf(dated, asked, readSettings(register.db).partnership || register.name);
  const text = calendarFile({
    name,
    madeAt: app.options.now(),
    entries: dated.flatMap((meeting) => entriesOf(meeting, asked.papers)),
  });
  const file = {
    name: `${plainName(name, 'calendar') || 'Meetings'}.ics`,
    mime: 'text/calendar; charset=utf-8',
    base64: Buffer.from(text, 'utf8').toString('base64'),
  };
  return { file, meetings: dated.length, withoutDay: found.length - dated.length };
}

type Dated = CalendarMeeting & { on: string };

function entriesOf(meeting: Dated, papers: boolean): CalendarEntry[] {
  const { id, title, on, place, startTime, lengthMinutes, papersOn, body } = meeting;
  const sequence = meeting.sequence ?? 0;
  const state =
    meeting.state === 'cancelled' ? 'cancelled' : meeting.state === 'proposed' ? 'tentative' : 'confirmed';
  const about = [
    body !== null && body !== title ? body : null,
    papersOn === null ? null : `Papers by ${formatDay(papersOn)}.`,
    meeting.cancelledWhy === null ? null : `Cancelled: ${meeting.cancelledWhy}`,
  ].filter((line) => line !== null);
  const own: CalendarEntry = {
    uid: id,
    sequence,
    title,
    on,
    startTime,
    lengthMinutes,
    place,
    description: about.length > 0 ? about.join('\n') : null,
    state,
    free: false,
  };
  if (!papers || papersOn === null) return [own];
  const deadline: CalendarEntry = {
    uid: `papers-${id}`,
    sequence,
    title: `Papers due: ${title}`,
    on: papersOn,
    startTime: null,
    lengthMinutes: null,
    place: null,
    description: `For the meeting on ${formatDay(on)}.`,
    state,
    free: true,
  };
  return [own, deadline];
}

/** "Programme board, 13 July 2010", "Programme board, meetings 2010-11" */
function nameOf(meetings: readonly Dated[], asked: CalendarAsked, office: string): string {
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (!first || !last) return office;
  if (asked.meetingId !== null) return `${first.title}, ${formatDay(first.on)}`;
  const whose =
    asked.seriesId !== null ? first.title : asked.bodyId !== null ? (first.body ?? first.title) : office;
  const span = formatSpan(asked.from ?? first.on, asked.to ?? last.on);
  return `${whose}, meetings ${span}`;
}
