import { useState } from 'react';
import { columnName } from '#shared/contract/grid.ts';
import type { Correction, TableView } from '#shared/contract/imports.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { capital } from '../../format/words.ts';
import type { Chosen } from './choosing.ts';
import { tableKindWords } from './field-words.ts';

type RowRole = Extract<Correction, { kind: 'row' }>['as'];
const rowActs: readonly { as: RowRole; words: string; key: string; isHeading?: true }[] = [
  { as: 'joined', words: 'Join with the row above', key: 'J' },
  { as: 'own', words: 'An entry of its own', key: 'O' },
  { as: 'heading', words: 'A heading', key: 'H' },
  { as: 'apart', words: 'Not in the table', key: 'N' },
  { as: 'usual', words: 'As it was read', key: 'R' },
];

/** What is said of the rows or cells that are chosen. `rowName` names a row as the picture does. */
export function ChangeBar(props: {
  chosen: Chosen | null;
  /** The table that the chosen cells lie in. */
  table: TableView | null;
  sheet: number;
  fileAt: number;
  isDocument: boolean;
  rowName: (row: number) => string;
  onCorrect: (corrections: Correction[]) => void;
}) {
  const { chosen, table, fileAt, sheet } = props;
  const [kind, setKind] = useState<TableView['kind']>('actions');
  if (!chosen) {
    return (
      <div className="chbar" role="toolbar" aria-label="Changes to what was recognised">
        <span className="q2">
          Choose rows by their numbers{props.isDocument ? '' : ', or cells by dragging over them'}. With the
          keyboard: Tab into the picture, arrows, Shift with arrows.{' '}
          {props.isDocument ? '' : 'The edges of a table can be dragged, or moved with the arrow keys. '}Ctrl
          Z takes the last change back.
        </span>
      </div>
    );
  }
  const manyCells = chosen.right > chosen.left && chosen.bottom > chosen.top && !chosen.wholeRows;
  return (
    <div className="chbar" role="toolbar" aria-label="Changes to what was recognised">
      <b aria-live="polite">{nameOf(chosen, props)}</b>
      {table && !manyCells
        ? rowActs.map(({ as, words, key }) => (
            <Button
              key={as}
              small
              aria-keyshortcuts={key}
              onPress={() => props.onCorrect(rowCorrections(props, as))}
            >
              {words} <span className="kbd">{key}</span>
            </Button>
          ))
        : null}
      {table && !props.isDocument && chosen.bottom - chosen.top < 4 ? (
        <Button small aria-keyshortcuts="T" onPress={() => props.onCorrect(headerCorrection(props))}>
          Heads the table <span className="kbd">T</span>
        </Button>
      ) : null}
      {manyCells ? (
        <>
          <Select
            label="What the new table holds"
            hideLabel
            choices={(Object.entries(tableKindWords) as [TableView['kind'], string][]).map(([id, text]) => ({
              id,
              text,
            }))}
            value={kind}
            onChange={setKind}
          />
          <Button
            small
            onPress={() =>
              props.onCorrect([
                {
                  kind: 'new-table',
                  file: fileAt,
                  tableId: `new:${sheet}:${chosen.top}:${chosen.left}`,
                  sheet,
                  top: chosen.top,
                  left: chosen.left,
                  bottom: chosen.bottom,
                  right: chosen.right,
                  as: kind,
                },
              ])
            }
          >
            Mark as a table
          </Button>
        </>
      ) : null}
      {table ? (
        <Button
          small
          onPress={() => props.onCorrect([{ kind: 'no-table', file: fileAt, tableId: table.id }])}
        >
          This is no table
        </Button>
      ) : null}
    </div>
  );
}

type About = { chosen: Chosen | null; table: TableView | null; sheet: number; fileAt: number };

/** The corrections that a key or button means for the chosen rows; none where it means nothing here. */
export function correctionsOfKey(about: About, key: string, isDocument: boolean): Correction[] {
  const { chosen, table } = about;
  if (!chosen || !table) return [];
  if (key.toUpperCase() === 'T' && !isDocument) return headerCorrection(about);
  const act = rowActs.find((one) => one.key === key.toUpperCase());
  return act ? rowCorrections(about, act.as) : [];
}

function rowCorrections({ chosen, sheet, fileAt }: About, as: RowRole): Correction[] {
  if (!chosen) return [];
  return Array.from({ length: chosen.bottom - chosen.top + 1 }, (_, at) => ({
    kind: 'row',
    file: fileAt,
    sheet,
    row: chosen.top + at,
    as,
  }));
}

function headerCorrection({ chosen, table, fileAt }: About): Correction[] {
  if (!chosen || !table) return [];
  return [{ kind: 'header-rows', file: fileAt, tableId: table.id, from: chosen.top, to: chosen.bottom }];
}

function nameOf(
  chosen: Chosen,
  { rowName, isDocument }: { rowName: (row: number) => string; isDocument: boolean },
): string {
  const { top, bottom, left, right } = chosen;
  if (isDocument || chosen.wholeRows) {
    const first = capital(rowName(top));
    return top === bottom ? first : `${first} to ${rowName(bottom)}`;
  }
  const from = `${columnName(left)}${top + 1}`;
  return top === bottom && left === right ? from : `${from}:${columnName(right)}${bottom + 1}`;
}
