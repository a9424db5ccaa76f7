import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

let office: Office;
let path = '';
beforeEach(async () => {
  office = await openOffice();
  path = office.register.path;
  await samplePlan(office);
});
afterEach(() => office.close());

/** Closes the register, damages its file, and tries to open it; gives the refusal. */
async function openDamaged(damage: (bytes: Buffer) => Buffer): Promise<{ code: unknown }> {
  await office.app.close();
  writeFileSync(path, damage(readFileSync(path)));
  return refusalOf(office.caller.register.open({ id: 'Office.register' }));
}

const withoutHeader = (bytes: Buffer) => {
  bytes.fill(0, 0, 100);
  return bytes;
};
/** Half of the pages behind the first twelve are noise. */
const withoutPages = (bytes: Buffer) => {
  for (let page = 12; page < bytes.length / 4_096; page += 2)
    bytes.fill(0xa5, page * 4_096, (page + 1) * 4_096);
  return bytes;
};

const kinds: [what: string, code: string, damage: (bytes: Buffer) => Buffer][] = [
  ['a header that is lost', 'register-foreign', withoutHeader],
  ['pages that are noise', 'register-damaged', withoutPages],
  ['a file that is cut short', 'register-damaged', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['a file of nothing', 'register-foreign', () => Buffer.alloc(0)],
  ['a letter', 'register-foreign', () => Buffer.from('Dear Ruth, the plan is attached.'.repeat(50))],
  [
    'the database of another program',
    'register-foreign',
    (bytes) => {
      bytes.writeUInt32BE(7, 68);
      return bytes;
    },
  ],
  [
    'a newer version',
    'register-newer',
    (bytes) => {
      bytes.writeUInt32BE(9_999, 60);
      return bytes;
    },
  ],
];

describe('a register that cannot be opened', () => {
  it.each(kinds)('because of %s is told of, and left byte for byte as it is', async (_what, code, damage) => {
    const made = await office.caller.backups.make();
    const refused = await openDamaged(damage);
    expect(refused.code).toBe(code);
    const bytes = readFileSync(path);
    expect((await office.caller.register.state()).failed).toBe('Office');
    const seen = await office.caller.rescue.look();
    expect(seen).toMatchObject({ name: 'Office', code, bytes: bytes.length, notGood: 0 });
    expect(seen?.newestGood).toEqual(made);
    const state = await office.caller.register.openBackup({ place: 'here', backupId: made.id });
    expect(state).toMatchObject({ failed: null, open: { name: 'Office restored 2010-10-12' } });
    expect(office.app.openedRegister().path).not.toBe(path);
    expect(checkRegister(office.app.openedRegister().db)).toEqual([]);
    expect(exportRegister(office.app.openedRegister()).actions).toHaveLength(4);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is turned away from without a trace', async () => {
    await openDamaged(withoutPages);
    const bytes = readFileSync(path);
    expect(await office.caller.register.leaveFailed()).toMatchObject({ failed: null, open: null });
    expect(await office.caller.rescue.look()).toBeNull();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(await refusalOf(office.caller.rescue.recover())).toMatchObject({ code: 'not-possible' });
  });

  it('is not told of where it is merely not there, or in use', async () => {
    await office.app.close();
    expect(await refusalOf(office.caller.register.open({ id: 'None.register' }))).toMatchObject({
      code: 'not-found',
    });
    expect((await office.caller.register.state()).failed).toBeNull();
  });

  it('offers the newest backup that is good, not the newest there is', async () => {
    const good = await office.caller.backups.make();
    const bad = await office.caller.backups.make();
    const spoilt = join(office.folder, 'backups', bad.id);
    const bytes = readFileSync(spoilt);
    bytes[9_000] = (bytes[9_000] ?? 0) ^ 4;
    writeFileSync(spoilt, bytes);
    await openDamaged(withoutHeader);
    expect(await office.caller.rescue.look()).toMatchObject({ newestGood: { id: good.id }, notGood: 1 });
  });

  it('is copied as it is, with its log, as often as asked', async () => {
    await openDamaged(withoutPages);
    writeFileSync(`${path}-wal`, 'what was saved last');
    const first = await office.caller.rescue.keepCopy();
    expect(first.files).toEqual(['Office.register', 'Office.register-wal']);
    expect(readFileSync(join(first.folder, 'Office.register')).equals(readFileSync(path))).toBe(true);
    const second = await office.caller.rescue.keepCopy();
    expect(second.folder).not.toBe(first.folder);
    expect(existsSync(first.folder)).toBe(true);
  });
});

describe('recovery of what can be read', () => {
  it('brings everything back where only the header is lost, from a backup’s first page', async () => {
    await office.caller.backups.make();
    await office.caller.plans.create({ title: 'After the backup', kind: 'plan', period: null });
    const before = exportRegister(office.register);
    await openDamaged(withoutHeader);
    const bytes = readFileSync(path);
    const found = await office.caller.rescue.recover();
    expect(found).toMatchObject({ register: { name: 'Office recovered 2010-10-12' }, lost: 0, unknown: [] });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await office.caller.register.open({ id: found.register.id });
    const register = office.app.openedRegister();
    expect(checkRegister(register.db)).toEqual([]);
    expect(exportRegister(register)).toEqual(before);
  });

  it('keeps what can be read, counts what cannot, and gives a sound register', async () => {
    for (let n = 0; n < 120; n += 1) {
      await office.caller.plans.create({
        title: `Plan ${n} ${'silt '.repeat(60)}`,
        kind: 'plan',
        period: null,
      });
    }
    const { plans } = exportRegister(office.register);
    await openDamaged((bytes) => {
      // Every fourth page that holds titles of plans.
      let nth = 0;
      for (let at = 0; at + 4_096 <= bytes.length; at += 4_096) {
        const holds = bytes.subarray(at, at + 4_096).includes('silt silt') && bytes[at] === 13;
        if (holds && nth++ % 4 === 0) bytes.fill(0xa5, at, at + 4_096);
      }
      return bytes;
    });
    const found = await office.caller.rescue.recover();
    await office.caller.register.open({ id: found.register.id });
    const register = office.app.openedRegister();
    expect(checkRegister(register.db)).toEqual([]);
    const kept = exportRegister(register).plans;
    const told = found.tables.find(({ what }) => what === 'Plans');
    expect(told?.kept).toBe(kept.length);
    expect(kept.length).toBeGreaterThan(30);
    expect(kept.length).toBeLessThan(plans.length);
    // Where the end of a table is lost nobody can say how many there were, and that is told instead of a number.
    if (!found.unknown.includes('Plans')) expect(kept.length + (told?.lost ?? 0)).toBe(plans.length);
    const known = new Map(plans.map((plan) => [plan.id, plan]));
    for (const plan of kept) expect(plan).toEqual(known.get(plan.id));
  });

  it('says so where nothing at all can be read', async () => {
    rmSync(join(office.folder, 'backups'), { recursive: true, force: true });
    await openDamaged(() => Buffer.from('not a register at all'.repeat(400)));
    const found = await office.caller.rescue.recover();
    expect(found).toMatchObject({ kept: 0 });
    expect(found.unknown.length).toBeGreaterThan(10);
  });
});
