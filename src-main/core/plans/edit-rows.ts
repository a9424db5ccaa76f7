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

export type Move = {
  actionIds: readonly string[];
  sectionId: string | null;
  afterActionId: string | null;
  first?: boolean | undefined;
};

/** Puts actions elsewhere in their plan, in the order given: behind another, or first or last in a section. */
export function moveActions({ app, register }: Doing, o: Move): EditResult {
  const ids = [...new Set(o.actionIds)];
  const found = new Map(actionsById(register.db, ids).map((action) => [action.id as string, action]));
  const [first] = found.values();
  if (!first || found.size < ids.length) throw noAction();
  const { planId } = first;
  if ([...found.values()].some((action) => action.planId !== planId)) {
    throw new AppError('wrong-use', 'These actions are of several plans. Move those of one plan at a time.');
  }
  const moving = new Set(ids);
  if (o.afterActionId === null || !moving.has(o.afterActionId)) {
    const label = ids.length === 1 ? `Move of ${nameOf(first)}` : `Move of ${count(ids.length, 'action')}`;
    register.act({ kind: 'edit', label }, (tx) => {
      const positions = placesFor(tx, { planId, ...o }, ids.length, moving);
      ids.forEach((id, place) => {
        const now = actionPlace(tx, id);
        const position = positions[place] ?? 0;
        if (now && position === now.position && o.sectionId === now.sectionId) return;
        updateRow(tx, actions, id, { sectionId: o.sectionId, position });
      });
    });
  }
  return resultOf(register.db, ids, app.options.today());
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
