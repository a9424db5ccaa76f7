import type { GridCell } from '#shared/contract/grid.ts';
import { columnName } from '#shared/contract/grid.ts';
import { type Book, checkLength, type DraftCell } from './book.ts';
import { type CellStyle, plainStyle } from './styles.ts';
import { type CellText, cellText, type TextRun } from './texts.ts';

/** The types a <c> may have (ECMA-376 18.18.11). */
export type CellType = 'shared' | 'number' | 'truth' | 'error' | 'text' | 'inline' | 'date';

type Value = GridCell['value'];
const truths: Readonly<Record<string, Value>> = {
  TRUE: { kind: 'truth', truth: true },
  FALSE: { kind: 'truth', truth: false },
};
const errorValue: Value = { kind: 'error' };

/** A cell with a text of its own. Cells without fill, bold or strike are kept small: there may be a million. */
export function textCell(
  row: number,
  column: number,
  content: CellText,
  style: CellStyle,
  book: Book,
): DraftCell {
  if (content.text.length > book.limits.textLength)
    checkLength(book, content.text, `${columnName(column)}${row + 1}`);
  if (content.runs !== null) return runsCell(row, column, content.text, content.runs, style);
  return styledCell(row, column, content.text, undefined, style);
}

export function styledCell(
  row: number,
  column: number,
  text: string,
  value: Value,
  style: CellStyle,
): DraftCell {
  if (!style.plain) {
    const cell: DraftCell = { row, column, text, value, fill: style.fill };
    if (style.bold) cell.bold = true;
    if (style.strike && text !== '') cell.strike = true;
    return cell;
  }
  return value === undefined ? { row, column, text } : { row, column, text, value };
}

/** Letters of several kinds: bold where all of it is bold, struck as a whole or by its struck words. */
function runsCell(
  row: number,
  column: number,
  text: string,
  runs: readonly TextRun[],
  style: CellStyle,
): DraftCell {
  const lettered = runs.filter((run) => run.text.trim() !== '');
  const struck = lettered.filter((run) => run.font?.strike ?? style.strike);
  const cell: DraftCell = { row, column, text, fill: style.fill };
  if (lettered.length > 0 && lettered.every((run) => run.font?.bold ?? style.bold)) cell.bold = true;
  if (struck.length === 0) return cell;
  if (struck.length === lettered.length) cell.strike = true;
  else cell.struck = joined(runs, style);
  return cell;
}

/** Neighbouring struck runs are one stretch of words. */
function joined(runs: readonly TextRun[], style: CellStyle): string[] {
  const words: string[] = [];
  let open = '';
  for (const run of runs) {
    if (run.font?.strike ?? style.strike) open += run.text;
    else if (open !== '') {
      words.push(open);
      open = '';
    }
  }
  if (open !== '') words.push(open);
  return words.map((stretch) => stretch.trim()).filter((stretch) => stretch !== '');
}

/** Days come back over and over in a plan: shown and read once per format. */
const knownDays = new WeakMap<CellStyle['format'], Map<number, { text: string; value: Value }>>();

export function numberCell(row: number, column: number, number: number, style: CellStyle): DraftCell {
  const { format } = style;
  if (format.kind === 'general' || format.kind === 'number') {
    return styledCell(
      row,
      column,
      format.show(number),
      { kind: 'number', number, percent: format.percent },
      style,
    );
  }
  let days = knownDays.get(format);
  if (days === undefined) {
    days = new Map();
    knownDays.set(format, days);
  }
  let known = days.get(number);
  if (known === undefined) {
    const day = format.kind === 'day' ? format.day(number) : null;
    known = { text: format.show(number), value: day === null ? undefined : { kind: 'day', day } };
    if (days.size < 10_000) days.set(number, known);
  }
  return styledCell(row, column, known.text, known.value, style);
}

/** Every type but shared texts and numbers, from the text of its <v>. */
export function otherCell(
  row: number,
  column: number,
  type: CellType,
  raw: string,
  style: CellStyle,
  book: Book,
): DraftCell {
  if (type === 'truth') {
    const word = raw === '1' || raw.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
    return styledCell(row, column, word, truths[word], style);
  }
  if (type === 'error') return styledCell(row, column, raw, errorValue, style);
  if (type === 'date') return isoDateCell(row, column, raw, style);
  return textCell(row, column, { text: cellText(raw), runs: null }, style, book);
}

/** A date written as ISO 8601 text (t="d"): shown day first, as its day number would be. */
function isoDateCell(row: number, column: number, raw: string, style: CellStyle): DraftCell {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(raw);
  if (parts === null) return styledCell(row, column, cellText(raw), undefined, style);
  const [, year, month, day, time] = parts;
  const shown = `${day}/${month}/${year}${time === undefined || time === '00:00' ? '' : ` ${time}`}`;
  return styledCell(row, column, shown, { kind: 'day', day: `${year}-${month}-${day}` }, style);
}

export function styleOf(book: Book, index: number): CellStyle {
  return book.styles[index] ?? plainStyle;
}
