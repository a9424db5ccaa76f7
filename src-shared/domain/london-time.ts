import { addDays, dayFromNumber, dayNumber, endOfMonth, partsOfDay, weekdayOf } from './dates.ts';

/** Time of day as clocks in the United Kingdom show it, by the rule in force since 1996, with no time zone data. */

/** A time on a clock in London: the day, and minutes since its midnight. */
export type LondonTime = { readonly day: string; readonly minutes: number };

const lastSunday = (year: number, month: number): string => {
  const last = endOfMonth(year, month);
  return addDays(last, -weekdayOf(last));
};

/** Minutes since 1970 in UTC at which summer time begins and ends: 01:00 UTC on the last Sundays of March and October. */
function summerTime(year: number): { begins: number; ends: number } {
  const at = (day: string): number => dayNumber(day) * 1_440 + 60;
  return { begins: at(lastSunday(year, 3)), ends: at(lastSunday(year, 10)) };
}

const yearOf = (day: string): number => partsOfDay(day)?.year ?? 1970;

/**
 * Minutes since 1970 in UTC. Of the hour that comes twice in October the first is meant; the hour that the clocks leave
 * out in March counts on from before it.
 */
export function utcMinutes({ day, minutes }: LondonTime): number {
  const asUtc = dayNumber(day) * 1_440 + minutes;
  const { begins, ends } = summerTime(yearOf(day));
  // In London it is 02:00, not 01:00, once summer time has begun, and 02:00 until it ends.
  return asUtc >= begins && asUtc < ends + 60 ? (asUtc < begins + 60 ? asUtc : asUtc - 60) : asUtc;
}

/** The time on a clock in London at so many minutes since 1970 in UTC. */
export function londonTime(utc: number): LondonTime {
  const { begins, ends } = summerTime(yearOf(dayFromNumber(Math.floor(utc / 1_440))));
  const shown = utc >= begins && utc < ends ? utc + 60 : utc;
  const day = Math.floor(shown / 1_440);
  return { day: dayFromNumber(day), minutes: shown - day * 1_440 };
}

/** So many minutes later by the clock in London, though the clocks change in between. */
export const minutesLater = (time: LondonTime, minutes: number): LondonTime =>
  londonTime(utcMinutes(time) + minutes);

/** "14:00" as minutes since midnight. */
export const clockMinutes = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes since midnight as "14:00". */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
