import type { WriteDb } from '../handles.ts';
import { prepared, rowsOf } from './prepared.ts';

/** What points to an action that is merged into another points to that one from then on. */
const repointings = [
  // A link of the one that stays to the one that goes would lead to itself.
  'UPDATE action_links SET to_action_id = nullif(:keep, action_id) WHERE to_action_id = :gone',
  'UPDATE resolutions SET action_id = :keep WHERE action_id = :gone',
  'UPDATE actions SET continues_action_id = :keep WHERE continues_action_id = :gone AND id <> :keep',
  `UPDATE lineage SET to_action_id = :keep WHERE to_action_id = :gone
     AND from_action_id IS NOT :keep AND NOT EXISTS (SELECT 1 FROM lineage o
       WHERE o.to_action_id = :keep AND o.from_action_id IS lineage.from_action_id)`,
  `UPDATE lineage SET from_action_id = :keep WHERE from_action_id = :gone
     AND to_action_id IS NOT :keep AND NOT EXISTS (SELECT 1 FROM lineage o
       WHERE o.from_action_id = :keep AND o.to_action_id IS lineage.to_action_id)`,
  `UPDATE duty_answers SET action_id = :keep WHERE action_id = :gone AND NOT EXISTS (
     SELECT 1 FROM duty_answers o WHERE o.action_id = :keep AND o.duty_id = duty_answers.duty_id)`,
] as const;

export function repointAction(tx: WriteDb, o: { keep: string; gone: string }): void {
  for (const text of repointings) prepared(tx, text).run(o);
}

/** Ids of what is to move over from the action that goes: its updates, and its measures, leads and links by their words. */
export function partsToMove(
  tx: WriteDb,
  actionId: string,
): { updates: string[]; measures: Worded[]; leads: Worded[]; links: Worded[] } {
  const worded = (table: 'measures' | 'leads' | 'action_links') =>
    rowsOf<Worded>(tx, `SELECT id, text FROM ${table} WHERE action_id = ? ORDER BY position, id`, actionId);
  return {
    updates: rowsOf<{ id: string }>(
      tx,
      `SELECT id FROM progress WHERE action_id = ? ORDER BY coalesce("on", ''), position, id`,
      actionId,
    ).map(({ id }) => id),
    measures: worded('measures'),
    leads: worded('leads'),
    links: worded('action_links'),
  };
}
export type Worded = { id: string; text: string };

/** Puts a row behind all others of the action that stays. */
const moves = {
  updates: 'UPDATE progress SET action_id = :keep, position = :position WHERE id = :id',
  measures: 'UPDATE measures SET action_id = :keep, position = :position WHERE id = :id',
  leads: 'UPDATE leads SET action_id = :keep, position = :position WHERE id = :id',
  links: 'UPDATE action_links SET action_id = :keep, position = :position WHERE id = :id',
} as const;
const lasts = {
  updates: 'SELECT max(position) AS last FROM progress WHERE action_id = ?',
  measures: 'SELECT max(position) AS last FROM measures WHERE action_id = ?',
  leads: 'SELECT max(position) AS last FROM leads WHERE action_id = ?',
  links: 'SELECT max(position) AS last FROM action_links WHERE action_id = ?',
} as const;

export function moveParts(
  tx: WriteDb,
  what: keyof typeof moves,
  ids: readonly string[],
  o: { keep: string; step: number },
): void {
  let position = rowsOf<{ last: number | null }>(tx, lasts[what], o.keep)[0]?.last ?? 0;
  for (const id of ids) {
    position += o.step;
    prepared(tx, moves[what]).run({ id, keep: o.keep, position });
  }
}
