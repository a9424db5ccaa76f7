import type { WriteDb } from '../handles.ts';
import { prepared, rowsOf } from './prepared.ts';

/**
 * Explicit removals: what hangs on a record goes first, what merely points to it is pointed nowhere. The schema
 * cascades nothing, so that each row that goes is in the change log and comes back with Undo.
 */

/** How many rows went, by table name in the officer's words. */
export type Removed = Record<string, number>;

const inIds = 'IN (SELECT value FROM json_each(?))';
const measuresOf = `(SELECT id FROM measures WHERE action_id ${inIds})`;

const fromActions = [
  { what: 'leads', text: `DELETE FROM leads WHERE measure_id IN ${measuresOf}` },
  { what: 'measures', text: `DELETE FROM measures WHERE action_id ${inIds}` },
  { what: 'leads', text: `DELETE FROM leads WHERE action_id ${inIds}` },
  { what: 'progress', text: `DELETE FROM progress WHERE action_id ${inIds}` },
  { what: 'links', text: `DELETE FROM action_links WHERE action_id ${inIds}` },
  { what: null, text: `DELETE FROM duty_answers WHERE action_id ${inIds}` },
  { what: null, text: `UPDATE action_links SET to_action_id = NULL WHERE to_action_id ${inIds}` },
  { what: null, text: `DELETE FROM acceptances WHERE action_id ${inIds}` },
  { what: null, text: `DELETE FROM lineage WHERE from_action_id ${inIds}` },
  { what: null, text: `DELETE FROM lineage WHERE to_action_id ${inIds}` },
  { what: null, text: `UPDATE actions SET continues_action_id = NULL WHERE continues_action_id ${inIds}` },
  { what: null, text: `UPDATE resolutions SET action_id = NULL WHERE action_id ${inIds}` },
  { what: null, text: `UPDATE agenda_links SET action_id = NULL WHERE action_id ${inIds}` },
  { what: 'actions', text: `DELETE FROM actions WHERE id ${inIds}` },
];

const fromMeasures = [
  { what: 'leads', text: `DELETE FROM leads WHERE measure_id ${inIds}` },
  { what: 'measures', text: `DELETE FROM measures WHERE id ${inIds}` },
];

const fromKpis = [
  { what: 'leads', text: `DELETE FROM leads WHERE kpi_id ${inIds}` },
  { what: 'figures', text: `DELETE FROM kpi_values WHERE kpi_id ${inIds}` },
  { what: 'narratives', text: `DELETE FROM kpi_narratives WHERE kpi_id ${inIds}` },
  { what: null, text: `DELETE FROM kpi_changes WHERE kpi_id ${inIds}` },
  { what: null, text: `DELETE FROM kpi_judgements WHERE kpi_id ${inIds}` },
  { what: 'progress', text: `DELETE FROM progress WHERE kpi_id ${inIds}` },
  { what: null, text: `DELETE FROM duty_answers WHERE kpi_id ${inIds}` },
  { what: null, text: `UPDATE action_links SET to_kpi_id = NULL WHERE to_kpi_id ${inIds}` },
  { what: null, text: `UPDATE agenda_links SET kpi_id = NULL WHERE kpi_id ${inIds}` },
  { what: null, text: `UPDATE measures SET kpi_id = NULL WHERE kpi_id ${inIds}` },
  { what: null, text: `DELETE FROM acceptances WHERE kpi_id ${inIds}` },
  { what: null, text: `DELETE FROM lineage WHERE from_kpi_id ${inIds}` },
  { what: null, text: `DELETE FROM lineage WHERE to_kpi_id ${inIds}` },
  { what: 'kpis', text: `DELETE FROM kpis WHERE id ${inIds}` },
];

const fromSections = [
  { what: 'leads', text: `DELETE FROM leads WHERE section_id ${inIds}` },
  { what: null, text: `DELETE FROM acceptances WHERE section_id ${inIds}` },
  { what: null, text: `DELETE FROM duty_answers WHERE section_id ${inIds}` },
  { what: null, text: `UPDATE kpis SET section_id = NULL WHERE section_id ${inIds}` },
  { what: null, text: `UPDATE action_links SET to_section_id = NULL WHERE to_section_id ${inIds}` },
  { what: null, text: `UPDATE agenda_links SET section_id = NULL WHERE section_id ${inIds}` },
  { what: null, text: `UPDATE sections SET parent_id = NULL WHERE parent_id ${inIds}` },
  { what: 'sections', text: `DELETE FROM sections WHERE id ${inIds}` },
];

const fromDuties = [
  { what: null, text: `DELETE FROM duty_answers WHERE duty_id ${inIds}` },
  { what: null, text: `UPDATE action_links SET to_duty_id = NULL WHERE to_duty_id ${inIds}` },
  { what: 'duties', text: `DELETE FROM duties WHERE id ${inIds}` },
];

