import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { applicationId } from './identity.ts';
import { derivedObjects, dropDerived, makeDerived } from './triggers.ts';

/**
 * Where the migrations lie: beside this module, in the sources as in a bundle (the build copies db/migrations
 * to `migrations` beside the file it bundles this module into).
 */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** The version of the schema that this program writes: how many migrations there are. Kept as user_version. */
export function schemaVersion(folder = migrationsFolder): number {
  return readMigrationFiles({ migrationsFolder: folder }).length;
}

export const userVersion = (raw: Database.Database): number =>
  raw.pragma('user_version', { simple: true }) as number;

/**
 * Brings a register, or an empty file, to the schema of this program. Safe to be killed at any moment: the
 * version is written last, and what is left half done is done again at the next opening. The caller has made
 * a backup. Throws where rows would refer to what is not there; then the caller restores nothing, because the
 * version is still the old one, but must not go on either.
 */
export function migrateRegister(raw: Database.Database, folder = migrationsFolder): void {
  const target = schemaVersion(folder);
  const before = userVersion(raw);
  // Inside drizzle's transaction this pragma would do nothing, and rebuilding a table would then delete the rows
  // that refer to it (drizzle-orm issue 5782): it has to come first, and every time.
  raw.pragma('foreign_keys = OFF');
  try {
    inOne(raw, () => dropDerived(raw));
    migrate(drizzle({ client: raw, casing: 'snake_case' }), { migrationsFolder: folder });
    inOne(raw, () => {
      makeDerived(raw);
      raw.exec(
        'INSERT OR IGNORE INTO change_head (id, change_set_seq, replaying, revision) VALUES (1, NULL, 0, 0)',
      );
      // Rows of an older schema cannot be put back into this one.
      if (before > 0) raw.exec(`UPDATE change_sets SET undoable = 0`);
      if (before > 0) raw.exec(`UPDATE change_sets SET state = 'replaced' WHERE state = 'undone'`);
      const dangling = raw.pragma('foreign_key_check') as unknown[];
      if (dangling.length > 0) throw new DanglingRows(dangling.length);
      raw.pragma(`application_id = ${applicationId}`);
      raw.pragma(`user_version = ${target}`);
    });
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

/** A migration left rows that refer to rows that are not there. */
export class DanglingRows extends Error {
  constructor(count: number) {
    super(`${count} rows refer to rows that are not there`);
    this.name = 'DanglingRows';
  }
}

function inOne(raw: Database.Database, act: () => void): void {
  raw.transaction(act).immediate();
}

/** One object of a database as sqlite_schema lists it. */
export type SchemaObject = { type: string; name: string; table: string; sql: string };

/** What sqlite_schema of a register holds, without SQLite's own and drizzle's bookkeeping. */
export function schemaObjects(raw: Database.Database): SchemaObject[] {
  return raw
    .prepare(
      `SELECT type, name, tbl_name AS "table", coalesce(sql, '') AS sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '__drizzle_migrations' ORDER BY type, name`,
    )
    .all() as SchemaObject[];
}

/** How many migrations a file has had, whatever its user_version says (it is written last). */
export function migrationsDone(raw: Database.Database): number {
  const there = raw.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
  return there ? (raw.prepare('SELECT count(*) FROM "__drizzle_migrations"').pluck().get() as number) : 0;
}

/** What sqlite_schema should hold after the first `count` migrations, with or without the derived objects. */
export function expectedSchema(count: number, derived: boolean, folder = migrationsFolder): SchemaObject[] {
  const raw = new Database(':memory:');
  try {
    raw.pragma('foreign_keys = OFF');
    for (const migration of readMigrationFiles({ migrationsFolder: folder }).slice(0, count)) {
      for (const statement of migration.sql) raw.exec(statement);
    }
    if (derived) for (const { sql } of derivedObjects) raw.exec(sql);
    return schemaObjects(raw);
  } finally {
    raw.close();
  }
}
