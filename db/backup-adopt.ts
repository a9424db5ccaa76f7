import { rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { checkCopy } from './backup-check.ts';
import { manifestName, manifestText } from './backup-manifest.ts';
import { refusalOf } from './driver-errors.ts';
import { hashOf } from './files.ts';
import { atOnce } from './steps.ts';

/**
 * Takes a register file that came without its record into a folder as a backup: checked as far as a file can speak for
 * itself, then given a record of what it is now. Gives its name there. Nothing proves that it is what was sent.
 * Throws `backup-damaged`, `register-foreign`.
 */
export function adoptBackup(
  dir: string,
  o: { name: string; bytes: Buffer; at: string; newId: () => string; programVersion: string },
): string {
  const raw = join(dir, `${o.newId()}.register`);
  try {
    writeFileSync(raw, o.bytes);
    const copy = new Database(raw, { fileMustExist: true });
    try {
      // One file is to hold everything: a file copied from under a running program may need the log beside it.
      copy.pragma('journal_mode = DELETE');
      const found = atOnce(checkCopy(copy));
      copy.close();
      const register = `${basename(o.name, '.register').replace(/ \d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z [a-z-]+$/, '')}.register`;
      const id = `${basename(register, '.register')} ${o.at.replaceAll(':', '-')} by-hand.register`;
      const path = join(dir, id);
      writeFileSync(path, o.bytes);
      const { programVersion, at } = o;
      const sha256 = hashOf(path);
      const manifest = { id, register, reason: 'by-hand' as const, at, programVersion, ...found, sha256 };
      writeFileSync(join(dir, manifestName(id)), manifestText({ ...manifest, bytes: statSync(path).size }));
      return id;
    } finally {
      if (copy.open) copy.close();
    }
  } catch (error) {
    throw refusalOf(error, `“${o.name}”`) ?? error;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${raw}${end}`, { force: true });
  }
}
