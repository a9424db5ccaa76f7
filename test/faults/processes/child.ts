import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { inChangeSet } from '#db/change-log.ts';
import { openRegister } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';

/**
 * One of several programs started at once on one register. It waits for a line, opens, says "open" or the code and
 * sentence of the refusal, saves for so many milliseconds, and says what is saved; then it closes, or waits to be killed.
 */
const [path = '', forMs = '0', end = 'close'] = process.argv.slice(2);
const now = () => new Date().toISOString();
const tell = (text: string) => void writeSync(1, `${text}\n`);

async function waited(): Promise<void> {
  for await (const _ of process.stdin) return;
}

tell('ready');
await waited();
try {
  const options = { now, newId: randomUUID, backupsDir: `${path}.backups`, programVersion: '0.1.0' };
  const { db, close } = openRegister(path, { ...options, create: true });
  tell('open');
  const until = performance.now() + Number(forMs);
  do {
    const id = randomUUID();
    inChangeSet(db, { id: randomUUID(), at: now(), kind: 'edit', label: 'a save' }, (tx) =>
      insertRow(tx, glossary, { id, position: 1, term: 'one', meaning: 'silt and reed' }),
    );
    tell(`saved ${id}`);
  } while (performance.now() < until);
  if (end === 'kill') process.kill(process.pid, 'SIGKILL');
  close();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  tell(`refused ${error.code} ${error.message}`);
}
process.exit(0);
