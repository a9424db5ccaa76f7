import './grid.css';
import './editing.css';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useState,
} from 'react';
import { CellBar } from './cell-bar.tsx';
import { GridHead, type GridSort } from './grid-head.tsx';
import type { GridLine } from './lines.ts';
import { colsIn, partsInRow } from './regions.ts';
import { packSelection, RowCells } from './row-cells.tsx';
import type { GridAct, GridChange, GridColumn, GridHandle, GridSelection, RowNotes } from './types.ts';
import { useGrid } from './use-grid.ts';
import type { KeptWidths } from './use-widths.ts';

export type GridProps<Row> = {
  readonly label: string;
  readonly lines: readonly GridLine<Row>[];
  readonly columns: readonly GridColumn<Row>[];
  /** Under which name this machine keeps the column widths. */
  readonly storageKey: string;
  /** What stands on cells beside their values, by line id. A row's notes keep their identity until they change. */
  readonly notes: ReadonlyMap<string, RowNotes>;
  /** Names a row in the cell bar: its reference. */
  readonly nameOf: (row: Row) => string;
  /** The source cell of a value, while origins are shown. */
  readonly origins?: ((row: Row, key: string) => string | null) | null;
  /**
   * Writes one act. Resolves to the ids of the rows added, in the order of `added`, so that the selection goes
   * over from a blank row to the row that came of it.
   */
  readonly onChange: (change: GridChange) => Promise<readonly string[]>;
  readonly onSelect?: (selection: GridSelection) => void;
  readonly onAct?: (act: GridAct) => void;
  /** Says something that has no other place: "2 cells take no typing and were left as they are." */
  readonly onSay?: (sentence: string) => void;
  readonly onAsk?: (id: string, key: string, anchor: HTMLElement) => void;
  readonly ref?: Ref<GridHandle>;
  /** A small table among words: compact rows, no row numbers, no cell bar. */
  readonly plain?: boolean;
  /** A row held on `sel`: the one that something beside the grid has in hand. */
  readonly markedId?: string | null;
  /** Widths that the screen keeps, in place of those this machine keeps under `storageKey`. */
  readonly kept?: KeptWidths;
  /** By which column the rows stand; for the mark in its head and for screen readers. */
  readonly sort?: GridSort | null;
  /** The columns by whose values the rows are narrowed. */
  readonly filtered?: ReadonlySet<string>;
  /** Whether chosen rows are dragged by their numbers, and chosen columns by their heads. */
  readonly movesRows?: boolean;
  readonly movesColumns?: boolean;
  /** The words Ctrl ; types: the day. */
  readonly today?: string;
  /** Beneath the head where there is no line at all. */
  readonly empty?: ReactNode;
};

const noKeys: ReadonlySet<string> = new Set();
const help =
  'Arrows move, typing replaces, F2 edits, Enter goes down, Delete empties. Alt Enter breaks the line. Shift F8 adds a range. Shift F10 opens the menu of the row, Alt Up that of the column. F6 leaves the grid.';

