import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingWidth, longestLines } from '../../../src-renderer/grid/fit.ts';
import { followColumns, ofRange, rangeOfSelection } from '../../../src-renderer/grid/selection.ts';

const before = ['a', 'b', 'c', 'd', 'e'];

describe('the selection when columns are moved or hidden', () => {
  it('stays with its column, and never leaves the grid', () => {
    const after = fc.shuffledSubarray(before, { minLength: 1 });
    const place = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(after, place, place, (now, a, b) => {
        const range = { top: 1, bottom: 2, left: Math.min(a, b), right: Math.max(a, b) };
        const extent = { rows: 5, cols: now.length };
        const followed = followColumns(ofRange(range), before, now, extent);
        const key = before[range.left] ?? '';
        if (now.includes(key)) expect(now[followed.active.col]).toBe(key);
        expect(followed.active.col).toBeLessThan(now.length);
        const { left, right } = rangeOfSelection(followed);
        expect(right).toBeLessThan(now.length);
        expect(left).toBeLessThanOrEqual(followed.active.col);
      }),
    );
  });
});

describe('the width that fits a column', () => {
  it('is that of its longest line, of thousands too, and no wider than can be read', () => {
    const texts = Array.from({ length: 5_000 }, (_, n) => `${'x'.repeat(n % 37)}\nshort`);
    expect(longestLines(texts)[0]).toHaveLength(36);
    const measure = (text: string) => text.length * 7;
    expect(fittingWidth('Ref', texts, measure)).toBe(36 * 7 + 18);
    expect(fittingWidth('Reference', [''], measure)).toBe(9 * 7 + 18);
    expect(fittingWidth('Ref', ['x'.repeat(900)], measure)).toBe(480);
  });
});
