import type { PlanSummary, StateCounts } from '#shared/contract/plans.ts';
import type { Plan, Section } from '#shared/contract/register.ts';
import { type State, states } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { keyOf } from './keys.ts';
import { rowOf, rowsOf } from './prepared.ts';
import {
  gather,
  jsonOr,
  type LeadRow,
  leadOf,
  periodOf,
  type SourceColumns,
  sourceFinder,
} from './record-parts.ts';

export { keyOf } from './keys.ts';

type PlanColumns = SourceColumns & {
  id: string;
  kind: string;
  title: string;
  period_label: string | null;
  period_start: string | null;
  period_end: string | null;
  subject: string | null;
  preamble: string | null;
  parent_plan_id: string | null;
  continues_plan_id: string | null;
  silent_days: number | null;
};

export function noCounts(): Record<State, number> {
  return Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
}

/** Every plan in reading order, with how its actions stand. */
export function planSummaries(db: ReadDb): PlanSummary[] {
  const counts = new Map<string, Record<State, number>>();
  const byState = rowsOf<{ planId: string; state: State; n: number }>(
    db,
    `SELECT plan_id AS planId, coalesce(status_state, 'not-started') AS state, count(*) AS n
     FROM actions GROUP BY 1, 2`,
  );
  for (const { planId, state, n } of byState) {
    const plan = counts.get(planId) ?? noCounts();
    plan[state] += n;
    counts.set(planId, plan);
  }
  const kpis = new Map(
    rowsOf<{ planId: string; n: number }>(
      db,
      'SELECT plan_id AS planId, count(*) AS n FROM kpis WHERE plan_id IS NOT NULL GROUP BY 1',
    ).map((row) => [row.planId, row.n]),
  );
  return rowsOf<PlanColumns>(db, 'SELECT * FROM plans ORDER BY position, id').map((row) => {
    const own = counts.get(row.id) ?? noCounts();
    return {
      id: row.id,
      title: row.title,
      kind: row.kind,
      period: periodOf(row),
      actions: Object.values(own).reduce((sum, n) => sum + n, 0),
      kpis: kpis.get(row.id) ?? 0,
      counts: own,
    };
  });
}

/** How all actions of the register stand. */
export function stateCounts(db: ReadDb): StateCounts {
  const counts = noCounts();
  const rows = rowsOf<{ state: State; n: number }>(
    db,
    `SELECT coalesce(status_state, 'not-started') AS state, count(*) AS n FROM actions GROUP BY 1`,
  );
  for (const { state, n } of rows) counts[state] += n;
  return counts;
}

export function planById(db: ReadDb, planId: string): Plan | undefined {
  const row = rowOf<PlanColumns>(db, 'SELECT * FROM plans WHERE id = ?', planId);
  if (!row) return undefined;
  return {
    id: row.id,
    source: sourceFinder(db)(row),
    kind: row.kind,
    title: row.title,
    period: periodOf(row),
    subject: row.subject,
    preamble: row.preamble,
    parentPlanId: row.parent_plan_id,
    continuesPlanId: row.continues_plan_id,
    key: keyOf(db, planId),
    ...(row.silent_days === null ? {} : { silentDays: row.silent_days }),
  };
}

/** What the commands on a plan need to know of it: less than the whole record, and without its key. */
export type PlanHead = {
  id: string;
  title: string;
  periodLabel: string | null;
  periodStart: string | null;
  periodEnd: string | null;
};
export function planHead(db: ReadDb, planId: string): PlanHead | undefined {
  return rowOf<PlanHead>(
    db,
    `SELECT id, title, period_label AS periodLabel, period_start AS periodStart, period_end AS periodEnd
     FROM plans WHERE id = ?`,
    planId,
  );
}

type SectionColumns = SourceColumns & {
  id: string;
  plan_id: string;
  parent_id: string | null;
  kind: Section['kind'];
  ref: string | null;
  title: string;
  bullets: string;
  details: string;
};

/** The sections of a plan as a tree laid out flat: each before its children, siblings by position. */
export function sectionsOfPlan(db: ReadDb, planId: string): Section[] {
  const sourceOf = sourceFinder(db);
  const leads = gather(
    rowsOf<LeadRow>(
      db,
      `SELECT l.section_id AS owner, l.position, l.text, l.person_id, l.role, l.note
       FROM sections s JOIN leads l ON l.section_id = s.id WHERE s.plan_id = ?`,
      planId,
    ),
    (row) => row.owner,
    leadOf,
  );
  const sections = rowsOf<SectionColumns>(
    db,
    'SELECT * FROM sections WHERE plan_id = ? ORDER BY position, id',
    planId,
  ).map(
    (row): Section => ({
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      parentId: row.parent_id,
      kind: row.kind,
      ref: row.ref,
      title: row.title,
      bullets: jsonOr<string[]>(row.bullets, []),
      leads: leads.get(row.id) ?? [],
      details: jsonOr<Section['details']>(row.details, []),
    }),
  );
  return inTreeOrder(sections);
}

/**
 * Each record before its children; siblings keep the order they come in. A parent that is not there counts as
 * none, and records that are each other's parents come last, so that nothing is ever left out.
 */
export function inTreeOrder<T extends { id: string; parentId: string | null }>(records: readonly T[]): T[] {
  const ids = new Set(records.map((record) => record.id));
  const children = new Map<string | null, T[]>();
  for (const record of records) {
    const parent = record.parentId !== null && ids.has(record.parentId) ? record.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(record);
    else children.set(parent, [record]);
  }
  const ordered: T[] = [];
  const open = [...(children.get(null) ?? [])].reverse();
  for (let record = open.pop(); record; record = open.pop()) {
    ordered.push(record);
    open.push(...[...(children.get(record.id) ?? [])].reverse());
  }
  if (ordered.length === records.length) return ordered;
  const reached = new Set(ordered.map((record) => record.id));
  return [...ordered, ...records.filter((record) => !reached.has(record.id))];
}
