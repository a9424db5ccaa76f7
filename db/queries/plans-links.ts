import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

/** What the links of a plan's actions can point to, in reading order. */
export function linkTargets(
  db: ReadDb,
  planId: string,
): {
  actions: { id: string; ref: string }[];
  sections: { id: string; ref: string | null; title: string }[];
  plans: { id: string; title: string }[];
} {
  return {
    actions: rowsOf(
      db,
      'SELECT id, ref FROM actions WHERE plan_id = ? AND ref IS NOT NULL ORDER BY position, id',
      planId,
    ),
    sections: rowsOf(
      db,
      'SELECT id, ref, title FROM sections WHERE plan_id = ? ORDER BY position, id',
      planId,
    ),
    plans: rowsOf(db, 'SELECT id, title FROM plans WHERE id <> ? ORDER BY position, id', planId),
  };
}
