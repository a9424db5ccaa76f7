import { leadsOf } from '#db/queries/checks-facts.ts';
import { checkedSections } from '#db/queries/checks-records.ts';
import { updateLeadPeople } from '#db/queries/checks-write.ts';
import { knownPeople } from '#db/queries/people-list.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { cellText } from '#shared/contract/cells.ts';
import type { Remedy } from '#shared/contract/checks.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ActionRow, EditableField } from '#shared/contract/plans.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { otherRow, sameAs } from '#shared/domain/references.ts';
import { editKpi } from '../kpis/edit-kpis.ts';
import { peopleFinder } from '../people/find-people.ts';
import { peopleIndex } from '../people/people-index.ts';
import { type Doing, editPlan } from '../plans/edit-plan.ts';
import { removeSection } from '../plans/edit-sections.ts';
import { nameOf } from '../plans/labels.ts';
import { noAction } from '../plans/read-plans.ts';
import { writeLeads } from '../plans/write-parts.ts';
import { mergeActions } from './merge-actions.ts';

type Settle = (doing: Doing, recordId: string, value: string | null) => void;

const acts: Readonly<Record<Remedy['kind'], Settle>> = {
  'remove-section': removeEmptySection,
  'section-leads': giveSectionLeads,
  'add-people': addPeople,
  'lead-is': (doing, actionId, personId) => sayWhoLeads(doing, actionId, wanted(personId)),
  reading: (doing, actionId, words) =>
    writeCell(doing, actionOf(doing, actionId), 'timescale', wanted(words)),
  'points-to': (doing, actionId, ref) => pointTo(doing, actionId, wanted(ref)),
  merge: (doing, keepId, goneId) => mergeActions(doing, keepId, wanted(goneId)),
  polarity: (doing, kpiId, value) => sayWhichIsBetter(doing, kpiId, wanted(value)),
};

/** Carries out the safe act that settles a finding, as one change set. Throws where it no longer fits. */
export function remedy(
  doing: Doing,
  o: Pick<Remedy, 'kind' | 'recordId'> & { value?: string | null | undefined },
): void {
  acts[o.kind](doing, o.recordId, o.value ?? null);
}

function wanted(value: string | null): string {
  if (value === null) throw new AppError('wrong-use', 'This remedy needs to be told what was chosen.');
  return value;
}

const changedSince = (what: string) =>
  new AppError('conflict', `${what} has changed meanwhile, so nothing was written. Look again.`);

function actionOf({ register }: Doing, actionId: string): ActionRow {
  const [action] = actionsById(register.db, [actionId]);
  if (!action) throw noAction();
  return action;
}

function writeCell(doing: Doing, action: ActionRow, field: EditableField, text: string): void {
  const edits = [{ actionId: action.id, field, text }];
  const [refused] = editPlan(doing, { planId: action.planId, edits, added: [] }).refused;
  if (refused) throw new AppError('not-possible', refused.message);
}

function removeEmptySection(doing: Doing, sectionId: string): void {
  const all = checkedSections(doing.register.db);
  const section = all.find((one) => one.id === sectionId);
  if (section && (section.held > 0 || all.some((one) => one.parentId === sectionId))) {
    throw new AppError('conflict', 'This section is no longer empty, so it was left as it is.');
  }
  removeSection(doing, sectionId);
}

function giveSectionLeads(doing: Doing, actionId: string): void {
  const { app, register } = doing;
  const action = actionOf(doing, actionId);
  const own = checkedSections(register.db).find((section) => section.id === action.sectionId)?.leads;
  if (action.leads.length > 0 || !own) {
    throw new AppError(
      'conflict',
      'This action has a lead now, or its section has none. Nothing was written.',
    );
  }
  const { newId } = app.options;
  register.act({ kind: 'edit', label: `Leads of ${nameOf(action)}, from its section` }, (tx) =>
    writeLeads({ tx, newId }, { actionId }, peopleFinder(tx, newId).settle(readLeads(own))),
  );
}

function addPeople(doing: Doing, actionId: string): void {
  const { app, register } = doing;
  const action = actionOf(doing, actionId);
  const words = (leadsOf(register.db, [actionId]).get(actionId) ?? []).filter(
    (lead) => lead.personId === null,
  );
  const { newId } = app.options;
  register.act({ kind: 'edit', label: `People named as leads of ${nameOf(action)}` }, (tx) => {
    const settled = peopleFinder(tx, newId).settle(words);
    for (const { text, personId } of settled) {
      if (personId !== null) updateLeadPeople(tx, actionId, text, personId);
    }
    if (settled.every(({ personId }) => personId === null)) {
      throw new AppError(
        'not-possible',
        'These words fit more than one person. Choose the lead in the plan.',
      );
    }
  });
}

/** Says which of several people the words of a lead mean; the words stay as they were written. */
function sayWhoLeads(doing: Doing, actionId: string, personId: string): void {
  const { register } = doing;
  const action = actionOf(doing, actionId);
  const known = knownPeople(register.db);
  const people = peopleIndex(known);
  const meant = action.leads.filter(
    (lead) => lead.personId === null && people.lookUp(lead.text)?.has(personId),
  );
  const name = known.find(({ id }) => id === personId)?.name;
  if (meant.length === 0 || name === undefined) throw changedSince('Who leads this action');
  register.act({ kind: 'edit', label: `${name} as lead of ${nameOf(action)}` }, (tx) => {
    for (const { text } of meant) updateLeadPeople(tx, actionId, text, personId);
  });
}

/** Puts the reference that was meant in place of the one that leads nowhere, in the words that have it. */
function pointTo(doing: Doing, actionId: string, ref: string): void {
  const action = actionOf(doing, actionId);
  const row = otherRow(action.text);
  if (row !== null && typeof row === 'object') {
    writeCell(doing, action, 'text', action.text.replace(row.ref, ref));
    return;
  }
  const lines = cellText(action, 'links').split('\n');
  const broken = action.links.find(({ kind, actionId: to }) => kind === 'same-as' && to === null)?.text;
  const old = broken === undefined ? null : sameAs(broken);
  if (broken === undefined || old === null) throw changedSince('This reference');
  writeCell(
    doing,
    action,
    'links',
    lines.map((line) => (line === broken ? line.replace(old, ref) : line)).join('\n'),
  );
}

function sayWhichIsBetter(doing: Doing, kpiId: string, value: string): void {
  if (value !== 'up' && value !== 'down')
    throw new AppError('wrong-use', 'More is better, or less is better: say “up” or “down”.');
  editKpi(doing, { kpiId, polarity: value });
}
