import type { ReadDb } from '#db/handles.ts';
import { minutesGiven } from '#db/queries/meetings-view.ts';
import type { MinuteLink } from '#shared/contract/meetings.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { type FoundReference, holdsMinute, minuteKey } from '#shared/domain/minute-references.ts';

export type MinuteFinder = (found: readonly FoundReference[]) => MinuteLink[];

/**
 * Finds earlier minutes by their number: of the same body before others, of an item before a whole meeting, and never
 * of the meeting itself or of one after it. The words stand whether there is such a minute or not.
 */
export function minuteFinder(
  db: ReadDb,
  from: { meetingId: string; bodyId: string | null; heldOn: string | null },
): MinuteFinder {
  let given: ReturnType<typeof minutesGiven> | null = null;
  return (found) =>
    found.map(({ ref, at }) => {
      given ??= minutesGiven(db, null).filter(
        (one) =>
          one.meetingId !== from.meetingId &&
          (from.heldOn === null || one.on === null || one.on <= from.heldOn),
      );
      const fits = given.filter((one) =>
        one.itemId === null ? holdsMinute(one.ref, ref) : minuteKey(one.ref) === minuteKey(ref),
      );
      const [best] = fits.toSorted(
        (a, b) =>
          Number(b.bodyId === from.bodyId) - Number(a.bodyId === from.bodyId) ||
          Number(b.itemId !== null) - Number(a.itemId !== null) ||
          (b.on ?? '').localeCompare(a.on ?? ''),
      );
      if (!best) return { ref, at, meetingId: null, itemId: null, title: null };
      const when = best.on === null ? best.meeting : `${best.meeting}, ${formatDay(best.on)}`;
      const title = best.item === null ? when : `${when}: ${best.item}`;
      return { ref, at, meetingId: best.meetingId, itemId: best.itemId, title };
    });
}
