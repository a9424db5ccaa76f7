import type { GridCell } from '#shared/contract/grid.ts';
import type { Context } from '../context.ts';
import { foldSpace } from '../words.ts';
import type { Line, TableRow } from './blocks.ts';
import type { LineReader } from './line-words.ts';
import type { MinutesRecord } from './record.ts';
import type { MinutesColumns, MinutesField } from './table-columns.ts';

/** What reading a table of minutes leans on. */
export type TableReading = {
  readonly context: Context;
  readonly record: MinutesRecord;
  readonly reader: LineReader;
  readonly mark: (line: Line, fate: 'header' | 'furniture') => void;
  /** Lines over the first item, still to be read as the meeting's facts. */
  readonly front: (line: Line) => void;
};

export function lineOf(row: number, cells: readonly GridCell[], text: string): Line {
  return { row, cells, text: foldSpace(text), heading: null, style: null, bold: false, listLevel: null };
}

export function markRow({ mark }: TableReading, row: TableRow): void {
  mark(lineOf(row.row, row.cells, ''), 'header');
}

export function fieldsOf(columns: MinutesColumns, cells: readonly GridCell[]): Map<MinutesField, GridCell> {
  const found = new Map<MinutesField, GridCell>();
  for (const cell of cells) {
    const field = columns.fields.get(cell.column) ?? 'other';
    if (!found.has(field)) found.set(field, cell);
  }
  return found;
}
