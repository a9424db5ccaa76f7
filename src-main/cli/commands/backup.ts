import { join, resolve } from 'node:path';
import type { Command } from '../command.ts';
import { makeFolder } from '../files.ts';
import { registerPathOf, required, withRegister } from '../with-register.ts';

/** A backup in the folder named, verified as it is made. */
export const backup: Command = {
  usage: 'backup --register R --to DIR [--json]',
  options: { register: { type: 'string' }, to: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(args) {
    const path = registerPathOf(args);
    const folder = resolve(required(args, 'to', 'Say where the backup goes: --to DIR.'));
    makeFolder(folder);
    const made = await withRegister(path, { create: false, backupsDir: folder }, ({ core }) =>
      core.backups.make(),
    );
    const file = join(folder, made.id);
    return {
      json: { ...made, file },
      words: `Backed up to ${file}: ${made.bytes} bytes, SHA-256 ${made.sha256}`,
    };
  },
};
