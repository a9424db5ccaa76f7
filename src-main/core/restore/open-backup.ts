import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { restoreBackup } from '#db/backup.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupAt } from '#shared/contract/safety.ts';
import type { App, Register } from '../app.ts';
import { freeFileName, registerExtension } from '../register/file-names.ts';
import { withBackupFile } from './open-beside.ts';

/**
 * Writes a backup as a register file of its own and opens it. What was open, or could not be opened, stays as it is
 * beside it. It takes the name the register had where nothing has it, else one that says what it is.
 */
export async function openBackup(app: App, at: BackupAt): Promise<Register> {
  const { dataDir, today } = app.options;
  if (app.register) await app.backups.ensure(app.register, 'before-restore');
  const path = await withBackupFile(app, at, ({ dir, id }) => {
    const stem = nameOfRegister(id);
    const plain = join(dataDir, freeFileName(dataDir, stem));
    const isFree = basename(plain) === `${stem}${registerExtension}` && !existsSync(`${plain}-wal`);
    const to = isFree ? plain : join(dataDir, freeFileName(dataDir, `${stem} restored ${today()}`));
    restoreBackup({ dir, id, to });
    return to;
  });
  return app.openPath(path);
}

/** "Office" of "Office 2014-11-24T14-32-10.000Z close.register". */
function nameOfRegister(id: string): string {
  const stem = /^(.+) \d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z [a-z-]+\.register$/.exec(id)?.[1];
  if (stem === undefined || basename(id) !== id) {
    throw new AppError('not-found', `There is no backup “${id}”. Choose one of the list.`);
  }
  return stem;
}
