import type { GridCell } from '#shared/contract/grid.ts';
import { isReference } from '#shared/domain/references.ts';
import { readStatus, stateOfColour } from '#shared/domain/status-words.ts';
import { isBarMark } from './bar-columns.ts';
import { isSerial } from './day-serials.ts';
import { looksLikeFigure, looksLikeMoney, standsForFigure } from './figures.ts';
import { headingPath } from './headers.ts';
import { isRate, isSideOfRate } from './kpi-rows.ts';
import { firstFigureOf } from './month-first.ts';
import { numberedParts } from './numbered-lists.ts';
import type { Region } from './tables.ts';
import { looksLikePeriod, looksLikeRole } from './value-headings.ts';
import { foldSpace } from './words.ts';

/** What a column's cells are like: shares from 0 to 1 of those that hold anything. */
export type ColumnProfile = {
  readonly column: number;
  /** Headings from top to bottom. */
  readonly path: readonly string[];
  /** "Targets / Yr 1 2008/9"; '' where there is none. */
  readonly header: string;
  readonly filled: number;
  /** Rows looked at that hold anything at all. */
  readonly rows: number;
  readonly distinct: number;
  readonly meanLength: number;
  readonly numbers: number;
  /** Numbers, and figures with words or signs about them: "65-79%", "7 days", "1 in 5", "n/a". */
  readonly figures: number;
  readonly money: number;
  readonly dates: number;
  readonly refs: number;
  readonly initials: number;
  readonly statuses: number;
  readonly levels: number;
  readonly truths: number;
  readonly periods: number;
  readonly roles: number;
  /** Whole numbers that could be days as a workbook counts them. */
  readonly serials: number;
  /** How many dates can only have the month first, or only the day: "9/30/2023", "30/9/2023". */
  readonly monthFirst: number;
  readonly dayFirst: number;
  readonly stamped: number;
  /** Crosses, ticks and arrows that mark a time. */
  readonly marks: number;
  /** Cells with a fill of any colour but white, among all rows. */
  readonly shaded: number;
  /** Fills that mean a state, among all rows, and how many different ones. */
  readonly filledStates: number;
  readonly stateColours: number;
};

const mostRows = 250;
const refPattern =
  /^(?:[A-Za-z]{1,6}[\s.:-]?)?\d{1,4}(?:[.\-/]\d{1,4}){0,4}\.?\s?(?:\([ivxlcdm\d]{1,6}\)|\([a-z]\)|[a-z])?$|^[A-Za-z]$|^[ivx]{1,5}$/;
const months = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const datePattern = new RegExp(
  `\\b${months}\\b.{0,4}\\d|\\d.{0,3}\\b${months}\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b(?:19|20)\\d\\d\\b|\\bon-?\\s?going\\b|\\b(?:termly|quarterly|monthly|annual|annually|weekly|immediate|tbc|continuous|asap)\\b|\\bq[1-4]\\b|\\b${months}$`,
  'i',
);
const initialsPattern =
  /^[A-Z][A-Za-z]{0,2}[A-Z](?:\s?[/,&+;]\s?|\s)?(?:[A-Z][A-Za-z]{0,2}[A-Z](?:\s?[/,&+;]\s?|\s)?){0,5}$/;
const levelPattern =
  /^(?:\d\s*[-–.]?\s*)?(?:very\s)?(?:high|medium|med|low|urgent|important|normal|critical|major|minor|moderate|essential|desirable|must|should|could|h|m|l|p?[1-5])(?:\s(?:impact|risk|priority))?$/i;
/** "[2024-11-18 R Achebe] …", "24/11/14: …", "Update Apr 24 - …" at the start of a line. */
export const stampPattern = new RegExp(
  `^\\s*[\\[(]?(?:update[d]?\\s*)?(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${months}\\.?,?\\s*(?:'?\\d{2}|\\d{4}))(?:[^:\\])\\n]{0,40})?(?:[\\])]|\\s*[:–—-])\\s*\\S`,
  'im',
);

/** The profile of every column of a table, from an even sample of its rows. */
export function profilesOf(region: Region): ColumnProfile[] {
  const { sheet, header } = region;
  const step = Math.max(1, Math.floor((region.bottom - region.top + 1) / mostRows));
  const headerRows = new Set(region.repeats.flatMap((span) => rowsOf(span.top, span.bottom)));
  const rows: number[] = [];
  for (let row = region.top; row <= region.bottom; row += step) {
    if (headerRows.has(row)) continue;
    const cells = sheet
      .filled(row)
      .filter((cell) => cell.column >= region.left && cell.column <= region.right);
    if (cells.length >= 2 || (cells.length === 1 && region.right - region.left < 2)) rows.push(row);
  }
  const profiles: ColumnProfile[] = [];
  for (let column = region.left; column <= region.right; column++) {
    const path = headingPath(sheet, header, column).map(foldSpace);
    profiles.push(
      profileOf(
        column,
        path,
        rows.map((row) => sheet.cell(row, column)),
        rows.length,
      ),
    );
  }
  return profiles;
}

