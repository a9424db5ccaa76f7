import { type Cell, clampCell, type Extent, type Range, rangeOf, sizeOf } from './geometry.ts';
import { destination, type Move, type Terrain } from './navigation.ts';

/**
 * What is selected: the range from `anchor` to `head`, and in it the active cell, which typing replaces.
 * `tabFrom` is the column where a run of Tabs began: Enter goes back under it, as in Excel.
 */
export type Selection = {
  readonly active: Cell;
  readonly anchor: Cell;
  readonly head: Cell;
  readonly tabFrom: number | null;
};

export type Advance = 'tab' | 'shift-tab' | 'enter' | 'shift-enter';

export function at(cell: Cell): Selection {
  return { active: cell, anchor: cell, head: cell, tabFrom: null };
}

export const start: Selection = at({ row: 0, col: 0 });

export function rangeOfSelection(selection: Selection): Range {
  return rangeOf(selection.anchor, selection.head);
}

/** Draws the range from where it began to another cell (Shift with a click, dragging). */
export function extendTo(selection: Selection, head: Cell): Selection {
  return { ...selection, active: selection.anchor, head, tabFrom: null };
}

/** One key of movement: moves the active cell, or with Shift the far corner of the range. */
export function moved(selection: Selection, move: Move, extend: boolean, terrain: Terrain): Selection {
  if (extend) return extendTo(selection, destination(selection.head, move, terrain));
  return at(destination(selection.active, move, terrain));
}

/** The next cell inside a range, row by row (Tab) or column by column (Enter), going round at its ends. */
function within(range: Range, active: Cell, how: Advance): Cell {
  const { rows, cols, cells } = sizeOf(range);
  const row = active.row - range.top;
  const col = active.col - range.left;
  const byColumn = how === 'enter' || how === 'shift-enter';
  const step = how === 'tab' || how === 'enter' ? 1 : -1;
  const place = ((byColumn ? col * rows + row : row * cols + col) + step + cells) % cells;
  return byColumn
    ? { row: range.top + (place % rows), col: range.left + Math.floor(place / rows) }
    : { row: range.top + Math.floor(place / cols), col: range.left + (place % cols) };
}

/**
 * Tab and Enter. Inside a range of several cells they go round in it; else Tab goes right and on to the next
 * row, Enter goes down. Null where Tab would leave the grid: then the browser moves the focus on.
 */
export function advanced(selection: Selection, how: Advance, extent: Extent): Selection | null {
  const range = rangeOfSelection(selection);
  const { active } = selection;
  if (sizeOf(range).cells > 1) return { ...selection, active: within(range, active, how) };
  if (how === 'enter' || how === 'shift-enter') {
    const row = active.row + (how === 'enter' ? 1 : -1);
    return at(clampCell({ row, col: selection.tabFrom ?? active.col }, extent));
  }
  const place = active.row * extent.cols + active.col + (how === 'tab' ? 1 : -1);
  if (place < 0 || place >= extent.rows * extent.cols) return null;
  const cell = { row: Math.floor(place / extent.cols), col: place % extent.cols };
  const newRow = cell.row !== active.row;
  return { ...at(cell), tabFrom: newRow ? cell.col : (selection.tabFrom ?? active.col) };
}

/** Whole rows, from the anchor's to `row`. */
export function wholeRows(anchorRow: number, row: number, extent: Extent): Selection {
  const anchor = { row: anchorRow, col: 0 };
  return { active: anchor, anchor, head: { row, col: Math.max(0, extent.cols - 1) }, tabFrom: null };
}

/** Whole columns, from the anchor's to `col`. */
export function wholeColumns(anchorCol: number, col: number, extent: Extent): Selection {
  const anchor = { row: 0, col: anchorCol };
  return { active: anchor, anchor, head: { row: Math.max(0, extent.rows - 1), col }, tabFrom: null };
}

/**
 * The same selection after rows came, went or moved: each corner follows its row; where the row is gone it
 * stays at its place, so that the focus is never lost.
 */
export function followRows(
  selection: Selection,
  before: readonly string[],
  placeAfter: (id: string) => number | undefined,
  extent: Extent,
): Selection {
  const follow = (cell: Cell): Cell => {
    const id = before[cell.row];
    const row = (id === undefined ? undefined : placeAfter(id)) ?? cell.row;
    return clampCell(row === cell.row ? cell : { row, col: cell.col }, extent);
  };
  const active = follow(selection.active);
  const anchor = follow(selection.anchor);
  const head = follow(selection.head);
  if (active === selection.active && anchor === selection.anchor && head === selection.head) return selection;
  const range = rangeOf(anchor, head);
  const grew = sizeOf(range).cells !== sizeOf(rangeOfSelection(selection)).cells;
  return grew ? at(active) : { active, anchor, head, tabFrom: selection.tabFrom };
}
