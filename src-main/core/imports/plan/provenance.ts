import { columnPrefix, type Placing, placeName } from '#shared/contract/places.ts';
import type { DraftSource, Layout } from '../recognise/types.ts';

/** Where a row came from, as its table keeps it. */
export type SourceColumns = {
  sourceFileId: string;
  sourceWhere: string;
  sourceCells: Record<string, string>;
};

/** Turns a draft's place into provenance: the cell where it stands, and field by field the cell it was read from. */
export function provenanceOf(
  fileId: string,
  places: readonly Placing[],
  layouts: readonly Layout[],
): (source: DraftSource | null) => SourceColumns {
  // The letters of a layout's columns are the same for all its rows.
  const prefixes = layouts.map((layout) => {
    const grid = places[layout.grid] ?? { name: '' };
    return layout.cells.map(([, column]) => columnPrefix(grid, column));
  });
  return (source) => {
    if (!source) return { sourceFileId: fileId, sourceWhere: '', sourceCells: {} };
    const [at, row] = source;
    const layout = layouts[at];
    const cells: Record<string, string> = {};
    const grid = places[layout?.grid ?? -1] ?? { name: '' };
    let where = layout ? placeName(grid, row, 0) : '';
    layout?.cells.forEach(([field, column, offset], index) => {
      const cell = grid.document
        ? placeName(grid, row + offset, column)
        : `${prefixes[at]?.[index] ?? ''}${row + offset + 1}`;
      if (index === 0) where = cell;
      cells[field] = cells[field] === undefined ? cell : `${cells[field]}, ${cell}`;
    });
    if (layout) (cells as ReadFrom)[readFrom] = { fileId, layout, source };
    return { sourceFileId: fileId, sourceWhere: where, sourceCells: cells };
  };
}

/** Beside the names of its cells, and kept nowhere: the rows of the file that a planned row was read from. */
const readFrom = Symbol('read from');
type ReadFrom = {
  [readFrom]?: { readonly fileId: string; readonly layout: Layout; readonly source: DraftSource };
};

/** The grid and its rows behind the `sourceCells` of a planned row, where it was read from this file. */
export function rowsRead(
  cells: unknown,
  fileId: string,
): { readonly grid: number; readonly rows: readonly number[] } | undefined {
  const read = (cells as ReadFrom | null | undefined)?.[readFrom];
  if (read?.fileId !== fileId) return undefined;
  return { grid: read.layout.grid, rows: rowsOf(read.layout, read.source) };
}

const furtherRows = new WeakMap<Layout, Map<number, readonly number[]>>();

/** First to last row, and rows outside of these that cells were carried down from or go on in. */
function rowsOf(layout: Layout, [, row, toRow]: DraftSource): readonly number[] {
  let known = furtherRows.get(layout);
  if (!known) {
    known = new Map();
    furtherRows.set(layout, known);
  }
  const height = toRow - row;
  let offsets = known.get(height);
  if (!offsets) {
    offsets = [
      ...new Set([
        ...Array.from({ length: height + 1 }, (_, at) => at),
        ...layout.cells.map(([, , offset]) => offset),
      ]),
    ];
    known.set(height, offsets);
  }
  return offsets.length === 1 ? [row] : offsets.map((offset) => row + offset);
}