export function rowsOf(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function profileOf(
  column: number,
  path: readonly string[],
  cells: readonly (GridCell | undefined)[],
  rows: number,
): ColumnProfile {
  const seen = new Set<string>();
  const colours = new Set<string>();
  const count = { length: 0, filled: 0, numbers: 0, dates: 0, refs: 0, initials: 0, statuses: 0, levels: 0 };
  const more = {
    figures: 0,
    codes: 0,
    money: 0,
    truths: 0,
    periods: 0,
    roles: 0,
    sides: 0,
    rates: 0,
    stamped: 0,
    marks: 0,
    shaded: 0,
    serials: 0,
    monthFirst: 0,
    dayFirst: 0,
    filledStates: 0,
  };
  for (const cell of cells) {
    if (!cell) continue;
    const state = cell.fill ? stateOfColour(cell.fill) : null;
    if (cell.fill && state) {
      more.filledStates++;
      colours.add(state);
    }
    if (cell.fill !== undefined && !/^#?ffffff$/i.test(cell.fill)) more.shaded++;
    const text = cell.text.trim();
    if (text === '' || isPlaceholder(text)) continue;
    count.filled++;
    count.length += text.length;
    seen.add(text);
    if (cell.value?.kind === 'number' || /^[£$]?-?[\d,.]+\s?%?$/.test(text)) {
      count.numbers++;
      more.figures++;
    } else if (looksLikeFigure(text)) more.figures++;
    else if (standsForFigure(text)) more.codes++;
    if (looksLikeMoney(text)) more.money++;
    if (isBarMark(text)) more.marks++;
    if (cell.value?.kind === 'day' || isDated(text)) count.dates++;
    if (text.length <= 20 && (refPattern.test(text) || isCode(text))) count.refs++;
    if (text.length <= 120 && readStatus(text)) count.statuses++;
    if (text.length <= 30 && levelPattern.test(text)) count.levels++;
    // "MUST" and "SHOULD" are nobody's initials.
    else if (text.length <= 30 && initialsPattern.test(text)) count.initials++;
    if (/^(?:true|false|yes|no|y|n)$/i.test(text)) more.truths++;
    if (looksLikePeriod(text)) more.periods++;
    if (looksLikeRole(text)) more.roles++;
    else if (isSideOfRate(text)) more.sides++;
    else if (isRate(text)) more.rates++;
    if (isSerial(cell)) more.serials++;
    const opens = firstFigureOf(text);
    if (opens === 'month') more.monthFirst++;
    else if (opens === 'day') more.dayFirst++;
    if (text.length > 8 && stampPattern.test(text)) more.stamped++;
  }
  const share = (of: number) => (count.filled === 0 ? 0 : of / count.filled);
  return {
    column,
    path,
    header: path.join(' / '),
    filled: count.filled,
    rows,
    distinct: share(seen.size),
    meanLength: share(count.length),
    numbers: share(count.numbers),
    figures: share(more.figures === 0 ? 0 : more.figures + more.codes),
    money: share(more.money),
    dates: share(count.dates),
    refs: share(count.refs),
    initials: share(count.initials),
    statuses: share(count.statuses),
    levels: share(count.levels),
    truths: share(more.truths),
    periods: share(more.periods),
    roles: share(more.roles + (more.sides === 0 ? 0 : more.sides + more.rates)),
    serials: share(more.serials),
    monthFirst: more.monthFirst,
    dayFirst: more.dayFirst,
    stamped: share(more.stamped),
    marks: share(more.marks),
    shaded: rows === 0 ? 0 : more.shaded / rows,
    filledStates: rows === 0 ? 0 : more.filledStates / rows,
    stateColours: colours.size,
  };
}

/** A date, or a list of them by number. */
function isDated(text: string): boolean {
  if (text.length <= 60) return datePattern.test(text);
  return numberedParts(text)?.every((part) => part.text.length <= 60 && datePattern.test(part.text)) ?? false;
}

const placeholderStarts = new Uint8Array(256);
for (const letter of '<[(«cpsdCPSD') placeholderStarts[letter.charCodeAt(0)] = 1;

/** A cell that nobody has filled in yet: "< Select >", "[insert name]", "Choose an item.", "Click here to enter text". */
export function isPlaceholder(text: string): boolean {
  // Hardly any text begins like one: the patterns are dear, and every cell comes by here.
  if (placeholderStarts[text.charCodeAt(0)] !== 1) return false;
  return (
    /^[<[(«]\s*(?:please\s+)?(?:select|insert|enter|choose|add|type|pick)\b[^>\])»]{0,80}[>\])»]\.?$/i.test(
      text,
    ) ||
    /^(?:choose an item|click (?:here|or tap here) to enter (?:text|a date)|please select|select one|drop ?down)\.?$/i.test(
      text,
    )
  );
}

/** A reference of letters and figures in several pieces: "TB/23/031", "ASCOF 1C(1)", "PAF CF/C23", "PHOF 2.06i". */
function isCode(text: string): boolean {
  return isReference(text) && /\d/.test(text) && !/^\d/.test(text);
}
