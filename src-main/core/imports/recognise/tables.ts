import { type FormTable, formRegions } from './forms.ts';
import { readHeading } from './header-words.ts';
import { type HeaderSpan, headerSpansOf } from './headers.ts';
import { keyLineOf, keysAcross, keysWithin } from './key-rows.ts';
import { noOverrides, type Overrides, overridden, type RowAs } from './overrides.ts';
import { headerByShape } from './shape-headers.ts';
import type { Sheet } from './sheet.ts';
import { foldSpace } from './words.ts';

/** A rectangle of a sheet under one header, or several fragments of it with the header repeated. */
export type Region = {
  /** The id it keeps where the officer moved its edges or header. */
  readonly id?: string;
  readonly sheet: Sheet;
  /** A table without headings has one of no rows: its bottom stands above its top. */
  readonly header: HeaderSpan;
  left: number;
  right: number;
  /** First and last data row. */
  top: number;
  bottom: number;
  /** Headers met again further down, as spans of rows. */
  readonly repeats: HeaderSpan[];
  /** What the officer says of single rows. */
  readonly rowsAs?: ReadonlyMap<number, RowAs>;
  /** Where it is of forms, a label beside each answer: the same laid out as a table. */
  readonly form?: FormTable;
};

/** Rows of emptiness after which a table has ended. */
const endingGap = 4;

/** The tables of a sheet that stand under headings, in reading order, and those that the officer drew. */
export function regionsOf(sheet: Sheet, overrides: Overrides = noOverrides): Region[] {
  const found = foundRegions(sheet);
  if (overrides === noOverrides) return found;
  return overridden(sheet, found, overrides, (row) => headerSpansOf(sheet, row));
}

function foundRegions(sheet: Sheet): Region[] {
  const regions: Region[] = [];
  const forms = new Map(formRegions(sheet).map((region) => [region.top, region]));
  let open: Region[] = [];
  let emptyRows = 0;
  /** The row before stood alone beneath an empty one: it may be the heading of another table. */
  let titled = false;
  const rowCount = sheet.grid.rowCount;
  for (let row = 0; row < rowCount; row++) {
    const cells = sheet.filled(row);
    if (cells.length === 0) {
      emptyRows++;
      if (emptyRows > endingGap) open = open.filter((region) => stillGoing(sheet, region, row));
      continue;
    }
    const form = open.length === 0 || emptyRows > 0 ? forms.get(row) : undefined;
    if (form) {
      regions.push(form);
      open = [];
      emptyRows = 0;
      row = form.bottom;
      continue;
    }
    const mayHead =
      open.length === 0 ||
      emptyRows > 0 ||
      titled ||
      isHeaderAgain(open, row) ||
      looksSetApart(sheet, open, row);
    titled = cells.length === 1 && emptyRows > 0;
    if (emptyRows > 0) open = open.filter((region) => !endsBefore(sheet, region, row));
    emptyRows = 0;
    // "RAG key:" beside its statuses names no columns.
    const spans = mayHead && keysAcross(sheet, row, cells).length < 2 ? headerSpansOf(sheet, row) : [];
    if (spans.length === 0 && open.length === 0) {
      const byShape = headerByShape(sheet, row);
      if (byShape) spans.push(byShape);
    }
    let bottom = row;
    for (const span of spans) {
      const over = open.find((region) => overlaps(region, span));
      if (over && !repeats(sheet, over, span) && !startsAnew(sheet, over, span)) continue;
      bottom = Math.max(bottom, span.bottom);
      if (over && repeats(sheet, over, span)) {
        over.repeats.push(span);
        over.bottom = Math.max(over.bottom, span.bottom);
        continue;
      }
      open = open.filter((region) => !overlaps(region, span));
      const region: Region = {
        sheet,
        header: span,
        left: span.left,
        right: span.right,
        top: span.bottom + 1,
        bottom: span.bottom,
        repeats: [],
      };
      widen(sheet, region, spans);
      regions.push(region);
      open.push(region);
    }
    if (bottom > row) {
      row = bottom;
      continue;
    }
    if (spans.length > 0 && open.some((region) => region.header.row === row)) continue;
    for (const region of open) {
      if (cells.some((cell) => cell.column <= region.right && sheet.rightOf(cell) >= region.left))
        region.bottom = row;
    }
  }
  for (const region of regions) if (!region.form) trim(sheet, region, regions);
  return regions;
}

/** Gives back rows at the end that are not the table's: the next table's headings, a key, notes set apart. */
function trim(sheet: Sheet, region: Region, regions: readonly Region[]): void {
  const next = regions.find(
    (other) =>
      other !== region &&
      other.header.top > region.header.top &&
      other.left <= region.right &&
      other.right >= region.left,
  );
  if (next) region.bottom = Math.min(region.bottom, next.header.top - 1);
  const inside = (row: number) =>
    sheet.filled(row).filter((cell) => cell.column <= region.right && sheet.rightOf(cell) >= region.left);
  const lastHeader = Math.max(region.header.bottom, ...region.repeats.map((span) => span.bottom));
  let lone = 0;
  let row = region.bottom;
  for (; row > lastHeader; row--) {
    const cells = inside(row);
    if (cells.length === 0) {
      // All that stands alone beneath an empty row is outside.
      if (lone > 0 || row === region.bottom) region.bottom = row - 1;
      lone = 0;
      continue;
    }
    if (cells.length > 1 && !(cells.length <= 2 && keyLineOf(sheet, row, cells))) break;
    const isKey = keyLineOf(sheet, row, cells) !== null || keysWithin(sheet, row, cells).length > 1;
    if (isKey || (next !== undefined && row >= next.header.top - 12)) {
      region.bottom = row - 1;
      lone = 0;
    } else lone++;
    if (region.right - region.left < 2) break;
  }
}

