import { confirmedTouched } from '#db/confirmed-minutes.ts';
import type { ReadDb } from '#db/handles.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Meeting } from '#shared/contract/meeting-records.ts';
import { formatDay } from '#shared/domain/dates.ts';

/** Confirmed minutes stand as they are. */

const confirmed = ({ title, heldOn }: Pick<Meeting, 'title' | 'heldOn'>): AppError =>
  new AppError(
    'not-possible',
    `The minutes of “${title}”${heldOn === null ? '' : ` of ${formatDay(heldOn)}`} are confirmed and stay as they are. Record a correction of them instead.`,
  );

/** Refuses an act that changed confirmed minutes, whatever procedure did it: nothing of it is written. */
export function refuseIfConfirmed(db: ReadDb, seq: number): void {
  const touched = confirmedTouched(db, seq);
  if (touched) throw confirmed(touched);
}

/** Refuses beforehand what can only be meant for minutes that are not confirmed. */
export function refuseOfConfirmed(meeting: Meeting): void {
  if (meeting.state === 'confirmed') throw confirmed(meeting);
}
