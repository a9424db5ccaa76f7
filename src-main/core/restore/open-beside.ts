import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupEntry, restoreBackup } from '#db/backup.ts';
import type { ReadDb } from '#db/handles.ts';
import { openRegister } from '#db/open.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupAt } from '#shared/contract/safety.ts';
import type { App } from '../app.ts';
import { fetchBackup } from '../safety/place-files.ts';

/** Where backups lie that were brought in as files. */
export const receivedDir = (app: App): string => join(app.options.dataDir, 'Received');

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
  if (place === 'received') return use({ dir: receivedDir(app), id: backupId });
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
  mkdirSync(folder, { recursive: true });
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
