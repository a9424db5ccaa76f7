import type { WriteDb } from '#db/handles.ts';
import { deleteOwned } from '#db/queries/imports-write.ts';
import { insertRows, updateRow } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import type { ImportPlan } from '../plan/plan-types.ts';

const changedTables = {
  plans: schema.plans,
  sections: schema.sections,
  actions: schema.actions,
  measures: schema.measures,
  kpis: schema.kpis,
  kpiValues: schema.kpiValues,
  kpiNarratives: schema.kpiNarratives,
  glossary: schema.glossary,
  bodies: schema.bodies,
  meetings: schema.meetings,
  attendance: schema.attendance,
  agendaItems: schema.agendaItems,
  resolutions: schema.resolutions,
} as const;

/** Writes what an import plan says, inside a change set: first what goes, then what is new, then what changes. */
export function writePlan(tx: WriteDb, plan: ImportPlan): void {
  const { rows } = plan;
  for (const { what, owner, id } of plan.replacements) deleteOwned(tx, what, owner, id);
  insertRows(tx, schema.people, rows.people);
  insertRows(tx, schema.plans, rows.plans);
  insertRows(tx, schema.keyEntries, rows.keyEntries);
  insertRows(tx, schema.sections, rows.sections);
  insertRows(tx, schema.actions, rows.actions);
  insertRows(tx, schema.kpis, rows.kpis);
  insertRows(tx, schema.measures, rows.measures);
  insertRows(tx, schema.leads, rows.leads);
  insertRows(tx, schema.actionLinks, rows.actionLinks);
  insertRows(tx, schema.progress, rows.progress);
  insertRows(tx, schema.kpiValues, rows.kpiValues);
  insertRows(tx, schema.kpiNarratives, rows.kpiNarratives);
  insertRows(tx, schema.duties, rows.duties);
  insertRows(tx, schema.glossary, rows.glossary);
  insertRows(tx, schema.bodies, rows.bodies);
  insertRows(tx, schema.bodyMembers, rows.bodyMembers);
  insertRows(tx, schema.meetings, rows.meetings);
  insertRows(tx, schema.attendance, rows.attendance);
  insertRows(tx, schema.agendaItems, rows.agendaItems);
  insertRows(tx, schema.resolutions, rows.resolutions);
  insertRows(tx, schema.reportingLines, rows.reportingLines);
  insertRows(tx, schema.owedReports, rows.owedReports);
  for (const { table, id, patch } of plan.patches) updateRow(tx, changedTables[table], id, patch);
}

/** Whether the plan writes anything at all. */
export function writesAnything(plan: ImportPlan): boolean {
  return (
    plan.patches.length > 0 ||
    plan.replacements.length > 0 ||
    Object.values(plan.rows).some((rows) => rows.length > 0)
  );
}
