import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLines } from '#core/plans/match-lines.ts';

describe('matchLines', () => {
  it('keeps a line that is re-worded between two that stay', () => {
    expect(matchLines(['a', 'b', 'c'], ['a', 'bee', 'c'])).toEqual({ from: [0, 1, 2], gone: [] });
  });

  it('knows a line again when others go before it', () => {
    expect(matchLines(['a', 'b', 'c'], ['c'])).toEqual({ from: [2], gone: [0, 1] });
  });

  it('takes a line put between two as new', () => {
    expect(matchLines(['a', 'b'], ['a', 'x', 'b'])).toEqual({ from: [0, null, 1], gone: [] });
  });

  it('accounts for every old line once, in order, and never crosses two lines', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { from, gone } = matchLines(before, after);
        const kept = from.filter((index) => index !== null);
        expect(from).toHaveLength(after.length);
        expect([...kept, ...gone].sort((a, b) => a - b)).toEqual(before.map((_, index) => index));
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      }),
    );
  });

  it('gives every line back as itself where nothing was typed', () => {
    const list = fc.array(fc.string(), { maxLength: 12 });
    fc.assert(
      fc.property(list, (lines) => {
        expect(matchLines(lines, lines)).toEqual({ from: lines.map((_, index) => index), gone: [] });
      }),
    );
  });

  it('is done at once with two long lists that have nothing in common', () => {
    const before = Array.from({ length: 5_000 }, (_, index) => `old ${index}`);
    const after = Array.from({ length: 5_000 }, (_, index) => `new ${index}`);
    expect(matchLines(before, after).gone).toEqual([]);
  });
});
