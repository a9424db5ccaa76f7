import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { exampleRegister } from '#core/example/example-register.ts';
import { applicationId } from '#db/identity.ts';
import { loggedTables, quoted } from '#db/layout.ts';
import { migrationsFolder, schemaVersion } from '#db/migrate.ts';
import { openRegister } from '#db/open.ts';
import { writeRegister } from '#db/queries/register-write.ts';
import { logTriggers, makeDerived } from '#db/triggers.ts';
import { act, at, countingIds } from '../../db/temp-register.ts';
import { scratchFolder } from '../scratch.ts';

/**
 * A register as the program of an earlier schema left it: the first migrations alone, filled with the rows of a
 * register of today as far as that schema could hold them, logged as that program would have. So every past state
 * is covered as soon as the next migration is there, with rows of the office's own kind.
 */

/** Tables that were made anew by a migration because no program before it wrote into them. */
const firstWrittenAt: Readonly<Record<string, number>> = { rounds: 12, round_forms: 12 };

/** Not rows of the office: the log, what is derived from the rows, and SQLite's and drizzle's own. */
const notOfTheOffice =
  /^(sqlite_.*|__drizzle_migrations|change_sets|changes|change_head|search_(docs|queue|index.*))$/;

export function tablesIn(raw: Database.Database, schema = 'main'): string[] {
  const names = raw
    .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  return names.filter((name) => !notOfTheOffice.test(name));
}

export function columnsOf(raw: Database.Database, table: string, schema = 'main'): string[] {
  return (raw.pragma(`${schema}.table_xinfo(${quoted(table)})`) as { name: string }[]).map(
    ({ name }) => name,
  );
}

let example: string | null = null;

/** The example register of today as one file, made once: rows of every kind that an office has. */
export function exampleFile(): string {
  if (example !== null) return example;
  const folder = scratchFolder('example');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'example.register');
  const opened = openRegister(path, {
    ...{ now: () => at, newId: countingIds(), backupsDir: folder, programVersion: '0.1.0', create: true },
  });
  act(opened.db, countingIds(), (tx) => writeRegister(tx, exampleRegister()), 'The example');
  opened.close();
  example = path;
  return path;
}

/** Writes the register of the first `version` migrations at `path`, with what of `from` it can hold. */
export function writePastRegister(path: string, version: number, from: string | null): void {
  const raw = new Database(path);
  try {
    raw.pragma('journal_mode = MEMORY');
    raw.pragma('synchronous = OFF');
    raw.pragma('foreign_keys = OFF');
    if (from !== null) raw.prepare('ATTACH ? AS today').run(from);
    raw.transaction(() => {
      runFirst(raw, version);
      if (from !== null) fill(raw, version);
      log(raw);
      if (version === schemaVersion()) makeDerived(raw);
      else derive(raw);
      raw.pragma(`application_id = ${applicationId}`);
      raw.pragma(`user_version = ${version}`);
    })();
    if (from !== null) raw.exec('DETACH today');
    // As the program leaves it.
    raw.pragma('journal_mode = WAL');
  } finally {
    raw.close();
  }
}

function runFirst(raw: Database.Database, version: number): void {
  raw.exec(
    `CREATE TABLE "__drizzle_migrations" (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  );
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder }).slice(0, version)) {
    for (const statement of sql) raw.exec(statement);
    raw
      .prepare('INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES (?, ?)')
      .run(hash, folderMillis);
  }
}

/** Rows that the schema of then refuses are left out, and with them all that refers to them. */
function fill(raw: Database.Database, version: number): void {
  const today = new Set(tablesIn(raw, 'today'));
  for (const table of tablesIn(raw)) {
    if (!today.has(table) || version < (firstWrittenAt[table] ?? 0)) continue;
    const then = new Set(columnsOf(raw, table));
    const common = columnsOf(raw, table, 'today').filter((name) => then.has(name));
    const list = common.map(quoted).join(', ');
    raw.exec(
      `INSERT OR IGNORE INTO main.${quoted(table)} (${list}) SELECT ${list} FROM today.${quoted(table)} ORDER BY rowid`,
    );
  }
  for (;;) {
    const dangling = raw.pragma('main.foreign_key_check') as { table: string; rowid: number }[];
    if (dangling.length === 0) return;
    for (const { table, rowid } of dangling)
      raw.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid);
  }
}

/** Everything was brought in by one act. */
function log(raw: Database.Database): void {
  raw.exec('INSERT INTO change_head (id, change_set_seq, replaying, revision) VALUES (1, NULL, 0, 1)');
  raw
    .prepare(
      `INSERT INTO change_sets (id, at, kind, label, state, undoable) VALUES (?, ?, 'import', 'Brought in', 'done', 1)`,
    )
    .run('01290000-0000-7000-8000-000000000001', '2010-04-19T09:00:00.000Z');
  for (const { name, key } of loggedThen(raw))
    raw.exec(
      `INSERT INTO changes (change_set_seq, table_name, row_id, op) SELECT 1, '${name}', ${quoted(key)}, 'added' FROM ${quoted(name)} ORDER BY rowid`,
    );
}

function loggedThen(raw: Database.Database) {
  const there = new Set(tablesIn(raw));
  return loggedTables
    .filter(({ name }) => there.has(name))
    .map((table) => {
      const then = new Set(columnsOf(raw, table.name));
      return { ...table, columns: table.columns.filter(({ name }) => then.has(name)) };
    });
}

/** An earlier program's triggers and index, which the next one takes out before it does anything else. */
function derive(raw: Database.Database): void {
  raw.exec(
    `CREATE VIRTUAL TABLE "search_index" USING fts5("title", "body", content='search_docs', content_rowid='rowid');
     CREATE TABLE "search_queue" ("doc" INTEGER PRIMARY KEY, "title" TEXT, "body" TEXT) STRICT`,
  );
  for (const table of loggedThen(raw)) for (const { sql } of logTriggers(table)) raw.exec(sql);
}
