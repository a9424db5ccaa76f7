import {
  type KnownMeeting,
  type KnownProceedings,
  knownMeetings,
  knownProceedings,
} from '#db/queries/imports-match-meetings.ts';
import type { Meeting } from '#shared/contract/register.ts';
import { comparable } from '#shared/domain/similarity.ts';
import type { DraftMeeting } from '../recognise/types.ts';
import { difference, differText } from './differences.ts';
import { planProceedings } from './plan-proceedings.ts';
import { noteAdded, noteMatched, type PlanState } from './plan-state.ts';

/** How far along a meeting is: minutes move it on, never back. */
const stages: readonly Meeting['state'][] = [
  'cancelled',
  'proposed',
  'planned',
  'held',
  'draft-minutes',
  'confirmed',
];
const nothing: KnownProceedings = { attendance: [], items: [], resolutions: [] };

/**
 * Plans the meetings of a file: matched by body and day, or by title where the file gives no day. What happened at
 * them follows. `actionIds` holds the id of each draft's action, for the resolutions that ask for one.
 */
export function planMeetings(
  state: PlanState,
  bodyIds: readonly string[],
  actionIds: readonly string[],
): void {
  const { drafts } = state;
  if (drafts.meetings.length === 0) return;
  const known = knownMeetings(state.db);
  drafts.meetings.forEach((draft, at) => {
    const bodyId = draft.body === null ? null : (bodyIds[draft.body] ?? null);
    const before = known.find((one) => isSame(one, draft, bodyId));
    if (before) {
      // Minutes that were confirmed are not put back by a draft of them.
      const mayChange = state.mayChange && !(before.state === 'confirmed' && draft.state !== 'confirmed');
      changeMeeting(state, before, draft, mayChange);
      if (draft.state === 'proposed') return;
      planProceedings(
        { ...state, mayChange },
        at,
        before.id,
        knownProceedings(state.db, before.id),
        actionIds,
      );
      return;
    }
    // Another file of this import may have announced it, or be another copy of its minutes.
    const row = state.plan.rows.meetings.find((one) =>
      isSame({ bodyId: one.bodyId ?? null, heldOn: one.heldOn ?? null, title: one.title }, draft, bodyId),
    );
    if (row && draft.state === 'proposed') return;
    if (row?.state === 'proposed') {
      Object.assign(row, columnsOf(draft, bodyId), state.sourceOf(draft.source));
      planProceedings(state, at, row.id, nothing, actionIds);
      return;
    }
    planProceedings(state, at, addMeeting(state, draft, bodyId), nothing, actionIds);
  });
}

function isSame(
  known: Pick<KnownMeeting, 'bodyId' | 'heldOn' | 'title'>,
  draft: DraftMeeting,
  bodyId: string | null,
): boolean {
  if (known.bodyId !== bodyId) return false;
  if (known.heldOn !== draft.heldOn) return false;
  // Two meetings of one body on one day are rare; without a day or a body the title tells.
  return (draft.heldOn !== null && bodyId !== null) || comparable(known.title) === comparable(draft.title);
}

function columnsOf(draft: DraftMeeting, bodyId: string | null) {
  const { title, heldOn, place, minuteRef, furtherTo, details } = draft;
  return {
    bodyId,
    title,
    heldOn,
    place,
    minuteRef,
    furtherTo,
    state: draft.state,
    details: details.length === 0 ? null : details,
  };
}

function addMeeting(state: PlanState, draft: DraftMeeting, bodyId: string | null): string {
  const source = state.sourceOf(draft.source);
  const id = state.newId();
  state.plan.rows.meetings.push({
    id,
    position: state.nextPosition('meetings'),
    ...columnsOf(draft, bodyId),
    ...source,
  });
  noteAdded(state, 'meetings', { id, title: nameOf(draft), where: source.sourceWhere });
  return id;
}

function changeMeeting(
  state: PlanState,
  before: KnownMeeting,
  draft: DraftMeeting,
  mayChange: boolean,
): void {
  const found = difference();
  if (mayChange && draft.state !== 'proposed') {
    differText(found, 'place', before.place, draft.place);
    differText(found, 'minuteRef', before.minuteRef, draft.minuteRef);
    differText(found, 'furtherTo', before.furtherTo, draft.furtherTo);
    if (stages.indexOf(draft.state) > stages.indexOf(before.state))
      differText(found, 'state', before.state, draft.state);
    const words = (details: KnownMeeting['details']) =>
      details.map(({ label, text }) => `${label}: ${text}`).join('\n');
    if (draft.details.length > 0 && words(before.details) !== words(draft.details)) {
      found.patch.details = draft.details;
      found.fields.push({
        field: 'details',
        before: words(before.details) || null,
        after: words(draft.details),
      });
    }
  }
  const source = state.sourceOf(draft.source);
  noteMatched(state, 'meetings', { id: before.id, title: nameOf(draft), source }, found);
}

function nameOf({ title, heldOn }: DraftMeeting): string {
  return heldOn === null ? title : `${title}, ${heldOn}`;
}
