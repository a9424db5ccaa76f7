import type { ChangeSet } from '#shared/contract/history.ts';
import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

const pageSize = 500;

/** Every change set, newest first. */
export const history: Command = {
  usage: 'history --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const all = await withRegister(registerPathOf(args), { create: false }, async ({ core }) => {
      const sets: ChangeSet[] = [];
      let before: number | null = null;
      while (true) {
        const page: ChangeSet[] = await core.history.list({ before, limit: pageSize });
        sets.push(...page);
        const last = page.at(-1);
        if (!last || page.length < pageSize) return sets;
        before = last.seq;
      }
    });
    const words = all.map((set) => `${set.seq}  ${set.at}  ${set.label} (${set.rows} rows, ${set.state})`);
    return { json: all, words: words.join('\n') || 'Nothing has been changed yet.' };
  },
};
