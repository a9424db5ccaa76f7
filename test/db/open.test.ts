import { mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion } from '#db/migrate.ts';
import { isAtLeast, openRegister } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { people } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { dumpFolder } from './dump.ts';
import { act, at, tempFolder } from './temp-register.ts';

let place = tempFolder();
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

const open = (name: string) =>
  openRegister(place.path(name), {
    now: () => at,
    newId: place.newId,
    backupsDir: place.path('backups'),
    programVersion: '0.1.0',
  });

/** Opening is refused with this code, and nothing in the folder is other than before. */
function expectRefusal(name: string, code: string, words: RegExp): void {
  const before = dumpFolder(place.folder);
  let refusal: unknown;
  try {
    open(name).close();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(AppError);
  expect((refusal as AppError).code).toBe(code);
  expect((refusal as AppError).message).toMatch(words);
  expect(dumpFolder(place.folder)).toEqual(before);
}

function made(name = 'office.register'): string {
  const register = place.open(name);
  act(register.db, place.newId, (tx) => {
    for (let n = 0; n < 200; n += 1) {
      const id = place.newId();
      insertRow(tx, people, { id, position: n, kind: 'person', name: `Person ${n} `.repeat(40) });
    }
  });
  register.close();
  return place.path(name);
}

/** Changes bytes of a closed register. */
function altered(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

describe('opening a register', () => {
  it('makes a new one where asked, durable and strict about references', () => {
    const { db } = place.open();
    const pragma = (name: string) => db.raw.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('cell_size_check')).toBe(1);
    expect(pragma('application_id')).toBe(0x50524547);
    expect(pragma('user_version')).toBe(schemaVersion());
    expect(pragma('locking_mode')).toBe('exclusive');
    expect(db.raw.prepare('SELECT sqlite_version()').pluck().get()).toBe('3.54.1');
  });

  it('leaves one file behind, with everything in it', () => {
    const path = made();
    expect(Object.keys(dumpFolder(place.folder))).toEqual(['office.register']);
    const again = place.open();
    expect(again.path).toBe(path);
    expect(again.db.raw.prepare('SELECT count(*) FROM people').pluck().get()).toBe(200);
  });

  it('makes none where the folder is not there', () => {
    expect(() => place.open('nowhere/office.register')).toThrow(/no folder "nowhere"/);
  });

  it('says what is not a register, and touches nothing', () => {
    expectRefusal('missing.register', 'not-found', /no register at "missing.register"/);
    mkdirSync(place.path('a folder'));
    expectRefusal('a folder', 'not-a-file', /is a folder/);
    writeFileSync(place.path('empty.register'), '');
    expectRefusal('empty.register', 'register-foreign', /empty file/);
    writeFileSync(place.path('letter.register'), 'Dear colleague, '.repeat(50));
    expectRefusal('letter.register', 'register-foreign', /not a register/);
    const other = new Database(place.path('other.register'));
    other.exec('CREATE TABLE notes (text); PRAGMA application_id = 12; PRAGMA user_version = 900');
    other.close();
    expectRefusal('other.register', 'register-foreign', /another program/);
    const wal = new Database(place.path('wal.register'));
    wal.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text)');
    wal.close();
    expectRefusal('wal.register', 'register-foreign', /another program/);
  });

  it('never makes a register over an empty file', () => {
    writeFileSync(place.path('empty.register'), '');
    expect(() => place.open('empty.register', { create: true })).toThrow(/empty file/);
  });

  it('refuses one of a newer program, and touches nothing', () => {
    const path = made();
    altered(path, (bytes) => bytes.writeUInt32BE(schemaVersion() + 1, 60));
    expectRefusal('office.register', 'register-newer', /newer version/);
  });

  it('refuses a newer one of which that is said only in the log a killed program left', () => {
    const path = made();
    const raw = new Database(path);
    raw.pragma('wal_autocheckpoint = 0');
    raw.pragma(`user_version = ${schemaVersion() + 1}`);
    const [main, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
    raw.close();
    writeFileSync(place.path('killed.register'), main);
    writeFileSync(place.path('killed.register-wal'), log);
    expect(main.readUInt32BE(60)).toBe(schemaVersion());
    expectRefusal('killed.register', 'register-newer', /newer version/);
  });

  it('refuses a damaged one, and touches nothing', () => {
    const path = made('cut.register');
    truncateSync(path, 40_960);
    expectRefusal('cut.register', 'register-damaged', /damaged/);
    altered(made('zeroed.register'), (bytes) => bytes.fill(0, 20_480, 24_576));
    expectRefusal('zeroed.register', 'register-damaged', /damaged/);
    altered(made('garbled.register'), (bytes) => {
      // Every page of rows loses its header.
      for (let page = 1; page * 4_096 < bytes.length; page += 1) bytes[page * 4_096] = 0x77;
    });
    expectRefusal('garbled.register', 'register-damaged', /damaged/);
  });

  it('refuses one whose references lead nowhere', () => {
    const path = made();
    const raw = new Database(path);
    raw.pragma('foreign_keys = OFF');
    raw.exec(`UPDATE change_head SET replaying = 1;
      INSERT INTO key_entries VALUES ('k', 'no such plan', 1, 'closed', '', '', '', '');
      UPDATE change_head SET replaying = 0`);
    raw.close();
    expectRefusal('office.register', 'register-damaged', /refer to rows that are not there/);
  });

  it.each([
    ['a trigger', `CREATE TRIGGER planted AFTER INSERT ON people BEGIN DELETE FROM plans; END`, /planted/],
    ['a view', `CREATE VIEW planted AS SELECT 1`, /planted/],
    ['a table', `CREATE TABLE planted (a)`, /planted/],
    [
      'another trigger under one of our names',
      `DROP TRIGGER log_people_insert; CREATE TRIGGER log_people_insert AFTER INSERT ON people BEGIN SELECT 1; END`,
      /log_people_insert/,
    ],
    ['a trigger less', `DROP TRIGGER keep_snapshots_delete`, /keep_snapshots_delete/],
  ])('refuses one into which %s was slipped', (_what, sql, words) => {
    const raw = new Database(made());
    raw.exec(sql);
    raw.close();
    expectRefusal('office.register', 'register-damaged', words);
  });

  it('refuses one that is open in this process already', () => {
    place.open();
    expect(() => open('office.register')).toThrow(/open in another window/);
  });

  it('opens one that was kept without a log, and a restored one', () => {
    const raw = new Database(made());
    raw.pragma('journal_mode = DELETE');
    raw.close();
    expect(place.open().db.raw.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  it('compares versions part by part', () => {
    expect(isAtLeast('3.51.3', [3, 51, 3])).toBe(true);
    expect(isAtLeast('3.100.0', [3, 51, 3])).toBe(true);
    expect(isAtLeast('3.51.2', [3, 51, 3])).toBe(false);
    expect(isAtLeast('3.9', [3, 51, 3])).toBe(false);
  });
});

describe('a register taken away while it is open', () => {
  const person = () => ({ id: place.newId(), position: 1, kind: 'person' as const, name: 'R. Okafor' });

  it('is noticed before anything more is written', () => {
    const register = place.open();
    register.assertStillThere();
    renameSync(register.path, join(place.folder, 'elsewhere.register'));
    expect(() => register.assertStillThere()).toThrow(/moved, replaced or deleted/);
    expect(() => act(register.db, place.newId, (tx) => insertRow(tx, people, person()))).toThrow(AppError);
  });

  it('is noticed where another file stands in its place', () => {
    const register = place.open();
    renameSync(register.path, join(place.folder, 'elsewhere.register'));
    writeFileSync(register.path, readFileSync(join(place.folder, 'elsewhere.register')));
    expect(() => register.assertStillThere()).toThrow(/moved, replaced or deleted/);
  });

  it('is noticed where only its log is gone', () => {
    const register = place.open();
    act(register.db, place.newId, (tx) => insertRow(tx, people, person()));
    renameSync(`${register.path}-wal`, join(place.folder, 'elsewhere.wal'));
    expect(() => register.assertStillThere()).toThrow(/moved, replaced or deleted/);
  });
});
