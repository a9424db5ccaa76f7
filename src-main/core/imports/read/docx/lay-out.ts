import type { Grid, GridCell, Merge } from '#shared/contract/grid.ts';
import { type DocumentPart, type DocumentRow, placeName } from '#shared/contract/places.ts';
import { tooLarge } from '../refusals.ts';
import { cellOf, paragraphText, removedWords } from './cell-text.ts';
import { holdsWords, type PlacedCell, placeColumns } from './columns.ts';
import type { Block, CellDraft, Doc, ParagraphDraft, TableDraft } from './doc.ts';

type Rows = (GridCell | undefined)[][];

/** The document's grid while blocks are laid under each other. */
export type Layout = {
  readonly doc: Doc;
  readonly rows: Rows;
  readonly said: (DocumentRow | undefined)[];
  readonly merges: Merge[];
  /** Paragraphs so far, by part. */
  readonly counts: Map<DocumentPart, number>;
  readonly nested: string[];
  tables: number;
  columns: number;
  cells: number;
  /** Widths of the largest table so far, and its number of cells. */
  widths: { readonly of: number; readonly columns: readonly number[] };
  /** Comments on paragraphs without words: they go to the next with some. */
  notes: string[];
};

export function newLayout(doc: Doc): Layout {
  return {
    doc,
    rows: [],
    said: [],
    merges: [],
    counts: new Map(),
    nested: [],
    tables: 0,
    columns: 1,
    cells: 0,
    widths: { of: 0, columns: [] },
    notes: [],
  };
}

export function layBlocks(to: Layout, blocks: readonly Block[], part: DocumentPart): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') layParagraph(to, block, part);
    else layTable(to, block, part);
  }
}

export function layParagraph(to: Layout, p: ParagraphDraft, part: DocumentPart): void {
  const row = to.rows.length;
  const cell = cellOf([p.mark === null ? p : { ...p, mark: null }], row, 0, undefined);
  if (cell.text.trim() === '') {
    to.doc.remarks.removed.push(...removedWords(p.pieces));
    to.notes.push(...p.notes);
    return;
  }
  cell.text = paragraphText(p);
  if (to.notes.length > 0)
    cell.note = [...to.notes.splice(0), ...(cell.note === undefined ? [] : [cell.note])].join('\n');
  const number = (to.counts.get(part) ?? 0) + 1;
  to.counts.set(part, number);
  const { mark } = p;
  addCell(to, [], 0, cell);
  to.rows.push([cell]);
  to.said.push({
    kind: 'paragraph',
    part,
    number,
    heading: p.heading,
    list: mark === null ? null : { level: mark.level, ordered: mark.ordered, mark: mark.mark },
    style: p.style,
    ...(p.newPage ? { newPage: true } : {}),
  });
}

function addCell(to: Layout, line: (GridCell | undefined)[], column: number, cell: GridCell): void {
  const { doc } = to;
  to.cells += 1;
  if (to.cells > doc.limits.cells) {
    throw tooLarge(doc.fileName, `it has more than ${doc.limits.cells.toLocaleString('en-GB')} filled cells`);
  }
  if (cell.text.length > doc.limits.textLength) {
    throw tooLarge(
      doc.fileName,
      `a paragraph or cell of it has ${cell.text.length.toLocaleString('en-GB')} letters (at most ${doc.limits.textLength.toLocaleString('en-GB')})`,
    );
  }
  line[column] = cell;
}

/** Word itself stops at 63. */
const mostColumns = 500;

function layTable(to: Layout, given: TableDraft, part: DocumentPart): void {
  const table = withoutGone(to, given);
  if (table.rows.length === 0) return;
  const frame = frameOf(table);
  if (frame !== null) {
    for (const { blocks, shade } of frame) layBlocks(to, shaded(blocks, shade), part);
    return;
  }
  to.tables += 1;
  const number = to.tables;
  const placed = placeColumns(table);
  if (placed.widths.length > mostColumns) {
    throw tooLarge(to.doc.fileName, `a table of it has more than ${mostColumns} columns`);
  }
  const top = to.rows.length;
  const inner: { readonly row: number; readonly column: number; readonly table: TableDraft }[] = [];
  let reaching = new Map<number, Merge>();
  let filledCells = 0;
  placed.rows.forEach(({ row, cells }, r) => {
    const line: (GridCell | undefined)[] = [];
    const at = top + r;
    const next = new Map<number, Merge>();
    for (const one of cells) {
      const above = reaching.get(one.left);
      if (goesOn(one, above)) {
        next.set(one.left, { ...above, bottom: at });
        continue;
      }
      if (one.cell.down !== null || one.right > one.left) {
        next.set(one.left, { top: at, left: one.left, bottom: at, right: one.right });
      }
      const { paragraphs, tables } = partsOf(one.cell.content);
      for (const nested of tables) inner.push({ row: at, column: one.left, table: nested });
      const cell = cellOf(paragraphs, at, one.left, one.cell.shade);
      if (
        cell.text !== '' ||
        cell.fill !== undefined ||
        cell.note !== undefined ||
        cell.removed !== undefined
      ) {
        addCell(to, line, one.left, cell);
        filledCells += 1;
      }
    }
    settle(to.merges, reaching, next);
    reaching = next;
    to.rows.push(line);
    to.said.push({ kind: 'table', table: number, row: r + 1, header: row.header });
  });
  settle(to.merges, reaching, new Map());
  to.columns = Math.max(to.columns, placed.widths.length);
  if (filledCells > to.widths.of) to.widths = { of: filledCells, columns: placed.widths };
  to.rows.push([]);
  to.said.push(undefined);
  for (const nested of inner) layNested(to, nested, part);
}

