import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  financialYear,
  formatSpan,
  isPeriodText,
  previousPeriod,
  quarterOf,
  readPeriod,
  samePeriodLastYear,
} from '#shared/domain/periods.ts';

describe('readPeriod', () => {
  it.each([
    ['Yr 1 2008/9', '2008-09', '2008-04-01', '2009-03-31'],
    ['Year 2 (2009-10)', '2009-10', '2009-04-01', '2010-03-31'],
    ['2009/2010', '2009-10', '2009-04-01', '2010-03-31'],
    ['FY 2021-22', '2021-22', '2021-04-01', '2022-03-31'],
    ['2008', '2008', '2008-01-01', '2008-12-31'],
    ['Baseline 2008', '2008', '2008-01-01', '2008-12-31'],
    ['Target 2009/10', '2009-10', '2009-04-01', '2010-03-31'],
    ['Q3 2009/10', 'October to December 2009', '2009-10-01', '2009-12-31'],
    ['2009-10 Q4', 'January to March 2010', '2010-01-01', '2010-03-31'],
    ['July to September 2014', 'July to September 2014', '2014-07-01', '2014-09-30'],
    ['Jul-Sep 14', 'July to September 2014', '2014-07-01', '2014-09-30'],
    ['Dec 2013 - Feb 2014', 'December 2013 to February 2014', '2013-12-01', '2014-02-28'],
    ['Sept 2010', 'September 2010', '2010-09-01', '2010-09-30'],
    ['As at 31 March 2010', '31 March 2010', '2010-03-31', '2010-03-31'],
    ['2020/21 H1', 'April to September 2020', '2020-04-01', '2020-09-30'],
    ['2010/11 academic year', '2010-11 academic year', '2010-09-01', '2011-08-31'],
    ['2008-2011', '2008-11', '2008-04-01', '2011-03-31'],
    ['Dec 09', 'December 2009', '2009-12-01', '2009-12-31'],
  ])('reads %j', (text, label, start, end) => {
    expect(readPeriod(text)).toEqual({ label, start, end });
  });

  it('takes the year of a quarter from what stands above it', () => {
    const within = { start: '2010-04-01', end: '2011-03-31' };
    expect(readPeriod('Q4', 4, { within }).label).toBe('January to March 2011');
    expect(readPeriod('Actual Q2', 4, { within }).start).toBe('2010-07-01');
    expect(readPeriod('April to June', 4, { within }).end).toBe('2010-06-30');
  });

  it('keeps words that name no time', () => {
    expect(readPeriod(' Where  set ')).toEqual({ label: 'Where set', start: null, end: null });
    expect(readPeriod('Q4')).toEqual({ label: 'Q4', start: null, end: null });
  });

  it('reads back every quarter, year and month it writes', () => {
    const year = fc.integer({ min: 1990, max: 2045 });
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 4, 8), (from, quarter, start) => {
        for (const period of [financialYear(from, start), quarterOf(from, quarter, start)]) {
          expect(readPeriod(period.label, start)).toEqual(period);
        }
      }),
    );
  });
});

describe('isPeriodText', () => {
  it('tells a heading of time from other headings', () => {
    const yes = ['2009/10', 'Q3 2009/10', 'Yr 1 2008/9', '2008', 'Sept 2010', 'Jul-Sep 2014'];
    const no = ['Owner', 'Target', 'Phase 3', 'Target 2009/10', '12', 'By 2010 all centres', ''];
    expect(yes.filter((text) => !isPeriodText(text))).toEqual([]);
    expect(no.filter((text) => isPeriodText(text))).toEqual([]);
  });
});

describe('neighbouring periods', () => {
  const quarter = quarterOf(2010, 2);

  it('names a quarter by its months, finds the one before and the one of last year', () => {
    expect(quarter).toEqual({ label: 'July to September 2010', start: '2010-07-01', end: '2010-09-30' });
    expect(previousPeriod(quarter)?.label).toBe('April to June 2010');
    expect(samePeriodLastYear(quarter)?.label).toBe('July to September 2009');
    expect(previousPeriod(financialYear(2010))?.label).toBe('2009-10');
    expect(previousPeriod({ label: 'soon', start: null, end: null })).toBeNull();
  });

  it('sorts by time, a year after its quarters, the undated last', () => {
    const sorted = [
      { label: 'later', start: null, end: null },
      quarterOf(2010, 1),
      financialYear(2009),
      quarterOf(2009, 4),
      quarterOf(2009, 1),
    ].sort(comparePeriods);
    expect(sorted.map((period) => period.label)).toEqual([
      'April to June 2009',
      '2009-10',
      'January to March 2010',
      'April to June 2010',
      'later',
    ]);
  });

  it('writes odd stretches by their days', () => {
    expect(formatSpan('2010-05-03', '2010-06-30')).toBe('3 May 2010 to 30 June 2010');
    expect(formatSpan('2009-01-01', '2011-12-31')).toBe('2009 to 2011');
  });
});
