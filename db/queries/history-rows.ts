import type { LoggedValues } from '#shared/domain/later-changes.ts';
import type { ReadDb } from '../handles.ts';
import { loggedTables, quoted, rowAsJson } from '../layout.ts';
import { rowOf } from './prepared.ts';

/** A row as it stands, or as it last stood where it is gone; null where the log never saw it. */
export function rowAtLast(db: ReadDb, table: string, id: string): LoggedValues | null {
  const layout = loggedTables.find(({ name }) => name === table);
  if (!layout) return null;
  const now = rowOf<{ row: string }>(
    db,
    `SELECT ${rowAsJson(layout, 't')} AS row FROM ${quoted(table)} AS t WHERE t.${quoted(layout.key)} = ?`,
    id,
  );
  const row =
    now ??
    rowOf<{ row: string }>(
      db,
      `SELECT coalesce(new, old) AS row FROM changes
       WHERE row_id = ? AND table_name = ? AND coalesce(new, old) IS NOT NULL ORDER BY id DESC LIMIT 1`,
      id,
      table,
    );
  return row ? JSON.parse(row.row) : null;
}
