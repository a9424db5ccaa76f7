import type { GridCell } from '#shared/contract/grid.ts';
import { type HeaderSpan, headerSpansOf, readsAsHeader } from '../headers.ts';
import type { Sheet } from '../sheet.ts';
import { foldSpace } from '../words.ts';
import type { TableBlock } from './blocks.ts';

/** A table of a document, or the stretch of one that stands under a header of its own. */
export type TablePart = {
  readonly block: TableBlock;
  /** Rows above the header that head it: a title, a priority, its lead. */
  readonly lead: readonly number[];
  /** Null where nothing in it reads as a header. */
  readonly header: HeaderSpan | null;
  /** First and last row of data; `bottom` is above `top` where there is none. */
  readonly top: number;
  readonly bottom: number;
  readonly repeats: readonly HeaderSpan[];
};

/** Rows that may stand above a table's header. */
const mostLead = 8;

/** The parts of a table: one under each header of its own. */
export function partsOf(block: TableBlock): TablePart[] {
  const parts: TablePart[] = [];
  let top = block.top;
  while (top <= block.bottom) {
    const part = partFrom(block, top);
    parts.push(part);
    if (part.bottom < top && part.header === null) break;
    top = Math.max(part.bottom, part.header?.bottom ?? part.bottom, top) + 1;
  }
  return parts;
}

function partFrom(block: TableBlock, top: number): TablePart {
  const { sheet } = block;
  const header = headerFrom(block, top);
  if (header === null) {
    return { block, lead: [], header, top, bottom: block.bottom, repeats: [] };
  }
  const lead = rows(top, header.top - 1).filter((row) => sheet.filled(row).length > 0);
  const repeats: HeaderSpan[] = [];
  let bottom = header.bottom;
  for (let row = header.bottom + 1; row <= block.bottom; row++) {
    if (sheet.filled(row).length === 0) continue;
    if (sameHeadings(sheet, header, row)) {
      const height = header.bottom - header.row;
      const span = { ...header, row, top: row, bottom: Math.min(block.bottom, row + height) };
      repeats.push(span);
      row = span.bottom;
    } else if (startsAnother(sheet, header, row)) {
      // Lines alone right above another header are its title.
      let last = row - 1;
      while (last > header.bottom && sheet.filled(last).length <= 1) last--;
      return { block, lead, header, top: header.bottom + 1, bottom: last, repeats };
    }
    bottom = row;
  }
  return { block, lead, header, top: header.bottom + 1, bottom, repeats };
}

/** The header of what begins at a row: marked as one by Word, read as one, or set apart by its look. */
function headerFrom(block: TableBlock, top: number): HeaderSpan | null {
  const { sheet, right } = block;
  let seen = 0;
  for (let row = top; row <= block.bottom && seen < mostLead; row++) {
    const cells = sheet.filled(row);
    if (cells.length === 0) continue;
    seen++;
    if (isLone(sheet, cells, right)) continue;
    const marked = row < block.top + block.headerRows;
    const [span] = headerSpansOf(sheet, row);
    if (span || marked) {
      const last = Math.max(marked ? block.top + block.headerRows - 1 : row, span?.bottom ?? row);
      return {
        row,
        top: Math.max(top, Math.min(row, span?.top ?? row)),
        bottom: Math.min(last, block.bottom),
        left: 0,
        right,
      };
    }
    if (seen === 1 && looksLikeHeader(block, row, cells))
      return { row, top: row, bottom: row, left: 0, right };
    // Pairs of labels and answers may stand above: "Lead | AB | Budget | £500".
    if (cells.length > 2 && (cells.length % 2 === 1 || cells.length > 4)) return null;
  }
  return null;
}

/** One cell over the better part of the table. */
function isLone(sheet: Sheet, cells: readonly GridCell[], right: number): boolean {
  const [first] = cells;
  if (!first || cells.length > 1 || right === 0) return cells.length === 1 && right > 0;
  return sheet.rightOf(first) - first.column + 1 >= (right + 1) * 0.5 || first.column === 0;
}

/** Short words in every column, all bold or all filled, over rows that are not. */
function looksLikeHeader(block: TableBlock, row: number, cells: readonly GridCell[]): boolean {
  const { sheet, right } = block;
  if (row === block.bottom || cells.length < 3 || cells.length < right) return false;
  const set = (cell: GridCell) => cell.bold === true || cell.fill !== undefined;
  if (!cells.every((cell) => set(cell) && cell.text.length <= 80)) return false;
  const below = sheet.filled(row + 1);
  return below.length > 0 && !below.every((cell) => set(cell));
}

/** The same headings again, column by column. */
export function sameHeadings(sheet: Sheet, header: HeaderSpan, row: number): boolean {
  let same = 0;
  for (let column = header.left; column <= header.right; column++) {
    const own = fold(sheet.text(header.row, column));
    const other = fold(sheet.text(row, column));
    if (own === '' && other === '') continue;
    if (own !== other) return false;
    same++;
  }
  return same >= 2;
}

function fold(text: string): string {
  return foldSpace(text)
    .toLowerCase()
    .replace(/[\s:.]+$/, '');
}

/** Other headings, set apart by bold or fill as the first were. */
function startsAnother(sheet: Sheet, header: HeaderSpan, row: number): boolean {
  const cells = sheet.filled(row);
  if (cells.length < 2 || !readsAsHeader(cells)) return false;
  const first = sheet.filled(header.row)[0];
  return cells.every((cell) => (first?.fill ? cell.fill === first.fill : cell.bold === true));
}

export function rows(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
