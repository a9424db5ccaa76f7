import type { Lead, Status, Timescale } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { redatedCondition } from '../schema/redated.ts';
import { standing } from '../standing.ts';
import { rowsOf } from './prepared.ts';
import {
  gather,
  type LeadRow,
  leadOf,
  statusOf,
  type TimescaleColumns,
  timescaleColumns,
  timescaleOf,
} from './record-parts.ts';

/** An action as the checks look at it. Every reading here is one statement, whatever the number of actions. */
export type CheckedAction = {
  id: string;
  planId: string;
  sectionId: string | null;
  ref: string | null;
  text: string;
  timescale: Timescale | null;
  status: Status | null;
};

type ActionRow = TimescaleColumns & {
  id: string;
  plan_id: string;
  section_id: string | null;
  ref: string | null;
  text: string;
  status_state: State | null;
  status_label: string | null;
};

const actionColumns = `id, plan_id, section_id, ref, text, ${timescaleColumns}, status_state, status_label`;

/** Which actions: those of a plan, one, or all. */
export type CheckScope = { readonly planId: string } | { readonly actionId: string } | null;

/** The actions of a scope, plan by plan and by position. */
export function checkedActions(db: ReadDb, scope: CheckScope): CheckedAction[] {
  const select = `SELECT ${actionColumns} FROM actions`;
  const rows =
    scope === null
      ? rowsOf<ActionRow>(db, `${select} ORDER BY plan_id, position, id`)
      : 'planId' in scope
        ? rowsOf<ActionRow>(db, `${select} WHERE plan_id = ? ORDER BY position, id`, scope.planId)
        : rowsOf<ActionRow>(db, `${select} WHERE id = ?`, scope.actionId);
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    sectionId: row.section_id,
    ref: row.ref,
    text: row.text,
    timescale: timescaleOf(row),
    status: statusOf(row),
  }));
}

export type CheckedPlan = {
  id: string;
  title: string;
  periodLabel: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  silentDays: number | null;
};
export function checkedPlans(db: ReadDb): CheckedPlan[] {
  return rowsOf(
    db,
    `SELECT id, title, period_label AS periodLabel, period_start AS periodStart, period_end AS periodEnd, silent_days AS silentDays
     FROM plans ORDER BY position, id`,
  );
}

type UpdateRow = { owner: string; on: string | null; text: string };
const newest = `action_id AS owner, "on", text, max(coalesce("on", '') || printf('%020d', position)) AS newest`;

/** The newest update of each action that has one: by day, then by order of entry; without a day before all others. */
export function newestUpdates(
  db: ReadDb,
  scope: CheckScope,
): Map<string, { on: string | null; text: string }> {
  const rows =
    scope !== null && 'actionId' in scope
      ? rowsOf<UpdateRow>(
          db,
          `SELECT ${newest} FROM progress WHERE action_id = ? AND ${standing} GROUP BY action_id`,
          scope.actionId,
        )
      : rowsOf<UpdateRow>(
          db,
          `SELECT ${newest} FROM progress WHERE action_id IS NOT NULL AND ${standing} GROUP BY action_id`,
        );
  return new Map(rows.map(({ owner, on, text }) => [owner, { on, text }]));
}

/** Actions that went on into another year, or ended there: they are no longer waited for. */
export function carriedOn(db: ReadDb): Set<string> {
  return new Set(
    rowsOf<{ id: string }>(
      db,
      `SELECT continues_action_id AS id FROM actions WHERE continues_action_id IS NOT NULL
       UNION SELECT from_action_id FROM lineage WHERE from_action_id IS NOT NULL`,
    ).map(({ id }) => id),
  );
}

/** Which KPIs measure an action. */
export function measuringKpis(db: ReadDb): Map<string, string[]> {
  const rows = rowsOf<{ owner: string; kpiId: string }>(
    db,
    'SELECT action_id AS owner, kpi_id AS kpiId FROM measures WHERE kpi_id IS NOT NULL ORDER BY position',
  );
  const byAction = new Map<string, string[]>();
  for (const { owner, kpiId } of rows) byAction.set(owner, [...(byAction.get(owner) ?? []), kpiId]);
  return byAction;
}

/** How many measures each action has, and how many of them are done; actions of whose measures none is, left out. */
export function measuresDone(db: ReadDb): Map<string, { of: number; done: number }> {
  const rows = rowsOf<{ id: string; of: number; done: number }>(
    db,
    `SELECT action_id AS id, count(*) AS "of", count(done_on) AS done FROM measures
     GROUP BY action_id HAVING count(done_on) > 0`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Who leads these actions. */
export function leadsOf(db: ReadDb, actionIds: readonly string[]): Map<string, Lead[]> {
  return gather(
    rowsOf<LeadRow>(
      db,
      `SELECT action_id AS owner, position, text, person_id, role, note FROM leads
       WHERE action_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(actionIds),
    ),
    (row) => row.owner,
    leadOf,
  );
}

/** An end date moved by an act in force: what stood before and after, in the order of the acts. */
export type Redating = {
  actionId: string;
  at: string;
  /** When the action was added. */
  addedAt: string | null;
  before: Timescale | null;
  after: Timescale | null;
};
export function redatings(db: ReadDb, actionIds: readonly string[] | null = null): Redating[] {
  type Logged = { actionId: string; at: string; addedAt: string | null; before: string; after: string };
  const those = actionIds === null ? '' : 'AND c.row_id IN (SELECT value FROM json_each(?))';
  return rowsOf<Logged>(
    db,
    `SELECT c.row_id AS actionId, s.at, c.old AS before, c.new AS after,
       (SELECT s0.at FROM changes c0 JOIN change_sets s0 ON s0.seq = c0.change_set_seq
        WHERE c0.row_id = c.row_id AND c0.op = 'added' ORDER BY c0.id LIMIT 1) AS addedAt
     FROM changes c INDEXED BY changes_redated JOIN change_sets s ON s.seq = c.change_set_seq
     WHERE ${redatedCondition} AND s.state = 'done' ${those}
     ORDER BY c.id`,
    ...(actionIds === null ? [] : [JSON.stringify(actionIds)]),
  ).map(({ actionId, at, addedAt, before, after }) => ({
    actionId,
    at,
    addedAt,
    before: timescaleOf(JSON.parse(before) as TimescaleColumns),
    after: timescaleOf(JSON.parse(after) as TimescaleColumns),
  }));
}
