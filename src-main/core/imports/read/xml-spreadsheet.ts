import type { Grid, ReadFile } from '#shared/contract/grid.ts';
import type { ReadLimits } from './limits.ts';
import { damaged, tooLarge } from './refusals.ts';
import { type Book, type DraftCell, emptySheet, placeCell, type SheetDraft } from './xlsx/book.ts';
import { numberCell, otherCell, styledCell, textCell } from './xlsx/cells.ts';
import { numberFormat } from './xlsx/number-format.ts';
import { layOut } from './xlsx/rectangle.ts';
import { mostColumns, mostRows } from './xlsx/references.ts';
import { type CellStyle, plainStyle } from './xlsx/styles.ts';
import { clean } from './xlsx/texts.ts';
import type { SheetProgress } from './xlsx.ts';
import { attribute, flag, innerText, next, openXml, skip, type Xml } from './xml.ts';

/** Excel 2003's workbook in one XML file, which many systems export under the ending .xls. */
export function isXmlSpreadsheet(bytes: Buffer): boolean {
  return bytes
    .toString('latin1', 0, 8_192)
    .replaceAll('\0', '')
    .includes('urn:schemas-microsoft-com:office:spreadsheet');
}

/** Throws AppError file-damaged, file-hostile, file-too-large. */
export function readXmlSpreadsheet(
  bytes: Buffer,
  fileName: string,
  limits: ReadLimits,
  progress: SheetProgress,
): ReadFile {
  const x = openXml(bytes, fileName, 'workbook', limits.xmlDepth);
  const book: Book = { fileName, limits, texts: [], styles: [], from1904: false, cells: 0 };
  const styles = new Map<string, CellStyle>();
  const remarks: string[] = [];
  const grids: Grid[] = [];
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open') continue;
    if (x.name === 'Style') readStyle(x, styles);
    else if (x.name === 'Worksheet') {
      if (grids.length >= limits.sheets) throw tooLarge(fileName, `it has more than ${limits.sheets} sheets`);
      const name = attribute(x, 'Name') ?? `Sheet ${grids.length + 1}`;
      progress(grids.length, grids.length + 1, name);
      const { sheet, hidden } = readSheet(x, book, styles);
      grids.push(layOut(sheet, book, { name, hidden }, remarks));
    }
  }
  if (grids.length === 0) throw damaged(fileName, 'it has no sheets inside');
  return { format: 'xls', grids, remarks };
}

/** Formats that are called by name. */
const namedFormats: Readonly<Record<string, string>> = {
  'General Date': 'dd/mm/yyyy',
  'Short Date': 'dd/mm/yyyy',
  'Medium Date': 'dd-mmm-yy',
  'Long Date': 'd mmmm yyyy',
  'Short Time': 'hh:mm',
  Percent: '0.00%',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '£#,##0.00',
};

function readStyle(x: Xml, styles: Map<string, CellStyle>): void {
  const outside = x.depth - 1;
  const id = attribute(x, 'ID') ?? '';
  const base = styles.get(attribute(x, 'Parent') ?? '') ?? styles.get('Default') ?? plainStyle;
  let { fill, bold, strike, format } = base;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'Interior') {
      const colour = /^#([0-9a-f]{6})$/i.exec(attribute(x, 'Color') ?? '')?.[1]?.toLowerCase();
      const solid = attribute(x, 'Pattern') === 'Solid' && colour !== undefined && colour !== 'ffffff';
      fill = solid ? `#${colour}` : undefined;
    } else if (x.name === 'Font') {
      bold = flag(x, 'Bold');
      strike = flag(x, 'StrikeThrough');
    } else if (x.name === 'NumberFormat') {
      const code = attribute(x, 'Format') ?? 'General';
      format = numberFormat(namedFormats[code] ?? code, false);
    }
  }
  styles.set(id, { fill, bold, strike, format, plain: fill === undefined && !bold && !strike });
}

type Reading = {
  readonly x: Xml;
  readonly book: Book;
  readonly styles: ReadonlyMap<string, CellStyle>;
  readonly sheet: SheetDraft;
};

