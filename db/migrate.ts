import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
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
 * Brings a register, or an empty file, to the schema of this program: wholly, or not at all. The caller has made
 * a backup. The migrations are drizzle-kit's and are recorded as drizzle's migrator would, but everything is one
 * transaction: drizzle's own commits before references can be checked and the triggers are back.
 */
export function migrateRegister(raw: Database.Database, folder = migrationsFolder): void {
  const before = userVersion(raw);
  // Inside a transaction this pragma does nothing, and rebuilding a table would then delete the rows that refer
  // to it (drizzle-orm issue 5782): it has to come first. The same pragma in a migration's own text is too late.
  raw.pragma('foreign_keys = OFF');
  try {
    raw
      .transaction(() => {
        dropDerived(raw);
        const target = runMigrations(raw, folder);
        makeDerived(raw);
        raw.exec(
          'INSERT OR IGNORE INTO change_head (id, change_set_seq, replaying, revision) VALUES (1, NULL, 0, 0)',
        );
        // Rows of an older schema cannot be put back into this one.
        if (before > 0) {
          raw.exec(`UPDATE change_sets SET undoable = 0;
          UPDATE change_sets SET state = 'replaced' WHERE state = 'undone'`);
        }
        const dangling = raw.pragma('foreign_key_check') as unknown[];
        if (dangling.length > 0) throw new Error(`${dangling.length} rows refer to rows that are not there`);
        raw.pragma(`application_id = ${applicationId}`);
        raw.pragma(`user_version = ${target}`);
      })
      .immediate();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

const record = '"__drizzle_migrations"';

/** Runs the migrations that the file has not had; gives how many it has had then. */
function runMigrations(raw: Database.Database, folder: string): number {
  raw.exec(
    `CREATE TABLE IF NOT EXISTS ${record} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  );
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const done = raw.prepare(`SELECT count(*) FROM ${record}`).pluck().get() as number;
  for (const { sql, hash, folderMillis } of migrations.slice(done)) {
    for (const statement of sql) raw.exec(statement);
    raw.prepare(`INSERT INTO ${record} (hash, created_at) VALUES (?, ?)`).run(hash, folderMillis);
  }
  return migrations.length;
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

/** By the hashes of the migrations and whether the derived objects are in it. */
const schemas = new Map<string, SchemaObject[]>();

/**
 * What sqlite_schema should hold after the first `count` migrations, with or without the derived objects. Worked out
 * once: making the schema of today takes longer than everything else that opening a small register does.
 */
export function expectedSchema(count: number, derived: boolean, folder = migrationsFolder): SchemaObject[] {
  const migrations = readMigrationFiles({ migrationsFolder: folder }).slice(0, count);
  const key = [derived, ...migrations.map(({ hash }) => hash)].join(' ');
  let schema = schemas.get(key);
  if (!schema) {
    schema = schemaAfter(migrations, derived);
    schemas.set(key, schema);
  }
  return schema;
}

function schemaAfter(migrations: ReturnType<typeof readMigrationFiles>, derived: boolean): SchemaObject[] {
  const raw = new Database(':memory:');
  try {
    raw.pragma('foreign_keys = OFF');
    for (const { sql } of migrations) for (const statement of sql) raw.exec(statement);
    if (derived) for (const { sql } of derivedObjects) raw.exec(sql);
    return schemaObjects(raw);
  } finally {
    raw.close();
  }
}
