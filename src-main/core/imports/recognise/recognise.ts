import type { ReadFile } from '#shared/contract/grid.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { askBareFigures } from './bare-figures.ts';
import { type Context, contextOf } from './context.ts';
import { packDrafts } from './drafts-wire.ts';
import { askPercentages } from './figure-questions.ts';
import { draftMinutes } from './minutes/draft-minutes.ts';
import { findMinutes } from './minutes/find-minutes.ts';
import { withoutMinutes } from './minutes/without-rows.ts';
import { keyOf } from './plan-key.ts';
import { askLogs, peopleQuestions, tableRemarks } from './questions.ts';
import type { ReadTable } from './read-table.ts';
import { reconcile } from './reconcile.ts';
import { rememberedLegend } from './remembered.ts';
import { resolveSameRows } from './same-rows.ts';
import { countCells, type Sheet, sheetOf } from './sheet.ts';
import { sheetFurniture } from './sheet-furniture.ts';
import { takenFrom } from './taken.ts';
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
  const alone = sheets.filter((sheet) => !sheet.grid.hidden).length === 1;
  const aside = new Map(sheets.map((sheet) => [sheet, sheetFurniture(sheet, alone)]));
  for (const [sheet, why] of aside)
    if (why) remarks.push(`“${sheet.grid.name}”: ${why}. Its words are in the tray.`);
  const said = sheets.filter((sheet) => !aside.get(sheet));
  const minutes = findMinutes(said);
  const open = withoutMinutes(said, minutes);
  const taken = open.length > 0 || said.length === 0 ? takenFrom(open, options) : [];
  const lines = taken.flatMap((one) => one.lines);
  const keyLines = keyOf(lines);
  const documentSays = taken.find((one) => one.year !== null)?.year ?? null;
  const year = documentSays ?? answeredYear(options) ?? options.year;
  const ofQuarters = year !== null && spansYears(year) ? null : year;
  const tables = taken.flatMap((one) => one.read(ofQuarters));
  const period = year === null ? null : readPeriod(year, options.yearStartMonth);
  const context = contextOf({
    options: { ...options, legend: { ...rememberedLegend(tables), ...options.legend } },
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
  const views = taken.flatMap((one) => one.build(context, keyLines, remarks));
  remarks.push(...draftMinutes(context, minutes));
  resolveSameRows(context.drafts);
  if (documentSays === null) askYear(context, { tables, sheets: open, lines });
  askPercentages(
    context,
    sheets.map((sheet) => sheet.grid),
  );
  askLogs(context, tables);
  askBareFigures(context, tables);
  remarks.push(...tableRemarks(context, tables));
  peopleQuestions(
    context,
    sheets.map((sheet) => sheet.grid),
  );
  for (const sheet of sheets) if (aside.get(sheet)) markAll(context, sheet);
  const { reconciliation, headings } = reconcile(sheets, views, context.drafts, context.fates);
  return {
    tables: views,
    legend: [...context.legend.values()],
    questions: context.questions,
    reconciliation,
    headings,
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
