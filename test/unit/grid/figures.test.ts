import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiPeriod } from '#shared/contract/kpis.ts';
import type { KpiValue } from '#shared/contract/register.ts';
import { axisLabel, spreadLabels, yearSpans } from '../../../src-renderer/charts/axis-labels.ts';
import { actualText, figureLines, readActual } from '../../../src-renderer/screens/kpis/figure-rows.ts';
import { periodReading } from '../../../src-renderer/screens/kpis/kpi-words.ts';

const quarter = { label: 'July to September 2014', start: '2014-07-01', end: '2014-09-30' };
const value = (role: KpiValue['role'], number: number | null, text = String(number)): KpiValue => ({
  id: 'v',
  source: null,
  kpiId: 'k',
  role,
  period: quarter,
  number,
  text,
  symbol: null,
  comparator: null,
  tolerance: null,
  provisional: false,
});
const period = (o: Partial<KpiPeriod> = {}): KpiPeriod => ({
  period: quarter,
  actual: null,
  target: null,
  baseline: null,
  forecast: null,
  comparators: [],
  state: null,
  why: null,
  ruleState: null,
  judgement: null,
  previous: null,
  lastYear: null,
  direction: null,
  better: null,
  gap: null,
  breaks: null,
  revised: null,
  ...o,
});
const row = (o: Partial<KpiPeriod> = {}) => ({ id: 'r', label: quarter.label, period: period(o) });

describe('axisLabel', () => {
  it('names quarters and months under their year, and years alone', () => {
    expect(axisLabel(quarter, 4)).toEqual({ short: 'Q2', year: '2014-15' });
    expect(axisLabel({ label: 'July 2014', start: '2014-07-01', end: '2014-07-31' }, 4)).toEqual({
      short: 'Jul',
      year: '2014-15',
    });
    expect(axisLabel({ label: '2014-15', start: '2014-04-01', end: '2015-03-31' }, 4).short).toBe('2014-15');
    expect(axisLabel({ label: 'At launch', start: null, end: null }, 4)).toEqual({
      short: 'At launch',
      year: null,
    });
  });

  it('spans each year over its own periods', () => {
    const labels = ['2013-14', '2013-14', '2014-15'].map((year) => ({ short: 'Q', year }));
    expect(yearSpans(labels)).toEqual([
      { year: '2013-14', from: 0, to: 1 },
      { year: '2014-15', from: 2, to: 2 },
    ]);
  });
});

describe('spreadLabels', () => {
  it('keeps labels apart and, where there is room for all, inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 }), (ideal) => {
        const spread = spreadLabels(ideal, 16, 0, 300);
        const sorted = [...spread].sort((a, b) => a - b);
        sorted.slice(1).forEach((y, place) => {
          expect(y - (sorted[place] ?? 0)).toBeGreaterThanOrEqual(16);
        });
        for (const y of spread) expect(y >= 0 && y <= 300).toBe(true);
      }),
    );
  });
});

describe('the Actual cell', () => {
  it('reads a forecast by its mark and gives it back with it', () => {
    expect(readActual(row(), '62.0 f')).toEqual({ role: 'forecast', text: '62.0' });
    const forecast = row({ forecast: value('forecast', 62, '62.0') });
    expect(actualText(forecast)).toBe('62.0 f');
    expect(readActual(forecast, actualText(forecast))).toEqual({ role: 'forecast', text: '62.0' });
  });

  it('takes out what stood there when it is emptied', () => {
    expect(readActual(row({ forecast: value('forecast', 62) }), '')).toEqual({ role: 'forecast', text: '' });
    expect(readActual(row({ actual: value('actual', 62) }), ' ').role).toBe('actual');
  });

  it('keeps a baseline a baseline', () => {
    expect(readActual(row({ baseline: value('baseline', 41) }), '42')).toEqual({
      role: 'baseline',
      text: '42',
    });
  });
});

describe('figureLines', () => {
  it('stands newest first under the years of its quarters, a blank row on top', () => {
    const before = { label: 'April to June 2014', start: '2014-04-01', end: '2014-06-30' };
    const year = { label: '2012-13', start: '2012-04-01', end: '2013-03-31' };
    const lines = figureLines(
      [period({ period: year }), period({ period: before }), period()],
      ['Next spring'],
      4,
    );
    expect(lines.map((line) => (line.kind === 'row' ? line.row.label : line.id))).toEqual([
      'blank:period',
      'Next spring',
      'year:2014-15',
      'July to September 2014',
      'April to June 2014',
      '2012-13',
    ]);
  });
});

describe('figures in words', () => {
  it('reads a period as the chart says it', () => {
    const one = period({
      actual: value('actual', 58.4),
      target: value('target', 63),
      state: 'off-track',
    });
    expect(periodReading(one, '%')).toBe('July to September 2014: 58.4%, target 63%, off track');
    expect(periodReading(period({ forecast: value('forecast', 62) }), '%')).toBe(
      'July to September 2014: forecast 62%',
    );
  });
});
