import { memo } from 'react';
import type { GridColumn } from './types.ts';

type HeadProps<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  /** The columns in the range, and the active one. */
  readonly left: number;
  readonly right: number;
  readonly active: number;
};

function Head<Row>({ columns, left, right, active }: HeadProps<Row>) {
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
        const state = col === active ? ' now' : col >= left && col <= right ? ' in' : '';
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={col + 2}
            className={`g-h${column.frozen ? ' g-frozen' : ''}${column.numeric ? ' num' : ''}${state}`}
            data-head={col}
          >
            {column.title}
            <span className="g-size" data-size={col} />
          </div>
        );
      })}
    </div>
  );
}

export const GridHead = memo(Head) as typeof Head;
