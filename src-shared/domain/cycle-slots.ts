import type { Cycle, CycleDay } from './cycle-words.ts';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  endOfMonth,
  formatMonth,
  makeDay,
  monthNames,
  partsOfDay,
  weekdayOf,
} from './dates.ts';
import { type Closed, isWeekend } from './free-days.ts';
import { formatSpan } from './periods.ts';
import { halfOfTermSpan, termSpan, weekdayOfMonthSpan } from './spans.ts';

/** The stretches of a year in each of which one meeting falls, and the day it would have there. */
export type Slot = {
  /** "Autumn term 2010", "October 2010", "2 of 6" */
  readonly label: string;
  readonly start: string;
  readonly end: string;
  /** The day wanted, before anything is avoided. */
  readonly ideal: string;
};

export type SlotRange = {
  readonly from: string;
  readonly to: string;
  /** The last meeting before the range: what comes every so many weeks or months goes on from there. */
  readonly last: string | null;
  readonly closed: ReadonlyMap<string, readonly Closed[]>;
};

/** The slots of a cycle within a range of days, in order. */
export function slotsOf(cycle: Cycle, range: SlotRange): Slot[] {
  const { every, day } = cycle;
  const slots =
    every.unit === 'week'
      ? weekSlots(every.step, cycle, range)
      : every.unit === 'term' || every.unit === 'half-term'
        ? termSlots(every.unit, day, range)
        : monthStep(cycle) === null
          ? evenSlots(every.unit === 'year' ? every.times : 1, cycle, range)
          : monthSlots(monthStep(cycle) ?? 1, cycle, range);
  return slots
    .filter(({ ideal }) => ideal >= range.from && ideal <= range.to)
    .map((slot) => ({
      ...slot,
      start: slot.start < range.from ? range.from : slot.start,
      end: slot.end > range.to ? range.to : slot.end,
    }));
}

/**
 * Every how many months, where the cycle goes by months: a number of meetings a year with a day of the month does
 * ("four a year, on the second Tuesday") where it divides the twelve; named months are each a slot.
 */
function monthStep({ every, day, months }: Cycle): number | null {
  if (every.unit === 'month') {
    const { step } = every;
    // "quarterly, not in August" goes by quarters; "yearly, in May and November" by the months named.
    return months && (step === 1 || step === 12 || months.length === 12 / step) ? 1 : step;
  }
  if (every.unit !== 'year') return null;
  if (months && months.length === every.times) return 1;
  const exact = day !== null && (day.nths.length > 0 || day.date !== null);
  return exact && 12 % every.times === 0 ? 12 / every.times : null;
}

function monthSlots(step: number, cycle: Cycle, range: SlotRange): Slot[] {
  const anchor = range.last ?? range.from;
  const first = startOf(range.from);
  const offset = step === 1 ? 0 : ((monthsFrom(anchor, first) % step) + step) % step;
  // Named months decide by themselves which they are; a step goes on from the last meeting.
  const start = addMonths(first, offset === 0 ? 0 : step - offset);
  const slots: Slot[] = [];
  for (let month = start; month <= range.to; month = addMonths(month, step)) {
    const { year, month: number } = partsOfDay(month) as { year: number; month: number };
    if (step === 1 && cycle.months && !cycle.months.includes(number)) continue;
    const end = endOfMonth(year, number + step - 1);
    const label = step === 1 ? formatMonth(month) : formatSpan(month, end);
    const span = { label, start: month, end };
    for (const ideal of idealsInMonth(cycle.day, span)) slots.push({ ...span, ideal });
  }
  return slots;
}

const startOf = (day: string): string => `${day.slice(0, 8)}01`;
const monthsFrom = (from: string, to: string): number => {
  const [a, b] = [partsOfDay(from), partsOfDay(to)];
  return a && b ? (b.year - a.year) * 12 + b.month - a.month : 0;
};

function idealsInMonth(day: CycleDay | null, { start, end }: { start: string; end: string }): string[] {
  const parts = partsOfDay(start);
  if (parts && day?.date != null) {
    const date = Math.min(day.date, daysInMonth(parts.year, parts.month));
    return [makeDay(parts.year, parts.month, date) as string];
  }
  const weekday = day?.weekday;
  if (parts && weekday != null && day && day.nths.length > 0) {
    return day.nths.map((nth) => weekdayOfMonthSpan(parts.year, parts.month, nth, weekday).start);
  }
  return [snapped(middle(start, end), day, start, end)];
}

/** Named terms of the convention in spans.ts, without the days that the register keeps as school holidays. */
function termSlots(unit: 'term' | 'half-term', day: CycleDay | null, range: SlotRange): Slot[] {
  const slots: Slot[] = [];
  const years = [partsOfDay(range.from)?.year ?? 0, partsOfDay(range.to)?.year ?? 0];
  for (let year = years[0] as number; year <= (years[1] as number); year += 1) {
    for (const season of ['spring', 'summer', 'autumn'] as const) {
      const spans =
        unit === 'term'
          ? [termSpan(year, season)]
          : [halfOfTermSpan(year, season, 1), halfOfTermSpan(year, season, 2)];
      const name = `${season[0]?.toUpperCase()}${season.slice(1)} term ${year}`;
      spans.forEach(({ start, end }, at) => {
        const label = unit === 'term' ? name : `${name}, ${at === 0 ? 'first' : 'second'} half`;
        for (const ideal of idealsInTerm(day, { start, end }, range.closed)) {
          slots.push({ label, start, end, ideal });
        }
      });
    }
  }
  return slots;
}

