import { type Cell, clampCell, type Extent } from './geometry.ts';

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last';

/** What a move needs to know of the grid. */
export type Terrain = {
  readonly extent: Extent;
  /** Rows that a Page Up or Page Down goes over: as many as are in view. */
  readonly page: number;
  /** Whether a cell holds any text: what Ctrl with an arrow looks at. */
  readonly filled: (cell: Cell) => boolean;
};

const steps = {
  up: { row: -1, col: 0 },
  down: { row: 1, col: 0 },
  left: { row: 0, col: -1 },
  right: { row: 0, col: 1 },
} as const;

function plus(cell: Cell, step: { row: number; col: number }): Cell {
  return { row: cell.row + step.row, col: cell.col + step.col };
}

function exists(cell: Cell, extent: Extent): boolean {
  return cell.row >= 0 && cell.col >= 0 && cell.row < extent.rows && cell.col < extent.cols;
}

/** As Excel's Ctrl with an arrow: to the end of the filled run, else to the next filled cell, else to the edge. */
function edge(from: Cell, step: { row: number; col: number }, terrain: Terrain): Cell {
  const next = plus(from, step);
  if (!exists(next, terrain.extent)) return from;
  const alongRun = terrain.filled(from) && terrain.filled(next);
  let here = next;
  for (;;) {
    const ahead = plus(here, step);
    if (alongRun ? !exists(ahead, terrain.extent) || !terrain.filled(ahead) : terrain.filled(here))
      return here;
    if (!exists(ahead, terrain.extent)) return here;
    here = ahead;
  }
}

/** Where a move leads from a cell. Never outside the grid. */
export function destination(from: Cell, move: Move, terrain: Terrain): Cell {
  const { extent, page } = terrain;
  switch (move) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
      return clampCell(plus(from, steps[move]), extent);
    case 'edge-up':
      return edge(from, steps.up, terrain);
    case 'edge-down':
      return edge(from, steps.down, terrain);
    case 'edge-left':
      return edge(from, steps.left, terrain);
    case 'edge-right':
      return edge(from, steps.right, terrain);
    case 'page-up':
      return clampCell({ row: from.row - Math.max(1, page), col: from.col }, extent);
    case 'page-down':
      return clampCell({ row: from.row + Math.max(1, page), col: from.col }, extent);
    case 'row-start':
      return { row: from.row, col: 0 };
    case 'row-end':
      return clampCell({ row: from.row, col: extent.cols - 1 }, extent);
    case 'first':
      return { row: 0, col: 0 };
    case 'last':
      return clampCell({ row: extent.rows - 1, col: extent.cols - 1 }, extent);
  }
}
