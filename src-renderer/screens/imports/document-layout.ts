import type { DocumentLine, SheetPicture, TableView } from '#shared/contract/imports.ts';
import { layOut, type PictureRow } from './picture-layout.ts';

/** A stretch of a document as it is drawn: a paragraph over the whole width, or rows of one table. */
export type DocumentBlock =
  | {
      readonly kind: 'paragraph';
      readonly row: number;
      readonly line: Extract<DocumentLine, { kind: 'paragraph' }>;
      readonly cell: SheetPicture['cells'][number] | null;
    }
  | {
      readonly kind: 'table';
      /** Which table of the document, from 1. */
      readonly table: number;
      readonly rows: readonly PictureRow[];
      readonly widths: readonly number[];
      /** The number, within the table, of the first row shown. */
      readonly firstNumber: number;
      /** The recognised table that these rows are of, whose columns can be given a meaning here. */
      readonly read: TableView | null;
    };

/** Cuts the stretch of rows into what is drawn one under the other. Empty rows only part them. */
export function documentBlocks(picture: SheetPicture, tables: readonly TableView[]): DocumentBlock[] {
  const said = picture.document;
  if (said === null) return [];
  const blocks: DocumentBlock[] = [];
  const cellsOf = Map.groupBy(picture.cells, (cell) => cell.row);
  const headed = new Set<string>();
  for (let at = 0; at < said.rows.length; at += 1) {
    const line = said.rows[at];
    if (!line) continue;
    const row = picture.firstRow + at;
    if (line.kind === 'paragraph') {
      blocks.push({ kind: 'paragraph', row, line, cell: cellsOf.get(row)?.[0] ?? null });
      continue;
    }
    const last = lastOfTable(said.rows, at, line.table);
    const widths = said.tables.find((one) => one.table === line.table)?.widths ?? [];
    const bottom = picture.firstRow + last;
    const part: SheetPicture = {
      ...picture,
      firstRow: row,
      rowCount: last - at + 1,
      columnCount: widths.length,
      widths,
      cells: picture.cells.filter((cell) => cell.row >= row && cell.row <= bottom),
      merges: picture.merges.filter((merge) => merge.top <= bottom && merge.bottom >= row),
    };
    const read = tables.find((one) => one.top <= bottom && one.bottom >= row) ?? null;
    blocks.push({
      kind: 'table',
      table: line.table,
      rows: layOut(part, tables).rows,
      widths,
      firstNumber: line.row,
      read: read && !headed.has(read.id) ? read : null,
    });
    if (read) headed.add(read.id);
    at = last;
  }
  return blocks;
}

function lastOfTable(rows: readonly (DocumentLine | null)[], from: number, table: number): number {
  let last = from;
  for (let at = from + 1; at < rows.length; at += 1) {
    const line = rows[at];
    if (line?.kind !== 'table' || line.table !== table) break;
    last = at;
  }
  return last;
}

type Part = Extract<DocumentLine, { kind: 'paragraph' }>['part'];
const marks: Record<Part, [short: string, words: string]> = {
  body: ['¶', 'Paragraph'],
  header: ['Top', 'Page header'],
  footer: ['Foot', 'Page footer'],
  footnote: ['Note', 'Footnote'],
  comment: ['Com', 'Comment'],
  'text-box': ['Box', 'Text box paragraph'],
};

/** How a paragraph is named in the gutter, and in full: "¶17", "Paragraph 17". */
export function paragraphMark(line: Extract<DocumentLine, { kind: 'paragraph' }>): {
  short: string;
  full: string;
} {
  const [short, words] = marks[line.part];
  return {
    short: short.length === 1 ? `${short}${line.number}` : `${short} ${line.number}`,
    full: `${words} ${line.number}`,
  };
}
