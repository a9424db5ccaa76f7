import type { Grid, GridCell, Merge } from '#shared/contract/grid.ts';
import { askedBy, type FormPair, namesRecord, pairBeside, pairsOf, unanswered } from './form-labels.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import type { Region } from './tables.ts';

/**
 * Forms: a small table or block of labels beside their answers for each action or indicator. Laid out again as a table
 * with a row for each form and a column for each label, they are read like any other table.
 */
export type FormTable = {
  /** The forms as a table: one row of headings, then a row for each. Its places are not those of the sheet. */
  readonly table: Region;
  /** The cells of the sheet that stand behind a place of that table, labels for its headings. */
  cellsAt(row: number, column: number): readonly GridCell[];
  /** Whether a cell of the sheet holds its label beside the answer: "Lead: NB". */
  saysBoth(cell: GridCell): boolean;
  /** The rows of the sheet that each form fills, in the order of the table's rows. */
  readonly blocks: readonly { readonly top: number; readonly bottom: number }[];
};

type Block = { top: number; bottom: number; pairs: FormPair[] };

const mostRows = 60;
/** Rows of emptiness between one form and the next. */
const widestGap = 3;

/** The forms that stand in a sheet, as regions of it. */
export function formRegions(sheet: Sheet): Region[] {
  const regions: Region[] = [];
  let group: Block[] = [];
  const close = () => {
    const form = formOf(sheet, group);
    if (form) regions.push(regionOf(sheet, group, form));
    group = [];
  };
  const rowCount = sheet.grid.rowCount;
  let row = 0;
  while (row < rowCount) {
    const block = blockFrom(sheet, row, rowCount - 1);
    if (!block) {
      row++;
      continue;
    }
    const last = group[group.length - 1];
    // What stands between two forms heads the second.
    if (last && (block.top - last.bottom > widestGap + 1 || holdsWords(sheet, last.bottom, block.top)))
      close();
    group.push(block);
    row = block.bottom + 1;
  }
  close();
  return regions;
}

function holdsWords(sheet: Sheet, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row++) if (sheet.filled(row).length > 0) return true;
  return false;
}

/** The forms that fill a rectangle, such as a table of a document; null where it is none. */
export function formIn(sheet: Sheet, { top, bottom }: Pick<Merge, 'top' | 'bottom'>): FormTable | null {
  const blocks: Block[] = [];
  for (let row = top; row <= bottom; ) {
    const block = blockFrom(sheet, row, bottom);
    if (block) blocks.push(block);
    row = block ? block.bottom + 1 : row + 1;
  }
  const covered = blocks.reduce((sum, block) => sum + block.bottom - block.top + 1, 0);
  return covered * 2 < bottom - top + 1 ? null : formOf(sheet, blocks);
}

/** One form that begins at a row: labelled rows down to an empty one, or to the label it began with. */
function blockFrom(sheet: Sheet, top: number, end: number): Block | null {
  const start = sheet.filled(top);
  if (start.length === 0 || start.length > 6 || (start[0]?.text.length ?? 0) > 600) return null;
  const opening = pairsOf(start);
  const first = opening?.[0];
  if (!opening || !first) return null;
  const block: Block = { top, bottom: top, pairs: [...opening] };
  for (let row = top + 1; row <= Math.min(end, top + mostRows); row++) {
    const cells = sheet.filled(row);
    if (cells.length === 0) break;
    const pairs = pairsOf(cells);
    if (pairs) {
      const label = pairs[0]?.label.toLowerCase() ?? '';
      const seen = block.pairs.some((one) => one.label.toLowerCase() === label);
      if (seen && (label === first.label.toLowerCase() || namesRecord(label))) break;
      block.pairs.push(...pairs);
    } else {
      const beside = pairBeside(cells, first);
      const bare = unanswered(cells, first);
      if (beside) block.pairs.push(beside);
      else if (bare) block.pairs.push(bare);
      else if (!goesOn(block, cells)) break;
    }
    block.bottom = row;
  }
  return isForm(block) ? block : null;
}

/** Words beneath an answer go on with it. */
function goesOn(block: Block, cells: readonly GridCell[]): boolean {
  const last = block.pairs[block.pairs.length - 1];
  const [only] = cells;
  if (!last || !only || cells.length > 1) return false;
  const column = last.cells[0]?.column ?? last.labelCell.column;
  if (only.column !== column || (last.cells.length === 0 && last.said === null && only.bold === true))
    return false;
  block.pairs[block.pairs.length - 1] = { ...last, cells: [...last.cells, only] };
  return true;
}

