import type { TableView } from '#shared/contract/imports.ts';
import type { Section } from '#shared/contract/register.ts';
import { actionColumns, draftActions } from './action-drafts.ts';
import { formContext, withFormPlaces } from './build-forms.ts';
import { fillColumnOf } from './column-meanings.ts';
import type { Context } from './context.ts';
import { cellsIn, type EntryCell, tidy } from './entry-cells.ts';
import { draftKpis } from './kpi-drafts.ts';
import { joinSameNamed } from './kpi-rows.ts';
import { draftLongTable } from './long-tables.ts';
import { joinNameRows } from './name-rows.ts';
import { outlineOf } from './outline.ts';
import { type ReadTable, viewOf } from './read-table.ts';
import { type Piece, piecesOf, saysNothing, shapeOf } from './row-kinds.ts';
import { columnLevel, type SectionStack, sectionStack } from './section-stack.ts';
import { sectionKindOf } from './section-titles.ts';

type Entry = Extract<Piece, { kind: 'entry' }>;

/** Makes the records of a table of actions or KPIs. `under` is the section that holds for all of it. */
export function buildTable(
  context: Context,
  table: ReadTable,
  plan: number,
  under: number | null,
  inherited: SectionStack | null,
): TableView {
  const { form, sheet } = table.region;
  if (form) {
    const laid = { ...table, region: form.table };
    const view = withFormPlaces(context, form, sheet.index, () =>
      buildTable(formContext(context, form), laid, plan, under, null),
    );
    return {
      ...viewOf(
        table,
        form.blocks.map(({ top, bottom }) => ({ from: top, to: bottom })),
        view.records,
      ),
      columns: view.columns,
    };
  }
  const shape = shapeOf(table.region, table.meanings);
  const { region } = shape;
  const grid = region.sheet.index;
  markHeaders(context, table);
  const perRow = table.kind.kind === 'kpis' && table.meanings.some((one) => one.field === 'value-role');
  const wide = table.kind.kind === 'kpis' && table.kind.form !== 'long';
  const found = wide ? joinNameRows(shape, piecesOf(shape)) : piecesOf(shape);
  const pieces =
    perRow && wide ? joinSameNamed(found, (row) => region.sheet.text(row, shape.subject)) : found;
  const entries = pieces.filter((piece): piece is Entry => piece.kind === 'entry');
  const views: { from: number; to: number }[] = [];
  const outline =
    table.kind.kind === 'actions' ? outlineOf(shape, actionColumns(table.meanings), entries) : null;
  // Under headings of their own rows, a column of groups beside the words says the same again: a detail.
  const meanings = outline?.headsAll
    ? table.meanings.map((meaning) =>
        meaning.field === 'section' && meaning.column > shape.subject
          ? {
              ...meaning,
              field: 'detail' as const,
              because: 'the rows stand under numbered headings already',
            }
          : meaning,
      )
    : table.meanings;
  const fillColumn =
    table.kind.kind === 'actions' ? fillColumnOf(table.profiles, meanings, table.kind.log) : null;
  const columns = actionColumns(meanings, fillColumn);
  let records = 0;

  if (table.kind.kind === 'kpis' && table.kind.form === 'long') {
    const rows = entries.flatMap((entry) => entry.rows);
    records = draftLongTable(context, {
      shape,
      columns,
      plan,
      rows,
      values: table.meanings.filter((meaning) => meaning.field === 'value'),
    });
    markPieces(context, table, pieces);
    return viewOf(
      table,
      rows.map((row) => ({ from: row, to: row })),
      records,
    );
  }

  const sectionColumns = meanings.filter((meaning) => meaning.field === 'section');
  const columnKind = (sectionColumns[0] ? sectionKindOf(sectionColumns[0].header) : null) as
    | Section['kind']
    | null;
  const stack = inherited ?? sectionStack(context, plan, null);
  const carryLinks =
    table.kind.kind === 'actions' &&
    linksCarryDown(shape, columns.by.get('links')?.[0]?.column ?? null, entries);
  const values = table.meanings.filter((meaning) => meaning.field === 'value');
  const goneOn = new Set<EntryCell['cell']>();
  let carried: ReturnType<typeof cellsIn> = [];
  let lastRow = region.header.bottom;
  for (const piece of pieces) {
    if (piece.kind === 'section') {
      const opened = stack.openRow(region.sheet, piece.cells);
      for (const one of piece.cells) context.mark(grid, one.row, one.column, opened < 0 ? 'tray' : 'section');
      continue;
    }
    if (piece.kind === 'section-words') {
      stack.addWords(region.sheet, piece.cells);
      for (const one of piece.cells) context.mark(grid, one.row, one.column, 'section');
      continue;
    }
    if (piece.kind !== 'entry') continue;
    const first = piece.rows[0] ?? region.top;
    if (stack.unfilled() && piece.rows.every((row) => saysNothing(shape, row))) {
      for (const row of piece.rows) {
        for (const cell of region.sheet.filled(row)) context.mark(grid, row, cell.column, 'tray');
      }
      continue;
    }
    if (outline?.isParent(first)) {
      outline.open(context, stack, first);
      continue;
    }
    outline?.leaveFor(stack, first);
    const headed: EntryCell[] = [];
    sectionColumns.forEach((meaning, at) => {
      const [found, ...further] = cellsIn(region, piece.rows, meaning.column);
      const cell = found?.cell;
      if (!cell) return;
      // A title cut by a page break, merged over the rows after it, goes on with the section above.
      if (goneOn.has(cell)) {
        headed.push(found);
        return;
      }
      const fragment = region.repeats.some((span) => span.top > lastRow && span.bottom < first);
      stack.fromColumn({
        sheet: region.sheet,
        cell,
        level: columnLevel + at,
        kind: sectionKindOf(meaning.header) ?? columnKind,
        startsFragment: fragment,
      });
      headed.push(found, ...further);
      for (const one of further) {
        stack.goOn(region.sheet, one.cell);
        goneOn.add(one.cell);
      }
    });
    const section = outline?.sectionOf(context, stack, first) ?? stack.current() ?? under;
    lastRow = piece.rows[piece.rows.length - 1] ?? first;
    if (carryLinks) {
      const own = cellsIn(region, piece.rows, columns.by.get('links')?.[0]?.column ?? -1);
      const newSection = sectionColumns.some(
        (meaning) => cellsIn(region, piece.rows, meaning.column)[0]?.row === first,
      );
      if (own.length > 0 || newSection) carried = own;
    }
    const done =
      table.kind.kind === 'kpis'
        ? draftKpis(context, { shape, columns, values, rows: piece.rows, plan, section })
        : draftActions(context, {
            shape,
            columns,
            rows: piece.rows,
            plan,
            section,
            carriedLinks: carryLinks ? carried : [],
          });
    for (const one of headed) context.mark(grid, one.row, one.column, 'section');
    if (!done) continue;
    records += Number(done);
    views.push({ from: first, to: lastRow });
  }
  markPieces(context, table, pieces);
  return viewOf({ ...table, meanings }, views, records);
}

