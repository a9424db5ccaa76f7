import type { ColumnProfile } from './column-profile.ts';
import { isBareMonth, looksLikePeriod, periodWords } from './value-headings.ts';

/** A column of a chart of bars: under the name of a stretch of time, its cells ticked or filled where the work lies. */
export type BarColumn = { readonly profile: ColumnProfile; readonly words: string };

const markPattern = /^(?:x{1,3}|[✓✔☑☒✗✘✖•●○■□▪▶►▸◄◆◇★☆▲▼→⇒➔➜⟶↔⟷—–]{1,8}|[-=]{1,8}>|[-=]{3,8}|ü|þ|û|\*)$/iu;

/** A sign that marks a time in a chart: a cross, a tick, an arrow, a star; no word. */
export function isBarMark(text: string): boolean {
  return text.length <= 8 && markPattern.test(text.trim());
}

const termPart =
  /^(?:(?:aut|spr|sum)(?:umn|ing|mer)?(?:\s+term)?\s*[12]?(?:st|nd)?(?:\s+half)?|half[\s-]?term\s*[1-6]|t(?:erm)?\s?[1-6]|ht\s?[1-6])$/i;
const spanPart =
  /^(?:short|medium|mid|long|longer)\b(?:[\s-]*term)?.{0,24}$|^(?:immediate|now)$|^(?:within )?(?:\d{1,2}\s*[-–to]+\s*)?\d{1,2}\s*\+?\s*(?:months?|years?|yrs?)\+?$/i;
const weekPart = /^(?:w\/?c|w(?:ee)?k|wk)\b.{0,14}$|^w\d{1,2}$/i;
const yearLetters = 'JFMAMJJASOND'.repeat(3);

/**
 * The columns of a chart of bars, in order; none where there is no chart. Two ticked columns make one, or three of which
 * one is ticked or filled: a column of figures or words is none.
 */
export function barColumnsOf(profiles: readonly ColumnProfile[], year: string | null): BarColumn[] {
  const open = profiles.filter((profile) => profile.filled === 0 || profile.marks >= 0.9);
  const named = open.flatMap((profile) => {
    const words = timeWords(profile, year);
    return words === null ? [] : [{ profile, words }];
  });
  const bars = named.length >= 2 ? named : lettersOf(open);
  const ticked = bars.filter(({ profile }) => profile.marks > 0).length;
  const said =
    ticked >= 2 || (bars.length >= 3 && bars.some(({ profile }) => profile.marks > 0 || profile.shaded > 0));
  return said ? bars : [];
}

function timeWords(profile: ColumnProfile, year: string | null): string | null {
  const last = profile.path[profile.path.length - 1] ?? '';
  const names = looksLikePeriod(last) || isBareMonth(last) || termPart.test(last) || weekPart.test(last);
  if (spanPart.test(last)) return last;
  if (!names) return null;
  if (termPart.test(last) || weekPart.test(last)) {
    const above = profile.path.slice(0, -1).filter((piece) => looksLikePeriod(piece) || isBareMonth(piece));
    return [last, ...above].join(' ');
  }
  return periodWords(profile.path, year) ?? last;
}

/** "A M J J A S O N D J F M": months by their first letters, where enough of them stand in their order. */
function lettersOf(profiles: readonly ColumnProfile[]): BarColumn[] {
  const lettered = profiles.filter((profile) => /^[A-Z]$/.test(profile.path[profile.path.length - 1] ?? ''));
  const said = lettered.map((profile) => profile.path[profile.path.length - 1]).join('');
  const at = said.length < 6 ? -1 : yearLetters.indexOf(said);
  if (at < 0) return [];
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return lettered.map((profile, offset) => {
    const above = profile.path.slice(0, -1).filter(looksLikePeriod);
    return { profile, words: [names[(at + offset) % 12], ...above].join(' ') };
  });
}
