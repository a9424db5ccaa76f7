import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backUpNow,
  clearLeftovers,
  listBackups,
  makeBackup,
  pruneBackups,
  restoreBackup,
  verifyBackup,
} from '#db/backup.ts';
import type { WriteDb } from '#db/handles.ts';
import { checkRegister } from '#db/integrity.ts';
import { insertRow } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { dumpFolder, dumpRows } from './dump.ts';
import { act, tempFolder } from './temp-register.ts';

let place = tempFolder();
let dir = '';
beforeEach(() => {
  place = tempFolder();
  dir = place.path('backups');
});
afterEach(() => place.remove());

const order = (minute = 0, reason: 'start' | 'close' | 'before-migration' = 'start') => ({
  dir,
  register: 'office.register',
  reason,
  at: `2010-06-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
  programVersion: '0.1.0',
});
function addTerms(db: WriteDb, count: number): void {
  act(db, place.newId, (tx) => {
    for (let n = 0; n < count; n += 1) {
      insertRow(tx, glossary, {
        id: place.newId(),
        position: n,
        term: `Term ${n}`,
        meaning: 'silt '.repeat(50),
      });
    }
  });
}

describe('a backup', () => {
  it('is one file with its record, and good', async () => {
    const { db } = place.open();
    addTerms(db, 300);
    const manifest = await makeBackup(db, order());
    expect(readdirSync(dir)).toEqual([manifest.id, `${manifest.id}.json`].sort());
    expect(manifest.counts).toMatchObject({ glossary: 300, plans: 0 });
    expect(listBackups(dir)).toMatchObject([{ id: manifest.id, reason: 'start', verdict: 'good' }]);
  });

  it('taken while the register is written to is sound, and of one moment', async () => {
    const { db } = place.open();
    addTerms(db, 3_000);
    const making = makeBackup(db, order());
    addTerms(db, 10);
    await Promise.resolve();
    addTerms(db, 10);
    const { counts } = await making;
    addTerms(db, 10);
    expect([3_000, 3_010, 3_020]).toContain(counts.glossary);
    expect(listBackups(dir)[0]?.verdict).toBe('good');
  });

  it('made at one stroke holds the same', async () => {
    const { db } = place.open();
    addTerms(db, 20);
    const one = backUpNow(db.raw, order(1, 'before-migration'));
    const other = await makeBackup(db, order(2));
    expect(one.counts).toEqual(other.counts);
    expect(listBackups(dir).map(({ reason, verdict }) => [reason, verdict])).toEqual([
      ['start', 'good'],
      ['before-migration', 'good'],
    ]);
  });

  it('is not made where the folder cannot be, and the register is unchanged', async () => {
    const { db } = place.open();
    writeFileSync(dir, 'a file in the way');
    const before = dumpRows(db);
    await expect(makeBackup(db, order())).rejects.toThrow(/in the way of the folder of backups/);
    expect(dumpRows(db)).toEqual(before);
  });

  it('of the same moment is not made twice', async () => {
    const { db } = place.open();
    await makeBackup(db, order());
    await expect(makeBackup(db, order())).rejects.toThrow(/there already/);
    expect(listBackups(dir)).toHaveLength(1);
  });
});

describe('the list of backups', () => {
  it('says what is wrong with what is not a good backup', async () => {
    const { db } = place.open();
    addTerms(db, 300);
    for (const minute of [1, 2, 3, 4, 5]) await makeBackup(db, order(minute));
    const [a, b, c, d] = listBackups(dir).map((entry) => entry.path) as [string, string, string, string];
    rmSync(`${a}.json`);
    writeFileSync(`${b}.json`, '{"id": "half');
    const bytes = readFileSync(c);
    writeFileSync(c, bytes.subarray(0, bytes.length - 4_096));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(d, bytes);
    const verdicts = listBackups(dir).map(({ verdict }) => verdict);
    // Those whose record can be read in the order they were made; the others behind them.
    expect(verdicts).toEqual([
      expect.stringMatching(/bytes long/),
      expect.stringMatching(/content has changed/),
      'good',
      expect.stringMatching(/record is missing/),
      expect.stringMatching(/record is missing/),
    ]);
    expect(verdicts.filter((verdict) => verdict === 'good')).toHaveLength(1);
    expect(verdicts.join()).toMatch(/record is missing/);
    expect(verdicts.join()).toMatch(/bytes long/);
    expect(verdicts.join()).toMatch(/content has changed/);
  });

  it('finds every single changed bit', async () => {
    const { db } = place.open();
    addTerms(db, 50);
    const { id } = await makeBackup(db, order());
    const path = join(dir, id);
    const whole = readFileSync(path);
    for (let n = 0; n < 200; n += 1) {
      const damaged = Buffer.from(whole);
      const at = (n * 7_919 + 13) % whole.length;
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (n % 8));
      writeFileSync(path, damaged);
      expect(verifyBackup(dir, id).verdict, `bit ${n % 8} of byte ${at}`).not.toBe('good');
    }
    writeFileSync(path, whole);
    expect(verifyBackup(dir, id).verdict).toBe('good');
  });

  it('leaves unfinished copies and other files out, and is empty without a folder', async () => {
    expect(listBackups(dir)).toEqual([]);
    const { db } = place.open();
    await makeBackup(db, order());
    writeFileSync(join(dir, '.office 2010.register.part'), 'half');
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    expect(listBackups(dir)).toHaveLength(1);
    expect(listBackups(dir, { register: 'another.register' })).toEqual([]);
  });
});

describe('the record of a backup', () => {
  it('that was changed in any letter vouches for nothing', async () => {
    const { db } = place.open();
    const { id } = await makeBackup(db, { ...order(), madeBy: 'this laptop' });
    const record = `${join(dir, id)}.json`;
    const whole = readFileSync(record);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(record, changed);
      const [judged] = listBackups(dir, { check: 'size' });
      expect(judged?.verdict, `bit ${at % 8} of byte ${at}`).not.toBe('good');
    }
    writeFileSync(record, whole);
    expect(verifyBackup(dir, id)).toMatchObject({
      verdict: 'good',
      manifest: { madeBy: 'this laptop', order: 1 },
    });
  });

  it('of an earlier version, without a seal, still vouches for its backup', async () => {
    const { db } = place.open();
    const { id } = await makeBackup(db, order());
    const record = `${join(dir, id)}.json`;
    const { seal: _seal, order: _order, ...earlier } = JSON.parse(readFileSync(record, 'utf8'));
    writeFileSync(record, JSON.stringify(earlier));
    expect(verifyBackup(dir, id).verdict).toBe('good');
  });

  it('counts the backups in the order they were made, though the clock went back', async () => {
    const { db } = place.open();
    await makeBackup(db, order(30));
    const { id } = await makeBackup(db, order(10));
    expect(listBackups(dir)[0]?.id).toBe(id);
  });
});

describe('what a killed program left', () => {
  it('is cleared where it is ours and old, and everything else stays', async () => {
    const { db } = place.open();
    const { id } = await makeBackup(db, order());
    const mine = 'office 2010-06-01T08-00-00.000Z close.register';
    const left = [
      `.${mine}.part`,
      `.${mine}.part-journal`,
      `${mine}.json.part`,
      '.office.register.restoring',
      '.office.register.01290000-0000-7000-8000-000000000001.new',
    ];
    const kept = [
      '.notes.part',
      'letter.part',
      `${mine.slice(0, 20)}.part`,
      '.office.register.new',
      '.beside-me',
    ];
    for (const name of [...left, ...kept]) writeFileSync(join(dir, name), 'half');
    left.push('.beside-01290000-0000-7000-8000-000000000002');
    mkdirSync(join(dir, left.at(-1) ?? ''));
    writeFileSync(join(dir, left.at(-1) ?? '', 'beside.register'), 'a copy of all');
    expect(clearLeftovers(dir)).toEqual([]);
    const later = Date.now() + 7 * 3_600_000;
    expect(clearLeftovers(dir, later).sort()).toEqual([...left].sort());
    expect(readdirSync(dir).sort()).toEqual([...kept, id, `${id}.json`].sort());
    expect(clearLeftovers(place.path('nowhere'))).toEqual([]);
  });
});

describe('restoring', () => {
  it('gives the register back as it was, in a new file that opens', async () => {
    const { db } = place.open();
    addTerms(db, 100);
    const before = dumpRows(db);
    const { id } = await makeBackup(db, order());
    addTerms(db, 5);
    restoreBackup({ dir, id, to: place.path('restored.register') });
    const restored = place.open('restored.register', { create: false });
    expect(dumpRows(restored.db)).toEqual(before);
    expect(checkRegister(restored.db)).toEqual([]);
  });

  it('never overwrites, and never plays a log left by another register into it', async () => {
    const { db } = place.open();
    const { id } = await makeBackup(db, order());
    mkdirSync(place.path('elsewhere'));
    writeFileSync(place.path('elsewhere/a.register'), 'mine');
    writeFileSync(place.path('elsewhere/b.register-wal'), 'a log');
    const before = dumpFolder(place.path('elsewhere'));
    for (const name of ['a', 'b']) {
      const to = place.path(`elsewhere/${name}.register`);
      expect(() => restoreBackup({ dir, id, to })).toThrow(/nothing is overwritten/);
    }
    expect(dumpFolder(place.path('elsewhere'))).toEqual(before);
  });

  it('refuses a backup that is damaged, unknown, or named with a path', async () => {
    const { db } = place.open();
    const { id } = await makeBackup(db, order());
    const path = join(dir, id);
    const bytes = readFileSync(path);
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 16;
    writeFileSync(path, bytes);
    const to = place.path('restored.register');
    const refusal = (wanted: string) => {
      try {
        restoreBackup({ dir, id: wanted, to });
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
      return 'restored';
    };
    expect(refusal(id)).toBe('backup-damaged');
    expect(refusal('none.register')).toBe('not-found');
    expect(refusal('../office.register')).toBe('not-found');
    expect(existsSync(to)).toBe(false);
  });
});

describe('pruning', () => {
  it('takes out what the rotation drops, with its record, and leaves what is not good', async () => {
    const { db } = place.open();
    for (let minute = 0; minute < 8; minute += 1) await makeBackup(db, order(minute));
    const oldest = listBackups(dir).at(-1);
    rmSync(`${oldest?.path}.json`);
    const gone = pruneBackups(dir, { register: 'office.register', now: '2010-06-01T10:00:00.000Z' });
    expect(gone).toHaveLength(2);
    const left = listBackups(dir);
    expect(left.filter(({ verdict }) => verdict === 'good')).toHaveLength(5);
    expect(left.map(({ id }) => id)).toContain(oldest?.id);
    for (const id of gone) expect(existsSync(join(dir, `${id}.json`))).toBe(false);
  });
});
