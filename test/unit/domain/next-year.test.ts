import { describe, expect, it } from 'vitest';
import { dateHasPassed, nextPeriod, nextTitle } from '#shared/domain/next-year.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { readTimescale } from '#shared/domain/timescales.ts';

const year = (words: string) => readPeriod(words);

describe('the next year of a plan', () => {
  it('is as long as the old one and follows it', () => {
    expect(nextPeriod(year('2009-10'), '2010-01-01', 4).label).toBe('2010-11');
    expect(nextPeriod(year('2008-11'), '2010-01-01', 4).label).toBe('2011-14');
    expect(nextPeriod(year('July to September 2010'), '2010-01-01', 4).label).toBe(
      'October to December 2010',
    );
  });

  it('follows the present financial year where the plan has no dates', () => {
    expect(nextPeriod(null, '2010-10-12', 4).label).toBe('2011-12');
    expect(nextPeriod({ label: 'Phase two', start: null, end: null }, '2010-03-31', 4).label).toBe('2010-11');
  });

  it('stands in the title where the old one did, written as it was', () => {
    const from = year('2009-10');
    const to = year('2010-11');
    expect(nextTitle('Play plan 2009/10', from, to)).toBe('Play plan 2010/11');
    expect(nextTitle('Work plan 2009-2010, final', from, to)).toBe('Work plan 2010-2011, final');
    expect(nextTitle('Harbour plan, after the review of 2004-05', from, to)).toBe(
      'Harbour plan, after the review of 2004-05',
    );
    expect(nextTitle('Strategy 2008-11', year('2008-11'), year('2011-14'))).toBe('Strategy 2011-14');
  });

  it('finds the dates that lie before it, and no others', () => {
    const start = '2010-04-01';
    const passed = (words: string) => dateHasPassed(readTimescale(words), start);
    expect(passed('By March 2010')).toBe(true);
    expect(passed('By June 2010')).toBe(false);
    expect(passed('Ongoing')).toBe(false);
    expect(passed('September 2008 onwards')).toBe(false);
    expect(dateHasPassed(null, start)).toBe(false);
    expect(dateHasPassed(readTimescale('By March 2010'), null)).toBe(false);
  });
});
