import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays } from '#shared/domain/dates.ts';
import { clockMinutes, minutesLater } from '#shared/domain/london-time.ts';
import { asDate, asTime, london, londonRules } from './wall-clock.ts';

/** One entry of a calendar: a meeting, or the day its papers are due. */
export type CalendarEntry = {
  /** The same for ever, whatever changes: how a calendar knows its entry again. */
  readonly uid: string;
  /** Raised by every change, so that a calendar takes the later. */
  readonly sequence: number;
  readonly title: string;
  readonly on: string;
  /** Null where no time is known: then it is all day. */
  readonly startTime: string | null;
  readonly lengthMinutes: number | null;
  readonly place: string | null;
  readonly description: string | null;
  readonly state: 'tentative' | 'confirmed' | 'cancelled';
  /** A reminder that leaves the day free, such as a deadline. */
  readonly free: boolean;
};

export type Calendar = {
  readonly name: string;
  /** When the file was made: ISO, UTC. */
  readonly madeAt: string;
  readonly entries: readonly CalendarEntry[];
};

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/**
 * The file as iCalendar (RFC 5545). Times are those of clocks in London, with the rules by which they change. A file
 * of nothing but cancellations says so by its method (RFC 5546), so that a calendar takes its entries out.
 */
export function calendarFile({ name, madeAt, entries }: Calendar): string {
  const gone = entries.length > 0 && entries.every(({ state }) => state === 'cancelled');
  const calendar = ical({
    // The writer puts the name down as it is.
    name: escaped(name),
    prodId: { company: 'Plan Register', product: 'Plan Register', language: 'EN' },
    method: gone ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // Not named for the calendar as a whole: the writer would give its stamps in local time, and they must be UTC.
    timezone: { name: null, generator: (zone) => (zone === london ? londonRules : null) },
  });
  for (const entry of entries) {
    const { startTime, lengthMinutes, on } = entry;
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(madeAt),
      summary: plain(entry.title),
      location: entry.place === null ? null : plain(entry.place),
      description: entry.description === null ? null : plain(entry.description),
      status: statuses[entry.state],
      transparency:
        entry.free || entry.state === 'cancelled'
          ? ICalEventTransparency.TRANSPARENT
          : ICalEventTransparency.OPAQUE,
      busystatus: entry.free || entry.state === 'cancelled' ? ICalEventBusyStatus.FREE : null,
      ...(startTime === null
        ? { allDay: true, start: asDate(on), end: asDate(addDays(on, 1)) }
        : timed(on, startTime, lengthMinutes)),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function timed(on: string, startTime: string, lengthMinutes: number | null) {
  const start = { day: on, minutes: clockMinutes(startTime) };
  const end = lengthMinutes === null ? null : minutesLater(start, lengthMinutes);
  // In the hour that the clocks show twice an end can read earlier than its beginning, which the writer would swap.
  const after = end !== null && (end.day > on || end.minutes > start.minutes);
  return { timezone: london, start: asTime(start), end: after ? asTime(end) : null };
}

/** Without the control characters that no line of the file may hold (RFC 5545, 3.1). */
const plain = (text: string): string =>
  [...text]
    .filter((one) => one === '\n' || one === '\t' || one >= ' ')
    .join('')
    .replaceAll('\u007F', '');

const escaped = (text: string): string =>
  plain(text)
    .replace(/[\\;,]/g, (one) => `\\${one}`)
    .replace(/\n/g, '\\n');
