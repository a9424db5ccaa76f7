import { parseArgs } from 'node:util';
import { fuzzReader } from '#test/core/imports/fuzz/fuzz-reader.ts';

/**
 * `node tools/fuzz.ts [--mutants 20000] [--seed 1]`: gives so many spoilt documents of every kind to the reader. Prints
 * one line, every fault, and ends with 1 where there is one.
 */
const { values } = parseArgs({
  options: { mutants: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const { faults, ...figures } = fuzzReader(Number(values.mutants), Number(values.seed));
const seconds = Math.round((performance.now() - began) / 1_000);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
console.log(JSON.stringify({ ...figures, megabytes, seconds, faults: faults.length }));
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
