import { randomUUID } from 'node:crypto';
import { copyFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { registerOn } from '#core/open-register.ts';
import type { Options } from '#core/options.ts';
import { takeSnapshot } from '#core/snapshots/snapshots.ts';
import { listBackups, makeBackup, restoreBackup } from '#db/backup.ts';
import { inChangeSet, redoLast, undoLast } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { type OpenedRegister, openRegister } from '#db/open.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { bulkRows } from '../../db/kill/saves.ts';
import { copies, recoveries } from './safety-child.ts';
import { nameOfUndone, pastFile } from './works.ts';

/** One kind of work, over and over: made to be killed (test/db/kill/loop.ts says what it tells). */
const [path = '', seed = '1', what = ''] = process.argv.slice(2);
const backupsDir = `${path}.backups`;
const now = () => new Date().toISOString();

/** Tells at once: what waits in a buffer dies with the program. */
const tell = (text: string) => void writeSync(1, `${text}\n`);

const open = (file: string): OpenedRegister =>
  openRegister(file, { now, newId: randomUUID, backupsDir, programVersion: '0.1.0', create: true });

const act = (db: WriteDb, label: string, write: (tx: WriteDb) => void): void =>
  inChangeSet(db, { id: randomUUID(), at: now(), kind: 'edit', label }, write);

const term = (words: string) => ({
  id: randomUUID(),
  position: 1,
  term: words,
  meaning: 'silt and reed '.repeat(20),
});

const terms = (count: number, words: string) => Array.from({ length: count }, () => term(words));

async function backups(): Promise<void> {
  const { db } = open(path);
  act(db, 'many', (tx) => insertRows(tx, glossary, terms(400, 'many')));
  for (;;) {
    act(db, 'one', (tx) => insertRow(tx, glossary, term('one')));
    const order = { dir: backupsDir, register: 'office.register', reason: 'by-hand' as const };
    const at = now();
    tell(`begin ${at}`);
    await makeBackup(db, { ...order, at, programVersion: '0.1.0' });
    tell(`done ${at}`);
  }
}

async function restores(): Promise<void> {
  const { db } = open(path);
  act(db, 'many', (tx) => insertRows(tx, glossary, terms(400, 'many')));
  const order = { dir: backupsDir, register: 'office.register', reason: 'by-hand' as const };
  const { id } = await makeBackup(db, { ...order, at: now(), programVersion: '0.1.0' });
  for (let turn = 0; ; turn += 1) {
    const name = `restored-${seed}-${turn}.register`;
    tell(`begin ${name}`);
    restoreBackup({ dir: backupsDir, id, to: join(dirname(path), name) });
    tell(`done ${name}`);
  }
}

function migrations(): void {
  open(path).close();
  for (let turn = 0; ; turn += 1) {
    const name = `past-${seed}-${turn}.register`;
    const file = join(dirname(path), name);
    copyFileSync(pastFile(path), file);
    tell(`begin ${name}`);
    open(file).close();
    tell(`done ${name}`);
  }
}

function snapshots(): void {
  const file = open(path);
  if (listBackups(backupsDir, { check: 'size' }).length === 0)
    act(file.db, 'many', (tx) => insertRows(tx, glossary, terms(400, 'many')));
  const register = registerOn(file, {
    now,
    newId: randomUUID,
    ports: { log: () => {} },
  } as unknown as Options);
  for (;;) {
    const name = `Frozen ${randomUUID()}`;
    tell(`begin ${name}`);
    takeSnapshot(register, { name, now, newId: randomUUID });
    tell(`done ${name}`);
  }
}

function undos(): void {
  const { db } = open(path);
  for (;;) {
    const name = nameOfUndone(randomUUID());
    tell(`begin add ${name}`);
    act(db, name, (tx) => insertRows(tx, glossary, terms(bulkRows, name)));
    tell(`done add ${name}`);
    for (const [word, step] of [
      ['undo', undoLast],
      ['redo', redoLast],
      ['again', undoLast],
    ] as const) {
      tell(`begin ${word} ${name}`);
      step(db);
      tell(`done ${word} ${name}`);
    }
  }
}

const doing: Record<string, () => void | Promise<void>> = {
  ...{ backups, restores, migrations, snapshots, undos },
  copies: () => copies(path, tell),
  recoveries: () => recoveries(path, seed, tell),
};
const work = doing[what];
if (!work) throw new Error(`no work is called "${what}"`);
await work();
