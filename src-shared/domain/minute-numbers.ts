import type { MinuteNumbering, ResolutionStyle } from '../contract/meeting-records.ts';
import { financialYearOf, yearOf } from './dates.ts';

/** How bodies number their minutes and their resolutions. */

export type YearMonths = { readonly financial: number; readonly academic: number };

/** A number that was given, and the day of the meeting it was given at. */
export type Given = { readonly ref: string; readonly on: string | null };

const months = (counts: MinuteNumbering['counts'], years: YearMonths): number =>
  counts === 'financial-year' ? years.financial : counts === 'academic-year' ? years.academic : 1;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The pattern with everything but {n} filled in for a day. */
function patternOn(
  pattern: string,
  counts: MinuteNumbering['counts'],
  on: string,
  years: YearMonths,
): string {
  const start = months(counts, years);
  const { startYear } = yearOf(on, start);
  return pattern
    .replaceAll('{yyyy}', String(startYear))
    .replaceAll('{yy}', String(startYear % 100).padStart(2, '0'))
    .replaceAll('{year}', financialYearOf(on, start).label);
}

/** Every number that a reference holds: "13/10 to 19/10" holds two. */
const numbersIn = (text: string, pattern: string): number[] => {
  const shape = new RegExp(`(?<![\\w/])${escaped(pattern).replace('\\{n\\}', '(\\d+)')}(?![\\w/])`, 'g');
  return [...text.matchAll(shape)].map((found) => Number(found[1]));
};

/**
 * The number of the next minute: one more than the highest given in the stretch that is counted over. A pattern
 * without {n} gives the same words each time.
 */
export function nextMinute(
  { pattern, counts }: Pick<MinuteNumbering, 'pattern' | 'counts'>,
  given: readonly Given[],
  on: string,
  years: YearMonths,
): string {
  const shape = patternOn(pattern, counts, on, years);
  const start = months(counts, years);
  const own = yearOf(on, start).startYear;
  const inScope = given.filter(
    (one) => counts === 'body' || one.on === null || yearOf(one.on, start).startYear === own,
  );
  const highest = Math.max(0, ...inScope.flatMap(({ ref }) => numbersIn(ref, shape)));
  return shape.replace('{n}', String(highest + 1));
}

/** The usual style of a body that has none of its own. */
export const usualStyle: ResolutionStyle = { words: 'RESOLVED ({n})', counts: 'item' };

/** What a style says once above, and how it marks each resolution; `shown` is false where the mark is not printed. */
export function readStyle({ words }: Pick<ResolutionStyle, 'words'>): {
  said: string;
  mark: (n: number) => string;
  shown: boolean;
} {
  const parts = words.trim().split(/\s+/);
  const at = parts.findIndex((part) => part.includes('{n}'));
  if (at === -1) return { said: words.trim(), mark: String, shown: false };
  const shape = parts[at] ?? '{n}';
  return {
    said: parts.slice(0, at).join(' '),
    mark: (n) => shape.replaceAll('{n}', String(n)),
    shown: true,
  };
}

/** The number of the next resolution among those it is counted with. */
export function nextResolution(style: Pick<ResolutionStyle, 'words'>, numbers: readonly string[]): string {
  const { mark } = readStyle(style);
  const shape = new RegExp(escaped(mark(0)).replace('0', '(\\d+)'));
  const given = numbers.map((number) =>
    Number(shape.exec(number)?.[1] ?? /(\d+)\D*$/.exec(number)?.[1] ?? 0),
  );
  return mark(Math.max(0, ...given) + 1);
}

/** How a resolution is named elsewhere: "27/10 (2)". A number that names its minute already stays as it is. */
export function resolutionRef(number: string, minuteRef: string | null | undefined): string {
  if (!minuteRef || number.includes(minuteRef) || /\d\s*\/\s*\d/.test(number)) return number;
  return [minuteRef, number].filter(Boolean).join(' ');
}
