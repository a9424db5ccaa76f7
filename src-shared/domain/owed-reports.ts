import { plainText } from './date-words.ts';
import { addDays, addMonths } from './dates.ts';
import { readRecurrence } from './recurrence.ts';

/** When a report that is owed again and again is owed next. */

const iso = /^P(\d+)([DWMY])$/;
const times = /^(\d+) a (week|month|year)$/;

/** Whether the words tie a report to meetings and not to days: "to each meeting". */
export const isEachMeeting = (every: string): boolean =>
  /\b(?:each|every|next|all)\s+(?:\w+\s+)?meetings?\b/i.test(every);

/** The day one stretch on from a day: three months on for "quarterly". Null where the words tell no stretch. */
export function owedNext(every: string, from: string): string | null {
  if (isEachMeeting(every)) return null;
  const recurrence = readRecurrence(plainText(every))?.recurrence ?? every;
  const stretch = iso.exec(recurrence);
  if (stretch) {
    const number = Number(stretch[1]);
    if (stretch[2] === 'D') return addDays(from, number);
    if (stretch[2] === 'W') return addDays(from, 7 * number);
    return addMonths(from, stretch[2] === 'M' ? number : 12 * number);
  }
  const often = times.exec(recurrence);
  if (!often) return null;
  const number = Math.max(1, Number(often[1]));
  if (often[2] === 'year') return addMonths(from, Math.max(1, Math.round(12 / number)));
  return addDays(from, Math.max(1, Math.round((often[2] === 'month' ? 30 : 7) / number)));
}
