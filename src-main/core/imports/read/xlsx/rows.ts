import { damaged, tooManyRows } from '../refusals.ts';
import { flag, next, nextAttribute, skip, text, type Xml } from '../xml.ts';
import { type Book, countCell, type DraftCell, type Line, type SheetDraft } from './book.ts';
import { type CellType, numberCell, otherCell, styledCell, styleOf, textCell } from './cells.ts';
import { mostColumns, mostRows } from './references.ts';
import { type CellText, readCellText } from './texts.ts';

/** Fills without any text are kept for so many rows on end; beyond that they are a coloured empty sheet. */
const mostTextlessRows = 2_000;
const mostPlacesNamed = 5;

/**
 * Reads <sheetData>, which `next` has just opened. The innermost loop of every import: it looks at the bytes
 * in place and makes nothing for a cell that holds neither text nor fill, so a million empty styled rows cost
 * only the time to pass over them.
 */
export function readRows(x: Xml, book: Book, sheet: SheetDraft): void {
  const outside = x.depth - 1;
  const place: Place = { row: -1, column: -1, style: -1, type: 'number' };
  let row = -1;
  let column = -1;
  let line: Line | null = null;
  let textless = 0;
  for (;;) {
    const kind = next(x);
    if (kind === 'open') {
      if (x.name === 'c') {
        readPlace(x, place, row, column + 1);
        column = place.column;
        const cell = readContent(x, book, sheet, place);
        if (cell === null) continue;
        if (cell.text === '' && textless > mostTextlessRows) continue;
        countCell(book);
        if (line === null || line.row !== place.row) line = lineOf(sheet, place.row, book);
        line.cells[place.column] = cell;
        if (cell.text !== '') {
          line.hasText = true;
          textless = 0;
        }
      } else if (x.name === 'row') {
        row = readRowNumber(x, row + 1);
        column = -1;
        line = null;
        textless += 1;
        if (flag(x, 'hidden')) sheet.hiddenRows.add(row);
      }
    } else if (x.depth === outside) {
      return;
    }
  }
}

type Place = { row: number; column: number; style: number; type: CellType };

function lineOf(sheet: SheetDraft, row: number, book: Book): Line {
  const known = sheet.lines.get(row);
  if (known !== undefined) return known;
  if (sheet.lines.size >= book.limits.rows) throw tooManyRows(book.fileName, book.limits.rows);
  const line: Line = { row, cells: [], hasText: false };
  sheet.lines.set(row, line);
  return line;
}

function readRowNumber(x: Xml, otherwise: number): number {
  x.valueTo = x.attributesFrom;
  while (nextAttribute(x)) {
    if (x.nameTo - x.nameFrom === 1 && x.bytes[x.nameFrom] === 114) {
      return inside(x, wholeNumber(x.bytes, x.valueFrom, x.valueTo) - 1, otherwise, mostRows);
    }
  }
  return inside(x, otherwise, otherwise, mostRows);
}

function inside(x: Xml, number: number, otherwise: number, most: number): number {
  const chosen = number < 0 ? otherwise : number;
  if (chosen < most) return chosen;
  throw damaged(x.fileName, `its part ${x.part} names a row or column that no sheet has`);
}

/** Digits to a number; -1 where there is anything else. */
function wholeNumber(bytes: Buffer, from: number, to: number): number {
  if (from >= to || to - from > 15) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The attributes r, s and t of a <c>. Without r a cell follows its neighbour. */
function readPlace(x: Xml, place: Place, row: number, column: number): void {
  const { bytes } = x;
  place.row = row;
  place.column = column;
  place.style = -1;
  place.type = 'number';
  x.valueTo = x.attributesFrom;
  while (nextAttribute(x)) {
    if (x.nameTo - x.nameFrom !== 1) continue;
    const name = bytes[x.nameFrom];
    if (name === 114) readReference(x, place);
    else if (name === 115) place.style = wholeNumber(bytes, x.valueFrom, x.valueTo);
    else if (name === 116) place.type = cellType(x);
  }
  if (place.row < 0) place.row = 0;
  if (place.column >= mostColumns) inside(x, place.column, 0, mostColumns);
}

function readReference(x: Xml, place: Place): void {
  const { bytes } = x;
  let at = x.valueFrom;
  let column = 0;
  for (; at < x.valueTo; at += 1) {
    const letter = ((bytes[at] as number) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = wholeNumber(bytes, at, x.valueTo);
  if (column < 1 || row < 1) return;
  place.column = inside(x, column - 1, 0, mostColumns);
  place.row = inside(x, row - 1, 0, mostRows);
}

function cellType(x: Xml): CellType {
  const first = x.bytes[x.valueFrom];
  const length = x.valueTo - x.valueFrom;
  if (first === 115) return length === 1 ? 'shared' : 'text';
  if (first === 105) return 'inline';
  if (first === 98) return 'truth';
  if (first === 101) return 'error';
  return first === 100 ? 'date' : 'number';
}

/** What a <c> holds, up to its end; null where there is neither text nor fill. */
function readContent(x: Xml, book: Book, sheet: SheetDraft, place: Place): DraftCell | null {
  const style = styleOf(book, place.style);
  const { row, column } = place;
  const empty = (): DraftCell | null =>
    style.fill === undefined ? null : styledCell(row, column, '', undefined, style);
  if (x.closing) {
    next(x);
    return empty();
  }
  const outside = x.depth - 1;
  let from = -1;
  let to = -1;
  let raw: string | null = null;
  let inline: CellText | null = null;
  let formula = false;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'v') {
      const within = x.depth - 1;
      while (x.depth > within) {
        if (next(x) !== 'text') continue;
        if (from < 0 && !x.escaped && place.type !== 'text') {
          from = x.from;
          to = x.to;
        } else raw = (raw ?? (from < 0 ? '' : x.bytes.toString('utf8', from, to))) + text(x);
      }
    } else if (x.name === 'f') {
      formula = true;
      skip(x);
    } else if (x.name === 'is') inline = readCellText(x);
  }
  if (inline !== null) return inline.text === '' ? empty() : textCell(row, column, inline, style, book);
  if (from < 0 && raw === null) {
    if (formula && place.type !== 'text') noteWithoutResult(sheet, row, column);
    return empty();
  }
  if (place.type === 'shared') {
    const content = book.texts[raw === null ? wholeNumber(x.bytes, from, to) : Number(raw)];
    if (content === undefined) throw damaged(book.fileName, 'a cell refers to a text that is not there');
    return content.text === '' ? empty() : textCell(row, column, content, style, book);
  }
  if (place.type === 'number') {
    const number = raw === null ? readNumber(x.bytes, from, to) : Number(raw);
    if (Number.isFinite(number)) return numberCell(row, column, number, style);
  }
  const written = raw ?? x.bytes.toString('utf8', from, to);
  if (written === '') return empty();
  return otherCell(row, column, place.type === 'number' ? 'text' : place.type, written, style, book);
}

function readNumber(bytes: Buffer, from: number, to: number): number {
  const whole = wholeNumber(bytes, from, to);
  return whole >= 0 ? whole : Number(bytes.toString('latin1', from, to) || Number.NaN);
}

function noteWithoutResult(sheet: SheetDraft, row: number, column: number): void {
  sheet.withoutResultCount += 1;
  if (sheet.withoutResult.length < mostPlacesNamed) sheet.withoutResult.push({ row, column });
}
