import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { backUpNow } from './backup.ts';
import { createFile } from './create.ts';
import { codeOf, damaged, inUse, refusalOf, vanished } from './driver-errors.ts';
import { type WriteDb, writeHandle } from './handles.ts';
import { readHeader } from './header.ts';
import { applicationId, oldestNodeApi, oldestSqlite } from './identity.ts';
import { quoted } from './layout.ts';
import { migrateRegister, migrationsFolder, schemaVersion, userVersion } from './migrate.ts';
import { schemaFault } from './schema-check.ts';
import { takenForItself } from './take.ts';

export type OpenOptions = {
  readonly now: () => string;
  readonly newId: () => string;
  /** Where the backup before a migration goes. */
  readonly backupsDir: string;
  readonly programVersion: string;
  /** Make the register where there is no file. A file that is there is never overwritten. */
  readonly create?: boolean;
  /** Where the migrations lie, if not beside this module. */
  readonly migrationsFolder?: string;
};

export type OpenedRegister = {
  readonly path: string;
  readonly db: WriteDb;
  /** Writes what is still in the log into the file, and lets go of it. */
  close(): void;
  /** Throws `register-vanished` where the file was moved, replaced or deleted since it was opened. */
  assertStillThere(): void;
};

/** The files open in this process, by device and inode. */
const openHere = new Set<string>();

/**
 * Opens a register for this process alone, checks it and brings it to this program's schema. Everything that
 * is wrong with the file or its place is an AppError, and then the file is left byte for byte as it was.
 */
export function openRegister(path: string, o: OpenOptions): OpenedRegister {
  checkRuntime();
  const what = `"${basename(path)}"`;
  try {
    if (o.create && !exists(path)) makeFile(path, o);
    checkPlace(path, what);
    const identity = identityOf(path);
    if (openHere.has(identity)) throw inUse(what);
    checkHeader(path, what, o.migrationsFolder);
    return openChecked(path, what, identity, o);
  } catch (error) {
    throw refusalOf(error, what) ?? error;
  }
}

/** Where another program made it in the meantime, that one is opened like any other. */
function makeFile(path: string, o: OpenOptions): void {
  try {
    createFile(path, { newId: o.newId, migrationsFolder: o.migrationsFolder });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

let runtimeChecked = false;
function checkRuntime(): void {
  if (runtimeChecked) return;
  const nodeApi = Number(process.versions.napi ?? 0);
  if (nodeApi < oldestNodeApi) {
    throw new AppError(
      'fault',
      `Plan Register needs Node 24 (Node-API ${oldestNodeApi}); this is Node ${process.versions.node} (Node-API ${nodeApi}). Start it with npm, which brings the right one.`,
    );
  }
  const probe = new Database(':memory:');
  const version = probe.prepare('SELECT sqlite_version()').pluck().get() as string;
  probe.close();
  if (!isAtLeast(version, oldestSqlite)) {
    throw new AppError(
      'fault',
      `Plan Register needs SQLite ${oldestSqlite.join('.')} or later; this is ${version}, which can damage a register. Install the program again.`,
    );
  }
  runtimeChecked = true;
}

/** Whether a version such as "3.54.1" is at least the one given. */
export function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, need] of least.entries()) {
    const have = parts[index] ?? 0;
    if (have !== need) return have > need;
  }
  return true;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function checkPlace(path: string, what: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new AppError('not-found', `There is no register at ${what}. Check its name and folder.`);
  if (stat.isDirectory()) {
    throw new AppError('not-a-file', `${what} is a folder. Choose the register file inside it.`);
  }
  if (!stat.isFile()) throw new AppError('not-a-file', `${what} is not a file. Choose a register file.`);
  accessSync(path, constants.R_OK);
  if (!mayWrite(path) || !mayWrite(dirname(resolve(path)))) {
    throw new AppError(
      'register-read-only',
      `${what} is in a place that can only be read. Copy it to a folder of your own, and open the copy.`,
    );
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    // A disk that does not answer is not a place that can only be read.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    return false;
  }
}

function identityOf(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}

