import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** What the register itself can count, over a stretch of days. */

export type AttendanceCount = { meetings: number; present: number; all: number };

/** Who came to the meetings held from the first to the last of those days: of one body, or of all. */
export function attendanceBetween(
  db: ReadDb,
  bodyId: string | null,
  from: string,
  to: string,
): AttendanceCount {
  const found = rowOf<AttendanceCount>(
    db,
    `SELECT count(DISTINCT m.id) AS meetings, coalesce(sum(a.state = 'present'), 0) AS present, count(a.id) AS "all"
     FROM meetings m JOIN attendance a ON a.meeting_id = m.id
     WHERE m.held_on BETWEEN ? AND ? AND m.state <> 'cancelled' AND (? IS NULL OR m.body_id = ?)`,
    from,
    to,
    bodyId,
    bodyId,
  );
  return found ?? { meetings: 0, present: 0, all: 0 };
}

/**
 * How many actions stood in each state on a day: each by its last update until then, of which one without a day counts
 * as told before all others. Of one plan, or of all plans that ran on that day.
 */
export function actionStatesOn(
  db: ReadDb,
  planId: string | null,
  on: string,
): { state: State | null; count: number }[] {
  return rowsOf(
    db,
    `SELECT (SELECT p.status_state FROM progress p
       WHERE p.action_id = a.id AND p.status_state IS NOT NULL AND (p."on" IS NULL OR p."on" <= ?)
       ORDER BY coalesce(p."on", '') DESC, p.position DESC, p.id DESC LIMIT 1) AS state, count(*) AS count
     FROM actions a JOIN plans l ON l.id = a.plan_id
     WHERE CASE WHEN ? IS NULL
       THEN coalesce(l.period_start, '') <= ? AND coalesce(l.period_end, '9999') >= ? ELSE a.plan_id = ? END
     GROUP BY 1`,
    on,
    planId,
    on,
    on,
    planId,
  );
}

/** Duties in force by a day, and how many of them something answers now. Of one plan, or of all. */
export function dutiesInForce(
  db: ReadDb,
  planId: string | null,
  on: string,
): { all: number; answered: number } {
  const found = rowOf<{ all: number; answered: number }>(
    db,
    `SELECT count(*) AS "all",
       coalesce(sum(EXISTS (SELECT 1 FROM duty_answers a WHERE a.duty_id = d.id)), 0) AS answered
     FROM duties d WHERE (? IS NULL OR d.plan_id = ?) AND coalesce(d.timescale_start, d.timescale_end, '') <= ?`,
    planId,
    planId,
    on,
  );
  return found ?? { all: 0, answered: 0 };
}
