import type { KeyEntry, Status } from '#shared/contract/register.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { prepared, rowOf, rowsOf } from './prepared.ts';

/** The plan's own key in its order; empty where the office's key holds. */
export function ownKeyOf(db: ReadDb, planId: string): KeyEntry[] {
  return rowsOf<KeyEntry>(
    db,
    'SELECT state, label, colour, shape, definition FROM key_entries WHERE plan_id = ? ORDER BY position, id',
    planId,
  );
}

/** The office's key, for plans without one of their own; empty where the usual one holds. */
export function officeKey(db: ReadDb): KeyEntry[] {
  const row = rowOf<{ value: string }>(db, `SELECT value FROM settings WHERE id = 'key'`);
  return row ? (JSON.parse(row.value) as KeyEntry[]) : [];
}

/** The key by which a plan's statuses are written: its own, else the office's; empty where the usual one holds. */
export function keyOf(db: ReadDb, planId: string): KeyEntry[] {
  const own = ownKeyOf(db, planId);
  return own.length > 0 ? own : officeKey(db);
}

/** Plans that have no key of their own. */
export function plansWithoutKey(db: ReadDb): string[] {
  return rowsOf<{ id: string }>(
    db,
    `SELECT id FROM plans p WHERE NOT EXISTS (SELECT 1 FROM key_entries WHERE plan_id = p.id) ORDER BY position, id`,
  ).map(({ id }) => id);
}

/** The words under which actions stand today, of a plan or of all plans without a key, with how many. */
export function labelsInUse(db: ReadDb, planIds: readonly string[]): (Status & { actions: number })[] {
  return rowsOf(
    db,
    `SELECT status_state AS state, coalesce(status_label, '') AS label, count(*) AS actions FROM actions
     WHERE status_state IS NOT NULL AND plan_id IN (SELECT value FROM json_each(?))
     GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    JSON.stringify(planIds),
  );
}

/**
 * Writes down the colour that statuses had until now, on every update of these plans that has no colour kept yet. So
 * what was said before a key was changed is shown as it was said.
 */
export function keepColours(tx: WriteDb, planIds: readonly string[], status: Status, colour: string): void {
  prepared(
    tx,
    `UPDATE progress SET status_colour = ?
     WHERE status_colour IS NULL AND status_state = ? AND coalesce(status_label, '') = ? AND action_id IN
       (SELECT id FROM actions WHERE plan_id IN (SELECT value FROM json_each(?)))`,
  ).run(colour, status.state, status.label, JSON.stringify(planIds));
}

/** The words that updates of these plans gave a status and whose colour is not kept yet. */
export function labelsWithoutColour(db: ReadDb, planIds: readonly string[]): Status[] {
  return rowsOf(
    db,
    `SELECT DISTINCT status_state AS state, coalesce(status_label, '') AS label FROM progress
     WHERE status_colour IS NULL AND status_state IS NOT NULL AND action_id IN
       (SELECT id FROM actions WHERE plan_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(planIds),
  );
}
