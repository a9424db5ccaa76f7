import type { Statement } from 'better-sqlite3';
import type { WriteDb } from './handles.ts';
import { quoted } from './layout.ts';
import { prepared } from './queries/prepared.ts';
import { dropDerived, makeDerived } from './triggers.ts';
import { type TextPlace, textCells } from './words-of-person.ts';

/** Stands in the log, instead of a table's name, for taking a name out. */
export const namesTakenOut = 'names_taken_out';

/** The row of the log that stands for it: of whom, and nothing of what stood there. */
const mark = `INSERT INTO changes (change_set_seq, table_name, row_id, op)
  SELECT change_set_seq, '${namesTakenOut}', ?, 'frozen' FROM change_head`;

/**
 * Puts every text of the register through `change`, inside a change set: rows, the rows of the log before and after each act,
 * what acts are called, and what went out. The triggers that log and that refuse are set aside meanwhile, and made anew with
 * the search: so no text of before is kept anywhere. Gives how many cells are other than they were.
 */
export function changeEveryText(
  tx: WriteDb,
  o: {
    personId: string;
    mayHold: (text: string) => boolean;
    change: (words: string, place: TextPlace) => string | null;
    /** Files brought in whose bytes go, by their hash. */
    filesGone: readonly string[];
  },
): number {
  const { raw } = tx;
  if (!raw.inTransaction) throw new Error('every text is changed inside a change set, or not at all');
  const writes: { table: string; key: string; id: string | number; column: string; to: string | null }[] = [];
  for (const cell of textCells(tx, o)) {
    const to = cell.changed(o.change);
    if (to !== cell.held) writes.push({ ...cell.file, to });
  }
  dropDerived(raw);
  const updates = new Map<string, Statement>();
  for (const { table, key, id, column, to } of writes) {
    const text = `UPDATE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${quoted(key)} = ?`;
    const update = updates.get(text) ?? raw.prepare(text);
    updates.set(text, update);
    update.run(to, id);
  }
  for (const sha256 of o.filesGone) prepared(tx, 'DELETE FROM source_files WHERE sha256 = ?').run(sha256);
  raw.prepare(mark).run(o.personId);
  makeDerived(raw);
  return writes.length;
}

/** Before words are taken out: from now on SQLite writes zeros over what is deleted. */
export function overwriteWhatGoes({ raw }: WriteDb): void {
  raw.pragma('secure_delete = ON');
}

/**
 * Writes the file anew without the pages and remains of what was deleted before, and empties the log beside it. Gives
 * whether it could: it needs as much room again as the register has.
 */
export function sweepFile({ raw }: WriteDb): boolean {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.exec('VACUUM');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^SQLITE_(?:FULL|IOERR|BUSY|CANTOPEN)/.test(String(error.code))
    )
      return false;
    throw error;
  } finally {
    raw.pragma('secure_delete = OFF');
  }
}