/** Only a merge that goes on below is still open; the others stand. */
function settle(merges: Merge[], open: ReadonlyMap<number, Merge>, next: ReadonlyMap<number, Merge>): void {
  for (const [left, merge] of open) {
    const going = next.get(left);
    if (going !== undefined && going.top === merge.top) continue;
    if (merge.bottom > merge.top || merge.right > merge.left) merges.push(merge);
  }
}

/** A cell under a merged one belongs to it, when it is as wide and has no words of its own. */
function goesOn(one: PlacedCell, above: Merge | undefined): above is Merge {
  return (
    one.cell.down === 'continue' && above !== undefined && above.right === one.right && !holdsWords(one.cell)
  );
}

function layNested(
  to: Layout,
  nested: { readonly row: number; readonly column: number; readonly table: TableDraft },
  part: DocumentPart,
): void {
  const before = to.tables;
  layTable(to, nested.table, part);
  if (to.tables === before) return;
  const where = placeName({ name: 'Document', document: to.said }, nested.row, nested.column);
  to.nested.push(
    `In ${where} stands a table of its own; it was read as table ${before + 1}, after that table.`,
  );
}

/** Paragraphs of a cell, those of frames in it among them, and the tables in it that are more than frames. */
function partsOf(content: readonly Block[]): { paragraphs: ParagraphDraft[]; tables: TableDraft[] } {
  const paragraphs: ParagraphDraft[] = [];
  const tables: TableDraft[] = [];
  for (const block of content) {
    if (block.kind === 'paragraph') paragraphs.push(block);
    else {
      const frame = frameOf(block);
      if (frame === null) tables.push(block);
      else {
        for (const { blocks, shade } of frame) {
          const parts = partsOf(shaded(blocks, shade));
          paragraphs.push(...parts.paragraphs);
          tables.push(...parts.tables);
        }
      }
    }
  }
  return { paragraphs, tables };
}

/** Rows that a tracked change takes out are not there any more; their words are said in remarks. */
function withoutGone(to: Layout, table: TableDraft): TableDraft {
  if (!table.rows.some((row) => row.gone)) return table;
  for (const row of table.rows) {
    if (!row.gone) continue;
    const words = row.cells.map((cell) =>
      partsOf(cell.content)
        .paragraphs.flatMap((p) => removedWords(p.pieces))
        .join(' '),
    );
    to.doc.remarks.removed.push(`${words.filter((said) => said !== '').join(' | ')}`);
  }
  return { ...table, rows: table.rows.filter((row) => !row.gone) };
}

type Framed = { readonly blocks: readonly Block[]; readonly shade: CellDraft['shade'] };

/**
 * A table that only frames or places what stands in it: of one column; or with one cell that holds all, more than a line; or all of
 * whose words stand in tables within it. Null for a table that is one.
 */
function frameOf(table: TableDraft): readonly Framed[] | null {
  const cells = table.rows.flatMap((row) => row.cells);
  const worded = cells.filter(holdsWords);
  const inside = (some: readonly CellDraft[]): Framed[] =>
    some.map((cell) => ({ blocks: cell.content, shade: cell.shade }));
  if (table.rows.every((row) => row.cells.length <= 1 && row.before === 0)) return inside(worded);
  const [only] = worded;
  if (worded.length === 1 && only !== undefined) {
    const several = only.content.filter((block) => block.kind === 'table' || holdsText(block)).length > 1;
    if (several || table.rows.length === 1 || only.content.some((block) => block.kind === 'table')) {
      return inside(worded);
    }
  }
  const framing = worded.length > 0 && worded.every(holdsOnlyTables);
  return framing ? inside(worded) : null;
}

function holdsText(p: ParagraphDraft): boolean {
  return p.pieces.some((piece) => !piece.gone && piece.text.trim() !== '');
}

function holdsOnlyTables(cell: CellDraft): boolean {
  return (
    cell.content.some((block) => block.kind === 'table') &&
    cell.content.every((block) => block.kind === 'table' || !holdsText(block))
  );
}

/** What stood in a shaded frame keeps its shade, unless it has one of its own. */
function shaded(blocks: readonly Block[], shade: CellDraft['shade']): readonly Block[] {
  if (shade === undefined || shade === 'none') return blocks;
  return blocks.map((block) =>
    block.kind === 'paragraph' && block.shade === undefined ? { ...block, shade } : block,
  );
}

/** One character of an ordinary text takes about 2 mm. */
const perCharacter = 105;

export function finish(to: Layout): Grid {
  const { rows, said, columns } = to;
  const last = rows.findLastIndex((_, r) => said[r] !== undefined);
  const merges = [...to.merges];
  if (columns > 1) {
    said.forEach((one, r) => {
      if (one?.kind === 'paragraph') merges.push({ top: r, left: 0, bottom: r, right: columns - 1 });
    });
  }
  // The empty row after a last table says that the table ends there.
  const rowCount = last < 0 ? 0 : said[last]?.kind === 'table' ? last + 2 : last + 1;
  return {
    name: 'Document',
    hidden: false,
    rowCount,
    columnCount: columns,
    rows: rows.slice(0, rowCount),
    merges: merges.sort((a, b) => a.top - b.top || a.left - b.left),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: Array.from({ length: columns }, (_, at) => {
      const width = to.widths.columns[at];
      return width === undefined || width === 0 ? undefined : Math.round((width / perCharacter) * 10) / 10;
    }),
    document: said.slice(0, rowCount),
  };
}
