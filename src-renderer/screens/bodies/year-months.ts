import type { BodyYear, MeetingInYear } from '#shared/contract/cycles.ts';
import {
  addMonths,
  daysBetween,
  daysInMonth,
  monthNames,
  weekdayNames,
  weekdayOf,
} from '#shared/domain/dates.ts';

export type YearMonth = {
  /** Its first day. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** "April", with the year where it begins or the year changes. */
  readonly label: string;
};

/** Twelve months from the first of one. */
export function monthsFrom(from: string): YearMonth[] {
  return Array.from({ length: 12 }, (_, at) => {
    const first = addMonths(from, at);
    const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
    const days = daysInMonth(year, month);
    const name = monthNames[month - 1] ?? '';
    return {
      from: first,
      to: `${first.slice(0, 8)}${String(days).padStart(2, '0')}`,
      days,
      label: at === 0 || month === 1 ? `${name} ${year}` : name,
    };
  });
}

export const inMonth = (meetings: readonly MeetingInYear[], { from, to }: YearMonth): MeetingInYear[] =>
  meetings.filter(({ on }) => on !== null && on >= from && on <= to);

/** "Tue 12" */
export const dayInMonth = (day: string): string =>
  `${(weekdayNames[weekdayOf(day)] ?? '').slice(0, 3)} ${Number(day.slice(8))}`;

/** The first of the financial year in which a day falls. */
export function yearStart(today: string, startMonth: number): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return `${month >= startMonth ? year : year - 1}-${String(startMonth).padStart(2, '0')}-01`;
}

/** Stretches of closures within a month as shares of its width. */
export function closedStretches(
  closures: readonly { id: string; from: string; until: string }[],
  month: YearMonth,
): { id: string; left: number; width: number }[] {
  return closures
    .filter(({ from, until }) => from <= month.to && until >= month.from)
    .map(({ id, from, until }) => {
      const first = Math.max(0, daysBetween(month.from, from));
      const last = Math.min(month.days - 1, daysBetween(month.from, until));
      return { id, left: first / month.days, width: (last - first + 1) / month.days };
    });
}

/** How many meetings lack something. */
export const lacking = (bodies: readonly BodyYear[]): number =>
  bodies.reduce((sum, { meetings }) => sum + meetings.filter(({ gaps }) => gaps.length > 0).length, 0);
