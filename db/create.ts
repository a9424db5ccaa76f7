import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { isThere, leaveBehind, putInPlace, syncFolder, syncPath } from './files.ts';
import { migrateRegister } from './migrate.ts';

/**
 * Makes an empty register: under another name first, so that there is never half a register at `path`, and
 * never over a file that is there.
 */
export function createFile(path: string, o: { newId: () => string; migrationsFolder?: string }): void {
  const folder = dirname(path);
  if (!isThere(folder)) {
    throw new AppError(
      'not-found',
      `There is no folder "${basename(folder)}". Make it first, or choose another.`,
    );
  }
  const unfinished = join(folder, `.${basename(path)}.${o.newId()}.new`);
  try {
    const raw = new Database(unfinished);
    try {
      // Nobody knows the file yet: one sync at the end does for all.
      raw.pragma('journal_mode = MEMORY');
      raw.pragma('synchronous = OFF');
      migrateRegister(raw, o.migrationsFolder);
    } finally {
      raw.close();
    }
    syncPath(unfinished);
    putInPlace(unfinished, path);
    syncFolder(folder);
  } finally {
    leaveBehind(unfinished);
  }
}
