import type { AgendaItem, Attendance, Body, Detail, Meeting, Resolution } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';
import { gather, jsonOr } from './record-parts.ts';

/** What an import compares minutes with: the bodies, their meetings, and what happened at one of them. */

export type KnownBody = Pick<Body, 'id' | 'name' | 'kind' | 'purpose' | 'role' | 'cycle'> & {
  members: string[];
};
export type KnownMeeting = Omit<Meeting, 'source' | 'details'> & { details: Detail[] };
export type KnownAttendance = Pick<Attendance, 'id' | 'name' | 'personId' | 'state' | 'substituteFor'> & {
  role: string | null;
};
export type KnownItem = Pick<AgendaItem, 'id' | 'number' | 'title' | 'text' | 'points'>;
export type KnownResolution = Pick<Resolution, 'id' | 'number' | 'text' | 'kind' | 'actionId'> & {
  itemId: string | null;
};
export type KnownProceedings = {
  attendance: KnownAttendance[];
  items: KnownItem[];
  resolutions: KnownResolution[];
};

/** Every body with the names of its members, in reading order. */
export function knownBodies(db: ReadDb): KnownBody[] {
  const members = gather(
    rowsOf<{ owner: string; position: number; name: string }>(
      db,
      'SELECT body_id AS owner, position, name FROM body_members',
    ),
    (row) => row.owner,
    ({ name }) => name,
  );
  return rowsOf<Omit<KnownBody, 'members'>>(
    db,
    'SELECT id, name, kind, purpose, role, cycle FROM bodies ORDER BY position, id',
  ).map((row) => ({ ...row, members: members.get(row.id) ?? [] }));
}

/** Every meeting, in reading order. */
export function knownMeetings(db: ReadDb): KnownMeeting[] {
  return rowsOf<Omit<KnownMeeting, 'details'> & { details: string | null }>(
    db,
    `SELECT id, body_id AS bodyId, title, held_on AS heldOn, place, minute_ref AS minuteRef, further_to AS furtherTo,
       state, details FROM meetings ORDER BY position, id`,
  ).map((row) => ({ ...row, details: row.details === null ? [] : jsonOr<Detail[]>(row.details, []) }));
}

/** What the register has of one meeting. */
export function knownProceedings(db: ReadDb, meetingId: string): KnownProceedings {
  return {
    attendance: rowsOf(
      db,
      `SELECT id, name, person_id AS personId, state, substitute_for AS substituteFor, role FROM attendance
       WHERE meeting_id = ? ORDER BY position, id`,
      meetingId,
    ),
    items: rowsOf<Omit<KnownItem, 'points'> & { points: string }>(
      db,
      'SELECT id, number, title, text, points FROM agenda_items WHERE meeting_id = ? ORDER BY position, id',
      meetingId,
    ).map((row) => ({ ...row, points: jsonOr<AgendaItem['points']>(row.points, []) })),
    resolutions: rowsOf(
      db,
      `SELECT id, number, text, kind, action_id AS actionId, agenda_item_id AS itemId FROM resolutions
       WHERE meeting_id = ? ORDER BY position, id`,
      meetingId,
    ),
  };
}
