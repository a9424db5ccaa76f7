import { hash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { listBackups } from '#db/backup.ts';
import type { ReadDb } from '#db/handles.ts';
import { checkRegister } from '#db/integrity.ts';
import { openRegister } from '#db/open.ts';
import type { Work } from '../../db/kill/loop.ts';
import { bulkRows } from '../../db/kill/saves.ts';
import { countingIds } from '../../db/temp-register.ts';
import { digestsOf, lookAtCopy, type Shape, shapeOf } from '../past/contents.ts';
import { exampleFile, writePastRegister } from '../past/past-register.ts';
import { copies, recoveries } from './safety-works.ts';

/** Kinds of work of child.ts, and what must be there whenever they are killed. */
const script = fileURLToPath(new URL('./child.ts', import.meta.url));
const work = (name: string, o: Omit<Work, 'script' | 'words'>): Work => ({ script, words: [name], ...o });

/** What was looked at after an earlier kill: it is not written again, or is taken away. */
const judged = new Set<string>();

/** Every acknowledged backup is good, and whatever is listed as good is whole. */
const backups = work('backups', {
  longestMs: 1_500,
  judge(_db, acknowledged, _begun, path) {
    const good = listBackups(`${path}.backups`, { register: 'office.register' }).filter(
      ({ verdict }) => verdict === 'good',
    );
    const times = new Set(good.map((backup) => backup.at));
    const broken = good.filter(({ path: file }) => {
      if (judged.has(file)) return false;
      judged.add(file);
      const raw = new Database(file, { readonly: true });
      const said = raw.pragma('integrity_check', { simple: true });
      raw.close();
      return said !== 'ok';
    });
    return [
      ...acknowledged.filter((time) => !times.has(time)).map((time) => `a backup is lost: ${time}`),
      ...broken.map(({ id }) => `a backup that counts as good is damaged: ${id}`),
    ];
  },
});

const hashOfFile = (path: string) => hash('sha256', readFileSync(path));

/** Every acknowledged restore is the backup to the byte; one under way is that, or is not there. */
const restores = work('restores', {
  longestMs: 600,
  judge(_db, acknowledged, begun, path) {
    const sums = new Set(
      listBackups(`${path}.backups`)
        .filter(({ verdict }) => verdict === 'good')
        .map(({ sha256 }) => sha256),
    );
    const faults: string[] = [];
    for (const name of [...acknowledged, ...(begun === null ? [] : [begun])]) {
      const file = join(dirname(path), name);
      if (judged.has(file)) continue;
      if (name !== begun) judged.add(file);
      if (!existsSync(file)) {
        if (name !== begun) faults.push(`a restored register is lost: ${name}`);
        continue;
      }
      if (!sums.has(hashOfFile(file))) faults.push(`half a register was restored: ${name}`);
      rmSync(file);
    }
    return faults;
  },
});

export const pastFile = (path: string): string => join(dirname(path), 'past.template');
const pastVersion = 5;

/** Whole before and after: the register of before opens as one of today with the same rows. */
const migrations = work('migrations', {
  longestMs: 1_200,
  prepare: (path) => writePastRegister(pastFile(path), pastVersion, exampleFile()),
  judge(_db, acknowledged, begun, path) {
    const shape = lookAtCopy(pastFile(path), shapeOf);
    const before = JSON.stringify(lookAtCopy(pastFile(path), (raw) => digestsOf(raw, shape)));
    const faults: string[] = [];
    for (const name of [...acknowledged, ...(begun === null ? [] : [begun])]) {
      const file = join(dirname(path), name);
      if (judged.has(file)) continue;
      judged.add(file);
      faults.push(...judgeMigrated(file, before, shape, name === begun));
      for (const end of ['', '-wal', '-journal']) rmSync(`${file}${end}`, { force: true });
    }
    return faults;
  },
});

function judgeMigrated(file: string, before: string, shape: Shape, underWay: boolean): string[] {
  if (!existsSync(file)) return [`a register is gone: ${file}`];
  if (!underWay) {
    const same = lookAtCopy(file, (raw) => JSON.stringify(digestsOf(raw, shape)) === before);
    return same ? [] : [`a migrated register holds other rows: ${file}`];
  }
  // A backup of the moment of the kill may be there: the next opening is later.
  const now = () => new Date().toISOString();
  const opened = openRegister(file, {
    ...{ now, newId: countingIds(), backupsDir: `${file}.backups`, programVersion: '0.1.0' },
  });
  const same = JSON.stringify(digestsOf(opened.db.raw, shape)) === before;
  const found = checkRegister(opened.db).map(({ text }) => text);
  opened.close();
  return same ? found : [...found, `a register killed while it was migrated holds other rows: ${file}`];
}

const isThere = (db: ReadDb, name: string): boolean =>
  db.raw.prepare('SELECT 1 FROM snapshots WHERE name = ?').get(name) !== undefined;

/** checkRegister compares what was frozen with its hash. */
const snapshots = work('snapshots', {
  longestMs: 700,
  judge: (db, acknowledged) =>
    acknowledged.filter((name) => !isThere(db, name)).map((name) => `a snapshot is lost: ${name}`),
  happened: isThere,
});

export const nameOfUndone = (id: string): string => `undone-${id}`;

/** Rows there once each step is done. */
const rowsAfter: Record<string, number> = { add: bulkRows, undo: 0, redo: bulkRows, again: 0 };

const rowsOf = (db: ReadDb, name: string): number =>
  db.raw.prepare('SELECT count(*) FROM glossary WHERE term = ?').pluck().get(name) as number;

/** A long act is undone and done again whole, whichever step was under way. */
const undos = work('undos', {
  longestMs: 1_500,
  judge(db, acknowledged, begun) {
    const last = new Map(
      acknowledged.map((told): [string, string] => [told.split(' ')[1] ?? '', told.split(' ')[0] ?? '']),
    );
    const [word = '', name = ''] = (begun ?? '').split(' ');
    if (begun !== null && !last.has(name)) last.set(name, 'again');
    return [...last].flatMap(([one, step]) => {
      const rows = rowsOf(db, one);
      const may = [rowsAfter[step], ...(one === name ? [rowsAfter[word]] : [])];
      return may.includes(rows) ? [] : [`${rows} of ${bulkRows} rows after "${step}" of ${one}`];
    });
  },
  happened(db, begun) {
    const [word = '', name = ''] = begun.split(' ');
    return rowsOf(db, name) === rowsAfter[word];
  },
});

export const killWorks: Record<string, Work> = {
  ...{ backups, restores, migrations, snapshots, undos },
  ...{ copies: work('copies', copies), recoveries: work('recoveries', recoveries) },
};
