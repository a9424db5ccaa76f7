import type { z } from 'zod';
import type { meetingsContract } from '#shared/contract/office.ts';
import type { AgendaItem, Attendance, Body, Detail, Meeting, Resolution } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { jsonOr, type SourceColumns, sourceFinder } from './record-parts.ts';

type MeetingListed = z.infer<(typeof meetingsContract)['list']['output']>[number];

type MeetingColumns = SourceColumns & {
  id: string;
  body_id: string | null;
  title: string;
  held_on: string | null;
  place: string | null;
  minute_ref: string | null;
  further_to: string | null;
  state: Meeting['state'];
  details: string | null;
};

function meetingOf(row: MeetingColumns, sourceOf: ReturnType<typeof sourceFinder>): Meeting {
  return {
    id: row.id,
    source: sourceOf(row),
    bodyId: row.body_id,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    minuteRef: row.minute_ref,
    furtherTo: row.further_to,
    state: row.state,
    ...(row.details !== null && { details: jsonOr<Detail[]>(row.details, []) }),
  };
}

/** All meetings, the latest first; those without a day come before all others. */
export function meetingsListed(db: ReadDb): MeetingListed[] {
  const sourceOf = sourceFinder(db);
  return rowsOf<
    MeetingColumns & { body: string | null; resolutions: number; present: number; items: number }
  >(
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
  const row = rowOf<MeetingColumns>(db, 'SELECT * FROM meetings WHERE id = ?', meetingId);
  return row && meetingOf(row, sourceFinder(db));
}

export function bodyById(db: ReadDb, bodyId: string): Body | undefined {
  const row = rowOf<
    SourceColumns & {
      id: string;
      name: string;
      kind: string | null;
      purpose: string | null;
      role: string | null;
      cycle: string | null;
      reports_to_id: string | null;
    }
  >(db, 'SELECT * FROM bodies WHERE id = ?', bodyId);
  if (!row) return undefined;
  return {
    id: row.id,
    source: sourceFinder(db)(row),
    name: row.name,
    kind: row.kind,
    purpose: row.purpose,
    role: row.role,
    cycle: row.cycle,
    reportsToId: row.reports_to_id,
    members: rowsOf(
      db,
      `SELECT name, person_id AS personId, role, "from", until FROM body_members
       WHERE body_id = ? ORDER BY position, id`,
      bodyId,
    ),
  };
}

/** Who was there, what was on the agenda and what was resolved, each in order. */
export function proceedingsOf(
  db: ReadDb,
  meetingId: string,
): { attendance: Attendance[]; items: AgendaItem[]; resolutions: Resolution[] } {
  const sourceOf = sourceFinder(db);
  const attendance = rowsOf<
    SourceColumns & {
      id: string;
      meeting_id: string;
      name: string;
      person_id: string | null;
      state: Attendance['state'];
      substitute_for: string | null;
      role: string | null;
    }
  >(db, 'SELECT * FROM attendance WHERE meeting_id = ? ORDER BY position, id', meetingId);
  const items = rowsOf<
    SourceColumns & {
      id: string;
      meeting_id: string;
      number: string | null;
      title: string;
      text: string;
      points: string;
    }
  >(db, 'SELECT * FROM agenda_items WHERE meeting_id = ? ORDER BY position, id', meetingId);
  const resolutions = rowsOf<
    SourceColumns & {
      id: string;
      meeting_id: string;
      agenda_item_id: string | null;
      number: string;
      text: string;
      kind: Resolution['kind'];
      action_id: string | null;
    }
  >(db, 'SELECT * FROM resolutions WHERE meeting_id = ? ORDER BY position, id', meetingId);
  return {
    attendance: attendance.map((row) => ({
      id: row.id,
      source: sourceOf(row),
      meetingId: row.meeting_id,
      name: row.name,
      personId: row.person_id,
      state: row.state,
      substituteFor: row.substitute_for,
      ...(row.role !== null && { role: row.role }),
    })),
    items: items.map((row) => ({
      id: row.id,
      source: sourceOf(row),
      meetingId: row.meeting_id,
      number: row.number,
      title: row.title,
      text: row.text,
      points: jsonOr<AgendaItem['points']>(row.points, []),
    })),
    resolutions: resolutions.map((row) => ({
      id: row.id,
      source: sourceOf(row),
      meetingId: row.meeting_id,
      agendaItemId: row.agenda_item_id,
      number: row.number,
      text: row.text,
      kind: row.kind,
      actionId: row.action_id,
    })),
  };
}
