import { parseArgs } from 'node:util';
import { damageBackups } from '#test/db/damage/damage-backups.ts';

/**
 * `node tools/damage.ts [--backups 2000]`: damages so many backups in every way a disk, a stick or a hand does, and
 * tries to restore each. Prints one line a kind of damage, and ends with 1 where one was restored.
 */
const { values } = parseArgs({ options: { backups: { type: 'string', default: '2000' } } });
const began = performance.now();
let tried = 0;
let refused = 0;
for (const outcome of await damageBackups(Number(values.backups))) {
  console.log(
    `${outcome.kind}: ${outcome.refused} of ${outcome.tried} refused ${outcome.restored.join(', ')}`,
  );
  tried += outcome.tried;
  refused += outcome.refused;
}
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(JSON.stringify({ tried, refused, seconds }));
process.exitCode = refused === tried ? 0 : 1;
