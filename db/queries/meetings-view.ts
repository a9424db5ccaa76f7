import type { AboutShown, ProgressGiven } from '#shared/contract/meetings.ts';
import type { Given } from '#shared/domain/minute-numbers.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { statusOf } from './record-parts.ts';

/** What the page of a meeting shows beside the meeting itself. */

type StatusColumns = { status_state: State | null; status_label: string | null };

/** The updates that were given at a meeting, in the order in which they were. */
export function progressAt(db: ReadDb, meetingId: string): ProgressGiven[] {
  type Row = Omit<ProgressGiven, 'status'> & StatusColumns;
  return rowsOf<Row>(
    db,
    `SELECT p.id, p.action_id AS actionId, p.kpi_id AS kpiId, coalesce(a.plan_id, k.plan_id) AS planId,
       coalesce(a.ref, k.ref) AS ref, coalesce(a.text, k.name, '') AS title, p."on", p.status_state, p.status_label,
       p.text, p.by
     FROM progress p LEFT JOIN actions a ON a.id = p.action_id LEFT JOIN kpis k ON k.id = p.kpi_id
     WHERE p.meeting_id = ? ORDER BY p.rowid`,
    meetingId,
  ).map(({ status_state, status_label, ...row }) => ({
    ...row,
    status: statusOf({ status_state, status_label }),
  }));
}

type AboutRow = Omit<AboutShown, 'status'> & StatusColumns;

/** What these records are and how they stand, by id. Resolutions are named by others. */
export function aboutRecords(db: ReadDb, ids: readonly string[]): Map<string, AboutShown> {
  if (ids.length === 0) return new Map();
  const rows = rowsOf<AboutRow>(
    db,
    `WITH wanted AS MATERIALIZED (SELECT DISTINCT value AS id FROM json_each(?))
     SELECT 'plan' AS kind, p.id, p.id AS planId, NULL AS ref, p.title, NULL AS status_state, NULL AS status_label,
       NULL AS "when", NULL AS toldOn, NULL AS told FROM wanted JOIN plans p ON p.id = wanted.id
     UNION ALL SELECT 'section', s.id, s.plan_id, s.ref, s.title, NULL, NULL, NULL, NULL, NULL
       FROM wanted JOIN sections s ON s.id = wanted.id
     UNION ALL SELECT 'action', a.id, a.plan_id, a.ref, a.text, a.status_state, a.status_label, a.timescale_text,
       (SELECT u."on" FROM progress u WHERE u.action_id = a.id ORDER BY coalesce(u."on", '') DESC, u.position DESC LIMIT 1),
       (SELECT u.text FROM progress u WHERE u.action_id = a.id ORDER BY coalesce(u."on", '') DESC, u.position DESC LIMIT 1)
       FROM wanted JOIN actions a ON a.id = wanted.id
     UNION ALL SELECT 'kpi', k.id, k.plan_id, k.ref, k.name, NULL, NULL, NULL, NULL, NULL
       FROM wanted JOIN kpis k ON k.id = wanted.id
     UNION ALL SELECT 'resolution', r.id, NULL, r.number, r.text, NULL, NULL, r.timescale_text, NULL, NULL
       FROM wanted JOIN resolutions r ON r.id = wanted.id`,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map(({ status_state, status_label, ...row }) => [
      row.id,
      { ...row, status: statusOf({ status_state, status_label }) },
    ]),
  );
}

/** Every number that minutes of a body bear, with the day of the meeting: of items and of whole meetings. */
export function minutesGiven(db: ReadDb, bodyId: string | null): (Given & Numbered)[] {
  return rowsOf(
    db,
    `SELECT m.minute_ref AS ref, m.held_on AS "on", m.id AS meetingId, NULL AS itemId, m.title AS meeting, NULL AS item,
       m.body_id AS bodyId FROM meetings m WHERE m.minute_ref IS NOT NULL AND (? IS NULL OR m.body_id = ?)
     UNION ALL SELECT i.minute_ref, m.held_on, m.id, i.id, m.title, i.title, m.body_id
       FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
       WHERE i.minute_ref IS NOT NULL AND (? IS NULL OR m.body_id = ?)`,
    bodyId,
    bodyId,
    bodyId,
    bodyId,
  );
}
export type Numbered = {
  meetingId: string;
  itemId: string | null;
  meeting: string;
  item: string | null;
  bodyId: string | null;
};

/** The numbers of the resolutions of a body's meetings, and what each is counted with. */
export type NumberGiven = { number: string; itemId: string | null; meetingId: string; on: string | null };
export function resolutionNumbers(db: ReadDb, bodyId: string | null, meetingId: string): NumberGiven[] {
  return rowsOf(
    db,
    `SELECT r.number, r.agenda_item_id AS itemId, r.meeting_id AS meetingId, m.held_on AS "on"
     FROM meetings m JOIN resolutions r ON r.meeting_id = m.id
     WHERE m.id = ? OR (? IS NOT NULL AND m.body_id = ?)`,
    meetingId,
    bodyId,
    bodyId,
  );
}
