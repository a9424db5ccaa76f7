import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOf, sameWrites } from '../../../src-renderer/grid/block.ts';
import { type Cell, cellsOf, type Range, rangeOf } from '../../../src-renderer/grid/geometry.ts';
import {
  apart,
  cellCount,
  colsIn,
  eachCell,
  holdsAny,
  minus,
  partsInRow,
  rowsIn,
  tableOf,
  without,
} from '../../../src-renderer/grid/regions.ts';
import {
  advanced,
  at,
  beside,
  moved,
  ofRange,
  rangesOf,
  type Selection,
  toggleAdding,
  toggled,
} from '../../../src-renderer/grid/selection.ts';

const size = 9;
const extent = { rows: size, cols: size };
const place = fc.record({
  row: fc.integer({ min: 0, max: size - 1 }),
  col: fc.integer({ min: 0, max: size - 1 }),
});
const range = fc.tuple(place, place).map(([a, b]) => rangeOf(a, b));
const ranges = fc.array(range, { minLength: 1, maxLength: 5 });
const name = (cell: Cell) => `${cell.row},${cell.col}`;
/** The cells as a set of names: what every rule must agree with. */
const named = (some: readonly Range[]) => new Set(some.flatMap(cellsOf).map(name));

const selectionOf = (some: readonly Range[]): Selection =>
  some.slice(1).reduce((before, one) => beside(before, ofRange(one)), ofRange(some[0] as Range));

describe('several ranges', () => {
  it('cut out of one another lose just the cells in common', () => {
    fc.assert(
      fc.property(range, range, (one, hole) => {
        const left = minus(one, hole);
        const expected = [...named([one])].filter((cell) => !named([hole]).has(cell));
        expect(new Set(expected)).toEqual(named(left));
        expect(left.flatMap(cellsOf)).toHaveLength(expected.length);
      }),
    );
  });

  it('hold each cell once however they overlap', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        const cells = named(some);
        expect(named(apart(some))).toEqual(cells);
        expect(cellCount(some)).toBe(cells.size);
        const each = [...eachCell(some)].map(name);
        expect(each).toHaveLength(cells.size);
        expect(new Set(each)).toEqual(cells);
        expect(sameWrites(some, '').cells).toHaveLength(cells.size);
      }),
    );
  });

  it('lose one cell and no other when it is taken out', () => {
    fc.assert(
      fc.property(ranges, place, (some, cell) => {
        const left = named(without(some, cell));
        const expected = named(some);
        expected.delete(name(cell));
        expect(left).toEqual(expected);
      }),
    );
  });

  it('are a table exactly where their rows and columns cross in chosen cells only', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        const cells = named(some);
        const crossed = rowsIn(some).flatMap((row) => colsIn(some).map((col) => name({ row, col })));
        const whole = crossed.every((cell) => cells.has(cell));
        expect(tableOf(some) !== null).toBe(whole);
        const block = blockOf(some, name);
        if (whole) expect(block?.flat()).toEqual(crossed);
        else expect(block).toBeNull();
      }),
    );
  });

  it('are drawn in every row they reach and in no other', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        for (let row = 0; row < size; row += 1) {
          for (let col = 0; col < size; col += 1) {
            const drawn = partsInRow(some, row).some((part) => col >= part.left && col <= part.right);
            expect(drawn).toBe(holdsAny(some, { row, col }));
          }
        }
      }),
    );
  });
});

describe('the selection of several ranges', () => {
  it('goes through every chosen cell with Tab or Enter, and back again with Shift', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom('tab' as const, 'enter' as const), (some, how) => {
        const cells = cellCount(some);
        fc.pre(cells > 1);
        let selection = selectionOf(some);
        const from = selection.active;
        const met = new Set<string>();
        for (let n = 0; n < cells; n += 1) {
          met.add(name(selection.active));
          selection = advanced(selection, how, extent) as Selection;
        }
        expect(met).toEqual(named(some));
        expect(selection.active).toEqual(from);
        const back = how === 'tab' ? 'shift-tab' : 'shift-enter';
        for (let n = 0; n < cells; n += 1) selection = advanced(selection, back, extent) as Selection;
        expect(selection.active).toEqual(from);
        expect(named(rangesOf(selection))).toEqual(named(some));
      }),
    );
  });

  it('takes a cell in and out with Ctrl and a click, the active cell always chosen', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (clicks) => {
        let selection = at({ row: 0, col: 0 });
        let expected = new Set(['0,0']);
        for (const cell of clicks) {
          selection = toggled(selection, cell);
          const after = new Set(expected);
          if (!after.delete(name(cell))) after.add(name(cell));
          if (after.size > 0) expected = after;
          expect(named(rangesOf(selection))).toEqual(expected);
          expect(expected.has(name(selection.active))).toBe(true);
        }
      }),
    );
  });

  it('keeps what is chosen while Shift F8 adds, by keyboard alone', () => {
    const terrain = { extent, page: 3, filled: () => false };
    let selection = moved(at({ row: 0, col: 0 }), 'down', true, terrain);
    selection = toggleAdding(selection);
    selection = moved(selection, 'right', false, terrain);
    selection = moved(selection, 'right', false, terrain);
    selection = moved(selection, 'down', true, terrain);
    expect(named(rangesOf(selection))).toEqual(new Set(['0,0', '1,0', '0,2', '1,2']));
    expect(selection.active).toEqual({ row: 0, col: 2 });
    selection = moved(toggleAdding(selection), 'down', false, terrain);
    expect(rangesOf(selection)).toHaveLength(1);
  });
});
