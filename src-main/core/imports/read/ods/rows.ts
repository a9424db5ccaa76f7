import type { GridCell } from '#shared/contract/grid.ts';
import { damaged, tooManyRows } from '../refusals.ts';
import { type Book, type DraftCell, placeCell, type SheetDraft } from '../xlsx/book.ts';
import { styledCell, textCell } from '../xlsx/cells.ts';
import { generalNumber } from '../xlsx/digits.ts';
import { mostColumns, mostRows } from '../xlsx/references.ts';
import { type CellStyle, plainStyle } from '../xlsx/styles.ts';
import { attribute, next, skip, type Xml } from '../xml.ts';
import { type CellContent, type Floating, readCellContent } from './cell-text.ts';
import { type Look, type Looks, lookOf } from './looks.ts';

/** Coloured cells without text are repeated so often and no further: beyond that they are coloured emptiness. */
const mostRepeatedFills = 300;
const mostTextlessRows = 2_000;

/** A sheet while its rows are read. */
export type OdsSheet = {
  readonly x: Xml;
  readonly book: Book;
  readonly looks: Looks;
  readonly sheet: SheetDraft;
  /** Styles that columns give to cells without one of their own. */
  readonly columnStyles: { readonly from: number; readonly to: number; readonly style: string }[];
  readonly floating: Floating;
  /** Places of the cells whose style has conditions, by the style. */
  readonly conditional: Map<string, { row: number; column: number }[]>;
  readonly known: Map<string, Known>;
  row: number;
  textless: number;
};

type Known = { readonly look: Look; readonly style: CellStyle };

/** One cell as it stands in the file, to be put `times` times beside itself and once more for every repeated row. */
type Template = { readonly cell: DraftCell; readonly times: number; readonly style: string | null };
type Span = { readonly column: number; readonly rows: number; readonly columns: number };

/** Reads the row that `next` has just opened. */
export function readRow(s: OdsSheet, inHiddenGroup: boolean): void {
  const { x } = s;
  const outside = x.depth - 1;
  const repeated = counted(attribute(x, 'number-rows-repeated'), mostRows);
  const visibility = attribute(x, 'visibility');
  const hidden = inHiddenGroup || visibility === 'collapse' || visibility === 'filter';
  const rowStyle = attribute(x, 'default-cell-style-name');
  const cells: Template[] = [];
  const spans: Span[] = [];
  let column = 0;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name !== 'table-cell' && x.name !== 'covered-table-cell') {
      skip(x);
      continue;
    }
    const times = counted(attribute(x, 'number-columns-repeated'), mostColumns);
    const rows = counted(attribute(x, 'number-rows-spanned'), mostRows);
    const columns = counted(attribute(x, 'number-columns-spanned'), mostColumns);
    if (rows > 1 || columns > 1) spans.push({ column, rows, columns });
    const template = readCell(s, column, rowStyle, times);
    if (template !== null) {
      if (column >= mostColumns) throw damaged(x.fileName, 'a row of it names a column that no sheet has');
      cells.push(template);
    }
    column += times;
  }
  placeRow(s, cells, spans, repeated, hidden);
}

