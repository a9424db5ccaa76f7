import { resolve } from 'node:path';
import { exportRegister as exportOf } from '#core/register/export.ts';
import type { Command } from '../command.ts';
import { writeWhole } from '../files.ts';
import { optional, registerPathOf, withRegister } from '../with-register.ts';

/** The whole register as JSON (src-shared/contract/register.ts), to a file or to stdout. */
export const exportRegister: Command = {
  usage: 'export --register R [--out FILE] [--json]',
  options: { register: { type: 'string' }, out: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(args) {
    const register = await withRegister(registerPathOf(args), { create: false }, async ({ app }) =>
      exportOf(app.openedRegister()),
    );
    const out = optional(args, 'out');
    if (out === null) return { json: register, words: JSON.stringify(register) };
    const path = resolve(out);
    writeWhole(path, Buffer.from(`${JSON.stringify(register)}\n`));
    return { json: { file: path }, words: `Exported to ${path}` };
  },
};
