import { describe, expect, it } from 'vitest';
import type { KpiChange, KpiValue } from '#shared/contract/kpi-records.ts';
import { chartSeries } from '#shared/domain/chart-series.ts';
import { calendarOf, frequencyOf, periodsWithin, yearAround } from '#shared/domain/kpi-calendar.ts';
import { courseOf } from '#shared/domain/kpi-course.ts';
import { allowance, stateAgainst } from '#shared/domain/kpi-rules.ts';
import { kpiPeriods } from '#shared/domain/kpi-standing.ts';
import { formatDecimal } from '#shared/domain/kpi-units.ts';
import { financialYear, quarterOf } from '#shared/domain/periods.ts';

const id = '01900000-0000-7000-8000-000000000001';
const starts = { financial: 4, academic: 9 };
const value = (
  role: KpiValue['role'],
  period: KpiValue['period'],
  number: number,
  more: Partial<KpiValue> = {},
) => ({
  id,
  source: null,
  kpiId: id,
  role,
  period,
  number,
  text: String(number),
  symbol: null,
  comparator: null,
  tolerance: null,
  provisional: false,
  ...more,
});
const change = (on: string, words: string, breaks: boolean): KpiChange => ({
  id,
  source: null,
  kpiId: id,
  on,
  words,
  breaks,
  fields: [],
  by: null,
});

describe('the rules', () => {
  it('count in points or in per cent of the target, with a green band within the amber one', () => {
    const rules = { tolerance: 5, toleranceBy: 'percent' as const, onTrackWithin: 1 };
    expect(allowance(rules, 200)).toEqual({ onTrack: 2, atRisk: 10 });
    expect([198, 197.9, 190, 189.9].map((actual) => stateAgainst(actual, 200, 'up', rules))).toEqual([
      'on-track',
      'at-risk',
      'at-risk',
      'off-track',
    ]);
    expect(stateAgainst(205, 200, 'down', rules)).toBe('at-risk');
  });
});

describe('the series of a chart', () => {
  const quarters = [1, 2, 3, 4].map((quarter) => quarterOf(2009, quarter));
  const values = quarters.flatMap((period, index) => [
    value('actual', period, 10 + index, index === 2 ? { note: 'Snow closed two centres' } : {}),
    value('target', period, 20, { tolerance: 10, toleranceBy: 'percent' }),
  ]);

  it('breaks where something else is measured from, and notes what breaks nothing', () => {
    const changes = [
      change('2009-10-01', 'Counted by headcount', true),
      change('2010-01-15', 'Asked by telephone', false),
    ];
    const series = chartSeries({ name: 'Places', unit: null, polarity: 'up' }, values, { changes });
    expect(series.breaks).toEqual([{ before: 2, reason: 'Counted by headcount' }]);
    expect(series.annotations).toEqual([
      { at: 2, words: 'Snow closed two centres' },
      { at: 3, words: 'Asked by telephone (from 15 January 2010)' },
    ]);
  });

  it('has its tolerance in the unit of the KPI, whatever the rule is set in', () => {
    const series = chartSeries({ name: 'Places', unit: null, polarity: 'up' }, values);
    expect(series.tolerance).toEqual([2, 2, 2, 2]);
  });
});

describe('the course of a year', () => {
  const kpi = { polarity: 'up' as const, unit: '%', frequency: 'quarter' as const, yearBy: 'last' as const };
  const course = (figures: readonly number[], target: number) => {
    const values = [
      ...figures.map((number, index) => value('actual', quarterOf(2010, index + 1), number)),
      value('target', financialYear(2010), target),
    ];
    return courseOf(kpi, values, kpiPeriods(kpi, values), starts);
  };

  it('follows a straight line through the last figures, and no further than a hundred per cent', () => {
    expect(course([60, 62, 64], 65)).toMatchObject({
      trend: 66,
      verdict: 'on-course',
      words: 'On this trend 2010-11 ends at 66% against 65%: on course.',
      basis: 'A straight line through the last 3 quarters',
    });
    expect(course([80, 90, 98], 99)?.trend).toBe(100);
  });

  it('says so where no line goes through the figures', () => {
    expect(course([1e308, 1.5e308, 1.7e308], 65)).toMatchObject({ trend: null, verdict: null });
    expect(course([1e308, 1.5e308, 1.7e308], 65)?.words).toMatch(/^No trend: /);
  });

  it('says nothing of two figures, and nothing once the year is over', () => {
    expect(course([60, 62], 65)).toMatchObject({ trend: null, verdict: null });
    expect(course([60, 62], 65)?.words).toContain('a line needs 3');
    expect(course([60, 62, 64, 65], 65)).toBeNull();
  });
});

describe('the calendar of a KPI', () => {
  it('begins its year where its kind says', () => {
    const year = (kpi: Parameters<typeof yearAround>[0]) => yearAround(kpi, '2010-02-10', starts).label;
    expect(year({})).toBe('2009-10');
    expect(year({ yearKind: 'academic' })).toBe('2009-10 academic year');
    expect(year({ yearKind: 'calendar' })).toBe('2010');
    expect(year({ yearKind: 'custom', yearStartMonth: 7 })).toBe('July 2009 to June 2010');
  });

  it('has the terms of a year in order, and tells how often from the figures', () => {
    const academic = yearAround({ yearKind: 'academic' }, '2010-02-10', starts);
    expect(periodsWithin(academic, 'term', starts).map(({ label }) => label)).toEqual([
      'Autumn term 2009',
      'Spring term 2010',
      'Summer term 2010',
    ]);
    const some = [value('target', financialYear(2009), 1), value('actual', quarterOf(2009, 1), 1)];
    expect(frequencyOf({}, some)).toBe('quarter');
    expect(frequencyOf({}, [])).toBeNull();
  });
});

describe('a figure that is worked out', () => {
  it.each([
    [{ units: 3480n, places: 2 }, '%', '34.80%'],
    [{ units: -123456750n, places: 2 }, 'money', '-£1,234,567.50'],
    [{ units: 1n, places: 0 }, 'days', '1 day'],
    [{ units: 70n, places: 1 }, 'days', '7.0 days'],
    [{ units: 5n, places: 3 }, null, '0.005'],
  ])('is written with every place it has', (decimal, unit, text) => {
    expect(formatDecimal(decimal, unit)).toBe(text);
  });
});

describe('the calendar that figures keep', () => {
  const year = (start: string, end: string): KpiValue => ({
    ...value('target', { label: start.slice(0, 4), start, end }, 1),
  });
  it('is as said, else as most whole years begin, else the office’s', () => {
    const calendar = [year('2009-01-01', '2009-12-31'), year('2010-01-01', '2010-12-31')];
    expect(calendarOf({}, calendar)).toEqual({ yearKind: 'custom', yearStartMonth: 1 });
    expect(calendarOf({ yearKind: 'academic' }, calendar)).toEqual({ yearKind: 'academic' });
    expect(calendarOf({}, [...calendar, year('2010-04-01', '2011-03-31')])).toEqual({
      yearKind: 'custom',
      yearStartMonth: 1,
    });
    expect(calendarOf({}, [])).toEqual({});
  });
});
