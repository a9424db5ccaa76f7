import { useRef } from 'react';
import { columnName } from '#shared/contract/grid.ts';
import type { SheetPicture, TableView } from '#shared/contract/imports.ts';
import { type Choosing, isChosen } from './choosing.ts';
import { MeaningRow, type OnMeaning } from './meaning-row.tsx';
import { PictureTd } from './picture-cell.tsx';
import { usePictureChoosing } from './picture-choosing.ts';
import { layOut } from './picture-layout.ts';
import { isMarked, type Mark, useMarkInView } from './picture-mark.ts';
import { TableEdges } from './table-edges.tsx';
import { useShare } from './use-share.ts';

export type PictureProps = {
  picture: SheetPicture;
  tables: readonly TableView[];
  /** The cell or cells to bring into view. */
  mark: Mark | null;
  /** Null where the picture is only looked at. */
  choosing: Choosing | null;
  /** A key pressed on chosen cells; true where it meant something. */
  onKey: (key: string) => boolean;
  /** Null where what columns mean is not asked. */
  onMeaning: OnMeaning | null;
};

/** Somebody's sheet, with its own fills and merges, and over it what was recognised. */
export function SheetPictureTable(
  props: PictureProps & {
    /** The table whose column meanings stand above, and whose edges can be moved. */
    table: TableView | null;
    onArea: (area: Pick<TableView, 'top' | 'left' | 'bottom' | 'right'>) => void;
  },
) {
  const { picture, table, choosing, mark } = props;
  const over = useRef<HTMLDivElement>(null);
  const laid = layOut(picture, props.tables);
  const { box, handlers } = usePictureChoosing(choosing, laid.rows, picture.columnCount, props.onKey);
  const share = useShare(
    box,
    laid.widths.reduce((sum, width) => sum + width, 0),
  );
  useMarkInView(box, mark, picture);
  const columns = Array.from({ length: picture.columnCount }, (_, at) => at);
  const first = laid.rows[0];
  const cursor = choosing ? (choosing.cursor ?? { row: first?.row ?? 0, column: 0 }) : null;
  return (
    // A picture wider than the window is scrolled by keyboard too, so it takes the focus.
    <section
      className={choosing ? 'xlbox changing' : 'xlbox'}
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
      tabIndex={0}
      aria-label="Picture of the sheet"
      {...handlers}
    >
      <div className="xlover" ref={over}>
        <table className="xl" {...(choosing ? { role: 'grid', 'aria-multiselectable': true } : {})}>
          <caption className="vh">The sheet as read, with what becomes of each cell</caption>
          <colgroup>
            <col className="rn" />
            <col className="en" />
            {columns.map((column) => (
              <col key={column} style={{ width: Math.round((laid.widths[column] ?? 0) * share) }} />
            ))}
          </colgroup>
          <thead>
            {table && props.onMeaning ? (
              <MeaningRow table={table} columns={columns.length} lettered onMeaning={props.onMeaning} />
            ) : null}
            <tr>
              <th scope="col">
                <span className="vh">Row</span>
              </th>
              <th scope="col">
                <span className="vh">Entry</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" data-letter={column}>
                  {columnName(column)}
                  {picture.hiddenColumns.includes(column) ? <span className="hid"> hidden</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {laid.rows.map((row) => (
              <tr key={row.row} className={row.hidden ? 'hidrow' : undefined} data-line={row.row}>
                <th scope="row" data-row={row.row}>
                  {row.row + 1}
                  {row.hidden ? <span className="vh"> hidden</span> : null}
                </th>
                <td className={row.bracket ? `br ${row.bracket}` : 'br0'} />
                {row.cells.map((cell) => (
                  <PictureTd
                    key={cell.column}
                    row={row.row}
                    cell={cell}
                    isChosen={isChosen(choosing?.chosen ?? null, row.row, cell.column)}
                    hasCursor={cursor ? cursor.row === row.row && cursor.column === cell.column : null}
                    isMarked={isMarked(mark, row.row, cell)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {choosing && table ? (
          <TableEdges table={table} over={over} measureOn={picture} onArea={props.onArea} />
        ) : null}
      </div>
    </section>
  );
}
