import type { Grid } from '#shared/contract/grid.ts';
import { placeName } from '#shared/contract/places.ts';
import type { RoundField, RowKey } from '#shared/domain/round-fields.ts';
import { foldWords } from '#shared/domain/round-merge.ts';
import { rowKeyAt } from './find-columns.ts';
import { frontFields, type LaidColumn } from './lay-form.ts';
import { isOurs, type Parsing, reasons } from './parsing.ts';

/** Reads the Word form: a table for each action, measure and figure, each row a label and what stands beside it. */
export function parseWordForm(grids: readonly Grid[], parsing: Parsing): void {
  for (const grid of grids) parseDocument(grid, parsing);
}

function parseDocument(grid: Grid, parsing: Parsing): void {
  const columns = new Map<string, LaidColumn>(
    parsing.form.tables.flatMap(({ columns: all }) => all.map((column) => [foldWords(column.label), column])),
  );
  for (const { from, to } of tablesIn(grid)) {
    let key: RowKey | null = null;
    for (let row = from; row < to; row += 1) key ??= rowKeyAt(grid, row);
    const cells = new Map<RoundField, { text: string; where: string }>();
    for (let row = from; row < to; row += 1) {
      // Beneath a label may stand what can be chosen.
      const label = foldWords((grid.rows[row]?.[0]?.text ?? '').split('\n')[0] ?? '');
      const front = frontFields.find((one) => foldWords(one.label) === label);
      const column = columns.get(label);
      const own = (grid.rows[row] ?? []).flatMap((cell) => (cell && cell.column > 0 ? [cell] : []));
      const text = own
        .map((cell) => cell.text.trim())
        .join('\n')
        .trim();
      const where = placeName(grid, row, own[0]?.column ?? 1);
      for (const cell of own) {
        if (cell.note?.trim()) parsing.outside.push({ where, text: cell.note.trim(), why: reasons.comment });
      }
      if (text === '') continue;
      if (front) parsing.front.set(front.code, { text, where });
      else if (column?.fill && key !== null) cells.set(column.code as RoundField, { text, where });
      else lookAt(text, where, parsing);
    }
    if (key !== null) parsing.filled.push({ key, cells, about: '' });
  }
  lookBetween(grid, parsing);
}

/** Stretches of rows of one table each. */
function tablesIn(grid: Grid): { from: number; to: number }[] {
  const tables: { table: number; from: number; to: number }[] = [];
  grid.document?.forEach((row, at) => {
    if (row?.kind !== 'table') return;
    const last = tables.at(-1);
    if (last?.table === row.table && last.to === at) last.to = at + 1;
    else tables.push({ table: row.table, from: at, to: at + 1 });
  });
  return tables;
}

/** Paragraphs that the form does not have, and labels that were written over. */
function lookBetween(grid: Grid, parsing: Parsing): void {
  grid.rows.forEach((cells, row) => {
    const isTable = grid.document?.[row]?.kind === 'table';
    for (const cell of cells ?? []) {
      if (!cell || (isTable && cell.column > 0)) continue;
      const where = placeName(grid, row, cell.column);
      // Labels stand a line each over what can be chosen.
      if (isTable) for (const line of cell.text.split('\n')) lookAt(line, where, parsing);
      else lookAt(cell.text, where, parsing);
    }
  });
}

function lookAt(words: string, where: string, { expected, outside }: Parsing): void {
  const text = foldWords(words);
  const bare = text.replace(/^[•–-]\s+/, '');
  if (text === '' || expected.has(text) || expected.has(bare) || isOurs(text)) return;
  if (/^Page \d+ of \d+$/.test(text)) return;
  outside.push({ where, text: words.trim(), why: reasons.outside });
}
