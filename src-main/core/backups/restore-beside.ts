import { join } from 'node:path';
import { restoreBackup } from '#db/backup.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupAt } from '#shared/contract/office.ts';
import type { App } from '../app.ts';
import { freeFileName } from '../register/file-names.ts';
import { registerFile } from '../register/folder.ts';
import { nameOfRegister, withBackupFile } from '../restore/open-beside.ts';

type RegisterFile = NonNullable<ReturnType<typeof registerFile>>;

/** Writes a backup, wherever it lies, as a new register beside the others, every byte of it read first. */
export async function restoreBeside(app: App, at: BackupAt): Promise<RegisterFile> {
  const { dataDir, today } = app.options;
  const path = await withBackupFile(app, at, ({ dir, id }) => {
    const to = join(dataDir, freeFileName(dataDir, `${nameOfRegister(id)} restored ${today()}`));
    restoreBackup({ dir, id, to });
    return to;
  });
  const register = registerFile(path);
  if (!register) throw new AppError('register-vanished', 'The restored register was moved away at once.');
  return register;
}
