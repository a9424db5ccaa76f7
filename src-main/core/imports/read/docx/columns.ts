import type { CellDraft, RowDraft, TableDraft } from './doc.ts';

/** A cell in its table: columns from 0, both inside. */
export type PlacedCell = { readonly left: number; readonly right: number; readonly cell: CellDraft };

export type PlacedTable = {
  readonly rows: readonly { readonly row: RowDraft; readonly cells: readonly PlacedCell[] }[];
  /** Widths of the columns in twentieths of a point. */
  readonly widths: readonly number[];
};

/** Edges nearer than this (2 mm) are one edge, drawn by hand. */
const near = 115;
/** As are edges nearer than this share of the narrower cell beside them. */
const nearShare = 0.2;
const unknownWidth = 1_000;

type EdgedCell = { from: number; to: number; readonly cell: CellDraft };

/**
 * Columns of a table whose rows may each have their own. Every cell has two edges, in twentieths of a point from the table's left:
 * by the table's grid where the row fits it, by the cells' own widths where it does not. Edges that lie close and that no
 * row tells apart are one, so that a line dragged by hand makes no column of its own.
 */
export function placeColumns(table: TableDraft): PlacedTable {
  const grid = gridOf(table);
  const total = grid.reduce((sum, width) => sum + width, 0);
  const rows = table.rows.map((row) => ({ row, cells: edgesOf(joinedAlong(row.cells), row, grid, total) }));
  const columnOf = columnsByEdge(rows.map(({ cells }) => cells));
  const starts = new Map<number, number>();
  const placed = rows.map(({ row, cells }) => ({
    row,
    cells: cells.map(({ from, to, cell }): PlacedCell => {
      const left = columnOf(from);
      const right = Math.max(left, columnOf(to) - 1);
      starts.set(left, Math.min(starts.get(left) ?? from, from));
      starts.set(right + 1, Math.max(starts.get(right + 1) ?? to, to));
      return { left, right, cell };
    }),
  }));
  const count = placed.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.right ?? -1) + 1), 0);
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(0, (starts.get(at + 1) ?? 0) - (starts.get(at) ?? 0)),
  );
  return { rows: placed, widths };
}

/** The table's grid, made longer where rows need more of it; columns without a width get one. */
function gridOf(table: TableDraft): number[] {
  const units = table.rows.reduce((most, row) => Math.max(most, unitsOf(row)), 0);
  const stated = table.grid.some((width) => width > 0);
  const grid = stated ? [...table.grid] : gridOfRow(table.rows, units);
  while (grid.length < units) grid.push(unknownWidth);
  return grid;
}

/** Without a grid, the widths of a row that is not merged anywhere are one. */
function gridOfRow(rows: readonly RowDraft[], units: number): number[] {
  const plain = rows.find(
    (row) => row.cells.length === units && row.cells.every((cell) => (cell.width ?? 0) > 0),
  );
  return plain?.cells.map((cell) => cell.width ?? unknownWidth) ?? [];
}

function unitsOf(row: RowDraft): number {
  return row.cells.reduce((sum, cell) => sum + cell.span, row.before);
}

/** Cells merged along the row in the old way (w:hMerge) become one; one that has words of its own stays apart. */
function joinedAlong(cells: readonly CellDraft[]): CellDraft[] {
  const joined: CellDraft[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (cell.along === 'continue' && last !== undefined && last.along !== null && !holdsWords(cell)) {
      const width =
        last.width === undefined || cell.width === undefined ? undefined : last.width + cell.width;
      joined[joined.length - 1] = { ...last, span: last.span + cell.span, width };
    } else joined.push(cell);
  }
  return joined;
}

export function holdsWords(cell: CellDraft): boolean {
  return cell.content.some(
    (block) =>
      block.kind === 'table' || block.mark !== null || block.pieces.some((piece) => piece.text.trim() !== ''),
  );
}

function edgesOf(
  cells: readonly CellDraft[],
  row: RowDraft,
  grid: readonly number[],
  total: number,
): EdgedCell[] {
  const units = cells.reduce((sum, cell) => sum + cell.span, row.before + row.after);
  const byGrid = gridEdges(cells, row.before, grid);
  if (units === grid.length) return byGrid;
  const byWidth = widthEdges(cells, row, grid, total);
  // A row that ends early is only taken at its own widths when these say that it reaches across the table.
  const end = byWidth?.at(-1)?.to ?? 0;
  return byWidth !== null && Math.abs(end - total) <= Math.max(near, total * 0.05) ? byWidth : byGrid;
}

function gridEdges(cells: readonly CellDraft[], before: number, grid: readonly number[]): EdgedCell[] {
  const at = [0];
  for (const width of grid) at.push((at.at(-1) ?? 0) + Math.max(1, width));
  let unit = before;
  return cells.map((cell) => {
    const from = at[Math.min(unit, grid.length)] ?? 0;
    unit += cell.span;
    return { from, to: at[Math.min(unit, grid.length)] ?? 0, cell };
  });
}

function widthEdges(
  cells: readonly CellDraft[],
  row: RowDraft,
  grid: readonly number[],
  total: number,
): EdgedCell[] | null {
  let at =
    row.widthBefore === undefined
      ? grid.slice(0, row.before).reduce((sum, width) => sum + width, 0)
      : actual(row.widthBefore, total);
  const edged: EdgedCell[] = [];
  for (const cell of cells) {
    if (cell.width === undefined) return null;
    const from = at;
    at += actual(cell.width, total);
    edged.push({ from, to: at, cell });
  }
  return edged;
}

function actual(width: number, total: number): number {
  return width < 0 ? Math.round((-width * total) / 5_000) : width;
}

/** Gathers the edges of all rows into columns; gives the column that begins at an edge. */
function columnsByEdge(rows: readonly (readonly EdgedCell[])[]): (edge: number) => number {
  /** For each edge the narrowest cell that ends or begins there, and the rows that use it. */
  const narrowest = new Map<number, number>();
  const users = new Map<number, Set<number>>();
  // Most rows of a table are cut alike: one of each kind says all.
  const kinds = new Map(rows.map((cells) => [cells.map(({ from, to }) => `${from}-${to}`).join(), cells]));
  [...kinds.values()].forEach((cells, r) => {
    for (const { from, to } of cells) {
      for (const edge of [from, to]) {
        narrowest.set(edge, Math.min(narrowest.get(edge) ?? Number.POSITIVE_INFINITY, to - from));
        const used = users.get(edge) ?? new Set<number>();
        used.add(r);
        users.set(edge, used);
      }
    }
  });
  const edges = [...narrowest.keys()].sort((a, b) => a - b);
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  let narrow = 0;
  let taken = new Set<number>();
  for (const edge of edges) {
    const width = Math.min(narrow, narrowest.get(edge) ?? 0);
    const using = users.get(edge) ?? new Set<number>();
    const close = edge - first <= Math.max(near, width * nearShare);
    if (column >= 0 && close && apart(using, taken)) {
      for (const row of using) taken.add(row);
      narrow = width;
    } else {
      column += 1;
      first = edge;
      narrow = narrowest.get(edge) ?? 0;
      taken = new Set(using);
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}

function apart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  for (const row of less) if (more.has(row)) return false;
  return true;
}
