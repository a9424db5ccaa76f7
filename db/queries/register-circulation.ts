import type { CirculationList } from '#shared/contract/circulation-records.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { insertRow, insertRows } from '../rows.ts';
import {
  circulationLists as listTable,
  circulationRecipients as recipientTable,
  circulations as sentTable,
} from '../schema/index.ts';
import { circulationLists, circulationRows } from './circulation.ts';
import { childId, type Writing, withPositions } from './register-writing.ts';

/** Lists, and what went out, oldest first. Left out where there is none of it. */
export function readCirculation(db: ReadDb): Pick<RegisterJson, 'circulationLists' | 'circulations'> {
  const lists = circulationLists(db).map((list) => ({ ...list, source: null }));
  const sent = circulationRows(db).map(({ snapshotName: _, takenAt: __, ...row }) => ({
    ...row,
    source: null,
  }));
  return {
    ...(lists.length > 0 && { circulationLists: lists }),
    ...(sent.length > 0 && { circulations: sent }),
  };
}

/** The columns of a list but for its identity and position. */
export const listToColumns = ({
  sees,
  name,
  eachLead,
  papers,
  subject,
  words,
}: Omit<CirculationList, 'id' | 'source' | 'recipients'>) => ({
  name,
  seesNotes: sees.notes,
  seesNames: sees.names,
  seesConfidential: sees.confidential,
  eachLead,
  papers,
  subject,
  words,
});

/** After the snapshots that the circulations are of. */
export function writeCirculation({ tx }: Writing, json: RegisterJson): void {
  const lists = withPositions(json.circulationLists ?? [], (list, position) => ({ list, position }));
  for (const { list, position } of lists) {
    insertRow(tx, listTable, { id: list.id, position, ...listToColumns(list) });
    insertRows(
      tx,
      recipientTable,
      withPositions(list.recipients, (one, at, index) => ({
        id: childId(list.id, 'recipient', index),
        listId: list.id,
        position: at,
        ...one,
      })),
    );
  }
  insertRows(
    tx,
    sentTable,
    (json.circulations ?? []).map(({ source: _, ...columns }) => columns),
  );
}
