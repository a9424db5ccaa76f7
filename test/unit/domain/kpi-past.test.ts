import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiChange, KpiJudgement, KpiValue } from '#shared/contract/kpi-records.ts';
import { courseOf } from '#shared/domain/kpi-course.ts';
import { kpiPeriods, periodKey } from '#shared/domain/kpi-standing.ts';
import { comparePeriods, financialYear, quarterOf } from '#shared/domain/periods.ts';

/** Nothing that comes later has a say in how a period stood. */

const id = '01900000-0000-7000-8000-000000000001';
const periods = [2008, 2009, 2010].flatMap((year) => [
  financialYear(year),
  ...[1, 2, 3, 4].map((quarter) => quarterOf(year, quarter)),
]);
const number = fc.integer({ min: 0, max: 1_000 }).map((n) => n / 10);
const values: fc.Arbitrary<KpiValue[]> = fc.array(
  fc.record({
    id: fc.constant(id),
    source: fc.constant(null),
    kpiId: fc.constant(id),
    role: fc.constantFrom('actual', 'target', 'baseline', 'forecast'),
    period: fc.constantFrom(...periods),
    number: fc.option(number, { freq: 8 }),
    text: fc.constantFrom('1', '1 b (counted anew)'),
    symbol: fc.constantFrom(null, null, null, 'b'),
    comparator: fc.constant(null),
    tolerance: fc.option(number),
    provisional: fc.boolean(),
  }),
  { maxLength: 40 },
);
const day = fc.constantFrom(...periods.flatMap(({ start, end }) => [start ?? '', end ?? '']));
const changes: fc.Arbitrary<KpiChange[]> = fc.array(
  fc.record({
    id: fc.constant(id),
    source: fc.constant(null),
    kpiId: fc.constant(id),
    on: day,
    words: fc.constantFrom('Counted by headcount', 'Counted by form'),
    breaks: fc.boolean(),
    fields: fc.constant([]),
    by: fc.constant(null),
  }),
  { maxLength: 3 },
);
const judgements: fc.Arbitrary<KpiJudgement[]> = fc.array(
  fc.record({
    id: fc.constant(id),
    source: fc.constant(null),
    kpiId: fc.constant(id),
    period: fc.constantFrom(...periods),
    state: fc.option(fc.constantFrom('on-track' as const, 'off-track' as const)),
    reason: fc.constant('Seen in the visit'),
    by: fc.constant(null),
    on: fc.constant('2012-01-01'),
  }),
  { maxLength: 4 },
);
const polarity = fc.constantFrom('up' as const, 'down' as const, null);
const unit = '%';

describe('status and direction of a period', () => {
  it('depend on nothing later than the period', () => {
    fc.assert(
      fc.property(
        values,
        changes,
        judgements,
        polarity,
        fc.constantFrom(...periods),
        (all, told, judged, way, until) => {
          const known = (period: KpiValue['period']) => comparePeriods(period, until) <= 0;
          const then = kpiPeriods(
            { polarity: way, unit },
            all.filter(({ period }) => known(period)),
            {
              changes: told.filter(({ on }) => on <= (until.end ?? '')),
              judgements: judged.filter(({ period }) => known(period)),
            },
          );
          const now = kpiPeriods({ polarity: way, unit }, all, { changes: told, judgements: judged });
          expect(now.filter(({ period }) => known(period))).toEqual(then);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stay as they were when the tolerance of the KPI changes', () => {
    fc.assert(
      fc.property(values, polarity, number, (all, way, tolerance) => {
        const before = kpiPeriods({ polarity: way, unit }, all);
        const kpi = { polarity: way, unit, tolerance, toleranceBy: 'percent' as const, onTrackWithin: 5 };
        expect(kpiPeriods(kpi, all)).toEqual(before);
      }),
    );
  });

  it('are not worked out across a break', () => {
    fc.assert(
      fc.property(values, changes, (all, told) => {
        const breaking = told.filter(({ breaks }) => breaks);
        const found = kpiPeriods({ polarity: 'up', unit }, all, { changes: told });
        for (const one of found) {
          for (const travel of [one.previous, one.lastYear]) {
            if (!travel) continue;
            const between = ({ on }: KpiChange) =>
              on > (travel.against.end ?? '') && on <= (one.period.end ?? '');
            expect(breaking.filter(between)).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('follow the last judgement of their own period, and the rules where it gave the period back', () => {
    fc.assert(
      fc.property(values, judgements, (all, judged) => {
        for (const one of kpiPeriods({ polarity: 'up', unit }, all, { judgements: judged })) {
          const own = judged.filter(({ period }) => periodKey(period) === periodKey(one.period)).at(-1);
          expect(one.state).toBe(own?.state ?? one.ruleState);
          expect(one.judgement).toEqual(own?.state ? own : null);
        }
      }),
    );
  });
});

const isFor = (one: KpiValue, other: KpiValue): boolean =>
  one.role === other.role && periodKey(one.period) === periodKey(other.period);

describe('the course of the year', () => {
  it('depends on no later actual than those it is told from', () => {
    const kpi = { polarity: 'up' as const, unit, frequency: 'quarter' as const, yearBy: 'last' as const };
    fc.assert(
      fc.property(values, fc.constantFrom(...periods), (all, until) => {
        // Of two figures printed for one period the first counts, so there is one of each here.
        const once = all.filter((one, at) => all.findIndex((other) => isFor(other, one)) === at);
        const known = once.filter(
          ({ role, period }) => role !== 'actual' || (period.end ?? '') <= (until.end ?? ''),
        );
        const starts = { financial: 4, academic: 9 };
        const told = courseOf(kpi, known, kpiPeriods(kpi, known), starts);
        if (!told) return;
        const measured = known.filter(({ role, number: held }) => role === 'actual' && held !== null);
        expect(measured.some(({ period }) => (period.end ?? '') > (told.year.end ?? ''))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});
