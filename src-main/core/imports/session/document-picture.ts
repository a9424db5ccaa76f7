import type { Grid } from '#shared/contract/grid.ts';
import type { DocumentLine, SheetPicture } from '#shared/contract/imports.ts';
import type { DocumentRow } from '#shared/contract/places.ts';

/** A column of a document's table is drawn no narrower and no wider than this, in characters. */
const narrowest = 5;
const widest = 40;
/** How many rows of a table say how wide its columns are: enough for any table that is looked at. */
const measuredRows = 400;

/** What each row of a stretch is, and the widths of the tables it touches; null for a sheet. */
export function documentPicture(grid: Grid, firstRow: number, end: number): SheetPicture['document'] {
  const said = grid.document;
  if (said === undefined) return null;
  const rows: (DocumentLine | null)[] = [];
  const met = new Set<number>();
  for (let row = firstRow; row < end; row += 1) {
    const line = said[row];
    rows.push(line ? lineOf(line) : null);
    if (line?.kind === 'table') met.add(line.table);
  }
  const tables = [...met].map((table) => ({ table, widths: widthsOf(grid, said, table, firstRow) }));
  return { rows, tables };
}

function lineOf(line: DocumentRow): DocumentLine {
  if (line.kind === 'table') {
    const { kind, table, row, header } = line;
    return { kind, table, row, header };
  }
  const { kind, part, number, heading, list } = line;
  return { kind, part, number, heading, list };
}

function widthsOf(
  grid: Grid,
  said: readonly (DocumentRow | undefined)[],
  table: number,
  near: number,
): number[] {
  const [top, bottom] = rowsOfTable(said, table, near);
  return wantedWidths(grid, top, bottom);
}

/**
 * How wide, in characters, each column of a stretch of rows wants to be where the file does not say: a column takes
 * the root of its longest cell, so that one of long words gets more room, and not all of it.
 */
export function wantedWidths(grid: Grid, top: number, bottom: number): number[] {
  const across = new Map<string, number>();
  for (const merge of grid.merges) {
    if (merge.top >= top && merge.top <= bottom) across.set(`${merge.top} ${merge.left}`, merge.right);
  }
  let columns = 1;
  const longest: number[] = [];
  for (let row = top; row <= Math.min(bottom, top + measuredRows); row += 1) {
    const cells = (grid.rows[row] ?? []).filter((cell) => cell !== undefined);
    for (const cell of cells) {
      const right = across.get(`${row} ${cell.column}`) ?? cell.column;
      columns = Math.max(columns, right + 1);
      // A title over the columns is not what one of them holds.
      if (right > cell.column || (cells.length === 1 && grid.columnCount > 1)) continue;
      longest[cell.column] = Math.max(longest[cell.column] ?? 0, wantedBy(cell.text));
    }
  }
  return Array.from({ length: columns }, (_, column) =>
    Math.min(widest, Math.max(narrowest, longest[column] ?? narrowest)),
  );
}

/** Characters a line of this text wants: its longest word at least, and the room that makes it about as high as wide. */
function wantedBy(text: string): number {
  const words = text.split(/\s+/);
  const word = words.reduce((most, one) => Math.max(most, one.length), 0);
  const line = text.split('\n').reduce((most, one) => Math.max(most, one.length), 0);
  return Math.min(line, Math.max(word, Math.ceil(3 * Math.sqrt(text.length))));
}

/** First and last row of a table; its rows stand together. */
function rowsOfTable(
  said: readonly (DocumentRow | undefined)[],
  table: number,
  near: number,
): readonly [number, number] {
  const isOf = (row: number) => {
    const line = said[row];
    return line?.kind === 'table' && line.table === table;
  };
  let top = near;
  while (top < said.length && !isOf(top)) top += 1;
  let bottom = top;
  while (top > 0 && isOf(top - 1)) top -= 1;
  while (isOf(bottom + 1)) bottom += 1;
  return [top, bottom];
}
