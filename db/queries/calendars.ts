import type { Meeting } from '#shared/contract/meeting-records.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

/** What a calendar file tells of a meeting. */
export type CalendarMeeting = Pick<Meeting, 'id' | 'title' | 'heldOn' | 'place' | 'state'> & {
  startTime: string | null;
  lengthMinutes: number | null;
  papersOn: string | null;
  sequence: number | null;
  cancelledWhy: string | null;
  body: string | null;
};

export type CalendarScope = {
  meetingId: string | null;
  seriesId: string | null;
  bodyId: string | null;
  from: string | null;
  to: string | null;
};

/** The meetings of a scope, the earliest first; null leaves a bound open. Those without a day come last. */
export function calendarMeetings(db: ReadDb, scope: CalendarScope): CalendarMeeting[] {
  return rowsOf(
    db,
    `SELECT m.id, m.title, m.held_on AS heldOn, m.place, m.state, m.start_time AS startTime,
       coalesce(m.length_minutes, b.usual_minutes) AS lengthMinutes, m.papers_on AS papersOn, m.sequence,
       m.cancelled_why AS cancelledWhy, b.name AS body
     FROM meetings m LEFT JOIN bodies b ON b.id = m.body_id
     WHERE (@meetingId IS NULL OR m.id = @meetingId) AND (@seriesId IS NULL OR m.series_id = @seriesId) AND (@bodyId IS NULL OR m.body_id = @bodyId)
       AND (@from IS NULL OR m.held_on IS NULL OR m.held_on >= @from)
       AND (@to IS NULL OR m.held_on IS NULL OR m.held_on <= @to)
     ORDER BY m.held_on IS NULL, m.held_on, m.start_time, m.position, m.id`,
    scope,
  );
}
