import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegisterJson } from '#shared/contract/register.ts';
import { RolledForward } from '#shared/contract/years.ts';
import { jsonOf, run } from './command-line.ts';

let folder: string;
let register: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  register = join(folder, 'office.register');
  await run('example', '--register', register);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = async () => RegisterJson.parse(jsonOf(await run('export', '--register', register)));
const planOf = async (title: string) =>
  (await exported()).plans.find((plan) => plan.title === title)?.id ?? '';
const roll = (planId: string, ...more: string[]) =>
  run('roll-forward', planId, '--to', '2011-12', '--register', register, ...more);

describe('roll-forward on the command line', () => {
  it('carries what has not ended, closes what has, and says what was done', async () => {
    const planId = await planOf('Workforce action plan 2010-11');
    const before = await exported();
    const ran = await roll(planId, '--json');
    expect(ran.status, ran.err).toBe(0);
    const done = RolledForward.parse(jsonOf(ran));
    const { plans, actions, lineage } = await exported();
    const old = before.actions.filter((action) => action.planId === planId);
    const ended = old.filter(({ status }) => ['complete', 'closed'].includes(status?.state ?? ''));
    expect(done.counts).toMatchObject({ carried: old.length - ended.length, closed: ended.length });
    expect(plans.find(({ id }) => id === done.planId)).toMatchObject({
      title: 'Workforce action plan 2011-12',
      continuesPlanId: planId,
      period: { label: '2011-12' },
    });
    expect(actions.filter((action) => action.planId === done.planId)).toHaveLength(old.length - ended.length);
    expect(lineage?.filter(({ fromActionId }) => fromActionId !== null)).toHaveLength(old.length);
    expect(actions.filter((action) => action.planId === planId)).toEqual(old);
  });

  it('is taken back by undo, and gives a person the same in words', async () => {
    const before = await exported();
    expect((await run('undo', '--register', register)).out).toContain(
      'Roll forward of Workforce action plan',
    );
    const ran = await roll(await planOf('Workforce action plan 2010-11'));
    expect(ran.out).toContain('12 actions: 11 carried, 1 closed');
    expect((await exported()).actions).toHaveLength(before.actions.length);
  });

  it('refuses a plan that is not there, a year that it has already and a year without words, and writes nothing', async () => {
    const bytes = () => hash('sha256', readFileSync(register));
    const before = bytes();
    const again = await roll(await planOf('Workforce action plan 2010-11'), '--json');
    expect([again.status, jsonOf<{ error: { code: string } }>(again).error.code]).toEqual([3, 'conflict']);
    const nowhere = await roll('01900000-0000-7000-8000-00000000ffff', '--json');
    expect([nowhere.status, jsonOf<{ error: { code: string } }>(nowhere).error.code]).toEqual([
      3,
      'not-found',
    ]);
    expect((await roll('the workforce plan', '--json')).status).toBe(2);
    expect((await run('roll-forward', 'x', '--register', register, '--json')).status).toBe(2);
    expect(bytes()).toBe(before);
  });
});
