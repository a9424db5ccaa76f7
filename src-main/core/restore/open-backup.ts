import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { restoreBackup } from '#db/backup.ts';
import type { BackupAt } from '#shared/contract/safety.ts';
import type { App, Register } from '../app.ts';
import { freeFileName, registerExtension } from '../register/file-names.ts';
import { nameOfRegister, withBackupFile } from './open-beside.ts';

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
