import type { TableView } from '#shared/contract/imports.ts';
import { LinkButton } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { count } from '../../format/words.ts';
import { tableKindWords } from './field-words.ts';

/** Which table of the sheet is spoken of, and what it holds. */
export function TableLine(props: {
  table: TableView;
  tables: readonly TableView[];
  onChoose: (id: string) => void;
  onKind: (kind: TableView['kind']) => void;
  onForget: () => void;
}) {
  const { table, tables } = props;
  const kinds = Object.entries(tableKindWords) as [TableView['kind'], string][];
  return (
    <>
      {tables.length > 1 ? (
        <Select
          label="Table"
          hideLabel
          choices={tables.map((one) => ({
            id: one.id,
            text: `${rangeOf(one.where)}: ${tableKindWords[one.kind]}`,
          }))}
          value={table.id}
          onChange={props.onChoose}
        />
      ) : (
        <span>{rangeOf(table.where)}</span>
      )}
      <span className="q2">holds</span>
      <Select
        label="What the table holds"
        hideLabel
        choices={kinds.map(([id, text]) => ({ id, text }))}
        value={table.kind}
        onChange={props.onKind}
      />
      <span className="q2">
        {count(table.rows, 'row')} read as {count(table.records, 'entry', 'entries')}
        {table.remembered ? ', as in your earlier import' : ''}
      </span>
      {table.remembered ? <LinkButton onPress={props.onForget}>Forget that</LinkButton> : null}
    </>
  );
}

/** What the signs on the picture mean. */
export function PictureKey() {
  return (
    <span className="lg2">
      <span>
        <i className="k tb" />
        Table
      </span>
      <span>
        <i className="k hd2" />
        Header
      </span>
      <span>
        <i className="k brk" />
        One entry over several rows
      </span>
      <span>
        <i className="k tr" />
        To the tray
      </span>
    </span>
  );
}

/** "Plan!B4:G19" without the sheet, which its tab names. */
const rangeOf = (where: string) => where.slice(where.lastIndexOf('!') + 1);
