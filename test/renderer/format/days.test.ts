import { describe, expect, it } from 'vitest';
import {
  calendarParts,
  daysBetween,
  formatDay,
  formatDayNear,
  formatDaySoon,
  formatInstantNear,
  formatWeekday,
} from '../../../src-renderer/format/days.ts';

describe('days in words', () => {
  it('writes a day in full, and without its year where that is this one', () => {
    expect(formatDay('2014-11-24')).toBe('24 November 2014');
    expect(formatWeekday('2010-10-12')).toBe('Tuesday 12 October 2010');
    expect(formatDayNear('2010-09-24', '2010-10-12')).toBe('24 September');
    expect(formatDayNear('2011-01-13', '2010-10-12')).toBe('13 January 2011');
  });

  it('names the weekday of the coming fortnight only', () => {
    expect(formatDaySoon('2010-10-15', '2010-10-12')).toBe('Friday 15 October');
    expect(formatDaySoon('2010-10-26', '2010-10-12')).toBe('Tuesday 26 October');
    expect(formatDaySoon('2010-10-27', '2010-10-12')).toBe('27 October');
    expect(formatDaySoon('2010-10-11', '2010-10-12')).toBe('11 October');
  });

  it('parts a day for a calendar column', () => {
    expect(calendarParts('2010-10-21')).toEqual({ day: 'Thu 21', month: 'October' });
  });

  it('counts whole days over the change of the clocks', () => {
    expect(daysBetween('2010-10-30', '2010-11-01')).toBe(2);
    expect(daysBetween('2010-11-01', '2010-10-30')).toBe(-2);
  });
});

describe('formatInstantNear', () => {
  const local = (day: string, clock: string) => new Date(`${day}T${clock}:00`).toISOString();
  it('says today and yesterday with the local clock, else the day', () => {
    expect(formatInstantNear(local('2010-10-12', '13:00'), '2010-10-12')).toBe('today 13:00');
    expect(formatInstantNear(local('2010-10-11', '00:05'), '2010-10-12')).toBe('yesterday 00:05');
    expect(formatInstantNear(local('2009-06-30', '09:10'), '2010-10-12')).toBe('30 June 2009');
  });
});
