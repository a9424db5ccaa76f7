import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { type Choosing, type Place, stepFrom } from './choosing.ts';
import type { PictureRow } from './picture-layout.ts';

/** What a cell or row number of the picture says of its place. */
function placeOf(target: EventTarget | null): (Place & { isRow: boolean }) | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!cell) return null;
  const column = cell.dataset.column;
  return { row: Number(cell.dataset.row), column: Number(column ?? 0), isRow: column === undefined };
}

/**
 * Choosing on the picture as on a sheet: press and drag, Shift to extend, row numbers for whole rows, arrows and
 * Shift with arrows. Null where the picture is only looked at.
 */
export function usePictureChoosing(
  choosing: Choosing | null,
  rows: readonly PictureRow[],
  columns: number,
  onKey: (key: string) => boolean,
) {
  /** The next change of the cursor takes the focus along. */
  const takesFocus = useRef(false);
  const dragged = useRef(false);
  const box = useRef<HTMLElement>(null);
  const cursor = choosing?.cursor ?? null;
  useEffect(() => {
    if (!takesFocus.current || !cursor) return;
    takesFocus.current = false;
    const cell = box.current?.querySelector<HTMLElement>(
      `[data-row="${cursor.row}"][data-column="${cursor.column}"]`,
    );
    (cell ?? box.current)?.focus({ preventScroll: cell === undefined });
  }, [cursor]);
  if (!choosing) return { box, handlers: {} };
  const first = rows[0];
  const spanAt = (place: Place) => spanOf(rows, place);
  const handlers = {
    onPointerDown(event: PointerEvent) {
      const place = placeOf(event.target);
      if (!place || event.button !== 0) return;
      dragged.current = true;
      takesFocus.current = place.isRow;
      choosing.choose(place, { extend: event.shiftKey, wholeRows: place.isRow });
    },
    onPointerMove(event: PointerEvent) {
      if (!dragged.current || event.buttons !== 1) return;
      const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
      if (place && (place.row !== cursor?.row || place.column !== cursor.column))
        choosing.choose(place, { extend: true });
    },
    onPointerUp() {
      dragged.current = false;
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target !== event.currentTarget && !placeOf(event.target)) return;
      if (event.key === 'Escape') {
        choosing.clear();
        return;
      }
      const focused = event.target === event.currentTarget ? null : placeOf(event.target);
      const from = focused ?? cursor ?? (first ? { row: first.row, column: 0 } : null);
      const last = rows[rows.length - 1];
      const to =
        from && first && last
          ? stepFrom(event.key, from, { firstRow: first.row, lastRow: last.row, columns }, spanAt)
          : null;
      if (to) {
        takesFocus.current = true;
        choosing.choose(to, { extend: event.shiftKey });
        event.preventDefault();
      } else if (onKey(event.key)) event.preventDefault();
    },
  };
  return { box, handlers };
}

function spanOf(rows: readonly PictureRow[], { row, column }: Place) {
  for (const one of rows) {
    if (one.row > row) return null;
    for (const cell of one.cells) {
      if (row > one.row + cell.down - 1 || column < cell.column || column > cell.column + cell.across - 1)
        continue;
      return {
        top: one.row,
        left: cell.column,
        bottom: one.row + cell.down - 1,
        right: cell.column + cell.across - 1,
      };
    }
  }
  return null;
}
