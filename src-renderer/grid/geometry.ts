/** A place in the grid: data rows and columns counted from 0. Group lines are not counted. */
export type Cell = { readonly row: number; readonly col: number };

/** A rectangle of cells, both ends included. */
export type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** How many data rows and columns there are. */
export type Extent = { readonly rows: number; readonly cols: number };

export function rangeOf(a: Cell, b: Cell): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.col, b.col),
    right: Math.max(a.col, b.col),
  };
}

export function sizeOf(range: Range): { rows: number; cols: number; cells: number } {
  const rows = range.bottom - range.top + 1;
  const cols = range.right - range.left + 1;
  return { rows, cols, cells: rows * cols };
}

export function holds(range: Range, cell: Cell): boolean {
  return (
    cell.row >= range.top && cell.row <= range.bottom && cell.col >= range.left && cell.col <= range.right
  );
}

export function sameCell(a: Cell, b: Cell): boolean {
  return a.row === b.row && a.col === b.col;
}

/** The nearest cell that exists; (0, 0) in an empty grid. */
export function clampCell(cell: Cell, extent: Extent): Cell {
  const row = Math.max(0, Math.min(cell.row, extent.rows - 1));
  const col = Math.max(0, Math.min(cell.col, extent.cols - 1));
  return row === cell.row && col === cell.col ? cell : { row, col };
}

/** Every cell of a range, row by row. */
export function cellsOf(range: Range): Cell[] {
  const cells: Cell[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let col = range.left; col <= range.right; col += 1) cells.push({ row, col });
  }
  return cells;
}
