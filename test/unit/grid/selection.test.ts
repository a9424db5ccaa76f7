import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../../src-renderer/grid/geometry.ts';
import { destination, type Move, type Terrain } from '../../../src-renderer/grid/navigation.ts';
import {
  advanced,
  at,
  extendTo,
  followRows,
  moved,
  rangeOfSelection,
  wholeColumns,
  wholeRows,
} from '../../../src-renderer/grid/selection.ts';

const picture = ['xx..x', 'x....', '.....', 'x.x..', 'x...x'];
const terrain: Terrain = {
  extent: { rows: 5, cols: 5 },
  page: 3,
  filled: ({ row, col }) => picture[row]?.[col] === 'x',
};

describe('destination', () => {
  it('goes with Ctrl to the end of a filled run', () => {
    expect(destination({ row: 0, col: 0 }, 'edge-right', terrain)).toEqual({ row: 0, col: 1 });
    expect(destination({ row: 0, col: 0 }, 'edge-down', terrain)).toEqual({ row: 1, col: 0 });
  });

  it('goes with Ctrl over a gap to the next filled cell, and to the edge where there is none', () => {
    expect(destination({ row: 0, col: 1 }, 'edge-right', terrain)).toEqual({ row: 0, col: 4 });
    expect(destination({ row: 1, col: 0 }, 'edge-down', terrain)).toEqual({ row: 3, col: 0 });
    expect(destination({ row: 2, col: 2 }, 'edge-right', terrain)).toEqual({ row: 2, col: 4 });
  });

  it('never leaves the grid', () => {
    const moves: Move[] = [
      ...(['up', 'down', 'left', 'right', 'edge-up', 'edge-down', 'edge-left', 'edge-right'] as const),
      ...(['page-up', 'page-down', 'row-start', 'row-end', 'first', 'last'] as const),
    ];
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.constantFrom(...moves), (row, col, move) => {
        const to = destination({ row, col }, move, terrain);
        expect(holds({ top: 0, bottom: 4, left: 0, right: 4 }, to)).toBe(true);
      }),
    );
  });
});

describe('selection', () => {
  it('keeps the active cell and moves the far corner with Shift', () => {
    const one = moved(at({ row: 1, col: 1 }), 'down', true, terrain);
    const two = moved(one, 'right', true, terrain);
    expect(two.active).toEqual({ row: 1, col: 1 });
    expect(rangeOfSelection(two)).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
  });

  it('goes back under the first column of a run of Tabs on Enter', () => {
    let selection = at({ row: 0, col: 1 });
    for (let times = 0; times < 3; times += 1) {
      selection = advanced(selection, 'tab', terrain.extent) ?? selection;
    }
    expect(selection.active).toEqual({ row: 0, col: 4 });
    expect(advanced(selection, 'enter', terrain.extent)?.active).toEqual({ row: 1, col: 1 });
  });

  it('lets Tab out of the grid at its last cell and Shift Tab at its first', () => {
    expect(advanced(at({ row: 4, col: 4 }), 'tab', terrain.extent)).toBeNull();
    expect(advanced(at({ row: 0, col: 0 }), 'shift-tab', terrain.extent)).toBeNull();
  });

  it('visits every cell of a range once with Enter or Tab and comes round to the first', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4)),
        fc.constantFrom('tab', 'enter', 'shift-tab', 'shift-enter'),
        ([row, col, toRow, toCol], how) => {
          const selection = extendTo(at({ row, col }), { row: toRow, col: toCol });
          const range = rangeOfSelection(selection);
          const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
          fc.pre(cells > 1);
          const seen = new Set<string>();
          let now = selection;
          for (let times = 0; times < cells; times += 1) {
            seen.add(`${now.active.row} ${now.active.col}`);
            expect(holds(range, now.active)).toBe(true);
            now = advanced(now, how as 'tab', terrain.extent) ?? now;
          }
          expect(seen.size).toBe(cells);
          expect(now.active).toEqual(selection.active);
        },
      ),
    );
  });

  it('takes whole rows and columns', () => {
    expect(rangeOfSelection(wholeRows(3, 1, terrain.extent))).toEqual({
      top: 1,
      bottom: 3,
      left: 0,
      right: 4,
    });
    expect(rangeOfSelection(wholeColumns(2, 2, terrain.extent))).toEqual({
      top: 0,
      bottom: 4,
      left: 2,
      right: 2,
    });
  });
});

describe('followRows', () => {
  const follow = (before: string[], after: string[], row: number) =>
    followRows(at({ row, col: 2 }), before, (id) => (after.includes(id) ? after.indexOf(id) : undefined), {
      rows: after.length,
      cols: 4,
    });

  it('stays with its row when others are added above', () => {
    expect(follow(['a', 'b'], ['x', 'y', 'a', 'b'], 1).active).toEqual({ row: 3, col: 2 });
  });

  it('stays at its place when its row is gone', () => {
    expect(follow(['a', 'b', 'c'], ['a', 'c'], 1).active).toEqual({ row: 1, col: 2 });
    expect(follow(['a', 'b', 'c'], ['a', 'b'], 2).active).toEqual({ row: 1, col: 2 });
  });

  it('gives up a range whose rows were drawn apart', () => {
    const selection = extendTo(at({ row: 0, col: 0 }), { row: 1, col: 0 });
    const after = ['a', 'x', 'b'];
    const moved = followRows(selection, ['a', 'b'], (id) => after.indexOf(id), { rows: 3, cols: 1 });
    expect(rangeOfSelection(moved)).toEqual({ top: 0, bottom: 0, left: 0, right: 0 });
  });
});
