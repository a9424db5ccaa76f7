import type { Lineage } from '#shared/contract/lineage.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import type { YearNode } from '#shared/contract/years.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { keyOf } from './plans-list.ts';
import { rowsOf } from './prepared.ts';
import { statusOf, type TimescaleColumns, timescaleColumns, timescaleOf } from './record-parts.ts';

/** Most actions that one walk through the years takes in: two hundred years of one, or a plan merged into one. */
const most = 200;

/** Everything that hangs together with an action through the years, by whatever link: at most 200 actions. */
const around = `WITH RECURSIVE near(id) AS (
    SELECT ?
    UNION SELECT l.to_action_id FROM near n JOIN lineage l ON l.from_action_id = n.id WHERE l.to_action_id IS NOT NULL
    UNION SELECT l.from_action_id FROM near n JOIN lineage l ON l.to_action_id = n.id
    UNION SELECT a.id FROM near n JOIN actions a ON a.continues_action_id = n.id
    UNION SELECT a.continues_action_id FROM near n JOIN actions a ON a.id = n.id
      WHERE a.continues_action_id IS NOT NULL
    LIMIT ${most})`;

type NodeRow = TimescaleColumns & {
  id: string;
  planId: string;
  planTitle: string;
  period: string | null;
  periodStart: string | null;
  ref: string | null;
  text: string;
  status_state: State | null;
  status_label: string | null;
};

export function nodesAround(db: ReadDb, actionId: string): YearNode[] {
  const keys = new Map<string, KeyEntry[]>();
  return rowsOf<NodeRow>(
    db,
    `${around}
     SELECT a.id, a.plan_id AS planId, p.title AS planTitle, p.period_label AS period, p.period_start AS periodStart,
       a.ref, a.text, a.status_state, a.status_label, ${timescaleColumns}
     FROM near n JOIN actions a ON a.id = n.id JOIN plans p ON p.id = a.plan_id
     ORDER BY p.position, p.id, a.position, a.id`,
    actionId,
  ).map((row) => {
    const key = keys.get(row.planId) ?? keyOf(db, row.planId);
    keys.set(row.planId, key);
    const { id, planId, planTitle, period, periodStart, ref, text } = row;
    const own = { id, planId, planTitle, period, periodStart, ref, text };
    return { ...own, timescale: timescaleOf(row), status: statusOf(row), key };
  });
}

export type LinkRow = Omit<Lineage, 'source'> & { into: string };

export function linksAround(db: ReadDb, actionId: string): LinkRow[] {
  return rowsOf(
    db,
    `${around}
     SELECT l.id, l.plan_id AS planId, l.kind, l.from_action_id AS fromActionId, l.to_action_id AS toActionId,
       l.from_kpi_id AS fromKpiId, l.to_kpi_id AS toKpiId, l.reason, l.measured_change AS measuredChange, l."on",
       coalesce(p.period_label, p.title) AS "into"
     FROM near n JOIN lineage l ON l.from_action_id = n.id JOIN plans p ON p.id = l.plan_id
     ORDER BY l.position, l.id`,
    actionId,
  );
}

export function continuesAround(db: ReadDb, actionId: string): { fromId: string; toId: string }[] {
  return rowsOf(
    db,
    `${around}
     SELECT a.continues_action_id AS fromId, a.id AS toId FROM near n JOIN actions a ON a.id = n.id
     WHERE a.continues_action_id IS NOT NULL`,
    actionId,
  );
}

/** Plans that continue a plan, in reading order. */
export function plansThatContinue(
  db: ReadDb,
  planId: string,
): { id: string; title: string; period: string | null }[] {
  return rowsOf(
    db,
    'SELECT id, title, period_label AS period FROM plans WHERE continues_plan_id = ? ORDER BY position, id',
    planId,
  );
}

/** Which duties the actions, sections and KPIs of a plan answer, as ids. */
export function dutyAnswersOfPlan(
  db: ReadDb,
  planId: string,
): { dutyId: string; actionId: string | null; sectionId: string | null; kpiId: string | null }[] {
  return rowsOf(
    db,
    `SELECT d.duty_id AS dutyId, d.action_id AS actionId, d.section_id AS sectionId, d.kpi_id AS kpiId
     FROM duty_answers d LEFT JOIN actions a ON a.id = d.action_id
     LEFT JOIN sections s ON s.id = d.section_id LEFT JOIN kpis k ON k.id = d.kpi_id
     WHERE coalesce(a.plan_id, s.plan_id, k.plan_id) = ? ORDER BY d.position, d.id`,
    planId,
  );
}

export type DutyRow = TimescaleColumns & { id: string; text: string; basis: string | null };
export function dutiesOfPlan(db: ReadDb, planId: string): DutyRow[] {
  return rowsOf(
    db,
    `SELECT id, text, basis, ${timescaleColumns} FROM duties WHERE plan_id = ? ORDER BY position, id`,
    planId,
  );
}

export function glossaryOfPlan(db: ReadDb, planId: string): { term: string; meaning: string }[] {
  return rowsOf(db, 'SELECT term, meaning FROM glossary WHERE plan_id = ? ORDER BY position, id', planId);
}
