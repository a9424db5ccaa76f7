import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const content = () => exportRegister(office.register);
const inData = (pattern: RegExp) =>
  readdirSync(join(office.folder, 'data')).filter((name) => pattern.test(name));

describe('a backup beside the register', () => {
  it('is compared with it: counts, last acts, differences, plans; and nothing is left of the copy', async () => {
    const made = await office.caller.backups.make();
    const later = await office.caller.plans.create({ title: 'Later plan', kind: 'plan', period: null });
    await office.caller.plans.remove({ planId: plan.planId });
    const seen = await office.caller.restore.compare({ place: 'here', backupId: made.id });
    expect(seen.backup).toEqual(made);
    expect(seen.counts.find(({ what }) => what === 'Actions')).toEqual({ what: 'Actions', was: 4, is: 0 });
    expect(seen.lastThen[0]?.label).toBe('2 actions added to Harbour Early Years Plan');
    expect(seen.lastNow[0]?.label).toMatch(/Harbour Early Years Plan/);
    expect(seen.changes).toContainEqual(
      expect.objectContaining({ kind: 'added', record: 'plan', planId: later.planId }),
    );
    expect(seen.plans).toEqual([
      expect.objectContaining({ title: 'Harbour Early Years Plan', stillThere: false }),
    ]);
    expect(inData(/^\.beside/)).toEqual([]);
  });

  it('is refused where a byte of it has changed', async () => {
    const made = await office.caller.backups.make();
    const path = join(office.folder, 'backups', made.id);
    const bytes = readFileSync(path);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const call = office.caller.restore.compare({ place: 'here', backupId: made.id });
    expect(await refusalOf(call)).toMatchObject({ code: 'backup-damaged' });
    expect(inData(/^\./)).toEqual([]);
  });

  it.each(['../data/Office.register', 'none.register'])(
    'is not opened by another name (%s)',
    async (backupId) => {
      for (const place of ['here', 'received', 'second'] as const) {
        expect(await refusalOf(office.caller.restore.compare({ place, backupId }))).toMatchObject({
          code: 'not-found',
        });
      }
    },
  );
});

describe('bringing back one plan', () => {
  it('that was deleted gives it back as it was, in one act that Undo takes back', async () => {
    const before = content();
    const { id: backupId } = await office.caller.backups.make();
    await office.caller.plans.remove({ planId: plan.planId });
    const other = await office.caller.plans.create({ title: 'Other', kind: 'plan', period: null });
    const after = content();
    const wanted = { place: 'here' as const, backupId, planId: plan.planId };
    const preview = await office.caller.restore.planPreview(wanted);
    expect(preview).toMatchObject({ title: 'Harbour Early Years Plan', changes: 0, goes: 0 });
    expect(preview.comesBack).toBeGreaterThan(8);
    expect(await office.caller.restore.bringBackPlan(wanted)).toEqual(preview);
    const now = content();
    expect(now.actions).toEqual(before.actions);
    expect(now.sections).toEqual(before.sections);
    expect(now.plans.map(({ id }) => id).sort()).toEqual([plan.planId, other.planId].sort());
    expect(checkRegister(office.register.db)).toEqual([]);
    expect((await office.caller.register.state()).open?.undo).toBe(
      '“Harbour Early Years Plan” as it was in the backup of 12 October 2010',
    );
    await office.caller.history.undo();
    expect(content()).toEqual(after);
    expect(checkRegister(office.register.db)).toEqual([]);
  });

  it('that was changed sets back words and rows, and leaves other plans alone', async () => {
    const { id: backupId } = await office.caller.backups.make();
    const before = content();
    await office.caller.plans.removeActions({ actionIds: [plan.actions[0]] });
    await office.caller.plans.addActions({
      planId: plan.planId,
      sectionId: plan.second,
      afterActionId: null,
      rows: [{ ref: '2.3', text: 'Added since' }],
    });
    const wanted = { place: 'here' as const, backupId, planId: plan.planId };
    const told = await office.caller.restore.bringBackPlan(wanted);
    expect(told.goes).toBe(1);
    expect(told.comesBack).toBeGreaterThanOrEqual(4);
    expect(content().actions).toEqual(before.actions);
    expect(checkRegister(office.register.db)).toEqual([]);
    expect(await refusalOf(office.caller.restore.bringBackPlan(wanted))).toMatchObject({
      code: 'not-possible',
    });
    const noPlan = { ...wanted, planId: plan.actions[0] };
    expect(await refusalOf(office.caller.restore.planPreview(noPlan))).toMatchObject({ code: 'not-found' });
  });
});

describe('moving to another laptop', () => {
  it('takes two steps, and what arrives is what was sent', async () => {
    const before = content();
    const bundle = await office.caller.restore.bundle();
    expect(bundle.name).toBe('Office, 2010-10-12.moved-register');
    const other = await openOffice();
    try {
      await other.app.close();
      const received = await other.caller.restore.receive({ files: [bundle] });
      expect(received).toMatchObject({
        register: 'Office',
        proved: true,
        backup: { counts: { actions: 4 } },
      });
      // The very same again is no trouble.
      await other.caller.restore.receive({ files: [bundle] });
      const at = { place: 'received' as const, backupId: received.backup.id };
      const state = await other.caller.register.openBackup(at);
      expect(state.open?.name).toBe('Office restored 2010-10-12');
      expect(exportRegister(other.app.openedRegister())).toEqual(before);
      expect(checkRegister(other.app.openedRegister().db)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('refuses what was changed on the way, what lacks its backup, and what is something else', async () => {
    const bundle = await office.caller.restore.bundle();
    const bytes = Buffer.from(bundle.base64, 'base64');
    const refused = async (sent: Uint8Array, name = bundle.name) => {
      const files = [{ name, base64: Buffer.from(sent).toString('base64') }];
      return (await refusalOf(office.caller.restore.receive({ files }))).code;
    };
    const known = ['file-damaged', 'backup-damaged', 'register-damaged'];
    for (let n = 0; n < 12; n += 1) {
      const changed = Buffer.from(bytes);
      const at = 200 + Math.floor((n * (bytes.length - 1_500)) / 12);
      changed[at] = (changed[at] ?? 0) ^ (1 << (n % 8));
      expect(known, `byte ${at}`).toContain(await refused(changed));
    }
    expect(await refused(bytes.subarray(0, 3_000))).toBe('file-damaged');
    expect(await refused(zipSync({ 'letter.txt': strToU8('Dear Ruth') }))).toBe('nothing-found');
    expect(await refused(Buffer.from('%PDF-1.4'), 'letter.pdf')).toBe('nothing-found');
    expect(inData(/Received|^\./)).toEqual([]);
  });

  it('takes a register without its record and says that nothing proves it; a planted trigger is refused', async () => {
    const { id } = await office.caller.backups.make();
    const bytes = readFileSync(join(office.folder, 'backups', id));
    const file = { name: 'Harbour.register', base64: bytes.toString('base64') };
    expect(await office.caller.restore.receive({ files: [file] })).toMatchObject({
      register: 'Harbour',
      proved: false,
    });
    mkdirSync(join(office.folder, 'planted'));
    const path = join(office.folder, 'planted', 'Planted.register');
    writeFileSync(path, bytes);
    const raw = new Database(path);
    raw.exec('CREATE TRIGGER sly AFTER INSERT ON plans BEGIN DELETE FROM people; END');
    raw.close();
    const planted = { name: 'Planted.register', base64: readFileSync(path).toString('base64') };
    expect(await refusalOf(office.caller.restore.receive({ files: [planted] }))).toMatchObject({
      code: 'register-damaged',
    });
  });
});
