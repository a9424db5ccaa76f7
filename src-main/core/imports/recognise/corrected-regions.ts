import type { Merge } from '#shared/contract/grid.ts';
import type { Correction } from '#shared/contract/imports.ts';
import { headerSpansOf } from './headers.ts';
import { overridden, type RegionOverride, type RowAs, type RowOverride } from './overrides.ts';
import type { Sheet } from './sheet.ts';
import type { Region } from './tables.ts';

type Said<K extends Correction['kind']> = Extract<Correction, { kind: K }>;

/** The id of a table: where it was found, and so the same whatever is said of it afterwards. */
export function tableIdOf(region: Region): string {
  return region.id ?? `${region.sheet.index}:${region.header.row}:${region.header.left}`;
}

/**
 * The tables of a sheet as the officer corrected them: edges and header rows moved, tables drawn and taken away, single
 * rows said to be something else. Each keeps the id it was found with.
 */
export function correctedRegions(
  sheet: Sheet,
  found: readonly Region[],
  corrections: readonly Correction[],
): Region[] {
  const rows = rowsSaid(sheet, corrections);
  const drawn = drawnOf(sheet, found, corrections);
  const gone = new Set(drawn.map((one) => one.id));
  for (const one of corrections) if (one.kind === 'no-table') gone.add(one.tableId);
  const kept = found
    .filter((region) => !gone.has(tableIdOf(region)))
    .map((region) => ({ ...region, id: tableIdOf(region) }));
  if (gone.size === 0 && rows.length === 0) return [...found];
  return overridden(sheet, kept, { regions: drawn, rows }, (row) => headerSpansOf(sheet, row));
}

const rowMeans: Readonly<Record<Exclude<Said<'row'>['as'], 'usual'>, RowAs>> = {
  joined: 'join',
  own: 'start',
  heading: 'section',
  apart: 'skip',
};

function rowsSaid(sheet: Sheet, corrections: readonly Correction[]): RowOverride[] {
  return corrections.flatMap((one) =>
    one.kind === 'row' && one.sheet === sheet.index && one.as !== 'usual'
      ? [{ sheet: sheet.index, row: one.row, as: rowMeans[one.as] }]
      : [],
  );
}

/** The tables that stand where the officer drew them: new ones, and found ones whose edges or header were moved. */
function drawnOf(
  sheet: Sheet,
  found: readonly Region[],
  corrections: readonly Correction[],
): (RegionOverride & { id: string })[] {
  const areas = new Map<string, Said<'table-area'>>();
  const headers = new Map<string, Said<'header-rows'>>();
  const fresh: Said<'new-table'>[] = [];
  for (const one of corrections) {
    if (one.kind === 'table-area') areas.set(one.tableId, one);
    else if (one.kind === 'header-rows') headers.set(one.tableId, one);
    else if (one.kind === 'new-table' && one.sheet === sheet.index) fresh.push(one);
  }
  const drawn: (RegionOverride & { id: string })[] = [];
  for (const region of found) {
    const id = tableIdOf(region);
    const area = areas.get(id);
    const header = headers.get(id);
    if (!area && !header) continue;
    const { range, headerRows } = redrawn(region, area, header);
    drawn.push({ id, sheet: sheet.index, range, headerRows });
  }
  for (const one of fresh) {
    const area = areas.get(one.tableId) ?? one;
    const header = headers.get(one.tableId);
    drawn.push({
      id: one.tableId,
      sheet: sheet.index,
      range: header ? { ...rangeOf(area), top: header.from } : rangeOf(area),
      headerRows: header ? rowsFrom(header.from, header.to) : null,
    });
  }
  return drawn;
}

/** A found table with its edges where they were put. The header stays as it was found as far as it is still inside. */
function redrawn(
  region: Region,
  area: Said<'table-area'> | undefined,
  header: Said<'header-rows'> | undefined,
): { range: Merge; headerRows: readonly number[] | null } {
  const { header: own, left, right, bottom, repeats } = region;
  const range = area ? rangeOf(area) : { top: own.top, left, bottom: Math.max(bottom, own.bottom), right };
  const again = repeats.flatMap((span) => rowsFrom(span.top, span.bottom));
  if (header) {
    return {
      range: { ...range, top: header.from, bottom: Math.max(range.bottom, header.to) },
      headerRows: [...rowsFrom(header.from, header.to), ...again.filter((row) => row > header.to)],
    };
  }
  // Rows taken in above the header head the table with it; a table begun below its header looks for another.
  const headerRows = range.top > own.bottom ? null : [...rowsFrom(range.top, own.bottom), ...again];
  return { range, headerRows };
}

function rangeOf({ top, left, bottom, right }: Merge): Merge {
  return { top, left, bottom, right };
}

function rowsFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
