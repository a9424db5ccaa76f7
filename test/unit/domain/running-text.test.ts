import { describe, expect, it } from 'vitest';
import type { Kpi, KpiValue } from '#shared/contract/register.ts';
import { chartSeries, niceAxis } from '#shared/domain/chart-series.ts';
import { findDates } from '#shared/domain/find-dates.ts';
import { kpiPeriods } from '#shared/domain/kpi-standing.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { comparable, similarity } from '#shared/domain/similarity.ts';

describe('findDates', () => {
  it.each([
    ['Review at the next meeting 18/05/11', [['review', '2011-05-18']]],
    ['New target date set for Feb 12', [['revised', '2012-02-29']]],
    ['Forms in use April 2011', [['mention', '2011-04-30']]],
    [
      'Launched in May 2011; to be reviewed March 2012',
      [
        ['done', '2011-05-31'],
        ['review', '2012-03-31'],
      ],
    ],
    [
      'Drafted by June 2009 / new date autumn 2009',
      [
        ['due', '2009-06-30'],
        ['revised', '2009-11-30'],
      ],
    ],
    [
      '4 bases by 2011 and 9 by 2012',
      [
        ['due', '2011-12-31'],
        ['due', '2012-12-31'],
      ],
    ],
    ['From 1 May 2011 parents choose', [['from', '2011-05-01']]],
    ['12 places in 2010, level 4 or above, 7.30 - 9.30, may help', []],
    ['In March we met', []],
  ])('finds what the dates in %j are for', (text, expected) => {
    expect(findDates(text).map((date) => [date.role, date.end])).toEqual(expected);
  });

  it('says where the words stand', () => {
    const text = 'Parents asked; review again on 3 June 2011 at the forum';
    const [found] = findDates(text);
    expect(text.slice(found?.at, (found?.at ?? 0) + (found?.text.length ?? 0))).toBe('3 June 2011');
  });
});

describe('similarity', () => {
  it('is one for the same words and low for strangers', () => {
    expect(similarity('Open the base, by March!', 'open the base by march')).toBe(1);
    const reworded = similarity(
      'Agree one referral form with health visitors',
      'One referral form, agreed and used by health visitors',
    );
    const stranger = similarity(
      'Agree one referral form with health visitors',
      'Second minibus for the outreach team',
    );
    expect(reworded).toBeGreaterThan(0.5);
    expect(stranger).toBeLessThan(0.3);
    expect(similarity('', 'x')).toBe(0);
    expect(comparable("Children's centres & more")).toBe('childrens centres and more');
  });
});

const id = '01890000-0000-7000-8000-000000000000';
const value = (
  role: KpiValue['role'],
  period: string,
  text: string,
  more: Partial<KpiValue> = {},
): KpiValue => ({
  id,
  source: null,
  kpiId: id,
  role,
  period: readPeriod(period),
  number: readFigure(text).number,
  text,
  symbol: readFigure(text).symbol,
  comparator: null,
  tolerance: null,
  provisional: false,
  ...more,
});
const kpi: Pick<Kpi, 'polarity' | 'unit' | 'name'> = { polarity: 'up', unit: '%', name: 'Places taken' };

describe('chartSeries', () => {
  const series = chartSeries(kpi, [
    value('baseline', '2007-08', '41%'),
    value('actual', '2009-10', '58.4%', { tolerance: 3 }),
    value('target', '2009-10', '60%'),
    value('actual', '2008-09', '52% [b]', { text: '52% [b] (counted afresh)' }),
    value('target', '2008-09', '50%'),
    value('forecast', '2010-11', '62%'),
    value('comparator', '2009-10', '57%', { comparator: 'England' }),
    value('actual', '2010-11', 'In place'),
  ]);

  it('sets the figures in time order with gaps where there is none', () => {
    expect(series.periods.map((period) => period.label)).toEqual(['2008-09', '2009-10', '2010-11']);
    expect(series.actual).toEqual([52, 58.4, null]);
    expect(series.target).toEqual([50, 60, null]);
    expect(series.forecast).toEqual([null, null, 62]);
    expect(series.baseline).toEqual({ label: '2007-08', number: 41 });
    expect(series.comparators).toEqual([{ name: 'England', figures: [null, 57, null] }]);
    expect(series.states).toEqual(['on-track', 'at-risk', null]);
  });

  it('marks a break with its reason and says the whole in words', () => {
    expect(series.breaks).toEqual([{ before: 0, reason: 'counted afresh' }]);
    expect(series.summary).toBe(
      'Places taken: from 52% in 2008-09 to 58.4% against a target of 60% in 2009-10.',
    );
    expect(chartSeries(kpi, []).summary).toBe('Places taken: no figure yet.');
  });

  it('compares nothing across a break and says what a symbol stands for', () => {
    const periods = kpiPeriods(kpi, [
      value('actual', '2008-09', '47'),
      value('actual', '2009-10', '52 [b]'),
      value('actual', '2010-11', 'c'),
      value('actual', '2011-12', '58'),
    ]);
    expect(periods.map(({ direction }) => direction)).toEqual([null, null, null, 'Up 6 points on 2009-10']);
    expect(periods[2]?.why).toBe('The figure is confidential, so it is not compared.');
  });

  it('draws at most four round lines round the figures', () => {
    expect(niceAxis([41, 67]).ticks).toEqual([40, 50, 60, 70]);
    expect(niceAxis([3, 16]).ticks).toEqual([0, 10, 20]);
    expect(niceAxis([7705, 8516]).ticks).toEqual([7500, 8000, 8500, 9000]);
    expect(niceAxis([]).ticks).toEqual([0, 1]);
    for (const numbers of [[5], [0, 0], [-3, 4], [0.001, 0.002], [99.5, 99.6], [1e6, 3e6]]) {
      const { low, high, ticks } = niceAxis(numbers);
      expect(ticks.length).toBeLessThanOrEqual(4);
      expect(low).toBeLessThanOrEqual(Math.min(...numbers));
      expect(high).toBeGreaterThanOrEqual(Math.max(...numbers));
    }
  });
});
