import type { ReadDb } from '../handles.ts';
import { rowOf } from './prepared.ts';

/** A measure with the action it is of. */
export type MeasureHead = { id: string; actionId: string; text: string; ref: string | null; action: string };
export function measureHead(db: ReadDb, measureId: string): MeasureHead | undefined {
  return rowOf(
    db,
    `SELECT m.id, m.action_id AS actionId, m.text, a.ref, a.text AS action
     FROM measures m JOIN actions a ON a.id = m.action_id WHERE m.id = ?`,
    measureId,
  );
}
