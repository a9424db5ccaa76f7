import { cellName, type Grid, type ReadFile } from '#shared/contract/grid.ts';
import type { ReadLimits } from './limits.ts';
import type { ZipPackage } from './preflight.ts';
import { damaged, inMegabytes, tooLarge } from './refusals.ts';
import { type Book, cellAt, type SheetDraft } from './xlsx/book.ts';
import { legacyPalette, officeTheme, type Palette } from './xlsx/colours.ts';
import { applyRules } from './xlsx/conditional.ts';
import { floatingRemarks } from './xlsx/floating.ts';
import { type Notes, readDrawing, readNotes, readPeople, readThreads } from './xlsx/notes.ts';
import { layOut } from './xlsx/rectangle.ts';
import { readCell } from './xlsx/references.ts';
import { readSheet } from './xlsx/sheet.ts';
import { readStyles, type Styles } from './xlsx/styles.ts';
import { type CellText, readSharedTexts } from './xlsx/texts.ts';
import { readTheme } from './xlsx/theme.ts';
import {
  openParts,
  type Parts,
  type Relation,
  readWorkbook,
  type SheetPlace,
  type Workbook,
} from './xlsx/workbook.ts';

/** Called before each sheet, with how many are done. */
export type SheetProgress = (done: number, of: number, sheet: string) => void;

/**
 * A workbook's sheets as Grids: text as displayed, days, fills as seen, notes, links, hidden rows and merges.
 *
 * The reader is our own, not hucre's: that one makes an object, a key and a style per cell, cannot bound a
 * sheet and read its styles at once, and refuses a whole workbook for one stray cell. Tests hold this reader
 * against hucre and ExcelJS, cell by cell.
 *
 * Throws AppError file-damaged, file-hostile, file-too-large.
 */
export function readXlsx(zip: ZipPackage, limits: ReadLimits, progress: SheetProgress): ReadFile {
  const parts = openParts(zip, limits);
  const workbook = readWorkbook(parts);
  if (workbook.sheets.length > limits.sheets) {
    throw tooLarge(zip.fileName, `it has ${workbook.sheets.length} sheets (at most ${limits.sheets})`);
  }
  const { styles, palette } = readLook(parts, workbook);
  const book: Book = {
    fileName: zip.fileName,
    limits,
    texts: readTexts(parts, workbook),
    styles: styles.cells,
    from1904: workbook.from1904,
    cells: 0,
  };
  const remarks = bookRemarks(zip, workbook);
  const people = openedOr(parts, first(workbook.relations, 'person'), readPeople, new Map<string, string>());
  const grids: Grid[] = [];
  workbook.sheets.forEach((place, at) => {
    progress(at, workbook.sheets.length, place.name);
    const grid = readOne(parts, book, place, { styles, palette, people }, remarks);
    if (grid !== null) grids.push(grid);
  });
  return { format: 'xlsx', grids, remarks };
}

type Look = { readonly styles: Styles; readonly palette: Palette };

function readLook(parts: Parts, workbook: Workbook): Look {
  const theme = openedOr(parts, first(workbook.relations, 'theme'), readTheme, officeTheme);
  const none: Styles = { cells: [], conditional: [] };
  const read = (x: Parameters<typeof readStyles>[0]): Styles => readStyles(x, theme, workbook.from1904);
  const styles = openedOr(parts, first(workbook.relations, 'styles'), read, none);
  return { styles, palette: { theme, indexed: legacyPalette } };
}

function readTexts(parts: Parts, workbook: Workbook): CellText[] {
  const relation = first(workbook.relations, 'sharedStrings');
  if (relation === undefined) return [];
  const x = parts.open(relation.target);
  if (x === null) return [];
  if (x.bytes.length > parts.limits.textTableBytes) {
    throw tooLarge(
      parts.zip.fileName,
      `its texts take more than ${inMegabytes(parts.limits.textTableBytes)}`,
    );
  }
  return readSharedTexts(x);
}

function first(relations: readonly Relation[], type: string): Relation | undefined {
  return relations.find((relation) => relation.type === type && !relation.outside);
}

function openedOr<T>(
  parts: Parts,
  relation: Relation | undefined,
  read: (x: NonNullable<ReturnType<Parts['open']>>) => T,
  otherwise: T,
): T {
  const x = relation === undefined ? null : parts.open(relation.target);
  return x === null ? otherwise : read(x);
}

