import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBackup, restoreBackup } from '#db/backup.ts';
import { openRegister } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { act, at, countingIds } from '../temp-register.ts';

/**
 * Damages backups in every way a disk, a stick or a hand does, and tries to restore each (`node tools/damage.ts` as a
 * command). Gives how many were refused, by kind, and what was not.
 */
export type Outcome = { kind: string; tried: number; refused: number; restored: string[] };

const page = 4_096;

/** One way to damage: what to do with the backup and its record, the nth time. */
type Way = { kind: string; share: number; damage: (o: Sides, n: number) => void };
type Sides = { path: string; record: string; bytes: Buffer; text: Buffer; other: Buffer; otherText: Buffer };

const flipped = (whole: Buffer, n: number): Buffer => {
  const bytes = Buffer.from(whole);
  const where = (n * 2_654_435_761) % bytes.length;
  bytes[where] = (bytes[where] ?? 0) ^ (1 << (n % 8));
  return bytes;
};

const ways: readonly Way[] = [
  { kind: 'one bit of the backup', share: 0.4, damage: (o, n) => writeFileSync(o.path, flipped(o.bytes, n)) },
  {
    kind: 'one bit of the record',
    share: 0.2,
    damage: (o, n) => writeFileSync(o.record, flipped(o.text, n)),
  },
  {
    kind: 'cut short at 4 KB',
    share: 0.2,
    damage: (o, n) => writeFileSync(o.path, o.bytes.subarray(0, (n % (o.bytes.length / page)) * page)),
  },
  {
    kind: 'a page of nothing',
    share: 0.15,
    damage: (o, n) => {
      const bytes = Buffer.from(o.bytes);
      // A page that holds nothing but zeros already would be no damage.
      let number = n % (bytes.length / page);
      const isEmpty = (at: number) => bytes.subarray(at * page, (at + 1) * page).every((byte) => byte === 0);
      while (isEmpty(number)) number = (number + 1) % (bytes.length / page);
      writeFileSync(o.path, bytes.fill(0, number * page, (number + 1) * page));
    },
  },
  {
    kind: 'swapped with another',
    share: 0.05,
    damage: (o, n) =>
      n % 3 === 0
        ? writeFileSync(o.path, o.other)
        : n % 3 === 1
          ? writeFileSync(o.record, o.otherText)
          : rmSync(o.record),
  },
];

export async function damageBackups(total: number): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'damage-'));
  try {
    const dir = join(folder, 'backups');
    const newId = countingIds();
    const o = { now: () => at, newId, backupsDir: dir, programVersion: '0.1.0', create: true };
    const register = openRegister(join(folder, 'office.register'), o);
    const add = (n: number) =>
      act(register.db, newId, (tx) => {
        insertRow(tx, glossary, { id: newId(), position: n, term: `Term ${n}`, meaning: 'silt '.repeat(40) });
      });
    const order = (minute: number) => ({
      ...{ dir, register: 'office.register', reason: 'close' as const, programVersion: '0.1.0' },
      at: `2010-06-01T09:${minute}:00.000Z`,
    });
    for (let n = 0; n < 40; n += 1) add(n);
    const { id } = await makeBackup(register.db, order(10));
    add(41);
    const other = await makeBackup(register.db, order(11));
    register.close();
    const path = join(dir, id);
    const sides: Sides = {
      path,
      record: `${path}.json`,
      bytes: readFileSync(path),
      text: readFileSync(`${path}.json`),
      other: readFileSync(join(dir, other.id)),
      otherText: readFileSync(join(dir, `${other.id}.json`)),
    };
    mkdirSync(join(folder, 'restored'));
    const to = join(folder, 'restored', 'office.register');
    const outcomes = ways.map(({ kind, share, damage }): Outcome => {
      const tried = Math.max(1, Math.round(total * share));
      const restored: string[] = [];
      for (let n = 0; n < tried; n += 1) {
        damage(sides, n);
        try {
          restoreBackup({ dir, id, to });
          restored.push(`${kind} ${n}`);
        } catch {
          // Refused, which is what is counted.
        }
        if (existsSync(to)) rmSync(to);
        writeFileSync(sides.path, sides.bytes);
        writeFileSync(sides.record, sides.text);
      }
      return { kind, tried, refused: tried - restored.length, restored };
    });
    // The same backup, undamaged, is restored: it was the damage that was refused.
    restoreBackup({ dir, id, to });
    return outcomes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
