import { AppError } from '#shared/contract/errors.ts';
import type { SnapshotSummary } from '#shared/contract/reports.ts';
import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

export const snapshotCompare: Command = {
  usage: 'snapshot compare --register R A B [--json]',
  options: registerOption,
  words: { least: 2, most: 2 },
  async run(args) {
    const [first = '', second = ''] = args.words;
    const differences = await withRegister(registerPathOf(args), { create: false }, async ({ core }) => {
      const all = await core.snapshots.list();
      const b = second === 'now' ? ('now' as const) : idOf(all, second);
      return await core.snapshots.compare({ a: idOf(all, first), b });
    });
    const words = differences.map((difference) => `${difference.ref ?? ''} ${difference.words}`.trim());
    return { json: differences, words: words.join('\n') || 'Nothing differs.' };
  },
};

/** A snapshot by its id or, where only one bears it, by its name. */
export function idOf(all: readonly SnapshotSummary[], text: string): string {
  const found = all.filter((snapshot) => snapshot.id === text || snapshot.name === text);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  throw new AppError(
    'not-found',
    found.length === 0
      ? `No snapshot has the id or name “${text}”. “snapshot list” shows them.`
      : `${found.length} snapshots are called “${text}”. Give the id instead; “snapshot list” shows it.`,
  );
}
