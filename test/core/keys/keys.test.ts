import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from '#db/queries/register-json.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

const entry = (state: KeyEntry['state'], label: string, colour: string): KeyEntry => ({
  state,
  label,
  colour,
  shape: 'disc',
  definition: `Means ${label}`,
});

describe('the key of a plan', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const set = (entries: KeyEntry[], planId: string | null = plan.planId) =>
    office.caller.keys.set({ planId, entries });
  const say = (status: string, actionId = plan.actions[0]) =>
    office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId, field: 'status', text: status }],
    });
  const past = async () => (await office.caller.plans.action({ actionId: plan.actions[0] })).progress;

  it('may have several words for one state, and a status keeps the one it was given', async () => {
    await set([entry('complete', 'Done', '#173a9c'), entry('complete', 'Done early', '#003366')]);
    const { actions } = await say('Done early');
    expect(actions[0]?.status).toEqual({ state: 'complete', label: 'Done early' });
  });

  it('never re-words or recolours what was said before it was changed', async () => {
    await set([entry('on-track', 'Green', '#16724f'), entry('off-track', 'Red', '#ae130e')]);
    await say('Green  Going well');
    await set([entry('on-track', 'Amber', '#b27212'), entry('off-track', 'Red', '#ae130e')]);
    expect(await past()).toMatchObject([
      { status: { state: 'on-track', label: 'Green' }, statusColour: '#16724f', text: 'Going well' },
    ]);
    await say('Amber');
    await set([entry('on-track', 'Blue', '#173a9c')]);
    expect((await past()).map((one) => [one.status?.label, one.statusColour])).toEqual([
      ['Amber', '#b27212'],
      ['Green', '#16724f'],
    ]);
  });

  it('touches no update whose colour stays', async () => {
    await set([entry('on-track', 'Green', '#16724f'), entry('off-track', 'Red', '#ae130e')]);
    await say('Red');
    await set([entry('on-track', 'Verdant', '#003300'), entry('off-track', 'Red', '#ae130e')]);
    expect((await past())[0]).not.toHaveProperty('statusColour');
  });

  it('leaves snapshots and the reports made from them as they were', async () => {
    await set([entry('on-track', 'Green', '#16724f')]);
    await say('Green');
    const { id } = await office.caller.snapshots.take({ name: 'Before' });
    const report = () =>
      office.caller.reports.make({ report: 'plan', planId: plan.planId, snapshotId: id, format: 'html' });
    const frozen = () => readRegister(office.register.db).snapshots[0];
    const [before, paper] = [frozen(), await report()];
    await set([entry('on-track', 'Amber', '#b27212')]);
    expect(frozen()).toEqual(before);
    expect(await report()).toEqual(paper);
  });

  it('is taken back with all the colours that it kept by one Undo', async () => {
    await set([entry('on-track', 'Green', '#16724f')]);
    await say('Green');
    const before = JSON.stringify(readRegister(office.register.db));
    await set([entry('on-track', 'Amber', '#b27212')]);
    expect(JSON.stringify(readRegister(office.register.db))).not.toBe(before);
    await office.caller.history.undo();
    expect(JSON.stringify(readRegister(office.register.db))).toBe(before);
  });

  it('is the office’s where the plan has none, and keeps the past there too', async () => {
    await set([entry('on-track', 'Going', '#16724f')], null);
    const key = await office.caller.keys.get({ planId: plan.planId });
    expect(key).toMatchObject({ own: false, entries: [{ label: 'Going' }] });
    await say('Going');
    await set([], null);
    const { plan: shown } = await office.caller.plans.get({ planId: plan.planId });
    expect(shown.key).toEqual([]);
    expect(await past()).toMatchObject([{ status: { label: 'Going' } }]);
    expect((await office.caller.keys.get({ planId: null })).used).toEqual([
      { state: 'on-track', label: 'Going', actions: 1 },
    ]);
  });

  it('goes back to the office’s by an empty list', async () => {
    await set([entry('on-track', 'Going', '#16724f')], null);
    await set([entry('on-track', 'Green', '#16724f')]);
    await set([]);
    expect(await office.caller.keys.get({ planId: plan.planId })).toMatchObject({
      own: false,
      entries: [{ label: 'Going' }],
    });
  });

  it('is refused with one word for two states, without a word, or with a colour that is none', async () => {
    const two = [entry('on-track', 'Green', '#16724f'), entry('complete', 'green ', '#173a9c')];
    expect(await refusalOf(set(two))).toMatchObject({ code: 'wrong-use' });
    expect(await refusalOf(set([entry('on-track', ' ', '#16724f')]))).toMatchObject({ code: 'wrong-use' });
    expect(await refusalOf(set([entry('on-track', 'Green', 'green')]))).toMatchObject({ code: 'wrong-use' });
  });
});
