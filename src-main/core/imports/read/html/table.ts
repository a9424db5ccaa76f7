import type { Merge } from '#shared/contract/grid.ts';
import { plainValue } from '../plain-numbers.ts';
import { tooLarge } from '../refusals.ts';
import { type Book, checkLength, countCell, type DraftCell } from '../xlsx/book.ts';
import { textCell } from '../xlsx/cells.ts';
import { numberFormat } from '../xlsx/number-format.ts';
import { plainStyle } from '../xlsx/styles.ts';
import { gather, type Left, type Paragraph } from './gather.ts';
import { lookOfElement, type PageLook, type StyleSheet } from './looks.ts';
import { attributeOf, countOf, type Element, elementsOf } from './tree.ts';

/** A page's table as rows of cells, its columns from 0. */
export type PageTable = {
  readonly rows: readonly PageRow[];
  readonly width: number;
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
  readonly widths: readonly (number | undefined)[];
  /** What is written above or below the table by its own <caption>. */
  readonly caption: readonly Paragraph[];
};
export type PageRow = {
  readonly header: boolean;
  readonly hidden: boolean;
  /** By column; covered places hold nothing. */
  readonly cells: DraftCell[];
  /** Tables that stand inside this row's cells. */
  readonly inner: readonly Element[];
};

export type Reading = { readonly sheet: StyleSheet; readonly book: Book; readonly left: Left };

const mostSpan = 1_000;

/** Lays a <table> out: cells into their columns, past those that reach down from rows above. */
export function readTable(table: Element, reading: Reading): PageTable {
  const rows: PageRow[] = [];
  const merges: Merge[] = [];
  const caption: Paragraph[] = [];
  const reach: number[] = [];
  const { hiddenColumns, widths } = readColumns(table, reading.sheet);
  const around = lookOfElement(table, reading.sheet);
  let width = 0;
  for (const { element, header, look } of tableRows(table, reading, caption, around)) {
    const r = rows.length;
    const own = lookOfElement(element, reading.sheet);
    const cells: DraftCell[] = [];
    const inner: Element[] = [];
    let column = 0;
    for (const cell of elementsOf(element)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
      while ((reach[column] ?? 0) > r) column += 1;
      const right = column + countOf(cell, 'colspan', mostSpan) - 1;
      const down = attributeOf(cell, 'rowspan') === '0' ? mostSpan : countOf(cell, 'rowspan', mostSpan);
      if (right >= reading.book.limits.columns) {
        throw tooLarge(reading.book.fileName, `row ${r + 1} of a table has more than ${right} columns`);
      }
      for (let c = column; c <= right; c += 1) reach[c] = r + down;
      if (right > column || down > 1) merges.push({ top: r, left: column, bottom: r + down - 1, right });
      const read = readCell(cell, r, column, reading, { ...look, ...own });
      if (read.cell !== null) cells[column] = read.cell;
      inner.push(...read.inner);
      column = right + 1;
    }
    width = Math.max(width, column);
    rows.push({ header, hidden: own.hidden === true, cells, inner });
  }
  const last = rows.length - 1;
  return {
    rows,
    width,
    merges: merges
      .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, last) }))
      .filter((merge) => merge.bottom > merge.top || merge.right > merge.left),
    hiddenColumns,
    widths,
    caption,
  };
}

type RowPlace = { readonly element: Element; readonly header: boolean; readonly look: PageLook };

function* tableRows(
  table: Element,
  reading: Reading,
  caption: Paragraph[],
  around: PageLook,
): Generator<RowPlace> {
  for (const part of elementsOf(table)) {
    if (part.tagName === 'caption') {
      const said = gather(part, reading.sheet, { bold: false, strike: false }, reading.left);
      caption.push(...said.filter((piece) => piece.kind === 'paragraph'));
    } else if (part.tagName === 'tr') yield { element: part, header: false, look: around };
    else if (/^t(head|body|foot)$/.test(part.tagName)) {
      const look = { ...around, ...lookOfElement(part, reading.sheet) };
      for (const row of elementsOf(part)) {
        if (row.tagName === 'tr') yield { element: row, header: part.tagName === 'thead', look };
      }
    }
  }
}

