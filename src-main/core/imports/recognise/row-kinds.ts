import type { GridCell } from '#shared/contract/grid.ts';
import type { ColumnMeaning } from './column-meanings.ts';
import { isPlaceholder, rowsOf } from './column-profile.ts';
import { readHeading } from './header-words.ts';
import { looksLikeSection, sectionKindOf } from './section-titles.ts';
import type { Region } from './tables.ts';
import { looksLikePeriod, looksLikeRole } from './value-headings.ts';
import { foldSpace, isBullet } from './words.ts';

/** One stretch of rows of a table, read as what it is. */
export type Piece =
  | { readonly kind: 'entry'; readonly rows: number[] }
  | { readonly kind: 'section'; readonly row: number; readonly cells: readonly GridCell[] }
  /** Words under a section's heading, before its first entry: its lead, its aims. */
  | { readonly kind: 'section-words'; readonly row: number; readonly cells: readonly GridCell[] }
  | { readonly kind: 'furniture'; readonly row: number; readonly why: FurnitureKind }
  | { readonly kind: 'note'; readonly row: number; readonly cells: readonly GridCell[] };
export type FurnitureKind =
  | 'header again'
  | 'unfilled row'
  | 'example row'
  | 'end mark'
  | 'total row'
  | 'set aside';

/** What the row reader knows of a table. */
export type TableShape = {
  readonly region: Region;
  readonly meanings: readonly ColumnMeaning[];
  readonly subject: number;
  readonly ref: number | null;
  readonly sections: readonly number[];
  /** Columns that say who and when: a row that has none of its own goes on with the one above. */
  readonly answers: readonly number[];
  /** Columns of figures. */
  readonly values: readonly number[];
  /** Columns whose words may go on from one row to the next. */
  readonly detailColumns: readonly number[];
};

const longestSection = 260;
const zeroOrNone = /^(?:0|n\/?a|not applicable|-|–|—|nil|none|0\.0+|£0(?:\.00)?|0%)$/i;

export function shapeOf(region: Region, meanings: readonly ColumnMeaning[]): TableShape {
  const find = (...fields: string[]) =>
    meanings.find((meaning) => fields.includes(meaning.field))?.column ?? null;
  return {
    region,
    meanings,
    subject: find('text', 'kpi-name', 'term') ?? region.left,
    ref: find('ref'),
    sections: meanings.filter((meaning) => meaning.field === 'section').map((meaning) => meaning.column),
    answers: meanings
      .filter((meaning) => ['leads', 'owners', 'timescale', 'end', 'start'].includes(meaning.field))
      .map((meaning) => meaning.column),
    values: meanings.filter((meaning) => meaning.field === 'value').map((meaning) => meaning.column),
    detailColumns: meanings.filter((meaning) => meaning.field === 'detail').map((meaning) => meaning.column),
  };
}

/** Reads the rows of a table from top to bottom. */
export function piecesOf(shape: TableShape): Piece[] {
  const { region } = shape;
  const { sheet } = region;
  const headerAgain = new Set(region.repeats.flatMap((span) => rowsOf(span.top, span.bottom)));
  const usual = usualStyle(shape);
  const pieces: Piece[] = [];
  let entry: { kind: 'entry'; rows: number[] } | null = null;
  let afterSection = false;
  /** Under headings of other periods the columns mean something else: such rows are left to a person. */
  let otherPeriods = false;
  for (let row = region.top; row <= region.bottom; row++) {
    if (headerAgain.has(row)) {
      pieces.push({ kind: 'furniture', row, why: 'header again' });
      otherPeriods = false;
      continue;
    }
    const all = sheet.filled(row);
    if (all.length === 0) continue;
    const cells =
      region.left === 0 && region.right >= sheet.grid.columnCount - 1
        ? all
        : all.filter((cell) => cell.column <= region.right && sheet.rightOf(cell) >= region.left);
    if (cells.length === 0) continue;
    const said = region.rowsAs?.get(row);
    if (said !== undefined) {
      if (said === 'skip') pieces.push({ kind: 'furniture', row, why: 'set aside' });
      else if (said === 'section') {
        pieces.push({ kind: 'section', row, cells });
        entry = null;
      } else if (said === 'join' && entry) entry.rows.push(row);
      else {
        entry = { kind: 'entry', rows: [row] };
        pieces.push(entry);
      }
      afterSection = said === 'section';
      continue;
    }
    if (shape.values.length > 0 && headsOtherPeriods(shape, row)) otherPeriods = true;
    if (otherPeriods) {
      pieces.push({ kind: 'note', row, cells });
      continue;
    }
    const idle = idleRow(shape, row, cells);
    if (idle) {
      pieces.push({ kind: 'furniture', row, why: idle });
      continue;
    }
    const saying = cells.length <= 4 ? cells.filter((cell) => !isIdleCell(shape, cell)) : cells;
    if (saying.length > 0 && saying.length <= 3) {
      const lone = loneRow(shape, row, saying, usual, entry !== null, afterSection);
      if (lone) {
        pieces.push({ kind: lone, row, cells: saying });
        if (lone === 'section') afterSection = true;
        if (lone !== 'note') entry = null;
        continue;
      }
    }
    const goesOn: boolean = entry !== null && continues(shape, row, entry.rows);
    if (goesOn && entry) entry.rows.push(row);
    else if (startsEntry(shape, row, cells)) {
      entry = { kind: 'entry', rows: [row] };
      pieces.push(entry);
      afterSection = false;
    } else pieces.push({ kind: 'note', row, cells });
  }
  return pieces;
}

