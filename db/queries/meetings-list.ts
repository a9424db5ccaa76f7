import type {
  AgendaItem,
  Attendance,
  Body,
  BodyMember,
  Meeting,
  Resolution,
} from '#shared/contract/meeting-records.ts';
import type { Id } from '#shared/contract/record.ts';
import type { ReadDb } from '../handles.ts';
import {
  type AttendanceRow,
  attendanceOf,
  type BodyRow,
  bodyOf,
  type ItemLinkRow,
  type ItemRow,
  itemLinkOf,
  itemOf,
  type MeetingRow,
  type MemberRow,
  meetingOf,
  memberOf,
  type ResolutionRow,
  resolutionOf,
  type StandingRow,
  standingOf,
} from './meeting-rows.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, sourceFinder } from './record-parts.ts';

/** Bodies and meetings one by one, and the meetings as a list. */

export type MeetingListed = Meeting & {
  body: string | null;
  resolutions: number;
  present: number;
  items: number;
};

/** All meetings, the latest first; those without a day come before all others. */
export function meetingsListed(db: ReadDb): MeetingListed[] {
  const sourceOf = sourceFinder(db);
  return rowsOf<MeetingRow & { body: string | null; resolutions: number; present: number; items: number }>(
    db,
    `SELECT m.*, b.name AS body,
       (SELECT count(*) FROM resolutions r WHERE r.meeting_id = m.id) AS resolutions,
       (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id AND a.state = 'present') AS present,
       (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id) AS items
     FROM meetings m LEFT JOIN bodies b ON b.id = m.body_id
     ORDER BY m.held_on IS NOT NULL, m.held_on DESC, m.position, m.id`,
  ).map((row) => ({
    ...meetingOf(row, sourceOf),
    body: row.body,
    resolutions: row.resolutions,
    present: row.present,
    items: row.items,
  }));
}

export function meetingById(db: ReadDb, meetingId: string): Meeting | undefined {
  const row = rowOf<MeetingRow>(db, 'SELECT * FROM meetings WHERE id = ?', meetingId);
  return row && meetingOf(row, sourceFinder(db));
}

/** The meetings of one body, the earliest first; those without a day come last. */
export function meetingsOfBody(db: ReadDb, bodyId: string): Meeting[] {
  const sourceOf = sourceFinder(db);
  return rowsOf<MeetingRow>(
    db,
    'SELECT * FROM meetings WHERE body_id = ? ORDER BY held_on IS NULL, held_on, start_time, position, id',
    bodyId,
  ).map((row) => meetingOf(row, sourceOf));
}

export function bodiesIn(db: ReadDb): Body[] {
  const sourceOf = sourceFinder(db);
  const members = gather(
    rowsOf<MemberRow>(db, 'SELECT * FROM body_members ORDER BY id'),
    (row) => row.body_id,
    memberOf,
  );
  const standing = gather(
    rowsOf<StandingRow>(db, 'SELECT * FROM standing_items ORDER BY id'),
    (row) => row.body_id,
    standingOf,
  );
  return rowsOf<BodyRow>(db, 'SELECT * FROM bodies ORDER BY position, id').map((row) =>
    bodyOf(row, sourceOf, { members: members.get(row.id) ?? [], standing: standing.get(row.id) ?? [] }),
  );
}

export function bodyById(db: ReadDb, bodyId: string): Body | undefined {
  const row = rowOf<BodyRow>(db, 'SELECT * FROM bodies WHERE id = ?', bodyId);
  if (!row) return undefined;
  const standing = rowsOf<StandingRow>(
    db,
    'SELECT * FROM standing_items WHERE body_id = ? ORDER BY position, id',
    bodyId,
  );
  return bodyOf(row, sourceFinder(db), {
    members: membersOf(db, bodyId).map(({ id: _, ...member }) => member),
    standing: standing.map(standingOf),
  });
}

/** The spells of membership of one body in their order, each with its own id. */
export function membersOf(db: ReadDb, bodyId: string): (BodyMember & { id: Id })[] {
  return rowsOf<MemberRow>(
    db,
    'SELECT * FROM body_members WHERE body_id = ? ORDER BY position, id',
    bodyId,
  ).map((row) => ({ id: row.id, ...memberOf(row) }));
}

export type Proceedings = { attendance: Attendance[]; items: AgendaItem[]; resolutions: Resolution[] };

/** Who was there, what was on the agenda and what was resolved, each in order. */
export function proceedingsOf(db: ReadDb, meetingId: string): Proceedings {
  const sourceOf = sourceFinder(db);
  const links = gather(
    rowsOf<ItemLinkRow>(
      db,
      `SELECT l.* FROM agenda_links l JOIN agenda_items i ON i.id = l.agenda_item_id
       WHERE i.meeting_id = ? ORDER BY l.agenda_item_id, l.position, l.id`,
      meetingId,
    ),
    (row) => row.agenda_item_id,
    itemLinkOf,
  );
  const leads = gather(
    rowsOf<LeadRow>(
      db,
      `SELECT l.resolution_id AS owner, l.position, l.text, l.person_id, l.role, l.note FROM resolution_leads l
       JOIN resolutions r ON r.id = l.resolution_id WHERE r.meeting_id = ?
       ORDER BY l.resolution_id, l.position, l.id`,
      meetingId,
    ),
    (row) => row.owner,
    leadOf,
  );
  return {
    attendance: rowsOf<AttendanceRow>(
      db,
      'SELECT * FROM attendance WHERE meeting_id = ? ORDER BY position, id',
      meetingId,
    ).map((row) => attendanceOf(row, sourceOf)),
    items: rowsOf<ItemRow>(
      db,
      'SELECT * FROM agenda_items WHERE meeting_id = ? ORDER BY position, id',
      meetingId,
    ).map((row) => itemOf(row, sourceOf, links.get(row.id))),
    resolutions: rowsOf<ResolutionRow>(
      db,
      'SELECT * FROM resolutions WHERE meeting_id = ? ORDER BY position, id',
      meetingId,
    ).map((row) => resolutionOf(row, sourceOf, leads.get(row.id))),
  };
}
