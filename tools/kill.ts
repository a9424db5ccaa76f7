import { parseArgs } from 'node:util';
import { bundledProgram } from '#test/bundled-program.ts';
import { imports } from '#test/core/imports/kill/imports.ts';
import { killLoop, type Work } from '#test/db/kill/loop.ts';
import { saves } from '#test/db/kill/saves.ts';
import { killWorks } from '#test/faults/kill/works.ts';

/**
 * `node tools/kill.ts --kills 1000 [--seed 1] [--work saves]`: kills programs that save, import, back up, copy to a
 * second place, restore, recover, migrate, take snapshots and undo, at random moments, and looks at all they leave. The
 * programs are bundled as the installed one is. Prints one line a kind of work, every fault, and ends with 1 where there
 * is one.
 */
const works: Record<string, Work> = { saves, imports, ...killWorks };

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    work: { type: 'string', multiple: true, default: Object.keys(works) },
  },
});
let faulty = false;
for (const name of values.work) {
  const work = works[name];
  if (!work) throw new Error(`no work is called "${name}": ${Object.keys(works).join(', ')}`);
  const began = performance.now();
  const program = await bundledProgram(work.script);
  const { faults, ...figures } = await killLoop({
    work: { ...work, script: program.script },
    kills: Number(values.kills),
    seed: Number(values.seed),
  }).finally(program.remove);
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(name, JSON.stringify({ ...figures, seconds, faults: faults.length }));
  for (const fault of faults) console.log(`  ${fault}`);
  faulty ||= faults.length > 0;
}
process.exitCode = faulty ? 1 : 0;
