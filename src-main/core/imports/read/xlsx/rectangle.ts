import { cellName, type Grid, type GridCell, type Merge, rangeName } from '#shared/contract/grid.ts';
import { tooLarge, tooManyRows } from '../refusals.ts';
import type { Book, Line, SheetDraft } from './book.ts';

/** A gap as wide as this before a handful of cells makes them strays. */
const farRows = 5_000;
const farColumns = 500;
const mostStrays = 500;
/** Coloured cells without text are part of the table only so near to its last text column. */
const nearColumns = 20;
/** Places in the rectangle, filled or not: later steps keep a mark for each. */
const mostPlaces = 20_000_000;
/** A merged cell may reach so far below or right of the last text before it is cut. */
const mergeReach = 500;

export type Named = { readonly name: string; readonly hidden: boolean };

/** Lays a sheet's lines out as a Grid: the rectangle that holds its text, without the void around it. */
export function layOut(sheet: SheetDraft, book: Book, named: Named, remarks: string[]): Grid {
  const lines = [...sheet.lines.values()].sort((a, b) => a.row - b.row);
  const strays = [...takeFarRows(lines), ...takeFarColumns(lines)];
  if (strays.length > 0) remarks.push(strayRemark(named.name, strays));
  const textLines = lines.filter((line) => line.hasText);
  const lastRow = textLines.at(-1)?.row ?? -1;
  const lastTextColumn = textLines.reduce((last, line) => Math.max(last, lastTextIn(line)), -1);
  const kept = lines.filter((line) => line.row <= lastRow);
  const edge = lastTextColumn + nearColumns;
  let lastColumn = lastTextColumn;
  for (const line of kept) {
    if (line.cells.length > edge + 1) line.cells.length = edge + 1;
    for (let c = line.cells.length - 1; c > lastColumn; c -= 1)
      if (line.cells[c] !== undefined) lastColumn = c;
  }
  const rows: (GridCell | undefined)[][] = [];
  for (const line of kept) rows[line.row] = line.cells;
  const merges = settleMerges(sheet.merges, rows, { lastRow, lastColumn }, named.name, remarks);
  const rowCount = merges.reduce((count, merge) => Math.max(count, merge.bottom + 1), lastRow + 1);
  const columnCount = merges.reduce((count, merge) => Math.max(count, merge.right + 1), lastColumn + 1);
  if (rowCount > book.limits.rows) throw tooManyRows(book.fileName, book.limits.rows);
  if (rowCount * columnCount > mostPlaces) {
    throw tooLarge(
      book.fileName,
      `sheet “${named.name}” has its cells scattered over ${rowCount.toLocaleString('en-GB')} rows and ${columnCount.toLocaleString('en-GB')} columns`,
    );
  }
  return {
    ...named,
    rowCount,
    columnCount,
    rows,
    merges,
    hiddenRows: new Set([...sheet.hiddenRows].filter((row) => row < rowCount)),
    ...columnFacts(sheet, columnCount),
    ...(strays.length > 0 ? { strays } : {}),
  };
}

function lastTextIn(line: Line): number {
  for (let c = line.cells.length - 1; c >= 0; c -= 1) if (says(line.cells[c])) return c;
  return -1;
}

function says(cell: GridCell | undefined): boolean {
  return cell !== undefined && (cell.text !== '' || cell.note !== undefined);
}

/** Removes the lines after the first wide gap where they hold no more than a handful of cells. */
function takeFarRows(lines: Line[]): GridCell[] {
  let last = -1;
  for (const [at, line] of lines.entries()) {
    if (!line.hasText) continue;
    if (last >= 0 && line.row - last > farRows) {
      const far = textCells(lines.slice(at));
      if (far === null) return [];
      lines.length = at;
      return far;
    }
    last = line.row;
  }
  return [];
}

function textCells(lines: readonly Line[]): GridCell[] | null {
  const cells: GridCell[] = [];
  for (const line of lines) {
    for (const cell of Object.values(line.cells)) {
      if (cell === undefined || !says(cell)) continue;
      cells.push(cell);
      if (cells.length > mostStrays) return null;
    }
  }
  return cells;
}

