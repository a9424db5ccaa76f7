import type { ReadDb } from '#db/handles.ts';
import { type ResolutionFound, resolutionsFound, type Which } from '#db/queries/meetings-resolutions.ts';
import type { MatterArising } from '#shared/contract/meetings.ts';
import type { Pace, ResolutionShown } from '#shared/contract/resolutions.ts';
import { resolutionRef } from '#shared/domain/minute-numbers.ts';
import { resolutionStanding } from '#shared/domain/resolution-standing.ts';

/** How a resolution is named: with the number of its item, else of a meeting that has one number. */
export const refOf = ({
  resolution,
  itemRef,
  meetingRef,
}: Pick<ResolutionFound, 'resolution' | 'itemRef' | 'meetingRef'>): string =>
  resolutionRef(
    resolution.number,
    itemRef ?? (meetingRef !== null && /^\S+$/.test(meetingRef) ? meetingRef : null),
  );

export type Judged = { found: ResolutionFound; shown: ResolutionShown };

/** Resolutions with what became of them by today. */
export function judgedResolutions(db: ReadDb, which: Which, today: string): Judged[] {
  const found = resolutionsFound(db, which);
  const refs = new Map(found.map((one) => [one.resolution.id as string, refOf(one)]));
  const missing = found.some(
    ({ resolution }) => resolution.supersededById && !refs.has(resolution.supersededById),
  );
  if (missing) for (const one of resolutionsFound(db, {})) refs.set(one.resolution.id, refOf(one));
  return found.map((one) => {
    const { itemRef: _, meetingRef: __, meetingState: ___, itemConfidential: ____, ...kept } = one;
    const { id, number, supersededById } = one.resolution;
    const superseding = refs.get(supersededById ?? '') ?? null;
    const standing = resolutionStanding({ ...one, superseding }, today);
    return { found: one, shown: { ...kept, ref: refs.get(id) ?? number, ...standing } };
  });
}

export const shownResolutions = (db: ReadDb, which: Which, today: string): ResolutionShown[] =>
  judgedResolutions(db, which, today).map(({ shown }) => shown);

/** What earlier meetings of a body asked for and is not done, the oldest first. */
export function mattersArising(
  db: ReadDb,
  o: { bodyId: string | null; meetingId: string; before: string | null },
  today: string,
): MatterArising[] {
  if (o.bodyId === null) return [];
  return judgedResolutions(db, { bodyId: o.bodyId, to: o.before }, today)
    .filter(
      ({ found, shown }) =>
        shown.standing === 'open' && found.meetingId !== o.meetingId && found.meetingState !== 'cancelled',
    )
    .map(({ found, shown }): MatterArising => {
      const { resolution } = shown;
      const leads = shown.action?.leads.length ? shown.action.leads : (resolution.leads ?? []);
      const owed = shown.reports.find(({ nextOn }) => nextOn !== null);
      return {
        resolutionId: resolution.id,
        ref: shown.ref,
        text: resolution.text,
        meetingId: shown.meetingId,
        meeting: shown.meeting,
        heldOn: shown.heldOn,
        who: leads.map(({ text }) => text).join(', ') || (owed?.officer?.text ?? ''),
        when: shown.action?.when ?? resolution.due?.text ?? owed?.every ?? null,
        late: shown.late,
        actionId: resolution.actionId,
        planId: shown.action?.planId ?? null,
        status: shown.action?.status ?? null,
        toldOn: shown.action?.toldOn ?? null,
        confidential: resolution.confidential === true || found.itemConfidential,
      };
    })
    .sort((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? ''));
}

const middle = (days: readonly number[]): number | null => {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** How long decisions took, of all that asked for something: what only notes or decides is done as it is minuted. */
export function paceOf(db: ReadDb, bodyId: string | null, today: string): Pace {
  const asked = shownResolutions(db, { bodyId }, today).filter(
    ({ resolution: { kind, actionId, state }, reports }) =>
      kind === 'action' ||
      kind === 'report' ||
      actionId !== null ||
      reports.length > 0 ||
      state !== undefined,
  );
  const daysOf = (all: readonly ResolutionShown[]) => all.flatMap(({ days }) => days ?? []);
  const summary = (all: readonly ResolutionShown[]) => ({
    done: all.filter(({ standing }) => standing === 'done').length,
    open: all.filter(({ standing }) => standing === 'open').length,
    median: middle(daysOf(all)),
  });
  const byYear = Map.groupBy(
    asked.filter(({ heldOn }) => heldOn !== null),
    ({ heldOn }) => Number(heldOn?.slice(0, 4)),
  );
  return {
    ...summary(asked),
    longest: daysOf(asked).length === 0 ? null : Math.max(...daysOf(asked)),
    years: [...byYear].map(([year, all]) => ({ year, ...summary(all) })).sort((a, b) => a.year - b.year),
  };
}
