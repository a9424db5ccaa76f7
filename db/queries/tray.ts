import type { ReadDb, WriteDb } from '../handles.ts';
import { prepared, rowsOf } from './prepared.ts';

/** A record that a piece of the tray can be placed at. */
export type TargetRow = { id: string; ref: string | null; text: string; plan: string | null };

const most = 50;
const targets = {
  action: `SELECT a.id, a.ref, a.text, p.title AS plan FROM actions a JOIN plans p ON p.id = a.plan_id
     WHERE coalesce(a.ref, '') || ' ' || a.text LIKE ? ESCAPE '\\' ORDER BY p.position, a.position, a.id LIMIT ${most}`,
  section: `SELECT s.id, s.ref, s.title AS text, p.title AS plan FROM sections s JOIN plans p ON p.id = s.plan_id
     WHERE coalesce(s.ref, '') || ' ' || s.title LIKE ? ESCAPE '\\' ORDER BY p.position, s.position, s.id LIMIT ${most}`,
  plan: `SELECT id, NULL AS ref, title AS text, NULL AS plan FROM plans
     WHERE title LIKE ? ESCAPE '\\' ORDER BY position, id LIMIT ${most}`,
} as const;

/** Records of a kind whose reference or words hold the words looked for, in reading order. */
export function placeTargets(db: ReadDb, of: keyof typeof targets, looked: string): TargetRow[] {
  return rowsOf(db, targets[of], `%${looked.trim().replace(/[\\%_]/g, '\\$&')}%`);
}

export type PieceRow = {
  id: string;
  fileId: string;
  file: string;
  where: string;
  text: string;
  state: 'open' | 'placed' | 'kept' | 'discarded';
};

/** One piece of the tray with the file it came from. */
export function trayPiece(db: ReadDb, id: string): PieceRow | undefined {
  return rowsOf<PieceRow>(
    db,
    `SELECT t.id, f.id AS fileId, f.name AS file, t."where", t.text, t.state
       FROM tray t JOIN import_files f ON f.id = t.import_file_id WHERE t.id = ?`,
    id,
  )[0];
}

/** Marks a piece as placed, and says where in words. */
export function markPlaced(tx: WriteDb, id: string, where: string): void {
  prepared(tx, `UPDATE tray SET state = 'placed', reason = ? WHERE id = ?`).run(where, id);
}

export type OwnerRow = {
  id: string;
  planId: string | null;
  name: string;
  comment: string | null;
  preamble: string | null;
  bullets: string[];
};

const owners = {
  action: `SELECT id, plan_id AS planId, coalesce(ref, text) AS name, comment, NULL AS preamble, '[]' AS bullets FROM actions WHERE id = ?`,
  section: `SELECT id, plan_id AS planId, coalesce(ref, title) AS name, NULL AS comment, NULL AS preamble, bullets FROM sections WHERE id = ?`,
  plan: `SELECT id, id AS planId, title AS name, NULL AS comment, preamble, '[]' AS bullets FROM plans WHERE id = ?`,
} as const;

/** The record that a piece is placed at, with the words that it adds to. */
export function placeOwner(db: ReadDb, of: keyof typeof owners, id: string): OwnerRow | undefined {
  const [row] = rowsOf<Omit<OwnerRow, 'bullets'> & { bullets: string }>(db, owners[of], id);
  return row && { ...row, bullets: JSON.parse(row.bullets) as string[] };
}
