import type { Merge } from '#shared/contract/grid.ts';
import type { HeaderSpan } from './headers.ts';
import type { Sheet } from './sheet.ts';
import type { Region } from './tables.ts';

/** What the officer says of a row inside a table: it goes on with the one above, begins a record, is none, or heads. */
export type RowAs = 'join' | 'start' | 'skip' | 'section';

/** A table where the officer drew one. */
export type RegionOverride = {
  /** The id that the table keeps. */
  readonly id?: string;
  /** Index of the grid. */
  readonly sheet: number;
  /** All edges inside, its header rows among them. */
  readonly range: Merge;
  /**
   * The rows that head it: those at its top are its header, further ones the same header again. Empty where nothing
   * heads it; null where the reader should find out.
   */
  readonly headerRows: readonly number[] | null;
};

export type RowOverride = { readonly sheet: number; readonly row: number; readonly as: RowAs };

/** The officer's corrections of where tables and records begin and end, over all grids of a file. */
export type Overrides = {
  readonly regions: readonly RegionOverride[];
  readonly rows: readonly RowOverride[];
};

export const noOverrides: Overrides = { regions: [], rows: [] };

/**
 * The tables of a sheet with the officer's drawn over the found ones: a found table gives up what lies in a drawn
 * one, and goes altogether where its header does. `find` looks for a header in a row.
 */
export function overridden(
  sheet: Sheet,
  found: readonly Region[],
  overrides: Overrides,
  find: (row: number) => readonly HeaderSpan[],
): Region[] {
  const drawn = overrides.regions
    .filter((one) => one.sheet === sheet.index)
    .map((one) => drawnRegion(sheet, one, find));
  const rowsAs = new Map(
    overrides.rows.filter((one) => one.sheet === sheet.index).map(({ row, as }) => [row, as]),
  );
  const regions = found
    .flatMap((region) => cutBy(region, drawn))
    .concat(drawn)
    .sort((a, b) => a.header.top - b.header.top || a.left - b.left);
  return rowsAs.size === 0 ? regions : regions.map((region) => ({ ...region, rowsAs }));
}

function drawnRegion(
  sheet: Sheet,
  { id, range, headerRows }: RegionOverride,
  find: (row: number) => readonly HeaderSpan[],
): Region {
  const top = clamp(range.top, sheet.grid.rowCount - 1);
  const bottom = clamp(range.bottom, sheet.grid.rowCount - 1);
  const left = clamp(range.left, sheet.grid.columnCount - 1);
  const right = clamp(range.right, sheet.grid.columnCount - 1);
  const said = headerRows === null ? foundHeader(top, bottom, left, right, find) : headerRows;
  const heads = runsOf(said.filter((row) => row >= top && row <= bottom));
  const [first, ...repeats] = heads[0]?.top === top ? heads : [{ top, bottom: top - 1 }, ...heads];
  const span = (one: { top: number; bottom: number }): HeaderSpan => ({
    row: Math.max(one.top, one.bottom),
    top: one.top,
    bottom: one.bottom,
    left,
    right,
  });
  const header = span(first ?? { top, bottom: top - 1 });
  const region = { sheet, header, left, right, top: header.bottom + 1, bottom, repeats: repeats.map(span) };
  return id === undefined ? region : { ...region, id };
}

function foundHeader(
  top: number,
  bottom: number,
  left: number,
  right: number,
  find: (row: number) => readonly HeaderSpan[],
): number[] {
  for (let row = top; row <= Math.min(bottom, top + 4); row++) {
    const span = find(row).find((one) => one.left <= right && one.right >= left);
    if (span) return Array.from({ length: span.bottom - top + 1 }, (_, at) => top + at);
  }
  return [];
}

/** Rows one under the other, each stretch once. */
function runsOf(rows: readonly number[]): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && row === last.bottom + 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}

/** What is left of a found table beside and above the drawn ones. */
function cutBy(region: Region, drawn: readonly Region[]): Region[] {
  let { bottom } = region;
  for (const one of drawn) {
    if (one.left > region.right || one.right < region.left) continue;
    if (one.header.top > bottom || one.bottom < region.header.top) continue;
    if (one.header.top <= region.header.bottom) return [];
    bottom = Math.min(bottom, one.header.top - 1);
  }
  if (bottom === region.bottom) return [region];
  return [{ ...region, bottom, repeats: region.repeats.filter((span) => span.bottom <= bottom) }];
}

function clamp(at: number, last: number): number {
  return Math.max(0, Math.min(at, Math.max(0, last)));
}
