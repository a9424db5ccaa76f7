import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

/** The last acts in force, newest first. */
export function lastActs(db: ReadDb, limit: number): { at: string; label: string }[] {
  return rowsOf(
    db,
    `SELECT at, label FROM change_sets WHERE state = 'done' ORDER BY seq DESC LIMIT ?`,
    limit,
  );
}
