import { type Cell, clampCell, type Extent, type Range, rangeOf, sizeOf } from './geometry.ts';
import { destination, type Move, type Terrain } from './navigation.ts';
import { apart, holdsAny, without } from './regions.ts';

/**
 * What is selected: the range from `anchor` to `head`, others beside it (Ctrl with a click), and in one of them the
 * active cell, which typing replaces. `tabFrom` is the column where a run of Tabs began: Enter goes back under it,
 * as in Excel. While `adding` (Shift F8) arrows begin another range instead of giving up those there are.
 */
export type Selection = {
  readonly active: Cell;
  readonly anchor: Cell;
  readonly head: Cell;
  readonly tabFrom: number | null;
  readonly others: readonly Range[];
  readonly adding: boolean;
};

export type Advance = 'tab' | 'shift-tab' | 'enter' | 'shift-enter';

const none: readonly Range[] = [];

export function at(cell: Cell): Selection {
  return { active: cell, anchor: cell, head: cell, tabFrom: null, others: none, adding: false };
}

export const start: Selection = at({ row: 0, col: 0 });

/** The range in hand: the one drawn last. */
export function rangeOfSelection(selection: Selection): Range {
  return rangeOf(selection.anchor, selection.head);
}

/** Every range chosen, in the order they were drawn: the one in hand last. */
export function rangesOf(selection: Selection): readonly Range[] {
  return [...selection.others, rangeOfSelection(selection)];
}

/** A whole range, its top left cell the active one. */
export function ofRange(range: Range): Selection {
  const anchor = { row: range.top, col: range.left };
  return { ...at(anchor), head: { row: range.bottom, col: range.right } };
}

/** Keeps what is chosen and begins another range beside it. */
export function beside(selection: Selection, next: Selection): Selection {
  return { ...next, others: rangesOf(selection) };
}

/** Ctrl with a click: begins another range at a cell, or takes a chosen cell out again. Never leaves none. */
export function toggled(selection: Selection, cell: Cell): Selection {
  const ranges = rangesOf(selection);
  if (!holdsAny(ranges, cell)) return beside(selection, at(cell));
  const left = without(ranges, cell);
  const last = left.at(-1);
  return last ? { ...ofRange(last), others: left.slice(0, -1) } : selection;
}

/** Shift F8: from now on arrows begin another range; the same again, or Esc, ends it. */
export function toggleAdding(selection: Selection): Selection {
  if (selection.adding) return { ...selection, adding: false };
  return { ...beside(selection, at(selection.active)), adding: true };
}

/** Draws the range from where it began to another cell (Shift with a click, dragging). */
export function extendTo(selection: Selection, head: Cell): Selection {
  return { ...selection, active: selection.anchor, head, tabFrom: null };
}

/** One key of movement: moves the active cell, or with Shift the far corner of the range. */
export function moved(selection: Selection, move: Move, extend: boolean, terrain: Terrain): Selection {
  if (extend) return extendTo(selection, destination(selection.head, move, terrain));
  const next = at(destination(selection.active, move, terrain));
  return selection.adding ? { ...next, others: selection.others, adding: true } : next;
}

/** The next cell inside the ranges: through one after another, going round at the last. */
function around(ranges: readonly Range[], active: Cell, how: Advance): Cell {
  const pieces = apart(ranges);
  const place = pieces.findIndex((piece) => holdsAny([piece], active));
  const here = pieces[place];
  if (!here) return active;
  const next = within(here, active, how);
  const forward = how === 'tab' || how === 'enter';
  const byColumn = how === 'enter' || how === 'shift-enter';
  const cameRound = forward ? !after(next, active, byColumn) : !after(active, next, byColumn);
  if (!cameRound || pieces.length === 1) return next;
  const other = pieces[(place + (forward ? 1 : -1) + pieces.length) % pieces.length] ?? here;
  return forward ? { row: other.top, col: other.left } : { row: other.bottom, col: other.right };
}

function after(a: Cell, b: Cell, byColumn: boolean): boolean {
  const first = byColumn ? a.col - b.col : a.row - b.row;
  return first !== 0 ? first > 0 : (byColumn ? a.row - b.row : a.col - b.col) > 0;
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
  if (selection.others.length > 0 || sizeOf(range).cells > 1) {
    return { ...selection, active: around(rangesOf(selection), active, how) };
  }
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
  return { ...at(anchor), head: { row, col: Math.max(0, extent.cols - 1) } };
}

/** Whole columns, from the anchor's to `col`. */
export function wholeColumns(anchorCol: number, col: number, extent: Extent): Selection {
  const anchor = { row: 0, col: anchorCol };
  return { ...at(anchor), head: { row: Math.max(0, extent.rows - 1), col } };
}

/**
 * The same selection after columns were moved, hidden or shown: the active cell follows its column, the range too
 * where it stays as wide.
 */
export function followColumns(
  selection: Selection,
  before: readonly string[],
  after: readonly string[],
  extent: Extent,
): Selection {
  const colOf = (col: number) => {
    const place = after.indexOf(before[col] ?? '');
    return place < 0 ? col : place;
  };
  const follow = (cell: Cell) => clampCell({ row: cell.row, col: colOf(cell.col) }, extent);
  const active = follow(selection.active);
  const range = rangeOfSelection(selection);
  const still = (one: Range) => {
    for (let col = one.left; col <= one.right; col += 1) {
      if (colOf(col) !== colOf(one.left) + col - one.left) return false;
    }
    return true;
  };
  if (selection.others.length > 0 || !still(range)) return at(active);
  return {
    ...selection,
    active,
    anchor: follow(selection.anchor),
    head: follow(selection.head),
    tabFrom: null,
  };
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
  const others = selection.others.flatMap((range) => {
    const moved = rangeOf(
      follow({ row: range.top, col: range.left }),
      follow({ row: range.bottom, col: range.right }),
    );
    return sizeOf(moved).cells === sizeOf(range).cells ? [moved] : [];
  });
  const still =
    active === selection.active && anchor === selection.anchor && head === selection.head && sameRanges();
  if (still) return selection;
  function sameRanges() {
    return (
      others.length === selection.others.length &&
      others.every((range, place) => range.top === selection.others[place]?.top)
    );
  }
  const range = rangeOf(anchor, head);
  const grew = sizeOf(range).cells !== sizeOf(rangeOfSelection(selection)).cells;
  return grew ? at(active) : { ...selection, active, anchor, head, others };
}
