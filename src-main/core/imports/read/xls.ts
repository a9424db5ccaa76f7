import { AppError } from '#shared/contract/errors.ts';
import type { Grid, ReadFile } from '#shared/contract/grid.ts';
import type { ReadLimits } from './limits.ts';
import { damaged } from './refusals.ts';
import { openCompound } from './xls/compound.ts';
import { type Globals, readGlobals, type SheetPlace } from './xls/globals.ts';
import { recordsOf } from './xls/records.ts';
import { readSheet } from './xls/sheet.ts';
import type { Book } from './xlsx/book.ts';
import { applyRules } from './xlsx/conditional.ts';
import { floatingRemarks } from './xlsx/floating.ts';
import { layOut } from './xlsx/rectangle.ts';
import type { SheetProgress } from './xlsx.ts';

const cellSheet = 0;

/**
 * An Excel 97-2003 workbook (.xls; Excel 95 as well) as Grids, by a reader of our own on the parts of the workbook
 * reader: the libraries lose fonts, struck-out words and colours by condition, and follow chains that bite their tail
 * (docs/decisions/0071). A file may also be the bare stream of records without its container.
 *
 * Throws AppError file-damaged, file-encrypted, file-too-large, file-unsupported.
 */
export function readXls(
  bytes: Buffer,
  fileName: string,
  limits: ReadLimits,
  progress: SheetProgress,
): ReadFile {
  const { stream, hasMacros } = workbookStream(bytes, fileName);
  const globals = readGlobals(recordsOf(stream, fileName), limits);
  const book: Book = {
    fileName,
    limits,
    texts: [],
    styles: [],
    from1904: globals.from1904,
    cells: 0,
  };
  const remarks: string[] = [];
  if (hasMacros || globals.hasMacros) {
    remarks.push('The workbook contains macros. They were left out; nothing of them was run.');
  }
  if (globals.hasOutsideLinks) {
    remarks.push(
      'Some figures are fetched from other workbooks. They are read as they were when this one was last saved.',
    );
  }
  const grids: Grid[] = [];
  globals.sheets.forEach((place, at) => {
    progress(at, globals.sheets.length, place.name);
    if (place.kind !== cellSheet) {
      remarks.push(`Sheet “${place.name}” holds no cells (a chart or a macro sheet) and was left out.`);
      return;
    }
    grids.push(readOne(stream, place, globals, book, remarks));
  });
  if (globals.sheets.length === 0) throw damaged(fileName, 'it has no sheets inside');
  return { format: 'xls', grids, remarks };
}

function workbookStream(bytes: Buffer, fileName: string): { stream: Buffer; hasMacros: boolean } {
  if (bytes.readUInt16LE(0) === 0x0809) return { stream: bytes, hasMacros: false };
  const file = openCompound(bytes, fileName);
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (stream === null) {
    throw new AppError(
      'file-unsupported',
      `“${fileName}” is an old Office file without a workbook in it. Open it in the program it comes from, put its table into an Excel Workbook (.xlsx), save it and import that.`,
    );
  }
  return { stream, hasMacros: file.names.some((name) => /^_VBA_PROJECT/i.test(name)) };
}

function readOne(stream: Buffer, place: SheetPlace, globals: Globals, book: Book, remarks: string[]): Grid {
  if (place.at >= stream.length) throw damaged(book.fileName, `its sheet ${place.name} is not there`);
  const { sheet, rules, objects } = readSheet(recordsOf(stream, book.fileName, place.at), globals, book);
  remarks.push(...floatingRemarks(objects, place.name));
  const grid = layOut(sheet, book, { name: place.name, hidden: place.hidden }, remarks);
  applyRules(grid, rules, remarks);
  return grid;
}
