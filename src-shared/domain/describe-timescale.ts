import type { Timescale } from '../contract/register.ts';
import { fullYear, monthOf, monthPiece, plainText } from './date-words.ts';
import { daysInMonth, formatDay, monthNames } from './dates.ts';
import { formatSpan } from './periods.ts';
import { describeRecurrence } from './recurrence.ts';
import { capital } from './words.ts';

/**
 * What a timescale was read as, in a line: "By 31 December 2010", "From 1 September 2008, no end",
 * "Ongoing, every 3 years". Empty where nothing was read.
 */
export function describeTimescale(timescale: Timescale): string {
  const said = sentence(timescale);
  const { revisedFrom } = timescale;
  const old = revisedFrom?.end ?? revisedFrom?.start ?? null;
  if (said === '' || old === null || old === (timescale.end ?? timescale.start)) return said;
  return `${said}, moved from ${formatDay(old)}`;
}

function sentence(timescale: Timescale): string {
  const { kind, start, end, ongoing, recurrence } = timescale;
  const often = recurrence === null ? null : describeRecurrence(recurrence);
  switch (kind) {
    case 'by':
      if (end === null) return '';
      return `By ${formatDay(end)}${often === null ? '' : `, ${often}`}${ongoing ? ', then ongoing' : ''}`;
    case 'from':
      return start === null ? '' : `From ${formatDay(start)}, no end`;
    case 'on':
      return end === null ? '' : `On ${formatDay(end)}`;
    case 'during':
      return stretch(start, end);
    case 'ongoing':
      return often === null ? 'Ongoing' : `Ongoing, ${often}`;
    case 'recurring':
      return often === null ? 'Recurring' : capital(often) + bounds(start, end);
    case 'done':
      return end === null ? 'Done' : `Done, ${start === null ? formatDay(end) : formatSpan(start, end)}`;
    case 'unknown':
      return '';
  }
}

function stretch(start: string | null, end: string | null): string {
  if (start === null) return end === null ? '' : `Until ${formatDay(end)}`;
  return end === null ? `From ${formatDay(start)}, no end` : `${formatDay(start)} to ${formatDay(end)}`;
}

function bounds(start: string | null, end: string | null): string {
  if (start !== null && end !== null) return `, ${formatDay(start)} to ${formatDay(end)}`;
  if (start !== null) return `, from ${formatDay(start)}`;
  return end === null ? '' : `, until ${formatDay(end)}`;
}

const writtenDay = new RegExp(
  `(\\d{1,2})\\s?(?:st|nd|rd|th)?[\\s-]*(?:of\\s+)?${monthPiece}[\\s,.-]*(\\d{4}|\\d{2})`,
);
const numericDay = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})/;

/** Why a day in the words cannot be read: "February 2011 has 28 days." Null where that is not the trouble. */
export function explainImpossibleDay(text: string): string | null {
  const plain = plainText(text);
  const match = writtenDay.exec(plain) ?? numericDay.exec(plain);
  if (!match) return null;
  const month = /^\d/.test(match[2] ?? '') ? Number(match[2]) : monthOf(match[2] ?? '');
  const year = fullYear(match[3] ?? '');
  if (month < 1 || month > 12) return `There is no month ${month}.`;
  const last = daysInMonth(year, month);
  const day = Number(match[1]);
  return day >= 1 && day <= last ? null : `${monthNames[month - 1]} ${year} has ${last} days.`;
}
