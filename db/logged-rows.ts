import { loggedTables, quoted, rowAsJson } from './layout.ts';

/**
 * SQL for the whole row after a change, as JSON. `changes` leaves it out for an added row while something else
 * says the same: the `old` of that row's next change, or the row itself. `c` is the alias of `changes`.
 */
export function rowAfter(c: string): string {
  const next =
    `SELECT n.old FROM changes AS n WHERE n.row_id = ${c}.row_id AND n.table_name = ${c}.table_name ` +
    `AND n.id > ${c}.id AND n.old IS NOT NULL ORDER BY n.id LIMIT 1`;
  const rows = loggedTables.map(
    (table) =>
      `WHEN '${table.name}' THEN (SELECT ${rowAsJson(table, 't')} FROM ${quoted(table.name)} AS t WHERE t.${quoted(table.key)} = ${c}.row_id)`,
  );
  return (
    `CASE WHEN ${c}.op <> 'added' OR ${c}.new IS NOT NULL THEN ${c}.new ` +
    `ELSE coalesce((${next}), CASE ${c}.table_name ${rows.join(' ')} END) END`
  );
}
