import type { RegisterJson } from '#shared/contract/register.ts';
import { linkToColumns, periodToColumns, statusToColumns, timescaleToColumns } from '../records.ts';
import { insertRow, insertRows } from '../rows.ts';
import { actionLinks, actions, keyEntries, measures, plans, progress, sections } from '../schema/index.ts';
import { childId, sourceFor, type Writing, withPositions, writeLeadersOf } from './register-writing.ts';

/** Plans with their keys, sections, actions with their leads and links, and measures. */
export function writePlans(writing: Writing, json: RegisterJson): void {
  const { tx } = writing;
  withPositions(json.plans, (plan, position) => {
    const { id, kind, title, subject, preamble, parentPlanId, continuesPlanId } = plan;
    insertRow(tx, plans, {
      id,
      position,
      kind,
      title,
      ...periodToColumns(plan.period),
      subject,
      preamble,
      parentPlanId,
      continuesPlanId,
      silentDays: plan.silentDays ?? null,
      ...sourceFor(writing, plan),
    });
    insertRows(
      tx,
      keyEntries,
      withPositions(plan.key, (entry, at, index) => ({
        ...entry,
        id: childId(id, 'key', index),
        planId: id,
        position: at,
      })),
    );
  });
  withPositions(json.sections, (section, position) => {
    const { id, planId, parentId, kind, ref, title, bullets, details } = section;
    insertRow(tx, sections, {
      id,
      planId,
      parentId,
      position,
      kind,
      ref,
      title,
      bullets,
      details,
      ...sourceFor(writing, section),
    });
    writeLeadersOf(writing, id, { sectionId: id }, section.leads);
  });
  withPositions(json.actions, (action, position) => {
    const { id, planId, sectionId, ref, text, bullets, resources, comment, details } = action;
    insertRow(tx, actions, {
      id,
      planId,
      sectionId,
      position,
      ref,
      text,
      bullets,
      ...timescaleToColumns(action.timescale),
      ...statusToColumns(action.status),
      resources,
      comment,
      details,
      reviewOn: action.reviewOn,
      continuesActionId: action.continuesActionId,
      ...sourceFor(writing, action),
    });
    writeLeadersOf(writing, id, { actionId: id }, action.leads);
    insertRows(
      tx,
      actionLinks,
      withPositions(action.links, (link, at, index) => ({
        id: childId(id, 'link', index),
        actionId: id,
        position: at,
        ...linkToColumns(link),
      })),
    );
  });
  withPositions(json.measures, (measure, position) => {
    const { id, actionId, text, kpiId, doneOn = null } = measure;
    insertRow(tx, measures, {
      id,
      actionId,
      position,
      text,
      kpiId,
      doneOn,
      ...sourceFor(writing, measure),
    });
    writeLeadersOf(writing, id, { measureId: id }, measure.leads);
  });
}

export function writeProgress(writing: Writing, json: RegisterJson): void {
  insertRows(
    writing.tx,
    progress,
    withPositions(json.progress, (update, position) => {
      const { source: _, status, ...columns } = update;
      return { position, ...columns, ...statusToColumns(status), ...sourceFor(writing, update) };
    }),
  );
}
