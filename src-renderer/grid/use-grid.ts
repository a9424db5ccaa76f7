import { type ClipboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { pasteWrites, sameWrites, type Writes } from './block.ts';
import { fillTarget, fillWrites } from './fill.ts';
import { holds, type Range, sizeOf } from './geometry.ts';
import type { GridProps } from './grid.tsx';
import { numberWidth } from './layout.ts';
import { indexLines } from './lines.ts';
import { destination } from './navigation.ts';
import {
  advanced,
  at,
  extendTo,
  rangeOfSelection,
  type Selection,
  wholeColumns,
  wholeRows,
} from './selection.ts';
import { parseTsv } from './tsv.ts';
import type { GridChange, GridHandle, Next } from './types.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridState } from './use-grid-state.ts';
import { hitOf, usePointer } from './use-pointer.ts';
import { useView } from './use-view.ts';
import { useWidths } from './use-widths.ts';
import { copyBlock, pastedBlock, useWrites } from './use-writes.ts';

const sideways: readonly Next[] = ['tab', 'shift-tab', 'left', 'right', 'stay'];

/** The grid's behaviour: everything but what it draws. */
export function useGrid<Row>(props: GridProps<Row>) {
  const { lines, columns, notes } = props;
  const id = useId().replaceAll(':', '');
  const scroller = useRef<HTMLDivElement>(null);
  const index = useMemo(() => indexLines(lines), [lines]);
  const state = useGridState(index, columns.length);
  const { selection, select, extent, editing, setEditing, adding, setAdding, arrived } = state;
  const { active } = selection;
  const range = rangeOfSelection(selection);
  const [filling, setFilling] = useState<Range | null>(null);
  const [barToggles, setBarToggles] = useState(0);

  const { sizes, set: setWidth } = useWidths(props.storageKey, columns);
  const last = lines.at(-1);
  const numbers = props.plain ? 0 : numberWidth(last && last.kind !== 'blank' ? last.number : lines.length);
  const view = useView({ scroller, lines, index, columns, sizes, numbers, activeRow: active.row });
  const continues = (blankId: string) => adding?.blankId === blankId;
  const writes = useWrites({ lines, index, columns, notes, continues });
  const { rowAt, textAt, changeOf, fixedAt } = writes;

  const change = (made: GridChange, next: Next | null) => {
    if (made.left > 0) {
      props.onSay?.(
        made.left === 1
          ? '1 cell takes no typing and was left as it is.'
          : `${made.left} cells take no typing and were left as they are.`,
      );
    }
    if (made.cells.length === 0 && made.added.length === 0) return;
    const blankId = made.added[0]?.blankId;
    const goesOver =
      made.cause === 'type' && blankId !== undefined && next !== null && sideways.includes(next);
    if (goesOver && !made.added[0]?.continues) setAdding({ blankId, id: null });
    void props.onChange(made).then((ids) => {
      if (goesOver && ids[0] !== undefined) arrived(blankId, ids[0]);
    });
  };
  const write = (what: Writes, cause: GridChange['cause']) => change(changeOf(what, cause), null);
  const focus = () => scroller.current?.focus({ preventScroll: true });
  const moveOn = (next: Next) => {
    if (next === 'stay') return;
    if (!sideways.includes(next)) setAdding(null);
    if (next === 'tab' || next === 'shift-tab' || next === 'enter' || next === 'shift-enter') {
      select((before) => advanced(before, next, extent) ?? before);
    } else {
      const terrain = { extent, page: view.page, filled: writes.filled };
      select((before) => at(destination(before.active, next, terrain)));
    }
  };
  const closeEditor = (next: Next) => {
    setEditing(null);
    moveOn(next);
    // The field is about to go: with it the focus would fall to the page.
    if (next !== 'stay' || scroller.current?.contains(document.activeElement)) focus();
  };
  const beginEdit = (byTyping: boolean, text: string) => {
    const why = fixedAt(active);
    if (why !== null) {
      props.onSay?.(why);
      return;
    }
    if (extent.rows > 0) setEditing({ byTyping, text });
  };
  const editor = editing && {
    ...editing,
    cells: sizeOf(range).cells,
    rows: () => {
      const rows: Row[] = [];
      for (let place = range.top; place <= range.bottom; place += 1) {
        const row = rowAt(place);
        if (row !== null) rows.push(row);
      }
      return rows;
    },
    onSave: (text: string, next: Next) => {
      const only = { top: active.row, bottom: active.row, left: active.col, right: active.col };
      change(changeOf(sameWrites(only, text), 'type'), next);
      closeEditor(next);
    },
    onSaveRange: (text: string) => {
      change(changeOf(sameWrites(range, text), 'type'), 'stay');
      closeEditor('stay');
      focus();
    },
    onCancel: () => {
      closeEditor('stay');
      focus();
    },
    onDone: closeEditor,
  };

  const keys = useGridKeys({
    props,
    index,
    range,
    selection,
    extent,
    page: view.page,
    filled: writes.filled,
    textAt,
    select,
    beginEdit,
    moveOn,
    write,
    widen: (by) => {
      const column = columns[active.col];
      if (column) setWidth(column.key, (view.widths[active.col] ?? column.width) + by);
    },
    toggleBar: () => setBarToggles((times) => times + 1),
    cellElement: () => document.getElementById(`${id}-${index.ids[active.row]}-${columns[active.col]?.key}`),
  });

  const pointer = usePointer(scroller, {
    down: (hit, event) => {
      // What is being typed is saved in its own cell before another one becomes the active one.
      if (editing && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (hit.on === 'cell') {
        select((before) => (event.shiftKey ? extendTo(before, hit.cell) : at(hit.cell)));
      } else if (hit.on === 'number') {
        select((before) => wholeRows(event.shiftKey ? before.anchor.row : hit.row, hit.row, extent));
      } else if (hit.on === 'head') {
        select((before) => wholeColumns(event.shiftKey ? before.anchor.col : hit.col, hit.col, extent));
      } else if (hit.on === 'all') select(wholeRows(0, extent.rows - 1, extent));
      return hit.on !== 'all';
    },
    drag: (from, over, movedX) => {
      if (from.on === 'size') setWidth(columns[from.col]?.key ?? '', from.width + movedX);
      else if (over?.on === 'cell' && from.on === 'fill') setFilling(fillTarget(range, over.cell));
      else if (over?.on === 'cell' && from.on === 'cell') select((before) => extendTo(before, over.cell));
      else if (from.on === 'number' && over && (over.on === 'cell' || over.on === 'number')) {
        select(wholeRows(from.row, over.on === 'cell' ? over.cell.row : over.row, extent));
      } else if (from.on === 'head' && over && (over.on === 'cell' || over.on === 'head')) {
        select(wholeColumns(from.col, over.on === 'cell' ? over.cell.col : over.col, extent));
      }
    },
    up: (from) => {
      if (from.on !== 'fill' || !filling) return;
      const counts = (col: number) => columns[col]?.counts ?? false;
      write(fillWrites(range, filling, textAt, counts), 'fill');
      select((before) => ({ ...before, anchor: topLeft(filling), head: bottomRight(filling) }));
      setFilling(null);
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved selection scrolls; new lines do not
  useEffect(() => {
    if (extent.rows > 0) view.reveal(sizeOf(range).cells > 1 ? selection.head : active);
  }, [active.row, active.col, selection.head.row, selection.head.col]);
  const selected = useRef<string>('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is told when it or the lines change
  useEffect(() => {
    const ids = index.ids.slice(range.top, range.bottom + 1);
    const told = {
      ids,
      keys: columns.slice(range.left, range.right + 1).map((column) => column.key),
      activeId: index.ids[active.row] ?? null,
      activeKey: columns[active.col]?.key ?? null,
    };
    const packed = `${told.activeId}/${told.activeKey}/${told.keys.join()}/${ids.length}/${ids[0]}/${ids.at(-1)}`;
    if (packed === selected.current) return;
    selected.current = packed;
    props.onSelect?.(told);
  }, [selection, index, columns]);

  const [wanted, setWanted] = useState<Wanted | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wanted is shown once its line is there
  useEffect(() => {
    if (!wanted) return;
    const line = index.lineOfId.get(wanted.id);
    if (line === undefined) return;
    setWanted(null);
    const row = index.rowOfId.get(wanted.id);
    const named = columns.findIndex((column) => column.key === wanted.key);
    const col = named < 0 ? active.col : named;
    if (row === undefined) {
      select(at({ row: index.rowOfLine[line] ?? 0, col }));
      view.virtual.scrollToIndex(line, { align: 'start' });
      return;
    }
    select(at({ row, col }));
    if (!wanted.edit) return;
    focus();
    setEditing({
      byTyping: wanted.edit === 'anew',
      text: wanted.edit === 'anew' ? '' : textAt({ row, col }),
    });
  }, [wanted, index]);
  const handle = useMemo<GridHandle>(
    () => ({
      show: (rowId, key, o) => setWanted({ id: rowId, key, edit: o?.edit ?? null }),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [],
  );

  const inField = (event: { target: EventTarget }) => event.target !== scroller.current;
  const copy = (event: ClipboardEvent): boolean => {
    if (inField(event) || extent.rows === 0) return false;
    event.preventDefault();
    copyBlock(event.clipboardData, range, textAt);
    return true;
  };
  return {
    id,
    scroller,
    index,
    state,
    range,
    view,
    editing,
    editor,
    filling,
    numbers,
    barToggles,
    rowAt,
    textAt,
    fixedAt,
    handle,
    pointer,
    template: [...(props.plain ? [] : [numbers]), ...view.widths].map((width) => `${width}px`).join(' '),
    leastWidth: view.widths.reduce((sum, width) => sum + width, numbers),
    onKeyDown: keys,
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) write(sameWrites(range, ''), 'cut');
    },
    onPaste: (event: ClipboardEvent) => {
      if (inField(event) || extent.rows === 0) return;
      event.preventDefault();
      const block = pastedBlock(event.clipboardData, parseTsv);
      if (!block) {
        props.onSay?.('The clipboard holds no words to paste.');
        return;
      }
      const laid = pasteWrites(block, range, extent);
      write(laid, 'paste');
      const bottom = Math.min(laid.range.bottom, extent.rows - 1);
      select({ ...at(topLeft(laid.range)), head: { row: bottom, col: laid.range.right } });
    },
    onClick: (event: MouseEvent) => {
      const asks = (event.target as Element).closest<HTMLElement>('[data-ask]');
      const hit = asks && hitOf(asks);
      const rowId = hit?.on === 'cell' ? index.ids[hit.cell.row] : undefined;
      if (asks && rowId !== undefined) props.onAsk?.(rowId, asks.dataset.ask ?? '', asks);
    },
    onDoubleClick: (event: MouseEvent) => {
      const hit = hitOf(event.target as Element);
      if (hit?.on === 'size') setWidth(columns[hit.col]?.key ?? '', columns[hit.col]?.width ?? 100);
      else if (hit?.on === 'cell' && !editing) beginEdit(false, textAt(hit.cell));
    },
    onContextMenu: (event: MouseEvent) => {
      const hit = hitOf(event.target as Element);
      if (!hit || inEditor(event) || !props.onAct || (hit.on !== 'cell' && hit.on !== 'number')) return;
      event.preventDefault();
      const row = hit.on === 'cell' ? hit.cell.row : hit.row;
      const kept: Selection = holds(range, { row, col: active.col })
        ? selection
        : at({ row, col: active.col });
      select(kept);
      const rows = rangeOfSelection(kept);
      props.onAct({
        do: 'menu',
        ids: index.ids.slice(rows.top, rows.bottom + 1),
        x: event.clientX,
        y: event.clientY,
      });
    },
  };
}

/** A line that a screen asked to see: it may be on its way from the register still. */
type Wanted = {
  readonly id: string;
  readonly key: string | undefined;
  readonly edit: 'words' | 'anew' | null;
};

function inEditor(event: MouseEvent): boolean {
  return (event.target as Element).closest('[data-keep]') !== null;
}
function topLeft(range: Range) {
  return { row: range.top, col: range.left };
}
function bottomRight(range: Range) {
  return { row: range.bottom, col: range.right };
}
