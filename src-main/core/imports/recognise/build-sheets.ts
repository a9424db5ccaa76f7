import type { GridCell } from '#shared/contract/grid.ts';
import type { TableView } from '#shared/contract/imports.ts';
import { buildTable, markHeaders } from './build-table.ts';
import type { Context } from './context.ts';
import { openHeadings } from './headings.ts';
import { type ReadTable, viewOf } from './read-table.ts';
import { type SectionStack, sectionStack } from './section-stack.ts';
import type { Sheet } from './sheet.ts';
import { buildDuties, buildGlossary } from './small-tables.ts';
import type { LooseLine } from './titles.ts';

/** Makes the records of all tables of a workbook, in reading order, under the headings over them. */
export function buildSheets(
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
export function markText(context: Context, table: ReadTable): void {
  const { region } = table;
  for (let row = region.header.top; row <= region.bottom; row++) {
    for (const cell of region.sheet.filled(row)) {
      if (cell.column >= region.left && cell.column <= region.right)
        context.mark(region.sheet.index, row, cell.column, 'tray');
    }
  }
}
