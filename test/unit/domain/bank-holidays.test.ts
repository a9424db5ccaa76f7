import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '#shared/domain/bank-holidays.ts';
import { weekdayOf } from '#shared/domain/dates.ts';

const days = (year: number): string[] => bankHolidays(year).map(({ on }) => on);

describe('bank holidays of England and Wales', () => {
  /** As announced for these years. */
  it.each([
    [1995, '01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26'],
    [1999, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31'],
    [2000, '01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26'],
    [2002, '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26'],
    [2010, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    [2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ])('are those announced for %i', (year, expected) => {
    expect(days(year)).toEqual(expected.split(' ').map((one) => `${year}-${one}`));
  });

  it('say which stand in for a feast at a weekend', () => {
    expect(bankHolidays(2021).slice(-2)).toEqual([
      { on: '2021-12-27', name: 'Christmas Day (substitute day)' },
      { on: '2021-12-28', name: 'Boxing Day (substitute day)' },
    ]);
  });

  it('are eight different weekdays of the year at least, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1978, max: 2500 }), (year) => {
        const found = days(year);
        expect(found.length).toBeGreaterThanOrEqual(8);
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual([...found].sort());
        for (const on of found) {
          expect(on.startsWith(`${year}-`)).toBe(true);
          expect(weekdayOf(on) % 6).not.toBe(0);
        }
      }),
    );
  });

  it('are refused for years before the present rules', () => {
    expect(() => bankHolidays(1977)).toThrow(RangeError);
  });
});
