import type { DocumentRow } from './places.ts';

/**
 * The first narrow waist: what every reader of a workbook, text table or document gives, whatever the format.
 * A new input format is one more reader of this.
 */

/** A cell with something in it. Rows and columns count from 0. */
export type GridCell = {
  readonly row: number;
  readonly column: number;
  /** As displayed: "34.70%", "24 November 2014", line breaks as \n. Never trimmed away. */
  readonly text: string;
  /** What the cell stores where that says more than its text. */
  readonly value?: /** As stored: "34.70%" is 0.347 with percent true. */
    | { readonly kind: 'number'; readonly number: number; readonly percent: boolean }
    | { readonly kind: 'day'; readonly day: string }
    | { readonly kind: 'truth'; readonly truth: boolean }
    | { readonly kind: 'error' };
  /** Solid fill as #rrggbb after theme, tint and palette; absent where there is none or it is white. */
  readonly fill?: string;
  readonly bold?: boolean;
  /** The whole text is struck through. */
  readonly strike?: boolean;
  /** The struck words, in order, where only a part of the text is struck through: an old date before its new one. */
  readonly struck?: readonly string[];
  /** Words that a tracked change took out, in order; what it put in is part of the text. */
  readonly removed?: readonly string[];
  /** Notes and comments on the cell, each with its author where one is named. */
  readonly note?: string;
  readonly link?: string;
  /** Marks of the footnotes that the text refers to, as they stand in it ("¹"). */
  readonly footnotes?: readonly string[];
};

/** A merged rectangle, all four edges inside. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/**
 * One sheet of a workbook, one table of a text file, or a whole document: its paragraphs and the rows of its tables
 * under each other in reading order, with an empty row after every table.
 */
export type Grid = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Sparse: rows[r]?.[c]. A merged cell stands at its top left only; a filled cell without text stands too. */
  readonly rows: readonly (readonly (GridCell | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Widths in characters where the file says. */
  readonly columnWidths: readonly (number | undefined)[];
  /**
   * Cells with text so far from all others (thousands of empty rows, hundreds of empty columns) that the
   * rectangle leaves them out. They belong in the tray; a remark names them. Absent where there are none.
   */
  readonly strays?: readonly GridCell[];
  /** For a document: what each row is. Undefined for the empty rows between. */
  readonly document?: readonly (DocumentRow | undefined)[];
};

/** What reading a file gives: its grids and what was met and left out (macros, links out, far cells). */
export type ReadFile = {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'csv' | 'docx' | 'html' | 'register-json';
  readonly grids: readonly Grid[];
  readonly remarks: readonly string[];
};

/** Column letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** "Sheet1!B14", the way provenance names a cell. */
export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnName(column)}${row + 1}`;
}

/** "Sheet1!A4:G61". */
export function rangeName(sheet: string, range: Merge): string {
  return `${sheet}!${columnName(range.left)}${range.top + 1}:${columnName(range.right)}${range.bottom + 1}`;
}
