import type { ReadDb } from '#db/handles.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { keyOf, planHead } from '#db/queries/plans-list.ts';
import { actionPlace } from '#db/queries/plans-order.ts';
import { removeActionRows } from '#db/queries/plans-remove.ts';
import { updateRow } from '#db/rows.ts';
import { actions } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { EditResult } from '#shared/contract/plans.ts';
import type { Status } from '#shared/contract/register.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { count } from '#shared/domain/words.ts';
import { peopleFinder } from '../people/find-people.ts';
import { placesFor } from './add-rows.ts';
import { type Doing, resultOf } from './edit-plan.ts';
import { nameOf } from './labels.ts';
import { noAction } from './read-plans.ts';
import { writeUpdate } from './write-progress.ts';

/** Takes actions out with all that hangs on them. Ones that are gone already are passed over. */
export function removeActions({ app, register }: Doing, ids: readonly string[]): EditResult {
  const found = actionsById(register.db, ids);
  if (found.length === 0) throw noAction();
  const [first] = found;
  const title = planHead(register.db, first?.planId ?? '')?.title ?? '';
  const label =
    found.length === 1 && first
      ? `Deletion of ${nameOf(first)} from ${title}`
      : `Deletion of ${count(found.length, 'action')} from ${title}`;
  register.act({ kind: 'edit', label }, (tx) =>
    removeActionRows(
      tx,
      found.map((action) => action.id),
    ),
  );
  return resultOf(register.db, ids, app.options.today());
}

/** Puts an action elsewhere in its plan: behind another, or at the end of a section. */
export function moveAction(
  { app, register }: Doing,
  o: { actionId: string; sectionId: string | null; afterActionId: string | null },
): EditResult {
  const [action] = actionsById(register.db, [o.actionId]);
  if (!action) throw noAction();
  const { planId } = action;
  if (o.afterActionId !== o.actionId) {
    register.act({ kind: 'edit', label: `Move of ${nameOf(action)}` }, (tx) => {
      const place = { planId, sectionId: o.sectionId, afterActionId: o.afterActionId };
      const [position] = placesFor(tx, place, 1, o.actionId);
      const now = actionPlace(tx, o.actionId);
      if (now && position === now.position && o.sectionId === now.sectionId) return;
      updateRow(tx, actions, o.actionId, { sectionId: o.sectionId, position });
    });
  }
  return resultOf(register.db, [o.actionId], app.options.today());
}

export type NewUpdate = {
  actionIds: readonly string[];
  state: State | null;
  text: string;
  /** Null means today. */
  on: string | null;
  by: string | null;
  evidence: string | null;
};

/** A dated update on one or several actions: the only way a status changes. */
export function addProgress({ app, register }: Doing, update: NewUpdate): EditResult {
  const { newId, today } = app.options;
  const text = update.text.trim();
  if (update.state === null && text === '') {
    throw new AppError(
      'wrong-use',
      'An update needs a status or words. Choose a status, or write what happened.',
    );
  }
  const ids = [...new Set(update.actionIds)];
  const found = actionsById(register.db, ids);
  if (found.length < ids.length) throw noAction();
  const [first] = found;
  const label =
    found.length === 1 && first ? `Update on ${nameOf(first)}` : `Update on ${count(found.length, 'action')}`;
  register.act({ kind: 'progress', label }, (tx) => {
    const byPersonId = update.by ? peopleFinder(tx, newId).find(update.by) : null;
    for (const action of found) {
      writeUpdate({ tx, newId }, action.id, {
        on: update.on ?? today(),
        status: update.state === null ? null : statusIn(tx, action.planId, update.state),
        text,
        by: update.by,
        byPersonId,
        evidence: update.evidence,
      });
    }
  });
  return resultOf(register.db, ids, today());
}

/** The state in the words of the plan's key, or of the default key where it has no entry for it. */
function statusIn(db: ReadDb, planId: string, state: State): Status {
  const entry = keyOf(db, planId).find((candidate) => candidate.state === state);
  return { state, label: entry?.label ?? lookOf(state).label };
}
