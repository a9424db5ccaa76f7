import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackupsList } from '#shared/contract/office.ts';
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

const list = (): Promise<BackupsList> => office.caller.backups.list();
const told = ({ backups }: BackupsList) => backups.map(({ place, check }) => `${place} ${check}`);
const settled = async (): Promise<BackupsList> => {
  await expect
    .poll(async () => told(await list()).filter((one) => /waiting|checking/.test(one)), { timeout: 20_000 })
    .toEqual([]);
  return list();
};
const useStick = async () => {
  await office.caller.safety.setSecondPlace({ folder: stick });
  await office.caller.safety.copyNow();
  await expect
    .poll(async () => told(await list()).some((one) => one.startsWith('second')), { timeout: 20_000 })
    .toBe(true);
};
/** One bit, with the time of modification as it was: as a disk goes bad. */
const flip = (path: string) => {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[9_000] = (bytes[9_000] ?? 0) ^ 4;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
};
const fileOf = (id: string) => join(office.folder, 'backups', id);

describe('the list of backups', () => {
  it('is there at once by what the records say, and knows each byte a moment later', async () => {
    await office.caller.backups.make();
    const made = await office.caller.backups.make();
    const first = await list();
    expect(first.places).toMatchObject([{ place: 'here', state: 'there', said: null }]);
    expect(told(first)).toEqual(['here checking', 'here waiting']);
    expect(first.backups[0]).toMatchObject({ ...made, register: 'Office', elsewhere: false });
    expect(told(await settled())).toEqual(['here checked', 'here checked']);
  });

  it('shows a flipped bit and a lost record as what they are, and never leans on a damaged one again', async () => {
    const whole = await office.caller.backups.make();
    const bad = await office.caller.backups.make();
    const lone = await office.caller.backups.make();
    flip(fileOf(bad.id));
    rmSync(`${fileOf(lone.id)}.json`);
    expect((await office.caller.register.state()).open?.backup?.id).toBe(bad.id);
    const { backups } = await settled();
    const of = (id: string) => backups.find((one) => one.id === id);
    expect(of(whole.id)).toMatchObject({ check: 'checked', verdict: 'good' });
    expect(of(bad.id)).toMatchObject({ check: 'damaged', verdict: expect.stringMatching(/has changed/) });
    expect(of(lone.id)).toMatchObject({ check: 'unrecorded' });
    expect((await office.caller.register.state()).open?.backup?.id).toBe(whole.id);
    // Whatever the list said before: restoring reads every byte.
    for (const { id } of [bad, lone]) {
      expect(await refusalOf(office.caller.backups.restore({ backupId: id })), id).toMatchObject({
        code: 'backup-damaged',
      });
    }
  });

  it('does not take a backup for read that was written since', async () => {
    const { id } = await office.caller.backups.make();
    await settled();
    const bytes = readFileSync(fileOf(id));
    bytes[9_000] = (bytes[9_000] ?? 0) ^ 4;
    writeFileSync(fileOf(id), bytes);
    expect(told(await settled())).toEqual(['here damaged']);
  });

  it('holds the copies of the second place, which are restored like the others, and damage there too', async () => {
    const made = await office.caller.backups.make();
    const other = await office.caller.backups.make();
    await useStick();
    expect(told(await settled())).toEqual([
      'here checked',
      'here checked',
      'second checked',
      'second checked',
    ]);
    flip(join(stick, other.id));
    utimesSync(join(stick, other.id), new Date(), new Date());
    await expect
      .poll(async () => told(await list()), { timeout: 20_000 })
      .toEqual(['here checked', 'here checked', 'second damaged', 'second checked']);
    const at = { place: 'second' as const };
    expect((await office.caller.backups.restore({ ...at, backupId: made.id })).register.name).toBe(
      'Office restored 2010-10-12',
    );
    expect(await refusalOf(office.caller.backups.restore({ ...at, backupId: other.id }))).toMatchObject({
      code: 'backup-damaged',
    });
  }, 120_000);

  it('says calmly that a stick is out, keeps in mind what was on it, and catches up when it is back', async () => {
    const made = await office.caller.backups.make();
    await useStick();
    renameSync(stick, `${stick} out`);
    await expect
      .poll(async () => told(await list()), { timeout: 20_000 })
      .toEqual(['here checked', 'second away']);
    await expect
      .poll(async () => (await list()).places[1], { timeout: 20_000 })
      .toMatchObject({
        ...{ place: 'second', folder: stick, state: 'away' },
        said: expect.stringMatching(/^Not there at the moment/),
      });
    expect((await office.caller.safety.standing()).second?.state).toBe('away');
    expect(
      await refusalOf(office.caller.backups.restore({ place: 'second', backupId: made.id })),
    ).toMatchObject({ code: 'not-found' });
    renameSync(`${stick} out`, stick);
    await expect
      .poll(async () => told(await list()), { timeout: 20_000 })
      .toEqual(['here checked', 'second checked']);
    await expect
      .poll(async () => (await office.caller.safety.standing()).second?.state, { timeout: 20_000 })
      .toBe('ready');
  }, 120_000);

  it('leaves a backup that is damaged here out of the second place, and copies the others', async () => {
    const whole = await office.caller.backups.make();
    const bad = await office.caller.backups.make();
    flip(fileOf(bad.id));
    await useStick();
    const { second } = await office.caller.safety.standing();
    expect(second).toMatchObject({ state: 'ready', waiting: 0 });
    const there = (await settled()).backups.filter(({ place }) => place === 'second');
    expect(there.map(({ id }) => id)).toEqual([whole.id]);
  });

  it('holds what was received, of whichever register, and a file without its record as unproved', async () => {
    const { id } = await office.caller.backups.make();
    const bundle = await office.caller.restore.bundle();
    const other = await openOffice();
    try {
      await other.caller.restore.receive({ files: [bundle] });
      const received = join(other.folder, 'data', 'Received');
      copyFileSync(fileOf(id), join(received, id));
      const seen = await other.caller.backups.list();
      expect(seen.places.map(({ place }) => place)).toEqual(['here', 'received']);
      expect(told(seen).sort()).toEqual(['received checking', 'received unrecorded']);
      const [sent] = seen.backups.filter(({ check }) => check === 'checking');
      expect(sent).toMatchObject({ register: 'Office', elsewhere: true, reason: 'before-move' });
      const at = { place: 'received' as const, backupId: sent?.id ?? '' };
      expect((await other.caller.backups.restore(at)).register.name).toBe('Office restored 2010-10-12');
      expect((await other.caller.restore.compare(at)).backup.id).toBe(sent?.id);
    } finally {
      await other.close();
    }
  });
});
