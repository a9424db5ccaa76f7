import type { LoggedValues } from '#shared/domain/later-changes.ts';
import type { WriteDb } from './handles.ts';
import { quoted, type TableLayout } from './layout.ts';
import { prepared } from './queries/prepared.ts';
import { standing } from './standing.ts';

/** A row to be as given, or to go (`to` null). `from` is how it stands now, null where it is not there. */
export type RowToPut = {
  readonly table: TableLayout;
  readonly id: string;
  readonly from: LoggedValues | null;
  readonly to: LoggedValues | null;
};

type Texts = { remove: string; change: string; add: string };
const texts = new Map<string, Texts>();

/**
 * Writes whole rows as the change log keeps them, inside a change set: logged like any other write. Rows come in any
 * order; references are looked at once all are there. Gives how many rows were written.
 */
export function putRows(tx: WriteDb, rows: readonly RowToPut[]): number {
  tx.raw.pragma('defer_foreign_keys = ON');
  let written = 0;
  const run = (text: string, ...values: unknown[]) => {
    written += prepared(tx, text).run(...values).changes;
  };
  for (const { table, id, from, to } of rows) if (from && !to) run(textsOf(table).remove, id);
  for (const { table, id, from, to } of rows)
    if (from && to) run(textsOf(table).change, JSON.stringify(to), id);
  for (const { table, from, to } of rows) if (!from && to) run(textsOf(table).add, JSON.stringify(to));
  return written;
}

function textsOf(table: TableLayout): Texts {
  const known = texts.get(table.name);
  if (known) return known;
  const name = quoted(table.name);
  const key = quoted(table.key);
  const columns = table.columns.map((column) => column.name);
  const others = columns.filter((column) => column !== table.key);
  const values = (of: readonly string[]) =>
    of.map((column) => `json_extract(r.value, '$.${column}')`).join(', ');
  const made = {
    remove: `DELETE FROM ${name} WHERE ${key} = ?`,
    change: `UPDATE ${name} SET (${others.map(quoted).join(', ')}) = (SELECT ${values(others)} FROM (SELECT ? AS value) AS r) WHERE ${key} = ?`,
    add: `INSERT INTO ${name} (${columns.map(quoted).join(', ')}) SELECT ${values(columns)} FROM (SELECT ? AS value) AS r`,
  };
  texts.set(table.name, made);
  return made;
}

/**
 * Gives actions the status of their newest update that has one and was not corrected: by day, then by order of entry. For what brings updates
 * back or takes them out; gives how many actions stood otherwise.
 */
export function refreshStatuses(tx: WriteDb, actionIds: readonly string[]): number {
  if (actionIds.length === 0) return 0;
  return prepared(
    tx,
    `WITH newest AS (
       SELECT action_id, status_state, status_label, row_number() OVER (
         PARTITION BY action_id ORDER BY coalesce("on", '') DESC, position DESC, id DESC) AS place
       FROM progress WHERE action_id IN (SELECT value FROM json_each(:ids)) AND status_state IS NOT NULL
         AND ${standing}),
     stood AS (
       SELECT a.id, n.status_state, n.status_label FROM actions AS a
       LEFT JOIN newest AS n ON n.action_id = a.id AND n.place = 1
       WHERE a.id IN (SELECT value FROM json_each(:ids)))
     UPDATE actions SET status_state = s.status_state, status_label = s.status_label FROM stood AS s
     WHERE s.id = actions.id
       AND (actions.status_state IS NOT s.status_state OR actions.status_label IS NOT s.status_label)`,
  ).run({ ids: JSON.stringify(actionIds) }).changes;
}
