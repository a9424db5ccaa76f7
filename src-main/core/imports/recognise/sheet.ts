import type { Grid, GridCell, Merge } from '#shared/contract/grid.ts';

/** A grid with what every step of recognition asks of it. */
export type Sheet = {
  readonly grid: Grid;
  readonly index: number;
  /** The cell that stands exactly here; nothing for the covered part of a merged one. */
  cell(row: number, column: number): GridCell | undefined;
  /** Its text without blanks around it; '' where there is none. */
  text(row: number, column: number): string;
  /** The merged rectangle over this place, clipped to the sheet. */
  mergeAt(row: number, column: number): Merge | undefined;
  /** The cell that shows here: the merged one's where one covers the place. */
  shown(row: number, column: number): GridCell | undefined;
  /** Cells with text that stand in this row, left to right. */
  filled(row: number): readonly GridCell[];
  /** The last column this cell covers. */
  rightOf(cell: GridCell): number;
};

const noCells: readonly GridCell[] = [];
/** A merge over more cells than this is drawn, not meant: only its edges count. */
const largestMerge = 100_000;

export function sheetOf(grid: Grid, index: number): Sheet {
  const covered = coverage(grid);
  const filledRows: (readonly GridCell[] | undefined)[] = [];

  function cell(row: number, column: number): GridCell | undefined {
    return grid.rows[row]?.[column];
  }
  function mergeAt(row: number, column: number): Merge | undefined {
    const merges = covered?.[row];
    if (!merges) return undefined;
    for (const merge of merges) if (column >= merge.left && column <= merge.right) return merge;
    return undefined;
  }
  return {
    grid,
    index,
    cell,
    text(row, column) {
      const found = grid.rows[row]?.[column];
      return found === undefined ? '' : found.text.trim();
    },
    mergeAt,
    shown(row, column) {
      const own = cell(row, column);
      if (!covered || own?.text) return own;
      const merge = mergeAt(row, column);
      return merge ? cell(merge.top, merge.left) : own;
    },
    filled(row) {
      const known = filledRows[row];
      if (known) return known;
      const cells = grid.rows[row];
      if (!cells) return noCells;
      const found: GridCell[] = [];
      for (const one of cells) if (one !== undefined && one.text.trim() !== '') found.push(one);
      filledRows[row] = found;
      return found;
    },
    rightOf(one) {
      return mergeAt(one.row, one.column)?.right ?? one.column;
    },
  };
}

/** The merges over each row, left to right. */
function coverage(grid: Grid): (Merge[] | undefined)[] | null {
  if (grid.merges.length === 0) return null;
  const rows: (Merge[] | undefined)[] = [];
  for (const merge of grid.merges) {
    const clipped: Merge = {
      top: merge.top,
      left: merge.left,
      bottom: Math.min(merge.bottom, grid.rowCount - 1),
      right: Math.min(merge.right, grid.columnCount - 1),
    };
    const size = (clipped.bottom - clipped.top + 1) * (clipped.right - clipped.left + 1);
    if (size <= 1 || size > largestMerge) continue;
    for (let row = clipped.top; row <= clipped.bottom; row++) {
      const known = rows[row];
      if (known) known.push(clipped);
      else rows[row] = [clipped];
    }
  }
  return rows;
}

/** How many cells of a grid hold text; a merged one counts once. */
export function countCells(sheet: Sheet): number {
  let cells = sheet.grid.strays?.length ?? 0;
  for (let row = 0; row < sheet.grid.rowCount; row++) cells += sheet.filled(row).length;
  return cells;
}
