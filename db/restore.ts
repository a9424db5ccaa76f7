import { copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { checkCopy, unlike } from './backup-check.ts';
import { type BackupEntry, verifyBackup } from './backup-list.ts';
import { codeOf, isDamage, refusalOf } from './driver-errors.ts';
import { hashOf, isThere, leaveBehind, putInPlace, syncFolder, syncPath } from './files.ts';
import { atOnce } from './steps.ts';

/**
 * Writes a backup as a new register at `to`, after checking every byte of it against its record. Nothing is
 * ever overwritten. Throws `backup-damaged`, `not-found`, `not-possible` (something stands at `to`), `disk-full`.
 */
export function restoreBackup(o: { dir: string; id: string; to: string }): BackupEntry {
  try {
    return restored(o);
  } catch (error) {
    throw refusalOf(error, `"${basename(o.to)}"`) ?? error;
  }
}

function restored(o: { dir: string; id: string; to: string }): BackupEntry {
  if (basename(o.id) !== o.id || !isThere(join(o.dir, o.id))) {
    throw new AppError('not-found', `There is no backup "${o.id}". Choose one of the list.`);
  }
  for (const end of ['', '-wal', '-journal']) {
    // A log left of another register would be played into the restored one.
    if (isThere(`${o.to}${end}`)) {
      throw new AppError(
        'not-possible',
        `There is a file "${basename(o.to)}${end}" already, and nothing is overwritten. Choose another name.`,
      );
    }
  }
  const backup = verifyBackup(o.dir, o.id, { tellDisk: true });
  if (backup.verdict !== 'good') {
    throw new AppError(
      'backup-damaged',
      `The backup "${o.id}" cannot be used. ${backup.verdict} Choose another backup.`,
    );
  }
  const temporary = join(dirname(o.to), `.${basename(o.to)}.restoring`);
  try {
    copyFileSync(backup.path, temporary);
    syncPath(temporary);
    checkRestored(temporary, backup);
    putInPlace(temporary, o.to);
    syncFolder(dirname(o.to));
    return backup;
  } finally {
    leaveBehind(temporary);
  }
}

function checkRestored(path: string, backup: BackupEntry): void {
  if (hashOf(path) !== backup.sha256) {
    throw new AppError('backup-damaged', `The copy of "${backup.id}" came out different. Check the disk.`);
  }
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const found = atOnce(checkCopy(copy));
    const { manifest } = backup;
    const differs = Object.keys(found.counts).find((table) => found.counts[table] !== backup.counts[table]);
    if (differs || found.revision !== manifest?.revision || found.schemaVersion !== manifest.schemaVersion) {
      throw unlike(`it does not hold what its record says${differs ? ` of "${differs}"` : ''}`);
    }
  } catch (error) {
    throw isDamage(error) ? unlike(codeOf(error)) : error;
  } finally {
    copy.close();
  }
}
