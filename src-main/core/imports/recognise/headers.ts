import type { GridCell } from '#shared/contract/grid.ts';
import { looksLikeFigure } from './figures.ts';
import { type HeaderReading, readHeading } from './header-words.ts';
import type { Sheet } from './sheet.ts';
import { headsFigures, looksLikePeriod, looksLikeRole } from './value-headings.ts';

/** A row of headings, or the part of a row that heads one of several tables side by side. */
export type HeaderSpan = {
  /** The row that says most. */
  readonly row: number;
  /** First and last row of the header. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

const readable = 0.5;
const clear = 0.75;
/** Fields one of which a table cannot do without. */
const subjects = new Set(['text', 'section', 'kpi-name', 'term', 'measures', 'meaning', 'value']);
const gutterDepth = 6;

/** The header spans of one row: none, one, or several side by side. */
export function headerSpansOf(sheet: Sheet, row: number): HeaderSpan[] {
  const cells = sheet.filled(row);
  if (cells.length < 2) return [];
  const spans: HeaderSpan[] = figureHeads(sheet, row, cells);
  if (spans.length > 0) return spans;
  for (const part of partsOf(sheet, row, cells)) {
    if (!readsAsHeader(part)) continue;
    const left = part[0]?.column ?? 0;
    const last = part[part.length - 1];
    const right = last ? sheet.rightOf(last) : left;
    spans.push(withOtherRows(sheet, { row, top: row, bottom: row, left, right }));
  }
  return spans;
}

/** Years or kinds of figures alone, names to the left of the figures beneath and no heading over them. */
function figureHeads(sheet: Sheet, row: number, cells: readonly GridCell[]): HeaderSpan[] {
  const [first] = cells;
  if (!first || first.column === 0 || !cells.every((cell) => headsFigures(cell.text.trim()))) return [];
  const last = cells[cells.length - 1] ?? first;
  const right = sheet.rightOf(last);
  let named = 0;
  let left = first.column;
  for (let below = row + 1; below <= row + 4 && below < sheet.grid.rowCount; below++) {
    const filled = sheet.filled(below);
    if (readsAsHeader(filled)) return [];
    const before = filled.filter((cell) => cell.column < first.column && /\p{L}/u.test(cell.text));
    const figures = filled.filter((cell) => cell.column >= first.column && cell.column <= right);
    const held = figures.filter((cell) => looksLikeFigure(cell.text.trim()));
    // Headings of the rows below are headings still.
    if (figures.length > 0 && figures.every((cell) => headsFigures(cell.text.trim()))) return [];
    if (before.length === 0 || held.length === 0 || held.length * 2 < figures.length) continue;
    named++;
    left = Math.min(left, before[before.length - 1]?.column ?? left);
  }
  if (named < 2) return [];
  return [withOtherRows(sheet, { row, top: row, bottom: row, left, right })];
}

/** Whether these cells, of one row, read as headings. */
export function readsAsHeader(cells: readonly GridCell[]): boolean {
  if (cells.length < 2) return false;
  let readableCells = 0;
  let clearCells = 0;
  let valueCells = 0;
  let length = 0;
  let hasSubject = false;
  /** Initials of months over a chart of bars say nothing for or against. */
  let silent = 0;
  /** Cells that head figures, whatever else their words may mean; and whether another cell says of what. */
  let figureCells = 0;
  let ofWhat = false;
  const fields = new Set<string>();
  for (const cell of cells) {
    const text = cell.text.trim();
    length += text.length;
    if (text.length > 400) return false;
    if (/^(?:[A-Z]|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)$/i.test(text)) silent++;
    const readings = readHeading(text);
    const best = readings[0];
    if (headsFigures(text)) figureCells++;
    else if (hasSubjectReading(readings)) ofWhat = true;
    if (best && best.strength >= readable) {
      readableCells++;
      fields.add(best.field);
      if (best.strength >= clear) clearCells++;
      if (hasSubjectReading(readings)) hasSubject = true;
    } else if (looksLikePeriod(text) || looksLikeRole(text)) {
      valueCells++;
    } else if (cell.value?.kind === 'number' || cell.value?.kind === 'day') {
      return false;
    }
  }
  if (length / cells.length > 90) return false;
  if (ofWhat && figureCells >= 2 && (figureCells + 1) / cells.length >= 0.5) return true;
  if (valueCells >= 2 && readableCells >= 1 && hasSubject) {
    return (readableCells + valueCells) / cells.length >= 0.5;
  }
  // Four headings that each say something in more words than ours are as good as one that is plain.
  const saying = readableCells + valueCells;
  const many = saying >= 4 && readableCells >= 3 && saying >= cells.length * 0.6;
  // Who, by when and how it stands are asked of actions, whatever these are called.
  const asked = fields.has('leads') && fields.has('timescale') && clearCells >= 3 && cells.length >= 4;
  if (!(hasSubject || asked) || (clearCells < 1 && !many) || fields.size < 2) return false;
  if (cells.length === 2) return clearCells === 2;
  const counted = silent >= 4 ? cells.length - silent : cells.length;
  return readableCells / counted >= 0.4 || readableCells >= 5;
}

function hasSubjectReading(readings: readonly HeaderReading[]): boolean {
  return readings.some((reading) => subjects.has(reading.field) && reading.strength >= readable);
}

/** A row cut at empty columns that stay empty below, where both sides read as headers of their own. */
function partsOf(sheet: Sheet, row: number, cells: readonly GridCell[]): (readonly GridCell[])[] {
  const parts: GridCell[][] = [[]];
  let right = -1;
  for (const cell of cells) {
    const current = parts[parts.length - 1] ?? [];
    if (current.length > 0 && hasGutter(sheet, row, right + 1, cell.column - 1)) parts.push([cell]);
    else current.push(cell);
    right = sheet.rightOf(cell);
  }
  if (parts.length === 1) return parts;
  // A narrow empty column inside one table is no gutter: what does not stand alone goes back to its neighbour,
  // unless it heads nothing that a heading would.
  const joined: GridCell[][] = [];
  for (const part of parts) {
    const before = joined[joined.length - 1];
    const stands = standsAlone(part);
    const headings = part.every((cell) => (readHeading(cell.text.trim())[0]?.strength ?? 0) >= clear);
    if (before && !(stands && standsAlone(before)) && (stands || headings || !standsAlone(before))) {
      before.push(...part);
    } else {
      joined.push([...part]);
    }
  }
  return joined;
}

/** Headings of a table of its own: a reference and a theme beside an empty column belong to what follows. */
function standsAlone(part: readonly GridCell[]): boolean {
  if (!readsAsHeader(part)) return false;
  if (part.length > 2) return true;
  return part.some((cell) =>
    readHeading(cell.text.trim()).some(
      (reading) => reading.field !== 'section' && subjects.has(reading.field) && reading.strength >= clear,
    ),
  );
}

function hasGutter(sheet: Sheet, row: number, from: number, to: number): boolean {
  for (let column = from; column <= to; column++) {
    let empty = true;
    for (let below = row; below <= row + gutterDepth && empty; below++) {
      if (sheet.shown(below, column)?.text.trim()) empty = false;
    }
    if (empty) return true;
  }
  return false;
}

/** Takes in group headings above ("2009/10" over its quarters) and sub-headings beneath. */
function withOtherRows(sheet: Sheet, span: HeaderSpan): HeaderSpan {
  let { top, bottom } = span;
  for (let above = span.row - 1; above >= Math.max(0, span.row - 2); above--) {
    if (!isGroupRow(sheet, above, span)) break;
    top = above;
  }
  for (let below = span.row + 1; below <= span.row + 4; below++) {
    const kind = subRow(sheet, below, span, bottom);
    if (kind === 'no') break;
    if (kind === 'yes') bottom = below;
  }
  return { ...span, top, bottom };
}

/** Every cell of the row heads several columns of the span, and none all of them. */
function isGroupRow(sheet: Sheet, row: number, span: HeaderSpan): boolean {
  const cells = sheet.filled(row).filter((cell) => cell.column >= span.left && cell.column <= span.right);
  if (cells.length === 0 || sheet.filled(row).length > cells.length + 1) return false;
  const width = span.right - span.left + 1;
  // "Lead: A Shaw" beside "Governor: B Lee" says who, and groups no columns.
  if (cells.some((cell) => /^[^:]{2,40}:\s*\S/.test(cell.text.trim()))) return false;
  return cells.every((cell) => {
    const wide = sheet.rightOf(cell) - cell.column + 1;
    if (wide >= width) return false;
    const fitsVerticalMerge = (sheet.mergeAt(row, cell.column)?.bottom ?? row) >= span.row;
    if (wide >= 2 || fitsVerticalMerge) return cell.text.length <= 120;
    return cells.length >= 2 && (looksLikePeriod(cell.text.trim()) || looksLikeRole(cell.text.trim()));
  });
}

/**
 * A row beneath the headings belongs to them where a heading reaches down over it, or where all its cells stand
 * under a group heading or an empty one and name periods, figures or columns.
 */
function subRow(sheet: Sheet, row: number, span: HeaderSpan, bottom: number): 'yes' | 'no' | 'empty' {
  const cells = sheet.filled(row).filter((cell) => cell.column >= span.left && cell.column <= span.right);
  const covered = reachesDown(sheet, row, span);
  if (cells.length === 0) return covered ? 'yes' : row - bottom > 1 ? 'no' : 'empty';
  if (covered) return cells.every((cell) => cell.text.trim().length <= 120) ? 'yes' : 'no';
  let named = 0;
  for (const cell of cells) {
    const text = cell.text.trim();
    const above = sheet.mergeAt(span.row, cell.column);
    const heading = sheet.shown(span.row, cell.column)?.text.trim() ?? '';
    const grouped = above !== undefined && above.right > above.left;
    const underGroup = grouped || heading === '' || looksLikeRole(heading) || looksLikePeriod(heading);
    if (!underGroup) return 'no';
    if (looksLikePeriod(text) || looksLikeRole(text)) named++;
    else if ((readHeading(text)[0]?.strength ?? 0) >= clear) named++;
    else return 'no';
  }
  return named === cells.length && (cells.length >= 2 || bottom > span.row) ? 'yes' : 'no';
}

function reachesDown(sheet: Sheet, row: number, span: HeaderSpan): boolean {
  for (let column = span.left; column <= span.right; column++) {
    const merge = sheet.mergeAt(span.row, column);
    if (merge && merge.top >= span.row - 1 && merge.bottom >= row && merge.bottom - merge.top <= 5)
      return true;
  }
  return false;
}

/** The headings over one column from top to bottom, each once: ["Targets", "Yr 1 2008/9"]. */
export function headingPath(sheet: Sheet, span: HeaderSpan, column: number): string[] {
  const path: string[] = [];
  for (let row = span.top; row <= span.bottom; row++) {
    let text = sheet.shown(row, column)?.text.trim() ?? '';
    if (text === '' && row < span.bottom) text = groupToTheLeft(sheet, row, span, column);
    if (text !== '' && path[path.length - 1] !== text) path.push(text);
  }
  return path;
}

/** A group heading that was not merged over its columns: "2009/10" with empty cells to its right. */
function groupToTheLeft(sheet: Sheet, row: number, span: HeaderSpan, column: number): string {
  if (sheet.mergeAt(row, column)) return '';
  for (let left = column - 1; left >= span.left; left--) {
    const cell = sheet.shown(row, left);
    const text = cell?.text.trim() ?? '';
    if (text === '') continue;
    const merge = sheet.mergeAt(row, left);
    if (merge && merge.bottom > row) return '';
    // A baseline is of one time: it does not reach over a row of years.
    if (/^baseline/i.test(text) && headsYear(sheet, row, span, left + 1, column)) return '';
    return looksLikePeriod(text) || looksLikeRole(text) ? text : '';
  }
  return '';
}

/** Whether some heading beneath a row, from one column to another, names a year or a part of one. */
function headsYear(sheet: Sheet, row: number, span: HeaderSpan, from: number, to: number): boolean {
  for (let column = from; column <= to; column++) {
    for (let below = row + 1; below <= span.bottom; below++) {
      if (looksLikePeriod(sheet.text(below, column))) return true;
    }
  }
  return false;
}
