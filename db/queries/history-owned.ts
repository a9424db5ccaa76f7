import type { ReadDb } from '../handles.ts';
import { quoted } from '../layout.ts';
import { ownerColumns, references } from '../references.ts';
import { rowsOf } from './prepared.ts';

/** Ids of records with all that hangs on them now, by way of the columns that say what hangs on what. */
export function ownedIds(db: ReadDb, ids: readonly string[]): string[] {
  const owned = new Set(ids);
  let edge: readonly string[] = ids;
  while (edge.length > 0) {
    const value = JSON.stringify(edge);
    const next = references(db)
      .filter(({ table, column }) => ownerColumns(table.name).includes(column))
      .flatMap(({ table, column }) =>
        rowsOf<{ id: string }>(
          db,
          `SELECT ${quoted(table.key)} AS id FROM ${quoted(table.name)}
           WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))`,
          value,
        ),
      )
      .map(({ id }) => id)
      .filter((id) => !owned.has(id));
    edge = [...new Set(next)];
    for (const id of edge) owned.add(id);
  }
  return [...owned];
}

const ownersInLog = ['plan_id', 'section_id', 'action_id', 'kpi_id', 'measure_id', 'meeting_id', 'person_id']
  .map((column) => `json_extract(c.old, '$.${column}') IN (SELECT id FROM own)`)
  .join(' OR ');

/** The acts that wrote any of these records or what hangs, or hung, on them. */
export function actsOn(db: ReadDb, ids: readonly string[]): number[] {
  return rowsOf<{ seq: number }>(
    db,
    `WITH own(id) AS (SELECT value FROM json_each(?))
     SELECT c.change_set_seq AS seq FROM own JOIN changes AS c ON c.row_id = own.id
     UNION SELECT c.change_set_seq FROM changes AS c WHERE c.op = 'removed' AND (${ownersInLog})`,
    JSON.stringify(ownedIds(db, ids)),
  ).map(({ seq }) => seq);
}
