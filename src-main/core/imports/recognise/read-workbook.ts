import type { TableView } from '#shared/contract/imports.ts';
import { buildSheets } from './build-sheets.ts';
import { placeByNumber } from './chapters-by-number.ts';
import type { Context } from './context.ts';
import type { KeyLine } from './key-rows.ts';
import { draftLooseLists } from './loose-lists.ts';
import { noteLinesOf, takeNoteLines } from './note-lines.ts';
import { addKeyTables, markKeyLabels } from './plan-key.ts';
import { addLine, addPlanWords } from './plan-words.ts';
import type { ReadTable } from './read-table.ts';
import type { Sheet } from './sheet.ts';
import { type LooseLine, titlesOf } from './titles.ts';
import { foldSpace } from './words.ts';
import { subjectOfLines } from './workbook-subject.ts';

/** A line of the document's own key, and the loose line it was read from. */
export type ReadKey = { readonly key: KeyLine; readonly line: LooseLine };

/** Makes the plan of a workbook: its title, its tables' records, its key and the words around them. */
export function readWorkbook(
  context: Context,
  o: {
    sheets: readonly Sheet[];
    tables: readonly ReadTable[];
    lines: readonly LooseLine[];
    keyLines: readonly ReadKey[];
  },
): TableView[] {
  const { tables, lines, keyLines } = o;
  const titles = titlesOf({
    lines,
    sheets: o.sheets,
    fileName: context.options.fileName,
    year: context.year,
    yearStartMonth: context.options.yearStartMonth,
    hasActions: tables.some((table) => table.kind.kind === 'actions'),
  });
  context.drafts.plans.push({
    kind: titles.kind,
    title: titles.title,
    period: titles.period,
    subject: subjectOfLines(lines),
    preamble: null,
    key: [],
    source: titles.titleLine ? sourceOf(context, titles.titleLine, 'title') : null,
  });
  const used = new Set<LooseLine>(keyLines.map((one) => one.line));
  if (titles.titleLine) used.add(titles.titleLine);
  const besideTitle = (titles.titleLine?.cells ?? []).filter((cell) => foldSpace(cell.text) !== titles.title);
  const views = buildSheets(context, tables, lines, used);
  placeByNumber(context);
  const notes = noteLinesOf(lines.filter((line) => !used.has(line)));
  const strays = new Set(takeNoteLines(context, notes));
  for (const note of notes) if (!strays.has(note)) used.add(note.line);
  const lists = draftLooseLists(context, lines, used);
  for (const line of lists.used) used.add(line);
  addKeyTables(context, tables);
  addPlanWords(context, tables, lines, used, keyLines);
  for (const line of used)
    for (const cell of line.cells) context.mark(line.sheet.index, line.row, cell.column, 'placed');
  markKeyLabels(context, keyLines);
  for (const line of lists.headings) {
    for (const cell of line.cells) context.mark(line.sheet.index, line.row, cell.column, 'header');
  }
  // "Plan name" beside the name is a heading; other words beside it go to the preamble.
  const labelled =
    titles.titleLine?.cells[0] !== undefined && foldSpace(titles.titleLine.cells[0].text) !== titles.title;
  for (const cell of besideTitle) {
    if (labelled && titles.titleLine)
      context.mark(titles.titleLine.sheet.index, cell.row, cell.column, 'header');
    else if (context.drafts.plans[0]) addLine(context.drafts.plans[0], foldSpace(cell.text));
  }
  return views;
}

function sourceOf(context: Context, line: LooseLine, field: string): readonly [number, number, number] {
  const column = line.cells[line.cells.length - 1]?.column ?? 0;
  return [context.layout(line.sheet.index, [[field, column, 0]]), line.row, line.row];
}
