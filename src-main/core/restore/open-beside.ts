import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BackupEntry, restoreBackup } from '#db/backup.ts';
import { makeFolder } from '#db/files.ts';
import type { ReadDb } from '#db/handles.ts';
import { openRegister } from '#db/open.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupAt } from '#shared/contract/safety.ts';
import type { App } from '../app.ts';
import { fetchBackup } from '../safety/place-files.ts';
import { receivedIn } from '../safety/received.ts';

/** "Office" of "Office 2014-11-24T14-32-10.000Z close.register". */
export function nameOfRegister(id: string): string {
  const stem = /^(.+) \d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z [a-z-]+\.register$/.exec(id)?.[1];
  if (stem === undefined || basename(id) !== id) {
    throw new AppError('not-found', `There is no backup “${id}”. Choose one of the list.`);
  }
  return stem;
}

/**
 * A backup as a file that can be read at once: from here, from the second place (copied over first, so that a slow
 * share holds nobody up), or brought in. Whoever uses it is done with it when `use` is.
 */
export async function withBackupFile<T>(
  app: App,
  { place, backupId }: BackupAt,
  use: (found: { dir: string; id: string }) => T | Promise<T>,
): Promise<T> {
  if (place === 'here') return use({ dir: app.options.backupsDir, id: backupId });
  if (place === 'received') return use({ dir: receivedIn(app.options), id: backupId });
  const folder = app.safety.second.folder();
  if (folder === null) {
    throw new AppError('not-found', 'There is no second place of backups. Choose one in Settings.');
  }
  return inFolderAside(app, async (dir) => {
    await fetchBackup(folder, dir, backupId);
    return use({ dir, id: backupId });
  });
}

/**
 * Opens a copy of a backup beside the register, checked byte by byte and brought to this version, for reading only.
 * The backup itself is not touched, and the copy is taken away afterwards.
 */
export function withBackup<T>(
  app: App,
  at: BackupAt,
  use: (db: ReadDb, entry: BackupEntry) => T,
): Promise<T> {
  return withBackupFile(app, at, ({ dir, id }) =>
    inFolderAside(app, (aside) => {
      const to = join(aside, 'beside.register');
      const entry = restoreBackup({ dir, id, to });
      const { now, newId, version } = app.options;
      const file = openRegister(to, { now, newId, backupsDir: aside, programVersion: version });
      try {
        return use(file.db, entry);
      } finally {
        file.close();
      }
    }),
  );
}

/** A folder of its own beside the registers: what an office holds does not go into a folder of the system. */
export async function inFolderAside<T>(app: App, use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = join(app.options.dataDir, `.beside-${app.options.newId()}`);
  makeFolder(folder);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
