import type { LoggedValues } from '#shared/domain/later-changes.ts';
import type { ReadDb } from './handles.ts';
import { quoted } from './layout.ts';
import { rowOf, rowsOf } from './queries/prepared.ts';

/**
 * What an act did to minutes that were confirmed before it. Every procedure writes through one act, so asking this once
 * before an act stands holds for all procedures there are and will be (docs/decisions/0124).
 */

/** Columns of confirmed minutes that stand for ever. What became of a resolution, who a name is, is no part of them. */
const kept: Readonly<Record<string, readonly string[]>> = {
  meetings: [
    'body_id',
    'title',
    'held_on',
    'place',
    'minute_ref',
    'further_to',
    'state',
    'details',
    'start_time',
    'length_minutes',
    'chair',
    'clerk',
    'closed_time',
    'circulated_on',
    'comments_by',
    'confirmed_on',
    'cancelled_why',
  ],
  attendance: ['meeting_id', 'position', 'name', 'state', 'substitute_for', 'role'],
  agenda_items: [
    'meeting_id',
    'position',
    'number',
    'title',
    'text',
    'points',
    'kind',
    'planned_minutes',
    'began_time',
    'officer',
    'confidential',
    'minute_ref',
    'further_to',
    'papers',
  ],
  agenda_links: ['agenda_item_id', 'position', 'text'],
  resolutions: [
    'meeting_id',
    'agenda_item_id',
    'position',
    'number',
    'text',
    'kind',
    'confidential',
    'timescale_text',
  ],
  resolution_leads: ['resolution_id', 'position', 'text', 'role', 'note'],
  minute_corrections: ['meeting_id', 'at_meeting_id', 'on', 'text', 'confidential'],
};
const tables = Object.keys(kept);
const owners: Readonly<Record<string, string>> = {
  agenda_links: 'agenda_items',
  resolution_leads: 'resolutions',
};
const ownerColumn: Readonly<Record<string, string>> = {
  agenda_links: 'agenda_item_id',
  resolution_leads: 'resolution_id',
};

type Logged = { name: string; id: string; op: string; old: string | null };
type Touched = { name: string; id: string; before: LoggedValues | null; now: LoggedValues | null };

/** A meeting whose confirmed minutes an act has changed; null where it changed none. */
export function confirmedTouched(
  db: ReadDb,
  seq: number,
): { id: string; title: string; heldOn: string | null } | null {
  const touched = touchedBy(db, seq);
  if (touched.size === 0) return null;
  const rowNow = (name: string, id: string): LoggedValues | null =>
    rowOf<LoggedValues>(db, `SELECT * FROM ${quoted(name)} WHERE id = ?`, id) ?? null;
  const rowThen = (name: string, id: string): LoggedValues | null => {
    const one = touched.get(`${name} ${id}`);
    return one ? one.before : rowNow(name, id);
  };
  const meetingOf = (name: string, row: LoggedValues): string | null => {
    if (name === 'meetings') return String(row.id);
    const owner = owners[name];
    if (!owner) return typeof row.meeting_id === 'string' ? row.meeting_id : null;
    const id = String(row[ownerColumn[name] ?? '']);
    const held = rowThen(owner, id) ?? rowNow(owner, id);
    return held && typeof held.meeting_id === 'string' ? held.meeting_id : null;
  };
  for (const { name, before, now } of touched.values()) {
    if (!isChange(name, before, now)) continue;
    for (const row of [before, now]) {
      const id = row && meetingOf(name, row);
      const meeting = id ? rowThen('meetings', id) : null;
      if (!id || meeting?.state !== 'confirmed') continue;
      return { id, title: String(meeting.title), heldOn: (meeting.held_on as string | null) ?? null };
    }
  }
  return null;
}

function touchedBy(db: ReadDb, seq: number): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  const logged = rowsOf<Logged>(
    db,
    `SELECT table_name AS name, row_id AS id, op, old FROM changes
     WHERE change_set_seq = ? AND table_name IN (SELECT value FROM json_each(?)) ORDER BY id`,
    seq,
    JSON.stringify(tables),
  );
  for (const { name, id, op, old } of logged) {
    const key = `${name} ${id}`;
    if (touched.has(key)) continue;
    touched.set(key, {
      name,
      id,
      before: op === 'added' || old === null ? null : JSON.parse(old),
      now: rowOf<LoggedValues>(db, `SELECT * FROM ${quoted(name)} WHERE id = ?`, id) ?? null,
    });
  }
  return touched;
}

/** Whether a row of minutes is other than it was: a correction that is added is how they are corrected. */
function isChange(name: string, before: LoggedValues | null, now: LoggedValues | null): boolean {
  if (!before && !now) return false;
  if (!before) return name !== 'minute_corrections';
  if (!now) return true;
  return (kept[name] ?? []).some((column) => before[column] !== now[column]);
}
