import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { inChangeSet, undoLast } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { openRegister } from '#db/open.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { randomFrom } from './loop.ts';
import { bulkRows } from './saves.ts';

/** Saves, long acts and undoing them, for ever: made to be killed (loop.ts says what it tells). */
const [path = '', seed = '1'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const at = '2010-06-01T09:30:00.000Z';

const { db } = openRegister(path, {
  now: () => at,
  newId: randomUUID,
  backupsDir: `${path}.backups`,
  programVersion: '0.1.0',
  create: true,
});

/** Tells at once: what waits in a buffer dies with the program. */
function told(what: string, act: () => void): void {
  writeSync(1, `begin ${what}\n`);
  act();
  writeSync(1, `done ${what}\n`);
}

function inOne(label: string, write: (tx: WriteDb) => void): void {
  inChangeSet(db, { id: randomUUID(), at, kind: 'edit', label }, write);
}

const term = (id: string, words: string) => ({
  id,
  position: 1,
  term: words,
  meaning: 'silt and reed '.repeat(20),
});

for (;;) {
  const id = randomUUID();
  if (random() < 0.85) {
    told(`save ${id}`, () => inOne('a save', (tx) => insertRow(tx, glossary, term(id, 'one'))));
  } else {
    const rows = Array.from({ length: bulkRows }, () => term(randomUUID(), `bulk ${id}`));
    told(`bulk ${id}`, () => inOne('a long act', (tx) => insertRows(tx, glossary, rows)));
    if (random() < 0.3) told(`undo ${id}`, () => undoLast(db));
  }
}
