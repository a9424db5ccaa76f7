import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/contract/checks.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const type = (
  actionId: string,
  field: 'timescale' | 'status' | 'text' | 'leads' | 'lastUpdate' | 'links',
  text: string,
) => office.caller.plans.setCells({ planId: plan.planId, edits: [{ actionId, field, text }] });
const checks = () => office.caller.checks.plan({ planId: plan.planId });
const found = async (check: Finding['check']) =>
  (await checks()).findings.filter((one) => one.check === check).map(({ ref, text }) => ref ?? text);

describe('mismatches', () => {
  it('are statuses that dates and updates do not bear out, with the reasons in words', async () => {
    await type(plan.actions[0], 'status', 'On track');
    const { mismatches, totals } = await checks();
    expect(mismatches).toMatchObject([
      {
        ref: '1.1',
        said: { state: 'on-track' },
        expected: 'off-track',
        says: 'Ended 12 days ago, said to be on track.',
      },
    ]);
    expect(totals.status).toBe(1);
    expect((await office.caller.checks.overview()).mismatches).toMatchObject({ total: 1, accepted: 0 });
    expect(await office.caller.checks.actions({ list: 'mismatch' })).toMatchObject([
      { ref: '1.1', daysLate: 12 },
    ]);
  });

  it('are accepted with a reason, kept with the day, until something about the action changes', async () => {
    const [id] = plan.actions;
    await type(id, 'status', 'On track');
    const { acceptanceId } = await office.caller.checks.accept({
      check: 'status',
      recordId: id,
      reason: 'The printer delivers on Friday',
      by: 'Ruth Adeyemi',
    });
    expect((await checks()).mismatches).toMatchObject([
      {
        accepted: {
          id: acceptanceId,
          reason: 'The printer delivers on Friday',
          on: '2010-10-12',
          by: 'Ruth Adeyemi',
        },
      },
    ]);
    expect((await checks()).totals.status).toBe(0);
    const again = { check: 'status' as const, recordId: id, reason: 'Twice' };
    expect(await refusalOf(office.caller.checks.accept(again))).toMatchObject({ code: 'conflict' });
    office.setToday('2010-10-20');
    expect((await checks()).totals.status).toBe(0);
    await type(id, 'text', 'Print two leaflets');
    expect((await checks()).mismatches).toMatchObject([{ accepted: null }]);
    await office.caller.history.undo();
    expect((await checks()).totals.status).toBe(0);
    await office.caller.checks.withdraw({ acceptanceId });
    expect((await checks()).totals.status).toBe(1);
    await office.caller.history.undo();
    expect((await checks()).totals.status).toBe(0);
  });

  it('are gone once a dated update puts the status right', async () => {
    const [id] = plan.actions;
    await type(id, 'status', 'On track');
    await office.caller.plans.addProgress({
      actionIds: [id],
      state: 'off-track',
      text: 'Late',
      on: null,
      by: null,
    });
    expect((await checks()).mismatches).toEqual([]);
    expect(
      await refusalOf(office.caller.checks.accept({ check: 'status', recordId: id, reason: 'x' })),
    ).toMatchObject({
      code: 'conflict',
    });
  });

  it('are not looked for in what went on into another year', async () => {
    await type(plan.actions[0], 'status', 'On track');
    const { planId } = await office.caller.years.rollForward({
      planId: plan.planId,
      title: 'Harbour Early Years Plan 2011-12',
      period: '2011-12',
    });
    expect((await checks()).mismatches).toEqual([]);
    expect((await office.caller.home.get()).overdue.first.every((action) => action.planId === planId)).toBe(
      true,
    );
  });
});

describe('slippage', () => {
  it('is read from the history of the end date and from words that tell of earlier ones', async () => {
    const id = plan.actions[2];
    const dates = [
      ['2010-10-20', 'By 30 June 2011'],
      ['2010-11-20', 'By 30 September 2011'],
    ] as const;
    let now = '2010-10-12T09:00:00.000Z';
    await office.close();
    office = await openOffice({ now: () => now });
    plan = await samplePlan(office);
    for (const [day, words] of dates) {
      now = `${day}T09:00:00.000Z`;
      await type(plan.actions[2], 'timescale', words);
    }
    expect(await office.caller.checks.action({ actionId: id })).toMatchObject({
      slippage: 'Moved 2 times, 6 months in all.',
      moves: [
        { from: '2011-03-31', to: '2011-06-30', days: 91, on: '2010-10-20' },
        { from: '2011-06-30', to: '2011-09-30', days: 92, on: '2010-11-20' },
      ],
    });
    expect((await checks()).slippage).toEqual({ moved: 1, times: 2, daysLater: 183, most: 183 });
    await office.caller.history.undo();
    expect((await checks()).slippage).toMatchObject({ times: 1, daysLater: 91 });
    await type(plan.actions[3], 'timescale', 'June 2011 / new date December 2011');
    expect((await office.caller.checks.action({ actionId: plan.actions[3] })).slippage).toBe(
      'Moved once, by 6 months.',
    );
  });
});

