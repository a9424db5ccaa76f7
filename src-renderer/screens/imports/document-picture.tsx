import { type Choosing, isChosen } from './choosing.ts';
import { type DocumentBlock, documentBlocks, paragraphMark } from './document-layout.ts';
import { MeaningRow, type OnMeaning } from './meaning-row.tsx';
import { CellWords, PictureTd } from './picture-cell.tsx';
import { usePictureChoosing } from './picture-choosing.ts';
import type { PictureRow } from './picture-layout.ts';
import { isMarked, type Mark, useMarkInView } from './picture-mark.ts';
import type { PictureProps } from './sheet-picture.tsx';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;
type ParagraphBlock = Extract<DocumentBlock, { kind: 'paragraph' }>;

/** Somebody's document as it reads: paragraphs over the whole width, tables with columns of their own. */
export function DocumentPicture(props: PictureProps) {
  const { picture, choosing, mark } = props;
  const blocks = documentBlocks(picture, props.tables);
  const rows = blocks.flatMap(rowsOf);
  const { box, handlers } = usePictureChoosing(choosing, rows, picture.columnCount, props.onKey);
  useMarkInView(box, mark, picture);
  const first = rows[0];
  const cursor = choosing ? (choosing.cursor ?? { row: first?.row ?? 0, column: 0 }) : null;
  return (
    <section
      className={choosing ? 'xlbox docbox changing' : 'xlbox docbox'}
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
      tabIndex={0}
      aria-label="Picture of the document"
      {...handlers}
    >
      {blocks.map((block) =>
        block.kind === 'paragraph' ? (
          <Paragraph key={block.row} block={block} mark={mark} choosing={choosing} cursor={cursor} />
        ) : (
          <DocumentTable
            key={`table ${block.table}`}
            block={block}
            mark={mark}
            choosing={choosing}
            cursor={cursor}
            onMeaning={props.onMeaning}
          />
        ),
      )}
    </section>
  );
}

type InPicture = { mark: Mark | null; choosing: Choosing | null; cursor: Choosing['cursor'] };

function Paragraph({ block, mark, choosing, cursor }: InPicture & { block: ParagraphBlock }) {
  const { row, line, cell } = block;
  const name = paragraphMark(line);
  const fate = cell?.fate ?? 'none';
  const classes = [
    'dp',
    line.heading === null ? '' : `dh${Math.min(line.heading, 4)}`,
    fate === 'section' ? 'sec' : fate === 'tray' ? 'tray' : fate === 'furniture' ? 'fur' : '',
    isChosen(choosing?.chosen ?? null, row, 0) ? 'cho' : '',
    mark && row >= mark.top && row <= mark.bottom ? 'spot' : '',
    cell?.questionId ? 'ask' : '',
  ];
  const focusable = cell?.questionId || (mark && row >= mark.top && row <= mark.bottom) ? -1 : undefined;
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <span className="dg" data-row={row}>
        <span aria-hidden="true">{name.short}</span>
        <span className="vh">
          {name.full}
          {line.heading === null ? '' : `, heading level ${line.heading}`}
          {fate === 'section' ? ', names a section' : ''}:{' '}
        </span>
      </span>

      <p
        className="dt"
        data-row={row}
        data-column={0}
        data-question={cell?.questionId ?? undefined}
        style={line.list ? { paddingLeft: 8 + 16 * line.list.level } : undefined}
        tabIndex={cursor ? (cursor.row === row ? 0 : -1) : focusable}
      >
        {cell ? (
          <CellWords cell={{ text: cell.text, fill: null, strike: cell.strike, note: cell.note, fate }} />
        ) : null}
      </p>
    </div>
  );
}

function DocumentTable(props: InPicture & { block: TableBlock; onMeaning: OnMeaning | null }) {
  const { block, mark, choosing, cursor } = props;
  const whole = block.widths.reduce((sum, width) => sum + width, 0);
  return (
    <table className="xl xldoc" {...(choosing ? { role: 'grid', 'aria-multiselectable': true } : {})}>
      <caption className="vh">Table {block.table} of the document, with what becomes of each cell</caption>
      <colgroup>
        <col className="dn" />
        <col className="en" />
        {block.widths.map((width, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
          <col key={column} style={{ width: `${((100 * width) / whole).toFixed(2)}%` }} />
        ))}
      </colgroup>
      {block.read && props.onMeaning ? (
        <thead>
          <MeaningRow
            table={block.read}
            columns={block.widths.length}
            lettered={false}
            onMeaning={props.onMeaning}
          />
        </thead>
      ) : null}
      <tbody>
        {block.rows.map((row, at) => (
          <tr key={row.row}>
            <th scope="row" data-row={row.row}>
              <span aria-hidden="true">
                T{block.table} r{block.firstNumber + at}
              </span>
              <span className="vh">
                Table {block.table} row {block.firstNumber + at}
              </span>
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
  );
}

/** Rows as choosing walks over them: a paragraph is a row of one cell. */
function rowsOf(block: DocumentBlock): PictureRow[] {
  if (block.kind === 'table') return [...block.rows];
  const cell = {
    column: 0,
    text: block.cell?.text ?? '',
    fill: null,
    strike: false,
    note: null,
    fate: block.cell?.fate ?? ('none' as const),
    questionId: block.cell?.questionId ?? null,
    across: Number.POSITIVE_INFINITY,
    down: 1,
    classes: '',
  };
  return [{ row: block.row, hidden: false, bracket: null, cells: [cell] }];
}
