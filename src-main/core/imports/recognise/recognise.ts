import type { ReadFile } from '#shared/contract/grid.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { type Context, contextOf } from './context.ts';
import { correctedRegions } from './corrected-regions.ts';
import { packDrafts } from './drafts-wire.ts';
import { looseLines } from './loose-cells.ts';
import { keyOf } from './plan-key.ts';
import { askLogs, peopleQuestions, tableRemarks } from './questions.ts';
import { type ReadTable, readTable } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { reconcile } from './reconcile.ts';
import { countCells, type Sheet, sheetOf } from './sheet.ts';
import { sheetFurniture } from './sheet-furniture.ts';
import { regionsOf } from './tables.ts';
import { documentYear } from './titles.ts';
import type { RecogniseOptions, Recognition } from './types.ts';
import { spansYears } from './value-headings.ts';
import { answeredYear, askYear } from './year-question.ts';

/**
 * Reads what a file holds: its tables and what each column means, its records, its key and titles, the questions a
 * person should answer, and the reconciliation of every cell. Pure: the same file and options give the same reading.
 */
export function recognise(file: ReadFile, options: RecogniseOptions): Recognition {
  const sheets = file.grids.map(sheetOf);
  const remarks = [...file.remarks];
  const aside = new Map(sheets.map((sheet) => [sheet, sheetFurniture(sheet)]));
  for (const [sheet, why] of aside)
    if (why) remarks.push(`"${sheet.grid.name}": ${why}. Its words are in the tray.`);
  const open = sheets.filter((sheet) => !aside.get(sheet));
  const regions = open.flatMap((sheet) => correctedRegions(sheet, regionsOf(sheet), options.corrections));
  const lines = open.flatMap((sheet) => looseLines(sheet, regions));
  const keyLines = keyOf(lines);
  const documentSays = documentYear(lines, open, options.fileName);
  const year = documentSays ?? answeredYear(options) ?? options.year;
  const ofQuarters = year !== null && spansYears(year) ? null : year;
  const tables = regions.map((region) => readTable(region, options, ofQuarters));
  const period = year === null ? null : readPeriod(year, options.yearStartMonth);
  const context = contextOf({
    options,
    places: sheets.map((sheet) => sheet.grid),
    sizes: sheets.map((sheet) => ({
      rows: sheet.grid.rowCount,
      columns: Math.max(1, sheet.grid.columnCount),
    })),
    key: keyLines.map((one) => one.key),
    year,
    period,
    monthFirst: writesMonthFirst(tables),
  });
  const views = readWorkbook(context, { sheets: open, tables, lines, keyLines });
  if (documentSays === null) askYear(context, { tables, sheets: open, lines });
  askLogs(context, tables);
  remarks.push(...tableRemarks(tables));
  peopleQuestions(
    context,
    sheets.map((sheet) => sheet.grid),
  );
  for (const sheet of sheets) if (aside.get(sheet)) markAll(context, sheet);
  const reconciliation = reconcile(sheets, context.drafts, context.fates);
  return {
    tables: views,
    legend: [...context.legend.values()],
    questions: context.questions,
    reconciliation,
    remarks,
    sheets: sheets.map((sheet) => ({
      name: sheet.grid.name,
      hidden: sheet.grid.hidden,
      rows: sheet.grid.rowCount,
      columns: sheet.grid.columnCount,
      cells: countCells(sheet),
      ...(sheet.grid.document && { document: sheet.grid.document }),
    })),
    drafts: packDrafts(context.drafts),
    fates: context.fates,
    asked: context.asked,
  };
}

/** Some date can only have its month first, and none its day. */
function writesMonthFirst(tables: readonly ReadTable[]): boolean {
  const profiles = tables.flatMap((table) => table.profiles);
  return profiles.some((one) => one.monthFirst > 0) && !profiles.some((one) => one.dayFirst > 0);
}

function markAll(context: Context, sheet: Sheet): void {
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    for (const cell of sheet.filled(row)) context.mark(sheet.index, row, cell.column, 'tray');
  }
}
