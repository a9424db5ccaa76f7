import { describe, expect, it } from 'vitest';
import type { SheetPicture, TableView } from '#shared/contract/imports.ts';
import { documentBlocks, paragraphMark } from '../../../../src-renderer/screens/imports/document-layout.ts';

const body = (number: number) =>
  ({ kind: 'paragraph', part: 'body', number, heading: null, list: null }) as const;
const row = (table: number, at: number) => ({ kind: 'table', table, row: at, header: false }) as const;

function pictureOf(rows: NonNullable<SheetPicture['document']>['rows'], firstRow = 0): SheetPicture {
  return {
    firstRow,
    rowCount: rows.length,
    columnCount: 3,
    widths: [9, 9, 9],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    cells: rows.flatMap((line, at) =>
      line === null
        ? []
        : [
            {
              row: firstRow + at,
              column: 0,
              text: `text ${firstRow + at}`,
              fill: null,
              bold: false,
              strike: false,
              note: null,
              fate: 'placed' as const,
              questionId: null,
            },
          ],
    ),
    document: { rows, tables: [1, 2].map((table) => ({ table, widths: [5, 10].slice(0, 3 - table) })) },
  };
}
const read = (id: string, top: number, bottom: number): TableView => ({
  id,
  sheet: 0,
  where: id,
  kind: 'actions',
  top,
  left: 0,
  bottom,
  right: 1,
  headerRows: [top],
  columns: [],
  entries: [],
  rows: bottom - top,
  records: 0,
});

describe('a document as it is drawn', () => {
  it('sets paragraphs and tables one under the other, each table with its own columns', () => {
    const blocks = documentBlocks(pictureOf([body(1), row(1, 1), row(1, 2), null, row(2, 1), body(2)]), [
      read('a', 1, 2),
    ]);
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'table', 'paragraph']);
    expect(blocks[1]).toMatchObject({ table: 1, firstNumber: 1, widths: [5, 10], read: { id: 'a' } });
    expect(blocks[2]).toMatchObject({ table: 2, widths: [5], read: null });
  });

  it('asks once what the columns of a table mean that goes on in another', () => {
    const blocks = documentBlocks(pictureOf([row(1, 1), null, row(2, 1)]), [read('a', 0, 2)]);
    expect(blocks.map((block) => block.kind === 'table' && block.read?.id)).toEqual(['a', undefined]);
  });

  it('numbers the rows of a table that began on the page before', () => {
    const [block] = documentBlocks(pictureOf([row(1, 41), row(1, 42)], 100), []);
    expect(block).toMatchObject({ kind: 'table', firstNumber: 41 });
  });

  it('names paragraphs in the gutter and in full', () => {
    expect(paragraphMark(body(17))).toEqual({ short: '¶17', full: 'Paragraph 17' });
    expect(paragraphMark({ ...body(2), part: 'footnote' }).full).toBe('Footnote 2');
  });
});