function idealsInTerm(
  day: CycleDay | null,
  span: { start: string; end: string },
  closed: SlotRange['closed'],
): string[] {
  const open = daysFrom(span.start, span.end).filter(
    (one) => !isWeekend(one) && !closed.get(one)?.some(({ kind }) => kind === 'school-holiday'),
  );
  const weekday = day?.weekday;
  const days = weekday == null ? open : open.filter((one) => weekdayOf(one) === weekday);
  // A term of which nothing is left: the slot says so where its meeting is looked for.
  if (days.length === 0) return [snapped(middle(span.start, span.end), day, span.start, span.end)];
  if (!day || day.nths.length === 0) return [days[Math.floor((days.length - 1) / 2)] as string];
  return day.nths.map((nth) => (nth === -1 ? days.at(-1) : (days[nth - 1] ?? days.at(-1))) as string);
}

/** So many slots of one length; months left out are no part of the year that is divided. */
function evenSlots(times: number, cycle: Cycle, range: SlotRange): Slot[] {
  const days = daysFrom(range.from, range.to).filter(
    (one) => !cycle.months || cycle.months.includes(Number(one.slice(5, 7))),
  );
  const slots: Slot[] = [];
  for (let at = 0; at < times; at += 1) {
    const start = days[Math.floor((at * days.length) / times)];
    const end = days[Math.floor(((at + 1) * days.length) / times) - 1];
    const centre = days[Math.floor(((at + 0.5) * days.length) / times)];
    if (!start || !end || !centre) continue;
    slots.push({ label: `${at + 1} of ${times}`, start, end, ideal: snapped(centre, cycle.day, start, end) });
  }
  return slots;
}

function weekSlots(step: number, cycle: Cycle, range: SlotRange): Slot[] {
  const weekday = cycle.day?.weekday ?? (range.last ? weekdayOf(range.last) : null);
  const asked: CycleDay = { weekday, nths: [], of: null, date: null };
  const from = range.last
    ? addDays(
        range.last,
        step * 7 * Math.max(1, Math.ceil((dayNumber(range.from) - dayNumber(range.last)) / (step * 7))),
      )
    : range.from;
  const first = weekday === null ? weekdayOnOrAfter(from) : nextWeekday(from, weekday);
  const slots: Slot[] = [];
  for (let ideal = first; ideal <= range.to; ideal = addDays(ideal, step * 7)) {
    if (cycle.months && !cycle.months.includes(Number(ideal.slice(5, 7)))) continue;
    // Half of the way to the next on each side, and never a day that two slots share.
    const before = Math.floor((step * 7 - 1) / 2);
    const start = addDays(ideal, -before);
    const end = addDays(start, step * 7 - 1);
    slots.push({
      label: `Week of ${shortDay(mondayOf(ideal))}`,
      start,
      end,
      ideal: asked.weekday === null ? weekdayOnOrAfter(ideal) : ideal,
    });
  }
  return slots;
}

const shortDay = (day: string): string => {
  const parts = partsOfDay(day);
  return parts ? `${parts.day} ${monthNames[parts.month - 1]} ${parts.year}` : day;
};
const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));
const nextWeekday = (day: string, weekday: number): string =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7);
const weekdayOnOrAfter = (day: string): string => (isWeekend(day) ? nextWeekday(day, 1) : day);

const middle = (start: string, end: string): string =>
  dayFromNumber(Math.floor((dayNumber(start) + dayNumber(end)) / 2));

export const daysFrom = (start: string, end: string): string[] => {
  const days: string[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Of the days between that are as asked the nearest, the later of two; the day itself where none is. */
function snapped(day: string, asked: CycleDay | null, start: string, end: string): string {
  const fits = daysFrom(start, end).filter((one) => isAsked(one, asked));
  return nearest(fits, day)[0] ?? day;
}

/** Is this a day as the words ask for it: a weekday, that weekday, the nth of its month? */
function isAsked(day: string, asked: CycleDay | null): boolean {
  if (!asked || (asked.weekday === null && asked.date === null)) return !isWeekend(day);
  if (asked.date !== null) {
    const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
    return date === Math.min(asked.date, daysInMonth(year, month));
  }
  if (weekdayOf(day) !== asked.weekday) return false;
  if (asked.nths.length === 0 || asked.of === 'term') return true;
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  const last = addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  return asked.nths.includes(nth) || (last && asked.nths.includes(-1));
}

/** Days in order of how near they are to one; of two as near the later first. */
export function nearest(days: readonly string[], to: string): string[] {
  const at = dayNumber(to);
  return days
    .map((day) => ({ day, away: Math.abs(dayNumber(day) - at) }))
    .sort((a, b) => a.away - b.away || (a.day < b.day ? 1 : -1))
    .map(({ day }) => day);
}

/** The last day of the year that begins on a day. */
export const yearAheadOf = (from: string): string => addDays(addMonths(from, 12), -1);
