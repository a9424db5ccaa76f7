import type { ReadDb } from '../handles.ts';
import { rowAfter } from '../logged-rows.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** What Undo would say; null where there is nothing to undo. */
export function undoLabel(db: ReadDb): string | null {
  return newestUndoable(db)?.label ?? null;
}

/** What Undo and Redo would say; null where there is nothing to undo or redo. */
export function undoLabels(db: ReadDb): { undo: string | null; redo: string | null } {
  const undo = newestUndoable(db);
  // Only what stands behind the newest act in force can be done again; so the log is not searched from its beginning.
  const redo = rowOf<{ label: string }>(
    db,
    `SELECT label FROM change_sets WHERE seq > ? AND state = 'undone' ORDER BY seq LIMIT 1`,
    undo?.seq ?? 0,
  );
  return { undo: undo?.label ?? null, redo: redo?.label ?? null };
}

/** The act that Undo would take back. */
export function newestUndoable(db: ReadDb): { seq: number; label: string } | undefined {
  return rowOf(
    db,
    `SELECT seq, label FROM change_sets WHERE state = 'done' AND undoable = 1 ORDER BY seq DESC LIMIT 1`,
  );
}

/** When the register was last written to by an act; null for a new one. */
export function lastChangeAt(db: ReadDb): string | null {
  return rowOf<{ at: string }>(db, 'SELECT at FROM change_sets ORDER BY seq DESC LIMIT 1')?.at ?? null;
}

/** One row of the log with the act it belongs to. `old` and `new` are whole rows as JSON. */
export type LoggedRow = {
  setId: string;
  at: string;
  label: string;
  tableName: string;
  old: string | null;
  new: string | null;
};

/**
 * What acts in force did to an action and to what hangs on it, newest first. Rows that hang on it and are gone
 * are looked for in all acts but imports, whose rows are found by their own ids.
 */
export function loggedRowsOfAction(db: ReadDb, actionId: string, limit: number): LoggedRow[] {
  return rowsOf<LoggedRow>(
    db,
    `WITH own(id) AS (
       SELECT :id
       UNION ALL SELECT id FROM measures WHERE action_id = :id
       UNION ALL SELECT id FROM leads WHERE action_id = :id
       UNION ALL SELECT id FROM action_links WHERE action_id = :id
       UNION ALL SELECT id FROM progress WHERE action_id = :id),
     found(id) AS (
       SELECT c.id FROM own o JOIN changes c ON c.row_id = o.id
       UNION
       SELECT c.id FROM change_sets s JOIN changes c ON c.change_set_seq = s.seq
       WHERE s.kind <> 'import' AND c.op = 'removed'
         AND c.table_name IN ('measures', 'leads', 'action_links', 'progress')
         AND json_extract(c.old, '$.action_id') = :id)
     SELECT s.id AS setId, s.at, s.label, c.table_name AS tableName, c.old, ${rowAfter('c')} AS new
     FROM found f JOIN changes c ON c.id = f.id JOIN change_sets s ON s.seq = c.change_set_seq
     WHERE s.state = 'done' ORDER BY c.id DESC LIMIT :limit`,
    { id: actionId, limit },
  );
}
