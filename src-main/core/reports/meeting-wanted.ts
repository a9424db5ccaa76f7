import { AppError } from '#shared/contract/errors.ts';
import type { Meeting } from '#shared/contract/meeting-records.ts';
import type { SnapshotContent } from '#shared/contract/register.ts';
import { isHeld } from '#shared/domain/meeting-stages.ts';

/** Which meeting an agenda or minutes are of. */
export type MeetingWish = {
  readonly report: 'agenda' | 'minutes';
  readonly meetingId?: string | null | undefined;
  readonly bodyId?: string | null | undefined;
};

/**
 * The meeting named; else of the body named, or of all, the next that is planned for an agenda and the last that was
 * held for minutes. Throws `not-found` with what to do where the snapshot has none.
 */
export function meetingWanted(
  content: SnapshotContent,
  wish: MeetingWish,
  o: { day: string; snapshot: string },
): Meeting {
  if (wish.meetingId) {
    const named = content.meetings.find(({ id }) => id === wish.meetingId);
    if (named) return named;
    throw new AppError(
      'not-found',
      `The meeting is not in the snapshot “${o.snapshot}”. Take a new snapshot, or choose another meeting.`,
    );
  }
  const own = content.meetings
    .filter(
      ({ bodyId, state, heldOn }) =>
        (!wish.bodyId || bodyId === wish.bodyId) && state !== 'cancelled' && heldOn !== null,
    )
    .sort((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? ''));
  const found =
    wish.report === 'agenda'
      ? own.find((one) => !isHeld(one) && (one.heldOn ?? '') >= o.day)
      : own.findLast(isHeld);
  if (found) return found;
  throw new AppError(
    'not-found',
    wish.report === 'agenda'
      ? `The snapshot “${o.snapshot}” has no meeting to come. Plan one, or say which meeting the agenda is of.`
      : `The snapshot “${o.snapshot}” has no meeting that was held. Say which meeting the minutes are of.`,
  );
}
