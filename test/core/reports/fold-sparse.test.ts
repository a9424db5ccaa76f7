import { describe, expect, it } from 'vitest';
import { cell, type TableRow, words } from '#core/reports/document.ts';
import { foldSparse } from '#core/reports/write/fold-sparse.ts';

const row = (...texts: (string | null)[]): TableRow => ({
  kind: 'cells',
  cells: texts.map((text) => (text === null ? cell() : cell(words(text)))),
});
const table = (rows: TableRow[]) => ({
  kind: 'table' as const,
  caption: 'Actions',
  rowHeader: 1,
  columns: [
    { label: 'Fund', width: 10, foldable: true },
    { label: 'Action', width: 40 },
    { label: 'Leads', width: 10 },
    { label: 'Room', width: 10, foldable: true },
  ],
  rows,
});
const textOf = (one: TableRow | undefined, at: number) =>
  one?.kind === 'cells'
    ? one.cells[at]?.pieces.map((piece) =>
        piece.kind === 'words' ? piece.runs.map((run) => run.text).join('') : piece.kind,
      )
    : undefined;

describe('foldSparse', () => {
  const plain = [row(null, 'One', 'TP', null), row(null, 'Two', 'TP', null), row(null, 'Three', null, null)];

  it('folds columns that few rows fill into notes under their own headings, and loses no word', () => {
    const group: TableRow = { kind: 'group', level: 0, ref: '1', title: 'Play' };
    const folded = foldSparse(table([group, row('Lottery', 'First', 'TP', 'Hall'), ...plain]));
    expect(folded.columns.map(({ label }) => label)).toEqual(['Action', 'Leads', 'Notes']);
    expect(folded.rowHeader).toBe(0);
    expect(folded.rows[0]).toEqual(group);
    expect(textOf(folded.rows[1], 2)).toEqual(['Fund: Lottery', 'Room: Hall']);
    expect(textOf(folded.rows[2], 2)).toEqual([]);
    for (const one of folded.rows) {
      if (one.kind === 'cells') expect(one.cells).toHaveLength(folded.columns.length);
    }
  });

  it('leaves a table alone whose columns are filled, or in which only one column is sparse', () => {
    const filled = table([row('A', 'One', null, 'B'), row('A', 'Two', null, 'B')]);
    expect(foldSparse(filled)).toBe(filled);
    const one = table([
      row('A', 'First', null, 'B'),
      row('A', 'One', null, null),
      ...plain.slice(2),
      row('A', 'Two', null, null),
    ]);
    expect(foldSparse(one)).toBe(one);
  });
});
