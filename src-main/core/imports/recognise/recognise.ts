import type { GridCell, ReadFile } from '#shared/contract/grid.ts';
import type { TableView } from '#shared/contract/imports.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { buildTable, markHeaders } from './build-table.ts';
import { placeByNumber } from './chapters-by-number.ts';
import { type Context, contextOf } from './context.ts';
import { packDrafts } from './drafts-wire.ts';
import { openHeadings } from './headings.ts';
import { type KeyLine, keyLineOf, keysAcross, statusLineOf } from './key-rows.ts';
import { looseLines } from './loose-cells.ts';
import { draftLooseLists } from './loose-lists.ts';
import { askYear, peopleQuestions } from './questions.ts';
import { type ReadTable, readTable, viewOf } from './read-table.ts';
import { reconcile } from './reconcile.ts';
import { type SectionStack, sectionStack } from './section-stack.ts';
import { countCells, type Sheet, sheetOf } from './sheet.ts';
import { sheetFurniture } from './sheet-furniture.ts';
import { buildDuties, buildGlossary } from './small-tables.ts';
import { regionsOf } from './tables.ts';
import { documentYear, type LooseLine, preambleText, titlesOf } from './titles.ts';
import type { DraftPlan, RecogniseOptions, Recognition } from './types.ts';
import { spansYears } from './value-headings.ts';
import { foldSpace } from './words.ts';

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
  const regions = open.flatMap(regionsOf);
  const lines = open.flatMap((sheet) => looseLines(sheet, regions));
  const keyLines = keyOf(lines);
  const documentSays = documentYear(lines, open, options.fileName);
  const year = documentSays ?? options.year;
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
  const titles = titlesOf({
    lines,
    sheets: open,
    fileName: options.fileName,
    year,
    yearStartMonth: options.yearStartMonth,
    hasActions: tables.some((table) => table.kind.kind === 'actions'),
  });
  context.drafts.plans.push({
    kind: titles.kind,
    title: titles.title,
    period: titles.period,
    subject: null,
    preamble: null,
    key: [],
    source: titles.titleLine ? sourceOf(context, titles.titleLine, 'title') : null,
  });
  const used = new Set<LooseLine>(keyLines.map((one) => one.line));
  if (titles.titleLine) used.add(titles.titleLine);
  const besideTitle = (titles.titleLine?.cells ?? []).filter((cell) => foldSpace(cell.text) !== titles.title);
  const views = buildAll(context, tables, lines, used);
  placeByNumber(context.drafts);
  const lists = draftLooseLists(context, lines, used);
  for (const line of lists.used) used.add(line);
  addKeyTables(context, tables);
  addPlanWords(context, tables, lines, used, keyLines);
  for (const line of used)
    for (const cell of line.cells) context.mark(line.sheet.index, line.row, cell.column, 'placed');
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
  if (documentSays === null) askYear(context, tables);
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

function buildAll(
  context: Context,
  tables: readonly ReadTable[],
  lines: readonly LooseLine[],
  used: Set<LooseLine>,
): TableView[] {
  const views: TableView[] = [];
  const stack = sectionStack(context, 0, null);
  const ofKind = (kind: string) => tables.filter((table) => table.kind.kind === kind);
  const severalSheets = (kind: string) => new Set(ofKind(kind).map((table) => table.region.sheet)).size > 1;
  let before: Sheet | null = null;
  for (const table of tables) {
    const { kind } = table.kind;
    const { sheet } = table.region;
    if (kind === 'actions' || kind === 'kpis') {
      const several = ofKind(kind).length > 1 || headsItsParts(table.region);
      if (before !== null && before !== sheet) stack.closeAll();
      const headings = openHeadings(context, stack, { table, lines, used, several });
      for (const line of headings.used) used.add(line);
      if (headings.section === null && severalSheets(kind) && before !== sheet)
        openSheet(context, stack, sheet);
      views.push(buildTable(context, table, 0, headings.section, stack));
      before = sheet;
    } else if (kind === 'glossary') views.push(buildGlossary(context, table, 0));
    else if (kind === 'duties') views.push(buildDuties(context, table, 0));
    else {
      if (kind === 'text') markText(context, table);
      else markHeaders(context, table);
      views.push(viewOf(table, [], 0));
    }
  }
  return views;
}

/** A row inside the table that looks just like the line over it: both head the rows beneath. */
function headsInside(region: ReadTable['region'], line: GridCell): boolean {
  const { sheet } = region;
  for (let row = region.top; row <= region.bottom; row++) {
    const [cell, ...others] = sheet.filled(row);
    if (!cell || others.length > 0 || cell.fill !== line.fill || cell.column !== line.column) continue;
    if (sheet.rightOf(cell) === sheet.rightOf(line)) return true;
  }
  return false;
}

/** A table whose headings come again, each time under a heading of their own: the first has one too. */
function headsItsParts(region: ReadTable['region']): boolean {
  const { sheet, repeats, header } = region;
  const over = header.top === 0 ? [] : sheet.filled(header.top - 1);
  const first = over.length === 1 ? over[0] : undefined;
  if (first?.fill && sheet.rightOf(first) > first.column && headsInside(region, first)) return true;
  return (
    repeats.length > 0 && repeats.every((span) => span.top > 0 && sheet.filled(span.top - 1).length === 1)
  );
}

