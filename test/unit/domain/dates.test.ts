import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayFromSerial,
  dayNumber,
  daysBetween,
  easterOf,
  endOfMonth,
  financialYearOf,
  formatDay,
  formatDayWithWeekday,
  isDay,
  makeDay,
  monthsBetween,
  weekdayOf,
} from '#shared/domain/dates.ts';

const number = fc.integer({ min: -200_000, max: 200_000 });

describe('calendar days', () => {
  it('counts as the calendar of JavaScript does', () => {
    fc.assert(
      fc.property(number, (days) => {
        const day = dayFromNumber(days);
        expect(day).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(days);
        expect(weekdayOf(day)).toBe(new Date(days * 86_400_000).getUTCDay());
      }),
    );
  });

  it('adds and subtracts without loss', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -5000, max: 5000 }), (days, more) => {
        const day = dayFromNumber(days);
        expect(daysBetween(day, addDays(day, more))).toBe(more);
      }),
    );
  });

  it('knows no 31 February and no 29 February outside leap years', () => {
    expect(makeDay(2011, 2, 31)).toBeNull();
    expect([isDay('2011-02-29'), isDay('2012-02-29'), isDay('1900-02-29'), isDay('2000-02-29')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(isDay('2011-2-1')).toBe(false);
    expect(() => dayNumber('soon')).toThrow(RangeError);
  });

  it('keeps to the end of the month where the next is shorter', () => {
    expect(addMonths('2010-01-31', 1)).toBe('2010-02-28');
    expect(addMonths('2010-03-31', -1)).toBe('2010-02-28');
    expect(addMonths('2010-11-15', 3)).toBe('2011-02-15');
    expect(endOfMonth(2010, 14)).toBe('2011-02-28');
  });

  it('counts the months of a date that moved as an officer does', () => {
    expect(monthsBetween('2010-06-30', '2010-09-30')).toBe(3);
    expect(monthsBetween('2010-01-31', '2010-09-30')).toBe(8);
    expect(monthsBetween('2010-03-31', '2010-12-17')).toBe(8);
    expect(monthsBetween('2010-12-17', '2010-03-31')).toBe(-8);
  });

  it('finds Easter', () => {
    expect([2008, 2010, 2011, 2026, 2038].map(easterOf)).toEqual([
      '2008-03-23',
      '2010-04-04',
      '2011-04-24',
      '2026-04-05',
      '2038-04-25',
    ]);
  });

  it('reads a spreadsheet day count', () => {
    expect(dayFromSerial(40_268)).toBe('2010-03-31');
    expect(dayFromSerial(40_268.75)).toBe('2010-03-31');
    expect(dayFromSerial(12)).toBeNull();
  });

  it('names days and years as people do', () => {
    expect(formatDay('2014-11-24')).toBe('24 November 2014');
    expect(formatDayWithWeekday('2010-10-21')).toBe('Thursday 21 October 2010');
    expect(financialYearOf('2010-03-31')).toEqual({
      label: '2009-10',
      start: '2009-04-01',
      end: '2010-03-31',
    });
    expect(financialYearOf('2010-04-01').label).toBe('2010-11');
    expect(financialYearOf('2010-04-01', 1)).toEqual({
      label: '2010',
      start: '2010-01-01',
      end: '2010-12-31',
    });
    expect(financialYearOf('1999-12-31', 9).label).toBe('1999-00');
  });
});
