import type { ReadDb, WriteDb } from '../handles.ts';
import { prepared, rowOf, rowsOf } from './prepared.ts';

/** Places in the order of meetings, items and resolutions, and removals with what hangs on them. */

const lists = {
  bodies: 'SELECT max(position) AS last FROM bodies WHERE :of IS NULL',
  members: 'SELECT max(position) AS last FROM body_members WHERE body_id = :of',
  meetings: 'SELECT max(position) AS last FROM meetings WHERE :of IS NULL',
  attendance: 'SELECT max(position) AS last FROM attendance WHERE meeting_id = :of',
  items: 'SELECT max(position) AS last FROM agenda_items WHERE meeting_id = :of',
  resolutions: 'SELECT max(position) AS last FROM resolutions WHERE meeting_id = :of',
  owed: 'SELECT max(position) AS last FROM owed_reports WHERE :of IS NULL',
  deliveries: 'SELECT max(position) AS last FROM report_deliveries WHERE :of IS NULL',
  corrections: 'SELECT max(position) AS last FROM minute_corrections WHERE :of IS NULL',
} as const;

const step = 1_024;

/** The position behind the last of a list: of what belongs to `of`, or of all. */
export function positionAfterLast(db: ReadDb, list: keyof typeof lists, of: string | null = null): number {
  return (rowOf<{ last: number | null }>(db, lists[list], { of })?.last ?? 0) + step;
}

export type PlacedRow = { id: string; position: number };
export const itemPlaces = (db: ReadDb, meetingId: string): PlacedRow[] =>
  rowsOf(db, 'SELECT id, position FROM agenda_items WHERE meeting_id = ? ORDER BY position, id', meetingId);
export const resolutionPlaces = (db: ReadDb, itemId: string): PlacedRow[] =>
  rowsOf(db, 'SELECT id, position FROM resolutions WHERE agenda_item_id = ? ORDER BY position, id', itemId);

/** The row of a body's member. */
export function memberRow(
  db: ReadDb,
  id: string,
): { id: string; bodyId: string; name: string; body: string } | undefined {
  return rowOf(
    db,
    `SELECT m.id, m.body_id AS bodyId, m.name, b.name AS body FROM body_members m JOIN bodies b ON b.id = m.body_id
     WHERE m.id = ?`,
    id,
  );
}

export const meetingIdOfItem = (db: ReadDb, itemId: string): string | undefined =>
  rowOf<{ id: string }>(db, 'SELECT meeting_id AS id FROM agenda_items WHERE id = ?', itemId)?.id;
export const meetingIdOfResolution = (db: ReadDb, resolutionId: string): string | undefined =>
  rowOf<{ id: string }>(db, 'SELECT meeting_id AS id FROM resolutions WHERE id = ?', resolutionId)?.id;
export const meetingIdOfAttendance = (db: ReadDb, attendanceId: string): string | undefined =>
  rowOf<{ id: string }>(db, 'SELECT meeting_id AS id FROM attendance WHERE id = ?', attendanceId)?.id;

const ids = 'IN (SELECT value FROM json_each(?))';

const fromResolutions = [
  `DELETE FROM resolution_leads WHERE resolution_id ${ids}`,
  `UPDATE agenda_links SET resolution_id = NULL WHERE resolution_id ${ids}`,
  `UPDATE resolutions SET superseded_by_id = NULL WHERE superseded_by_id ${ids}`,
  `DELETE FROM report_deliveries WHERE owed_report_id IN (SELECT id FROM owed_reports WHERE resolution_id ${ids})`,
  `DELETE FROM owed_reports WHERE resolution_id ${ids}`,
  `DELETE FROM resolutions WHERE id ${ids}`,
];
const fromItems = [
  `DELETE FROM agenda_links WHERE agenda_item_id ${ids}`,
  `UPDATE minute_corrections SET agenda_item_id = NULL WHERE agenda_item_id ${ids}`,
  `DELETE FROM agenda_items WHERE id ${ids}`,
];
const fromMeetings = [
  `DELETE FROM attendance WHERE meeting_id ${ids}`,
  `DELETE FROM minute_corrections WHERE meeting_id ${ids}`,
  `UPDATE minute_corrections SET at_meeting_id = NULL WHERE at_meeting_id ${ids}`,
  `UPDATE progress SET meeting_id = NULL WHERE meeting_id ${ids}`,
  `UPDATE report_deliveries SET meeting_id = NULL WHERE meeting_id ${ids}`,
  `UPDATE meetings SET confirmed_at_meeting_id = NULL WHERE confirmed_at_meeting_id ${ids}`,
  `DELETE FROM meetings WHERE id ${ids}`,
];
const fromBodies = [
  `DELETE FROM body_members WHERE body_id ${ids}`,
  `DELETE FROM standing_items WHERE body_id ${ids}`,
  `UPDATE bodies SET reports_to_id = NULL WHERE reports_to_id ${ids}`,
  // Without its body it would count all bodies: it becomes a KPI that is typed.
  `UPDATE kpis SET calculated = NULL, calculated_body_id = NULL WHERE calculated_body_id ${ids}`,
  `UPDATE owed_reports SET to_body_id = NULL WHERE to_body_id ${ids}`,
  // A line of reporting keeps the body's name.
  `UPDATE reporting_lines SET "from" = coalesce("from", (SELECT name FROM bodies WHERE id = from_body_id)),
     from_body_id = NULL WHERE from_body_id ${ids}`,
  `UPDATE reporting_lines SET "to" = coalesce("to", (SELECT name FROM bodies WHERE id = to_body_id)),
     to_body_id = NULL WHERE to_body_id ${ids}`,
  `DELETE FROM bodies WHERE id ${ids}`,
];

function carryOut(tx: WriteDb, steps: readonly string[], of: readonly string[]): void {
  if (of.length === 0) return;
  for (const text of steps) prepared(tx, text).run(JSON.stringify(of));
}

/** Resolutions with their leads and the reports owed for them; actions that came of them stay. */
export const removeResolutionRows = (tx: WriteDb, of: readonly string[]): void =>
  carryOut(tx, fromResolutions, of);

/** Items with their resolutions. Gives how many of those there were. */
export function removeItemRows(tx: WriteDb, of: readonly string[]): number {
  const resolutions = rowsOf<{ id: string }>(
    tx,
    `SELECT id FROM resolutions WHERE agenda_item_id ${ids}`,
    JSON.stringify(of),
  ).map(({ id }) => id);
  removeResolutionRows(tx, resolutions);
  carryOut(tx, fromItems, of);
  return resolutions.length;
}

export type MeetingRemoved = { items: number; resolutions: number; attendance: number };

/** Meetings with all that happened at them; updates that were given at them stay. */
export function removeMeetingRows(tx: WriteDb, of: readonly string[]): MeetingRemoved {
  const value = JSON.stringify(of);
  const idsOf = (text: string) => rowsOf<{ id: string }>(tx, text, value).map(({ id }) => id);
  const items = idsOf(`SELECT id FROM agenda_items WHERE meeting_id ${ids}`);
  const resolutions = idsOf(`SELECT id FROM resolutions WHERE meeting_id ${ids}`);
  const attendance = idsOf(`SELECT id FROM attendance WHERE meeting_id ${ids}`).length;
  removeResolutionRows(tx, resolutions);
  removeItemRows(tx, items);
  carryOut(tx, fromMeetings, of);
  return { items: items.length, resolutions: resolutions.length, attendance };
}

/** A body with its members and standing items; its meetings are gone before. */
export const removeBodyRow = (tx: WriteDb, bodyId: string): void => carryOut(tx, fromBodies, [bodyId]);
