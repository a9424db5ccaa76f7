import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#db/files.ts';
import { setToldOn } from '#db/queries/home-told-on.ts';
import { writeRegister } from '#db/queries/register-json.ts';
import { writeSettings } from '#db/queries/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { App, Register } from '../app.ts';
import { fileNameFrom, freeFileName } from './file-names.ts';

/** Makes a register in the office's folder and opens it. Throws `conflict` where the name is taken. */
export async function createRegister(app: App, o: { name: string; partnership: string }): Promise<Register> {
  const { dataDir } = app.options;
  makeFolder(dataDir);
  const name = fileNameFrom(o.name);
  if (existsSync(join(dataDir, name))) {
    throw new AppError('conflict', `There is a register “${name}” already. Open it, or choose another name.`);
  }
  const register = await app.openPath(join(dataDir, name), { create: true });
  nameRegister(register, o.partnership);
  return register;
}

/** Makes the example register in the office's folder, beside others of its name, and opens it. */
export async function createExampleRegister(app: App): Promise<Register> {
  const { dataDir } = app.options;
  makeFolder(dataDir);
  const register = await app.openPath(join(dataDir, freeFileName(dataDir, 'Example')), { create: true });
  await writeExample(register);
  return register;
}

/** Writes the example into a register that is empty. Throws `not-possible` where it is not. */
export async function writeExample(register: Register): Promise<void> {
  const { exampleRegister, exampleToday } = await import('../example/example-register.ts');
  const { whenOpened, writeExampleRound } = await import('../example/write-round.ts');
  const { before, since } = whenOpened(exampleRegister());
  register.act({ kind: 'create', label: 'Example register', undoable: false }, (tx) => {
    writeRegister(tx, before);
    writeExampleRound(tx, since);
    setToldOn(tx, exampleToday);
  });
}

/** Sets whose register it is; part of making it, so Undo does not go behind it. */
export function nameRegister(register: Register, partnership: string): void {
  register.act({ kind: 'create', label: 'New register', undoable: false }, (tx) =>
    writeSettings(tx, { partnership: partnership.trim() }),
  );
}
