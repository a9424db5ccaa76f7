import { useEffect, useRef } from 'react';
import { columnName } from '#shared/contract/grid.ts';
import type { ColumnField, SheetPicture, TableView } from '#shared/contract/imports.ts';
import { Select } from '../../components/select.tsx';
import { fieldOf, meaningOf, meaningsFor, meaningWords } from './field-words.ts';
import { colourWord } from './legend.tsx';
import { inkOn, layOut, type PictureCell } from './picture-layout.ts';
import { useShare } from './use-share.ts';

type OnMeaning = (
  column: number,
  field: ColumnField,
  role: ReturnType<typeof fieldOf>['role'],
  period: string | null,
) => void;

/** Somebody's sheet, with its own fills and merges, and over it what was recognised. */
export function SheetPictureTable(props: {
  picture: SheetPicture;
  tables: readonly TableView[];
  /** The table whose column meanings stand above. */
  table: TableView | null;
  spotId: string | null;
  onMeaning: OnMeaning;
}) {
  const { picture, table, spotId } = props;
  const box = useRef<HTMLElement>(null);
  const laid = layOut(picture, props.tables);
  const share = useShare(
    box,
    laid.widths.reduce((sum, width) => sum + width, 0),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell may come with a later picture
  useEffect(() => {
    if (!spotId) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(spotId)}"]`);
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
    cell?.focus({ preventScroll: true });
  }, [spotId, picture]);
  const columns = Array.from({ length: picture.columnCount }, (_, at) => at);
  return (
    // A picture wider than the window is scrolled by keyboard too, so it takes the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
    <section className="xlbox" ref={box} tabIndex={0} aria-label="Picture of the sheet">
      <table className="xl">
        <caption className="vh">The sheet as read, with what becomes of each cell</caption>
        <colgroup>
          <col className="rn" />
          <col className="en" />
          {columns.map((column) => (
            <col key={column} style={{ width: Math.round((laid.widths[column] ?? 0) * share) }} />
          ))}
        </colgroup>
        <thead>
          {table ? (
            <tr className="mean">
              <td colSpan={2} />
              {columns.map((column) => {
                const own = table.columns.find((one) => one.column === column);
                if (!own) return <td key={column} />;
                const meaning = meaningOf(own);
                return (
                  <td key={column} title={own.because}>
                    <Select
                      label={`Meaning of column ${columnName(column)}, ${own.header || 'without a heading'}: ${own.because}`}
                      hideLabel
                      choices={meaningsFor(table.kind, meaning).map((id) => ({
                        id,
                        text: meaningWords(id, id === meaning ? own.period : null),
                      }))}
                      value={meaning}
                      onChange={(next) => {
                        const { field, role } = fieldOf(next);
                        props.onMeaning(column, field, role, field === 'value' ? own.period : null);
                      }}
                    />
                  </td>
                );
              })}
            </tr>
          ) : null}
          <tr>
            <th scope="col">
              <span className="vh">Row</span>
            </th>
            <th scope="col">
              <span className="vh">Entry</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(column)}
                {picture.hiddenColumns.includes(column) ? <span className="hid"> hidden</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laid.rows.map((row) => (
            <tr key={row.row} className={row.hidden ? 'hidrow' : undefined}>
              <th scope="row">
                {row.row + 1}
                {row.hidden ? <span className="vh"> hidden</span> : null}
              </th>
              <td className={row.bracket ? `br ${row.bracket}` : 'br0'} />
              {row.cells.map((cell) => (
                <Cell key={cell.column} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const fateWords: Partial<Record<PictureCell['fate'], string>> = {
  tray: ' (to the tray)',
  furniture: ' (furniture of the page)',
};

function Cell({ cell }: { cell: PictureCell }) {
  const style =
    cell.fill && cell.fate !== 'header' ? { background: cell.fill, color: inkOn(cell.fill) } : undefined;
  const text = (
    <>
      {cell.strike ? <s>{cell.text}</s> : cell.text}
      {cell.fill && cell.text === '' ? <span className="vh">{colourWord(cell.fill)} fill</span> : null}
      {fateWords[cell.fate] ? <span className="vh">{fateWords[cell.fate]}</span> : null}
      {cell.note ? <span className="note">Note: {cell.note}</span> : null}
    </>
  );
  return (
    <td
      className={cell.classes}
      style={style}
      colSpan={cell.across > 1 ? cell.across : undefined}
      rowSpan={cell.down > 1 ? cell.down : undefined}
      data-question={cell.questionId ?? undefined}
      tabIndex={cell.questionId ? -1 : undefined}
    >
      {cell.fate === 'tray' && cell.text !== '' ? <span className="pt">{text}</span> : text}
    </td>
  );
}
