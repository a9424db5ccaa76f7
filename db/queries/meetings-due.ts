import type { Status } from '#shared/contract/record.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { statusOf } from './record-parts.ts';

/** What the agenda of a meeting has to take up of the plans that its body oversees. */

/** The plans that a body oversees: by a line of reporting, or because its items were about them. Empty for all plans. */
export function plansOverseen(db: ReadDb, bodyId: string): string[] {
  return rowsOf<{ id: string }>(
    db,
    `SELECT from_plan_id AS id FROM reporting_lines WHERE to_body_id = ? AND from_plan_id IS NOT NULL
     UNION SELECT l.plan_id FROM meetings m JOIN agenda_items i ON i.meeting_id = m.id
       JOIN agenda_links l ON l.agenda_item_id = i.id
       WHERE m.body_id = ? AND l.plan_id IS NOT NULL AND l.action_id IS NULL AND l.section_id IS NULL`,
    bodyId,
    bodyId,
  ).map(({ id }) => id);
}

export type DueAction = {
  id: string;
  planId: string;
  plan: string;
  ref: string | null;
  text: string;
  reviewOn: string | null;
  end: string | null;
  when: string | null;
  status: Status | null;
};

/**
 * Actions to be reviewed, or to be done, by a day and not done, in reading order. Plans that another continues are left
 * to that one once their time is over. No plans means all.
 */
export function actionsDueBy(db: ReadDb, planIds: readonly string[], day: string): DueAction[] {
  type Row = Omit<DueAction, 'status'> & { status_state: State | null; status_label: string | null };
  return rowsOf<Row>(
    db,
    `SELECT a.id, a.plan_id AS planId, l.title AS plan, a.ref, a.text, a.review_on AS reviewOn,
       a.timescale_end AS "end", a.timescale_text AS "when", a.status_state, a.status_label
     FROM actions a JOIN plans l ON l.id = a.plan_id
     WHERE (a.review_on <= :day OR a.timescale_end <= :day)
       AND (a.status_state IS NULL OR a.status_state NOT IN ('complete', 'closed'))
       AND (:all OR a.plan_id IN (SELECT value FROM json_each(:plans)))
       AND (l.period_end IS NULL OR l.period_end >= :day
         OR NOT EXISTS (SELECT 1 FROM plans n WHERE n.continues_plan_id = l.id))
     ORDER BY l.position, l.id, a.position, a.id`,
    { day, all: planIds.length === 0 ? 1 : 0, plans: JSON.stringify(planIds) },
  ).map(({ status_state, status_label, ...row }) => ({
    ...row,
    status: statusOf({ status_state, status_label }),
  }));
}

/** What help is asked for behind the newest figures of KPIs: a decision of whoever oversees them. */
export function helpAsked(
  db: ReadDb,
  planIds: readonly string[],
): { kpiId: string; planId: string | null; name: string; period: string | null; help: string }[] {
  return rowsOf(
    db,
    `SELECT k.id AS kpiId, k.plan_id AS planId, ltrim(coalesce(k.ref, '') || ' ' || k.name) AS name,
       n.period_label AS period, n.help
     FROM kpis k JOIN kpi_narratives n ON n.id = (
       SELECT x.id FROM kpi_narratives x WHERE x.kpi_id = k.id ORDER BY coalesce(x.period_end, '') DESC, x.position DESC LIMIT 1)
     WHERE coalesce(n.help, '') <> '' AND (? OR k.plan_id IN (SELECT value FROM json_each(?)))
     ORDER BY k.position, k.id`,
    planIds.length === 0 ? 1 : 0,
    JSON.stringify(planIds),
  );
}

/** The names of plans by id. */
export function planTitles(db: ReadDb): Map<string, string> {
  return new Map(
    rowsOf<{ id: string; title: string }>(db, 'SELECT id, title FROM plans').map(({ id, title }) => [
      id,
      title,
    ]),
  );
}
