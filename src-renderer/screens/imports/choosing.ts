import { useCallback, useState } from 'react';

/** A place of the picture, rows and columns counted from 0. */
export type Place = { readonly row: number; readonly column: number };
/** What the officer has chosen: a rectangle of cells, or whole rows. All edges inside. */
export type Chosen = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Whole rows, by their numbers. */
  readonly wholeRows: boolean;
};
type Choice = { readonly anchor: Place; readonly cursor: Place; readonly wholeRows: boolean };

export type Choosing = {
  readonly chosen: Chosen | null;
  /** The cell that has the focus, or would take it. */
  readonly cursor: Place | null;
  readonly choose: (place: Place, o?: { extend?: boolean; wholeRows?: boolean }) => void;
  readonly clear: () => void;
};

/** Which cells or rows of the picture are chosen: one anchor, and the cursor that draws the rectangle up to it. */
export function useChoosing(): Choosing {
  const [choice, setChoice] = useState<Choice | null>(null);
  const choose = useCallback((place: Place, o: { extend?: boolean; wholeRows?: boolean } = {}) => {
    setChoice((before) => ({
      anchor: o.extend && before ? before.anchor : place,
      cursor: place,
      wholeRows: o.wholeRows ?? (o.extend === true && before?.wholeRows === true),
    }));
  }, []);
  const clear = useCallback(() => setChoice(null), []);
  return { chosen: choice && rectangleOf(choice), cursor: choice?.cursor ?? null, choose, clear };
}

function rectangleOf({ anchor, cursor, wholeRows }: Choice): Chosen {
  return {
    top: Math.min(anchor.row, cursor.row),
    bottom: Math.max(anchor.row, cursor.row),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
    wholeRows,
  };
}

export function isChosen(chosen: Chosen | null, row: number, column: number): boolean {
  if (!chosen || row < chosen.top || row > chosen.bottom) return false;
  return chosen.wholeRows || (column >= chosen.left && column <= chosen.right);
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where an arrow leads from a place; null for other keys. `spanAt` gives the rectangle of the cell that shows at a
 * place: a step leaves the whole of a merged one.
 */
export function stepFrom(
  key: string,
  from: Place,
  limits: { firstRow: number; lastRow: number; columns: number },
  spanAt: (place: Place) => { top: number; left: number; bottom: number; right: number } | null,
): Place | null {
  const step = steps[key];
  if (!step) return null;
  const span = spanAt(from) ?? { top: from.row, left: from.column, bottom: from.row, right: from.column };
  const [rows, columns] = step;
  const row = rows < 0 ? span.top - 1 : rows > 0 ? span.bottom + 1 : span.top;
  const column = columns < 0 ? span.left - 1 : columns > 0 ? span.right + 1 : from.column;
  const to = {
    row: Math.max(limits.firstRow, Math.min(limits.lastRow, row)),
    column: Math.max(0, Math.min(limits.columns - 1, column)),
  };
  const found = spanAt(to);
  return found ? { row: found.top, column: found.left } : to;
}
