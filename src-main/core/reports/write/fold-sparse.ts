import type { Block, Cell, Piece } from '../document.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Below this share of rows with something in it, a foldable column becomes a line among the notes. */
const sparse = 0.3;

/**
 * A table for paper: columns in which few rows say anything are folded into one column of notes, each under its
 * own heading, so that the columns that matter have the width.
 */
export function foldSparse(table: Table): Table {
  const rows = table.rows.filter((row) => row.kind === 'cells');
  const folded = new Set(
    table.columns.flatMap((column, at) => {
      if (!column.foldable) return [];
      const filled = rows.filter((row) => (row.cells[at]?.pieces.length ?? 0) > 0).length;
      return filled < rows.length * sparse ? [at] : [];
    }),
  );
  if (folded.size < 2) return table;
  const stays = (_: unknown, at: number) => !folded.has(at);
  const notes = (cells: readonly Cell[]): Cell => ({
    pieces: [...folded].flatMap((at) => labelled(table.columns[at]?.label ?? '', cells[at]?.pieces ?? [])),
  });
  return {
    ...table,
    rowHeader: table.columns.slice(0, table.rowHeader).filter(stays).length,
    columns: [...table.columns.filter(stays), { label: 'Notes', width: 30 }],
    rows: table.rows.map((row) =>
      row.kind === 'cells' ? { ...row, cells: [...row.cells.filter(stays), notes(row.cells)] } : row,
    ),
  };
}

function labelled(label: string, pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  if (!first) return [];
  const head = { text: `${label}: `, quiet: true };
  if (first.kind === 'words') return [{ kind: 'words', runs: [head, ...first.runs] }, ...rest];
  return [{ kind: 'words', runs: [head] }, first, ...rest];
}
