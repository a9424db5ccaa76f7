import type { Line } from './blocks.ts';
import { nextMeeting } from './cues.ts';
import { dayIn } from './front.ts';
import type { MinutesRecord } from './record.ts';

/** "Date of next meeting: 3 September 2015" is a meeting that is proposed. */
export function announceNext(record: MinutesRecord, text: string, line: Line): void {
  const under = record.item();
  const names =
    nextMeeting.test(text) ||
    /\bnext meeting\b/i.test(text) ||
    (under !== null && nextMeeting.test(under.title));
  if (!names || /\b(?:last|previous)\b/i.test(text)) return;
  const day = dayIn(text, record.meeting()?.heldOn?.slice(0, 4) ?? null);
  if (day) record.proposeMeeting(day.day, null, line);
}
