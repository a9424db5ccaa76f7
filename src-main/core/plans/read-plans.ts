import type { ReadDb } from '#db/handles.ts';
import {
  lineageOf,
  measuresOfAction,
  meetingsOfAction,
  originOf,
  placeOfAction,
  progressOfAction,
  sameAsOf,
} from '#db/queries/plans-action.ts';
import { actionsById, actionsOfPlan } from '#db/queries/plans-actions.ts';
import { inTreeOrder, noCounts, planById, planHead, sectionsOfPlan } from '#db/queries/plans-list.ts';
import { AppError } from '#shared/contract/errors.ts';
import { packRows } from '#shared/contract/packed-rows.ts';
import { ActionRow, type ActionView, type PackedPlan, type PlanView } from '#shared/contract/plans.ts';
import type { Section } from '#shared/contract/register.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { isEnded, type State } from '#shared/domain/states.ts';
import { changesOfAction } from '../history/action-changes.ts';
import { slipsIn } from './slips.ts';

const rowFields = ActionRow.keyof().options;

/** A whole plan as of a day. Throws `not-found`. */
export function readPlan(db: ReadDb, planId: string, today: string): PlanView {
  const plan = planById(db, planId);
  if (!plan) throw noPlan();
  const sections = sectionsOfPlan(db, planId);
  const asRow = rowReader(db, today, null);
  const actions = inReadingOrder(actionsOfPlan(db, planId), sections).map(asRow);
  const before = plan.continuesPlanId === null ? undefined : planHead(db, plan.continuesPlanId);
  const counts = noCounts();
  for (const action of actions) counts[action.status?.state ?? 'not-started'] += 1;
  return {
    plan,
    continues: before ? { id: before.id, title: before.title } : null,
    sections,
    actions,
    counts,
  };
}

/** The same for the wire, its rows as columns. Throws `not-found`. */
export function readPackedPlan(db: ReadDb, planId: string, today: string): PackedPlan {
  const { actions, ...plan } = readPlan(db, planId, today);
  return { ...plan, rows: packRows(actions, rowFields) };
}

/** One action with everything of it. Throws `not-found`. */
export function readAction(db: ReadDb, actionId: string, today: string): ActionView {
  const [action] = actionsById(db, [actionId]);
  const place = placeOfAction(db, actionId);
  if (!action || !place) throw noAction();
  const measures = measuresOfAction(db, actionId);
  return {
    action: rowReader(db, today, [actionId])(action),
    ...place,
    measures,
    progress: progressOfAction(db, actionId),
    sameAs: sameAsOf(db, actionId),
    meetings: meetingsOfAction(db, actionId),
    changes: changesOfAction(db, actionId),
    lineage: lineageOf(db, actionId),
    origin: originOf(db, actionId),
  };
}

export function readRows(db: ReadDb, ids: readonly string[], today: string): ActionRow[] {
  return actionsById(db, ids).map(rowReader(db, today, ids));
}

/** Says of rows just read how late they are and how often their ends moved. In place: a plan may have 20,000. */
function rowReader(
  db: ReadDb,
  today: string,
  ids: readonly string[] | null,
): (action: ActionRow) => ActionRow {
  const late = daysLateOn(today);
  const slippageFor = slipsIn(db, ids);
  return (action) => {
    action.daysLate = action.carriedOn ? null : late(action);
    const { moves, days } = slippageFor(action);
    if (moves.length > 0) action.slipped = { times: moves.length, days };
    return action;
  };
}

type Dated = { timescale: { end: string | null } | null; status: { state: State } | null };

/** Whole days since the end of the timescale; null while it has not passed, and for what has ended. */
export function daysLate(action: Dated, today: string): number | null {
  return daysLateOn(today)(action);
}

/** The same for many actions on one day: the days since an end are counted once, for many ends are alike. */
function daysLateOn(today: string): (action: Dated) => number | null {
  const since = new Map<string, number>();
  return ({ timescale, status }) => {
    const end = timescale?.end;
    if (!end || end >= today || isEnded(status?.state ?? null)) return null;
    const known = since.get(end) ?? daysBetween(end, today);
    since.set(end, known);
    return known;
  };
}

/** Actions without a section first, then section by section as the tree is read; by position within. */
function inReadingOrder(actions: readonly ActionRow[], sections: readonly Section[]): ActionRow[] {
  const bySection = new Map<string | null, ActionRow[]>(
    [null, ...inTreeOrder(sections).map((section) => section.id)].map((id) => [id, []]),
  );
  for (const action of actions) (bySection.get(action.sectionId) ?? bySection.get(null))?.push(action);
  return [...bySection.values()].flat();
}

export function noPlan(): AppError {
  return new AppError('not-found', 'This plan is no longer in the register. Go back to the list of plans.');
}

export function noAction(): AppError {
  return new AppError(
    'not-found',
    'This action is no longer in the register. It may have been undone or deleted.',
  );
}
