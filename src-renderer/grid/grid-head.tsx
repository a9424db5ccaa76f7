import { memo } from 'react';
import { type ColumnWindow, placeIn } from './column-window.ts';
import type { GridColumn } from './types.ts';
import type { Drop } from './use-grid-pointer.ts';

export type GridSort = { readonly key: string; readonly way: 'up' | 'down' };

type HeadProps<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly window: ColumnWindow | null;
  /** The columns with a chosen cell, as "0,1,4", and the active one. */
  readonly inside: string;
  readonly active: number;
  readonly sort: GridSort | null;
  readonly filtered: ReadonlySet<string>;
  readonly drop: Drop | null;
};

function Head<Row>(props: HeadProps<Row>) {
  const { columns, active, sort, filtered, drop } = props;
  const inside = new Set(props.inside.split(',').map(Number));
  const drawn = placeIn(props.window);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows beneath are placed one by one, which a table cannot
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
    <div role="row" aria-rowindex={1} className="g-row g-head">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="columnheader" aria-colindex={1} className="g-h g-rn" data-all="">
        <span className="vh">Row</span>
      </div>
      {columns.map((column, col) => {
        if (!column.frozen && col !== active && !drawn.holds(col)) return null;
        const state = col === active ? ' now' : inside.has(col) ? ' in' : '';
        const sorted = sort?.key === column.key ? sort.way : null;
        const dropped = drop?.place === col ? ` g-drop-${drop.side}` : '';
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={col + 2}
            aria-sort={sorted === null ? undefined : sorted === 'up' ? 'ascending' : 'descending'}
            className={`g-h${column.frozen ? ' g-frozen' : ''}${column.numeric ? ' num' : ''}${state}${dropped}`}
            data-head={col}
            style={column.frozen ? { left: `var(--g-f${col})`, ...drawn.style(col) } : drawn.style(col)}
          >
            {column.title}
            {sorted === null ? null : (
              <span className="g-sorted" aria-hidden="true">
                {sorted === 'up' ? '↑' : '↓'}
              </span>
            )}
            {filtered.has(column.key) ? (
              <span className="g-narrowed">
                some<span className="vh"> of its values</span>
              </span>
            ) : null}
            <span className="g-size" data-size={col} />
          </div>
        );
      })}
    </div>
  );
}

export const GridHead = memo(Head) as typeof Head;