/**
 * An editable grid with Excel's hands: one tab stop, the active cell named by aria-activedescendant, so that
 * the focus stays while rows come, go and scroll. Only the rows in view are in the document.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, lines, notes } = props;
  const grid = useGrid(props);
  const { id, state, ranges, view, editing, filling, drop } = grid;
  const fills = ranges.length === 1;
  const [barOpen, setBarOpen] = useState(false);
  const { active } = state.selection;
  const column = columns[active.col];
  const activeId = grid.index.ids[active.row];
  const activeRow = grid.rowAt(active.row);
  useImperativeHandle(props.ref, () => grid.handle, [grid.handle]);
  useLayoutEffect(() => {
    if (grid.barToggles > 0) setBarOpen((open) => !open);
  }, [grid.barToggles]);

  const fixed = grid.fixedAt(active);
  const noted = column && activeId !== undefined ? notes.get(activeId)?.[column.key] : undefined;
  const barWords =
    noted?.message !== undefined ? (
      <>
        <b>{noted.text}</b> <span className="q2">{noted.message}</span>
      </>
    ) : fixed !== null ? (
      <>
        {grid.textAt(active)} <span className="q2">{fixed}</span>
      </>
    ) : activeRow !== null && noted?.text === undefined ? (
      (column?.bar?.(activeRow) ?? grid.textAt(active))
    ) : (
      grid.textAt(active)
    );
  const items = view.virtual.getVirtualItems();

  return (
    <div className="gw">
      {props.plain ? null : (
        <CellBar
          cell={`${activeId}/${column?.key}`}
          open={barOpen}
          onToggle={() => setBarOpen(!barOpen)}
          name={
            <>
              {column?.title} <b>{activeRow === null ? '' : props.nameOf(activeRow)}</b>
            </>
          }
          words={barWords}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: only the rows in view are drawn, which a table cannot */}
      <div
        ref={grid.scroller}
        className={props.plain ? 'gs plain' : 'gs'}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-description={help}
        aria-multiselectable
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={
          activeId !== undefined && column ? `${id}-${activeId}-${column.key}` : undefined
        }
        style={
          {
            '--g-cols': grid.template,
            '--g-rn': `${grid.numbers}px`,
            ...grid.frozenAt,
          } as Record<string, string>
        }
        onKeyDown={grid.onKeyDown as (event: KeyboardEvent) => void}
        onCopy={grid.onCopy}
        onCut={grid.onCut}
        onPaste={grid.onPaste}
        onClick={grid.onClick}
        onDoubleClick={grid.onDoubleClick}
        onContextMenu={grid.onContextMenu}
        {...grid.pointer}
      >
        <div className="g-wide" style={{ minWidth: grid.leastWidth }}>
          <GridHead
            columns={columns}
            window={view.window}
            inside={colsIn(ranges).join()}
            active={active.col}
            sort={props.sort ?? null}
            filtered={props.filtered ?? noKeys}
            drop={drop?.what === 'col' ? drop : null}
          />
          {lines.length === 0 ? props.empty : null}
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="rowgroup" className="g-body" style={{ height: view.virtual.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index];
              if (!line) return null;
              const held = item.index === view.held;
              const top = item.start - 28;
              const style = held ? undefined : { transform: `translateY(${top}px)` };
              if (line.kind === 'group') {
                return (
                  // biome-ignore lint/a11y/useSemanticElements: as above
                  // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
                  <div
                    key={line.id}
                    role="row"
                    aria-rowindex={item.index + 2}
                    className={held ? 'g-row g-group held' : 'g-row g-group'}
                    data-index={item.index}
                    ref={view.virtual.measureElement}
                    style={style}
                  >
                    {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                    {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                    <div role="rowheader" aria-colindex={1} className="g-rn">
                      {line.number ?? <span className="vh">Group</span>}
                    </div>
                    {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                    {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                    <div role="gridcell" aria-colindex={2} aria-colspan={columns.length} className="g-title">
                      <span className="g-ref">{line.ref}</span>
                      <b>{line.title}</b>
                      <span className="g-note">{line.note}</span>
                    </div>
                  </div>
                );
              }
              const row = grid.index.rowOfLine[item.index] ?? 0;
              const parts = partsInRow(ranges, row);
              const fillParts = filling ? partsInRow([filling], row) : [];
              const nowCol = active.row === row ? active.col : -1;
              const dropped = drop?.what === 'row' && drop.place === row ? ` g-drop-${drop.side}` : '';
              const editingHere = editing !== null && active.row === row;
              const classes = `g-row${editingHere ? ' editing' : ''}${line.kind === 'blank' ? ' blank' : ''}${line.id === props.markedId ? ' g-marked' : ''}${dropped}`;
              return (
                // biome-ignore lint/a11y/useSemanticElements: as above
                // biome-ignore lint/a11y/useFocusableInteractive: as above
                <div
                  key={line.id}
                  role="row"
                  aria-rowindex={item.index + 2}
                  className={classes}
                  data-index={item.index}
                  data-row-id={line.id}
                  ref={view.virtual.measureElement}
                  style={style}
                >
                  <RowCells
                    line={line}
                    dataRow={row}
                    idPrefix={id}
                    columns={columns}
                    window={view.window}
                    notes={notes.get(line.id)}
                    origins={props.origins ?? null}
                    editor={editingHere ? grid.editor : null}
                    selected={parts.length > 0 ? packSelection({ parts, active: nowCol, fills }) : null}
                    filling={
                      fillParts.length > 0
                        ? packSelection({ parts: fillParts, active: -1, fills: false })
                        : null
                    }
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
