import { colourWord } from './legend.tsx';
import { inkOn, type PictureCell } from './picture-layout.ts';

const fateWords: Partial<Record<PictureCell['fate'], string>> = {
  tray: ' (to the tray)',
  furniture: ' (furniture of the page)',
};

/** The words of a cell as they stand, and for those who do not see it what becomes of them. */
export function CellWords({
  cell,
}: {
  cell: Pick<PictureCell, 'text' | 'fill' | 'strike' | 'note' | 'fate'>;
}) {
  const words = (
    <>
      {cell.strike ? <s>{cell.text}</s> : cell.text}
      {cell.fill && cell.text === '' ? <span className="vh">{colourWord(cell.fill)} fill</span> : null}
      {fateWords[cell.fate] ? <span className="vh">{fateWords[cell.fate]}</span> : null}
      {cell.note ? <span className="note">Note: {cell.note}</span> : null}
    </>
  );
  return cell.fate === 'tray' && cell.text !== '' ? <span className="pt">{words}</span> : words;
}

/** A cell of the picture with its own fill. Its place stands in its data, for choosing cells and finding them. */
export function PictureTd(props: {
  row: number;
  cell: PictureCell;
  /** Part of what the officer has chosen. */
  isChosen: boolean;
  /** The one cell that takes the focus, while cells can be chosen; null where they cannot. */
  hasCursor: boolean | null;
  isMarked: boolean;
}) {
  const { row, cell } = props;
  const style =
    cell.fill && cell.fate !== 'header' ? { background: cell.fill, color: inkOn(cell.fill) } : undefined;
  const focusable = cell.questionId || props.isMarked ? -1 : undefined;
  return (
    <td
      className={`${cell.classes}${props.isChosen ? ' cho' : ''}${props.isMarked ? ' spot' : ''}`.trim()}
      style={style}
      colSpan={cell.across > 1 ? cell.across : undefined}
      rowSpan={cell.down > 1 ? cell.down : undefined}
      data-row={row}
      data-column={cell.column}
      data-question={cell.questionId ?? undefined}
      {...(props.hasCursor === null ? {} : { role: 'gridcell', 'aria-selected': props.isChosen })}
      tabIndex={props.hasCursor === null ? focusable : props.hasCursor ? 0 : -1}
    >
      <CellWords cell={cell} />
    </td>
  );
}