/** Reads the sheet that `next` has just opened. */
function readSheet(
  x: Xml,
  book: Book,
  styles: ReadonlyMap<string, CellStyle>,
): { sheet: SheetDraft; hidden: boolean } {
  const outside = x.depth - 1;
  const s: Reading = { x, book, styles, sheet: emptySheet() };
  let row = -1;
  let column = -1;
  let hidden = false;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'Column') column = readColumn(s, column + 1);
    else if (x.name === 'Row') row = readRow(s, row + 1);
    else if (x.name === 'Visible') hidden = innerText(x).trim() !== 'SheetVisible';
    else if (x.name !== 'Table' && x.name !== 'WorksheetOptions') skip(x);
  }
  return { sheet: s.sheet, hidden };
}

/** A place that the file may name itself, counted from 1; else the one that comes next. */
function placeOf({ x }: Reading, name: string, otherwise: number, most: number): number {
  const said = attribute(x, name);
  const place = said === null ? otherwise : Number(said) - 1;
  if (Number.isInteger(place) && place >= otherwise && place < most) return place;
  throw damaged(x.fileName, 'it names a row or column that no sheet has');
}

function spanOf(x: Xml, name: string, most: number): number {
  const said = Number(attribute(x, name) ?? 0);
  return Number.isInteger(said) && said > 0 ? Math.min(said, most) : 0;
}

function readColumn(s: Reading, otherwise: number): number {
  const from = placeOf(s, 'Index', otherwise, mostColumns);
  const to = from + spanOf(s.x, 'Span', mostColumns - from - 1);
  const points = Number(attribute(s.x, 'Width') ?? Number.NaN);
  const width = points > 5 ? Math.round(((points * (96 / 72) - 5) / 7) * 10) / 10 : undefined;
  s.sheet.columns.push({ from, to, width, hidden: flag(s.x, 'Hidden') });
  return to;
}

/** Reads the row that `next` has just opened; gives the last row that it stands for. */
function readRow(s: Reading, otherwise: number): number {
  const { x, sheet } = s;
  const outside = x.depth - 1;
  const row = placeOf(s, 'Index', otherwise, mostRows);
  const last = row + spanOf(x, 'Span', mostRows - row - 1);
  if (flag(x, 'Hidden')) sheet.hiddenRows.add(row);
  let column = -1;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name !== 'Cell') {
      skip(x);
      continue;
    }
    column = placeOf(s, 'Index', column + 1, mostColumns);
    const right = column + spanOf(x, 'MergeAcross', mostColumns - column - 1);
    const bottom = row + spanOf(x, 'MergeDown', mostRows - row - 1);
    if (right > column || bottom > row) sheet.merges.push({ top: row, left: column, bottom, right });
    readCell(s, row, column);
    column = right;
  }
  return last;
}

function readCell({ x, book, styles, sheet }: Reading, row: number, column: number): void {
  const outside = x.depth - 1;
  const style = styles.get(attribute(x, 'StyleID') ?? 'Default') ?? plainStyle;
  const link = attribute(x, 'HRef');
  let cell: DraftCell | null = null;
  let note = '';
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'Data') cell = dataCell(x, row, column, style, book);
    else if (x.name === 'Comment') {
      const author = attribute(x, 'Author') ?? '';
      const words = clean(innerText(x)).trim();
      note = author === '' || words.startsWith(author) ? words : `${author}: ${words}`;
    } else skip(x);
  }
  const made = cell ?? styledCell(row, column, '', undefined, style);
  if (note !== '') made.note = note;
  if (link !== null && made.text !== '') made.link = link;
  if (made.text !== '' || note !== '' || style.fill !== undefined) placeCell(sheet, book, made);
}

function dataCell(x: Xml, row: number, column: number, style: CellStyle, book: Book): DraftCell {
  const type = attribute(x, 'Type');
  const raw = innerText(x);
  if (type === 'Number' && raw.trim() !== '' && Number.isFinite(Number(raw))) {
    return numberCell(row, column, Number(raw), style);
  }
  if (type === 'DateTime') return otherCell(row, column, 'date', raw, style, book);
  if (type === 'Boolean') return otherCell(row, column, 'truth', raw, style, book);
  if (type === 'Error') return otherCell(row, column, 'error', raw, style, book);
  return textCell(row, column, { text: clean(raw), runs: null }, style, book);
}
