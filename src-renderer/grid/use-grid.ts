import { type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { sameWrites, type Writes } from './block.ts';
import { fittingWidth } from './fit.ts';
import { sizeOf } from './geometry.ts';
import type { GridProps } from './grid.tsx';
import { numberWidth } from './layout.ts';
import { indexLines } from './lines.ts';
import { destination } from './navigation.ts';
import { cellCount, cellsOfRows, colsIn, holdsAny, rowsIn } from './regions.ts';
import { advanced, at, rangeOfSelection, rangesOf, type Selection } from './selection.ts';
import type { GridChange, GridHandle, Next } from './types.ts';
import { useClipboard } from './use-clipboard.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useGridState } from './use-grid-state.ts';
import { hitOf } from './use-pointer.ts';
import { useView } from './use-view.ts';
import { useWidths } from './use-widths.ts';
import { useWrites } from './use-writes.ts';

const sideways: readonly Next[] = ['tab', 'shift-tab', 'left', 'right', 'stay'];

/** The grid's behaviour: everything but what it draws. */
export function useGrid<Row>(props: GridProps<Row>) {
  const { lines, columns, notes } = props;
  const id = useId().replaceAll(':', '');
  const scroller = useRef<HTMLDivElement>(null);
  const index = useMemo(() => indexLines(lines), [lines]);
  const keysOfColumns = useMemo(() => columns.map((column) => column.key), [columns]);
  const state = useGridState(index, keysOfColumns);
  const { selection, select, extent, editing, setEditing, adding, setAdding, arrived } = state;
  const { active } = selection;
  const range = rangeOfSelection(selection);
  const ranges = useMemo(() => rangesOf(selection), [selection]);
  const [barToggles, setBarToggles] = useState(0);

  const { sizes, set: setWidth } = useWidths(props.storageKey, columns, props.kept);
  const numbers = props.plain ? 0 : numberWidth(index.lastNumber);
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
    cells: cellCount(ranges),
    today: props.today ?? null,
    rows: () => rowsIn(ranges).flatMap((place) => rowAt(place) ?? []),
    onSave: (text: string, next: Next) => {
      const only = { top: active.row, bottom: active.row, left: active.col, right: active.col };
      change(changeOf(sameWrites([only], text), 'type'), next);
      closeEditor(next);
    },
    onSaveRange: (text: string) => {
      change(changeOf(sameWrites(ranges, text), 'type'), 'stay');
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

  const { pointer, filling, drop } = useGridPointer({
    props,
    scroller,
    index,
    extent,
    selection,
    select,
    textAt,
    write,
    setWidth,
  });
  // What is being typed is saved in its own cell before another one becomes the active one.
  const onPointerDown: typeof pointer.onPointerDown = (event) => {
    const onGrid = !(event.target as Element).closest('[data-keep]') && hitOf(event.target as Element);
    if (editing && onGrid && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    pointer.onPointerDown(event);
  };
  const fitColumns = (keys: readonly string[]) => {
    const measure = measureIn(scroller.current);
    for (const column of columns) {
      if (!keys.includes(column.key)) continue;
      const texts = lines.flatMap((line) => (line.kind === 'row' ? [column.text(line.row)] : []));
      setWidth(column.key, fittingWidth(column.title, texts, measure));
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved selection scrolls; new lines do not
  useEffect(() => {
    if (extent.rows > 0) view.reveal(sizeOf(range).cells > 1 ? selection.head : active);
  }, [active.row, active.col, selection.head.row, selection.head.col]);
  const selected = useRef<string>('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is told when it or the lines change
  useEffect(() => {
    const one = ranges.length === 1;
    const ids = one
      ? index.ids.slice(range.top, range.bottom + 1)
      : rowsIn(ranges).flatMap((row) => index.ids[row] ?? []);
    const told = {
      ids,
      keys: colsIn(ranges).flatMap((col) => columns[col]?.key ?? []),
      cells: cellCount(ranges) - cellsOfRows(ranges, index.blanks),
      activeId: index.ids[active.row] ?? null,
      activeKey: columns[active.col]?.key ?? null,
    };
    const packed = [
      told.activeId,
      told.activeKey,
      told.keys,
      told.cells,
      one ? [ids[0], ids.at(-1)] : ids,
    ].join('/');
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
  const latestFit = useRef(fitColumns);
  latestFit.current = fitColumns;
  const handle = useMemo<GridHandle>(
    () => ({
      show: (rowId, key, o) => setWanted({ id: rowId, key, edit: o?.edit ?? null }),
      focus: () => scroller.current?.focus({ preventScroll: true }),
      fit: (keys) => latestFit.current(keys),
    }),
    [],
  );

  const clipboard = useClipboard({
    scroller,
    extent,
    selection,
    select,
    textAt,
    write,
    say: (sentence) => props.onSay?.(sentence),
  });
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
    pointer: { ...pointer, onPointerDown },
    drop,
    ranges,
    template: [...(props.plain ? [] : [numbers]), ...view.widths].map((width) => `${width}px`).join(' '),
    frozenAt: frozenPlaces(columns, view.widths, numbers),
    leastWidth: view.widths.reduce((sum, width) => sum + width, numbers),
    onKeyDown: keys,
    ...clipboard,
    onClick: (event: MouseEvent) => {
      const asks = (event.target as Element).closest<HTMLElement>('[data-ask]');
      const hit = asks && hitOf(asks);
      const rowId = hit?.on === 'cell' ? index.ids[hit.cell.row] : undefined;
      if (asks && rowId !== undefined) props.onAsk?.(rowId, asks.dataset.ask ?? '', asks);
    },
    onDoubleClick: (event: MouseEvent) => {
      const hit = hitOf(event.target as Element);
      if (hit?.on === 'size') fitColumns([columns[hit.col]?.key ?? '']);
      else if (hit?.on === 'cell' && !editing) beginEdit(false, textAt(hit.cell));
    },
    onContextMenu: (event: MouseEvent) => {
      const hit = hitOf(event.target as Element);
      if (!hit || inEditor(event) || !props.onAct) return;
      if (hit.on === 'head' && props.movesColumns) {
        event.preventDefault();
        const key = columns[hit.col]?.key ?? '';
        props.onAct({ do: 'column-menu', key, x: event.clientX, y: event.clientY });
      }
      if (hit.on !== 'cell' && hit.on !== 'number') return;
      event.preventDefault();
      const row = hit.on === 'cell' ? hit.cell.row : hit.row;
      const col = hit.on === 'cell' ? hit.cell.col : active.col;
      const kept: Selection = holdsAny(ranges, { row, col }) ? selection : at({ row, col });
      select(kept);
      props.onAct({
        do: 'menu',
        ids: rowsIn(rangesOf(kept)).flatMap((place) => index.ids[place] ?? []),
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

/** Where each frozen column holds when the grid scrolls sideways, as variables of the style sheet. */
function frozenPlaces(
  columns: readonly { readonly frozen?: boolean }[],
  widths: readonly number[],
  numbers: number,
): Record<string, string> {
  const places: Record<string, string> = {};
  let left = numbers;
  columns.forEach((column, col) => {
    if (!column.frozen) return;
    places[`--g-f${col}`] = `${left}px`;
    left += widths[col] ?? 0;
  });
  return places;
}

/** Measures words in the grid's own letters. */
function measureIn(root: HTMLElement | null): (text: string, bold: boolean) => number {
  const pen = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(root ?? document.body);
  return (text, bold) => {
    if (!pen) return 0;
    pen.font = bold ? `600 12px ${fontFamily}` : `13px ${fontFamily}`;
    return pen.measureText(text).width;
  };
}