/** Rows that hold nothing of anybody's: a template's unfilled rows, an example of how to fill in, the end mark. */
function idleRow(shape: TableShape, row: number, cells: readonly GridCell[]): FurnitureKind | null {
  const { region, subject, ref } = shape;
  const first = cells[0]?.text.trim() ?? '';
  if (/^end\b.{0,20}$/i.test(first) && cells.every((cell) => foldSpace(cell.text) === foldSpace(first)))
    return 'end mark';
  if (cells.some((cell) => cell.column <= subject && isExample(cell.text))) return 'example row';
  if (isTotal(shape, first, cells)) return 'total row';
  // "5" and nothing else: a line of a template that nobody filled in.
  if (cells.length === 1 && /^\(?\d{1,3}[.)]?$/.test(first) && (cells[0]?.column ?? 0) <= subject)
    return 'unfilled row';
  if (row === region.header.bottom + 1 && countsColumns(cells)) return 'header again';
  // Questions right beneath the headings say how to fill in.
  if (row === region.header.bottom + 1 && cells.filter((cell) => /\?\s*$/.test(cell.text)).length >= 2)
    return 'example row';
  const named = region.sheet.shown(row, subject)?.text.trim() ?? '';
  if (named !== '' && !isPlaceholder(named)) return sameAsHeader(shape, cells) ? 'header again' : null;
  const idle = cells.every((cell) => {
    const text = cell.text.trim();
    return (
      isPlaceholder(text) ||
      zeroOrNone.test(text) ||
      (cell.column === ref && text.length <= 16) ||
      (cell.column < subject && /^[A-Z]?\d{1,3}\.?$/.test(text))
    );
  });
  return idle ? 'unfilled row' : null;
}

/** "(1)", "(2)", "(3)" beneath the headings: the columns are counted. */
function countsColumns(cells: readonly GridCell[]): boolean {
  return (
    cells.length >= 3 &&
    cells.every(
      (cell, at) =>
        cell.text.trim().replace(/^[([]?(?:col(?:umn)?\.?\s?)?|[)\].]?$/gi, '') === String(at + 1),
    )
  );
}

/** A nought of a formula or an unfilled choice beside a heading, or anything in a hidden column. */
function isIdleCell(shape: TableShape, cell: GridCell): boolean {
  const { grid } = shape.region.sheet;
  if (grid.hiddenColumns.has(cell.column)) return true;
  const text = cell.text.trim();
  return cell.column !== shape.ref && (zeroOrNone.test(text) || isPlaceholder(text));
}

/** A row of periods or kinds of figures where figures should stand. */
function headsOtherPeriods(shape: TableShape, row: number): boolean {
  const { sheet } = shape.region;
  let headings = 0;
  let across = 0;
  for (const column of shape.values) {
    const text = sheet.text(row, column);
    if (text === '') continue;
    if ((!looksLikePeriod(text) && !looksLikeRole(text)) || /^\d{4}$/.test(text)) return false;
    headings++;
    across = Math.max(across, (sheet.mergeAt(row, column)?.right ?? column) - column + 1);
  }
  // One period over several columns heads them; single words may be answers beside a KPI's name ("Sept 10").
  if (across >= 3) return true;
  const named = sheet.text(row, shape.subject);
  if (named !== '' && (readHeading(named)[0]?.strength ?? 0) < 0.7) return false;
  return headings >= Math.max(2, shape.values.length * 0.6);
}

