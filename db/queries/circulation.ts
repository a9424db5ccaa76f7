import type {
  Audience,
  CirculatedFile,
  CirculationList,
  CirculationRecord,
  Paper,
  Recipient,
} from '#shared/contract/circulation-records.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { prepared, rowOf, rowsOf } from './prepared.ts';

/** Lists of recipients, and the register of what went out. */

type ListRow = {
  id: string;
  name: string;
  sees_notes: 0 | 1;
  sees_names: 0 | 1;
  sees_confidential: 0 | 1;
  each_lead: 0 | 1;
  papers: string;
  subject: string | null;
  words: string | null;
};

/** All lists in their order. */
export function circulationLists(db: ReadDb): Omit<CirculationList, 'source'>[] {
  const recipients = Map.groupBy(
    rowsOf<Recipient & { listId: string }>(
      db,
      `SELECT list_id AS listId, person_id AS personId, address, field FROM circulation_recipients
       ORDER BY list_id, position, id`,
    ),
    ({ listId }) => listId,
  );
  return rowsOf<ListRow>(
    db,
    `SELECT id, name, sees_notes, sees_names, sees_confidential, each_lead, papers, subject, words
     FROM circulation_lists ORDER BY position, id`,
  ).map((row) => ({
    id: row.id,
    name: row.name,
    recipients: (recipients.get(row.id) ?? []).map(({ listId: _, ...one }) => one),
    sees: {
      notes: row.sees_notes === 1,
      names: row.sees_names === 1,
      confidential: row.sees_confidential === 1,
    },
    eachLead: row.each_lead === 1,
    papers: JSON.parse(row.papers) as Paper[],
    subject: row.subject,
    words: row.words,
  }));
}

export const lastListPosition = (db: ReadDb): number =>
  rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM circulation_lists')?.last ?? 0;

export const deleteRecipients = (tx: WriteDb, listId: string): void =>
  void prepared(tx, 'DELETE FROM circulation_recipients WHERE list_id = ?').run(listId);

export type CirculationRow = Omit<CirculationRecord, 'source'> & {
  snapshotName: string;
  takenAt: string;
};
type CirculationColumns = Omit<CirculationRow, 'recipients' | 'files' | 'audience' | 'draft'> & {
  recipients: string;
  files: string;
  audience: string | null;
  draft: string | null;
};

/** What went out with the snapshot it was made of, the oldest first. */
export function circulationRows(db: ReadDb): CirculationRow[] {
  return rowsOf<CirculationColumns>(
    db,
    `SELECT c.id, c.snapshot_id AS snapshotId, c.at, c.subject, c.recipients, c.files, c.list_id AS listId,
       c.list_name AS listName, c.audience, c.draft, s.name AS snapshotName, s.taken_at AS takenAt
     FROM circulations c JOIN snapshots s ON s.id = c.snapshot_id ORDER BY c.at, c.rowid`,
  ).map(({ recipients, files, audience, draft, ...row }) => ({
    ...row,
    recipients: JSON.parse(recipients) as string[],
    files: JSON.parse(files) as CirculatedFile[],
    audience: audience === null ? null : (JSON.parse(audience) as Audience),
    draft: draft === null ? null : (JSON.parse(draft) as CirculatedFile),
  }));
}
