import { parseArgs } from 'node:util';
import { losePower } from '#test/faults/power/power.ts';
import { withoutShim } from '#test/faults/shim/shim.ts';
import { works } from '#test/faults/works/works.ts';

/**
 * `node tools/power-loss.ts [--images 500] [--seed 1] [--work save]`: records what a save, an import, a backup, a
 * restore and a migration write and sync, rebuilds what a power cut could leave of it, and opens that. Prints one line
 * a kind of work, every fault, and ends with 1 where there is one.
 */
const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    work: { type: 'string', multiple: true, default: works.map(({ name }) => name) },
  },
});
const missing = withoutShim();
if (missing) {
  console.error(`Not possible here: ${missing}.`);
  process.exit(2);
}
let faulty = false;
for (const work of works.filter(({ name }) => values.work.includes(name))) {
  const began = performance.now();
  const { faults, ...figures } = await losePower(work, Number(values.images), Number(values.seed));
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(JSON.stringify({ ...figures, seconds, faults: faults.length }));
  for (const fault of faults) console.log(`  ${fault}`);
  faulty ||= faults.length > 0;
}
process.exitCode = faulty ? 1 : 0;
