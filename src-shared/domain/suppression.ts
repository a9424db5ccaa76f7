import type { SuppressionRule } from '../contract/suppression-rule.ts';
import { numberWords } from './number-words.ts';

export type { SuppressionRule } from '../contract/suppression-rule.ts';

/** What holds until the office says otherwise: fewer than five, as published statistics usually have it. */
export const usualSuppression: SuppressionRule = { threshold: 5, secondary: true };

/** The published-statistics symbol for a figure that is not told, and how it is printed. */
export const leftOutSymbol = 'c';
export const leftOutMark = '[c]';
export const leftOutWords = 'Left out: it names a small number.';

/** Whether a count is too small to be printed. Nobody at all tells nothing of anybody. */
export const isSmall = (count: number, { threshold }: SuppressionRule): boolean =>
  count > 0 && count < threshold;

/** A count as it is printed; halves go up. */
export function roundedCount(count: number, { roundTo }: SuppressionRule): number {
  return roundTo === undefined ? count : Math.floor(count / roundTo + 0.5) * roundTo;
}

/** "one of the centres" names no child; "one child" does. */
const oneOfThem = /\bone (?:child|baby|boy|girl|pupil|family|parent|mother|father)\b/i;

/** Whether a text says one of these numbers, in figures or in words, so that it would tell what was left out. */
export function saysNumber(text: string, numbers: Iterable<number>): boolean {
  const wanted = new Set(numbers);
  if (wanted.size === 0) return false;
  for (const [digits] of text.matchAll(/(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d])/g)) {
    if (wanted.has(Number(digits.replaceAll(',', '')))) return true;
  }
  for (const number of wanted) {
    const word = numberWords[number];
    if (word === undefined) continue;
    if (number === 1 ? oneOfThem.test(text) : new RegExp(`\\b${word}\\b`, 'i').test(text)) return true;
  }
  return false;
}

/** The rule in a sentence, as reports print it. */
export function suppressionInWords({ threshold, roundTo, secondary }: SuppressionRule): string {
  const also = secondary ? ', and so are figures that would tell them' : '';
  const rounded = roundTo ? ` Other counts are rounded to the nearest ${roundTo}.` : '';
  return `Counts of children from 1 to ${threshold - 1} are left out and shown as ${leftOutMark}${also}.${rounded}`;
}
