import type { Link } from '#shared/contract/register.ts';
import type { LinkPlan, LinkTarget, LinkTargetKind } from '#shared/domain/link-targets.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { jsonOr } from './record-parts.ts';

/** The plans as links see them, in reading order. */
export function linkPlans(db: ReadDb): LinkPlan[] {
  return rowsOf(
    db,
    `SELECT id, title, parent_plan_id AS parentId, period_start AS "start", period_end AS "end"
     FROM plans ORDER BY position, id`,
  );
}

type Row = {
  kind: LinkTargetKind;
  id: string;
  planId: string | null;
  ref: string | null;
  title: string;
  also: string | null;
};

/** Everything that links can point to but actions, each list in reading order. */
export function linkTargets(db: ReadDb): LinkTarget[] {
  return rowsOf<Row>(
    db,
    `SELECT kind, id, planId, ref, title, also FROM (
       SELECT 1 AS list, 'section' AS kind, id, plan_id AS planId, ref, title, NULL AS also, position FROM sections
       UNION ALL SELECT 2, 'plan', id, id, NULL, title, NULL, position FROM plans
       UNION ALL SELECT 3, 'kpi', id, plan_id, ref, name, NULL, position FROM kpis
       UNION ALL SELECT 4, 'duty', id, plan_id, basis, text, NULL, position FROM duties
       UNION ALL SELECT 5, 'stream', id, NULL, NULL, name, also, position FROM funding_streams)
     ORDER BY list, position, id`,
  ).map(({ also, ...target }) => ({ ...target, ...(also !== null && { also: jsonOr<string[]>(also, []) }) }));
}

/** The actions of a plan that have a reference, in reading order. */
export function linkActions(db: ReadDb, planId: string): LinkTarget[] {
  return rowsOf<Omit<LinkTarget, 'kind'>>(
    db,
    `SELECT id, plan_id AS planId, ref, text AS title FROM actions
     WHERE plan_id = ? AND ref IS NOT NULL ORDER BY position, id`,
    planId,
  ).map((row) => ({ kind: 'action', ...row }));
}

/** What a link of an action stands for in the file: its words and targets, in order. */
export type StoredLink = {
  id: string;
  position: number;
  kind: Link['kind'];
  text: string;
  code: string | null;
  toPlanId: string | null;
  toSectionId: string | null;
  toActionId: string | null;
  toKpiId: string | null;
  toDutyId: string | null;
  toStreamId: string | null;
};
export function storedLinks(db: ReadDb, actionId: string): StoredLink[] {
  return rowsOf(
    db,
    `SELECT id, position, kind, text, code, to_plan_id AS toPlanId, to_section_id AS toSectionId,
       to_action_id AS toActionId, to_kpi_id AS toKpiId, to_duty_id AS toDutyId, to_stream_id AS toStreamId
     FROM action_links WHERE action_id = ? ORDER BY position, id`,
    actionId,
  );
}

/** Actions with a link that points nowhere, each with its plan; of one plan, or of all. */
export function actionsWithLooseLinks(db: ReadDb, planId: string | null): { id: string; planId: string }[] {
  return rowsOf(
    db,
    `SELECT DISTINCT a.id, a.plan_id AS planId FROM action_links l JOIN actions a ON a.id = l.action_id
     WHERE ${pointsNowhere} AND a.plan_id = coalesce(?, a.plan_id) ORDER BY a.plan_id, a.position, a.id`,
    planId,
  );
}

/** True of a row `l` of action_links whose words point to nothing. */
export const pointsNowhere = `l.to_plan_id IS NULL AND l.to_section_id IS NULL AND l.to_action_id IS NULL
  AND l.to_kpi_id IS NULL AND l.to_duty_id IS NULL AND l.to_stream_id IS NULL`;
