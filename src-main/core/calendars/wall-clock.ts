import type {
  ICalTemporalPlainDateStub,
  ICalTemporalPlainDateTimeStub,
  ICalTemporalZonedDateTimeStub,
} from 'ical-generator';
import { partsOfDay } from '#shared/domain/dates.ts';
import { clockTime, type LondonTime, utcMinutes } from '#shared/domain/london-time.ts';

/**
 * Days and times as the writer of calendars takes them. It takes JavaScript’s own Date too, but writes that in the time
 * zone of the machine whatever it is told; the forms of Temporal it writes as they are.
 */

export const london = 'Europe/London';

/** How the clocks change, in force since 1996 (Summer Time Order, and the European Union’s directives before it). */
export const londonRules = [
  'BEGIN:VTIMEZONE',
  `TZID:${london}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n');

function parts(day: string): { year: number; month: number; day: number } {
  const found = partsOfDay(day);
  if (!found) throw new RangeError(`not a day of the calendar: ${day}`);
  return found;
}

/** A day without a time, as `Temporal.PlainDate`. */
export function asDate(day: string): ICalTemporalPlainDateStub {
  return { ...parts(day), toJSON: () => day, toString: () => day, ...midnight(day) };
}

/** How the writer tells a day from a day with a time. */
const midnight = (day: string) => ({ toPlainDateTime: () => asTime({ day, minutes: 0 }) });

/** A time on a clock in London, as `Temporal.PlainDateTime`. */
export function asTime(time: LondonTime): ICalTemporalPlainDateTimeStub {
  const text = `${time.day}T${clockTime(time.minutes)}:00`;
  return {
    ...parts(time.day),
    hour: Math.floor(time.minutes / 60),
    minute: time.minutes % 60,
    second: 0,
    toJSON: () => text,
    toString: () => text,
    toPlainDate: () => asDate(time.day),
    toZonedDateTime: (zone) => inLondon(time, zone),
  };
}

function inLondon(time: LondonTime, zone: string): ICalTemporalZonedDateTimeStub {
  if (zone !== london) throw new RangeError(`times are kept for ${london}, not ${zone}`);
  const { toPlainDate: _, toZonedDateTime: __, ...plain } = asTime(time);
  const epochMilliseconds = utcMinutes(time) * 60_000;
  const text = new Date(epochMilliseconds).toISOString();
  const zoned: ICalTemporalZonedDateTimeStub = {
    ...plain,
    timeZoneId: zone,
    toInstant: () => ({
      epochMilliseconds,
      toJSON: () => text,
      toString: () => text,
      toZonedDateTimeISO: () => zoned,
    }),
    toPlainDateTime: () => asTime(time),
    withTimeZone: (other) => inLondon(time, other),
  };
  return zoned;
}
