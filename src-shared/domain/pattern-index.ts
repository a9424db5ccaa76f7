import type { Pattern } from './date-patterns.ts';
import { monthPiece, ordinalYearPiece, weekdayPiece } from './date-words.ts';

/**
 * Which patterns are worth trying at a place of a text. A date begins with a figure, an apostrophe or one of a few
 * words, told by their first three letters; every other place is passed over at the cost of one look.
 */
export type PatternIndex = ReadonlyMap<string, readonly Pattern[]>;

const figure = '#';

export function indexOf(patterns: readonly Pattern[]): PatternIndex {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    for (const stem of beginningsOf(pattern.shape.source)) {
      const known = index.get(stem);
      if (known) known.push(pattern);
      else index.set(stem, [pattern]);
    }
  }
  return index;
}

/** The patterns that may match at this place, in their order; none inside a run of other words. */
export function patternsAt(index: PatternIndex, plain: string, at: number): readonly Pattern[] | undefined {
  const code = plain.charCodeAt(at);
  if ((code >= 48 && code <= 57) || code === 39) return index.get(figure);
  if (code < 97 || code > 122) return undefined;
  let to = at + 1;
  while (to < at + 3 && plain.charCodeAt(to) >= 97 && plain.charCodeAt(to) <= 122) to += 1;
  return index.get(plain.slice(at, to));
}

const optional: ReadonlyArray<readonly [string, string]> = [
  [weekdayPiece, 'mon tue wed thu fri sat sun'],
  ['(?:the\\s+)?', 'the'],
  [ordinalYearPiece, 'yea yr y'],
];

/**
 * The stems a pattern can begin with, read off its source: never too few. All words of the source count where it
 * does not begin with figures or a month.
 */
function beginningsOf(source: string): Set<string> {
  const stems = new Set<string>();
  let rest = source;
  for (const [piece, words] of optional) {
    if (!rest.startsWith(piece)) continue;
    for (const word of words.split(' ')) stems.add(word);
    rest = rest.slice(piece.length);
  }
  if (/^[(?:']*(?:\\d|0\?|19|\d)/.test(rest) || /^\((?:[a-z]+\|)*1st/.test(rest)) stems.add(figure);
  if (stems.has(figure) && !/^\((?:1st|[a-z]+\|)/.test(rest)) return stems;
  const words = rest.startsWith(monthPiece) ? monthPiece : rest;
  for (const [word, , mayLack] of words.replace(/\\[a-z]/g, ' ').matchAll(/([a-z]+)(\?)?/g)) {
    const letters = word.replace('?', '');
    stems.add(letters.slice(0, 3));
    if (mayLack) stems.add(letters.slice(0, -1).slice(0, 3));
  }
  return stems;
}
