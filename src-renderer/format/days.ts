import { daysBetween, formatDay, monthNames, weekdayNames, weekdayOf } from '#shared/domain/dates.ts';

/** Days and instants in the words of the design: "24 November 2014", "Friday 15 October", "today 13:00". */

export { daysBetween, formatDay, formatDayWithWeekday as formatWeekday } from '#shared/domain/dates.ts';

const local = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', options);
const localClock = local({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const localDay = local({ year: 'numeric', month: '2-digit', day: '2-digit' });

const monthOf = (day: string): string => monthNames[Number(day.slice(5, 7)) - 1] ?? '';
const weekday = (day: string): string => weekdayNames[weekdayOf(day)] ?? '';
const dayMonth = (day: string): string => `${Number(day.slice(8))} ${monthOf(day)}`;

/** "24 November", with the year where it is not that of `today`. */
export function formatDayNear(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayMonth(day) : formatDay(day);
}
/** "Friday 15 October" within a fortnight of today, else as formatDayNear. */
export function formatDaySoon(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  return ahead >= 0 && ahead <= 14 ? `${weekday(day)} ${dayMonth(day)}` : formatDayNear(day, today);
}
/** "Thu 21" and "October" apart, for a calendar column. */
export const calendarParts = (day: string): { day: string; month: string } => ({
  day: `${weekday(day).slice(0, 3)} ${Number(day.slice(8))}`,
  month: monthOf(day),
});

/** The local calendar day of an instant, YYYY-MM-DD. */
export function dayOfInstant(instant: string): string {
  const parts = Object.fromEntries(
    localDay.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}
/** "14:32", in the time of this machine. */
export const formatClock = (instant: string): string => localClock.format(new Date(instant));
/** "30 June 2010, 09:10" */
export const formatInstant = (instant: string): string =>
  `${formatDay(dayOfInstant(instant))}, ${formatClock(instant)}`;
/** "today 13:00", "yesterday 17:20", "30 June 2010". */
export function formatInstantNear(instant: string, today: string): string {
  const day = dayOfInstant(instant);
  const ago = daysBetween(day, today);
  if (ago === 0) return `today ${formatClock(instant)}`;
  if (ago === 1) return `yesterday ${formatClock(instant)}`;
  return formatDayNear(day, today);
}
