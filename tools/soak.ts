import { parseArgs } from 'node:util';
import { soak } from '#test/soak/soak.ts';

/**
 * `node tools/soak.ts [--minutes 60]`: an hour of saving, bringing files in and backing up, to a second place too, in one process, 5,000, 50 and
 * 50 of them (fewer in a shorter time, unless they are given). Prints a line a minute, one at the end, every fault, and
 * ends with 1 where there is one.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    saves: { type: 'string' },
    imports: { type: 'string' },
    backups: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const share = (anHour: number, given: string | undefined) =>
  given === undefined ? Math.ceil((anHour * minutes) / 60) : Number(given);
const { faults, ...figures } = await soak({
  minutes,
  saves: share(5_000, values.saves),
  imports: share(50, values.imports),
  backups: share(50, values.backups),
  onSample: (sample) => console.log(JSON.stringify(sample)),
});
console.log(JSON.stringify({ minutes, ...figures, faults: faults.length }));
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
