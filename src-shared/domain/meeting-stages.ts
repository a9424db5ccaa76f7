/** How far a meeting and its minutes have come. */

type Kept = {
  readonly state: 'proposed' | 'planned' | 'held' | 'draft-minutes' | 'confirmed' | 'cancelled';
  readonly circulatedOn?: string | undefined;
};
export type Stage = 'proposed' | 'planned' | 'held' | 'draft' | 'circulated' | 'confirmed' | 'cancelled';

/** Draft minutes that went round for comment are a stage of their own, told by the day on which they went. */
export function stageOf({ state, circulatedOn }: Kept): Stage {
  if (state !== 'draft-minutes') return state;
  return circulatedOn ? 'circulated' : 'draft';
}

/** Whether the meeting was held: there are minutes of it, or will be. */
export const isHeld = ({ state }: Pick<Kept, 'state'>): boolean =>
  state === 'held' || state === 'draft-minutes' || state === 'confirmed';

/** What a stage is called. */
export const stageWords: Readonly<Record<Stage, string>> = {
  proposed: 'Proposed',
  planned: 'Planned',
  held: 'Being held',
  draft: 'Draft minutes',
  circulated: 'Minutes out for comment',
  confirmed: 'Minutes confirmed',
  cancelled: 'Cancelled',
};

/** The heading of the points that an item brings along: what was known before the meeting, beside what was said at it. */
export const agendaHeading = 'On the agenda';
