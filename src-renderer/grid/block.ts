import { type Cell, type Extent, type Range, sizeOf } from './geometry.ts';
import { eachCell, tableOf } from './regions.ts';
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

/** The texts of the ranges, for copying; null where they are no table together. */
export function blockOf(ranges: readonly Range[], textAt: (cell: Cell) => string): string[][] | null {
  const table = tableOf(ranges);
  return table === null ? null : table.rows.map((row) => table.cols.map((col) => textAt({ row, col })));
}

/** The same text in every chosen cell (Ctrl Enter), or none (Delete). */
export function sameWrites(ranges: readonly Range[], text: string): Writes {
  const cells: { cell: Cell; text: string }[] = [];
  for (const cell of eachCell(ranges)) cells.push({ cell, text });
  return { cells, added: [], range: ranges.at(-1) ?? { top: 0, bottom: 0, left: 0, right: 0 } };
}

/** The writes of several ranges as one act. */
export function together(writes: readonly (Writes | null)[], range: Range): Writes | null {
  const all = writes.filter((one) => one !== null);
  return all.length === 0 ? null : { cells: all.flatMap((one) => one.cells), added: [], range };
}
