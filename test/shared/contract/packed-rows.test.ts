import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packedRowsOf, packRows, unpackRows } from '#shared/contract/packed-rows.ts';

const Row = z.object({
  id: z.string(),
  state: z.enum(['begun', 'done']).nullable(),
  days: z.int().nullable(),
  when: z.object({ text: z.string(), end: z.iso.date() }).nullable(),
  notes: z.array(z.string()),
  gone: z.literal(true).optional(),
});
type Row = z.infer<typeof Row>;
const fields = Row.keyof().options;
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const shared = fc.constantFrom<Row['when']>(
  null,
  ...['2014-03-31', '2014-06-30'].map((end) => ({ text: `By ${end}`, end })),
);
const rows = fc.array(
  fc.record<Row>(
    {
      id: fc.string(),
      state: fc.constantFrom('begun', 'done', null),
      days: fc.oneof(fc.constant(null), fc.nat(3)),
      when: shared,
      notes: fc.oneof(fc.constant<string[]>([]), fc.array(fc.string())),
      gone: fc.constant<true>(true),
    },
    { requiredKeys: ['id', 'state', 'days', 'when', 'notes'], noNullPrototype: true },
  ),
  { maxLength: 40 },
);

describe('rows packed as columns', () => {
  it('come back as they were, whatever they share and leave out', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const wire = overTheWire(packedRowsOf(Row).parse(packRows(own, fields)));
        const back = unpackRows(wire);
        expect(back).toStrictEqual(own);
        expect(back.map((row) => Object.keys(row).sort())).toEqual(own.map((row) => Object.keys(row).sort()));
      }),
    );
  });

  it('come back as they were where a field begins with values of its own and shares them later, and the other way', () => {
    const own = Array.from(
      { length: 3_000 },
      (_, n): Row => ({
        id: n < 1_000 ? `own ${n}` : 'all the same',
        state: n < 1_000 ? null : 'done',
        days: n < 2_000 ? 7 : n,
        when: n % 2 ? { text: 'By then', end: '2014-03-31' } : null,
        notes: [],
        ...(n === 2_999 && { gone: true as const }),
      }),
    );
    expect(unpackRows(overTheWire(packRows(own, fields)))).toStrictEqual(own);
  });

  it('name a shared value once, and hand all its rows the same one', () => {
    const when = { text: 'By March 2015', end: '2015-03-31' };
    const own = Array.from(
      { length: 100 },
      (_, n): Row => ({
        id: `${n}`,
        state: n % 2 ? 'done' : null,
        days: null,
        when,
        notes: [],
      }),
    );
    const packed = packRows(own, fields);
    expect(JSON.stringify(packed).split('March')).toHaveLength(2);
    const [first, second] = unpackRows(overTheWire(packed));
    expect(first?.when).toBe(second?.when);
  });

  it.each<[string, (row: Row) => unknown]>([
    ['a value of another kind', (row) => ({ ...row, days: 'seven' })],
    ['a value that is not among those allowed', (row) => ({ ...row, state: 'closed' })],
    ['something wrong within a value', (row) => ({ ...row, when: { text: 'x', end: 'soon' } })],
    ['a missing value', (row) => ({ ...row, notes: null })],
  ])('are refused as each row would be: %s in one of many', (_, spoil) => {
    const one: Row = { id: 'a', state: 'done', days: 1, when: null, notes: [] };
    const own = [...Array.from({ length: 600 }, () => one), spoil(one)] as Row[];
    expect(Row.safeParse(own.at(-1)).success).toBe(false);
    expect(packedRowsOf(Row).safeParse(packRows(own, fields)).success).toBe(false);
    expect(packedRowsOf(Row).safeParse(packRows(own.slice(0, -1), fields)).success).toBe(true);
  });
});
