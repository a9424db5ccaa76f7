import { dirname, resolve } from 'node:path';
import { restoreTo } from '#core/backups/restore-to.ts';
import type { Command } from '../command.ts';
import { makeFolder } from '../files.ts';
import { required } from '../with-register.ts';

/** A backup as a new register. Nothing that is there is overwritten. */
export const restore: Command = {
  usage: 'restore BACKUP --to FILE [--json]',
  options: { to: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(args) {
    const backup = resolve(args.words[0] ?? '');
    const to = resolve(required(args, 'to', 'Say where the register goes: --to FILE.'));
    makeFolder(dirname(to));
    const { id, at, counts } = restoreTo(backup, to);
    return {
      json: { register: to, backup: id, at, counts },
      words: `Restored to ${to}: the register as of ${at}`,
    };
  },
};
