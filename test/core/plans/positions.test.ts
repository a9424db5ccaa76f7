import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAfter, step } from '#core/plans/positions.ts';

const rising = fc
  .array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 30 })
  .map((gaps) => gaps.map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)));

describe('placeAfter', () => {
  it('puts a row in the middle of a gap and moves nothing', () => {
    expect(placeAfter(1_024, [2_048, 3_072], 1)).toEqual({ placed: [1_536], moved: [] });
  });

  it('goes on in full steps at the end of the list', () => {
    expect(placeAfter(1_024, [], 2)).toEqual({ placed: [1_024 + step, 1_024 + 2 * step], moved: [] });
  });

  it('moves on no more rows than it must where a gap is used up', () => {
    const { placed, moved } = placeAfter(10, [11, 12, 5_000], 1);
    expect(placed).toHaveLength(1);
    expect(moved).toHaveLength(2);
  });

  it('always leaves whole, rising positions: the row before, the new ones, those moved, those left alone', () => {
    fc.assert(
      fc.property(
        rising,
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (positions, at, count, first) => {
          const index = first ? 0 : Math.min(at, positions.length);
          const after = index === 0 ? null : (positions[index - 1] ?? null);
          const following = positions.slice(index);
          const { placed, moved } = placeAfter(after, following, count);
          const all = [...positions.slice(0, index), ...placed, ...moved, ...following.slice(moved.length)];
          expect(placed).toHaveLength(count);
          expect(all).toHaveLength(positions.length + count);
          for (const [place, position] of all.entries()) {
            expect(Number.isInteger(position)).toBe(true);
            if (place > 0) expect(position).toBeGreaterThan(all[place - 1] ?? Number.NaN);
          }
        },
      ),
    );
  });
});
