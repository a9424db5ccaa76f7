import type { GridCell } from '#shared/contract/grid.ts';
import type { DocumentRow } from '#shared/contract/places.ts';
import type { Sheet } from '../sheet.ts';
import { foldSpace, isBullet, withoutBullet } from '../words.ts';

/** One line of running text: a paragraph, a row of a sheet with one cell, or one line of a table's cell. */
export type Line = {
  readonly row: number;
  /** The cells it was read from, for provenance. */
  readonly cells: readonly GridCell[];
  /** White space folded; bullet and number marks kept. */
  readonly text: string;
  readonly heading: number | null;
  readonly style: string | null;
  readonly bold: boolean;
  /** Level of the list it is an item of; null outside lists. */
  readonly listLevel: number | null;
};

export type TableRow = { readonly row: number; readonly cells: readonly GridCell[] };

/** What minutes are made of, in reading order. */
export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

/** The running text and the tables of a sheet; page headers, footers and the like are left out. */
export function blocksOf(sheet: Sheet): Block[] {
  return sheet.grid.document ? ofDocument(sheet, sheet.grid.document) : ofSheet(sheet);
}

function ofDocument(sheet: Sheet, said: readonly (DocumentRow | undefined)[]): Block[] {
  const blocks: Block[] = [];
  let table = null as { number: number; rows: TableRow[] } | null;
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    const what = said[row];
    const cells = sheet.filled(row);
    if (what?.kind === 'table') {
      if (table?.number !== what.table) {
        table = { number: what.table, rows: [] };
        blocks.push({ kind: 'table', rows: table.rows });
      }
      if (cells.length > 0) table.rows.push({ row, cells });
      continue;
    }
    table = null;
    if (what?.kind !== 'paragraph' || cells.length === 0) continue;
    if (what.part !== 'body' && what.part !== 'text-box') continue;
    for (const text of textLines(cells.map((cell) => cell.text).join('\n'))) {
      blocks.push({
        kind: 'line',
        line: {
          row,
          cells,
          text,
          heading: what.heading,
          style: what.style,
          bold: cells[0]?.bold === true,
          listLevel: what.list?.level ?? null,
        },
      });
    }
  }
  return blocks;
}

/** Rows with one cell are lines; from a row with several on, rows belong together down to a row with nothing. */
function ofSheet(sheet: Sheet): Block[] {
  const blocks = rowsOfSheet(sheet);
  return sheet.grid.columnCount === 1 || blocks.every((block) => block.kind === 'line')
    ? unwrapped(blocks)
    : blocks;
}

/** A line that cannot begin anything: it goes on with the words before it. */
const goesOn = /^(?:\p{Ll}|(?:19|20)\d\d\b(?=\s+\p{Ll}|[.,;]))/u;
const dangling = /(?:,|\b(?:and|or|of|to|for|the|a|an|with|in|on|by|from|at|be|that|their|its))$/;

/** Paragraphs of running text that were broken at the width of a page are one line again; blank lines part them. */
function unwrapped(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const before = last?.kind === 'line' ? last.line : null;
    const end = before?.cells.at(-1)?.row ?? -2;
    if (
      before &&
      block.kind === 'line' &&
      block.line.row === end + 1 &&
      (before.cells.at(-1)?.text.trim().length ?? 0) >= 40 &&
      !/[.:;!?]$/.test(before.text) &&
      (goesOn.test(block.line.text) || dangling.test(before.text)) &&
      listMark(block.line.text) === null
    ) {
      const line = {
        ...before,
        cells: [...before.cells, ...block.line.cells],
        text: `${before.text} ${block.line.text}`,
      };
      joined.splice(-1, 1, { kind: 'line', line });
    } else joined.push(block);
  }
  return joined;
}

function rowsOfSheet(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let table: TableRow[] | null = null;
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    const cells = sheet.filled(row);
    if (cells.length === 0) {
      table = null;
      continue;
    }
    if (cells.length > 1 && !isProse(cells)) {
      if (!table) {
        table = [];
        blocks.push({ kind: 'table', rows: table });
      }
      table.push({ row, cells });
      continue;
    }
    // A lone cell under several of them goes on with one of their columns.
    if (table && (cells[0]?.column ?? 0) > (table[0]?.cells[0]?.column ?? 0)) {
      table.push({ row, cells });
      continue;
    }
    table = null;
    const text = cells.map((cell) => cell.text).join(',');
    for (const line of textLines(text)) {
      blocks.push({
        kind: 'line',
        line: {
          row,
          cells,
          text: line,
          heading: null,
          style: null,
          bold: cells[0]?.bold === true,
          listLevel: null,
        },
      });
    }
  }
  return blocks;
}

/** A sentence that a text file's commas took apart: every further cell begins with the blank after the comma. */
function isProse(cells: readonly GridCell[]): boolean {
  return cells.slice(1).every((cell) => /^ \S/.test(cell.text));
}

export function textLines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => unspaced(foldSpace(line)))
    .filter((line) => line !== '');
}

/** "P R E S E N T" is a word set wide. */
function unspaced(text: string): string {
  return text.replace(/(?<!\p{L})\p{Lu}(?: \p{Lu}){3,}(?!\p{L})/gu, (word) => word.replaceAll(' ', ''));
}

/** The lines of a table's cell. */
export function linesInCell(row: number, cell: GridCell): Line[] {
  const texts = textLines(cell.text);
  return texts.map((text) => ({
    row,
    cells: [cell],
    text,
    heading: null,
    style: null,
    bold: cell.bold === true && texts.length === 1,
    listLevel: null,
  }));
}

/** A mark that was a bullet before a font or an encoding was lost: "?Better access", "o better access". */
const lostMark = /^(?:\?(?=\s?\p{Lu})|[o§ü]\s(?=\p{L}))\s*/u;
const ordered =
  /^(?:\(?(?:[ivx]{1,5}|[a-z])[).]|\(\d{1,2}\)|\d{1,2}[.)](?!\d)|(?:[IVX]{1,5}|[A-Z])[).])\s+(?=\S)/;

/** The mark of a list item with the words after it; null for a line that is none. */
export function listMark(text: string): { mark: string; rest: string; numbered: boolean } | null {
  const number = ordered.exec(text);
  if (number) {
    return { mark: number[0].trim(), rest: text.slice(number[0].length), numbered: true };
  }
  if (isBullet(text)) return { mark: '', rest: withoutBullet(text), numbered: false };
  const lost = lostMark.exec(text);
  return lost ? { mark: '', rest: text.slice(lost[0].length), numbered: false } : null;
}
