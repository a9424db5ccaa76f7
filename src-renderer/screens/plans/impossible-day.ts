import { daysInMonth, monthNames } from '#shared/domain/dates.ts';

const written = /\b(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?([a-z]{3,9})\.?[\s./-]+(\d{4})\b/i;

/**
 * Why words that look like a day are none: "February 2011 has 28 days." Null where they name no such day; the
 * words themselves are kept either way.
 */
export function impossibleDay(words: string): string | null {
  const found = written.exec(words);
  if (!found) return null;
  const name = (found[2] ?? '').toLowerCase();
  const month = monthNames.findIndex((one) => one.toLowerCase().startsWith(name)) + 1;
  const year = Number(found[3]);
  if (month === 0 || Number(found[1]) <= daysInMonth(year, month)) return null;
  return `${monthNames[month - 1]} ${year} has ${daysInMonth(year, month)} days.`;
}
