import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from '#db/backup.ts';
import { undoLast } from '#db/change-log.ts';
import { checkRegister } from '#db/integrity.ts';
import { migrationsFolder, schemaVersion } from '#db/migrate.ts';
import { insertRow } from '#db/rows.ts';
import { actions, keyEntries, plans } from '#db/schema/index.ts';
import { dumpRows } from './dump.ts';
import { findIndexed } from './find-indexed.ts';
import { act, tempFolder } from './temp-register.ts';

/** The statements by which later migrations added columns to a table of the first version. */
const addedLater = (table: string, folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .flatMap(
      (name) => readFileSync(join(folder, name), 'utf8').match(/^ALTER TABLE `\w+` ADD [^;]*;/gm) ?? [],
    )
    .filter((sql) => sql.startsWith(`ALTER TABLE \`${table}\``));

/** A table rebuilt as drizzle-kit writes it, with the rows that refer to it set to go with it. */
const rebuild = (table: string, folder: string): string => {
  const first = readFileSync(join(folder, '0000_init.sql'), 'utf8');
  const made = first.match(new RegExp(`CREATE TABLE \`${table}\` \\([\\s\\S]*?\\) STRICT;`))?.[0] ?? '';
  const indexes = first.match(new RegExp(`CREATE INDEX \`\\w+\` ON \`${table}\`[^;]*;`, 'g')) ?? [];
  return [
    'PRAGMA foreign_keys=OFF;',
    made.replace(`\`${table}\``, `\`__new_${table}\``),
    ...addedLater(table, folder).map((sql) => sql.replace(`\`${table}\``, `\`__new_${table}\``)),
    `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
    `DROP TABLE \`${table}\`;`,
    `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
    'PRAGMA foreign_keys=ON;',
    ...indexes,
  ].join('--> statement-breakpoint\n');
};

let place = tempFolder();
let folder = '';
beforeEach(() => {
  place = tempFolder();
  folder = place.path('migrations');
  cpSync(migrationsFolder, folder, { recursive: true });
  // The references of the first version, as if they had been made to take their rows with them.
  const init = join(folder, '0000_init.sql');
  writeFileSync(init, readFileSync(init, 'utf8').replaceAll('ON DELETE no action', 'ON DELETE cascade'));
});
afterEach(() => place.remove());

/** The file of the migration that comes next after those of the program. */
const nextFile = (): string => `${String(schemaVersion()).padStart(4, '0')}_next.sql`;

/** Adds a migration to the folder, as `drizzle-kit generate` would. */
function addMigration(sql: string): void {
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8'));
  const idx = journal.entries.length;
  const tag = `${String(idx).padStart(4, '0')}_next`;
  const when = journal.entries.at(-1).when + 1_000;
  journal.entries.push({ idx, version: '6', when, tag, breakpoints: true });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(folder, `${tag}.sql`), sql);
}

/** A register of the first version with a plan, its key and an action. */
function filled() {
  const register = place.open('office.register', { migrationsFolder: folder });
  const planId = place.newId();
  act(register.db, place.newId, (tx) => {
    insertRow(tx, plans, { id: planId, position: 1, kind: 'plan', title: 'Plan of the pond' });
    const key = {
      state: 'closed' as const,
      label: 'Closed',
      colour: '#000000',
      shape: 'disc',
      definition: '',
    };
    insertRow(tx, keyEntries, { id: place.newId(), planId, position: 1, ...key });
    insertRow(tx, actions, { id: place.newId(), planId, position: 1, text: 'Dig', bullets: [], details: [] });
  });
  const rows = dumpRows(register.db);
  register.close();
  return rows;
}

const open = () => place.open('office.register', { migrationsFolder: folder, create: false });

describe('a migration', () => {
  it('keeps the rows that refer to a table it rebuilds', () => {
    const before = filled();
    addMigration(rebuild('plans', folder));
    const { db } = open();
    expect(dumpRows(db)).toEqual(before);
    expect(db.raw.pragma('user_version', { simple: true })).toBe(schemaVersion(folder));
    expect(db.raw.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(findIndexed(db, 'pond', 5)).toHaveLength(1);
    expect(checkRegister(db)).toEqual([]);
  });

  it('would lose them without what migrateRegister does first', () => {
    filled();
    addMigration(rebuild('plans', folder));
    const raw = new Database(place.path('office.register'));
    const [statements] = [readFileSync(join(folder, nextFile()), 'utf8').split('--> statement-breakpoint')];
    raw.pragma('foreign_keys = ON');
    raw.exec('UPDATE change_head SET replaying = 1; BEGIN');
    for (const statement of statements) raw.exec(statement);
    raw.exec('COMMIT');
    expect(raw.prepare('SELECT count(*) FROM key_entries').pluck().get()).toBe(0);
    raw.close();
  });

  it('puts the triggers back on the table it rebuilds', () => {
    filled();
    addMigration(rebuild('actions', folder));
    const { db } = open();
    expect(() => db.raw.exec('DELETE FROM actions')).toThrow(/outside a change set/);
    act(db, place.newId, (tx) => tx.raw.exec(`UPDATE actions SET text = 'Fill in'`));
    expect(findIndexed(db, 'fill', 5)).toHaveLength(1);
    expect(undoLast(db)).toEqual({ label: 'an act', rows: 1 });
    expect(findIndexed(db, 'fill', 5)).toHaveLength(0);
  });

  it('is preceded by a verified backup of the register as it was', () => {
    filled();
    addMigration('ALTER TABLE `plans` ADD `colour` text;');
    open();
    const [backup, ...others] = listBackups(place.path('backups'));
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ reason: 'before-migration', verdict: 'good' });
    expect(backup?.manifest?.schemaVersion).toBe(schemaVersion());
    expect(backup?.counts).toMatchObject({ plans: 1, actions: 1 });
  });

  it('can be followed by new acts, and older ones can no longer be undone', () => {
    filled();
    addMigration('ALTER TABLE `plans` ADD `colour` text;');
    const { db } = open();
    expect(undoLast(db)).toBeNull();
    act(db, place.newId, (tx) => tx.raw.exec(`UPDATE actions SET text = 'Dig deeper'`));
    expect(undoLast(db)).not.toBeNull();
  });

  it('that fails halfway leaves the register as it was, and can be tried again', () => {
    const before = filled();
    const file = readFileSync(place.path('office.register'));
    addMigration(`${rebuild('plans', folder)}--> statement-breakpoint\nDELETE FROM nowhere;`);
    expect(open).toThrow(/left as it was/);
    const raw = new Database(place.path('office.register'));
    expect(raw.pragma('user_version', { simple: true })).toBe(schemaVersion());
    raw.close();
    expect(readFileSync(place.path('office.register')).equals(file)).toBe(true);
    writeFileSync(join(folder, nextFile()), rebuild('plans', folder));
    const { db } = place.open('office.register', {
      migrationsFolder: folder,
      now: () => '2010-06-02T09:00:00.000Z',
    });
    expect(dumpRows(db)).toEqual(before);
    expect(checkRegister(db)).toEqual([]);
  });

  it('that leaves references to nothing is not made, and a backup says what was there', () => {
    filled();
    addMigration('DELETE FROM `plans`;');
    expect(open).toThrow(/left as it was/);
    expect(listBackups(place.path('backups'))).toHaveLength(1);
    const raw = new Database(place.path('office.register'));
    expect(raw.prepare('SELECT count(*) FROM plans').pluck().get()).toBe(1);
    raw.close();
  });
});
