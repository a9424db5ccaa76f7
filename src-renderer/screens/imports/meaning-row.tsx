import { columnName } from '#shared/contract/grid.ts';
import type { ColumnField, TableView } from '#shared/contract/imports.ts';
import { Select } from '../../components/select.tsx';
import { fieldOf, meaningOf, meaningsFor, meaningWords } from './field-words.ts';

export type OnMeaning = (
  tableId: string,
  column: number,
  field: ColumnField,
  role: ReturnType<typeof fieldOf>['role'],
  period: string | null,
) => void;

/** What each column of a table means, as a row of choices over its columns. */
export function MeaningRow(props: {
  table: TableView;
  /** How many columns the picture has. */
  columns: number;
  /** Whether columns go by letters, as on a sheet, or by numbers, as in a document. */
  lettered: boolean;
  onMeaning: OnMeaning;
}) {
  const { table, lettered } = props;
  return (
    <tr className="mean">
      <td colSpan={2} />
      {Array.from({ length: props.columns }, (_, column) => {
        const own = table.columns.find((one) => one.column === column);
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
        if (!own) return <td key={column} />;
        const meaning = meaningOf(own);
        const name = lettered ? columnName(column) : String(column + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
          <td key={column} title={own.because}>
            <Select
              label={`Meaning of column ${name}, ${own.header || 'without a heading'}: ${own.because}`}
              hideLabel
              choices={meaningsFor(table.kind, meaning).map((id) => ({
                id,
                text: meaningWords(id, id === meaning ? own.period : null),
              }))}
              value={meaning}
              onChange={(next) => {
                const { field, role } = fieldOf(next);
                props.onMeaning(table.id, column, field, role, field === 'value' ? own.period : null);
              }}
            />
          </td>
        );
      })}
    </tr>
  );
}
