import type { Period } from '#shared/contract/record.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { periodOf } from './record-parts.ts';

/** What KPIs hang together with: each other by formulas, duties, measures, the periods of their plans. */

export type KpiFormula = {
  id: string;
  ref: string | null;
  name: string;
  formula: string | null;
  countsChildren: 0 | 1 | null;
  planId: string | null;
  /** The plan that its plan was rolled forward from. */
  continuesPlanId: string | null;
};

/** Every KPI by its names, with its formula where it has one, and what a formula over it should tell. */
export function kpiFormulas(db: ReadDb): KpiFormula[] {
  return rowsOf(
    db,
    `SELECT k.id, k.ref, k.name, k.formula, k.counts_children AS countsChildren, k.plan_id AS planId,
       p.continues_plan_id AS continuesPlanId
     FROM kpis k LEFT JOIN plans p ON p.id = k.plan_id ORDER BY k.position, k.id`,
  );
}

/** Whether any KPI is worked out by a formula. */
export const hasFormulas = (db: ReadDb): boolean =>
  rowsOf(db, 'SELECT 1 FROM kpis WHERE formula IS NOT NULL LIMIT 1').length > 0;

export function dutiesAnsweredBy(db: ReadDb, kpiId: string): { id: string; text: string }[] {
  return rowsOf(
    db,
    `SELECT DISTINCT d.id, d.text FROM duty_answers a JOIN duties d ON d.id = a.duty_id
     WHERE a.kpi_id = ? ORDER BY d.position, d.id`,
    kpiId,
  );
}

/** The measures of actions that a KPI is the figure of. */
export function measuresOf(
  db: ReadDb,
  kpiId: string,
): { id: string; text: string; actionId: string; actionRef: string | null; planId: string }[] {
  return rowsOf(
    db,
    `SELECT m.id, m.text, m.action_id AS actionId, a.ref AS actionRef, a.plan_id AS planId
     FROM measures m JOIN actions a ON a.id = m.action_id WHERE m.kpi_id = ?
     ORDER BY a.position, m.position, m.id`,
    kpiId,
  );
}

export function dutyAnswerIds(db: ReadDb, kpiId: string): { id: string; dutyId: string }[] {
  return rowsOf(db, 'SELECT id, duty_id AS dutyId FROM duty_answers WHERE kpi_id = ? ORDER BY id', kpiId);
}

/** Which of these ids are there. */
export function idsThere(db: ReadDb, table: 'duties' | 'measures', ids: readonly string[]): Set<string> {
  const text =
    table === 'duties'
      ? 'SELECT id FROM duties WHERE id IN (SELECT value FROM json_each(?))'
      : 'SELECT id FROM measures WHERE id IN (SELECT value FROM json_each(?))';
  return new Set(rowsOf<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id));
}

/** The last position among the answers to duties. */
export function lastAnswerPosition(db: ReadDb): number {
  return rowsOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM duty_answers')[0]?.last ?? 0;
}

/** The periods of plans, by plan. */
export function planPeriods(db: ReadDb): Map<string, Period> {
  const rows = rowsOf<{
    id: string;
    period_label: string | null;
    period_start: string | null;
    period_end: string | null;
  }>(db, 'SELECT id, period_label, period_start, period_end FROM plans WHERE period_label IS NOT NULL');
  return new Map(
    rows.flatMap((row) => {
      const period = periodOf(row);
      return period ? [[row.id, period] as const] : [];
    }),
  );
}

export const isBody = (db: ReadDb, id: string): boolean =>
  rowsOf(db, 'SELECT 1 FROM bodies WHERE id = ?', id).length > 0;
