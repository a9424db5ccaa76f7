import type { Closure } from '../contract/meeting-records.ts';
import { addDays, dayNumber, formatDay, weekdayNames, weekdayOf } from './dates.ts';

/** Days on which nobody meets, and how a deadline is counted back over them. */

/** A stretch of days kept in the register, first and last included. */
export type Closed = Readonly<Pick<Closure, 'from' | 'until' | 'kind' | 'name'>>;

export const isWeekend = (day: string): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** The closures by day, looked up at once however many there are. A stretch of over four years is refused. */
export function closedDays(closures: readonly Closed[]): ReadonlyMap<string, readonly Closed[]> {
  const days = new Map<string, Closed[]>();
  for (const closure of closures) {
    const length = dayNumber(closure.until) - dayNumber(closure.from);
    if (length > 1_500) throw new RangeError(`a closure of ${length} days: ${closure.name}`);
    for (let day = closure.from; day <= closure.until; day = addDays(day, 1)) {
      const there = days.get(day);
      if (there) there.push(closure);
      else days.set(day, [closure]);
    }
  }
  return days;
}

/** "a bank holiday (Easter Monday)", "in the school holidays (Easter holiday)" */
export function closureInWords({ kind, name }: Pick<Closed, 'kind' | 'name'>): string {
  if (kind === 'bank-holiday') return `a bank holiday (${name})`;
  if (kind === 'school-holiday') return `in the school holidays (${name})`;
  return `a day on which the office is closed (${name})`;
}

/** "a Saturday" */
export const weekendInWords = (day: string): string => `a ${weekdayNames[weekdayOf(day)]}`;

export const noticeUnits = ['working-days', 'days'] as const;
/** How long before a meeting its papers are due. */
export type Notice = { readonly count: number; readonly unit: (typeof noticeUnits)[number] };

export type Deadline = {
  readonly on: string /** Why it is earlier than counted. */;
  readonly moved: string | null;
};

/** Does the office work on this day? School holidays are no reason not to. */
export function isWorkingDay(day: string, closed: ReadonlyMap<string, readonly Closed[]>): boolean {
  return !isWeekend(day) && !closed.get(day)?.some(({ kind }) => kind !== 'school-holiday');
}

/**
 * The day by which the papers of a meeting are due. Working days are counted back from the meeting, which does not
 * count itself: one working day before a Monday is the Friday. Plain days that end where nobody works go back to
 * the working day before, and say so.
 */
export function papersDue(
  meetingOn: string,
  notice: Notice,
  closed: ReadonlyMap<string, readonly Closed[]>,
): Deadline {
  if (notice.unit === 'days') {
    const counted = addDays(meetingOn, -notice.count);
    const on = notice.count === 0 ? counted : workingDayUpTo(counted, closed);
    return { on, moved: on === counted ? null : `${formatDay(counted)} is ${whyClosed(counted, closed)}` };
  }
  let on = meetingOn;
  for (let left = notice.count; left > 0; left -= 1) on = workingDayUpTo(addDays(on, -1), closed);
  return { on, moved: null };
}

function workingDayUpTo(day: string, closed: ReadonlyMap<string, readonly Closed[]>): string {
  let on = day;
  while (!isWorkingDay(on, closed)) on = addDays(on, -1);
  return on;
}

function whyClosed(day: string, closed: ReadonlyMap<string, readonly Closed[]>): string {
  const closure = closed.get(day)?.find(({ kind }) => kind !== 'school-holiday');
  return closure ? closureInWords(closure) : weekendInWords(day);
}

/** "5 working days before", "on the day" */
export function noticeInWords({ count, unit }: Notice): string {
  if (count === 0) return 'on the day of the meeting';
  const word = unit === 'days' ? 'day' : 'working day';
  return `${count} ${word}${count === 1 ? '' : 's'} before`;
}
