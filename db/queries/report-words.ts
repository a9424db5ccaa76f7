import type { OwnWords, ReportTemplate, TemplateChoices } from '#shared/contract/report-records.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** Words of the office's own in reports, and the templates of reports. */

export type OwnWordsRow = Omit<OwnWords, 'source'>;
export type TemplateRow = Omit<ReportTemplate, 'source'>;

const wordsColumns = `w.id, w.report, w.of_id AS ofId, w.snapshot_id AS snapshotId, w.place, w.record_id AS recordId,
  w.text, w.internal, w.written_on AS writtenOn`;
type Read<Row> = Omit<Row, 'internal'> & { internal: 0 | 1 };
const words = <Row extends { internal: 0 | 1 }>({ internal, ...row }: Row) => ({
  ...row,
  internal: internal === 1,
});

/** All of them, in the order in which they were first written. */
export const allOwnWords = (db: ReadDb): OwnWordsRow[] =>
  rowsOf<Read<OwnWordsRow>>(db, `SELECT ${wordsColumns} FROM report_words w ORDER BY w.id`).map(words);

export const ownWordsById = (db: ReadDb, id: string): OwnWordsRow | null => {
  const row = rowOf<Read<OwnWordsRow>>(db, `SELECT ${wordsColumns} FROM report_words w WHERE w.id = ?`, id);
  return row ? words(row) : null;
};

/** Words with when their snapshot was taken, and its name; both null for the one to be taken next. */
export type DatedWords = OwnWordsRow & { takenAt: string | null; snapshotName: string | null };

/** What was ever written for one report of one thing: for the latest snapshot last, and that to be taken after all. */
export const ownWordsOf = (db: ReadDb, report: string, ofId: string | null): DatedWords[] =>
  rowsOf<Read<DatedWords>>(
    db,
    `SELECT ${wordsColumns}, s.taken_at AS takenAt, s.name AS snapshotName
     FROM report_words w LEFT JOIN snapshots s ON s.id = w.snapshot_id
     WHERE w.report = ? AND w.of_id IS ?
     ORDER BY s.taken_at IS NULL, s.taken_at, s.position, w.id`,
    report,
    ofId,
  ).map(words);

/** Words that wait for the snapshot to be taken next. */
export const waitingWords = (db: ReadDb): string[] =>
  rowsOf<{ id: string }>(db, 'SELECT id FROM report_words WHERE snapshot_id IS NULL ORDER BY id').map(
    ({ id }) => id,
  );

type TemplateColumns = Omit<TemplateRow, 'usual' | 'choices'> & { usual: 0 | 1; choices: string };

/** All templates in their order. */
export const reportTemplates = (db: ReadDb): TemplateRow[] =>
  rowsOf<TemplateColumns>(
    db,
    'SELECT id, name, report, usual, choices FROM report_templates ORDER BY position, id',
  ).map(({ usual, choices, ...row }) => ({
    ...row,
    usual: usual === 1,
    choices: JSON.parse(choices) as TemplateChoices,
  }));

export const lastTemplatePosition = (db: ReadDb): number =>
  rowOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM report_templates')?.last ?? 0;

/** When a snapshot was taken; null where there is none of that id. */
export const snapshotTakenAt = (db: ReadDb, id: string): string | null =>
  rowOf<{ takenAt: string }>(db, 'SELECT taken_at AS takenAt FROM snapshots WHERE id = ?', id)?.takenAt ??
  null;
