import type { Grid } from '#shared/contract/grid.ts';
import { type RowKey, readFieldKey } from '#shared/domain/round-fields.ts';
import { foldWords } from '#shared/domain/round-merge.ts';
import type { LaidColumn, LaidTable } from './lay-form.ts';

/** Finding the columns of a table again, wherever they were moved, whatever the program that saved the file. */

export type FoundTable = {
  readonly table: LaidTable;
  /** The row of the heads: what stands above it belongs to none. */
  readonly headRow: number;
  /** Column of the grid by code; a column that was deleted is not there. */
  readonly columns: ReadonlyMap<LaidColumn['code'], number>;
};

const rowKeyPattern =
  /^(?:[am]:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|k:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:.+)$/i;

export const textAt = (grid: Grid, row: number, column: number): string =>
  foldWords(grid.rows[row]?.[column]?.text ?? '');

/** The identity that stands on a row; null where none does. */
export function rowKeyAt(grid: Grid, row: number): RowKey | null {
  for (const cell of grid.rows[row] ?? []) {
    const text = cell && foldWords(cell.text);
    if (text && rowKeyPattern.test(text) && readFieldKey(`${text}:${fieldOf[text[0] ?? '']}`)) {
      return text as RowKey;
    }
  }
  return null;
}
const fieldOf: Record<string, string> = { a: 'status', m: 'done', k: 'figure' };

/** The table of the form that a sheet holds: by its hidden codes, else by the words of its heads. */
export function findTable(grid: Grid, tables: readonly LaidTable[]): FoundTable | null {
  for (const [row, cells] of grid.rows.entries()) {
    const codes = new Map<string, number>();
    for (const cell of cells ?? []) {
      const text = cell ? foldWords(cell.text) : '';
      if (text.startsWith('@') && !codes.has(text.slice(1))) codes.set(text.slice(1), cell?.column ?? 0);
    }
    const found = codes.size < 2 ? null : byNames(tables, (column) => codes.get(column.code));
    if (found) return { ...found, headRow: headAfter(grid, row, found) };
  }
  for (const [row, cells] of grid.rows.entries()) {
    const heads = new Map<string, number>();
    for (const cell of cells ?? []) {
      if (cell && !heads.has(foldWords(cell.text))) heads.set(foldWords(cell.text), cell.column);
    }
    const found = heads.size < 3 ? null : byNames(tables, (column) => heads.get(foldWords(column.label)));
    if (found) return { ...found, headRow: row };
  }
  return null;
}

/** The heads stand beneath the codes, where they were not deleted. */
function headAfter(grid: Grid, codeRow: number, found: Omit<FoundTable, 'headRow'>): number {
  const isHead = found.table.columns.some(({ code, label }) => {
    const column = found.columns.get(code);
    return column !== undefined && textAt(grid, codeRow + 1, column) === foldWords(label);
  });
  return isHead ? codeRow + 1 : codeRow;
}

/** The table of which most columns are found, three at least and one of them to fill. */
function byNames(
  tables: readonly LaidTable[],
  placeOf: (column: LaidColumn) => number | undefined,
): Omit<FoundTable, 'headRow'> | null {
  const found = tables.map((table) => ({
    table,
    columns: new Map(
      table.columns.flatMap((column): [LaidColumn['code'], number][] => {
        const place = placeOf(column);
        return place === undefined ? [] : [[column.code, place]];
      }),
    ),
  }));
  const [best] = found.toSorted((a, b) => b.columns.size - a.columns.size);
  if (!best || best.columns.size < 3) return null;
  return best.table.columns.some(({ code, fill }) => fill && best.columns.has(code)) ? best : null;
}
