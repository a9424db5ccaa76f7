import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from '#db/queries/register-json.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const kept = async (planId = plan.planId) =>
  (await office.caller.checks.retention()).plans.find((one) => one.planId === planId);

describe('how long plans are kept', () => {
  it('is for ever until the office says so, and nothing goes by itself', async () => {
    office.setToday('2099-01-01');
    expect(await kept()).toMatchObject({ years: null, until: null, past: false });
    await office.caller.checks.setRetention({ planId: null, years: 6 });
    expect(await kept()).toMatchObject({ end: '2011-03-31', years: 6, until: '2017-03-31', past: true });
    expect((await office.caller.plans.list()).map(({ id }) => id)).toContain(plan.planId);
  });

  it('tells what would go, those past their time first', async () => {
    const { planId } = await office.caller.plans.create({ title: 'Older', kind: 'plan', period: '2001-02' });
    await office.caller.checks.setRetention({ planId: null, years: 6 });
    const { plans } = await office.caller.checks.retention();
    expect(plans.map(({ title, past }) => [title, past])).toEqual([
      ['Older', true],
      ['Harbour Early Years Plan', false],
    ]);
    expect((await kept())?.counts).toEqual({ sections: 2, actions: 4, updates: 0, kpis: 0, figures: 0 });
    await office.caller.checks.setRetention({ planId, years: 20 });
    expect(await kept(planId)).toMatchObject({ own: true, past: false, until: '2022-03-31' });
    await office.caller.checks.setRetention({ planId, years: null });
    expect(await kept(planId)).toMatchObject({ own: false, past: true });
  });

  it('is one act, undone like any other, and part of the register’s own form', async () => {
    await office.caller.checks.setRetention({ planId: null, years: 6 });
    await office.caller.checks.setRetention({ planId: plan.planId, years: 3 });
    expect(readRegister(office.register.db).settings.retention).toEqual({
      years: 6,
      plans: [{ planId: plan.planId, years: 3 }],
    });
    expect((await office.caller.history.list({ limit: 1 }))[0]?.label).toBe(
      'Harbour Early Years Plan is kept 3 years after its end',
    );
    await office.caller.history.undo();
    expect(await kept()).toMatchObject({ own: false, years: 6 });
    // Saying the same again is no act.
    const { length } = await office.caller.history.list({});
    await office.caller.checks.setRetention({ planId: null, years: 6 });
    expect(await office.caller.history.list({})).toHaveLength(length);
  });

  it('forgets the years of a plan that is gone, and refuses those of one that never was', async () => {
    await office.caller.checks.setRetention({ planId: plan.planId, years: 3 });
    await office.caller.plans.remove({ planId: plan.planId });
    await office.caller.checks.setRetention({ planId: null, years: 6 });
    expect(readRegister(office.register.db).settings.retention).toEqual({ years: 6, plans: [] });
    const asked = office.caller.checks.setRetention({ planId: plan.planId, years: 3 });
    expect(await refusalOf(asked)).toMatchObject({ code: 'not-found' });
  });

  it('saves the whole plan before it goes, without freezing what is to go', async () => {
    const { planId } = plan;
    for (const format of ['html', 'docx', 'xlsx'] as const) {
      const file = await office.caller.checks.retentionFile({ planId, format });
      expect(Buffer.from(file.base64, 'base64').length).toBeGreaterThan(2_000);
    }
    const html = await office.caller.checks.retentionFile({ planId, format: 'html' });
    expect(Buffer.from(html.base64, 'base64').toString('utf8')).toContain('Mend the garden fence');
    expect(await office.caller.snapshots.list()).toEqual([]);
  });
});
