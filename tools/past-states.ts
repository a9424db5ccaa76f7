import { parseArgs } from 'node:util';
import { schemaVersion } from '#db/migrate.ts';
import { type Filling, fillings, migratedFrom, refusedNewer } from '#test/faults/past/past-states.ts';

/**
 * `node tools/past-states.ts [--filling large]`: makes a register of every past state of the schema, empty, typical, of
 * 100,000 rows and dirty, opens it with the program of today, and compares every row; and has later ones refused.
 * Prints one line a register, every fault, and ends with 1 where there is one.
 */
const { values } = parseArgs({
  options: { filling: { type: 'string', multiple: true, default: [...fillings] } },
});
let faulty = false;
for (const filling of values.filling as Filling[]) {
  for (let version = 1; version <= schemaVersion(); version += 1) {
    const { faults, ...figures } = migratedFrom(version, filling);
    console.log(JSON.stringify({ ...figures, faults: faults.length }));
    for (const fault of faults) console.log(`  ${fault}`);
    faulty ||= faults.length > 0;
  }
}
for (const by of [1, 2, 40]) {
  const faults = refusedNewer(by);
  console.log(JSON.stringify({ newerBy: by, faults }));
  faulty ||= faults.length > 0;
}
process.exitCode = faulty ? 1 : 0;
