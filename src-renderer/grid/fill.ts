import type { Writes } from './block.ts';
import { type Cell, type Range, sizeOf } from './geometry.ts';
import { seriesAfter } from './series.ts';

/**
 * Where a drag of the corner square fills to: from the selection straight down, up, right or left,
 * whichever way the pointer went further. The selection itself where the pointer is inside it.
 */
export function fillTarget(source: Range, pointer: Cell): Range {
  const down = pointer.row - source.bottom;
  const up = source.top - pointer.row;
  const right = pointer.col - source.right;
  const left = source.left - pointer.col;
  const most = Math.max(down, up, right, left);
  if (most <= 0) return source;
  if (most === down) return { ...source, bottom: pointer.row };
  if (most === up) return { ...source, top: pointer.row };
  if (most === right) return { ...source, right: pointer.col };
  return { ...source, left: pointer.col };
}

/**
 * Fills `target` from `source`, which lies at one of its ends. Texts are repeated; in a column of references
 * ("2.1 (i)", "2.1 (ii)") they go on counting.
 */
export function fillWrites(
  source: Range,
  target: Range,
  textAt: (cell: Cell) => string,
  counts: (col: number) => boolean,
): Writes {
  const cells: { cell: Cell; text: string }[] = [];
  const { rows, cols } = sizeOf(source);
  const down = target.bottom > source.bottom;
  for (let col = target.left; col <= target.right; col += 1) {
    const from = source.left + ((((col - source.left) % cols) + cols) % cols);
    const texts = Array.from({ length: rows }, (_, y) => textAt({ row: source.top + y, col: from }));
    const series =
      down && col === from && counts(col) ? seriesAfter(texts, target.bottom - source.bottom) : null;
    for (let row = target.top; row <= target.bottom; row += 1) {
      const inside = row >= source.top && row <= source.bottom && col >= source.left && col <= source.right;
      if (inside) continue;
      const place = (((row - source.top) % rows) + rows) % rows;
      cells.push({ cell: { row, col }, text: series?.[row - source.bottom - 1] ?? texts[place] ?? '' });
    }
  }
  return { cells, added: [], range: target };
}

/** Ctrl D: the top row of the range into the others; with one row chosen, the row above into it. Null in row 0. */
export function fillDownWrites(range: Range, textAt: (cell: Cell) => string): Writes | null {
  const single = range.top === range.bottom;
  if (single && range.top === 0) return null;
  const top = single ? range.top - 1 : range.top;
  const source = { ...range, top, bottom: top };
  const writes = fillWrites(source, { ...range, top }, textAt, () => false);
  return { ...writes, range };
}

/** Ctrl R: the left column of the range into the others; with one column chosen, the one before it. Null in column 0. */
export function fillRightWrites(range: Range, textAt: (cell: Cell) => string): Writes | null {
  const single = range.left === range.right;
  if (single && range.left === 0) return null;
  const left = single ? range.left - 1 : range.left;
  const source = { ...range, left, right: left };
  const writes = fillWrites(source, { ...range, left }, textAt, () => false);
  return { ...writes, range };
}