/** Widths and hidden columns, as Excel writes them into its pages. */
function readColumns(
  table: Element,
  sheet: StyleSheet,
): { hiddenColumns: Set<number>; widths: (number | undefined)[] } {
  const hiddenColumns = new Set<number>();
  const widths: (number | undefined)[] = [];
  const columns = elementsOf(table).flatMap((part) =>
    part.tagName === 'colgroup' ? elementsOf(part) : part.tagName === 'col' ? [part] : [],
  );
  for (const column of columns) {
    const hidden = lookOfElement(column, sheet).hidden === true;
    const pixels = Number.parseFloat(attributeOf(column, 'width') ?? '');
    for (let i = countOf(column, 'span', mostSpan); i > 0 && widths.length < 16_384; i -= 1) {
      if (hidden) hiddenColumns.add(widths.length);
      widths.push(pixels > 5 ? Math.round(((pixels - 5) / 7) * 10) / 10 : undefined);
    }
  }
  return { hiddenColumns, widths };
}

function readCell(
  element: Element,
  row: number,
  column: number,
  reading: Reading,
  around: PageLook,
): { cell: DraftCell | null; inner: Element[] } {
  const { sheet, book, left } = reading;
  const look = lookOfElement(element, sheet);
  const fill = (look.fill === undefined ? around.fill : look.fill) ?? undefined;
  const font = {
    bold: look.bold ?? around.bold ?? false,
    strike: look.strike ?? around.strike ?? false,
  };
  const pieces = look.hidden === true && around.hidden !== true ? [] : gather(element, sheet, font, left);
  const inner = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.element] : []));
  const paragraphs = pieces.filter((piece) => piece.kind === 'paragraph');
  const runs = paragraphs.flatMap((one, at) =>
    at === 0 ? one.runs : [{ text: '\n', font: one.runs[0]?.font ?? null }, ...one.runs],
  );
  const text = runs.map((run) => run.text).join('');
  if (text === '' && fill === undefined) return { cell: null, inner };
  countCell(book);
  checkLength(book, text, `row ${row + 1}, column ${column + 1}`);
  const style = { ...plainStyle, fill, ...font, plain: fill === undefined && !font.bold && !font.strike };
  const cell = textCell(row, column, { text, runs: runs.length === 0 ? null : runs }, style, book);
  const value = storedValue(element, look, text);
  if (value !== undefined) cell.value = value;
  const link = paragraphs.find((one) => one.link !== undefined)?.link;
  if (link !== undefined) cell.link = link;
  const footnotes = paragraphs.flatMap((one) => one.footnotes);
  if (footnotes.length > 0) cell.footnotes = footnotes;
  return { cell, inner };
}

/** The number behind the text: Excel's x:num and LibreOffice's sdval say it, else the text itself where it is one. */
function storedValue(element: Element, look: PageLook, text: string): DraftCell['value'] {
  const code = look.numberFormat === undefined ? '' : formatCode(look.numberFormat);
  if (text === '' || code === '@') return undefined;
  const plain = plainValue(text);
  if (plain !== undefined) return plain;
  const said = attributeOf(element, 'x:num') ?? attributeOf(element, 'sdval') ?? '';
  const number = Number(said);
  if (said.trim() === '' || !Number.isFinite(number)) return undefined;
  const format = numberFormat(code === '' ? sdFormat(element) : code, false);
  if (format.kind === 'day') {
    const day = format.day(number);
    return day === null ? undefined : { kind: 'day', day };
  }
  return format.kind === 'number' ? { kind: 'number', number, percent: format.percent } : undefined;
}

/** Office escapes what style sheets do not allow, and has names for its common formats. */
function formatCode(said: string): string {
  if (/^(short|medium|long|general) date$/i.test(said)) return 'dd/mm/yyyy';
  if (/^percent$/i.test(said)) return '0%';
  if (/^(fixed|standard)$/i.test(said)) return '#,##0.00';
  return said.replace(/\\0022/g, '"').replace(/\\([^a-z0-9])/gi, '$1');
}

/** LibreOffice: sdnum="2057;0;DD/MM/YY". */
function sdFormat(element: Element): string {
  return (attributeOf(element, 'sdnum') ?? '').split(';')[2] ?? 'General';
}
