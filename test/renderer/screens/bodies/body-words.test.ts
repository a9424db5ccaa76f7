import { describe, expect, it } from 'vitest';
import {
  cycleReading,
  linesOf,
  typedNumber,
  typedTime,
} from '../../../../src-renderer/screens/bodies/body-words.ts';
import {
  closedStretches,
  dayInMonth,
  monthsFrom,
  yearStart,
} from '../../../../src-renderer/screens/bodies/year-months.ts';

describe('what is typed on the page of a board or group', () => {
  it.each([
    ['2pm', '14:00'],
    ['2.30 pm', '14:30'],
    ['12 am', '00:00'],
    ['12.15pm', '12:15'],
    ['9:05', '09:05'],
    ['14.00', '14:00'],
    ['', null],
    ['14', undefined],
    ['25:00', undefined],
    ['9.75', undefined],
    ['0 pm', undefined],
    ['after lunch', undefined],
  ])('reads “%s” as a time of day, or as none', (words, time) => {
    expect(typedTime(words)).toBe(time);
  });

  it('reads numbers, and lines without the empty ones', () => {
    expect(['6', ' ', 'six', '1.5'].map(typedNumber)).toEqual([6, null, undefined, undefined]);
    expect(linesOf(' North \n\nSouth\n')).toEqual(['North', 'South']);
  });

  it('says what was read of how often it meets, and what was not', () => {
    expect(cycleReading('Termly, in rotation')).toBe('Read as once a term. Not understood: “in rotation”.');
    expect(cycleReading('1. Plan\n2. Review\n3. Report cards')).toContain('levels of reporting');
  });
});

describe('the months of a year of meetings', () => {
  it('are twelve from the first of one, with the year where it changes', () => {
    const months = monthsFrom('2010-09-01');
    expect(months).toHaveLength(12);
    expect(months[0]?.label).toBe('September 2010');
    expect(months[4]).toMatchObject({ label: 'January 2011', to: '2011-01-31', days: 31 });
    expect(months[5]).toMatchObject({ label: 'February', to: '2011-02-28' });
  });

  it('begin where the office’s year does', () => {
    expect(yearStart('2010-03-31', 4)).toBe('2009-04-01');
    expect(yearStart('2010-04-01', 4)).toBe('2010-04-01');
  });

  it('shade the part of a closure that falls within each', () => {
    const closure = { id: 'a', from: '2010-07-24', until: '2010-09-05' };
    const [july, august, september, october] = monthsFrom('2010-07-01').map((month) =>
      closedStretches([closure], month),
    );
    expect(july?.[0]).toMatchObject({ left: 23 / 31, width: 8 / 31 });
    expect(august?.[0]).toMatchObject({ left: 0, width: 1 });
    expect(september?.[0]).toMatchObject({ left: 0, width: 5 / 30 });
    expect(october).toEqual([]);
  });

  it('name a day short', () => {
    expect(dayInMonth('2010-10-21')).toBe('Thu 21');
  });
});
