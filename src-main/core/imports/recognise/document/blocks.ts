import type { GridCell } from '#shared/contract/grid.ts';
import type { DocumentRow } from '#shared/contract/places.ts';
import type { Sheet } from '../sheet.ts';
import { foldSpace, isBullet, withoutBullet } from '../words.ts';

/** A mark that somebody typed instead of making a list: "a)", "(iv)", "o" as Word's second bullet pastes. */
const typedMark = /^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|o(?=\s+[A-Z]))\s+(?=\S)/;

/** A paragraph of a document, with what its style says of it. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly sheet: Sheet;
  readonly row: number;
  readonly cell: GridCell;
  /** One line, blanks folded; a list item's mark is still at its front. */
  readonly text: string;
  /** The text without a list's mark. */
  readonly words: string;
  readonly said: Extract<DocumentRow, { kind: 'paragraph' }>;
  /** An item of a list, by its style or by a mark that was typed; null for other paragraphs. */
  readonly item: { readonly level: number; readonly ordered: boolean } | null;
};

/** A table of a document: its edges are certain. */
export type TableBlock = {
  readonly kind: 'table';
  readonly sheet: Sheet;
  readonly number: number;
  /** First and last row of the grid, both inside. */
  readonly top: number;
  readonly bottom: number;
  /** The last column that any of its cells covers; the first is 0. */
  readonly right: number;
  /** Rows from the top that Word repeats on every page. */
  readonly headerRows: number;
};

export type Block = Paragraph | TableBlock;

/** The paragraphs and tables of a document, in reading order; blank ones are left out. */
export function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  const rows = sheet.grid.document ?? [];
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    const said = rows[row];
    if (said === undefined) continue;
    if (said.kind === 'paragraph') {
      const cell = sheet.filled(row)[0];
      if (cell) blocks.push(paragraphOf(sheet, cell, said));
      continue;
    }
    let bottom = row;
    for (let below = row + 1; below < rows.length; below++) {
      const next = rows[below];
      if (next?.kind !== 'table' || next.table !== said.table) break;
      bottom = below;
    }
    const table = tableOf(sheet, said.table, row, bottom);
    if (table) blocks.push(table);
    row = bottom;
  }
  return blocks;
}

function paragraphOf(sheet: Sheet, cell: GridCell, said: Paragraph['said']): Paragraph {
  const text = foldSpace(cell.text);
  const mark = said.list === null ? '' : foldSpace(said.list.mark);
  const base = { kind: 'paragraph' as const, sheet, row: cell.row, cell, text, said };
  if (said.list !== null) {
    const words = mark !== '' && text.startsWith(mark) ? text.slice(mark.length).trim() : text;
    return { ...base, words, item: { level: said.list.level, ordered: said.list.ordered } };
  }
  if (isBullet(text)) return { ...base, words: withoutBullet(text), item: { level: 0, ordered: false } };
  const typed = typedMark.exec(text);
  if (typed) return { ...base, words: text.slice(typed[0].length), item: { level: 0, ordered: true } };
  return { ...base, words: text, item: null };
}

function tableOf(sheet: Sheet, number: number, top: number, bottom: number): TableBlock | null {
  let right = -1;
  let headerRows = 0;
  for (let row = top; row <= bottom; row++) {
    const said = sheet.grid.document?.[row];
    if (said?.kind === 'table' && said.header && headerRows === row - top) headerRows++;
    for (const cell of sheet.filled(row)) right = Math.max(right, sheet.rightOf(cell));
  }
  if (right < 0) return null;
  // A header over everything repeats nothing.
  if (headerRows > bottom - top) headerRows = 0;
  return { kind: 'table', sheet, number, top, bottom, right, headerRows };
}
