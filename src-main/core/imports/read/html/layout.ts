import type { Grid, GridCell, Merge } from '#shared/contract/grid.ts';
import type { DocumentRow } from '#shared/contract/places.ts';
import { tooLarge } from '../refusals.ts';
import { type Book, checkLength, countCell, emptySheet, type SheetDraft } from '../xlsx/book.ts';
import { textCell } from '../xlsx/cells.ts';
import { layOut } from '../xlsx/rectangle.ts';
import { plainStyle } from '../xlsx/styles.ts';
import type { Block } from './blocks.ts';
import type { Paragraph } from './gather.ts';
import type { PageTable } from './table.ts';

/** Later steps keep a mark for every place of a grid. */
const mostPlaces = 20_000_000;

/** One table and nothing else: a sheet. */
export function sheetGrid(table: PageTable, book: Book, name: string, remarks: string[]): Grid {
  const sheet: SheetDraft = emptySheet();
  table.rows.forEach((row, r) => {
    if (row.hidden) sheet.hiddenRows.add(r);
    const hasText = row.cells.some((cell) => cell !== undefined && cell.text !== '');
    sheet.lines.set(r, { row: r, cells: [...row.cells], hasText });
  });
  sheet.merges.push(...table.merges);
  table.widths.forEach((width, c) => {
    sheet.columns.push({ from: c, to: c, width, hidden: table.hiddenColumns.has(c) });
  });
  return layOut(sheet, book, { name, hidden: false }, remarks);
}

/** Paragraphs and tables under each other, as every document's grid has them (contract/places.ts). */
export function documentGrid(blocks: readonly Block[], book: Book): Grid {
  const width = Math.max(1, ...blocks.map((block) => (block.kind === 'laid-table' ? block.table.width : 1)));
  const rows: (GridCell | undefined)[][] = [];
  const document: (DocumentRow | undefined)[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  let paragraphs = 0;
  let tables = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      paragraphs += 1;
      const row = document.push(paragraphRow(block, paragraphs)) - 1;
      rows[row] = [paragraphCell(block, row, book)];
      if (width > 1) merges.push({ top: row, left: 0, bottom: row, right: width - 1 });
      continue;
    }
    tables += 1;
    const top = document.length;
    block.table.rows.forEach(({ header, hidden, cells }, r) => {
      document.push({ kind: 'table', table: tables, row: r + 1, header });
      if (hidden) hiddenRows.add(top + r);
      rows[top + r] = cells.map((cell) => ({ ...cell, row: top + r }));
    });
    for (const merge of block.table.merges) {
      merges.push({ ...merge, top: merge.top + top, bottom: merge.bottom + top });
    }
    document.push(undefined);
  }
  refuseVast(document.length, width, book);
  return {
    name: 'Document',
    hidden: false,
    rowCount: document.length,
    columnCount: width,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: new Set(),
    columnWidths: [],
    document,
  };
}

function refuseVast(rows: number, columns: number, book: Book): void {
  if (rows <= book.limits.rows && rows * columns <= mostPlaces) return;
  throw tooLarge(
    book.fileName,
    `its tables take ${rows.toLocaleString('en-GB')} rows and ${columns.toLocaleString('en-GB')} columns`,
  );
}

function paragraphRow(paragraph: Paragraph, number: number): DocumentRow {
  const { heading, list, style, newPage } = paragraph;
  const row = { kind: 'paragraph', part: 'body', number, heading, list, style } as const;
  return newPage ? { ...row, newPage } : row;
}

function paragraphCell(paragraph: Paragraph, row: number, book: Book): GridCell {
  countCell(book);
  checkLength(book, paragraph.text, `paragraph ${row + 1}`);
  const cell = textCell(row, 0, { text: paragraph.text, runs: paragraph.runs }, plainStyle, book);
  if (paragraph.link !== undefined) cell.link = paragraph.link;
  if (paragraph.footnotes.length > 0) cell.footnotes = paragraph.footnotes;
  return cell;
}
