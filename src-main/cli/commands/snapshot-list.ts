import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

export const snapshotList: Command = {
  usage: 'snapshot list --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const all = await withRegister(registerPathOf(args), { create: false }, ({ core }) =>
      core.snapshots.list(),
    );
    const words = all.map((snapshot) => `${snapshot.id}  ${snapshot.takenAt}  ${snapshot.name}`);
    return { json: all, words: words.join('\n') || 'No snapshot has been taken yet.' };
  },
};