const fromStreams = [
  { what: null, text: `UPDATE action_links SET to_stream_id = NULL WHERE to_stream_id ${inIds}` },
  { what: 'funding streams', text: `DELETE FROM funding_streams WHERE id ${inIds}` },
];

const fromPlan = [
  { what: null, text: `DELETE FROM lineage WHERE plan_id ${inIds}` },
  { what: 'glossary', text: `DELETE FROM glossary WHERE plan_id ${inIds}` },
  { what: null, text: `DELETE FROM key_entries WHERE plan_id ${inIds}` },
  // Without its plan it would count all plans: it becomes a KPI that is typed.
  {
    what: null,
    text: `UPDATE kpis SET calculated = NULL, calculated_plan_id = NULL WHERE calculated_plan_id ${inIds}`,
  },
  { what: null, text: `UPDATE action_links SET to_plan_id = NULL WHERE to_plan_id ${inIds}` },
  { what: null, text: `UPDATE agenda_links SET plan_id = NULL WHERE plan_id ${inIds}` },
  // A line of reporting keeps the plan's name.
  {
    what: null,
    text: `UPDATE reporting_lines SET "from" = coalesce("from", (SELECT title FROM plans WHERE id = from_plan_id)),
      from_plan_id = NULL WHERE from_plan_id ${inIds}`,
  },
  {
    what: null,
    text: `UPDATE reporting_lines SET "to" = coalesce("to", (SELECT title FROM plans WHERE id = to_plan_id)),
      to_plan_id = NULL WHERE to_plan_id ${inIds}`,
  },
  { what: null, text: `UPDATE plans SET parent_plan_id = NULL WHERE parent_plan_id ${inIds}` },
  { what: null, text: `UPDATE plans SET continues_plan_id = NULL WHERE continues_plan_id ${inIds}` },
  { what: 'plans', text: `DELETE FROM plans WHERE id ${inIds}` },
];

type Step = { what: string | null; text: string };

function carryOut(tx: WriteDb, steps: readonly Step[], ids: readonly string[], removed: Removed): Removed {
  if (ids.length === 0) return removed;
  const value = JSON.stringify(ids);
  for (const { what, text } of steps) {
    const { changes } = prepared(tx, text).run(value);
    if (what !== null && changes > 0) removed[what] = (removed[what] ?? 0) + changes;
  }
  return removed;
}

/** Actions with their measures, leads, progress and links. */
export function removeActionRows(tx: WriteDb, ids: readonly string[], removed: Removed = {}): Removed {
  return carryOut(tx, fromActions, ids, removed);
}

/** Measures with their leads. */
export function removeMeasureRows(tx: WriteDb, ids: readonly string[]): Removed {
  return carryOut(tx, fromMeasures, ids, {});
}

/** KPIs with their figures, narratives, owners and progress. */
export function removeKpiRows(tx: WriteDb, ids: readonly string[], removed: Removed = {}): Removed {
  return carryOut(tx, fromKpis, ids, removed);
}

/** Duties with what was said to answer them; links to them keep their words. */
export function removeDutyRows(tx: WriteDb, ids: readonly string[], removed: Removed = {}): Removed {
  return carryOut(tx, fromDuties, ids, removed);
}

/** Funding streams; links to them keep their words. */
export function removeStreamRows(tx: WriteDb, ids: readonly string[]): Removed {
  return carryOut(tx, fromStreams, ids, {});
}

/** A section with all below it and the actions in them; its KPIs stay with the plan. */
export function removeSectionRows(tx: WriteDb, sectionId: string): Removed {
  const sections = idsOf(
    tx,
    `WITH RECURSIVE below(id) AS (
       SELECT ? UNION SELECT s.id FROM sections s JOIN below b ON s.parent_id = b.id)
     SELECT id FROM below`,
    sectionId,
  );
  const actions = idsOf(tx, `SELECT id FROM actions WHERE section_id ${inIds}`, JSON.stringify(sections));
  return carryOut(tx, fromSections, sections, removeActionRows(tx, actions));
}

/** A plan with all that is in it. Plans that continue it or stand under it stay. */
export function removePlanRows(tx: WriteDb, planId: string): Removed {
  const actions = idsOf(tx, 'SELECT id FROM actions WHERE plan_id = ?', planId);
  const kpis = idsOf(tx, 'SELECT id FROM kpis WHERE plan_id = ?', planId);
  const sections = idsOf(tx, 'SELECT id FROM sections WHERE plan_id = ?', planId);
  const duties = idsOf(tx, 'SELECT id FROM duties WHERE plan_id = ?', planId);
  const removed = removeDutyRows(tx, duties, removeKpiRows(tx, kpis, removeActionRows(tx, actions)));
  return carryOut(tx, fromPlan, [planId], carryOut(tx, fromSections, sections, removed));
}

function idsOf(tx: WriteDb, text: string, value: string): string[] {
  return rowsOf<{ id: string }>(tx, text, value).map((row) => row.id);
}
