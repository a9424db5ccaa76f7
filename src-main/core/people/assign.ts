import type { WriteDb } from '#db/handles.ts';
import { leadById, stillUnled } from '#db/queries/people-write.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { leads } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { count, listWords } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { personNamed } from './read-lead.ts';

/** Names a lead for actions and KPIs that have none; those that have got one meanwhile are left. Gives how many. */
export function assign(
  { app, register }: Doing,
  o: { personId: string; actionIds: readonly string[]; kpiIds: readonly string[] },
): number {
  const person = personNamed(register.db, o.personId);
  const actionIds = stillUnled(register.db, 'actions', o.actionIds);
  const kpiIds = stillUnled(register.db, 'kpis', o.kpiIds);
  const what = listWords([
    ...(actionIds.length > 0 ? [count(actionIds.length, 'action')] : []),
    ...(kpiIds.length > 0 ? [count(kpiIds.length, 'KPI')] : []),
  ]);
  if (what === '') {
    throw new AppError('not-possible', 'All of these have a lead by now. Look at the list again.');
  }
  const name = (tx: WriteDb, owner: { actionId: string } | { kpiId: string }) =>
    insertRow(tx, leads, {
      id: app.options.newId(),
      ...owner,
      position: 1_024,
      text: person.name,
      personId: person.id,
      role: person.kind === 'role' ? person.name : null,
      note: null,
    });
  register.act({ kind: 'edit', label: `${person.name} leads ${what}` }, (tx) => {
    for (const actionId of actionIds) name(tx, { actionId });
    for (const kpiId of kpiIds) name(tx, { kpiId });
  });
  return actionIds.length + kpiIds.length;
}

/** One thing is somebody else’s than was read. The words of the plan stay as written. */
export function reassign({ register }: Doing, o: { leadId: string; personId: string }): void {
  const lead = leadById(register.db, o.leadId);
  if (!lead) throw new AppError('not-found', 'This lead is no longer in the plan. Look at the page again.');
  const person = personNamed(register.db, o.personId);
  register.act({ kind: 'edit', label: `“${lead.text}” is ${person.name}` }, (tx) =>
    updateRow(tx, leads, o.leadId, { personId: o.personId }),
  );
}
