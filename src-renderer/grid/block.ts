import { type Cell, type Extent, type Range, sizeOf } from './geometry.ts';
import type { Block } from './tsv.ts';

/** What a paste, fill or clear writes: cells that exist, and rows that are to be added below the last. */
export type Writes = {
  readonly cells: readonly { readonly cell: Cell; readonly text: string }[];
  /** One entry a new row: texts by column. */
  readonly added: readonly ReadonlyMap<number, string>[];
  /** What is selected afterwards; it may reach below the last row, into the added ones. */
  readonly range: Range;
};

/** How many times a length goes exactly into another: 1 where it does not. */
function times(whole: number, part: number): number {
  return part > 0 && whole % part === 0 ? whole / part : 1;
}

/**
 * Lays a block from the top left of the selection on. As in Excel, one cell fills the whole selection, and a
 * block is repeated where the selection is an exact multiple of it. Columns beyond the last are left out;
 * rows beyond the last are added.
 */
export function pasteWrites(block: Block, selected: Range, extent: Extent): Writes {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (height === 0 || width === 0) return { cells: [], added: [], range: selected };
  const size = sizeOf(selected);
  const rows = height * times(size.rows, height);
  const cols = width * times(size.cols, width);
  const right = Math.min(selected.left + cols, extent.cols) - 1;
  const cells: { cell: Cell; text: string }[] = [];
  const added: Map<number, string>[] = [];
  for (let y = 0; y < rows; y += 1) {
    const source = block[y % height] ?? [];
    const row = selected.top + y;
    const fresh = row >= extent.rows ? new Map<number, string>() : null;
    for (let col = selected.left; col <= right; col += 1) {
      const text = source[(col - selected.left) % width] ?? '';
      if (fresh) fresh.set(col, text);
      else cells.push({ cell: { row, col }, text });
    }
    if (fresh) added.push(fresh);
  }
  return {
    cells,
    added,
    range: { top: selected.top, bottom: selected.top + rows - 1, left: selected.left, right },
  };
}

/** The texts of a range, for copying. */
export function blockOf(range: Range, textAt: (cell: Cell) => string): string[][] {
  const rows: string[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: string[] = [];
    for (let col = range.left; col <= range.right; col += 1) cells.push(textAt({ row, col }));
    rows.push(cells);
  }
  return rows;
}

/** The same text in every cell of a range (Ctrl Enter), or none (Delete). */
export function sameWrites(range: Range, text: string): Writes {
  const cells: { cell: Cell; text: string }[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let col = range.left; col <= range.right; col += 1) cells.push({ cell: { row, col }, text });
  }
  return { cells, added: [], range };
}