function takeFarColumns(lines: readonly Line[]): GridCell[] {
  const wide = lines.filter((line) => line.cells.length > farColumns);
  if (wide.length === 0) return [];
  const used = new Set<number>();
  for (const line of lines)
    for (const cell of Object.values(line.cells)) if (cell !== undefined && says(cell)) used.add(cell.column);
  const columns = [...used].sort((a, b) => a - b);
  const at = columns.findIndex((column, i) => i > 0 && column - (columns[i - 1] as number) > farColumns);
  if (at < 0) return [];
  const from = columns[at] as number;
  const far: GridCell[] = [];
  for (const line of wide) {
    for (const cell of Object.values(line.cells))
      if (cell !== undefined && cell.column >= from && says(cell)) far.push(cell);
  }
  if (far.length > mostStrays) return [];
  for (const line of wide) {
    if (line.cells.length > from) line.cells.length = from;
    line.hasText = Object.values(line.cells).some(says);
  }
  return far;
}

function strayRemark(sheet: string, strays: readonly GridCell[]): string {
  const named = strays
    .slice(0, 3)
    .map((cell) => `${cellName(sheet, cell.row, cell.column)} (“${shortened(cell.text)}”)`);
  const more = strays.length > 3 ? ` and ${strays.length - 3} more` : '';
  return `Far away from the rest of the sheet: ${named.join(', ')}${more}. Kept apart, not read as part of a table.`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * Cuts merges to the rectangle and empties the cells beneath them. A merge laid over cells that hold text of
 * their own (other programs write such; Excel would hide the text) is not heeded, so nothing is lost.
 */
function settleMerges(
  merges: readonly Merge[],
  rows: readonly (GridCell | undefined)[][],
  last: { lastRow: number; lastColumn: number },
  sheet: string,
  remarks: string[],
): Merge[] {
  const settled: Merge[] = [];
  const ignored: Merge[] = [];
  // Honest merges do not overlap, so together they cannot cover more than the rectangle and its margin.
  let budget = 4 * (last.lastRow + mergeReach) * (last.lastColumn + mergeReach) + 1_000;
  for (const merge of merges) {
    if (merge.top > last.lastRow || merge.left > last.lastColumn || budget < 0) continue;
    const cut: Merge = {
      ...merge,
      bottom: merge.bottom > last.lastRow + mergeReach ? last.lastRow : merge.bottom,
      right: merge.right > last.lastColumn + mergeReach ? last.lastColumn : merge.right,
    };
    if (cut.bottom === cut.top && cut.right === cut.left) continue;
    budget -= (cut.bottom - cut.top + 1) * (cut.right - cut.left + 1);
    if (coversText(rows, cut)) ignored.push(cut);
    else {
      emptyBeneath(rows, cut);
      settled.push(cut);
    }
  }
  if (ignored.length > 0) {
    const places = ignored.slice(0, 3).map((merge) => rangeName(sheet, merge));
    const more = ignored.length > 3 ? ` and ${ignored.length - 3} more` : '';
    remarks.push(
      `Merged over cells that hold text of their own: ${places.join(', ')}${more}. Read as separate cells.`,
    );
  }
  return settled;
}

function coversText(rows: readonly (GridCell | undefined)[][], merge: Merge): boolean {
  for (let r = merge.top; r <= merge.bottom; r += 1) {
    const row = rows[r];
    if (row === undefined) continue;
    const right = Math.min(merge.right, row.length - 1);
    for (let c = merge.left; c <= right; c += 1) {
      if (says(row[c]) && (r !== merge.top || c !== merge.left)) return true;
    }
  }
  return false;
}

function emptyBeneath(rows: readonly (GridCell | undefined)[][], merge: Merge): void {
  for (let r = merge.top; r <= merge.bottom; r += 1) {
    const row = rows[r];
    if (row === undefined) continue;
    const right = Math.min(merge.right, row.length - 1);
    for (let c = merge.left; c <= right; c += 1) {
      if (row[c] !== undefined && (r !== merge.top || c !== merge.left)) row[c] = undefined;
    }
  }
}

function columnFacts(sheet: SheetDraft, columnCount: number): Pick<Grid, 'hiddenColumns' | 'columnWidths'> {
  const hiddenColumns = new Set<number>();
  const columnWidths: (number | undefined)[] = Array.from({ length: columnCount }, () => undefined);
  for (const span of sheet.columns) {
    for (let c = span.from; c <= Math.min(span.to, columnCount - 1); c += 1) {
      if (span.hidden) hiddenColumns.add(c);
      columnWidths[c] = span.width;
    }
  }
  return { hiddenColumns, columnWidths };
}
