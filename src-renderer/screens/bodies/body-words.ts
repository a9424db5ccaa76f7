import { cycleInWords, readCycle } from '#shared/domain/cycle-words.ts';
import { reportingLevels } from '#shared/domain/reporting-levels.ts';

/** What is read from the words of a cycle, in a sentence: also what is not understood. */
export function cycleReading(words: string): string {
  if (words.trim() === '') return 'In words: “termly”, “six a year”, “quarterly, on the second Tuesday”.';
  if (reportingLevels(words)) {
    return 'These are levels of reporting, not how often it meets. They are drawn under Reporting lines.';
  }
  const { cycle, unread, why } = readCycle(words);
  const left = unread.length > 0 ? ` Not understood: ${unread.map((piece) => `“${piece}”`).join(', ')}.` : '';
  return cycle ? `Read as ${cycleInWords(cycle)}.${left}` : `${why ?? ''}`;
}

/** A number typed; null for none, undefined where the words are none. */
export function typedNumber(words: string): number | null | undefined {
  if (words.trim() === '') return null;
  return /^\d{1,4}$/.test(words.trim()) ? Number(words) : undefined;
}

/** "14:00" of "2pm", "2.30 pm" or "14.00"; null for none, undefined where it is no time. */
export function typedTime(words: string): string | null | undefined {
  const text = words.trim().toLowerCase();
  if (text === '') return null;
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text);
  if (!found || (!found[2] && !found[3])) return undefined;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (minute > 59 || hour > (found[3] ? 12 : 23) || (found[3] && hour === 0)) return undefined;
  const full = found[3] ? (hour % 12) + (found[3] === 'pm' ? 12 : 0) : hour;
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export const noTime = (words: string): string =>
  `“${words.trim()}” is not a time of day. Write it as 14:00 or 2pm.`;
export const noNumber = (words: string): string => `“${words.trim()}” is not a number. Write it in digits.`;

/** Lines of a text area: what stands on each, without empty ones. */
export const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
