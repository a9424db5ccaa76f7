import { parseArgs } from 'node:util';
import { race } from '#test/faults/processes/race.ts';

/**
 * `node tools/processes.ts [--starts 200] [--seed 1]`: starts two to five programs at once on one register, and looks
 * that one at a time writes. Prints one line, every fault, and ends with 1 where there is one.
 */
const { values } = parseArgs({
  options: { starts: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const { faults, ...figures } = await race(Number(values.starts), Number(values.seed));
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(JSON.stringify({ ...figures, seconds, faults: faults.length }));
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
