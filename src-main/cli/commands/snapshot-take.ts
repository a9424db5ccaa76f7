import type { Command } from '../command.ts';
import { registerOption } from '../command.ts';
import { registerPathOf, required, withRegister } from '../with-register.ts';

export const snapshotTake: Command = {
  usage: 'snapshot take --register R --name NAME [--json]',
  options: { ...registerOption, name: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(args) {
    const name = required(args, 'name', 'Say what the snapshot is called: --name NAME.');
    const taken = await withRegister(registerPathOf(args), { create: true }, ({ core }) =>
      core.snapshots.take({ name }),
    );
    return { json: taken, words: `Snapshot “${taken.name}” taken: ${taken.id}, SHA-256 ${taken.hash}` };
  },
};
