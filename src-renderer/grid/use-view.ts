import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useColumnWindow } from './column-window.ts';
import type { Cell } from './geometry.ts';
import {
  type ColumnSize,
  columnWidths,
  estimateHeight,
  groupHeight,
  headHeight,
  leastRow,
} from './layout.ts';
import { type GridLine, type LineIndex, lastNotAfter } from './lines.ts';
import type { GridColumn } from './types.ts';

/** Rows read for their height before they are drawn; beyond these their mean stands for a row not yet seen. */
const mostEstimated = 2_000;

type ViewOptions<Row> = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: readonly GridLine<Row>[];
  readonly index: LineIndex;
  readonly columns: readonly GridColumn<Row>[];
  readonly sizes: readonly ColumnSize[];
  readonly numbers: number;
  /** The active row, which is always drawn: the focus is on one of its cells. */
  readonly activeRow: number;
};

/** Which lines are drawn and where: rows as tall as their words, the group's head held under the grid's. */
export function useView<Row>(options: ViewOptions<Row>) {
  const { scroller, lines, index, columns, sizes, numbers, activeRow } = options;
  const [room, setRoom] = useState(800);
  useLayoutEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const look = () => setRoom(root.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(root);
    return () => observer.disconnect();
  }, [scroller]);

  const sizesKey = sizes.map((size) => `${size.width}/${size.least ?? ''}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are made anew each time; sizesKey says when they differ
  const widths = useMemo(() => columnWidths(sizes, numbers, room), [sizesKey, numbers, room]);
  const window = useColumnWindow(scroller, widths);
  const estimates = useRef(new WeakMap<object, number>());
  const estimated = useRef({ rows: 0, sum: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other widths make every estimate stale
  useLayoutEffect(() => {
    estimates.current = new WeakMap();
    estimated.current = { rows: 0, sum: 0 };
  }, [widths]);
  const estimateSize = (place: number): number => {
    const line = lines[place];
    if (!line || line.kind === 'blank') return leastRow;
    if (line.kind === 'group') return groupHeight;
    const key = line.row as object;
    const known = estimates.current.get(key);
    if (known !== undefined) return known;
    if (estimated.current.rows >= mostEstimated) return estimated.current.sum / estimated.current.rows;
    const texts = columns.map((column) => column.text(line.row));
    const height = estimateHeight(texts, widths);
    estimates.current.set(key, height);
    estimated.current.rows += 1;
    estimated.current.sum += height;
    return height;
  };

  const heldGroup = useRef<number | null>(null);
  const placed = useRef<Virtualizer<HTMLDivElement, HTMLDivElement> | null>(null);
  const activeLine = index.lineOfRow[activeRow];
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = new Set(defaultRangeExtractor(range));
      // The head of the group whose rows begin under the grid's own head, not of those hidden behind it.
      const edge = (placed.current?.scrollOffset ?? 0) + headHeight;
      const starts = placed.current?.measurementsCache ?? [];
      let held = lastNotAfter(index.groups, range.startIndex + 2);
      while (held !== null && (starts[held]?.start ?? 0) > edge) held = lastNotAfter(index.groups, held - 1);
      heldGroup.current = held;
      if (held !== null) drawn.add(held);
      if (activeLine !== undefined && activeLine < range.count) drawn.add(activeLine);
      return [...drawn].sort((a, b) => a - b);
    },
    [index, activeLine],
  );
  // Named once for each set of lines: a new function would have every line measured again at every key.
  const getItemKey = useCallback((place: number) => lines[place]?.id ?? place, [lines]);
  // The head of the active row's group is held above it; a long title makes it taller than one line.
  const activeGroup = activeLine === undefined ? null : lastNotAfter(index.groups, activeLine);
  const activeHead =
    activeGroup === null ? 0 : (placed.current?.measurementsCache[activeGroup]?.size ?? groupHeight);
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 4,
    rangeExtractor,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + activeHead,
    scrollPaddingEnd: 2,
  });

  placed.current = virtual;

  const reveal = (cell: Cell) => {
    const root = scroller.current;
    const line = index.lineOfRow[cell.row];
    if (!root || line === undefined) return;
    virtual.scrollToIndex(line, { align: 'auto' });
    if (columns[cell.col]?.frozen) return;
    const frozen = columns.reduce(
      (sum, column, col) => (column.frozen ? sum + (widths[col] ?? 0) : sum),
      numbers,
    );
    const left = widths.slice(0, cell.col).reduce((sum, width) => sum + width, numbers);
    const right = left + (widths[cell.col] ?? 0);
    if (left - frozen < root.scrollLeft) root.scrollLeft = left - frozen;
    else if (right > root.scrollLeft + root.clientWidth) {
      root.scrollLeft = Math.min(left - frozen, right - root.clientWidth);
    }
  };
  const page = Math.max(1, (virtual.range?.endIndex ?? 10) - (virtual.range?.startIndex ?? 0) - 1);
  return { virtual, widths, window, held: heldGroup.current, reveal, page };
}
