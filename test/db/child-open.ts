import { openRegister } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { people } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { act, at, countingIds } from './temp-register.ts';

/**
 * Run in a process of its own: opens the register named, says "open", or the code of the refusal. With `hold`
 * it then waits to be killed; with `fill` it adds people until it is refused, and says how many it was told
 * are saved.
 */
const [path = '', what = ''] = process.argv.slice(2);
const newId = countingIds();

try {
  const register = openRegister(path, {
    now: () => at,
    newId,
    backupsDir: `${path}.backups`,
    programVersion: '0.1.0',
    create: what === 'fill',
  });
  console.log('open');
  if (what === 'hold') setInterval(() => {}, 1_000);
  else if (what === 'fill') fill(register.db);
  else register.close();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.log(error.code);
}

function fill(db: Parameters<typeof act>[0]): void {
  let saved = 0;
  try {
    for (;;) {
      act(db, newId, (tx) =>
        insertRow(tx, people, {
          id: newId(),
          position: saved,
          kind: 'person',
          name: 'A long name '.repeat(2_000),
        }),
      );
      saved += 1;
    }
  } finally {
    console.log(`saved ${saved}`);
  }
}
