import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { sameWrites, together, type Writes } from './block.ts';
import { fillDownWrites, fillRightWrites } from './fill.ts';
import type { Cell, Extent, Range } from './geometry.ts';
import type { GridProps } from './grid.tsx';
import { commandOf } from './keys.ts';
import type { LineIndex } from './lines.ts';
import { rowsIn } from './regions.ts';
import {
  advanced,
  extendTo,
  moved,
  rangesOf,
  type Selection,
  toggleAdding,
  wholeColumns,
  wholeRows,
} from './selection.ts';
import type { GridChange, Next } from './types.ts';

type KeysOptions<Row> = {
  readonly props: GridProps<Row>;
  readonly index: LineIndex;
  readonly range: Range;
  readonly selection: Selection;
  readonly extent: Extent;
  readonly page: number;
  readonly filled: (cell: Cell) => boolean;
  readonly textAt: (cell: Cell) => string;
  readonly select: (next: Selection | ((before: Selection) => Selection)) => void;
  readonly beginEdit: (byTyping: boolean, text: string) => void;
  readonly moveOn: (next: Next) => void;
  readonly write: (writes: Writes, cause: GridChange['cause']) => void;
  readonly widen: (by: number) => void;
  readonly toggleBar: () => void;
  readonly cellElement: () => HTMLElement | null;
};

const widenStep = 16;

/** The keys of the grid while no cell is edited. */
export function useGridKeys<Row>(options: KeysOptions<Row>) {
  const { props, index, range, selection, extent, select, beginEdit, write, textAt } = options;
  const { active } = selection;
  const ranges = rangesOf(selection);
  const ids = () => rowsIn(ranges).flatMap((row) => index.ids[row] ?? []);
  const fill = (writes: Writes | null, none: string) => {
    if (writes) write(writes, 'fill');
    else props.onSay?.(none);
  };
  /** Where a menu of the active cell opens. */
  const place = () => {
    const box = options.cellElement()?.getBoundingClientRect();
    return box ? { x: box.left + 16, y: Math.min(box.top + 24, box.bottom) } : null;
  };

  return (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.defaultPrevented) return;
    if (event.altKey && event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      options.widen(event.key === 'ArrowRight' ? widenStep : -widenStep);
      return;
    }
    const command = commandOf(event);
    if (!command || extent.rows === 0) return;
    if (command.do === 'type') {
      // The field is there before the browser puts the letter in, so that accents and input methods work.
      flushSync(() => beginEdit(true, ''));
      return;
    }
    if (command.do === 'advance') {
      const next = advanced(selection, command.how, extent);
      if (next) {
        event.preventDefault();
        options.moveOn(command.how);
      }
      return;
    }
    if (command.do === 'one-range' && !selection.adding && selection.others.length === 0) return;
    event.preventDefault();
    switch (command.do) {
      case 'move': {
        const terrain = { extent, page: options.page, filled: options.filled };
        if (command.extend || selection.adding) {
          select((before) => moved(before, command.move, command.extend, terrain));
        } else options.moveOn(command.move);
        return;
      }
      case 'edit':
      case 'pick':
        return beginEdit(false, textAt(active));
      case 'clear-and-edit':
        return beginEdit(true, '');
      case 'clear':
        return write(sameWrites(ranges, ''), 'clear');
      case 'fill-down':
        return fill(
          together(
            ranges.map((one) => fillDownWrites(one, textAt)),
            range,
          ),
          'There is no row above to fill from.',
        );
      case 'fill-right':
        return fill(
          together(
            ranges.map((one) => fillRightWrites(one, textAt)),
            range,
          ),
          'There is no column before this one to fill from.',
        );
      case 'today':
        return props.today === undefined ? undefined : beginEdit(true, props.today);
      case 'add-range':
        props.onSay?.(
          selection.adding
            ? 'Arrows choose one range again.'
            : 'Arrows with Shift now choose another range beside the first. Shift F8 or Esc ends it.',
        );
        return select(toggleAdding);
      case 'one-range':
        return select((before) => ({
          ...before,
          anchor: before.active,
          head: before.active,
          others: [],
          adding: false,
        }));
      case 'filter':
        return props.onAct?.({ do: 'filter' });
      case 'change-rows':
        return props.onAct?.({
          do: 'change-rows',
          ids: ids(),
          key: props.columns[active.col]?.key ?? null,
        });
      case 'column-menu': {
        const where = place();
        const key = props.columns[active.col]?.key;
        if (where && key !== undefined) props.onAct?.({ do: 'column-menu', key, ...where });
        return;
      }
      case 'select-all': {
        const all = wholeRows(0, extent.rows - 1, extent);
        return select((before) => ({ ...all, active: before.active }));
      }
      case 'select-row':
        return select((before) => ({
          ...extendTo(wholeRows(range.top, range.bottom, extent), {
            row: range.bottom,
            col: extent.cols - 1,
          }),
          active: before.active,
        }));
      case 'select-column':
        return select((before) => ({
          ...wholeColumns(range.left, range.right, extent),
          active: before.active,
        }));
      case 'expand-bar':
        return options.toggleBar();
      case 'origins':
        return props.onAct?.({ do: 'origins' });
      case 'add-row':
        return props.onAct?.({ do: 'add-row', id: index.ids[active.row] ?? null });
      case 'remove-rows':
        return props.onAct?.({ do: 'remove-rows', ids: ids() });
      case 'move-row':
        return props.onAct?.({ do: 'move-row', ids: ids(), by: command.by });
      case 'duplicate-rows':
        return props.onAct?.({ do: 'duplicate-rows', ids: ids() });
      case 'menu': {
        const where = place();
        if (where) props.onAct?.({ do: 'menu', ids: ids(), ...where });
      }
    }
  };
}
