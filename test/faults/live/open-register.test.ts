import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups, makeBackup, pruneBackups } from '#db/backup.ts';
import { checkRegister } from '#db/integrity.ts';
import { insertRow, insertRows, updateRow } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { randomFrom } from '../../db/kill/loop.ts';
import { act, tempFolder } from '../../db/temp-register.ts';

/** What happens to the file under a register that is open, behind the program's back. */

let place = tempFolder();
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

const words = 'silt and reed '.repeat(40);

function filled() {
  const register = place.open();
  const rows = Array.from({ length: 300 }, (_, at) => ({
    ...{ id: place.newId(), position: at, term: `term ${at}`, meaning: words },
  }));
  act(register.db, place.newId, (tx) => insertRows(tx, glossary, rows));
  return { register, rows };
}

/** What a save is refused with; null where it is done. */
function refusedWith(save: () => void): string | null {
  try {
    save();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : `fault: ${String(error)}`;
  }
}

/**
 * In a process of its own a flip would drop no locks; here the file is opened twice, which SQLite must not notice
 * (it keeps its lock by the process), so the descriptor stays open until the register is closed.
 */
function flipper(path: string, random: () => number) {
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  return {
    flip(): void {
      const at = Math.floor(random() * fstatSync(file).size);
      readSync(file, byte, 0, 1, at);
      byte[0] = (byte[0] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeSync(file, byte, 0, 1, at);
    },
    close: () => closeSync(file),
  };
}

describe('bits that flip in the file under an open register', () => {
  it('are told as damage or met by nothing, never by a fault; a backup that counts as good opens and holds the rows', async () => {
    for (let round = 0; round < 8; round += 1) {
      const random = randomFrom(round + 1);
      const { register, rows } = filled();
      register.db.raw.pragma('wal_checkpoint(TRUNCATE)');
      register.db.raw.pragma('cache_size = 0');
      const bits = flipper(register.path, random);
      const seen = new Set<string | null>();
      for (let flip = 0; flip < 20; flip += 1) {
        bits.flip();
        const row = rows[Math.floor(random() * rows.length)];
        seen.add(
          refusedWith(() =>
            act(register.db, place.newId, (tx) =>
              updateRow(tx, glossary, row?.id ?? '', { meaning: `${flip} ${words}` }),
            ),
          ),
        );
      }
      for (const code of seen) expect([null, 'register-damaged', 'not-found']).toContain(code);
      const order = { dir: place.path('backups'), register: 'office.register', reason: 'by-hand' as const };
      const at = new Date(Date.UTC(2010, 5, 1, round)).toISOString();
      const made = await makeBackup(register.db, { ...order, at, programVersion: '0.1.0' }).catch(
        (error: unknown) => error,
      );
      if (made instanceof Error) expect(made).toBeInstanceOf(AppError);
      register.close();
      bits.close();
      rmSync(register.path, { force: true });
    }
    for (const { verdict, path } of listBackups(place.path('backups'))) {
      if (verdict !== 'good') continue;
      const copy = place.open(path.slice(place.folder.length + 1), { create: false });
      expect(copy.db.raw.prepare('SELECT count(*) FROM glossary').pluck().get()).toBe(300);
      copy.close();
    }
  }, 240_000);
});

describe('a file that goes away under an open register', () => {
  const one = () => ({ id: place.newId(), position: 1, term: 'late', meaning: words });
  const late = (register: ReturnType<typeof place.open>) =>
    refusedWith(() => act(register.db, place.newId, (tx) => insertRow(tx, glossary, one())));

  it.each(['', '-wal'])(
    'is told at the next save (register%s deleted), and nothing is written in vain',
    (end) => {
      const { register } = filled();
      rmSync(`${register.path}${end}`);
      expect(late(register)).toBe('register-vanished');
      expect(late(register)).toBe('register-vanished');
    },
  );

  it('and is put back as another file is not written to', () => {
    const { register } = filled();
    const other = Buffer.from('the file of somebody else');
    rmSync(register.path);
    writeFileSync(register.path, other);
    expect(late(register)).toBe('register-vanished');
    register.close();
    expect(readFileSync(register.path).equals(other)).toBe(true);
  });
});

describe('a clock that changes', () => {
  const jumps = [
    ['two years back', '2008-06-01T09:30:00.000Z'],
    ['two years on', '2012-06-01T09:30:00.000Z'],
    ['into the hour that comes twice', '2010-10-31T01:30:00.000Z'],
    ['into the hour that is left out', '2010-03-28T01:30:00.000Z'],
    ['to the leap day', '2012-02-29T23:59:59.999Z'],
  ] as const;

  it.each(jumps)(
    '%s keeps acts in their order, backups found, and none of them lost',
    async (_what, then) => {
      const { register } = filled();
      const order = { dir: place.path('backups'), register: 'office.register', reason: 'by-hand' as const };
      const back = (at: string) => makeBackup(register.db, { ...order, at, programVersion: '0.1.0' });
      const before = await back('2010-06-01T09:31:00.000Z');
      const id = place.newId();
      act(register.db, place.newId, (tx) =>
        insertRow(tx, glossary, { id, position: 1, term: 'later', meaning: words }),
      );
      const after = await back(then);
      pruneBackups(order.dir, { register: 'office.register', now: then });
      const good = listBackups(order.dir).filter(({ verdict }) => verdict === 'good');
      expect(good.map((backup) => backup.id).sort()).toEqual([before.id, after.id].sort());
      expect(after.revision).toBeGreaterThan(before.revision);
      expect(checkRegister(register.db)).toEqual([]);
    },
  );
});
