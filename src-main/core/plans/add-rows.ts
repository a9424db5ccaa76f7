import type { WriteDb } from '#db/handles.ts';
import { inTreeOrder } from '#db/queries/plans-list.ts';
import {
  actionPlace,
  actionsBehind,
  actionsIn,
  lastActionIn,
  lastActionOutside,
  lastBeforeFirstOf,
  movePositions,
  sectionPlace,
  sectionPlaces,
} from '#db/queries/plans-order.ts';
import { insertRow } from '#db/rows.ts';
import { actions } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ActionRow } from '#shared/contract/plans.ts';
import { placeAfter } from './positions.ts';
import { noAction } from './read-plans.ts';

export type Place = {
  planId: string;
  sectionId: string | null;
  afterActionId: string | null;
  /** Before all others of the section. */
  first?: boolean | undefined;
};

/**
 * Positions for `count` actions at a place: behind the action named, else before all others or at the end of the
 * section. Rows in the way are moved on, but for those that are `moving` there. Throws `not-found` where the place is gone.
 */
export function placesFor(
  tx: WriteDb,
  place: Place,
  count: number,
  moving: ReadonlySet<string> = new Set(),
): readonly number[] {
  const after = startOf(tx, place);
  const behind = (limit: number) =>
    actionsBehind(tx, place.planId, after, limit).filter(({ id }) => !moving.has(id));
  const [next] = behind(moving.size + 1);
  const roomy = !next || after === null || next.position - after > count;
  const rows = roomy ? (next ? [next] : []) : behind(-1);
  const { placed, moved } = placeAfter(
    after,
    rows.map((row) => row.position),
    count,
  );
  movePositions(
    tx,
    'actions',
    rows.slice(0, moved.length).map(({ id }, index) => ({ id, position: moved[index] ?? 0 })),
  );
  return placed;
}

function startOf(tx: WriteDb, { planId, sectionId, afterActionId, first }: Place): number | null {
  if (sectionId !== null) checkSection(tx, planId, sectionId);
  if (afterActionId !== null) {
    const after = actionPlace(tx, afterActionId);
    if (!after || after.planId !== planId || after.sectionId !== sectionId) throw noAction();
    return after.position;
  }
  if (first && actionsIn(tx, planId, sectionId) > 0) return lastBeforeFirstOf(tx, planId, sectionId);
  if (sectionId === null) return lastActionOutside(tx, planId);
  // An empty section's first action stands behind those of the sections before it.
  const order = inTreeOrder(sectionPlaces(tx, planId)).map((section) => section.id);
  const own = lastActionIn(tx, planId, [sectionId]);
  return (
    own ?? lastActionIn(tx, planId, order.slice(0, order.indexOf(sectionId))) ?? lastActionOutside(tx, planId)
  );
}

function checkSection(tx: WriteDb, planId: string, sectionId: string): void {
  if (sectionPlace(tx, sectionId)?.planId !== planId) {
    throw new AppError('not-found', 'This section is no longer in the plan. Look at the plan again.');
  }
}

/** Adds an action without words at a position. */
export function insertEmptyAction(tx: WriteDb, at: { id: string; position: number } & Place): ActionRow {
  const { id, position, planId, sectionId } = at;
  insertRow(tx, actions, { id, planId, sectionId, position, text: '', bullets: [], details: [] });
  return {
    id,
    source: null,
    planId,
    sectionId,
    ref: null,
    text: '',
    bullets: [],
    leads: [],
    timescale: null,
    status: null,
    resources: null,
    comment: null,
    details: [],
    links: [],
    reviewOn: null,
    continuesActionId: null,
    measures: [],
    lastUpdate: null,
    daysLate: null,
  };
}