/** Beneath an empty row a lone heading over narrow lines begins something else: a glossary, a key, notes. */
function endsBefore(sheet: Sheet, region: Region, row: number): boolean {
  const [only, ...others] = sheet.filled(row);
  if (!only || others.length > 0 || region.right - region.left < 3) return false;
  let seen = 0;
  for (let below = row + 1; below < Math.min(sheet.grid.rowCount, row + 12) && seen < 3; below++) {
    const cells = sheet.filled(below);
    if (cells.length === 0) continue;
    if (cells.length > 2) return false;
    seen++;
  }
  return seen > 0;
}

/** After a long gap a table goes on only where the next filled row is a repeat of its header or looks like its rows. */
function stillGoing(sheet: Sheet, region: Region, from: number): boolean {
  for (let row = from; row < Math.min(sheet.grid.rowCount, from + 40); row++) {
    const cells = sheet.filled(row);
    if (cells.length === 0) continue;
    return (
      cells.filter((cell) => cell.column >= region.left && cell.column <= region.right).length >= 2 ||
      cells.length === 1
    );
  }
  return false;
}

function overlaps(region: Region, span: HeaderSpan): boolean {
  return span.left <= region.right && span.right >= region.left;
}

/** Cheap test before the whole one: the row begins with the very words the header began with. */
function isHeaderAgain(open: readonly Region[], row: number): boolean {
  return open.some((region) => {
    const { sheet, header } = region;
    let same = 0;
    for (let column = header.left; column <= Math.min(header.right, header.left + 3); column++) {
      const heading = sheet.text(header.row, column);
      if (heading !== '' && foldSpace(heading) === foldSpace(sheet.text(row, column))) same++;
    }
    return same > 0;
  });
}

function looksSetApart(sheet: Sheet, open: readonly Region[], row: number): boolean {
  const first = sheet.filled(row)[0];
  if (!first || (!first.bold && !first.fill)) return false;
  return open.some((region) => {
    const heading = sheet.cell(region.header.row, region.header.left) ?? sheet.filled(region.header.row)[0];
    return heading !== undefined && heading.bold === first.bold && heading.fill === first.fill;
  });
}

/** The same headings again: the table goes on after a page break or under the next section. */
function repeats(sheet: Sheet, region: Region, span: HeaderSpan): boolean {
  if (Math.abs(span.left - region.header.left) > 1) return false;
  let same = 0;
  let different = 0;
  let filled = 0;
  for (let column = region.header.left; column <= region.header.right; column++) {
    const before = foldSpace(sheet.text(region.header.row, column)).toLowerCase();
    const now = foldSpace(sheet.text(span.row, column)).toLowerCase();
    if (now !== '') filled++;
    if (before === '' && now === '') continue;
    if (before === now) same++;
    else if (before !== '' && now !== '' && (before.startsWith(now) || now.startsWith(before))) same++;
    else if (before !== '' && now !== '' && meansOther(before, now)) return false;
    else different++;
  }
  for (let column = region.header.right + 1; column <= span.right; column++)
    if (sheet.text(span.row, column) !== '') different++;
  return filled >= 2 && same >= 2 && same >= different * 2;
}

/** Two headings in one place that mean different things are of two tables. */
function meansOther(before: string, now: string): boolean {
  const [one] = readHeading(before);
  const [other] = readHeading(now);
  return one !== undefined && other !== undefined && one.strength >= 0.75 && other.strength >= 0.75
    ? !readHeading(now).some((reading) => reading.field === one.field && reading.strength >= 0.5)
    : false;
}

/** A different header inside an open table starts a new one only where it is plainly set apart. */
function startsAnew(sheet: Sheet, region: Region, span: HeaderSpan): boolean {
  const cells = sheet
    .filled(span.row)
    .filter((cell) => cell.column >= span.left && cell.column <= span.right);
  const setApart = cells.every((cell) => cell.bold || cell.fill);
  const above = span.top === 0 ? [] : sheet.filled(span.top - 1);
  const heading = above.length === 1 && (above[0]?.column ?? 0) <= span.left + 1;
  return cells.length >= 2 && (setApart || above.length === 0 || heading) && span.top > region.header.bottom;
}

/** Takes in columns beside the headings that hold data and no heading of their own. */
function widen(sheet: Sheet, region: Region, spans: readonly HeaderSpan[]): void {
  const depth = Math.min(sheet.grid.rowCount - 1, region.top + 30);
  const taken = (column: number) =>
    spans.some((span) => span.left !== region.header.left && column >= span.left && column <= span.right);
  function holdsData(column: number): boolean {
    if (column < 0 || column >= sheet.grid.columnCount || taken(column)) return false;
    if (sheet.grid.hiddenColumns.has(column) && !sheet.text(region.header.row, column)) return false;
    let filled = 0;
    let rows = 0;
    for (let row = region.top; row <= depth; row++) {
      const beside = sheet
        .filled(row)
        .filter((cell) => cell.column >= region.header.left && cell.column <= region.header.right).length;
      if (beside >= 2) rows++;
      if (beside >= 2 && sheet.text(row, column) !== '') filled++;
    }
    return filled >= 2 && filled >= rows * 0.3;
  }
  while (holdsData(region.right + 1)) region.right++;
  while (holdsData(region.left - 1)) region.left--;
}
