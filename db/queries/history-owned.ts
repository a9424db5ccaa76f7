import type { ReadDb } from '../handles.ts';
import { quoted } from '../layout.ts';
import { ownerColumns, references } from '../references.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** A record by its table. */
export type RecordId = { readonly table: string; readonly id: string };

/** The table of a row that the log knows; undefined for any other id. */
export function recordOf(db: ReadDb, id: string): RecordId | undefined {
  return rowOf(db, 'SELECT table_name AS "table", row_id AS id FROM changes WHERE row_id = ? LIMIT 1', id);
}

/** Ids of records with all that hangs on them now, by way of the columns that say what hangs on what. */
export function ownedIds(db: ReadDb, records: readonly RecordId[]): string[] {
  const owned = new Set<string>();
  let edge: readonly RecordId[] = records;
  while (edge.length > 0) {
    for (const { id } of edge) owned.add(id);
    const byTable = Map.groupBy(edge, ({ table }) => table);
    edge = references(db).flatMap(({ table, column, to }) => {
      const of = byTable.get(to);
      if (!of || !ownerColumns(table.name).includes(column)) return [];
      return rowsOf<{ id: string }>(
        db,
        `SELECT ${quoted(table.key)} AS id FROM ${quoted(table.name)}
         WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))`,
        JSON.stringify(of.map(({ id }) => id)),
      )
        .filter(({ id }) => !owned.has(id))
        .map(({ id }) => ({ table: table.name, id }));
    });
  }
  return [...owned];
}

const ownersInLog = ['plan_id', 'section_id', 'action_id', 'kpi_id', 'measure_id', 'meeting_id', 'person_id']
  .map((column) => `json_extract(c.old, '$.${column}') IN (SELECT id FROM own)`)
  .join(' OR ');

/** The acts that wrote any of these records or what hangs, or hung, on them. */
export function actsOn(db: ReadDb, records: readonly RecordId[]): number[] {
  return rowsOf<{ seq: number }>(
    db,
    `WITH own(id) AS (SELECT value FROM json_each(?))
     SELECT c.change_set_seq AS seq FROM own JOIN changes AS c ON c.row_id = own.id
     UNION SELECT c.change_set_seq FROM changes AS c WHERE c.op = 'removed' AND (${ownersInLog})`,
    JSON.stringify(ownedIds(db, records)),
  ).map(({ seq }) => seq);
}
