import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { fileNameFrom, pathOfId } from '#core/register/file-names.ts';
import { checkRegister } from '#db/integrity.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

describe('fileNameFrom', () => {
  it.each([
    ['Early Years Office', 'Early Years Office.register'],
    ['  ../..\\secret: plans?  ', 'secret plans.register'],
    ['Office.register', 'Office.register'],
    ['CON', 'CON register.register'],
    ['con.txt', 'con.txt register.register'],
    ['Plan\u202etxt.exe', 'Plantxt.exe.register'],
    ['Année 2010/11', 'Année 2010 11.register'],
  ])('makes of "%s" the file %s', (words, name) => {
    expect(fileNameFrom(words)).toBe(name);
  });

  it('asks for a name where nothing is left', () => {
    expect(() => fileNameFrom(' ./.. ')).toThrow('needs a name');
  });

  it('never leaves the folder and never ends as Windows forbids, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'binary' }), (words) => {
        let name: string;
        try {
          name = fileNameFrom(words);
        } catch {
          return;
        }
        expect(pathOfId('/data', name)).toBe(join('/data', name));
        expect(name).not.toMatch(/[<>:"/\\|?*\0]|[. ]\.register$/);
        expect(name.length).toBeLessThan(150);
      }),
    );
  });
});

describe('registers of the office', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('are made, listed, opened and closed by name', async () => {
    const { register } = office.caller;
    const made = await register.create({
      name: 'Harbour: plans',
      partnership: 'Harbour Early Years Partnership ',
    });
    expect(made.open).toMatchObject({
      name: 'Harbour plans',
      partnership: 'Harbour Early Years Partnership',
      year: '2010-11',
      counts: { plans: 0, actions: 0, kpis: 0, people: 0, tray: 0 },
      undo: null,
      redo: null,
    });
    expect((await register.list()).map(({ id }) => id).sort()).toEqual([
      'Harbour plans.register',
      'Office.register',
    ]);
    expect((await register.open({ id: 'Office.register' })).open?.name).toBe('Office');
    expect((await register.close()).open).toBeNull();
  });

  it('are never made over one another', async () => {
    expect(
      await refusalOf(
        office.caller.register
          .create({ name: 'office', partnership: '' })
          .then(() => office.caller.register.create({ name: 'office', partnership: '' })),
      ),
    ).toMatchObject({ code: 'conflict' });
  });

  it.each([
    '../Office.register',
    '/etc/passwd',
    'Office.register\0',
    '.hidden.register',
    'C:\\Office.register',
    'notes.txt',
  ])('are not opened by a path (%s)', async (id) => {
    expect(await refusalOf(office.caller.register.open({ id }))).toMatchObject({ code: 'not-found' });
  });

  it('do not list what is no register file', async () => {
    writeFileSync(join(office.folder, 'data', 'letter.docx'), '');
    writeFileSync(join(office.folder, 'data', '.half.register'), '');
    expect((await office.caller.register.list()).map(({ id }) => id)).toEqual(['Office.register']);
  });

  it('tell what they hold, what Undo would say, and grow their revision with every act, undo and redo', async () => {
    const open = async () => (await office.caller.register.state()).open;
    const before = await open();
    await samplePlan(office);
    const after = await open();
    expect(after).toMatchObject({
      counts: { plans: 1, actions: 4, people: 1 },
      undo: '2 actions added to Harbour Early Years Plan',
      redo: null,
    });
    await office.caller.history.undo();
    expect((await open())?.redo).toBe('2 actions added to Harbour Early Years Plan');
    const undone = (await open())?.revision ?? 0;
    expect(undone).toBeGreaterThan(after?.revision ?? 0);
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
  });

  it('are exported in the form of the contract', async () => {
    await samplePlan(office);
    const json = exportRegister(office.register);
    expect(RegisterJson.parse(json)).toEqual(json);
    expect(json.actions.map(({ ref }) => ref)).toEqual(['1.1', '1.2', '2.1', '2.2']);
  });

  it('give an example of an invented office, told on a day of its own', async () => {
    const { open, today } = await office.caller.register.createExample();
    expect(open?.name).toBe('Example');
    expect(today).toBe('2010-10-12');
    expect(open?.counts.actions).toBeGreaterThanOrEqual(120);
    expect(open?.undo).toBeNull();
    expect(checkRegister(office.app.openedRegister().db)).toEqual([]);
    const home = await office.caller.home.get();
    expect(home.overdue.total).toBeGreaterThan(0);
    expect(home.overdue.total).toBeLessThan(30);
    expect((await office.caller.register.createExample()).open?.name).toBe('Example 2');
    office.setToday('2026-11-21');
    expect((await office.caller.register.state()).today).toBe('2010-10-12');
    expect((await office.caller.register.close()).today).toBe('2026-11-21');
  });

  it('keep their settings, part by part', async () => {
    const { settings } = office.caller;
    await settings.set({ financialYearStart: 9 });
    await settings.set({ outcomes: ['Be healthy'] });
    expect(await settings.get()).toEqual({
      partnership: '',
      financialYearStart: 9,
      academicYearStart: 9,
      outcomes: ['Be healthy'],
    });
    expect((await office.caller.register.state()).open?.year).toBe('2010-11');
    await office.caller.history.undo();
    expect((await settings.get()).outcomes).toEqual([]);
  });
});

describe('backups', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await samplePlan(office);
  });
  afterEach(() => office.close());

  it('are made by hand, verified, and listed newest first', async () => {
    const made = await office.caller.backups.make();
    expect(made).toMatchObject({ reason: 'by-hand', verdict: 'good', counts: { actions: 4 } });
    expect((await office.caller.backups.list()).backups).toMatchObject([{ ...made, place: 'here' }]);
    expect((await office.caller.register.state()).open?.backup).toEqual(made);
  });

  it('are not made again before an act while the newest holds all there is', async () => {
    const { app, register } = office;
    await app.backups.ensure(register, 'before-import');
    await app.backups.ensure(register, 'before-import');
    expect(app.backups.list(register)).toHaveLength(1);
    await office.caller.history.undo();
    await app.backups.ensure(register, 'before-import');
    expect(app.backups.list(register)).toHaveLength(2);
  });

  it('are restored beside the register, which stays as it is', async () => {
    const before = exportRegister(office.register);
    const made = await office.caller.backups.make();
    await office.caller.plans.create({ title: 'Later', kind: 'plan', period: null });
    const { register } = await office.caller.backups.restore({ backupId: made.id });
    expect(register.id).toBe('Office restored 2010-10-12.register');
    expect((await office.caller.plans.list()).map(({ title }) => title)).toContain('Later');
    await office.caller.register.open({ id: register.id });
    expect(exportRegister(office.app.openedRegister())).toEqual(before);
    await office.caller.register.open({ id: 'Office.register' });
    const again = await office.caller.backups.restore({ backupId: made.id });
    expect(again.register.id).toBe('Office restored 2010-10-12 2.register');
  });

  it('are not restored by a path', async () => {
    const call = office.caller.backups.restore({ backupId: '../data/Office.register' });
    expect(await refusalOf(call)).toMatchObject({ code: 'not-found' });
  });
});
