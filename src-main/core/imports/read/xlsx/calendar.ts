/** Day numbers of a workbook and the calendar, without a clock and without time zones. */

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

/** Days from 1 January 1970 (Howard Hinnant's civil-from-days). */
export function calendarDay(days: number): CalendarDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** The other way: a calendar day as days from 1 January 1970. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
  return era * 146_097 + ofEra - 719_468;
}

/**
 * The calendar day of a workbook's day number. In the system of 1900 the numbers 1 to 60 count a 29 February
 * 1900 that never was; in the system of 1904, day 0 is 1 January 1904.
 */
export function serialDay(serial: number, from1904: boolean): CalendarDay {
  const whole = Math.floor(serial);
  if (from1904) return calendarDay(whole - 24_107);
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  return calendarDay(whole - (whole > 60 ? 25_569 : 25_568));
}

/** The day number of YYYY-MM-DD in the system of 1900; null where it is no such day. */
export function daySerial(day: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(day);
  if (parts === null) return null;
  const days = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) + 25_569;
  return days > 60 ? days : days - 1;
}

/** Sunday is 0. */
export function weekday(day: CalendarDay): number {
  return (((dayNumber(day.year, day.month, day.day) + 4) % 7) + 7) % 7;
}

export function isoDay(day: CalendarDay): string {
  return `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}
