import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '#core/reports/write/chart-svg.ts';
import type { KpiValue } from '#shared/contract/register.ts';
import { valueRoles } from '#shared/contract/register.ts';
import { chartSeries } from '#shared/domain/chart-series.ts';
import { readStrictly } from '../../fixtures/strict-markup.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('"><script>alert(1)</script>', "' onload='alert(1)", '&amp;', ']]>', '\u0000\ud800'),
);
// What an office counts: from a thousandth of a per cent to the pence of a ministry.
const figure = fc.oneof(
  fc.integer({ min: -5, max: 110 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((n) => (Math.abs(n) < 1e-6 ? 0 : n)),
  fc.constantFrom(0, -0, 1e-6, 58.4, 58.400_000_1, 1e15),
);
const values: fc.Arbitrary<KpiValue[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    source: fc.constant(null),
    kpiId: fc.constant('k'),
    role: fc.constantFrom(...valueRoles),
    period: fc.record({
      label: fc.oneof(text, fc.constantFrom('2008-09', '2009-10', '2010-11')),
      start: fc.constantFrom(null, '2008-04-01', '2009-04-01', '2010-04-01'),
      end: fc.constantFrom(null, '2009-03-31', '2010-03-31', '2011-03-31'),
    }),
    number: fc.option(figure, { nil: null }),
    text,
    symbol: fc.constantFrom(null, 'b', 'c', 'z'),
    comparator: fc.option(text, { nil: null }),
    tolerance: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null }),
    provisional: fc.boolean(),
  }),
  { maxLength: 14 },
);

const drawing = ['svg', 'title', 'desc', 'path', 'text', 'circle', 'g'];

describe('chartSvg', () => {
  it('draws whatever figures there are as well-formed markup, with no number missing and nothing live', () => {
    fc.assert(
      fc.property(
        values,
        text,
        fc.option(text, { nil: null }),
        fc.constantFrom('up', 'down', null),
        (all, name, unit, polarity) => {
          const series = chartSeries({ name, unit, polarity }, all);
          const svg = chartSvg({ kind: 'chart', title: name, unit, series, periods: [] }, 'c1');
          const { elements } = readStrictly(svg);
          expect(elements.filter((one) => !drawing.includes(one.name))).toEqual([]);
          for (const { attributes } of elements) {
            expect(Object.keys(attributes).filter((key) => /^on|href|^style$/.test(key))).toEqual([]);
            const places = ['d', 'x', 'y', 'cx', 'cy', 'transform'].map((key) => attributes[key] ?? '');
            expect(places.join(' ')).not.toMatch(/NaN|Infinity|undefined/);
          }
          expect(elements[0]?.attributes['aria-labelledby']).toBe('c1t c1d');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('lets no line cross a break, and writes the reason on it', () => {
    const value = (year: number, number: number, more: Partial<KpiValue> = {}): KpiValue => ({
      id: `${year}`,
      source: null,
      kpiId: 'k',
      role: 'actual',
      period: { label: `${year}`, start: `${year}-01-01`, end: `${year}-12-31` },
      number,
      text: String(number),
      symbol: null,
      comparator: null,
      tolerance: null,
      provisional: false,
      ...more,
    });
    const draw = (all: KpiValue[]) => {
      const series = chartSeries({ name: 'Visits', unit: null, polarity: 'up' }, all);
      return readStrictly(chartSvg({ kind: 'chart', title: 'Visits', unit: null, series, periods: [] }, 'c'));
    };
    const lines = ({ elements }: ReturnType<typeof draw>) =>
      elements
        .filter((one) => one.attributes['stroke-width'] === '2')
        .map((one) => one.attributes.d?.match(/[ML]/g)?.length);
    const whole = [value(2007, 5), value(2008, 6), value(2009, 30), value(2010, 31)];
    expect(lines(draw(whole))).toEqual([4]);
    const broken = draw(
      whole.map((one) => (one.id === '2009' ? { ...one, symbol: 'b', text: '30 (drop-ins counted)' } : one)),
    );
    expect(lines(broken)).toEqual([2, 2]);
    expect(broken.text).toContain('Break: drop-ins counted');
  });
});
