import type { Period, Timescale } from '../contract/register.ts';
import { financialYearOf, partsOfDay } from './dates.ts';
import { financialYear, followingPeriod } from './periods.ts';

/**
 * The period of next year's plan: as long as the old one, from the day after. Without dates, the financial year after
 * the one that `today` lies in.
 */
export function nextPeriod(period: Period | null, today: string, yearStartMonth: number): Period {
  const next = period === null ? null : followingPeriod(period, yearStartMonth);
  if (next) return next;
  const year = partsOfDay(financialYearOf(today, yearStartMonth).start)?.year ?? 0;
  return financialYear(year + 1, yearStartMonth);
}

/**
 * The title with the new year where it names the old one, written as it was: "Play plan 2009/10" becomes "Play plan
 * 2010/11". A title that names no year stays: the period tells the plans apart.
 */
export function nextTitle(title: string, from: Period | null, to: Period): string {
  if (from === null || from.start === null || from.end === null) return title;
  if (to.start === null || to.end === null) return title;
  const years = [from.start, from.end, to.start, to.end].map((day) => partsOfDay(day)?.year ?? 0);
  const [oldFirst = 0, oldLast = 0, first = 0, last = 0] = years;
  const said = title.replaceAll(
    /\b((?:19|20)\d\d)(\s?[-/\u2013]\s?|\sto\s)(\d{2}|(?:19|20)\d\d)\b/g,
    (all, one: string, sign: string, two: string) => {
      if (Number(one) !== oldFirst || Number(two) % 100 !== oldLast % 100) return all;
      return `${first}${sign}${String(last).slice(-two.length)}`;
    },
  );
  if (said !== title || oldFirst !== oldLast) return said;
  return title.replaceAll(new RegExp(`\\b${oldFirst}\\b`, 'g'), String(first));
}

/** Whether a date lies wholly before the new year, so that its words need a new date. Ongoing ones do not. */
export function dateHasPassed(timescale: Timescale | null, newStart: string | null): boolean {
  if (timescale === null || newStart === null || timescale.ongoing || timescale.recurrence !== null)
    return false;
  return timescale.end !== null && timescale.end < newStart;
}
