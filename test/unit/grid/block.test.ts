import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOf, pasteWrites, sameWrites } from '../../../src-renderer/grid/block.ts';
import { fillDownWrites, fillTarget, fillWrites } from '../../../src-renderer/grid/fill.ts';
import { fromRoman, seriesAfter, toRoman } from '../../../src-renderer/grid/series.ts';

const extent = { rows: 4, cols: 3 };
const one = (row: number, col: number) => ({ top: row, bottom: row, left: col, right: col });

describe('pasteWrites', () => {
  it('adds the rows that go beyond the last and leaves out columns beyond the last', () => {
    const writes = pasteWrites(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      one(3, 2),
      extent,
    );
    expect(writes.cells).toEqual([{ cell: { row: 3, col: 2 }, text: 'a' }]);
    expect(writes.added).toEqual([new Map([[2, 'c']])]);
    expect(writes.range).toEqual({ top: 3, bottom: 4, left: 2, right: 2 });
  });

  it('fills the whole selection with one cell', () => {
    expect(pasteWrites([['x']], { top: 0, bottom: 1, left: 0, right: 1 }, extent).cells).toHaveLength(4);
  });

  it('repeats a block in a selection that is a multiple of it, and not in another', () => {
    const block = [['x', 'y']];
    expect(pasteWrites(block, { top: 0, bottom: 2, left: 0, right: 1 }, extent).cells).toHaveLength(6);
    expect(pasteWrites(block, { top: 0, bottom: 0, left: 0, right: 2 }, extent).cells).toHaveLength(2);
  });

  it('empties what stands where a shorter row of the block ends', () => {
    const writes = pasteWrites([['a', 'b'], ['c']], one(0, 0), extent);
    expect(writes.cells.at(-1)).toEqual({ cell: { row: 1, col: 1 }, text: '' });
  });

  it('writes back what blockOf copied', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2), (a, b, c, d) => {
        const range = {
          top: Math.min(a, b),
          bottom: Math.max(a, b),
          left: Math.min(c, d),
          right: Math.max(c, d),
        };
        const textAt = ({ row, col }: { row: number; col: number }) => `${row},${col}`;
        const writes = pasteWrites(blockOf([range], textAt) ?? [], range, extent);
        expect(writes.added).toEqual([]);
        expect(writes.cells).toHaveLength((range.bottom - range.top + 1) * (range.right - range.left + 1));
        for (const { cell, text } of writes.cells) expect(text).toBe(textAt(cell));
      }),
    );
  });
});

describe('fill', () => {
  const textAt = ({ row, col }: { row: number; col: number }) => `${row},${col}`;

  it('goes the way the pointer went further', () => {
    expect(fillTarget(one(1, 1), { row: 3, col: 2 })).toEqual({ top: 1, bottom: 3, left: 1, right: 1 });
    expect(fillTarget(one(1, 1), { row: 1, col: 0 })).toEqual({ top: 1, bottom: 1, left: 0, right: 1 });
    expect(fillTarget(one(1, 1), { row: 1, col: 1 })).toEqual(one(1, 1));
  });

  it('repeats the source downward and upward in step', () => {
    const source = { top: 1, bottom: 2, left: 0, right: 0 };
    const down = fillWrites(source, { ...source, bottom: 3 }, textAt, () => false);
    expect(down.cells).toEqual([{ cell: { row: 3, col: 0 }, text: '1,0' }]);
    const up = fillWrites(source, { ...source, top: 0 }, textAt, () => false);
    expect(up.cells).toEqual([{ cell: { row: 0, col: 0 }, text: '2,0' }]);
  });

  it('counts on in a column of references', () => {
    const refs = ['2.1 (i)', '2.1 (ii)'];
    const source = { top: 0, bottom: 1, left: 0, right: 0 };
    const writes = fillWrites(
      source,
      { ...source, bottom: 3 },
      ({ row }) => refs[row] ?? '',
      () => true,
    );
    expect(writes.cells.map((write) => write.text)).toEqual(['2.1 (iii)', '2.1 (iv)']);
  });

  it('takes the top row down, and the row above where one row is chosen', () => {
    expect(fillDownWrites({ top: 0, bottom: 2, left: 1, right: 1 }, textAt)?.cells).toEqual([
      { cell: { row: 1, col: 1 }, text: '0,1' },
      { cell: { row: 2, col: 1 }, text: '0,1' },
    ]);
    expect(fillDownWrites(one(2, 1), textAt)?.cells).toEqual([{ cell: { row: 2, col: 1 }, text: '1,1' }]);
    expect(fillDownWrites(one(0, 1), textAt)).toBeNull();
  });

  it('writes the same words everywhere with Ctrl Enter', () => {
    expect(sameWrites([{ top: 0, bottom: 1, left: 0, right: 1 }], 'x').cells).toHaveLength(4);
  });
});

describe('series', () => {
  it('reads back every Roman numeral it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), (n) => fromRoman(toRoman(n)) === n));
  });

  it('takes no letters for a numeral that are none', () => {
    for (const text of ['iiii', 'vx', 'ic', 'abc', '']) expect(fromRoman(text)).toBeNull();
  });

  it('counts in the step of the source, and not where there is none', () => {
    expect(seriesAfter(['2.2', '2.4'], 2)).toEqual(['2.6', '2.8']);
    expect(seriesAfter(['Action 9'], 2)).toEqual(['Action 10', 'Action 11']);
    expect(seriesAfter(['2.1', '3.4'], 1)).toBeNull();
    expect(seriesAfter(['Ongoing'], 1)).toBeNull();
  });
});
