import { memo, type ReactNode } from 'react';
import { type ColumnWindow, placeIn } from './column-window.ts';
import type { BlankLine, RowLine } from './lines.ts';
import type { RowPart } from './regions.ts';
import { TextEditor } from './text-editor.tsx';
import type { CellNote, EditorProps, GridColumn, RowNotes } from './types.ts';

/** How much of a row is selected, as a short text so that a row is drawn again only when it changes. */
export type RowSelection = {
  readonly parts: readonly RowPart[];
  /** The column of the active cell; -1 where it is in another row. */
  readonly active: number;
  /** Whether the corner square to fill from is shown: only where one range is chosen. */
  readonly fills: boolean;
};

export type RowCellsProps<Row> = {
  readonly line: RowLine<Row> | BlankLine;
  readonly dataRow: number;
  readonly idPrefix: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly window: ColumnWindow | null;
  readonly notes: RowNotes | undefined;
  readonly selected: string | null;
  /** The fill that a drag of the corner square would do, where this row is in it. */
  readonly filling: string | null;
  readonly origins: ((row: Row, key: string) => string | null) | null;
  readonly editor: Omit<EditorProps<Row>, 'row' | 'column'> | null;
};

export function packSelection(selection: RowSelection): string {
  const parts = selection.parts.map(({ left, right, first, last }) =>
    [left, right, first ? 1 : 0, last ? 1 : 0].join(','),
  );
  return [selection.active, selection.fills ? 1 : 0, ...parts].join(';');
}

function unpack(packed: string | null): RowSelection | null {
  if (packed === null) return null;
  const [active = '-1', fills, ...parts] = packed.split(';');
  return {
    active: Number(active),
    fills: fills === '1',
    parts: parts.map((part) => {
      const [left = 0, right = 0, first = 0, last = 0] = part.split(',').map(Number);
      return { left, right, first: first === 1, last: last === 1 };
    }),
  };
}

function partAt(selection: RowSelection | null, col: number): RowPart | undefined {
  return selection?.parts.find((part) => col >= part.left && col <= part.right);
}

function edges(prefix: string, part: RowPart | undefined, col: number): string {
  if (!part) return '';
  const sides = [
    part.first ? ` ${prefix}-t` : '',
    part.last ? ` ${prefix}-b` : '',
    col === part.left ? ` ${prefix}-l` : '',
    col === part.right ? ` ${prefix}-r` : '',
  ];
  return ` ${prefix}${sides.join('')}`;
}

function Words<Row>(props: {
  column: GridColumn<Row>;
  row: Row | null;
  note: CellNote | undefined;
}): ReactNode {
  const { column, row, note } = props;
  if (note?.text !== undefined) {
    const reading = note.message === undefined ? column.reading?.(note.text) : null;
    return (
      <>
        <p>{note.text}</p>
        {reading ? <div className="rd">{reading}</div> : null}
        {note.message === undefined ? null : <p className="g-why">{note.message}</p>}
      </>
    );
  }
  if (row === null) return column.invites ? <p className="q">{column.invites}</p> : null;
  const shown = column.show ? column.show(row) : column.text(row);
  return typeof shown === 'string' ? shown === '' ? null : <p>{shown}</p> : shown;
}

function Cells<Row>(props: RowCellsProps<Row>) {
  const { line, dataRow, idPrefix, columns, notes, origins, editor } = props;
  const selection = unpack(props.selected);
  const filling = unpack(props.filling);
  const row = line.kind === 'row' ? line.row : null;
  const drawn = placeIn(props.window);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are measured and placed one by one, which a table cannot */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active cell */}
      <div
        role="rowheader"
        aria-colindex={1}
        className={`g-rn${selection && selection.active >= 0 ? ' now' : ''}${selection ? ' in' : ''}`}
        data-number={dataRow}
      >
        {line.kind === 'row' ? line.number : <span className="vh">New row</span>}
      </div>
      {columns.map((column, col) => {
        if (!column.frozen && selection?.active !== col && !drawn.holds(col)) return null;
        const note = notes?.[column.key];
        const editing = editor !== null && selection?.active === col;
        const Editor = column.editor ?? TextEditor<Row>;
        const fixed = row === null ? null : (column.fixed?.(row) ?? null);
        const question = row === null || note ? null : (column.question?.(row) ?? null);
        const origin = row === null ? null : (origins?.(row, column.key) ?? null);
        const part = partAt(selection, col);
        const classes = [
          'g-c',
          column.frozen ? ' g-frozen' : '',
          column.numeric ? ' num' : '',
          fixed === null ? '' : ' g-fixed',
          note?.message === undefined ? '' : ' g-bad',
          note?.changed ? ' g-changed' : '',
          selection?.active === col ? ' g-now' : '',
          editing ? ' g-editing' : '',
          edges('g-s', part, col),
          edges('g-f', partAt(filling, col), col),
        ];
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={column.key}
            id={`${idPrefix}-${line.id}-${column.key}`}
            role="gridcell"
            aria-colindex={col + 2}
            aria-selected={part !== undefined}
            aria-readonly={fixed === null ? undefined : true}
            aria-invalid={note?.message === undefined ? undefined : true}
            className={classes.join('')}
            data-r={dataRow}
            data-c={col}
            title={fixed ?? undefined}
            style={column.frozen ? { left: `var(--g-f${col})`, ...drawn.style(col) } : drawn.style(col)}
          >
            {editing ? (
              <>
                {/* Keeps the row as tall as it was: nothing under the editor moves. */}
                <div className="g-kept" aria-hidden="true">
                  <Words column={column} row={row} note={note} />
                </div>
                <Editor {...editor} row={row} column={column} />
              </>
            ) : (
              <>
                <Words column={column} row={row} note={note} />
                {origin === null ? null : <span className="g-origin">{origin}</span>}
                {question === null ? null : (
                  <span className="g-ask" data-ask={column.key} title={question}>
                    <span aria-hidden="true">?</span>
                    <span className="vh">{question}</span>
                  </span>
                )}
              </>
            )}
            {part?.last && selection?.fills && col === part.right && !editing ? (
              <span className="g-fill" data-fill="" />
            ) : null}
          </div>
        );
      })}
    </>
  );
}

/** The cells of one row. Drawn again only when its row, notes, selection or editor change. */
export const RowCells = memo(Cells) as typeof Cells;
