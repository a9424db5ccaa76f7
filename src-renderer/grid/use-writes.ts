import { useCallback } from 'react';
import { blockOf, type Writes } from './block.ts';
import type { Cell, Range } from './geometry.ts';
import { formatHtmlTable, parseHtmlTable } from './html-table.ts';
import type { GridLine, LineIndex } from './lines.ts';
import { cellCount } from './regions.ts';
import { formatTsv } from './tsv.ts';
import type { GridChange, GridColumn, RowNotes } from './types.ts';

type WritesOptions<Row> = {
  readonly lines: readonly GridLine<Row>[];
  readonly index: LineIndex;
  readonly columns: readonly GridColumn<Row>[];
  readonly notes: ReadonlyMap<string, RowNotes>;
  readonly continues: (blankId: string) => boolean;
};

/** Between the places of the grid and the words of its rows: what a cell says, and what an act would change. */
export function useWrites<Row>(options: WritesOptions<Row>) {
  const { lines, index, columns, notes, continues } = options;
  const lineAt = (row: number) => lines[index.lineOfRow[row] ?? -1];
  const rowAt = (row: number): Row | null => {
    const line = lineAt(row);
    return line?.kind === 'row' ? line.row : null;
  };
  /** The words of a cell: those typed last, even while the register has not taken them. */
  const textAt = (cell: Cell): string => {
    const column = columns[cell.col];
    const noted = column && notes.get(index.ids[cell.row] ?? '')?.[column.key]?.text;
    if (noted !== undefined) return noted;
    const row = rowAt(cell.row);
    return column && row !== null ? column.text(row) : '';
  };
  const fixedAt = (cell: Cell): string | null => {
    const row = rowAt(cell.row);
    return row === null ? null : (columns[cell.col]?.fixed?.(row) ?? null);
  };

  const changeOf = (writes: Writes, cause: GridChange['cause']): GridChange => {
    const cells: { id: string; key: string; text: string }[] = [];
    const blanks = new Map<string, Record<string, string>>();
    let left = 0;
    for (const { cell, text } of writes.cells) {
      const column = columns[cell.col];
      const line = lineAt(cell.row);
      if (!column || !line) continue;
      if (fixedAt(cell) !== null) left += 1;
      else if (line.kind === 'blank') {
        if (text === '') continue;
        const texts = blanks.get(line.id) ?? {};
        texts[column.key] = text;
        blanks.set(line.id, texts);
      } else if (text !== textAt(cell)) cells.push({ id: line.id, key: column.key, text });
    }
    const added: { blankId: string; continues: boolean; texts: Record<string, string> }[] = [];
    for (const [blankId, texts] of blanks) added.push({ blankId, continues: continues(blankId), texts });
    const lastId = index.ids.at(-1) ?? '';
    for (const row of writes.added) {
      const texts: Record<string, string> = {};
      for (const [col, text] of row) {
        const key = columns[col]?.key;
        if (key !== undefined && text !== '') texts[key] = text;
      }
      added.push({ blankId: lastId, continues: false, texts });
    }
    return { cause, cells, added, left };
  };

  const filled = useCallback(
    (cell: Cell) => {
      const line = lines[index.lineOfRow[cell.row] ?? -1];
      return line?.kind === 'row' && columns[cell.col]?.text(line.row) !== '';
    },
    [lines, index, columns],
  );
  return { rowAt, textAt, fixedAt, changeOf, filled };
}

/** Puts what is selected on the clipboard as Excel would: as text and as a table. False where it is no table. */
export function copyBlock(
  data: Pick<DataTransfer, 'setData'>,
  ranges: readonly Range[],
  textAt: (cell: Cell) => string,
): boolean {
  const block = blockOf(ranges, textAt);
  if (!block) return false;
  const single = cellCount(ranges) === 1 ? block[0]?.[0] : undefined;
  data.setData('text/plain', single !== undefined && !/[\t\n]/.test(single) ? single : formatTsv(block));
  data.setData('text/html', formatHtmlTable(block));
  return true;
}

/** What a clipboard holds, as a block; null where it holds no words. */
export function pastedBlock(
  data: Pick<DataTransfer, 'getData'>,
  parseTsv: (t: string) => string[][],
): string[][] | null {
  const html = data.getData('text/html');
  const table = html === '' ? null : parseHtmlTable(html);
  if (table) return table;
  const text = data.getData('text/plain');
  return text === '' ? null : parseTsv(text);
}
