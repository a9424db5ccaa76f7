import { describe, expect, it } from 'vitest';
import { documentPicture } from '#core/imports/session/document-picture.ts';
import type { Grid, GridCell } from '#shared/contract/grid.ts';
import type { DocumentRow } from '#shared/contract/places.ts';

const paragraph = (number: number, heading: number | null = null): DocumentRow => ({
  kind: 'paragraph',
  part: 'body',
  number,
  heading,
  list: null,
  style: 'Normal',
});
const tableRow = (table: number, row: number): DocumentRow => ({
  kind: 'table',
  table,
  row,
  header: row === 1,
});

function documentOf(lines: readonly (readonly [DocumentRow | undefined, ...string[]])[]): Grid {
  return {
    name: 'Document',
    hidden: false,
    rowCount: lines.length,
    columnCount: Math.max(...lines.map(([, ...texts]) => texts.length)),
    rows: lines.map(([, ...texts], row) =>
      texts.map((text, column): GridCell | undefined => (text === '' ? undefined : { row, column, text })),
    ),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: [],
    document: lines.map(([line]) => line),
  };
}

const grid = documentOf([
  [paragraph(1, 1), 'The plan'],
  [tableRow(1, 1), 'Ref', 'What will be done by whom, and what shows that it was done'],
  [tableRow(1, 2), '1', 'Open the hall, paint it, and write to every family on the estate about it'],
  [undefined],
  [tableRow(2, 1), 'Term', 'Means', 'Since'],
  [paragraph(2), 'The end'],
]);

describe('the picture of a document', () => {
  it('says of each row of the stretch what it is, and is none for a sheet', () => {
    const picture = documentPicture(grid, 0, 6);
    expect(picture?.rows.map((row) => row?.kind ?? null)).toEqual([
      'paragraph',
      'table',
      'table',
      null,
      'table',
      'paragraph',
    ]);
    expect(picture?.rows[0]).toMatchObject({ number: 1, heading: 1 });
    const { document: _, ...sheet } = grid;
    expect(documentPicture(sheet, 0, 6)).toBeNull();
  });

  it('gives every table widths of its own, wider for longer words', () => {
    const [first, second] = documentPicture(grid, 0, 6)?.tables ?? [];
    expect(first?.widths).toHaveLength(2);
    expect(second?.widths).toHaveLength(3);
    expect(first?.widths[1]).toBeGreaterThan(3 * (first?.widths[0] ?? 0));
  });

  it('measures a table whole although the stretch begins within it', () => {
    expect(documentPicture(grid, 2, 3)?.tables).toEqual([documentPicture(grid, 0, 6)?.tables[0]]);
  });
});
