import { mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpAfterWork } from '#core/safety/after-work.ts';
import { mountIn } from '#core/safety/live-place.ts';
import { createSafety } from '#core/safety/safety.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());
const write = () => office.caller.plans.create({ title: 'A plan', kind: 'plan', period: null });

describe('a backup after 15 minutes of work', () => {
  it('is made once work is that old, not before, and not where nothing was written', async () => {
    let minutes = 0;
    let made = 0;
    const { register, app } = office;
    const work = backUpAfterWork(register, {
      covered: () => app.backups.good(register)[0]?.manifest?.revision ?? null,
      backUp: async () => {
        made += 1;
        await app.backups.ensure(register, 'work');
      },
      elapsed: () => minutes * 60_000,
      everyMs: 1_000_000,
    });
    const wait = async (to: number) => {
      for (; minutes < to; minutes += 0.5) {
        work.look();
        await app.backups.settled();
        await new Promise((done) => setImmediate(done));
      }
    };
    try {
      await wait(40);
      expect(made).toBe(0);
      await write();
      await wait(54);
      expect(made).toBe(0);
      await write();
      await wait(57);
      expect(made).toBe(1);
      expect(app.backups.list(register)).toMatchObject([{ reason: 'work', verdict: 'good' }]);
      await wait(120);
      expect(made).toBe(1);
      await office.caller.history.undo();
      await wait(140);
      expect(made).toBe(2);
    } finally {
      work.stop();
    }
  });
});

describe('how safe the register is', () => {
  it('is told: the place it lies in, with the way out, and moved there the old file stays under another name', async () => {
    await write();
    const { app } = office;
    const folder = join(office.folder, 'OneDrive - Saltby', 'Office');
    mkdirSync(folder, { recursive: true });
    expect((await office.caller.safety.standing()).live).toBeNull();
    expect(await refusalOf(office.caller.register.moveHome())).toMatchObject({ code: 'not-possible' });
    await office.caller.register.close();
    renameSync(join(office.folder, 'data', 'Office.register'), join(folder, 'Office.register'));
    await app.openPath(join(folder, 'Office.register'));
    const { live } = await office.caller.safety.standing();
    expect(live).toMatchObject({ kind: 'synchronised', moveTo: join(office.folder, 'data') });
    expect(live?.said).toMatch(/OneDrive copies while it is open/);
    const state = await office.caller.register.moveHome();
    expect(state.open?.name).toBe('Office');
    expect(app.openedRegister().path).toBe(join(office.folder, 'data', 'Office.register'));
    expect((await office.caller.plans.list()).map(({ title }) => title)).toEqual(['A plan']);
    expect(readdirSync(folder)).toEqual(['Office.register-moved-2010-10-12']);
    expect((await office.caller.safety.standing()).live).toBeNull();
  });

  it('says where the newest backup holds work that the register does not', async () => {
    const { app, register } = office;
    await write();
    await write();
    await office.caller.backups.make();
    expect((await office.caller.safety.standing()).behind).toBeNull();
    const held = app.backups.good(register)[0]?.manifest?.revision ?? 0;
    register.db.raw.prepare('UPDATE change_head SET revision = ?').run(held - 1);
    expect((await office.caller.safety.standing()).behind).toMatchObject({ acts: 1 });
  });

  it('on opening clears what a killed backup left, and no more', async () => {
    const backupsDir = join(office.folder, 'backups');
    mkdirSync(backupsDir, { recursive: true });
    const left = join(backupsDir, '.Office 2010-06-01T08-00-00.000Z close.register.part');
    writeFileSync(left, 'half');
    writeFileSync(join(backupsDir, 'mine.part'), 'mine');
    for (const name of [left, join(backupsDir, 'mine.part')]) utimesSync(name, 1, 1);
    const safety = createSafety(office.app.options, office.app.backups);
    safety.opened(office.register);
    safety.closing();
    expect(readdirSync(backupsDir)).toEqual(['mine.part']);
  });
});

describe('the mount that holds a folder', () => {
  const text = [
    '22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw',
    '36 22 0:31 / /mnt/share\\040one rw shared:17 - cifs //server/plans rw',
    '37 22 8:17 / /media/ruth/STICK rw shared:18 - vfat /dev/sdb1 rw',
  ].join('\n');
  it.each([
    ['/home/ruth', { fileSystem: 'ext4', removable: null }],
    ['/mnt/share one/office', { fileSystem: 'cifs', removable: null }],
    ['/mnt/share', { fileSystem: 'ext4', removable: null }],
    ['/media/ruth/STICK/office', { fileSystem: 'vfat', removable: true }],
  ])('of %s', (folder, mount) => {
    expect(mountIn(text, folder, () => null)).toEqual(mount);
  });
});
