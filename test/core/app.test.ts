import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from './office.ts';

describe('the core', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ automaticBackups: true });
  });
  afterEach(() => office.close());

  it('refuses what needs a register while none is open', async () => {
    await office.app.close();
    expect(await refusalOf(office.caller.plans.list())).toMatchObject({ code: 'no-register' });
    expect((await office.caller.register.state()).open).toBeNull();
  });

  it('opens one register at a time and keeps the one it has where another is refused', async () => {
    const foreign = join(office.folder, 'data', 'letter.register');
    writeFileSync(foreign, 'not a register');
    expect(await refusalOf(office.caller.register.open({ id: 'letter.register' }))).toMatchObject({
      code: 'register-foreign',
    });
    expect((await office.caller.register.state()).open?.name).toBe('Office');
  });

  it('gives the same register back when it is asked to open it twice', async () => {
    expect(await office.app.openPath(office.register.path)).toBe(office.register);
  });

  it('answers a request that does not fit the contract with where it does not fit', async () => {
    const refusal = await refusalOf(office.caller.plans.get({ planId: 'next year' }));
    expect(refusal.code).toBe('wrong-use');
    expect(refusal.message).toContain('planId');
  });

  it('logs a fault and tells the officer nothing of its inside', async () => {
    office.register.db.raw.exec('DROP TABLE glossary; DROP TABLE duty_answers');
    const planId = (await office.caller.plans.create({ title: 'Plan', kind: 'plan', period: null })).planId;
    const refusal = await refusalOf(office.caller.plans.remove({ planId }));
    expect(refusal.code).toBe('fault');
    expect(refusal.message).not.toContain('glossary');
    const [entry] = office.log;
    expect(entry).toMatchObject({ level: 'fault', what: 'plans.remove' });
    expect(refusal.message).toContain(entry?.reference);
  });

  it('makes no backup of a register in which nothing was done', async () => {
    await office.app.close();
    expect(existsSync(office.app.options.backupsDir)).toBe(false);
  });

  it('makes a backup on closing what was changed, and none again when it is only opened and closed', async () => {
    await office.caller.plans.create({ title: 'Plan', kind: 'plan', period: null });
    await office.app.close();
    const backups = () =>
      readdirSync(office.app.options.backupsDir).filter((name) => name.endsWith('.register'));
    expect(backups()).toHaveLength(1);
    await office.app.openPath(office.register.path);
    await office.app.close();
    expect(backups()).toHaveLength(1);
  });

  it('says why an automatic backup was not made, and goes on working', async () => {
    writeFileSync(office.app.options.backupsDir, 'a file where the folder should be');
    await office.caller.plans.create({ title: 'Plan', kind: 'plan', period: null });
    await office.app.backups.ensureQuietly(office.app.openedRegister(), 'start');
    const state = await office.caller.register.state();
    expect(state.open?.backupTrouble).toContain('Your work is saved');
    expect(state.open?.counts.plans).toBe(1);
  });
});
