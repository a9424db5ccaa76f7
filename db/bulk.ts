import type Database from 'better-sqlite3';
import { loggedTables, quoted, type TableLayout } from './layout.ts';
import { pieceValues, searchPieces } from './search-pieces.ts';
import { derivedObjects, logTriggers } from './triggers.ts';

/**
 * Many rows in one act. Triggers log and index row by row, which makes an import of a hundred thousand rows
 * several times as long. So once an act has added many rows to a table, its triggers are set aside for the
 * rest of the act, inside its transaction, and what they would have written of the new rows is written at the
 * end in one statement a table. If the program is killed, the triggers are back with everything else.
 */

/** Rows added to one table by one act from which on the triggers are set aside. */
const many = 500;

type Act = { readonly added: Map<string, number>; readonly marks: Map<string, number> };
const acts = new WeakMap<Database.Database, Act>();

export function beginAct(raw: Database.Database): void {
  acts.set(raw, { added: new Map(), marks: new Map() });
}

/** Called for every row added to a table. */
export function countAdded(raw: Database.Database, table: TableLayout): void {
  const act = acts.get(raw);
  if (!act) return;
  const added = (act.added.get(table.name) ?? 0) + 1;
  act.added.set(table.name, added);
  if (added === many && loggedTables.includes(table)) setAside(raw, act, table);
}

/** The act is over, or was taken back: the triggers are as before by the end of the transaction either way. */
export function endAct(raw: Database.Database): void {
  acts.delete(raw);
}

/**
 * Rows are told apart by their rowid: SQLite gives each new one the highest so far and one more. What was there
 * before the triggers were set aside is still logged by triggers of the same names.
 */
function setAside(raw: Database.Database, act: Act, table: TableLayout): void {
  const name = quoted(table.name);
  const mark = raw.prepare(`SELECT max(rowid) FROM ${name}`).pluck().get() as number;
  act.marks.set(table.name, mark);
  for (const trigger of triggersOf(table)) raw.exec(`DROP TRIGGER ${quoted(trigger.name)}`);
  for (const { name: trigger, sql } of logTriggers(table, `old.rowid <= ${mark}`)) {
    if (trigger !== `log_${table.name}_insert`) raw.exec(sql);
  }
  // Were the newest row taken out, with none after it, its rowid would be given again and mistaken for an old one.
  raw.exec(
    `CREATE TRIGGER ${quoted(`keep_${table.name}_mark`)} BEFORE DELETE ON ${name} WHEN old.rowid = ${mark} ` +
      `AND NOT EXISTS (SELECT 1 FROM ${name} WHERE rowid > ${mark}) ` +
      `BEGIN SELECT RAISE(ABORT, 'the newest row cannot be taken out in the middle of a long act'); END`,
  );
}

function triggersOf(table: TableLayout): { name: string; sql: string }[] {
  const names = new Set([
    ...['insert', 'update', 'delete'].map((what) => `log_${table.name}_${what}`),
    `search_${table.name}_insert`,
  ]);
  return derivedObjects.filter(({ name }) => names.has(name));
}

/** Logs and indexes what was added while the triggers were set aside, and puts them back. */
export function settleBulk(raw: Database.Database, seq: number): void {
  const act = acts.get(raw);
  for (const [name, mark] of act?.marks ?? []) {
    const table = loggedTables.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`no such table: ${name}`);
    raw
      .prepare(
        `INSERT INTO changes (change_set_seq, table_name, row_id, op)
         SELECT ?, '${name}', ${quoted(table.key)}, 'added' FROM ${quoted(name)} WHERE rowid > ? ORDER BY rowid`,
      )
      .run(seq, mark);
    indexAdded(raw, name, mark);
    raw.exec(`DROP TRIGGER ${quoted(`keep_${name}_mark`)}`);
    for (const what of ['update', 'delete']) raw.exec(`DROP TRIGGER ${quoted(`log_${name}_${what}`)}`);
    for (const { sql } of triggersOf(table)) raw.exec(sql);
  }
  // Copying so much from the log into the file can wait for the next commit: this one is as durable without.
  if (act && act.marks.size > 0) {
    raw.pragma('wal_autocheckpoint = 0');
    later.add(raw);
  }
  act?.marks.clear();
}

/** Pages in the write-ahead log from which on a commit copies them into the file: SQLite's own default. */
const usualCheckpoint = 1_000;

const later = new WeakSet<Database.Database>();

/** After the commit, or after everything was taken back. */
export function checkpointAsUsual(raw: Database.Database): void {
  if (later.delete(raw)) raw.pragma(`wal_autocheckpoint = ${usualCheckpoint}`);
}

/** Describes the new rows for search; the index takes their words from the queue. */
function indexAdded(raw: Database.Database, table: string, mark: number): void {
  const piece = searchPieces.find((candidate) => candidate.table === table);
  if (!piece) return;
  const queue = derivedObjects.find(({ name }) => name === 'search_queue_insert');
  if (!queue) throw new Error('no trigger fills the search queue');
  const last = raw.prepare('SELECT coalesce(max(rowid), 0) FROM search_docs').pluck().get();
  raw.exec(`DROP TRIGGER ${quoted(queue.name)}`);
  raw
    .prepare(
      `INSERT INTO search_docs (kind, record_id, piece_id, title, body)
       SELECT ${pieceValues(piece, quoted(table)).join(', ')} FROM ${quoted(table)} WHERE rowid > ? ORDER BY rowid`,
    )
    .run(mark);
  raw
    .prepare(
      'INSERT OR IGNORE INTO search_queue (doc) SELECT rowid FROM search_docs WHERE rowid > ? ORDER BY rowid',
    )
    .run(last);
  raw.exec(queue.sql);
}
