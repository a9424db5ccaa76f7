import { type Book, placeCell, type SheetDraft } from '../xlsx/book.ts';
import { numberCell, otherCell, styledCell, textCell } from '../xlsx/cells.ts';
import { cellText, type TextRun } from '../xlsx/texts.ts';
import type { Globals } from './globals.ts';
import { nextRecord, type Records, recordNumbers, withContinued } from './records.ts';
import { continued, type RichText, readByte, readLetters, readNumber, shortText } from './strings.ts';

/** What the cells of one sheet are put into. */
export type CellTarget = { readonly globals: Globals; readonly book: Book; readonly sheet: SheetDraft };

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Puts the cells of the record it stands at; false where it is no record of cells. */
export function readCells(r: Records, target: CellTarget): boolean {
  const { data } = r;
  switch (r.type) {
    case recordNumbers.sharedLabel:
      putText(target, data, target.globals.texts[data.readUInt32LE(6)] ?? { text: '', runs: [] });
      return true;
    case recordNumbers.label:
      putText(target, data, {
        text: shortText(data, 6, 2, target.globals.lettering).text,
        runs: [],
      });
      return true;
    case recordNumbers.richLabel:
      putText(target, data, oldRichText(data, target.globals));
      return true;
    case recordNumbers.number:
      putNumber(
        target,
        data.readUInt16LE(0),
        data.readUInt16LE(2),
        data.readUInt16LE(4),
        data.readDoubleLE(6),
      );
      return true;
    case recordNumbers.shortNumber:
      putNumber(
        target,
        data.readUInt16LE(0),
        data.readUInt16LE(2),
        data.readUInt16LE(4),
        packedNumber(data.readUInt32LE(6)),
      );
      return true;
    case recordNumbers.manyNumbers:
      for (let at = 4, column = data.readUInt16LE(2); at + 8 <= data.length; at += 6, column += 1) {
        const number = packedNumber(data.readUInt32LE(at + 2));
        putNumber(target, data.readUInt16LE(0), column, data.readUInt16LE(at), number);
      }
      return true;
    case recordNumbers.blank:
      putBlank(target, data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4));
      return true;
    case recordNumbers.manyBlanks:
      for (let at = 4, column = data.readUInt16LE(2); at + 4 <= data.length; at += 2, column += 1) {
        putBlank(target, data.readUInt16LE(0), column, data.readUInt16LE(at));
      }
      return true;
    case recordNumbers.truthOrError:
      putTruthOrError(target, data, data[6] as number, data[7] === 1);
      return true;
    case recordNumbers.formula:
      readFormula(r, target);
      return true;
    default:
      return false;
  }
}

/** A number in 30 bits: the upper ones of a double or a whole number, perhaps of hundredths (MS-XLS 2.5.218). */
export function packedNumber(packed: number): number {
  let number: number;
  if ((packed & 2) !== 0) number = packed >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeUInt32LE((packed & 0xfffffffc) >>> 0, 4);
    number = double.readDoubleLE(0);
  }
  return (packed & 1) !== 0 ? number / 100 : number;
}

function putNumber(
  { globals, book, sheet }: CellTarget,
  row: number,
  column: number,
  style: number,
  number: number,
): void {
  if (!Number.isFinite(number)) return;
  placeCell(sheet, book, numberCell(row, column, number, globals.style(style)));
}

function putBlank({ globals, book, sheet }: CellTarget, row: number, column: number, number: number): void {
  const style = globals.style(number);
  if (style.fill !== undefined) placeCell(sheet, book, styledCell(row, column, '', undefined, style));
}

function putText({ globals, book, sheet }: CellTarget, data: Buffer, content: RichText): void {
  const style = globals.style(data.readUInt16LE(4));
  const text = cellText(content.text);
  if (text === '' && style.fill === undefined) return;
  const runs = content.runs.length === 0 ? null : textRuns(content, globals);
  placeCell(sheet, book, textCell(data.readUInt16LE(0), data.readUInt16LE(2), { text, runs }, style, book));
}

/** Before the first run the letters are the cell's own. */
function textRuns({ text, runs }: RichText, globals: Globals): TextRun[] {
  const parts: TextRun[] = [];
  const first = runs[0]?.at ?? text.length;
  if (first > 0) parts.push({ text: cellText(text.slice(0, first)), font: null });
  runs.forEach((run, i) => {
    const words = cellText(text.slice(run.at, runs[i + 1]?.at ?? text.length));
    if (words !== '') parts.push({ text: words, font: globals.font(run.font) });
  });
  return parts;
}

/** Excel 95's text in several fonts: the runs stand behind the letters. */
function oldRichText(data: Buffer, { lettering }: Globals): RichText {
  const { text, end } = shortText(data, 6, 2, lettering);
  const runs: { at: number; font: number }[] = [];
  const wide = lettering.unicode ? 4 : 2;
  const count = end < data.length ? (lettering.unicode ? data.readUInt16LE(end) : data.readUInt8(end)) : 0;
  for (let i = 0, at = end + wide / 2; i < count && at + wide <= data.length; i += 1, at += wide) {
    runs.push(
      lettering.unicode
        ? { at: data.readUInt16LE(at), font: data.readUInt16LE(at + 2) }
        : { at: data[at] as number, font: data[at + 1] as number },
    );
  }
  return { text, runs };
}

function putTruthOrError(
  { globals, book, sheet }: CellTarget,
  data: Buffer,
  code: number,
  isError: boolean,
): void {
  const style = globals.style(data.readUInt16LE(4));
  const raw = isError ? (errors[code] ?? '#N/A') : String(code);
  const type = isError ? 'error' : 'truth';
  placeCell(sheet, book, otherCell(data.readUInt16LE(0), data.readUInt16LE(2), type, raw, style, book));
}

/** The result as the file keeps it; a text stands in the record behind. */
function readFormula(r: Records, target: CellTarget): void {
  const { data } = r;
  const [row, column, style] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)];
  if (data.readUInt16LE(12) !== 0xffff) {
    putNumber(target, row, column, style, data.readDoubleLE(6));
    return;
  }
  const kind = data[6];
  if (kind === 1 || kind === 2) putTruthOrError(target, data, data[8] as number, kind === 2);
  else if (kind === 0) putText(target, data, { text: followingText(r, target.globals), runs: [] });
  else putBlank(target, row, column, style);
}

/** Between a formula and its text may stand what formulas share (shared formula, array, table of results). */
const betweenFormulaAndText = [0x04bc, 0x0221, 0x0236];

function followingText(r: Records, { lettering }: Globals): string {
  while (r.at + 4 <= r.stream.length) {
    const type = r.stream.readUInt16LE(r.at);
    if (type !== recordNumbers.text && !betweenFormulaAndText.includes(type)) return '';
    nextRecord(r);
    if (type !== recordNumbers.text) continue;
    if (!lettering.unicode) return shortText(r.data, 0, 2, lettering).text;
    const c = continued(withContinued(r), r.fileName);
    const letters = readNumber(c, 2);
    return letters === 0 ? '' : readLetters(c, letters, (readByte(c) & 1) !== 0);
  }
  return '';
}
