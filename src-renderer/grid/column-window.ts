import { type RefObject, useLayoutEffect, useState } from 'react';

/** Grids of no more columns are drawn whole. */
const mostWhole = 40;
/** Columns come and go in groups of so many, so that a scroll of a few pixels draws nothing anew. */
const group = 6;

/** Which columns are drawn, both ends included: "12,36". Frozen columns and the active one always are. */
export type ColumnWindow = string;

/** The columns that a view of `room` pixels shows at a scroll of `left`, with a group more at either side. */
export function windowAt(widths: readonly number[], left: number, room: number): ColumnWindow {
  let edge = 0;
  let first = -1;
  let last = 0;
  widths.forEach((width, col) => {
    edge += width;
    if (first < 0 && edge > left) first = col;
    if (edge - width < left + room) last = col;
  });
  const from = (Math.floor(Math.max(0, first) / group) - 1) * group;
  return `${Math.max(0, from)},${(Math.floor(last / group) + 2) * group - 1}`;
}

/** Null where all columns are drawn. */
export function useColumnWindow(
  scroller: RefObject<HTMLDivElement | null>,
  widths: readonly number[],
): ColumnWindow | null {
  const [drawn, setDrawn] = useState<ColumnWindow | null>(null);
  const whole = widths.length <= mostWhole;
  useLayoutEffect(() => {
    const root = scroller.current;
    if (!root || whole) return setDrawn(null);
    const look = () => setDrawn(windowAt(widths, root.scrollLeft, root.clientWidth));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(root);
    root.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      root.removeEventListener('scroll', look);
    };
  }, [scroller, widths, whole]);
  return whole ? null : (drawn ?? windowAt(widths, 0, 1_366));
}

/** Whether a column is drawn, and where: in a window each cell names its column, for those before it may be missing. */
export function placeIn(window: ColumnWindow | null) {
  const [first = 0, last = 0] = (window ?? '').split(',').map(Number);
  return {
    holds: (col: number) => window === null || (col >= first && col <= last),
    style: (col: number) => (window === null ? undefined : { gridColumn: col + 2, gridRow: 1 }),
  };
}
