import type { Meeting } from '#shared/contract/register.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { minutesDays } from '#shared/domain/meeting-gaps.ts';
import { formatDay } from '../../../format/days.ts';
import { count } from '../../../format/words.ts';

/** What of a meeting tells whether something of it is missing. */
export type Judged = Pick<Meeting, 'state' | 'heldOn' | 'papersOn' | 'commentsBy' | 'place' | 'startTime'> & {
  readonly items: number;
  readonly present: number;
};

/** A meeting is prepared from so many days before it on; that nothing is, the year tells later (meeting-gaps.ts). */
const preparingDays = 28;

/** What a meeting still lacks on a day, in short sentences, the most pressing first. None for what is called off. */
export function missingOf(meeting: Judged, today: string): string[] {
  const { state, heldOn } = meeting;
  if (state === 'cancelled' || state === 'confirmed') return [];
  if (heldOn === null) return state === 'proposed' || state === 'planned' ? ['No date yet'] : ['No date'];
  const ahead = daysBetween(today, heldOn);
  if (state === 'proposed' || state === 'planned') {
    if (ahead < 0) return [`Was it held? Its day was ${count(-ahead, 'day')} ago`];
    return [
      meeting.items === 0 && ahead <= preparingDays ? 'No agenda yet' : null,
      meeting.papersOn && meeting.papersOn < today && meeting.items > 0
        ? `Papers were due on ${formatDay(meeting.papersOn)}`
        : null,
      meeting.startTime === undefined && ahead <= preparingDays ? 'No time' : null,
      meeting.place === null && ahead <= preparingDays ? 'No place' : null,
    ].filter((one) => one !== null);
  }
  const since = -ahead;
  if (state === 'held') {
    return [
      meeting.present === 0 ? 'Nobody is marked as present' : null,
      since >= minutesDays ? `No minutes after ${count(since, 'day')}` : 'Minutes to be written',
    ].filter((one) => one !== null);
  }
  const isOverdue = meeting.commentsBy !== undefined && meeting.commentsBy < today;
  return [isOverdue ? `Comments were due by ${formatDay(meeting.commentsBy ?? '')}` : 'Not confirmed yet'];
}
