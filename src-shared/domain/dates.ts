/**
 * Calendar days as text, YYYY-MM-DD, counted without Date objects so that no time zone can shift a day.
 * Day arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days from civil).
 */

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day as text, or null where the calendar has no such day (31 February). */
export function makeDay(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Year, month and day of YYYY-MM-DD text, or null where the text is not a day of the calendar. */
export function partsOfDay(day: string): DayParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return makeDay(parts.year, parts.month, parts.day) === null ? null : parts;
}

/** Is this a day of the calendar, written YYYY-MM-DD? */
export function isDay(text: string): boolean {
  return partsOfDay(text) !== null;
}

function mustParts(day: string): DayParts {
  const parts = partsOfDay(day);
  if (!parts) throw new RangeError(`not a day of the calendar: ${day}`);
  return parts;
}

/** Days since 1 January 1970; negative before. Throws RangeError where the text is not a day. */
export function dayNumber(day: string): number {
  const { year, month, day: date } = mustParts(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is so many days after 1 January 1970. */
export function dayFromNumber(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const made = makeDay(year, month, day);
  if (made === null) throw new RangeError(`no day of the calendar: ${number}`);
  return made;
}

export function addDays(day: string, days: number): string {
  return dayFromNumber(dayNumber(day) + days);
}

/** Days from the first to the second; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same date so many months on; the month's last day where it is shorter. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: date } = mustParts(day);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  const made = makeDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
  if (made === null) throw new RangeError(`out of the calendar: ${day} and ${months} months`);
  return made;
}

/** Whole calendar months from the first to the second, as an officer counts a date that moved. */
export function monthsBetween(from: string, to: string): number {
  const a = mustParts(from);
  const b = mustParts(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  const lastOfA = a.day === daysInMonth(a.year, a.month);
  const lastOfB = b.day === daysInMonth(b.year, b.month);
  if (lastOfA && lastOfB) return months;
  if (months > 0 && b.day < a.day) return months - 1;
  if (months < 0 && b.day > a.day) return months + 1;
  return months;
}

/** First day of a month; month may run over (13 is January of the next year). */
export function startOfMonth(year: number, month: number): string {
  const index = year * 12 + (month - 1);
  const made = makeDay(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
  if (made === null) throw new RangeError(`no such month: ${year}-${month}`);
  return made;
}

/** Last day of a month; month may run over (0 is December of the year before). */
export function endOfMonth(year: number, month: number): string {
  return addDays(startOfMonth(year, month + 1), -1);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** "24 November 2014" */
export function formatDay(day: string): string {
  const { year, month, day: date } = mustParts(day);
  return `${date} ${monthNames[month - 1]} ${year}`;
}

/** "Thursday 21 October 2010" */
export function formatDayWithWeekday(day: string): string {
  return `${weekdayNames[weekdayOf(day)]} ${formatDay(day)}`;
}

/** "September 2010" for any day of it. */
export function formatMonth(day: string): string {
  const { year, month } = mustParts(day);
  return `${monthNames[month - 1]} ${year}`;
}

/** Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876). */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  const made = makeDay(year, month, day);
  if (made === null) throw new RangeError(`no Easter in ${year}`);
  return made;
}

/**
 * The day behind a spreadsheet's day count (1900 system, in which 60 is the 29 February 1900 that never was).
 * Null below 61 or beyond 2199.
 */
export function dayFromSerial(serial: number): string | null {
  const whole = Math.floor(serial);
  if (whole < 61 || whole > 109_574) return null;
  return dayFromNumber(whole - 25_569);
}

/** The year (its first calendar year and its bounds) that a day falls in, where years begin in that month. */
export function yearOf(day: string, startMonth: number): { startYear: number; start: string; end: string } {
  const { year, month } = mustParts(day);
  const startYear = month >= startMonth ? year : year - 1;
  return {
    startYear,
    start: startOfMonth(startYear, startMonth),
    end: endOfMonth(startYear + 1, startMonth - 1),
  };
}

/** The financial year of a day, named as people name it: { label: "2009-10", start, end }. */
export function financialYearOf(
  day: string,
  yearStartMonth = 4,
): { label: string; start: string; end: string } {
  const { startYear, start, end } = yearOf(day, yearStartMonth);
  const label =
    yearStartMonth === 1
      ? String(startYear)
      : `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
  return { label, start, end };
}
