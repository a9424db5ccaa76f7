import type { GridCell } from '#shared/contract/grid.ts';
import type { Context } from './context.ts';
import type { FormTable } from './forms.ts';
import type { DraftSource, Drafts } from './types.ts';

/** A context in which the places of forms laid out as a table are those of the sheet that they came from. */
export function formContext(context: Context, form: FormTable): Context {
  const real = (cell: GridCell): GridCell => form.cellsAt(cell.row, cell.column)[0] ?? cell;
  return {
    ...context,
    mark(grid, row, column, fate) {
      for (const cell of form.cellsAt(row, column)) {
        // A label is no part of the record: where it stands in the answer's cell, that cell is not looked for whole.
        const known = fate === 'placed' && form.saysBoth(cell) ? 'header' : fate;
        context.mark(grid, cell.row, cell.column, known);
      }
    },
    placeOf(grid, row, column) {
      const [cell] = form.cellsAt(row, column);
      return context.placeOf(grid, cell?.row ?? row, cell?.column ?? column);
    },
    timescale: (text, grid, cell) => context.timescale(text, grid, real(cell)),
    statusFill: (fill, grid, cell) => context.statusFill(fill, grid, real(cell)),
    statusStruck: (grid, cell) => context.statusStruck(grid, real(cell)),
    unknownStatus: (text, grid, cell) => context.unknownStatus(text, grid, real(cell)),
    ask: (question, cells) =>
      context.ask(
        question,
        cells.flatMap(([grid, row, column]) =>
          form.cellsAt(row, column).map((cell) => [grid, cell.row, cell.column] as const),
        ),
      ),
  };
}

type Sourced = { source: DraftSource | null };

/** Every list of records that stand somewhere in the file. */
function sourced(drafts: Drafts): Sourced[][] {
  const { layouts: _, tray: __, ...lists } = drafts;
  return Object.values(lists) as unknown as Sourced[][];
}

/** Runs what makes records of forms laid out as a table, and gives these the places they have in the sheet. */
export function withFormPlaces<T>(context: Context, form: FormTable, grid: number, make: () => T): T {
  const { drafts } = context;
  const before = sourced(drafts).map((list) => list.length);
  const made = make();
  sourced(drafts).forEach((list, at) => {
    for (const record of list.slice(before[at])) record.source = placed(context, form, grid, record.source);
  });
  return made;
}

function placed(
  context: Context,
  form: FormTable,
  grid: number,
  source: DraftSource | null,
): DraftSource | null {
  if (source === null) return null;
  const [layout, row, toRow] = source;
  const first = form.blocks[row - 1];
  const last = form.blocks[toRow - 1] ?? first;
  if (!first || !last) return source;
  const cells = (context.drafts.layouts[layout]?.cells ?? []).flatMap(([field, column, offset]) =>
    form.cellsAt(row + offset, column).map((cell) => [field, cell.column, cell.row - first.top] as const),
  );
  return [context.layout(grid, cells), first.top, last.bottom];
}
