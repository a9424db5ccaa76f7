import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBlocks } from './blocks.ts';
import { benchChecks } from './checks.ts';
import { hundredThousandRows, makeRegister } from './make-register.ts';
import { inMs, type Result } from './measure.ts';
import { benchReads } from './reads.ts';
import { benchSave } from './save.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';

/**
 * The core's benchmarks: each a ratio to the least that could be done, measured by turns in one run, or a time.
 *   node test/bench/run.ts [--json]
 */
const folder = mkdtempSync(join(tmpdir(), 'plan-register-bench-'));
try {
  const begin = performance.now();
  const made = makeRegister(join(folder, 'Large.register'), hundredThousandRows, join(folder, 'backups'));
  console.error(`A register of ${made.rows} rows, made in ${inMs(performance.now() - begin)}`);
  const results: Result[] = [
    ...(await benchStart(made, folder)),
    ...(await benchReads(made, folder)),
    ...(await benchChecks(made, folder)),
    ...(await benchSearch(made, folder)),
    ...(await benchSave(made, folder)),
    ...(await benchBlocks(made, folder)),
  ];
  if (process.argv.includes('--json')) console.log(JSON.stringify(results));
  else for (const result of results) console.log(lineOf(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function lineOf({ name, value, unit, aim, of }: Result): string {
  const figure = unit === 'x' ? `${value.toFixed(2)} x` : inMs(value);
  const against = aim === null ? '' : `aim ${aim} ${unit}, ${value <= aim ? 'met' : 'MISSED'}`;
  return `${name.padEnd(52)}${figure.padStart(10)}  ${against.padEnd(20)}  ${of}`;
}