/** A sheet of its own for each part of the plan: its name heads its rows. */
function openSheet(context: Context, stack: SectionStack, sheet: Sheet): void {
  const name = sheet.grid.name.replace(/^\d{1,2}[a-z]?\s*[-–.:]\s*/, '').trim();
  if (name === '' || /^(?:sheet|tabelle|blatt)\s?\d*$/i.test(name)) return;
  stack.open(
    {
      kind: 'theme',
      ref: null,
      title: name,
      bullets: [],
      leads: [],
      details: [],
      source: [context.layout(sheet.index, []), 0, 0],
    },
    0,
  );
}

/** A table of no kind known here: all of it goes to the tray, its headings with it. */
function markText(context: Context, table: ReadTable): void {
  const { region } = table;
  for (let row = region.header.top; row <= region.bottom; row++) {
    for (const cell of region.sheet.filled(row)) {
      if (cell.column >= region.left && cell.column <= region.right)
        context.mark(region.sheet.index, row, cell.column, 'tray');
    }
  }
}

function markAll(context: Context, sheet: Sheet): void {
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    for (const cell of sheet.filled(row)) context.mark(sheet.index, row, cell.column, 'tray');
  }
}

/** The document's own key: two lines of it at least, so that a lone "Red - …" is no key. */
function keyOf(lines: readonly LooseLine[]): { key: KeyLine; line: LooseLine }[] {
  const found: { key: KeyLine; line: LooseLine }[] = [];
  for (const line of lines) {
    const across = keysAcross(line.sheet, line.row, line.cells);
    if (across.length > 1) return across.map((key) => ({ key, line }));
    const key = keyLineOf(line.sheet, line.row, line.cells);
    if (key) found.push({ key, line });
  }
  return groupsOf(found)[0] ?? [];
}

/** Keys stand together, a line under the other; the first such group with different labels is the document's. */
function groupsOf<T extends { key: KeyLine }>(found: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const one of found) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1]?.key;
    const near =
      last &&
      last.sheet === one.key.sheet &&
      one.key.row - last.row <= 2 &&
      last.columns[0] === one.key.columns[0];
    if (group && near) group.push(one);
    else groups.push([one]);
  }
  return groups.filter((group) => {
    const labels = new Set(group.map((one) => one.key.entry.label));
    const states = new Set(group.map((one) => one.key.entry.state));
    const colours = new Set(group.map((one) => one.key.entry.colour));
    if (group.length < 2 || group.length > 9 || labels.size < group.length) return false;
    return states.size >= 2 && colours.size === group.length;
  });
}

/** A key in a table of its own: colours or words beside their meaning. */
function addKeyTables(context: Context, tables: readonly ReadTable[]): void {
  for (const table of tables) {
    if (table.kind.kind !== 'key') continue;
    const { sheet, top, bottom } = table.region;
    for (let row = top; row <= bottom; row++) {
      const entry = keyLineOf(sheet, row)?.entry ?? statusLineOf(sheet, row);
      const key = context.drafts.plans[0]?.key;
      if (entry && !key?.some((one) => one.label === entry.label)) key?.push(entry);
    }
  }
}

const instruction =
  /^(?:guidance|instructions?\b|how to (?:use|complete|fill)|please |click |use the ["“]|tab \d)/i;

/** Lines above the tables that are neither title nor heading become the preamble; N.B. notes wherever they stand. */
function addPlanWords(
  context: Context,
  tables: readonly ReadTable[],
  lines: readonly LooseLine[],
  used: Set<LooseLine>,
  keyLines: readonly { key: KeyLine }[],
): void {
  const plan = context.drafts.plans[0];
  if (!plan) return;
  const headed: LooseLine[] = [];
  plan.key.unshift(...keyLines.map((one) => one.key.entry));
  for (const line of lines) {
    // "RAG key" over its lines.
    const under = keyLines[0]?.key;
    if (under?.sheet !== line.sheet || under.row - line.row > 2 || line.row >= under.row) continue;
    if (used.has(line) || line.text.length > 40 || !/\b(?:key|legend|ratings?|status)\b/i.test(line.text))
      continue;
    for (const cell of line.cells) context.mark(line.sheet.index, line.row, cell.column, 'header');
    headed.push(line);
  }
  const holdsPlan = new Set(tables.map((table) => table.region.sheet));
  const words: string[] = [];
  for (const line of lines) {
    if (used.has(line) || headed.includes(line)) continue;
    const nota = /^(?:n\.?\s?b\.?[\s:.]|note\s*:)/i.test(line.text);
    if (!nota && (!holdsPlan.has(line.sheet) || instruction.test(line.text))) continue;
    const form = line.cells.length <= 6 && line.text.length <= 600;
    if (!nota && !(line.above && (line.cells.length === 1 || form) && line.text.length <= 600)) continue;
    const text = preambleText(line);
    // The title again, on the plan's other sheets.
    if (text === plan.title) {
      used.add(line);
      continue;
    }
    if (!words.includes(text)) words.push(text);
    used.add(line);
  }
  plan.preamble = words.length === 0 ? null : words.join('\n');
}

function addLine(plan: DraftPlan, line: string): void {
  plan.preamble = plan.preamble === null ? line : `${plan.preamble}\n${line}`;
}

function sourceOf(context: Context, line: LooseLine, field: string): readonly [number, number, number] {
  const column = line.cells[line.cells.length - 1]?.column ?? 0;
  return [context.layout(line.sheet.index, [[field, column, 0]]), line.row, line.row];
}
