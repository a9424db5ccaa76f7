import type { ReadDb } from '../handles.ts';
import { rowOf } from './prepared.ts';

/** An update that another is to put right: what it is about, and whether one did already. */
export type UpdateToCorrect = { actionId: string | null; corrected: 0 | 1 };
export function updateToCorrect(db: ReadDb, id: string): UpdateToCorrect | undefined {
  return rowOf(
    db,
    `SELECT action_id AS actionId,
       EXISTS (SELECT 1 FROM progress c WHERE c.corrects_id = p.id) AS corrected FROM progress p WHERE p.id = ?`,
    id,
  );
}

export function meetingIsThere(db: ReadDb, id: string): boolean {
  return rowOf(db, 'SELECT 1 FROM meetings WHERE id = ?', id) !== undefined;
}
