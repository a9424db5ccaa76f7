import type { ReadDb, WriteDb } from '../handles.ts';
import { standing } from '../standing.ts';
import { prepared, rowOf, rowsOf } from './prepared.ts';

/** Where rows stand in the reading order of their plan. */
export type Placed = { id: string; position: number };

/** An action's plan, section and position; undefined where there is none of that id. */
export type ActionPlace = {
  id: string;
  planId: string;
  sectionId: string | null;
  position: number;
  ref: string | null;
};
export function actionPlace(db: ReadDb, actionId: string): ActionPlace | undefined {
  return rowOf(
    db,
    'SELECT id, plan_id AS planId, section_id AS sectionId, position, ref FROM actions WHERE id = ?',
    actionId,
  );
}

/** The plan's actions behind a position (null: all), in order; at most `limit` of them, -1 for no limit. */
export function actionsBehind(db: ReadDb, planId: string, position: number | null, limit: number): Placed[] {
  return rowsOf(
    db,
    'SELECT id, position FROM actions WHERE plan_id = ? AND position > ? ORDER BY position, id LIMIT ?',
    planId,
    position ?? Number.MIN_SAFE_INTEGER,
    limit,
  );
}

/** The last position among the actions of these sections; null where they hold none. A JSON array of ids. */
export function lastActionIn(db: ReadDb, planId: string, sectionIds: readonly string[]): number | null {
  return (
    rowOf<{ last: number | null }>(
      db,
      `SELECT max(position) AS last FROM actions
       WHERE plan_id = ? AND section_id IN (SELECT value FROM json_each(?))`,
      planId,
      JSON.stringify(sectionIds),
    )?.last ?? null
  );
}

/** The position of the plan's last action before the first of a section (null: of those in none); null where none is. */
export function lastBeforeFirstOf(db: ReadDb, planId: string, sectionId: string | null): number | null {
  return (
    rowOf<{ last: number | null }>(
      db,
      `SELECT max(position) AS last FROM actions WHERE plan_id = ? AND position <
         (SELECT min(position) FROM actions WHERE plan_id = ? AND section_id IS ?)`,
      planId,
      planId,
      sectionId,
    )?.last ?? null
  );
}

/** How many actions stand in a section (null: in none). */
export function actionsIn(db: ReadDb, planId: string, sectionId: string | null): number {
  return (
    rowOf<{ found: number }>(
      db,
      'SELECT count(*) AS found FROM actions WHERE plan_id = ? AND section_id IS ?',
      planId,
      sectionId,
    )?.found ?? 0
  );
}

/** The references of a plan's sections or actions, by id. */
export function refsOf(
  db: ReadDb,
  table: 'sections' | 'actions',
  planId: string,
): Map<string, string | null> {
  const rows = rowsOf<{ id: string; ref: string | null }>(
    db,
    table === 'sections'
      ? 'SELECT id, ref FROM sections WHERE plan_id = ?'
      : 'SELECT id, ref FROM actions WHERE plan_id = ?',
    planId,
  );
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}

/** The last position among the actions of the plan that stand in no section; null where there are none. */
export function lastActionOutside(db: ReadDb, planId: string): number | null {
  return (
    rowOf<{ last: number | null }>(
      db,
      'SELECT max(position) AS last FROM actions WHERE plan_id = ? AND section_id IS NULL',
      planId,
    )?.last ?? null
  );
}

export type SectionPlace = {
  id: string;
  planId: string;
  parentId: string | null;
  position: number;
  title: string;
};
export function sectionPlaces(db: ReadDb, planId: string): SectionPlace[] {
  return rowsOf(
    db,
    `SELECT id, plan_id AS planId, parent_id AS parentId, position, title FROM sections
     WHERE plan_id = ? ORDER BY position, id`,
    planId,
  );
}

export function sectionPlace(db: ReadDb, sectionId: string): SectionPlace | undefined {
  return rowOf(
    db,
    'SELECT id, plan_id AS planId, parent_id AS parentId, position, title FROM sections WHERE id = ?',
    sectionId,
  );
}

/** Moves rows on that stand in the way of new ones. */
export function movePositions(tx: WriteDb, table: 'actions' | 'sections', moved: readonly Placed[]): void {
  const statement = prepared(
    tx,
    table === 'actions'
      ? 'UPDATE actions SET position = ? WHERE id = ?'
      : 'UPDATE sections SET position = ? WHERE id = ?',
  );
  for (const { id, position } of moved) statement.run(position, id);
}

/** The last position of a list of records that hang on one owner, 0 where there are none. */
const lastOf = {
  plans: 'SELECT max(position) AS last FROM plans WHERE ? IS NOT NULL',
  kpis: 'SELECT max(position) AS last FROM kpis WHERE ? IS NOT NULL',
  duties: 'SELECT max(position) AS last FROM duties WHERE ? IS NOT NULL',
  dutyAnswers: 'SELECT max(position) AS last FROM duty_answers WHERE ? IS NOT NULL',
  glossary: 'SELECT max(position) AS last FROM glossary WHERE ? IS NOT NULL',
  fundingStreams: 'SELECT max(position) AS last FROM funding_streams WHERE ? IS NOT NULL',
  measures: 'SELECT max(position) AS last FROM measures WHERE action_id = ?',
  progress: 'SELECT max(position) AS last FROM progress WHERE action_id = ?',
} as const;
export function lastPosition(db: ReadDb, list: keyof typeof lastOf, owner = ''): number {
  return rowOf<{ last: number | null }>(db, lastOf[list], owner)?.last ?? 0;
}

/** Ids of the rows that hang on an action, in order, with their words. */
export type Part = { id: string; position: number; text: string };
const parts = {
  leads: 'SELECT id, position, text FROM leads WHERE action_id = ? ORDER BY position, id',
  measures: 'SELECT id, position, text FROM measures WHERE action_id = ? ORDER BY position, id',
  sectionLeads: 'SELECT id, position, text FROM leads WHERE section_id = ? ORDER BY position, id',
  measureLeads: 'SELECT id, position, text FROM leads WHERE measure_id = ? ORDER BY position, id',
  kpiLeads: 'SELECT id, position, text FROM leads WHERE kpi_id = ? ORDER BY position, id',
} as const;
export function partsOf(db: ReadDb, list: keyof typeof parts, owner: string): Part[] {
  return rowsOf(db, parts[list], owner);
}

/** The newest status that an update gave the action: by day, then by order of entry. What was corrected is none. */
export function newestStatus(
  db: ReadDb,
  actionId: string,
): { statusState: string; statusLabel: string | null } | undefined {
  return rowOf(
    db,
    `SELECT status_state AS statusState, status_label AS statusLabel FROM progress
     WHERE action_id = ? AND status_state IS NOT NULL AND ${standing}
     ORDER BY coalesce("on", '') DESC, position DESC, id DESC LIMIT 1`,
    actionId,
  );
}

export function keyEntryIds(db: ReadDb, planId: string): string[] {
  return rowsOf<{ id: string }>(
    db,
    'SELECT id FROM key_entries WHERE plan_id = ? ORDER BY position, id',
    planId,
  ).map((row) => row.id);
}
