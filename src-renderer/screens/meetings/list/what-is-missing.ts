import type { Meeting } from '#shared/contract/register.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { formatDay } from '../../../format/days.ts';
import { count } from '../../../format/words.ts';

/** What of a meeting tells whether something of it is missing. */
export type Judged = Pick<Meeting, 'state' | 'heldOn' | 'papersOn' | 'commentsBy' | 'place' | 'startTime'> & {
  readonly items: number;
  readonly present: number;
};

/** An agenda is looked for this many days before the meeting. */
const agendaDays = 28;
/** Minutes are looked for this many days after it. */
const minutesDays = 14;

/** What a meeting still lacks on a day, in short sentences, the most pressing first. None for what is called off. */
export function missingOf(meeting: Judged, today: string): string[] {
  const { state, heldOn } = meeting;
  if (state === 'cancelled' || state === 'confirmed') return [];
  if (heldOn === null) return state === 'proposed' || state === 'planned' ? ['No date yet'] : ['No date'];
  const ahead = daysBetween(today, heldOn);
  if (state === 'proposed' || state === 'planned') {
    if (ahead < 0) return [`Was it held? Its day was ${count(-ahead, 'day')} ago`];
    return [
      meeting.items === 0 && ahead <= agendaDays ? 'No agenda yet' : null,
      meeting.papersOn && meeting.papersOn < today && meeting.items > 0
        ? `Papers were due on ${formatDay(meeting.papersOn)}`
        : null,
      meeting.startTime === undefined && ahead <= agendaDays ? 'No time' : null,
      meeting.place === null && ahead <= agendaDays ? 'No place' : null,
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
