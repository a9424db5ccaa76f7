import type {
  FieldWords,
  FormContent,
  ReturnedFile,
  ReturnedForm,
  RoundFormRecord,
} from '#shared/contract/round-records.ts';
import type { ReadDb } from '../handles.ts';
import { standing } from '../standing.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** Rounds of updates, their forms, and what was last said of actions. */

export type RoundRow = {
  id: string;
  name: string;
  openedAt: string;
  dueOn: string | null;
  closedAt: string | null;
};

const roundColumns = 'id, name, opened_at AS openedAt, due_on AS dueOn, closed_at AS closedAt';

/** The latest first. */
export const roundRows = (db: ReadDb): RoundRow[] =>
  rowsOf<RoundRow>(db, `SELECT ${roundColumns} FROM rounds ORDER BY opened_at DESC, id DESC`);

export const roundRow = (db: ReadDb, id: string): RoundRow | undefined =>
  rowOf<RoundRow>(db, `SELECT ${roundColumns} FROM rounds WHERE id = ?`, id);

export type FormRecord = Omit<RoundFormRecord, 'source'>;
type FormColumns = Omit<FormRecord, 'sent' | 'returned' | 'settled'> & {
  sent: string;
  returned: string | null;
  settled: string;
};

const formColumns = `id, round_id AS roundId, person_id AS personId, name, state, version, sent_at AS sentAt, sent,
  returned, settled, returned_at AS returnedAt, reminded_at AS remindedAt`;

const formOf = ({ sent, returned, settled, ...row }: FormColumns): FormRecord => ({
  ...row,
  sent: JSON.parse(sent) as FormContent,
  returned: returned === null ? null : (JSON.parse(returned) as ReturnedForm),
  settled: JSON.parse(settled) as FieldWords,
});

/** The forms of a round, or with null of all rounds, in the order of their leads. */
export function formRows(db: ReadDb, roundId: string | null): FormRecord[] {
  return rowsOf<FormColumns>(
    db,
    `SELECT ${formColumns} FROM round_forms WHERE :round IS NULL OR round_id = :round ORDER BY round_id, position, id`,
    { round: roundId },
  ).map(formOf);
}

export function formRow(db: ReadDb, id: string): FormRecord | undefined {
  const row = rowOf<FormColumns>(db, `SELECT ${formColumns} FROM round_forms WHERE id = ?`, id);
  return row && formOf(row);
}

/** The round in which a person was asked last; null where in none. */
export const latestRoundOf = (db: ReadDb, personId: string): RoundRow | undefined =>
  rowOf<RoundRow>(
    db,
    `SELECT ${roundColumns} FROM rounds WHERE id IN (SELECT round_id FROM round_forms WHERE person_id = ?)
     ORDER BY opened_at DESC, id DESC LIMIT 1`,
    personId,
  );

type SaidRow = { actionId: string; on: string | null; text: string; by: string | null };

/** What was said of these actions and still counts, the newest first. */
export const wordsSaid = (db: ReadDb, actionIds: readonly string[]): SaidRow[] =>
  rowsOf<SaidRow>(
    db,
    `SELECT action_id AS actionId, "on", text, "by" FROM progress
     WHERE action_id IN (SELECT value FROM json_each(?)) AND text <> '' AND ${standing}
     ORDER BY coalesce("on", '') DESC, position DESC, id DESC`,
    JSON.stringify(actionIds),
  );

/** Words outside the cells of a form, whatever became of them in the tray since. */
export const outsideOf = (
  db: ReadDb,
  files: readonly Pick<ReturnedFile, 'importId' | 'name'>[],
): TrayWords[] =>
  rowsOf<TrayWords>(
    db,
    `SELECT t.id, t."where", t.text, t.state, t.reason AS why FROM tray t JOIN import_files f ON f.id = t.import_file_id
       JOIN json_each(?) j ON f.import_id = json_extract(j.value, '$.importId') AND f.name = json_extract(j.value, '$.name')
     ORDER BY f.id, t.position, t.id`,
    JSON.stringify(files),
  );
export type TrayWords = {
  id: string;
  where: string;
  text: string;
  state: 'open' | 'placed' | 'kept' | 'discarded';
  why: string | null;
};