export function markHeaders(context: Context, table: ReadTable): void {
  const { region } = table;
  for (const span of [region.header, ...region.repeats]) {
    for (let row = span.top; row <= span.bottom; row++) {
      for (const cell of region.sheet.filled(row)) {
        if (cell.column >= region.left && cell.column <= region.right)
          context.mark(region.sheet.index, row, cell.column, 'header');
      }
    }
  }
}

/** A header again is furniture; unfilled rows, examples and notes are kept in the tray. */
function markPieces(context: Context, table: ReadTable, pieces: readonly Piece[]): void {
  const { region } = table;
  for (const piece of pieces) {
    if (piece.kind !== 'furniture') continue;
    const fate = piece.why === 'header again' ? 'furniture' : 'tray';
    for (const cell of region.sheet.filled(piece.row)) {
      if (cell.column >= region.left && cell.column <= region.right)
        context.mark(region.sheet.index, piece.row, cell.column, fate);
    }
  }
  // Where a column has been set aside by the officer, its cells go to the tray.
  for (const meaning of table.meanings) {
    if (meaning.field !== 'none') continue;
    for (let row = region.top; row <= region.bottom; row++) {
      if (tidy(region.sheet.text(row, meaning.column)) !== '')
        context.mark(region.sheet.index, row, meaning.column, 'tray');
    }
  }
}

/** Links stand at the first row of a section only, and hold for its other rows. */
function linksCarryDown(
  shape: ReturnType<typeof shapeOf>,
  column: number | null,
  entries: readonly Entry[],
): boolean {
  if (column === null || shape.sections.length === 0) return false;
  let opening = 0;
  let openingFilled = 0;
  let others = 0;
  let othersFilled = 0;
  for (const entry of entries) {
    const opens = shape.sections.some(
      (section) => cellsIn(shape.region, entry.rows, section)[0]?.row === entry.rows[0],
    );
    const filled = cellsIn(shape.region, entry.rows, column).length > 0;
    if (opens) {
      opening++;
      if (filled) openingFilled++;
    } else {
      others++;
      if (filled) othersFilled++;
    }
  }
  return opening > 0 && openingFilled >= opening * 0.8 && others > 0 && othersFilled <= others * 0.2;
}
