import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSettings } from '#db/queries/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { App, Register } from '../app.ts';
import { fileNameFrom } from './file-names.ts';

/** Makes a register in the office's folder and opens it. Throws `conflict` where the name is taken. */
export async function createRegister(app: App, o: { name: string; partnership: string }): Promise<Register> {
  const { dataDir } = app.options;
  mkdirSync(dataDir, { recursive: true });
  const name = fileNameFrom(o.name);
  if (existsSync(join(dataDir, name))) {
    throw new AppError('conflict', `There is a register "${name}" already. Open it, or choose another name.`);
  }
  const register = await app.openPath(join(dataDir, name), { create: true });
  nameRegister(register, o.partnership);
  return register;
}

/** Sets whose register it is; part of making it, so Undo does not go behind it. */
export function nameRegister(register: Register, partnership: string): void {
  register.act({ kind: 'create', label: 'New register', undoable: false }, (tx) =>
    writeSettings(tx, { partnership: partnership.trim() }),
  );
}
