import type { HomeGroupName, HomeView } from '#shared/contract/office.ts';
import type { Lead, Status } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, statusOf } from './record-parts.ts';

/** An action as Home lists it, before it is said how late it is. */
export type HomeRow = {
  id: string;
  planId: string;
  ref: string | null;
  text: string;
  leads: Lead[];
  when: string | null;
  end: string | null;
  reviewOn: string | null;
  status: Status | null;
};
export type HomeGroup = { total: number; first: HomeRow[] };

/** What Home asks about actions that are still to be done. */
const groups = {
  overdue: { where: 'a.timescale_end < :today', order: 'a.timescale_end' },
  dueSoon: { where: 'a.timescale_end BETWEEN :today AND :soon', order: 'a.timescale_end' },
  offTrack: { where: `a.status_state = 'off-track'`, order: 'a.timescale_end IS NULL, a.timescale_end' },
  noLead: {
    where: 'NOT EXISTS (SELECT 1 FROM leads l WHERE l.action_id = a.id)',
    order: 'a.plan_id, a.position',
  },
  noDate: {
    where: `(a.timescale_text IS NULL OR a.timescale_kind = 'unknown')`,
    order: 'a.plan_id, a.position',
  },
  reviews: { where: 'a.review_on <= :soon', order: 'a.review_on' },
  ambiguousDates: { where: 'a.timescale_ambiguous = 1', order: 'a.plan_id, a.position' },
} as const satisfies Record<HomeGroupName, { where: string; order: string }>;

/** Neither ended, nor gone on into another year. */
const unended = `coalesce(a.status_state, '') NOT IN ('complete', 'closed')
  AND NOT EXISTS (SELECT 1 FROM actions n WHERE n.continues_action_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM lineage l WHERE l.from_action_id = a.id)`;

type ActionColumns = {
  id: string;
  plan_id: string;
  ref: string | null;
  text: string;
  timescale_text: string | null;
  timescale_end: string | null;
  review_on: string | null;
  status_state: State | null;
  status_label: string | null;
};

/** One group: how many there are, and the first `limit`. `soon` is the last day that counts as soon, or of reviews. */
export function homeGroup(
  db: ReadDb,
  name: HomeGroupName,
  o: { today: string; soon: string; limit: number },
): HomeGroup {
  const { where, order } = groups[name];
  const days = {
    ...(where.includes(':today') && { today: o.today }),
    ...(where.includes(':soon') && { soon: o.soon }),
  };
  const total = rowOf<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM actions a WHERE ${unended} AND ${where}`,
    days,
  );
  const rows = rowsOf<ActionColumns>(
    db,
    `SELECT a.id, a.plan_id, a.ref, a.text, a.timescale_text, a.timescale_end, a.status_state, a.status_label,
       a.review_on
     FROM actions a WHERE ${unended} AND ${where} ORDER BY ${order}, a.id LIMIT :limit`,
    { ...days, limit: o.limit },
  );
  const leads = gather(
    rowsOf<LeadRow>(
      db,
      `SELECT action_id AS owner, position, text, person_id, role, note FROM leads
       WHERE action_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(rows.map((row) => row.id)),
    ),
    (row) => row.owner,
    leadOf,
  );
  return {
    total: total?.n ?? 0,
    first: rows.map((row) => ({
      id: row.id,
      planId: row.plan_id,
      ref: row.ref,
      text: row.text,
      leads: leads.get(row.id) ?? [],
      when: row.timescale_text,
      end: row.timescale_end,
      reviewOn: row.review_on,
      status: statusOf(row),
    })),
  };
}

/** What is still in the tray, by imported file, the newest import first. */
export function openTray(db: ReadDb): HomeView['tray'] {
  return rowsOf(
    db,
    `SELECT f.import_id AS importId, f.name AS file, i.at, count(*) AS pieces
     FROM tray t JOIN import_files f ON f.id = t.import_file_id JOIN imports i ON i.id = f.import_id
     WHERE t.state = 'open' GROUP BY f.id ORDER BY i.at DESC, f.position`,
  );
}

/** Meetings from a day on, the next first. */
export function meetingsFrom(db: ReadDb, day: string, limit: number): HomeView['meetings'] {
  return rowsOf(
    db,
    `SELECT m.id, m.title, b.name AS body, m.held_on AS heldOn
     FROM meetings m LEFT JOIN bodies b ON b.id = m.body_id
     WHERE m.held_on >= ? AND m.state <> 'cancelled' ORDER BY m.held_on, m.position LIMIT ?`,
    day,
    limit,
  );
}

export function lastImport(db: ReadDb): HomeView['lastImport'] {
  const last = rowOf<{ id: string; at: string }>(
    db,
    'SELECT id, at FROM imports ORDER BY at DESC, id DESC LIMIT 1',
  );
  if (!last) return null;
  const files = rowsOf<{ name: string }>(
    db,
    'SELECT name FROM import_files WHERE import_id = ? ORDER BY position',
    last.id,
  );
  return { at: last.at, files: files.map((file) => file.name) };
}

/** The newest snapshot, and how many acts in force have been done since it was taken. */
export function lastSnapshot(db: ReadDb): HomeView['lastSnapshot'] {
  const snapshot = rowOf<{ id: string; name: string; takenAt: string }>(
    db,
    'SELECT id, name, taken_at AS takenAt FROM snapshots ORDER BY position DESC LIMIT 1',
  );
  if (!snapshot) return null;
  const since = rowOf<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM change_sets WHERE state = 'done' AND undoable = 1 AND at > ?`,
    snapshot.takenAt,
  );
  return { ...snapshot, changesSince: since?.n ?? 0 };
}

export type ShellCounts = { plans: number; actions: number; kpis: number; people: number; tray: number };

/** How many of each the register holds, for the shell. */
export function shellCounts(db: ReadDb): ShellCounts {
  const counts = rowOf<ShellCounts>(
    db,
    `SELECT (SELECT count(*) FROM plans) AS plans, (SELECT count(*) FROM actions) AS actions,
       (SELECT count(*) FROM kpis) AS kpis, (SELECT count(*) FROM people) AS people,
       (SELECT count(*) FROM tray WHERE state = 'open') AS tray`,
  );
  return counts ?? { plans: 0, actions: 0, kpis: 0, people: 0, tray: 0 };
}
