import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '#shared/domain/decimals.ts';
import { type Formula, formulaText, inputsOf, keptFormula, readFormula } from '#shared/domain/formula.ts';
import { dependantsInOrder, ringInWords, ringThrough } from '#shared/domain/formula-rings.ts';
import { formulaResult, resultText } from '#shared/domain/formula-value.ts';

const kpis = [
  { id: 'a', ref: 'NI 72', name: 'Children seen' },
  { id: 'b', ref: 'NI 73', name: 'Children invited' },
  { id: 'c', ref: '2.2 (i)', name: 'Visits' },
  { id: 'd', ref: null, name: 'Visits' },
];
const read = (text: string): Formula => {
  const found = readFormula(text, kpis);
  if (found.fault !== null) throw new Error(found.fault);
  return found.formula;
};
const fault = (text: string) => readFormula(text, kpis).fault;
const worth = (text: string, figures: Record<string, string>, decimals?: number) =>
  resultText(formulaResult(read(text), (id) => parseDecimal(figures[id] ?? ''), { decimals, divided: 1 }));

describe('a formula', () => {
  it.each([
    ['100 * NI 72 / NI 73', '100 * {a} / {b}'],
    ['NI 72 / NI 73 × 100', '{a} / {b} * 100'],
    ['100 x [Children seen] ÷ (NI 73 + 2.50)', '100 * {a} / ({b} + 2.50)'],
    ['[2.2 (i)] − 1,000', '{c} - 1000'],
    ['-(ni 72 - {b})', '-({a} - {b})'],
    ['((NI 72))', '{a}'],
    ['NI 72 - (NI 73 - 1)', '{a} - ({b} - 1)'],
  ])('reads %s', (typed, kept) => {
    expect(keptFormula(read(typed))).toBe(kept);
    expect(keptFormula(read(kept))).toBe(kept);
  });

  it.each([
    ['', /needs at least one KPI/],
    ['2 + 3', /needs at least one KPI in it/],
    ['NI 72 NI 99', /No KPI is called “NI 72 NI 99”/],
    ['NI 72 [NI 73]', /A sign is missing between “NI 72” and “NI 73”/],
    ['(NI 72', /closing bracket is missing/],
    ['NI 72)', /closing bracket too many/],
    ['NI 72 / ', /ends too early/],
    ['* NI 72', /missing before “\*”/],
    ['NI 72 % 2', /“%” cannot stand in a formula/],
    ['Visits + 1', /2 KPIs are called “Visits”/],
    ['{zz} + 1', /no longer in the register/],
  ])('says of “%s” what is wrong with it', (typed, said) => {
    expect(fault(typed)).toMatch(said);
  });

  it('is exact: 34.70 + 0.1 keeps its zero, and a third of a thing three times is the thing', () => {
    expect(worth('NI 72 + NI 73', { a: '34.70', b: '0.1' })).toBe('34.80');
    expect(worth('NI 72 + NI 73', { a: '0.1', b: '0.2' })).toBe('0.3');
    expect(worth('NI 72 / NI 73 * NI 73', { a: '1', b: '3' })).toBe('1.0');
    expect(worth('100 * NI 72 / NI 73', { a: '2', b: '3' })).toBe('66.7');
    expect(worth('100 * NI 72 / NI 73', { a: '2', b: '3' }, 3)).toBe('66.667');
    expect(worth('NI 72 * NI 73', { a: '1.50', b: '0.20' })).toBe('0.3000');
  });

  it('says which KPI was nothing to divide by, and which has no figure', () => {
    const of = (figures: Record<string, string>) =>
      formulaResult(read('NI 72 / NI 73'), (id) => parseDecimal(figures[id] ?? ''), {
        decimals: undefined,
        divided: 1,
      });
    expect(of({ a: '1', b: '0.00' })).toMatchObject({ why: 'zero', zero: 'b' });
    expect(of({ a: '1' })).toMatchObject({ why: 'missing', missing: 'b' });
  });

  it('comes back the same however it is nested, with no bracket more than it needs', () => {
    const leaf = fc.oneof(
      fc.constantFrom<Formula>({ kind: 'kpi', id: 'a' }, { kind: 'kpi', id: 'b' }),
      fc.nat(99).map((n): Formula => ({ kind: 'number', text: String(n) })),
    );
    const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({ kind: fc.constant('minus' as const), of: tie('formula') }),
        fc.record({
          kind: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
          left: tie('formula'),
          right: tie('formula'),
        }),
      ),
    }));
    fc.assert(
      fc.property(formula, (one) => {
        fc.pre(inputsOf(one).length > 0);
        expect(read(keptFormula(one))).toEqual(one);
        expect(formulaText(one, (id) => id)).not.toContain('((a))');
      }),
    );
  });
});

describe('formulas that hang together', () => {
  it('names a ring in words', () => {
    const inputs = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
    ]);
    const ring = ringThrough('a', inputs);
    expect(ring).toEqual(['a', 'b', 'c', 'a']);
    const name = (id: string) => `NI ${id}`;
    expect(ringInWords(ring ?? [], name)).toBe(
      'NI a would be worked out from NI b, NI b from NI c, and NI c from NI a again',
    );
    expect(ringInWords(['a', 'a'], name)).toBe('NI a would be worked out from itself');
    expect(ringThrough('d', inputs)).toBeNull();
  });

  it('are worked out each after what it is worked out from', () => {
    const edges = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 });
    fc.assert(
      fc.property(edges, fc.nat(11), (pairs, root) => {
        const inputs = new Map<string, string[]>();
        // an edge leads from a higher number to a lower one: so there is no ring
        for (const [x, y] of pairs) {
          if (x === y) continue;
          const [from, to] = [String(Math.max(x, y)), String(Math.min(x, y))];
          inputs.set(from, [...(inputs.get(from) ?? []), to]);
        }
        const order = dependantsInOrder([String(root)], inputs);
        expect(new Set(order).size).toBe(order.length);
        for (const [at, id] of order.entries()) {
          for (const from of inputs.get(id) ?? []) {
            if (order.includes(from)) expect(order.indexOf(from)).toBeLessThan(at);
          }
        }
      }),
    );
  });
});
