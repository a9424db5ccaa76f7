import { parseArgs } from 'node:util';
import { failInTurn } from '#test/faults/fail.ts';
import type { ErrorName, Kinds } from '#test/faults/shim/control.ts';
import { withoutShim } from '#test/faults/shim/shim.ts';
import { works } from '#test/faults/works/works.ts';

/**
 * `node tools/faults.ts [--work save] [--error EIO] [--every 1] [--kinds writes|reads]`: lets every call of the system
 * that a save, an import, a backup, a restore and a migration make fail in turn, with each error, once and for ever.
 * With `--every 10` every tenth call only. Prints one line a loop, every fault, and ends with 1 where there is one.
 */
const { values } = parseArgs({
  options: {
    work: { type: 'string', multiple: true, default: works.map(({ name }) => name) },
    error: { type: 'string', multiple: true, default: ['ENOSPC', 'EIO', 'EACCES'] },
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    kinds: { type: 'string', default: 'writes' },
  },
});
const missing = withoutShim();
if (missing) {
  console.error(`Not possible here: ${missing}.`);
  process.exit(2);
}
let faulty = false;
for (const work of values.work) {
  for (const error of values.error as ErrorName[]) {
    for (const ever of [false, true]) {
      const began = performance.now();
      const { faults, ...figures } = await failInTurn({
        ...{ work, error, ever, every: Number(values.every), from: Number(values.from) },
        kinds: values.kinds as Kinds,
      });
      const seconds = Math.round((performance.now() - began) / 1_000);
      console.log(JSON.stringify({ ...figures, seconds, faults: faults.length }));
      for (const fault of faults) console.log(`  ${fault}`);
      faulty ||= faults.length > 0;
    }
  }
}
process.exitCode = faulty ? 1 : 0;
