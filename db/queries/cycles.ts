import type { Meeting } from '#shared/contract/meeting-records.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** A year of meetings, and what else falls into it. */

/** A meeting with what tells whether something of it is missing. */
export type YearMeeting = Pick<Meeting, 'state' | 'heldOn'> & {
  id: string;
  bodyId: string | null;
  title: string;
  startTime: string | null;
  seriesId: string | null;
  items: number;
  /** Members present, or whoever came for one; all present where the body has no list of members. */
  present: number;
  quorum: number | null;
  metSince: boolean;
};

/**
 * Meetings of a stretch of days (both included), of one body or, with null, of all; those without a day come with
 * them, last.
 */
export function yearMeetings(
  db: ReadDb,
  scope: { bodyId: string | null; from: string; to: string },
): YearMeeting[] {
  return rowsOf<Omit<YearMeeting, 'metSince'> & { metSince: 0 | 1 }>(
    db,
    `SELECT m.id, m.body_id AS bodyId, m.title, m.held_on AS heldOn, m.start_time AS startTime, m.state,
       m.series_id AS seriesId, b.quorum,
       (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id) AS items,
       (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id AND a.state = 'present' AND (
          a.substitute_for IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM body_members x WHERE x.body_id = m.body_id)
          OR EXISTS (SELECT 1 FROM body_members x WHERE x.body_id = m.body_id
            AND (x.person_id = a.person_id OR lower(x.name) = lower(a.name))))) AS present,
       EXISTS (SELECT 1 FROM meetings n WHERE n.body_id = m.body_id AND n.held_on > m.held_on
         AND n.state IN ('held', 'draft-minutes', 'confirmed')) AS metSince
     FROM meetings m LEFT JOIN bodies b ON b.id = m.body_id
     WHERE (@bodyId IS NULL OR m.body_id = @bodyId) AND (m.held_on IS NULL OR m.held_on BETWEEN @from AND @to)
     ORDER BY m.held_on IS NULL, m.held_on, m.start_time, m.position, m.id`,
    scope,
  ).map((row) => ({ ...row, metSince: row.metSince === 1 }));
}

/** The days on which members of a body meet as another, and how many of them. */
export function takenDays(
  db: ReadDb,
  scope: { bodyId: string; from: string; to: string },
): { on: string; what: string; people: number }[] {
  return rowsOf(
    db,
    `SELECT m.held_on AS "on", b.name AS what, count(DISTINCT own.id) AS people
     FROM meetings m
     JOIN bodies b ON b.id = m.body_id
     JOIN body_members own ON own.body_id = @bodyId AND (own."from" IS NULL OR own."from" <= m.held_on)
       AND (own.until IS NULL OR own.until >= m.held_on)
     JOIN body_members other ON other.body_id = m.body_id AND (other."from" IS NULL OR other."from" <= m.held_on)
       AND (other.until IS NULL OR other.until >= m.held_on)
       AND (other.person_id = own.person_id OR (other.person_id IS NULL AND own.person_id IS NULL
         AND lower(other.name) = lower(own.name)))
     WHERE m.body_id <> @bodyId AND m.held_on BETWEEN @from AND @to AND m.state <> 'cancelled'
     GROUP BY m.id ORDER BY m.held_on, m.id`,
    scope,
  );
}

/** The meetings of a body that have a day and were not cancelled. */
export function datedMeetings(db: ReadDb, bodyId: string): { on: string; title: string }[] {
  return rowsOf(
    db,
    `SELECT held_on AS "on", title FROM meetings
     WHERE body_id = ? AND held_on IS NOT NULL AND state <> 'cancelled' ORDER BY held_on, id`,
    bodyId,
  );
}

export function lastMeetingPosition(db: ReadDb): number {
  return rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM meetings')?.last ?? 0;
}

/** Closures that touch a stretch of days, in order of day. */
export function closuresBetween(
  db: ReadDb,
  from: string,
  to: string,
): {
  id: string;
  name: string;
  kind: 'school-holiday' | 'bank-holiday' | 'closed';
  from: string;
  until: string;
}[] {
  return rowsOf(
    db,
    `SELECT id, name, kind, "from", until FROM closures WHERE until >= ? AND "from" <= ?
     ORDER BY "from", until, position, id`,
    from,
    to,
  );
}

export function closureName(db: ReadDb, closureId: string): string | undefined {
  return rowOf<{ name: string }>(db, 'SELECT name FROM closures WHERE id = ?', closureId)?.name;
}

export function lastClosurePosition(db: ReadDb): number {
  return rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM closures')?.last ?? 0;
}

/** Reports owed to a body that are still asked for. */
export function owedTo(
  db: ReadDb,
  bodyId: string,
): { id: string; report: string; every: string; from: string | null; nextOn: string }[] {
  return rowsOf(
    db,
    `SELECT id, title AS report, every, officer AS "from", next_on AS nextOn FROM owed_reports
     WHERE to_body_id = ? AND next_on IS NOT NULL ORDER BY next_on, position, id`,
    bodyId,
  );
}
