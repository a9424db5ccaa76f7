import { statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { Backup } from '#shared/contract/office.ts';
import { checkCopy, countsOf, type Found, headOf, unlike } from './backup-check.ts';
import { lastOrderIn } from './backup-list.ts';
import { type BackupManifest, manifestName, manifestText } from './backup-manifest.ts';
import { codeOf, diskFailed, isDamage, refusalOf } from './driver-errors.ts';
import {
  hashing,
  isThere,
  leaveBehind,
  makeFolder,
  putInPlace,
  removeFile,
  syncFolder,
  syncPath,
} from './files.ts';
import type { ReadDb } from './handles.ts';
import { schemaFault } from './schema-check.ts';
import { atOnce, inTurns, type Steps } from './steps.ts';

export { clearLeftovers } from './backup-leftovers.ts';
export { type BackupEntry, listBackups, verifyBackup } from './backup-list.ts';
export { pruneBackups } from './backup-prune.ts';
export { restoreBackup } from './restore.ts';

export type BackupOrder = {
  /** The folder of backups; made where it is not there. */
  readonly dir: string;
  /** The file name of the register, e.g. "Office.register": it begins the backup's name. */
  readonly register: string;
  readonly reason: Backup['reason'];
  /** The instant, ISO UTC. */
  readonly at: string;
  readonly programVersion: string;
  /** Where the migrations lie, if not beside the program. */
  readonly migrationsFolder?: string | undefined;
  /** The installation that makes it, for folders that several share. */
  readonly madeBy?: string | undefined;
};

/**
 * A verified backup of the register as it stands, while it stays usable: copied under a temporary name, put
 * on the disk, opened again and checked, hashed, then named, then recorded in a manifest beside it. Gives the
 * manifest. Throws `disk-full`, `no-permission`, or `backup-damaged` where the copy is not what it should be.
 */
export async function makeBackup(db: ReadDb, o: BackupOrder): Promise<BackupManifest> {
  try {
    const temporary = prepare(o);
    try {
      await db.raw.backup(temporary, { progress: () => pagesPerTurn });
      return place(o, temporary, await inTurns(verifying(db.raw, temporary, o)));
    } finally {
      clear(temporary);
    }
  } catch (error) {
    throw refusalIn(error, o) ?? error;
  }
}

/** The same without a pause: for the moment before a migration, when nothing else may happen. */
export function backUpNow(raw: Database.Database, o: BackupOrder): BackupManifest {
  try {
    const temporary = prepare(o);
    try {
      raw.prepare('VACUUM INTO ?').run(temporary);
      return place(o, temporary, atOnce(verifying(raw, temporary, o)));
    } finally {
      clear(temporary);
    }
  } catch (error) {
    throw refusalIn(error, o) ?? error;
  }
}

/** Damage that is met while copying is the register's own; everything else is about the folder of backups. */
function refusalIn(error: unknown, o: BackupOrder): AppError | null {
  const folder = 'the folder of backups';
  // The driver takes an unfinished copy for moved where the disk no longer says that it is there.
  if (codeOf(error) === 'SQLITE_READONLY_DBMOVED') return diskFailed(folder, error);
  return refusalOf(error, isDamage(error) ? `"${o.register}"` : folder);
}

/** Pages copied between two turns of the event loop: 8 MB, a few milliseconds. */
const pagesPerTurn = 2_048;

function clear(temporary: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) leaveBehind(`${temporary}${end}`);
}

type Verified = Found & Pick<BackupManifest, 'bytes' | 'sha256'>;

/** Names sort by age, and say to a person what they are. */
function nameOf(o: BackupOrder): string {
  const register = basename(o.register, extname(o.register));
  return `${register} ${o.at.replaceAll(':', '-')} ${o.reason}.register`;
}

function prepare(o: BackupOrder): string {
  makeFolder(o.dir);
  const name = nameOf(o);
  if (isThere(join(o.dir, name))) {
    throw new AppError('conflict', `A backup named "${name}" is there already. Try again in a moment.`);
  }
  const temporary = join(o.dir, `.${name}.part`);
  // What a killed program left of the same moment.
  removeFile(temporary);
  return temporary;
}

/** Opens the copy again, checks it, compares it with the register, and hashes it. */
function* verifying(source: Database.Database, temporary: string, o: BackupOrder): Steps<Verified> {
  const found = yield* readAgain(temporary, o.migrationsFolder);
  const now = headOf(source);
  if (now === found.revision) {
    const counts = countsOf(source);
    const differs = Object.keys(counts).find((table) => counts[table] !== found.counts[table]);
    if (differs) throw unlike(`"${differs}" has ${found.counts[differs]} of ${counts[differs]} rows`);
  }
  syncPath(temporary);
  return { ...found, bytes: statSync(temporary).size, sha256: yield* hashing(temporary) };
}

function* readAgain(temporary: string, folder?: string): Steps<Found> {
  const copy = new Database(temporary, { fileMustExist: true });
  try {
    // A backup is one file: nothing beside it may be needed to read it.
    copy.pragma('journal_mode = DELETE');
    const found = yield* checkCopy(copy);
    // What could not be opened again is no backup, however whole its rows are.
    const fault = schemaFault(copy, folder);
    if (fault) throw unlike(fault);
    return found;
  } catch (error) {
    throw isDamage(error) ? unlike(codeOf(error)) : error;
  } finally {
    copy.close();
  }
}

function place(o: BackupOrder, temporary: string, found: Verified): BackupManifest {
  const name = nameOf(o);
  const { register, reason, at, programVersion, madeBy } = o;
  const order = lastOrderIn(o.dir) + 1;
  const manifest: BackupManifest = {
    ...{ id: name, register, reason, at, programVersion, order, ...found },
    ...(madeBy !== undefined && { madeBy }),
  };
  putInPlace(temporary, join(o.dir, name));
  syncFolder(o.dir);
  const record = join(o.dir, manifestName(name));
  writeFileSync(`${record}.part`, manifestText(manifest));
  syncPath(`${record}.part`);
  putInPlace(`${record}.part`, record);
  syncFolder(o.dir);
  return manifest;
}
