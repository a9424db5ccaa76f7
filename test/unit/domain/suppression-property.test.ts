import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kpi, KpiValue } from '#shared/contract/kpi-records.ts';
import { roundedCount } from '#shared/domain/suppression.ts';
import { findLeftOut } from '#shared/domain/suppression-find.ts';

/**
 * Two counts by two halves of a year, with their total by formula, their share by formula and the year of each: every
 * table that agrees with what is printed is tried by brute force, without a word of the guard's own reckoning.
 */
const threshold = 3;
const rule = { threshold, secondary: true };
const periods = [
  { label: 'First half', start: '2010-04-01', end: '2010-09-30' },
  { label: 'Second half', start: '2010-10-01', end: '2011-03-31' },
  { label: '2010-11', start: '2010-04-01', end: '2011-03-31' },
];
const names = ['a', 'b', 'total', 'share'] as const;
type Name = (typeof names)[number];

const kpi = (id: Name): Kpi => ({
  id,
  source: null,
  planId: null,
  sectionId: null,
  ref: id,
  name: id,
  unit: id === 'share' ? '%' : null,
  polarity: 'up',
  dataSource: null,
  owners: [],
  calendar: null,
  tolerance: null,
  countsChildren: true,
  details: [],
  yearBy: id === 'share' ? 'formula' : 'sum',
  ...(id === 'total' && { formula: '{a} + {b}' }),
  ...(id === 'share' && { formula: '100 * {a} / {total}' }),
});

type Table = { a: readonly [number, number]; b: readonly [number, number] };

/** What is counted in a period: nothing where nobody was there to have a share of. */
function figure({ a, b }: Table, name: Name, at: number): number | null {
  const of = (two: readonly [number, number]) => (at === 2 ? two[0] + two[1] : (two[at] ?? 0));
  if (name === 'a') return of(a);
  if (name === 'b') return of(b);
  if (name === 'total') return of(a) + of(b);
  const all = of(a) + of(b);
  return all === 0 ? null : Math.round((1000 * of(a)) / all) / 10;
}

function valuesOf(table: Table, there: readonly boolean[]): Map<string, KpiValue[]> {
  return new Map(
    names.map((name, n) => [
      name,
      periods.flatMap((period, at): KpiValue[] => {
        const number = figure(table, name, at);
        if (!there[n * 3 + at] || number === null) return [];
        return [
          {
            id: `${name}${at}`,
            source: null,
            kpiId: name,
            role: 'actual',
            period,
            number,
            text: String(number),
            symbol: null,
            comparator: null,
            tolerance: null,
            provisional: false,
          },
        ];
      }),
    ]),
  );
}

/**
 * The least and most that each figure can be, over the tables that print the same: all of them, or as many as show every
 * wanted figure to be as wide open as it must be.
 */
function rangesOf(
  values: Map<string, KpiValue[]>,
  leftOut: ReadonlySet<string>,
  wanted: ReadonlySet<string> = leftOut,
) {
  const seen = new Map<string, { low: number; high: number }>();
  const cells = [...values.values()].flat();
  const choices = (name: 'a' | 'b', at: number): number[] => {
    const id = `${name}${at}`;
    const value = cells.find((one) => one.id === id);
    if (value && !leftOut.has(id)) return [value.number ?? 0];
    // A printed share leaves few tables, but those may be larger.
    const most = cells.some((one) => one.kpiId === 'share' && !leftOut.has(one.id)) ? 80 : 20;
    // Who is left out is at least one: a 0 would be printed.
    return Array.from({ length: most + 1 }, (_, n) => n).filter((n) => !value || n > 0);
  };
  const halves = ([0, 1] as const).map((at) =>
    choices('a', at)
      .flatMap((a) => choices('b', at).map((b): readonly [number, number] => [a, b]))
      .filter(([a, b]) => agrees(at === 0 ? { a: [a, 0], b: [b, 0] } : { a: [0, a], b: [0, b] }, at)),
  );
  for (const [a0, b0] of halves[0] ?? [])
    for (const [a1, b1] of halves[1] ?? []) {
      const other: Table = { a: [a0, a1], b: [b0, b1] };
      if (!agrees(other, 2)) continue;
      for (const id of wanted) {
        const n = figure(other, id.slice(0, -1) as Name, Number(id.at(-1))) ?? 0;
        const range = seen.get(id);
        if (!range) seen.set(id, { low: n, high: n });
        else if (n < range.low) range.low = n;
        else if (n > range.high) range.high = n;
      }
      if ([...wanted].every((id) => isOpen(seen.get(id)))) return seen;
    }
  return seen;

  function agrees(other: Table, at: number): boolean {
    return cells.every((value) => {
      const place = Number(value.id.at(-1));
      if (place !== at) return true;
      const now = figure(other, value.kpiId as Name, place);
      if (!leftOut.has(value.id)) return now === value.number;
      return now !== null && (now > 0 || value.kpiId === 'share');
    });
  }
}

