import { hash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { markName } from '#core/safety/place-mark.ts';
import { type BackupEntry, listBackups } from '#db/backup.ts';
import { isLeftover } from '#db/backup-leftovers.ts';
import { inChangeSet } from '#db/change-log.ts';
import { checkRegister } from '#db/integrity.ts';
import { openRegister } from '#db/open.ts';
import { insertRows } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import type { Work } from '../../db/kill/loop.ts';
import { lookAtCopy } from '../past/contents.ts';

type Kind = Omit<Work, 'script' | 'words'>;

export const secondOf = (path: string): string => `${path}.second`;

/** Copies that were looked at after an earlier kill. */
const judged = new Set<string>();

/**
 * Every acknowledged backup that is kept here is in the second place too, whole; and whatever a record vouches for there
 * is whole, however the copying ended.
 */
export const copies: Kind = {
  longestMs: 2_500,
  judge(_db, acknowledged, _begun, path) {
    const second = secondOf(path);
    const there = listBackups(second);
    const good = new Set(there.filter(({ verdict }) => verdict === 'good').map(({ id }) => id));
    const here = new Set(
      listBackups(`${path}.backups`, { check: 'size' })
        .filter(({ verdict }) => verdict === 'good')
        .map(({ id }) => id),
    );
    const last = acknowledged.at(-1);
    return [
      ...acknowledged.filter((id) => here.has(id) && !good.has(id)).map((id) => `a copy is lost: ${id}`),
      ...(last !== undefined && !here.has(last) ? [`a backup is lost: ${last}`] : []),
      ...there.flatMap(brokenPromise),
      ...(existsSync(second) ? readdirSync(second).filter((name) => !isKnown(name)) : []).map(
        (name) => `something was left in the second place: ${name}`,
      ),
    ];
  },
};

/** A record stands only beside what it vouches for. */
function brokenPromise({ id, path, manifest, verdict }: BackupEntry): string[] {
  if (!manifest) return [];
  if (verdict !== 'good') return [`a copy with a record is not whole: ${id}: ${verdict}`];
  if (judged.has(path)) return [];
  judged.add(path);
  const raw = new Database(path, { readonly: true });
  const said = raw.pragma('integrity_check', { simple: true });
  raw.close();
  return said === 'ok' ? [] : [`a copy that counts as good is damaged: ${id}`];
}

const isKnown = (name: string): boolean =>
  name === markName || name.endsWith('.register') || name.endsWith('.register.json') || isLeftover(name);

export const damagedFile = (path: string): string => join(dirname(path), 'damaged.template');
/** What stands in for the pages that say where the tables begin: a backup is copied page by page too. */
export const patternOf = (path: string): string => join(dirname(path), 'pattern.template');

const hashOfFile = (path: string) => hash('sha256', readFileSync(path));

/** Without its first page, and every ninth page of what it holds is noise. */
function makeDamaged(path: string): void {
  const file = damagedFile(path);
  const o = { now: () => new Date().toISOString(), newId: randomUUID, programVersion: '0.1.0' };
  const { db, close } = openRegister(file, { ...o, backupsDir: `${file}.backups`, create: true });
  inChangeSet(db, { id: randomUUID(), at: o.now(), kind: 'edit', label: 'many' }, (tx) =>
    insertRows(
      tx,
      glossary,
      Array.from({ length: 1_500 }, (_, at) => ({
        ...{ id: randomUUID(), position: at, term: `term ${at}`, meaning: 'silt and reed '.repeat(20) },
      })),
    ),
  );
  close();
  copyFileSync(file, patternOf(path));
  const bytes = readFileSync(file);
  bytes.fill(0, 0, 100);
  let nth = 0;
  for (let at = 4_096; at + 4_096 <= bytes.length; at += 4_096) {
    const holds = bytes[at] === 13 && bytes.subarray(at, at + 4_096).includes('silt and reed');
    if (holds && nth++ % 9 === 0) bytes.fill(0xa5, at, at + 4_096);
  }
  writeFileSync(file, bytes);
  writeFileSync(`${file}.sha256`, hashOfFile(file));
}

/** Of the terms of each register that was recovered, by the file they were recovered from. */
const recovered = new Map<string, string>();

/** Every recovery gives the same rows in a sound register; one under way gives that, or none; what is damaged stays. */
export const recoveries: Kind = {
  longestMs: 3_000,
  prepare: makeDamaged,
  judge(_db, acknowledged, begun, path) {
    const file = damagedFile(path);
    const faults =
      hashOfFile(file) === readFileSync(`${file}.sha256`, 'utf8') ? [] : ['the damaged file was written to'];
    for (const name of [...acknowledged, ...(begun === null ? [] : [begun])]) {
      const made = join(dirname(path), name);
      if (judged.has(made)) continue;
      if (name !== begun) judged.add(made);
      if (existsSync(made)) faults.push(...judgeRecovered(made, file));
      else if (name !== begun) faults.push(`a recovered register is lost: ${name}`);
      rmSync(made, { force: true });
    }
    const aside = readdirSync(dirname(path)).filter((name) => name.startsWith('aside-'));
    for (const name of aside) rmSync(join(dirname(path), name), { recursive: true, force: true });
    return faults;
  },
};

function judgeRecovered(made: string, from: string): string[] {
  const terms = lookAtCopy(made, (raw) =>
    JSON.stringify(raw.prepare('SELECT * FROM glossary ORDER BY id').all()),
  );
  const sum = hash('sha256', terms);
  const before = recovered.get(from) ?? sum;
  recovered.set(from, before);
  const opened = openRegister(made, {
    ...{ now: () => new Date().toISOString(), newId: randomUUID },
    ...{ backupsDir: `${made}.backups`, programVersion: '0.1.0' },
  });
  const rows = opened.db.raw.prepare('SELECT count(*) FROM glossary').pluck().get() as number;
  const found = checkRegister(opened.db).map(({ text }) => text);
  opened.close();
  const name = basename(made);
  return [
    ...found,
    ...(sum === before ? [] : [`${name} holds other rows than another recovery of the same file`]),
    ...(rows > 1_000 ? [] : [`${name} holds ${rows} of 1,500 terms`]),
  ];
}