/** What the workbook holds besides sheets of cells. */
function bookRemarks(zip: ZipPackage, workbook: Workbook): string[] {
  const remarks: string[] = [];
  if (zip.names.some((name) => /vbaproject\.bin$/i.test(name))) {
    remarks.push('The workbook contains macros. They were left out; nothing of them was run.');
  }
  if (workbook.relations.some((relation) => relation.type === 'externalLink')) {
    remarks.push(
      'Some figures are fetched from other workbooks. They are read as they were when this one was last saved.',
    );
  }
  return remarks;
}

function readOne(
  parts: Parts,
  book: Book,
  place: SheetPlace,
  look: Look & { readonly people: ReadonlyMap<string, string> },
  remarks: string[],
): Grid | null {
  if (place.relation.type !== 'worksheet') {
    remarks.push(`Sheet “${place.name}” holds no cells (a chart or a macro sheet) and was left out.`);
    return null;
  }
  const x = parts.open(place.relation.target);
  if (x === null) throw damaged(book.fileName, `its sheet ${place.name} is not there`);
  const { sheet, rules } = readSheet(x, book, look.styles.conditional, look.palette);
  const relations = parts.relations(place.relation.target);
  layNotes(sheet, book, notesOf(parts, relations, look.people));
  layLinks(sheet, relations);
  remarks.push(...missingResults(sheet, place.name), ...drawingRemarks(parts, relations, place.name));
  const grid = layOut(sheet, book, { name: place.name, hidden: place.hidden }, remarks);
  applyRules(grid, rules, remarks);
  return grid;
}

function notesOf(parts: Parts, relations: readonly Relation[], people: ReadonlyMap<string, string>): Notes {
  const notes = openedOr(parts, first(relations, 'comments'), readNotes, new Map<string, string>());
  const threads = openedOr(
    parts,
    first(relations, 'threadedComment'),
    (x) => readThreads(x, people),
    new Map<string, string>(),
  );
  return new Map([...notes, ...threads]);
}

function layNotes(sheet: SheetDraft, book: Book, notes: Notes): void {
  for (const [reference, note] of notes) {
    const place = readCell(reference);
    if (place === null) continue;
    cellAt(sheet, book, place.row, place.column).note = note;
    const line = sheet.lines.get(place.row);
    if (line !== undefined) line.hasText = true;
  }
}

/** A link goes to every cell of its range that holds something. */
function layLinks(sheet: SheetDraft, relations: readonly Relation[]): void {
  const targets = new Map(relations.map((relation) => [relation.id, relation.target]));
  let laid = 0;
  for (const { range, relation, location } of sheet.links) {
    const outside = relation === null ? undefined : targets.get(relation);
    const link =
      outside === undefined
        ? location === null
          ? ''
          : `#${location}`
        : outside + (location === null ? '' : `#${location}`);
    if (link === '') continue;
    for (let r = range.top; r <= range.bottom && laid < 1_000_000; r += 1) {
      laid += 1;
      const cells = sheet.lines.get(r)?.cells ?? [];
      for (let c = range.left; c <= Math.min(range.right, cells.length - 1); c += 1) {
        const cell = cells[c];
        if (cell !== undefined) cell.link = link;
      }
    }
  }
}

function missingResults(sheet: SheetDraft, name: string): string[] {
  const count = sheet.withoutResultCount;
  if (count === 0) return [];
  const places = sheet.withoutResult.map(({ row, column }) => cellName(name, row, column)).join(', ');
  const more = count > sheet.withoutResult.length ? ` and ${count - sheet.withoutResult.length} more` : '';
  return [
    `${count === 1 ? 'A formula has' : `${count} formulas have`} no result stored in the file (${places}${more}) and ${count === 1 ? 'is' : 'are'} read as empty. Open the workbook in Excel, save it, and import it again to bring the results in.`,
  ];
}

function drawingRemarks(parts: Parts, relations: readonly Relation[], sheet: string): string[] {
  const remarks: string[] = [];
  for (const relation of relations) {
    if (relation.type !== 'drawing' || relation.outside) continue;
    const floating = openedOr(parts, relation, readDrawing, { boxes: [], pictures: 0, charts: 0 });
    remarks.push(...floatingRemarks(floating, sheet));
  }
  return remarks;
}
