import { addDays, easterOf, endOfMonth, makeDay, weekdayOf } from './dates.ts';

export type BankHoliday = { readonly on: string; readonly name: string };

/** The first year whose bank holidays follow the rules below: the early May holiday came in 1978. */
export const firstBankHolidayYear = 1978;

const day = (year: number, month: number, date: number): string => makeDay(year, month, date) as string;

/** The first Monday on or after a day. */
const mondayFrom = (from: string): string => addDays(from, (8 - weekdayOf(from)) % 7);

/** Holidays that a royal proclamation moved to another day in one year, by their ordinary name. */
const moved: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1995: { 'Early May bank holiday': '1995-05-08' },
  2002: { 'Spring bank holiday': '2002-06-04' },
  2012: { 'Spring bank holiday': '2012-06-04' },
  2020: { 'Early May bank holiday': '2020-05-08' },
  2022: { 'Spring bank holiday': '2022-06-02' },
};

/** Days that were proclaimed besides, for one year. */
const proclaimed: readonly BankHoliday[] = [
  { on: '1981-07-29', name: 'Royal wedding' },
  { on: '1999-12-31', name: 'Millennium bank holiday' },
  { on: '2002-06-03', name: 'Golden Jubilee' },
  { on: '2011-04-29', name: 'Royal wedding' },
  { on: '2012-06-05', name: 'Diamond Jubilee' },
  { on: '2022-06-03', name: 'Platinum Jubilee' },
  { on: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { on: '2023-05-08', name: 'Coronation of King Charles III' },
];

/**
 * The bank holidays of England and Wales in a calendar year, in order of day, as the Banking and Financial Dealings
 * Act 1971 (schedule 1) and the yearly proclamations give them: where one of the three feast days falls at a weekend,
 * the next weekday that is not a holiday already takes its place. Days proclaimed for one year are known up to 2023;
 * of later years only what follows from the rule. Throws RangeError before 1978, when the rules were others.
 */
export function bankHolidays(year: number): BankHoliday[] {
  if (!Number.isInteger(year) || year < firstBankHolidayYear || year > 9998) {
    throw new RangeError(`bank holidays are known by rule from ${firstBankHolidayYear} on, not of ${year}`);
  }
  const easter = easterOf(year);
  const ruled: BankHoliday[] = [
    ...feast(day(year, 1, 1), 'New Year’s Day'),
    { on: addDays(easter, -2), name: 'Good Friday' },
    { on: addDays(easter, 1), name: 'Easter Monday' },
    { on: mondayFrom(day(year, 5, 1)), name: 'Early May bank holiday' },
    { on: lastMonday(year, 5), name: 'Spring bank holiday' },
    { on: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ];
  return [
    ...ruled.map((one) => ({ ...one, on: moved[year]?.[one.name] ?? one.on })),
    ...proclaimed.filter(({ on }) => on.startsWith(`${year}-`)),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function lastMonday(year: number, month: number): string {
  const last = endOfMonth(year, month);
  return addDays(last, -((weekdayOf(last) + 6) % 7));
}

const isWeekend = (on: string): boolean => weekdayOf(on) === 0 || weekdayOf(on) === 6;

/** A feast that gives way to the Monday after a weekend. */
function feast(on: string, name: string): BankHoliday[] {
  return [isWeekend(on) ? { on: mondayFrom(on), name: `${name} (substitute day)` } : { on, name }];
}

/** Christmas and Boxing Day, of which one may stand on the substitute day of the other. */
function christmas(year: number): BankHoliday[] {
  const [first, second] = [day(year, 12, 25), day(year, 12, 26)];
  const names = ['Christmas Day', 'Boxing Day'] as const;
  if (weekdayOf(first) === 6) {
    return [
      { on: day(year, 12, 27), name: `${names[0]} (substitute day)` },
      { on: day(year, 12, 28), name: `${names[1]} (substitute day)` },
    ];
  }
  if (weekdayOf(first) === 0) {
    return [
      { on: second, name: names[1] },
      { on: day(year, 12, 27), name: `${names[0]} (substitute day)` },
    ];
  }
  return [{ on: first, name: names[0] }, ...feast(second, names[1])];
}