describe('silence', () => {
  it('is told of leads who have not written for the days of the office, or of the plan', async () => {
    const [first] = plan.actions;
    const update = { state: 'on-track' as const, text: 'Begun', by: null };
    await type(first, 'timescale', 'By 31 March 2011');
    await office.caller.plans.addProgress({ actionIds: [first], ...update, on: '2010-07-01' });
    const silent = async () => (await office.caller.checks.overview()).silent;
    const about = async () => (await silent()).leads.find(({ lastWrote }) => lastWrote === '2010-07-01');
    expect(await about()).toMatchObject({ name: 'Ruth Adeyemi' });
    expect((await office.caller.checks.actions({ list: 'silent' })).map(({ id }) => id)).toContain(first);
    await office.caller.checks.setSilentDays({ planId: plan.planId, days: 200 });
    expect((await silent()).actions).toBe(0);
    expect(await checks()).toMatchObject({ silentDays: 200, ownSilentDays: 200 });
    await office.caller.checks.setSilentDays({ planId: plan.planId, days: null });
    await office.caller.checks.setSilentDays({ planId: null, days: 365 });
    expect((await silent()).actions).toBe(0);
    expect((await office.caller.settings.get()).silentDays).toBe(365);
    await office.caller.history.undo();
    expect((await silent()).actions).toBeGreaterThan(0);
  });
});

describe('gaps in the data', () => {
  it('are found check by check', async () => {
    await type(plan.actions[2], 'timescale', 'Dec 09');
    expect(await found('ambiguous-date')).toEqual(['2.1']);
    expect(await found('no-date')).toEqual(['2.2']);
    expect(await found('no-lead')).toEqual(['2.1', '2.2']);
    expect(await found('no-measures')).toEqual(['1.2', '2.1', '2.2']);
    expect(await found('broken-reference')).toEqual([]);
    await type(plan.actions[3], 'text', 'As 9.9');
    expect(await found('broken-reference')).toEqual(['As 9.9'].map(() => '2.2'));
    expect(await found('no-measures')).toEqual(['1.2', '2.1']);
    await type(plan.actions[0], 'links', '2\n2 and 9');
    const [broken] = (await office.caller.checks.plan({ planId: plan.planId })).findings.filter(
      ({ check }) => check === 'broken-reference',
    );
    expect(broken?.says).toBe('“9” leads nowhere: nothing in the register has that name or reference.');
  });

  it('are what is said twice, in one plan and in plans of one time only', async () => {
    const words = 'Print one leaflet, for all four centres';
    await type(plan.actions[3], 'text', words);
    expect(await found('duplicate')).toEqual(['2.2']);
    const other = async (period: string) => {
      const { planId } = await office.caller.plans.create({ title: `Plan ${period}`, kind: 'plan', period });
      const rows = [{ ref: 'A', text: words }];
      await office.caller.plans.addActions({ planId, sectionId: null, afterActionId: null, rows });
      return (await office.caller.checks.plan({ planId })).findings.filter(
        ({ check }) => check === 'duplicate',
      );
    };
    expect(await other('2011-12')).toEqual([]);
    expect(await other('2010-11')).toMatchObject([
      { ref: 'A', says: '1.1 of Harbour Early Years Plan says the same.' },
    ]);
  });

  it('are settled by their remedy in one act that can be undone', async () => {
    const { sectionId } = await office.caller.plans.addSection({
      planId: plan.planId,
      parentId: null,
      afterSectionId: null,
      kind: 'priority',
      ref: '3',
      title: 'Nothing yet',
    });
    expect(await found('empty-section')).toEqual(['3']);
    await office.caller.checks.remedy({ kind: 'remove-section', recordId: sectionId });
    expect(await found('empty-section')).toEqual([]);
    await office.caller.history.undo();
    expect(await found('empty-section')).toEqual(['3']);
    expect(
      await refusalOf(office.caller.checks.remedy({ kind: 'remove-section', recordId: plan.first })),
    ).toMatchObject({
      code: 'conflict',
    });

    await office.caller.plans.editSection({ sectionId: plan.second, leads: 'Ruth Adeyemi' });
    await office.caller.checks.remedy({ kind: 'section-leads', recordId: plan.actions[2] });
    expect(await found('no-lead')).toEqual(['2.2']);
  });

  it('are accepted too, of sections and KPIs as of actions', async () => {
    const { kpiId } = await office.caller.kpis.add({ planId: plan.planId, sectionId: null, name: 'Places' });
    const wanted = { recordId: kpiId, reason: 'Set by the board in May' };
    await office.caller.checks.accept({ check: 'kpi-no-target', ...wanted });
    expect((await checks()).totals).toMatchObject({ 'kpi-no-source': 1 });
    expect((await checks()).totals['kpi-no-target']).toBeUndefined();
    await office.caller.kpis.edit({ kpiId, name: 'Places taken up' });
    expect((await checks()).totals['kpi-no-target']).toBe(1);
    await office.caller.kpis.remove({ kpiId });
    expect((await checks()).totals['kpi-no-source']).toBeUndefined();
  });
});
