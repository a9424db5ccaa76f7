import { AppError } from '#shared/contract/errors.ts';
import type { Grid, ReadFile } from '#shared/contract/grid.ts';
import type { ReadLimits } from './limits.ts';
import { drawn, newFloating, readDrawn } from './ods/cell-text.ts';
import { mappedConditions, readConditions } from './ods/conditions.ts';
import { type Looks, lookOf, readLooks } from './ods/looks.ts';
import { counted, type OdsSheet, readRow } from './ods/rows.ts';
import type { ZipPackage } from './preflight.ts';
import { damaged, tooLarge } from './refusals.ts';
import { type Book, emptySheet } from './xlsx/book.ts';
import { applyRules } from './xlsx/conditional.ts';
import { floatingRemarks } from './xlsx/floating.ts';
import { layOut } from './xlsx/rectangle.ts';
import { mostColumns } from './xlsx/references.ts';
import type { Rule } from './xlsx/rules.ts';
import type { SheetProgress } from './xlsx.ts';
import { attribute, innerText, next, openXml, skip, type Xml } from './xml.ts';

/**
 * An OpenDocument spreadsheet's sheets as Grids, by a reader of our own on the XML reader of workbooks: the
 * libraries lose the fills, the rows marked as a heading, or what is hidden, and one cell of theirs may claim to be
 * repeated a million times (docs/decisions/0071).
 *
 * Throws AppError file-damaged, file-encrypted, file-hostile, file-too-large.
 */
export function readOds(zip: ZipPackage, limits: ReadLimits, progress: SheetProgress): ReadFile {
  refuseEncrypted(zip);
  const content = zip.part('content.xml');
  if (content === null) throw damaged(zip.fileName, 'its content is not there');
  const looks: Looks = new Map();
  const styles = zip.part('styles.xml');
  const x = openXml(content, zip.fileName, 'content.xml', limits.xmlDepth);
  const remarks: string[] = [];
  if (zip.names.some((name) => /^(Basic|Scripts)\/./i.test(name) && !name.endsWith('/'))) {
    remarks.push('The workbook contains macros. They were left out; nothing of them was run.');
  }
  // What the content says of a style goes before what the common styles say.
  const grids = readBody(x, zip.fileName, limits, looks, progress, remarks, () => {
    if (styles === null) return;
    readCommonStyles(openXml(styles, zip.fileName, 'styles.xml', limits.xmlDepth), looks);
  });
  return { format: 'ods', grids, remarks };
}

/** A flat OpenDocument spreadsheet (.fods): the same in one XML file. */
export function readFlatOds(
  bytes: Buffer,
  fileName: string,
  limits: ReadLimits,
  progress: SheetProgress,
): ReadFile {
  const remarks: string[] = [];
  const x = openXml(bytes, fileName, 'document', limits.xmlDepth);
  const grids = readBody(x, fileName, limits, new Map(), progress, remarks, () => undefined);
  return { format: 'ods', grids, remarks };
}

/** OpenDocument encrypts its parts one by one and says so in the manifest. */
function refuseEncrypted(zip: ZipPackage): void {
  const manifest = zip.part('META-INF/manifest.xml');
  if (manifest === null || !manifest.includes('encryption-data')) return;
  throw new AppError(
    'file-encrypted',
    `“${zip.fileName}” is protected with a password, so it cannot be read. Open it in LibreOffice, save it again under another name without “Save with password”, and import that.`,
  );
}

function readCommonStyles(x: Xml, looks: Looks): void {
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open') continue;
    if (x.name === 'styles') readLooks(x, looks);
    else if (x.depth === 2) skip(x);
  }
}

function readBody(
  x: Xml,
  fileName: string,
  limits: ReadLimits,
  looks: Looks,
  progress: SheetProgress,
  remarks: string[],
  beforeSheets: () => void,
): Grid[] {
  const book: Book = { fileName, limits, texts: [], styles: [], from1904: false, cells: 0 };
  const grids: Grid[] = [];
  let spreadsheet = 0;
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open') continue;
    if (x.name === 'automatic-styles' || x.name === 'styles') readLooks(x, looks);
    else if (x.name === 'spreadsheet') {
      spreadsheet = x.depth;
      beforeSheets();
    } else if (spreadsheet > 0 && x.depth === spreadsheet + 1) {
      if (x.name !== 'table') skip(x);
      else {
        if (grids.length >= limits.sheets)
          throw tooLarge(fileName, `it has more than ${limits.sheets} sheets`);
        grids.push(readTable(x, book, looks, grids.length, progress, remarks));
      }
    }
  }
  if (spreadsheet === 0) throw damaged(fileName, 'it has no sheets inside');
  return grids;
}

/** Reads the sheet that `next` has just opened. */
function readTable(
  x: Xml,
  book: Book,
  looks: Looks,
  at: number,
  progress: SheetProgress,
  remarks: string[],
): Grid {
  const outside = x.depth - 1;
  const name = attribute(x, 'name') ?? `Sheet ${at + 1}`;
  const hidden = lookOf(looks, 'table', attribute(x, 'style-name')).hidden === true;
  progress(at, at + 1, name);
  const s: OdsSheet = {
    x,
    book,
    looks,
    sheet: emptySheet(),
    columnStyles: [],
    floating: newFloating(),
    conditional: new Map(),
    known: new Map(),
    row: 0,
    textless: 0,
  };
  let column = 0;
  let rules: Rule[] = [];
  const hiddenGroups: number[] = [];
  while (x.depth > outside) {
    const kind = next(x);
    if (kind === 'close' && hiddenGroups.at(-1) === x.depth + 1) hiddenGroups.pop();
    if (kind !== 'open') continue;
    if (x.name === 'table-row') readRow(s, hiddenGroups.length > 0);
    else if (x.name === 'table-column') column = readColumns(s, column);
    else if (x.name === 'table-row-group') {
      if (attribute(x, 'display') === 'false') hiddenGroups.push(x.depth);
    } else if (x.name === 'conditional-formats') rules = readConditions(x, looks);
    else if (x.name === 'title' || x.name === 'desc') innerText(x);
    else if (drawn.test(x.name)) readDrawn(x, s.floating);
    else if (
      !/^(table-columns|table-header-columns|table-column-group|table-rows|table-header-rows|shapes)$/.test(
        x.name,
      )
    ) {
      skip(x);
    }
  }
  remarks.push(...floatingRemarks(s.floating, name));
  const grid = layOut(s.sheet, book, { name, hidden }, remarks);
  applyRules(grid, rules.length > 0 ? rules : mappedConditions(s), remarks);
  return grid;
}

/** Reads the columns that `next` has just opened; returns where the next ones begin. */
function readColumns(s: OdsSheet, from: number): number {
  const { x } = s;
  const to = from + counted(attribute(x, 'number-columns-repeated'), mostColumns) - 1;
  const visibility = attribute(x, 'visibility');
  const style = attribute(x, 'default-cell-style-name');
  const { width } = lookOf(s.looks, 'table-column', attribute(x, 'style-name'));
  if (s.sheet.columns.length < mostColumns) {
    const hidden = visibility === 'collapse' || visibility === 'filter';
    s.sheet.columns.push({ from, to, width, hidden });
    if (style !== null) s.columnStyles.push({ from, to, style });
  }
  return to + 1;
}