/** Which file bears the name now; null where none does. A place that does not answer is a refusal of its own. */
function identityNow(path: string, what: string): string | null {
  try {
    const now = statSync(path, { bigint: true, throwIfNoEntry: false });
    return now ? `${now.dev}:${now.ino}` : null;
  } catch (error) {
    throw refusalOf(error, what) ?? error;
  }
}

function checkHeader(path: string, what: string, folder = migrationsFolder): void {
  const header = readHeader(path);
  if (header.kind === 'empty') {
    throw new AppError('register-foreign', `${what} is an empty file, not a register. Choose another file.`);
  }
  if (header.kind === 'not-sqlite') {
    throw new AppError(
      'register-foreign',
      `${what} is not a register, or its beginning is lost. Choose another file, or restore a backup.`,
    );
  }
  if (header.applicationId !== applicationId) {
    throw new AppError(
      'register-foreign',
      `${what} is the database of another program, not a register. Choose another file.`,
    );
  }
  if (header.userVersion > schemaVersion(folder)) {
    throw new AppError(
      'register-newer',
      `${what} was written by a newer version of Plan Register. Install that version to open it.`,
    );
  }
}

function openChecked(path: string, what: string, identity: string, o: OpenOptions): OpenedRegister {
  const raw = takenForItself(path);
  try {
    checkContent(raw, what, o.migrationsFolder);
    makeDurable(raw);
    if (userVersion(raw) < schemaVersion(o.migrationsFolder)) {
      backUpNow(raw, {
        dir: o.backupsDir,
        register: basename(path),
        reason: 'before-migration',
        at: o.now(),
        programVersion: o.programVersion,
        migrationsFolder: o.migrationsFolder,
      });
      migrateOrExplain(raw, what, o.migrationsFolder);
    }
    // The log is as much the register as the file is: what is committed stands there first.
    const files = [path, `${path}-wal`].map((file) => ({ file, identity: identityOf(file) }));
    const assertStillThere = () => {
      for (const known of files) if (identityNow(known.file, what) !== known.identity) throw vanished(what);
    };
    openHere.add(identity);
    return {
      path,
      db: writeHandle(raw, assertStillThere),
      assertStillThere,
      close() {
        raw.close();
        openHere.delete(identity);
      },
    };
  } catch (error) {
    raw.close();
    throw error;
  }
}

/**
 * Every page of every table is read and every reference followed. What costs most is left to checkRegister:
 * constraints that were checked when each row was written, and the inside of the search index, which can be made
 * anew from the tables.
 */
function checkContent(raw: Database.Database, what: string, folder?: string): void {
  const fault = schemaFault(raw, folder);
  if (fault) throw damaged(what, fault);
  raw.pragma('ignore_check_constraints = ON');
  const tables = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const [said] = raw.pragma(`quick_check(${quoted(table)})`) as { quick_check: string }[];
    if (said?.quick_check !== 'ok') throw damaged(what, said?.quick_check ?? 'it cannot be checked');
  }
  raw.pragma('ignore_check_constraints = OFF');
  const dangling = raw.pragma('foreign_key_check') as unknown[];
  if (dangling.length > 0) throw damaged(what, `${dangling.length} rows refer to rows that are not there`);
}

function migrateOrExplain(raw: Database.Database, what: string, folder?: string): void {
  try {
    migrateRegister(raw, folder);
  } catch (error) {
    throw (
      refusalOf(error, what) ??
      new AppError(
        'fault',
        `${what} could not be brought to this version of Plan Register. It was left as it was, and a backup of it was made. Open it with the version before, and report this.`,
        { cause: error },
      )
    );
  }
}

/** The driver is built to relax WAL to synchronous NORMAL, which can lose the last saves in a power cut. */
function makeDurable(raw: Database.Database): void {
  const mode = raw.pragma('journal_mode = WAL', { simple: true });
  raw.pragma('synchronous = FULL');
  const synchronous = raw.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || synchronous !== 2) {
    throw new AppError(
      'fault',
      `The register could not be opened safely (journal ${String(mode)}, synchronous ${String(synchronous)}). Nothing was changed.`,
    );
  }
}
