import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiValue } from '#shared/contract/kpi-records.ts';
import { isTargetMet, targetsMet, targetsMetInWords } from '#shared/domain/targets-met.ts';

const value = (number: number | null, more: Partial<KpiValue> = {}): KpiValue => ({
  id: 'v',
  source: null,
  kpiId: 'k',
  role: 'actual',
  period: { label: '2010-11', start: '2010-04-01', end: '2011-03-31' },
  number,
  text: String(number),
  symbol: null,
  comparator: null,
  tolerance: 5,
  provisional: false,
  ...more,
});
const period = (actual: number | null, target: number | null, more: Partial<KpiValue> = {}) => ({
  actual: value(actual, more),
  target: value(target),
});

describe('targets met', () => {
  it('are those that the figure reaches, whatever the tolerance allows', () => {
    expect(isTargetMet(period(60, 60), 'up')).toBe(true);
    expect(isTargetMet(period(58, 60, { onTrackWithin: 3 }), 'up')).toBe(false);
    expect(isTargetMet(period(58, 60), 'down')).toBe(true);
    expect(isTargetMet(period(34.7, 34.7), null)).toBe(true);
  });

  it('go by the way that was better when the figure was entered', () => {
    expect(isTargetMet(period(58, 60, { polarity: 'down' }), 'up')).toBe(true);
  });

  it('are not told where there is no figure, no target, words, or no way that is better', () => {
    expect(isTargetMet(null, 'up')).toBeNull();
    expect(isTargetMet({ actual: null, target: value(60) }, 'up')).toBeNull();
    expect(isTargetMet({ actual: value(60), target: null }, 'up')).toBeNull();
    expect(isTargetMet(period(null, 60), 'up')).toBeNull();
    expect(isTargetMet(period(58, null), 'up')).toBeNull();
    expect(isTargetMet(period(58, 60), null)).toBeNull();
  });

  it('add up: met and not met are those with a basis, and the others are counted apart', () => {
    const number = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    const way = fc.constantFrom('up' as const, 'down' as const, null);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, way)), (made) => {
        const kpis = made.map(([a, t, polarity]) => ({ latest: period(a, t), polarity }));
        const { met, of, without } = targetsMet(kpis);
        expect(of + without).toBe(kpis.length);
        const each = kpis.map(({ latest, polarity }) => isTargetMet(latest, polarity));
        expect(met).toBe(each.filter((one) => one === true).length);
        expect(of - met).toBe(each.filter((one) => one === false).length);
      }),
    );
  });

  it('are said with how many cannot be told', () => {
    expect(targetsMetInWords({ met: 14, of: 22, without: 9 })).toBe(
      '14 of 22 targets met; of 9 KPIs it cannot be told',
    );
    expect(targetsMetInWords({ met: 1, of: 1, without: 0 })).toBe('1 of 1 target met');
    expect(targetsMetInWords({ met: 0, of: 0, without: 31 })).toBe(
      'Of no KPI can it be told whether its target is met',
    );
    expect(targetsMetInWords({ met: 0, of: 0, without: 0 })).toBe('');
  });
});
