import { type RefObject, useState } from 'react';
import type { Writes } from './block.ts';
import { fillTarget, fillWrites } from './fill.ts';
import type { Cell, Extent, Range } from './geometry.ts';
import type { GridProps } from './grid.tsx';
import type { LineIndex } from './lines.ts';
import { rowsIn } from './regions.ts';
import {
  at,
  beside,
  extendTo,
  ofRange,
  rangeOfSelection,
  rangesOf,
  type Selection,
  toggled,
  wholeColumns,
  wholeRows,
} from './selection.ts';
import type { GridChange } from './types.ts';
import { type Hit, usePointer } from './use-pointer.ts';

type PointerOptions<Row> = {
  readonly props: GridProps<Row>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly index: LineIndex;
  readonly extent: Extent;
  readonly selection: Selection;
  readonly select: (next: Selection | ((before: Selection) => Selection)) => void;
  readonly textAt: (cell: Cell) => string;
  readonly write: (writes: Writes, cause: GridChange['cause']) => void;
  readonly setWidth: (key: string, width: number) => void;
};

/** Where what is dragged would go: before or behind a row or a column. */
export type Drop = {
  readonly what: 'row' | 'col';
  readonly place: number;
  readonly side: 'before' | 'behind';
};

/**
 * What the pointer does: chooses cells, rows and columns (with Ctrl one range beside another), fills, sizes columns,
 * and drags chosen rows by their numbers and chosen columns by their heads.
 */
export function useGridPointer<Row>(options: PointerOptions<Row>) {
  const { props, scroller, index, extent, selection, select, textAt, write, setWidth } = options;
  const { columns } = props;
  const range = rangeOfSelection(selection);
  const ranges = rangesOf(selection);
  const [filling, setFilling] = useState<Range | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);

  const isWholeRow = (one: Range) => one.left === 0 && one.right === extent.cols - 1;
  const isWholeCol = (one: Range) => one.top === 0 && one.bottom === extent.rows - 1;
  const rowChosen = (row: number) =>
    ranges.some((one) => isWholeRow(one) && !isWholeCol(one) && row >= one.top && row <= one.bottom);
  const colChosen = (col: number) =>
    ranges.length === 1 && isWholeCol(range) && !isWholeRow(range) && col >= range.left && col <= range.right;

  const choose = (hit: Hit, ctrl: boolean, shift: boolean): void => {
    const add = (next: Selection) => select((before) => (ctrl ? beside(before, next) : next));
    if (hit.on === 'cell') {
      select((before) =>
        shift ? extendTo(before, hit.cell) : ctrl ? toggled(before, hit.cell) : at(hit.cell),
      );
    } else if (hit.on === 'number') {
      if (shift) select((before) => wholeRows(before.anchor.row, hit.row, extent));
      else add(wholeRows(hit.row, hit.row, extent));
    } else if (hit.on === 'head') {
      if (shift) select((before) => wholeColumns(before.anchor.col, hit.col, extent));
      else add(wholeColumns(hit.col, hit.col, extent));
    }
  };
  const moves = (from: Hit): boolean =>
    (from.on === 'number' && props.movesRows === true && rowChosen(from.row)) ||
    (from.on === 'head' && props.onAct !== undefined && props.movesColumns === true && colChosen(from.col));

  const dropAt = (from: Hit, over: Hit | null, half: { down: boolean; right: boolean }): Drop | null => {
    if (!over) return null;
    if (from.on === 'number' && (over.on === 'cell' || over.on === 'number')) {
      const place = over.on === 'cell' ? over.cell.row : over.row;
      return rowChosen(place) ? null : { what: 'row', place, side: half.down ? 'behind' : 'before' };
    }
    if (from.on === 'head' && (over.on === 'cell' || over.on === 'head')) {
      const place = over.on === 'cell' ? over.cell.col : over.col;
      return colChosen(place) ? null : { what: 'col', place, side: half.right ? 'behind' : 'before' };
    }
    return null;
  };
  const finishDrop = (at: Drop): void => {
    if (at.what === 'row') {
      const ids = rowsIn(ranges).flatMap((row) => index.ids[row] ?? []);
      const toId = index.ids[at.place];
      if (toId !== undefined) props.onAct?.({ do: 'move-rows', ids, toId, side: at.side });
    } else {
      const keys = columns.slice(range.left, range.right + 1).map((column) => column.key);
      const toKey = columns[at.place]?.key;
      if (toKey !== undefined) props.onAct?.({ do: 'move-columns', keys, toKey, side: at.side });
    }
  };

  const pointer = usePointer(scroller, {
    down: (hit, event) => {
      const ctrl = event.ctrlKey || event.metaKey;
      if (hit.on === 'all') {
        select(wholeRows(0, extent.rows - 1, extent));
        return false;
      }
      // What is chosen already may be about to be dragged: it is chosen anew only when it was not.
      if (ctrl || event.shiftKey || !moves(hit)) choose(hit, ctrl, event.shiftKey);
      return true;
    },
    drag: (from, over, moved) => {
      if (from.on === 'size') setWidth(columns[from.col]?.key ?? '', from.width + moved.x);
      else if (over?.on === 'cell' && from.on === 'fill') setFilling(fillTarget(range, over.cell));
      else if (over?.on === 'cell' && from.on === 'cell') select((before) => extendTo(before, over.cell));
      else if (moved.held) setDrop(dropAt(from, over, moved.half));
      else if (from.on === 'number' && over && (over.on === 'cell' || over.on === 'number')) {
        const rows = wholeRows(from.row, over.on === 'cell' ? over.cell.row : over.row, extent);
        select((before) => ({ ...rows, others: before.others }));
      } else if (from.on === 'head' && over && (over.on === 'cell' || over.on === 'head')) {
        const cols = wholeColumns(from.col, over.on === 'cell' ? over.cell.col : over.col, extent);
        select((before) => ({ ...cols, others: before.others }));
      }
    },
    holds: (hit, event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && moves(hit),
    up: (from, held, moved) => {
      if (held) {
        if (drop) finishDrop(drop);
        else if (!moved) choose(from, false, false);
        setDrop(null);
        return;
      }
      if (from.on !== 'fill' || !filling) return;
      const counts = (col: number) => columns[col]?.counts ?? false;
      write(fillWrites(range, filling, textAt, counts), 'fill');
      select(ofRange(filling));
      setFilling(null);
    },
  });
  return { pointer, filling, drop };
}
