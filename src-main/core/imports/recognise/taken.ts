import type { TableView } from '#shared/contract/imports.ts';
import type { Context } from './context.ts';
import { correctedRegions } from './corrected-regions.ts';
import { outlineOf, tablesOf } from './document/outline-document.ts';
import { readDocument } from './document/read-document.ts';
import { readTables } from './document/read-tables.ts';
import { looseLines } from './loose-cells.ts';
import { type ReadTable, readTable } from './read-table.ts';
import { type ReadKey, readWorkbook } from './read-workbook.ts';
import { withRememberedHeaders } from './remembered.ts';
import type { Sheet } from './sheet.ts';
import { regionsOf } from './tables.ts';
import { documentYear, type LooseLine } from './titles.ts';
import type { RecogniseOptions } from './types.ts';

/** A file taken apart, before anything in it is given a meaning: its tables and the lines around them. */
export type Taken = {
  readonly lines: readonly LooseLine[];
  /** The year that it says it is of; null where it does not. */
  readonly year: string | null;
  /** What its tables hold, in the year that the file or the officer named. */
  read(year: string | null): readonly ReadTable[];
  /** Makes its records; `read` has been asked before. */
  build(context: Context, keyLines: readonly ReadKey[], remarks: string[]): TableView[];
};

/** Takes the sheets of a file apart: documents by their outline, the sheets of a workbook together. */
export function takenFrom(sheets: readonly Sheet[], options: RecogniseOptions): Taken[] {
  const documents = sheets.filter((sheet) => sheet.grid.document !== undefined);
  const workbook = sheets.filter((sheet) => sheet.grid.document === undefined);
  const taken = documents.map((sheet) => takeDocument(sheet, options));
  return workbook.length > 0 || taken.length === 0 ? [takeWorkbook(workbook, options), ...taken] : taken;
}

function takeWorkbook(sheets: readonly Sheet[], options: RecogniseOptions): Taken {
  const regions = sheets.flatMap((sheet) => {
    const found = regionsOf(sheet);
    return correctedRegions(sheet, found, withRememberedHeaders(found, options));
  });
  const lines = sheets.flatMap((sheet) => looseLines(sheet, regions));
  let tables: ReadTable[] = [];
  return {
    lines,
    year: documentYear(lines, sheets, options.fileName),
    read(year) {
      tables = regions.map((region) => readTable(region, options, year));
      return tables;
    },
    build: (context, keyLines) => readWorkbook(context, { sheets, tables, lines, keyLines }),
  };
}

function takeDocument(sheet: Sheet, options: RecogniseOptions): Taken {
  const outline = outlineOf(sheet, options);
  let tables: ReturnType<typeof readTables> = new Map();
  return {
    lines: outline.lines,
    year: outline.title.year,
    read(year) {
      tables = readTables(tablesOf(outline), options, year);
      return [...tables.values()].map((table) => table.read);
    },
    build: (context, keyLines, remarks) => readDocument(context, { outline, tables, keyLines, remarks }),
  };
}