/** Repetition as the file claims it, kept inside what a sheet can hold. */
export function counted(said: string | null, most: number): number {
  const count = Number(said ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}

function placeRow(
  s: OdsSheet,
  cells: readonly Template[],
  spans: readonly Span[],
  repeated: number,
  hidden: boolean,
): void {
  const { book, sheet, row } = s;
  s.row += repeated;
  const says = cells.some(({ cell }) => cell.text !== '' || cell.note !== undefined);
  if (says && row + repeated > mostRows) {
    throw damaged(book.fileName, 'a row of it lies further down than any sheet reaches');
  }
  if (says && repeated > book.limits.rows) throw tooManyRows(book.fileName, book.limits.rows);
  if (hidden) {
    for (let r = row; r < row + Math.min(repeated, book.limits.rows); r += 1) sheet.hiddenRows.add(r);
  }
  s.textless = says ? 0 : s.textless + 1;
  if ((cells.length === 0 && spans.length === 0) || s.textless > mostTextlessRows) return;
  const rows = says ? repeated : Math.min(repeated, mostRepeatedFills);
  for (let r = row; r < row + rows; r += 1) {
    for (const template of cells) placeTemplate(s, template, r);
    for (const { column, rows: down, columns: right } of spans) {
      sheet.merges.push({
        top: r,
        left: column,
        bottom: Math.min(mostRows, r + down) - 1,
        right: Math.min(mostColumns, column + right) - 1,
      });
    }
  }
}

function placeTemplate(s: OdsSheet, { cell, times, style }: Template, row: number): void {
  const bare = cell.text === '' && cell.note === undefined;
  const right = Math.min(cell.column + (bare ? Math.min(times, mostRepeatedFills) : times), mostColumns);
  for (let column = cell.column; column < right; column += 1) {
    placeCell(s.sheet, s.book, { ...cell, row, column });
    if (style === null || cell.text === '') continue;
    const places = s.conditional.get(style) ?? [];
    places.push({ row, column });
    s.conditional.set(style, places);
  }
}

/** Null for a cell with neither text nor note nor fill. */
function readCell(s: OdsSheet, column: number, rowStyle: string | null, times: number): Template | null {
  const { x } = s;
  const name =
    attribute(x, 'style-name') ??
    rowStyle ??
    s.columnStyles.find((span) => column >= span.from && column <= span.to)?.style ??
    null;
  const { look, style } = knownStyle(s, name);
  const stored = readStored(x);
  const content = readCellContent(x, s.looks, style);
  s.floating.boxes.push(...content.floating.boxes);
  s.floating.pictures += content.floating.pictures;
  s.floating.charts += content.floating.charts;
  const cell = cellOf(s, column, content, stored, style);
  if (cell === null) return null;
  return { cell, times, style: look.maps.length > 0 ? name : null };
}

function cellOf(
  s: OdsSheet,
  column: number,
  content: CellContent,
  stored: Stored,
  style: CellStyle,
): DraftCell | null {
  const { text, runs } = content.text === '' ? { text: stored.shown, runs: null } : content;
  if (text === '' && content.note === undefined && style.fill === undefined) return null;
  const cell: DraftCell =
    stored.value === undefined || runs !== null
      ? textCell(s.row, column, { text, runs }, style, s.book)
      : styledCell(s.row, column, text, stored.value, style);
  if (stored.value !== undefined && text !== '') cell.value = stored.value;
  if (content.note !== undefined) cell.note = content.note;
  if (content.link !== undefined) cell.link = content.link;
  return cell;
}

function knownStyle(s: OdsSheet, name: string | null): Known {
  const known = s.known.get(name ?? '');
  if (known !== undefined) return known;
  const look = lookOf(s.looks, 'table-cell', name);
  const fill = look.fill ?? undefined;
  const bold = look.bold === true;
  const strike = look.strike === true;
  const plain = fill === undefined && !bold && !strike;
  const made: Known = { look, style: plain ? plainStyle : { ...plainStyle, fill, bold, strike, plain } };
  s.known.set(name ?? '', made);
  return made;
}

/** What a cell stores, and how to show it where the file keeps no displayed text. */
type Stored = { readonly value: GridCell['value']; readonly shown: string };
const none: Stored = { value: undefined, shown: '' };

function readStored(x: Xml): Stored {
  const type = attribute(x, 'value-type');
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const said = attribute(x, 'value');
      const number = Number(said);
      if (said === null || said.trim() === '' || !Number.isFinite(number)) return none;
      const percent = type === 'percentage';
      return {
        value: { kind: 'number', number, percent },
        shown: percent ? `${generalNumber(Number((number * 100).toPrecision(15)))}%` : generalNumber(number),
      };
    }
    case 'date': {
      const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(attribute(x, 'date-value') ?? '');
      if (parts === null) return none;
      return {
        value: { kind: 'day', day: parts[0] },
        shown: `${parts[3]}/${parts[2]}/${parts[1]}`,
      };
    }
    case 'boolean': {
      const truth = attribute(x, 'boolean-value') === 'true';
      return { value: { kind: 'truth', truth }, shown: truth ? 'TRUE' : 'FALSE' };
    }
    case 'string': {
      // LibreOffice calls an error a text and says beside it, in its own words, what it is.
      if (errorBeside(x)) return { value: { kind: 'error' }, shown: '#N/A' };
      return { value: undefined, shown: attribute(x, 'string-value') ?? '' };
    }
    default:
      return none;
  }
}

function errorBeside(x: Xml): boolean {
  return x.bytes.toString('latin1', x.attributesFrom, x.attributesTo).includes('calcext:value-type="error"');
}
