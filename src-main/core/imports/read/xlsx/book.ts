import { AppError } from '#shared/contract/errors.ts';
import type { GridCell, Merge } from '#shared/contract/grid.ts';
import type { ReadLimits } from '../limits.ts';
import { tooLarge, tooManyRows } from '../refusals.ts';
import type { CellStyle } from './styles.ts';
import type { CellText } from './texts.ts';

/** What all sheets of a workbook share while they are read. */
export type Book = {
  readonly fileName: string;
  readonly limits: ReadLimits;
  readonly texts: readonly CellText[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
  /** Cells made so far, over all sheets. */
  cells: number;
};

/** A cell while its sheet is still being read: notes, links and conditional colours come later in the file. */
export type DraftCell = { -readonly [Key in keyof GridCell]: GridCell[Key] };

export type Line = { readonly row: number; readonly cells: (DraftCell | undefined)[]; hasText: boolean };

/** A column's width in characters and whether it is hidden, for a stretch of columns. */
export type ColumnSpan = {
  readonly from: number;
  readonly to: number;
  readonly width: number | undefined;
  readonly hidden: boolean;
};

export type LinkPlace = {
  readonly range: Merge;
  readonly relation: string | null;
  readonly location: string | null;
};

/** A sheet as its part tells it, before notes, links and colours by condition are laid over it. */
export type SheetDraft = {
  readonly lines: Map<number, Line>;
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly columns: ColumnSpan[];
  readonly links: LinkPlace[];
  /** Formulas whose result the file does not hold, by row and column. */
  readonly withoutResult: { readonly row: number; readonly column: number }[];
  /** How many of them there are; only the first few are kept above. */
  withoutResultCount: number;
};

/** A sheet before anything of it has been read. */
export function emptySheet(): SheetDraft {
  return {
    lines: new Map(),
    merges: [],
    hiddenRows: new Set(),
    columns: [],
    links: [],
    withoutResult: [],
    withoutResultCount: 0,
  };
}

/** Puts a cell in its place; a note counts as text, for it must not be left outside the rectangle. */
export function placeCell(sheet: SheetDraft, book: Book, cell: DraftCell): void {
  countCell(book);
  let line = sheet.lines.get(cell.row);
  if (line === undefined) {
    if (sheet.lines.size >= book.limits.rows) throw tooManyRows(book.fileName, book.limits.rows);
    line = { row: cell.row, cells: [], hasText: false };
    sheet.lines.set(cell.row, line);
  }
  line.cells[cell.column] = cell;
  if (cell.text !== '' || cell.note !== undefined) line.hasText = true;
}

export function countCell(book: Book): void {
  book.cells += 1;
  if (book.cells > book.limits.cells) {
    throw tooLarge(
      book.fileName,
      `it has more than ${book.limits.cells.toLocaleString('en-GB')} filled cells`,
    );
  }
}

export function checkLength(book: Book, text: string, where: string): void {
  if (text.length <= book.limits.textLength) return;
  throw new AppError(
    'file-too-large',
    `“${book.fileName}” has a cell with ${text.length.toLocaleString('en-GB')} letters (${where}); at most ${book.limits.textLength.toLocaleString('en-GB')} are read. Shorten it, save the file and import it again.`,
  );
}

/** The cell at a place, made with empty text where there is none yet. */
export function cellAt(sheet: SheetDraft, book: Book, row: number, column: number): DraftCell {
  let line = sheet.lines.get(row);
  if (line === undefined) {
    line = { row, cells: [], hasText: false };
    sheet.lines.set(row, line);
  }
  let cell = line.cells[column];
  if (cell === undefined) {
    countCell(book);
    cell = { row, column, text: '' };
    line.cells[column] = cell;
  }
  return cell;
}
