import { parseArgs } from 'node:util';
import { imports } from '#test/core/imports/kill/imports.ts';
import { killLoop, type Work } from '#test/db/kill/loop.ts';
import { saves } from '#test/db/kill/saves.ts';

/**
 * `node tools/kill.ts --kills 200 [--seed 1]`: kills a program that saves and one that imports, at random moments, and looks at every
 * register it leaves. Prints one line a kind of work, every fault, and ends with 1 where there is one.
 */
const works: Record<string, Work> = { saves, imports };

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
let faulty = false;
for (const [name, work] of Object.entries(works)) {
  const { faults, ...figures } = await killLoop({
    work,
    kills: Number(values.kills),
    seed: Number(values.seed),
  });
  console.log(name, JSON.stringify({ ...figures, faults: faults.length }));
  for (const fault of faults) console.log(`  ${fault}`);
  faulty ||= faults.length > 0;
}
process.exitCode = faulty ? 1 : 0;
