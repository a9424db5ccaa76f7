import type { ReadDb } from '#db/handles.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { keyOf, planHead } from '#db/queries/plans-list.ts';
import { actionPlace } from '#db/queries/plans-order.ts';
import { removeActionRows } from '#db/queries/plans-remove.ts';
import { meetingIsThere, updateToCorrect } from '#db/queries/progress-read.ts';
import { updateRow } from '#db/rows.ts';
import { actions } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { EditResult } from '#shared/contract/plans.ts';
import type { Status } from '#shared/contract/register.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { entryFor } from '#shared/domain/status-keys.ts';
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
  /** Which of the key's words for the state; null for the first. */
  label?: string | null;
  text: string;
  /** Null means today. */
  on: string | null;
  by: string | null;
  evidence: string | null;
  meetingId?: string | null;
  /** The earlier update that this one puts right: then it is of that one action. */
  correctsId?: string | null;
};

/**
 * A dated update on one or several actions: the only way a status changes. A correction is an update of its own that
 * names the one it puts right; nothing is written into that one.
 */
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
  const { meetingId = null, correctsId = null } = update;
  if (correctsId !== null) refuseCorrection(register.db, correctsId, ids);
  if (meetingId !== null && !meetingIsThere(register.db, meetingId)) {
    throw new AppError('not-found', 'This meeting is no longer in the register. Choose another, or none.');
  }
  const [first] = found;
  const what = correctsId === null ? 'Update' : 'Correction of an update';
  const label =
    found.length === 1 && first
      ? `${what} on ${nameOf(first)}`
      : `${what} on ${count(found.length, 'action')}`;
  register.act({ kind: 'progress', label }, (tx) => {
    const byPersonId = update.by ? peopleFinder(tx, newId).find(update.by) : null;
    for (const action of found) {
      writeUpdate({ tx, newId }, action.id, {
        on: update.on ?? today(),
        status:
          update.state === null ? null : statusIn(tx, action.planId, update.state, update.label ?? null),
        text,
        by: update.by,
        byPersonId,
        evidence: update.evidence?.trim() || null,
        meetingId,
        correctsId,
      });
    }
  });
  return resultOf(register.db, ids, today());
}

/** One update is put right once, and on its own action: a correction that was wrong too is corrected itself. */
function refuseCorrection(db: ReadDb, correctsId: string, actionIds: readonly string[]): void {
  const earlier = updateToCorrect(db, correctsId);
  if (!earlier) {
    throw new AppError('not-found', 'The update to be corrected is no longer in the register. Look again.');
  }
  if (actionIds.length !== 1 || earlier.actionId !== actionIds[0]) {
    throw new AppError('wrong-use', 'A correction is of one update, and on the action of that update.');
  }
  if (earlier.corrected) {
    throw new AppError('conflict', 'This update was corrected already. Correct its correction.');
  }
}

/** The state in the words of the plan's key (those wanted, where it has several), or of the default key where it has no entry for it. */
export function statusIn(db: ReadDb, planId: string, state: State, label: string | null): Status {
  const entry = entryFor(keyOf(db, planId), { state, label });
  return { state, label: entry?.label ?? lookOf(state).label };
}