const isOpen = (range: { low: number; high: number } | undefined) =>
  range !== undefined && range.high - range.low >= threshold;

const count = fc.integer({ min: 0, max: 6 });
const tables: fc.Arbitrary<Table> = fc.record({ a: fc.tuple(count, count), b: fc.tuple(count, count) });
/** Anything may be missing anywhere: a count that a printed total or share is made of, too. */
const which = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

describe('figures left out', () => {
  it('cannot be worked out from what is printed, unless the guard says so', () => {
    fc.assert(
      fc.property(tables, which, (table, there) => {
        const values = valuesOf(table, there);
        const found = findLeftOut(names.map(kpi), values, rule);
        const warned = new Set(
          found.warnings.map(
            ({ kpiId, period }) => `${kpiId}${periods.findIndex(({ label }) => label === period?.label)}`,
          ),
        );
        const safe = found.figures
          .filter(({ kpiId, why }) => why === 'small' && kpiId !== 'share')
          .map(({ valueId }) => String(valueId))
          .filter((id) => !warned.has(id));
        const ranges = rangesOf(values, found.ids, new Set(safe));
        for (const valueId of safe) {
          const { low, high } = ranges.get(valueId) ?? { low: 0, high: 0 };
          expect(high - low, `${valueId} of ${JSON.stringify(table)}`).toBeGreaterThanOrEqual(threshold);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leave out what a formula gave where its inputs are missing, and say why', () => {
    const values = valuesOf({ a: [4, 5], b: [6, 2] }, [false, true, true, ...Array<boolean>(9).fill(true)]);
    const { figures } = findLeftOut(names.map(kpi), values, rule);
    const words = new Map(figures.map((one) => [one.valueId, one.words]));
    expect(words.get('b1')).toBe('A small number: fewer than 3.');
    for (const id of ['total0', 'share0']) {
      expect(words.get(id)).toBe(
        'Not all figures that it is made of stand here, so nothing shows that b, Second half and total, Second half could not be worked out from it.',
      );
    }
  });

  it('leave nothing small in print', () => {
    fc.assert(
      fc.property(tables, which, (table, there) => {
        const values = valuesOf(table, there);
        const { ids } = findLeftOut(names.map(kpi), values, rule);
        const printed = [...values.values()]
          .flat()
          .filter(({ id, kpiId }) => !ids.has(id) && kpiId !== 'share');
        for (const { number } of printed) expect(number === 0 || (number ?? 0) >= threshold).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('are told to be found where only small numbers themselves are left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 5, max: 30 }), (small, other) => {
        const values = valuesOf({ a: [small, other], b: [9, 9] }, Array(12).fill(true));
        const { warnings } = findLeftOut(names.map(kpi), values, { threshold, secondary: false });
        expect(warnings.map(({ kpiId }) => kpiId)).toContain('a');
        expect(warnings[0]?.words).toMatch(/can be worked out from/);
      }),
      { numRuns: 20 },
    );
  });

  it('are rounded to multiples that lie no further off than half a step', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.constantFrom(5 as const, 10 as const), (n, roundTo) => {
        const rounded = roundedCount(n, { threshold: 5, secondary: true, roundTo });
        expect(rounded % roundTo).toBe(0);
        expect(Math.abs(rounded - n)).toBeLessThanOrEqual(roundTo / 2);
      }),
    );
  });
});