function isForm(block: Block): boolean {
  const labels = block.pairs.map((pair) => pair.label);
  const name = block.pairs.find((pair) => namesRecord(pair.label));
  if (!name || (name.cells.length === 0 && name.said === null)) return false;
  const { telling, all } = askedBy(labels);
  // One row is a form only where each of its cells says what it is.
  const told = block.pairs.every((pair) => pair.said !== null);
  return telling >= 1 && all >= 2 && (block.bottom > block.top || told);
}

function regionOf(sheet: Sheet, blocks: readonly Block[], form: FormTable): Region {
  const top = blocks[0]?.top ?? 0;
  const bottom = blocks[blocks.length - 1]?.bottom ?? top;
  const cells = blocks.flatMap((block) => block.pairs.flatMap((pair) => [pair.labelCell, ...pair.cells]));
  const left = Math.min(...cells.map((cell) => cell.column));
  const right = Math.max(...cells.map((cell) => sheet.rightOf(cell)));
  const header = { row: top - 1, top, bottom: top - 1, left, right };
  return { sheet, header, left, right, top, bottom, repeats: [], form };
}

function formOf(sheet: Sheet, blocks: readonly Block[]): FormTable | null {
  if (blocks.length === 0) return null;
  const labels: string[] = [];
  const columnOf = (label: string): number => {
    const at = labels.findIndex((one) => one.toLowerCase() === label.toLowerCase());
    if (at >= 0) return at;
    labels.push(label);
    return labels.length - 1;
  };
  const behind = new Map<string, GridCell[]>();
  const both = new Set(
    blocks.flatMap((block) => block.pairs.filter((pair) => pair.said !== null).map((pair) => pair.labelCell)),
  );
  const laid: (GridCell | undefined)[][] = [[]];
  const put = (row: number, column: number, cell: GridCell, cells: readonly GridCell[]) => {
    const line = laid[row] ?? [];
    laid[row] = line;
    line[column] = { ...cell, row, column };
    behind.set(`${row} ${column}`, [...cells]);
  };
  const numbers =
    blocks.some((block) => block.pairs[0]?.number) &&
    !blocks.some((block) => block.pairs.some((pair) => /^ref/i.test(pair.label)));
  if (numbers) columnOf('Ref');
  blocks.forEach((block, at) => {
    const row = at + 1;
    laid[row] ??= [];
    const { number, labelCell } = block.pairs[0] as FormPair;
    if (numbers && number) put(row, 0, { ...bare(labelCell), text: number }, [labelCell]);
    for (const pair of block.pairs) {
      const column = columnOf(pair.label);
      const cells = pair.said === null ? pair.cells : [pair.labelCell, ...pair.cells];
      const text = [pair.said, ...pair.cells.map((cell) => cell.text)]
        .filter((one) => one !== null)
        .join('\n');
      const [cell] = cells;
      const before = laid[row]?.[column];
      if (cell && before)
        put(row, column, { ...before, text: `${before.text}\n${text}` }, [
          ...(behind.get(`${row} ${column}`) ?? []),
          ...cells,
        ]);
      else if (cell)
        put(row, column, cells.length === 1 && pair.said === null ? cell : { ...bare(cell), text }, cells);
      const head = behind.get(`0 ${column}`) ?? [];
      if (pair.said === null) head.push(pair.labelCell);
      behind.set(`0 ${column}`, head);
    }
  });
  labels.forEach((label, column) => {
    const line = laid[0] as (GridCell | undefined)[];
    line[column] = { row: 0, column, text: label };
  });
  const virtual = sheetOf(gridOf(sheet.grid, laid, labels.length), sheet.index);
  const right = labels.length - 1;
  const header = { row: 0, top: 0, bottom: 0, left: 0, right };
  return {
    table: { sheet: virtual, header, left: 0, right, top: 1, bottom: blocks.length, repeats: [] },
    saysBoth: (cell) => both.has(cell),
    cellsAt: (row, column) => behind.get(`${row} ${column}`) ?? [],
    blocks,
  };
}

/** A cell's look without what it stores: its words are only a part of it, or more than it. */
function bare({ row, column, text, fill, bold, strike }: GridCell): GridCell {
  return { row, column, text, ...(fill && { fill }), ...(bold && { bold }), ...(strike && { strike }) };
}

function gridOf(like: Grid, rows: (GridCell | undefined)[][], columnCount: number): Grid {
  return {
    name: like.name,
    hidden: false,
    rowCount: rows.length,
    columnCount,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: [],
  };
}
