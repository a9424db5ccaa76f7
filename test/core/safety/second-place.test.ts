import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TooSlow, within } from '#core/safety/patience.ts';
import { markName } from '#core/safety/place-mark.ts';
import { listBackups } from '#db/backup.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

let office: Office;
let outside = '';
let stick = '';
beforeEach(async () => {
  office = await openOffice();
  await samplePlan(office);
  outside = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  stick = join(outside, 'stick');
  mkdirSync(stick);
});
afterEach(async () => {
  await office.close();
  rmSync(outside, { recursive: true, force: true });
});

const safety = () => office.caller.safety;
const backups = () => readdirSync(stick).filter((name) => name.endsWith('.register'));
const choose = async (folder: string | null = stick, anyway = false) => {
  await safety().setSecondPlace({ folder, anyway });
  return (await safety().copyNow()).second;
};

describe('the second place of backups', () => {
  it('gets every good backup with its record, whole, and is told of as such', async () => {
    const made = await office.caller.backups.make();
    expect(await choose()).toMatchObject({ folder: stick, state: 'ready', waiting: 0, lastAt: made.at });
    expect(listBackups(stick)).toMatchObject([{ id: made.id, verdict: 'good', sha256: made.sha256 }]);
    await office.caller.plans.create({ title: 'Later', kind: 'plan', period: null });
    const later = await office.caller.backups.make();
    await safety().copyNow();
    expect(listBackups(stick).map(({ id }) => id)).toEqual([later.id, made.id]);
    // A backup there is opened like one that is here.
    const seen = await office.caller.restore.compare({ place: 'second', backupId: later.id });
    expect(seen.changes).toEqual([]);
  });

  it('may vanish: nothing is touched, it is told calmly, and it is caught up with when it is back', async () => {
    await office.caller.backups.make();
    await choose();
    renameSync(stick, `${stick} out`);
    await office.caller.plans.create({ title: 'Later', kind: 'plan', period: null });
    const made = await office.caller.backups.make();
    const { second, trouble } = await safety().copyNow();
    expect(second).toMatchObject({ state: 'away', waiting: 1 });
    expect(second?.said).toMatch(/is not connected\. Your work and the backups on this machine are safe/);
    expect(trouble).toBeNull();
    expect(readdirSync(outside)).toEqual(['stick out']);
    renameSync(`${stick} out`, stick);
    expect((await safety().copyNow()).second).toMatchObject({ state: 'ready', waiting: 0, lastAt: made.at });
    expect(listBackups(stick)).toHaveLength(2);
  });

  it('that is empty or another is not written to until it is chosen again', async () => {
    await office.caller.backups.make();
    await choose();
    rmSync(stick, { recursive: true });
    mkdirSync(stick);
    expect((await safety().copyNow()).second).toMatchObject({ state: 'replaced' });
    expect(readdirSync(stick)).toEqual([]);
    expect(await refusalOf(safety().setSecondPlace({ folder: stick }))).toMatchObject({ code: 'conflict' });
    expect(await choose(stick, true)).toMatchObject({ state: 'ready', waiting: 0 });
    expect(backups()).toHaveLength(1);
    expect(office.app.backups.list(office.register)).toHaveLength(1);
  });

  it('may be shared: what others put there is never touched, and no file is overwritten', async () => {
    const mine = await office.caller.backups.make();
    writeFileSync(join(stick, 'notes.txt'), 'mine');
    const others = 'Office 2009-01-01T09-00-00.000Z close.register';
    writeFileSync(join(stick, others), 'theirs');
    const record = JSON.parse(readFileSync(join(office.folder, 'backups', `${mine.id}.json`), 'utf8'));
    const { seal: _seal, ...plain } = record;
    writeFileSync(
      join(stick, `${others}.json`),
      JSON.stringify({ ...plain, id: others, madeBy: 'another laptop' }),
    );
    await choose();
    for (let n = 0; n < 8; n += 1) {
      await office.caller.plans.create({ title: `Plan ${n}`, kind: 'plan', period: null });
      await office.caller.backups.make();
    }
    await safety().copyNow();
    expect(readFileSync(join(stick, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(stick, others), 'utf8')).toBe('theirs');
    // Ours are thinned out there as here.
    expect(backups().length - 1).toBe(office.app.backups.good(office.register).length);
    const [newest] = office.app.backups.good(office.register);
    rmSync(join(stick, `${newest?.id}.json`));
    writeFileSync(join(stick, newest?.id ?? ''), 'in the way');
    const after = await office.caller.backups.make();
    const { second } = await safety().copyNow();
    expect(second).toMatchObject({ state: 'unlike', waiting: 1 });
    expect(second?.said).toMatch(/another file there has its name\. Your work and the backups .* are safe/);
    expect(readFileSync(join(stick, newest?.id ?? ''), 'utf8')).toBe('in the way');
    // The others are copied all the same.
    expect(backups()).toContain(after.id);
  });

  it('that was given up while a copy was under way stays given up', async () => {
    for (let n = 0; n < 3; n += 1) await office.caller.backups.make();
    await safety().setSecondPlace({ folder: stick });
    await safety().setSecondPlace({ folder: null });
    const other = join(outside, 'other stick');
    mkdirSync(other);
    await safety().setSecondPlace({ folder: other });
    expect((await safety().copyNow()).second).toMatchObject({ folder: other, state: 'ready', waiting: 0 });
    expect(readdirSync(other).filter((name) => name.endsWith('.register'))).toHaveLength(3);
  });

  it('is refused where it would be no second place, and given up when asked', async () => {
    for (const folder of ['Backups', 'H:Backups']) {
      expect(await refusalOf(safety().setSecondPlace({ folder })), folder).toMatchObject({
        code: 'wrong-use',
      });
    }
    for (const inside of ['data', 'backups', '']) {
      await office.caller.backups.make();
      const folder = join(office.folder, inside);
      expect(await refusalOf(safety().setSecondPlace({ folder })), folder).toMatchObject({
        code: 'wrong-use',
      });
    }
    expect(await refusalOf(safety().setSecondPlace({ folder: join(outside, 'none') }))).toMatchObject({
      code: 'not-found',
    });
    await choose();
    expect(await choose(null)).toBeNull();
    expect(readdirSync(stick)).toContain(markName);
    expect(await refusalOf(safety().chooseFolder())).toMatchObject({ code: 'not-possible' });
  });

  it('that hangs is given up: nobody waits for it', async () => {
    const never = new Promise<never>(() => undefined);
    await expect(within(() => never, 20)).rejects.toBeInstanceOf(TooSlow);
    await office.app.safety.second.settled(20);
  });
});