/** Whether a row under an unfilled heading ("Project 6: not applicable") says nothing of its own. */
export function saysNothing(shape: TableShape, row: number): boolean {
  const given = new Set(
    shape.meanings
      .filter((meaning) => ['text', 'kpi-name', 'unit', 'ref'].includes(meaning.field))
      .map((meaning) => meaning.column),
  );
  return shape.region.sheet.filled(row).every((cell) => {
    const text = cell.text.trim();
    return given.has(cell.column) || zeroOrNone.test(text) || isPlaceholder(text);
  });
}

/** "Total" and nothing but figures: the sum of the rows above. */
function isTotal(shape: TableShape, first: string, cells: readonly GridCell[]): boolean {
  if (!/^(?:(?:grand|overall|sub)[\s-]?)?totals?\s*:?$/i.test(first)) return false;
  const figures = /^[£$€]?-?[\d.,\s]+[%km]?$/i;
  return (
    (cells[0]?.column ?? 0) <= shape.subject && cells.slice(1).every((cell) => figures.test(cell.text.trim()))
  );
}

function isExample(text: string): boolean {
  return (
    text.length < 80 &&
    /^\s*[([]?(?:e\.\s?g\.?[\s:,]|example\b(?!s of good)|for example\b|worked example|sample (?:entry|row))/i.test(
      text,
    )
  );
}

function sameAsHeader(shape: TableShape, cells: readonly GridCell[]): boolean {
  if (cells.length < 2) return false;
  const { sheet, header } = shape.region;
  return cells.every((cell) => {
    for (let row = header.top; row <= header.bottom; row++) {
      if (foldSpace(sheet.text(row, cell.column)) === foldSpace(cell.text)) return true;
    }
    return false;
  });
}

type Style = { readonly bold: boolean; readonly fill: string | undefined };

/** How the subject's cells look in most rows: a heading among them looks otherwise. */
function usualStyle(shape: TableShape): Style {
  const { region, subject } = shape;
  const counts = new Map<string, number>();
  let best: Style = { bold: false, fill: undefined };
  let most = 0;
  for (let row = region.top, seen = 0; row <= region.bottom && seen < 200; row++) {
    if (region.sheet.filled(row).length < 3) continue;
    const cell = region.sheet.cell(row, subject);
    if (!cell?.text) continue;
    seen++;
    const style: Style = { bold: cell.bold === true, fill: cell.fill };
    const key = `${style.bold} ${style.fill ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) {
      most = count;
      best = style;
    }
  }
  return best;
}

/** A row of one to three cells that is no entry: a heading, words under one, or a note. */
function loneRow(
  shape: TableShape,
  row: number,
  cells: readonly GridCell[],
  usual: Style,
  inEntry: boolean,
  afterSection: boolean,
): 'section' | 'section-words' | 'note' | null {
  const { region, subject, ref } = shape;
  const { sheet } = region;
  const [first, second] = cells;
  if (!first) return null;
  const text = first.text.trim();
  const columns = region.right - region.left + 1;
  const wide = sheet.rightOf(first) - first.column + 1;
  if (sheet.mergeAt(row, subject) && (sheet.mergeAt(row, subject)?.top ?? row) < row) return null;
  if (cells.length === 1) {
    if (columns < 3) return null;
    if (isNote(text)) return 'note';
    const across = wide >= 3 && wide >= columns * 0.6;
    const styled = differs(first, usual);
    const leading = first.column <= Math.max(subject, region.left);
    // What stands alone right above the headings again heads the rows beneath them.
    if (leading && region.repeats.some((span) => span.top === row + 1) && text.length <= longestSection)
      return 'section';
    if (!across && (!leading || shape.sections.includes(first.column))) return null;
    if (afterSection && !inEntry && (isLeadLine(text) || isBullet(text))) return 'section-words';
    if (afterSection && !inEntry && !across && /^(?:aims?|objectives?|outcomes?)\s*:?$/i.test(text))
      return 'section-words';
    if (text.length > longestSection) return across ? 'note' : null;
    if (across || looksLikeSection(text)) return 'section';
    if (styled && !(inEntry && /^[a-z]/.test(text))) return 'section';
    return null;
  }
  if (!second || cells.length > 2) return null;
  // "Project 1:" beside its name; or a reference beside a title that looks unlike the rows around.
  if (/:\s*$/.test(text) && text.length < 40 && second.column <= first.column + 2)
    // "Lead:", "Vision:" under a heading say something of it.
    return afterSection && !inEntry && sectionKindOf(text) === null ? 'section-words' : 'section';
  const titled =
    second.column === subject && (first.column === ref || first.column === subject - 1) && text.length <= 16;
  if (titled && differs(second, usual) && second.text.trim().length <= longestSection) return 'section';
  return null;
}

function differs(cell: GridCell, usual: Style): boolean {
  return (cell.bold === true && !usual.bold) || (cell.fill !== undefined && cell.fill !== usual.fill);
}

/** "Priority lead: Service Manager" under a heading. */
export function isLeadLine(text: string): boolean {
  return (
    /^(?:\w+\s){0,2}(?:lead(?:\s\w+)?|owner|responsible(?:\s\w+)?|sponsor|champion|sro|led by|accountable(?:\s\w+)?)\s*[:–-]\s*\S/i.test(
      text,
    ) && text.length < 160
  );
}

function isNote(text: string): boolean {
  return /^(?:n\.?\s?b\.?[\s:.]|notes?\s*[:\-–]|note that|source\s*:|sources\s*:|key\s*:|\*{1,3}\s?\S|page \d|prepared by|last updated|version\s\d|please\s|footnote|use the ["“]|for additional |grand total|sub-?total|totals?\b)/i.test(
    text,
  );
}

/** Whether a row goes on with the entry above: it names nothing of its own, or ends a sentence that was cut. */
function continues(shape: TableShape, row: number, before: readonly number[]): boolean {
  const { region, subject, ref } = shape;
  const { sheet } = region;
  const merge = sheet.mergeAt(row, subject);
  if (merge && merge.top < row && merge.bottom >= row) return true;
  const own = sheet.text(row, subject);
  const ownRef = ref === null ? '' : sheet.text(row, ref);
  const headings = shape.sections.map((column) => sheet.text(row, column)).filter((text) => text !== '');
  if (own === '') return ownRef === '' && headings.length === 0;
  if (ref !== null && ownRef !== '') return false;
  const last = before[before.length - 1] ?? row;
  // A cut sentence goes on in small letters, with nothing new beside it but more words.
  if (!/^[a-z(&]/.test(own) && !goesOnAlone(shape, row, last)) return false;
  const above = before.map((one) => sheet.text(one, subject)).findLast((text) => text !== '') ?? '';
  // Under one reference a list may be cut at its semicolon.
  const under = ref === null ? undefined : sheet.mergeAt(row, ref);
  const isEnd = under && under.top < row ? /[.!?]$/ : /[.!?:;]$/;
  if (isEnd.test(above) || row - last > 3) return false;
  if (headings.some((text) => !/^[a-z(&]/.test(text))) return false;
  const answered = shape.answers.some((column) => sheet.text(row, column) !== '');
  if (!answered && shape.answers.length > 0) return true;
  return region.repeats.some((span) => span.top > last && span.bottom < row) || ref !== null;
}

/** No sentence and no heading ends in these. */
const unended =
  /(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|our|per|than|that|the|their|this|to|via|which|with|within))$/i;

/**
 * Where every other row has its reference, words alone in a row go on with the words above, capital or not: after the
 * headings came again, or where those could not end. Otherwise they may well be a heading.
 */
function goesOnAlone(shape: TableShape, row: number, last: number): boolean {
  const { region, ref, subject } = shape;
  const { sheet } = region;
  if (ref === null || sheet.filled(row).length !== 1 || sheet.text(last, ref) === '') return false;
  const above = sheet.text(last, subject);
  const turned = region.repeats.some((span) => span.top > last && span.bottom < row);
  if (!unended.test(above) && !(turned && /\p{Ll}$/u.test(above))) return false;
  let [named, rows] = [0, 0];
  for (let at = region.header.bottom + 1; at <= region.bottom && rows < 40; at++) {
    if (sheet.filled(at).length < 2) continue;
    rows++;
    if (sheet.text(at, ref) !== '') named++;
  }
  return rows > 2 && named >= rows * 0.9;
}

function startsEntry(shape: TableShape, row: number, cells: readonly GridCell[]): boolean {
  const { region, subject } = shape;
  const named = region.sheet.shown(row, subject)?.text.trim() ?? '';
  if (named !== '') return true;
  return cells.length >= 2 && cells.some((cell) => cell.column > subject);
}
