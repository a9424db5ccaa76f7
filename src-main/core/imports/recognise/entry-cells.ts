import type { GridCell } from '#shared/contract/grid.ts';
import { isPlaceholder } from './column-profile.ts';
import type { Context } from './context.ts';
import type { Places } from './places.ts';
import type { Region } from './tables.ts';
import { foldSpace, linesOf } from './words.ts';

/** One cell of an entry: where it stands and, for a merged one, whether it came down from above. */
export type EntryCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly cell: GridCell;
};

const none: EntryCell[] = [];

/** The cells with words that an entry has in one column, own ones first to last, or the merged one over it. */
export function cellsIn(region: Region, rows: readonly number[], column: number): EntryCell[] {
  const { sheet } = region;
  let found: EntryCell[] | null = null;
  for (const row of rows) {
    const cell = sheet.shown(row, column);
    // The covered part of a cell merged sideways holds nothing of its own.
    if (!cell || cell.column !== column || cell.text === '') continue;
    const text = cell.text.trim();
    if (text === '' || isPlaceholder(text)) continue;
    if (found?.some((one) => one.cell === cell)) continue;
    const one = { row: cell.row, column, text, cell };
    if (found) found.push(one);
    else found = [one];
  }
  return found ?? none;
}

/** The texts of several cells as one: a sentence cut between rows is joined, other rows stand on lines of their own. */
export function joined(cells: readonly EntryCell[]): string {
  if (cells.length === 0) return '';
  if (cells.length === 1) return tidy(cells[0]?.text ?? '');
  let text = '';
  for (const { text: raw } of cells) {
    const next = tidy(raw);
    if (text === '') text = next;
    else if (/[.!?:;]$/.test(text) || !/^[a-z(&]/.test(next)) text = `${text}\n${next}`;
    else text = `${text} ${next}`;
  }
  return text;
}

/** The words that an entry has in one column, and their places. Most entries are one row: nothing is put in lists. */
export function textIn(
  region: Region,
  rows: readonly number[],
  column: number,
  field: string,
  places: Places,
): string {
  const [row] = rows;
  if (row === undefined) return '';
  if (rows.length === 1) {
    const cell = region.sheet.shown(row, column);
    if (!cell || cell.column !== column || cell.text === '') return '';
    const text = tidy(cell.text);
    if (text === '' || isPlaceholder(text)) return '';
    places.add(field, column, cell.row - row);
    return text;
  }
  const cells = cellsIn(region, rows, column);
  for (const cell of cells) places.add(field, column, cell.row - row);
  return joined(cells);
}

/** Blanks folded, lines kept. */
export function tidy(text: string): string {
  return text.includes('\n') ? linesOf(text).join('\n') : foldSpace(text);
}

/** Marks every cell of an entry's rows as placed; what turns out not to be is corrected by the reconciliation. */
export function markRows(context: Context, region: Region, rows: readonly number[]): void {
  for (const row of rows) {
    for (const cell of region.sheet.filled(row)) {
      if (cell.column >= region.left && cell.column <= region.right) {
        const fate = isPlaceholder(cell.text) ? 'furniture' : 'placed';
        context.mark(region.sheet.index, row, cell.column, fate);
      }
    }
  }
}
