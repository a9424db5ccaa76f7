import { leadsOf } from '#db/queries/checks-facts.ts';
import { checkedSections } from '#db/queries/checks-records.ts';
import { updateLeadPeople } from '#db/queries/checks-write.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import type { Remedy } from '#shared/contract/checks.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { removeSection } from '../plans/edit-sections.ts';
import { nameOf } from '../plans/labels.ts';
import { noAction } from '../plans/read-plans.ts';
import { writeLeads } from '../plans/write-parts.ts';

/** Carries out the safe act that settles a finding, as one change set. Throws where it no longer fits. */
export function remedy(doing: Doing, kind: Remedy['kind'], recordId: string): void {
  if (kind === 'remove-section') removeEmptySection(doing, recordId);
  else if (kind === 'section-leads') giveSectionLeads(doing, recordId);
  else addPeople(doing, recordId);
}

function removeEmptySection(doing: Doing, sectionId: string): void {
  const all = checkedSections(doing.register.db);
  const section = all.find((one) => one.id === sectionId);
  if (section && (section.held > 0 || all.some((one) => one.parentId === sectionId))) {
    throw new AppError('conflict', 'This section is no longer empty, so it was left as it is.');
  }
  removeSection(doing, sectionId);
}

function giveSectionLeads({ app, register }: Doing, actionId: string): void {
  const [action] = actionsById(register.db, [actionId]);
  if (!action) throw noAction();
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

function addPeople({ app, register }: Doing, actionId: string): void {
  const [action] = actionsById(register.db, [actionId]);
  if (!action) throw noAction();
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
