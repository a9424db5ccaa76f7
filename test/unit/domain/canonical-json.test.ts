import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalPieces } from '#shared/domain/canonical-json.ts';

/** Any JSON, with entries that are there but hold nothing. */
const values = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('any'), { maxKeys: 4 }),
  ),
})).any;

function sortedKeys(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner === null || typeof inner !== 'object' || Array.isArray(inner)
      ? inner
      : Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

describe('canonical JSON', () => {
  it('is what JSON.stringify writes of the same with its keys in order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values), (value) => {
        expect(canonicalJson(value)).toBe(sortedKeys(value));
      }),
    );
  });

  it('is the same in pieces, lists longer than one piece included', () => {
    const long = Array.from({ length: 4_001 }, (_, n) => ({ b: n, a: [n, undefined] }));
    for (const value of [{}, { long, b: [], a: 1 }, { one: [1], none: undefined }, { x: { long } }])
      expect([...canonicalPieces(value)].join('')).toBe(canonicalJson(value));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values), (value) => {
        expect([...canonicalPieces(value)].join('')).toBe(canonicalJson(value));
      }),
    );
  });
});
