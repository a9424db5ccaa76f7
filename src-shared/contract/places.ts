import { cellName, columnName, type Merge, rangeName } from './grid.ts';

/** Parts of a document that a paragraph can stand in; `body` is the running text. */
export const documentParts = ['body', 'header', 'footer', 'footnote', 'comment', 'text-box'] as const;
export type DocumentPart = (typeof documentParts)[number];

/**
 * What a row of a document's grid is: a paragraph (its one cell stands in column 0, merged over the grid's width), or
 * one row of a table. Numbers count from 1 in reading order: paragraphs through the whole document, headings among
 * them and blank ones left out, each part by itself; tables through the document, rows within their table.
 */
export type DocumentRow =
  | {
      readonly kind: 'paragraph';
      readonly part: DocumentPart;
      readonly number: number;
      /** Outline level from 1 (from the paragraph's style or its own setting); null for running text. */
      readonly heading: number | null;
      /** A list item; its mark ("•", "2.", "(iv)") stands at the front of the cell's text, with a blank after it. */
      readonly list: { readonly level: number; readonly ordered: boolean; readonly mark: string } | null;
      /** The name of its style, as Word shows it: "Title", "List Bullet". */
      readonly style: string | null;
      /** The first paragraph after a page break that somebody set. */
      readonly newPage?: boolean;
    }
  | {
      readonly kind: 'table';
      readonly table: number;
      readonly row: number;
      /** Marked to be repeated at the top of every page: a header for certain. */
      readonly header: boolean;
    };

/** A grid as far as naming its places goes: a sheet by its name, a document by what each row is. */
export type Placing = {
  readonly name: string;
  readonly document?: readonly (DocumentRow | undefined)[];
};

/** What a paragraph of each part is called. */
export const partWords: Readonly<Record<DocumentPart, string>> = {
  body: 'paragraph',
  header: 'page header',
  footer: 'page footer',
  footnote: 'footnote',
  comment: 'comment',
  'text-box': 'text box paragraph',
};

/** "Sheet1!B14"; in a document "table 3 row 5 column 2", "paragraph 17", "footnote 1". */
export function placeName(grid: Placing, row: number, column: number): string {
  const said = grid.document?.[row];
  if (said === undefined)
    return grid.document === undefined ? cellName(grid.name, row, column) : `row ${row + 1}`;
  if (said.kind === 'paragraph') return `${partWords[said.part]} ${said.number}`;
  return `table ${said.table} row ${said.row} column ${column + 1}`;
}

/** "Sheet1!A4:G61"; in a document "table 3", "table 3 rows 2 to 9", "paragraphs 4 to 8", "paragraph 4 to table 2 row 3". */
export function rangePlace(grid: Placing, range: Merge): string {
  const rows = grid.document;
  if (rows === undefined) return rangeName(grid.name, range);
  const first = firstSaid(rows, range.top, range.bottom, 1);
  const last = firstSaid(rows, range.bottom, range.top, -1);
  if (first === undefined || last === undefined) return `row ${range.top + 1}`;
  if (first.kind === 'paragraph' && last.kind === 'paragraph' && first.part === last.part) {
    const words = partWords[first.part];
    return first.number === last.number
      ? `${words} ${first.number}`
      : `${words}s ${first.number} to ${last.number}`;
  }
  if (first.kind === 'table' && last.kind === 'table') {
    if (first.table !== last.table) return `tables ${first.table} to ${last.table}`;
    const whole = first.row === 1 && endsTable(rows, range.bottom, first.table);
    if (whole) return `table ${first.table}`;
    const columns =
      range.left === range.right
        ? ` column ${range.left + 1}`
        : ` columns ${range.left + 1} to ${range.right + 1}`;
    return first.row === last.row
      ? `table ${first.table} row ${first.row}${columns}`
      : `table ${first.table} rows ${first.row} to ${last.row}`;
  }
  return `${endName(first)} to ${endName(last)}`;
}

/** What stands before a row's number in the name of a cell of this column; the short way to name many rows. */
export function columnPrefix(grid: Placing, column: number): string {
  return `${grid.name}!${columnName(column)}`;
}

function endName(row: DocumentRow): string {
  return row.kind === 'paragraph'
    ? `${partWords[row.part]} ${row.number}`
    : `table ${row.table} row ${row.row}`;
}

function endsTable(rows: readonly (DocumentRow | undefined)[], bottom: number, table: number): boolean {
  const next = rows[bottom + 1];
  return next === undefined || next.kind !== 'table' || next.table !== table;
}

function firstSaid(
  rows: readonly (DocumentRow | undefined)[],
  from: number,
  to: number,
  step: 1 | -1,
): DocumentRow | undefined {
  for (let row = from; step > 0 ? row <= to : row >= to; row += step) {
    const said = rows[row];
    if (said !== undefined) return said;
  }
  return undefined;
}
