import { type Cell, holds, type Range, sizeOf } from './geometry.ts';

/** What holds of several ranges together (Ctrl with a click): they may touch and overlap, their cells count once. */

/** What is left of a range when another is cut out of it: at most four pieces that do not overlap, top to bottom. */
export function minus(range: Range, hole: Range): Range[] {
  const top = Math.max(range.top, hole.top);
  const bottom = Math.min(range.bottom, hole.bottom);
  const left = Math.max(range.left, hole.left);
  const right = Math.min(range.right, hole.right);
  if (top > bottom || left > right) return [range];
  const pieces: Range[] = [];
  if (top > range.top) pieces.push({ ...range, bottom: top - 1 });
  if (left > range.left) pieces.push({ top, bottom, left: range.left, right: left - 1 });
  if (right < range.right) pieces.push({ top, bottom, left: right + 1, right: range.right });
  if (bottom < range.bottom) pieces.push({ ...range, top: bottom + 1 });
  return pieces;
}

/** The same cells as pieces of which none overlaps another. One range, or ranges apart, come back as they are. */
export function apart(ranges: readonly Range[]): readonly Range[] {
  if (ranges.length < 2) return ranges;
  const pieces: Range[] = [];
  for (const range of ranges) {
    let left: Range[] = [range];
    for (const piece of pieces) left = left.flatMap((one) => minus(one, piece));
    pieces.push(...left);
  }
  return pieces;
}

/** The ranges without one cell: Ctrl with a click on a chosen cell. */
export function without(ranges: readonly Range[], cell: Cell): Range[] {
  const hole = { top: cell.row, bottom: cell.row, left: cell.col, right: cell.col };
  return apart(ranges).flatMap((range) => minus(range, hole));
}

export function holdsAny(ranges: readonly Range[], cell: Cell): boolean {
  return ranges.some((range) => holds(range, cell));
}

/** How many cells are chosen, each counted once. */
export function cellCount(ranges: readonly Range[]): number {
  return apart(ranges).reduce((sum, range) => sum + sizeOf(range).cells, 0);
}

/** Every chosen cell once, range by range, row by row. */
export function* eachCell(ranges: readonly Range[]): Generator<Cell> {
  for (const range of apart(ranges)) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let col = range.left; col <= range.right; col += 1) yield { row, col };
    }
  }
}

/** How many chosen cells lie in these rows. */
export function cellsOfRows(ranges: readonly Range[], rows: readonly number[]): number {
  const pieces = apart(ranges);
  let cells = 0;
  for (const row of rows) {
    for (const part of partsInRow(pieces, row)) cells += part.right - part.left + 1;
  }
  return cells;
}

function numbersOf(spans: readonly (readonly [number, number])[]): number[] {
  const found = new Set<number>();
  for (const [from, to] of spans) for (let n = from; n <= to; n += 1) found.add(n);
  return [...found].sort((a, b) => a - b);
}
/** The rows that hold a chosen cell, top to bottom. */
export function rowsIn(ranges: readonly Range[]): number[] {
  return numbersOf(ranges.map((range) => [range.top, range.bottom] as const));
}
/** The columns that hold a chosen cell, left to right. */
export function colsIn(ranges: readonly Range[]): number[] {
  return numbersOf(ranges.map((range) => [range.left, range.right] as const));
}

/**
 * The rows and columns of which the chosen cells are the whole table, as a copy needs them; null where they are
 * none, such as two corners: then there is no saying what stands beside what.
 */
export function tableOf(ranges: readonly Range[]): { rows: number[]; cols: number[] } | null {
  const rows = rowsIn(ranges);
  const cols = colsIn(ranges);
  return rows.length * cols.length === cellCount(ranges) ? { rows, cols } : null;
}

/** The part of a range that lies in one row, and whether it is the range's first and last row. */
export type RowPart = {
  readonly left: number;
  readonly right: number;
  readonly first: boolean;
  readonly last: boolean;
};

export function partsInRow(ranges: readonly Range[], row: number): RowPart[] {
  return ranges.flatMap((range) =>
    row < range.top || row > range.bottom
      ? []
      : [
          {
            left: range.left,
            right: range.right,
            first: row === range.top,
            last: row === range.bottom,
          },
        ],
  );
}
