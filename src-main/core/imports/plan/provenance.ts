import { cellName, columnName } from '#shared/contract/grid.ts';
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
  sheetNames: readonly string[],
  layouts: readonly Layout[],
): (source: DraftSource | null) => SourceColumns {
  // The letters of a layout's columns are the same for all its rows.
  const prefixes = layouts.map((layout) =>
    layout.cells.map(([, column]) => `${sheetNames[layout.grid] ?? ''}!${columnName(column)}`),
  );
  return (source) => {
    if (!source) return { sourceFileId: fileId, sourceWhere: '', sourceCells: {} };
    const [at, row] = source;
    const layout = layouts[at];
    const cells: Record<string, string> = {};
    let where = layout ? cellName(sheetNames[layout.grid] ?? '', row, 0) : '';
    layout?.cells.forEach(([field, , offset], index) => {
      const cell = `${prefixes[at]?.[index] ?? ''}${row + offset + 1}`;
      if (index === 0) where = cell;
      cells[field] = cells[field] === undefined ? cell : `${cells[field]}, ${cell}`;
    });
    return { sourceFileId: fileId, sourceWhere: where, sourceCells: cells };
  };
}
