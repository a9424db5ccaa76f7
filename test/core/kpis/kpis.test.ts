import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KpiValue } from '#shared/contract/register.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('KPIs', () => {
  let office: Office;
  let plan: SamplePlan;
  let kpiId: string;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
    kpiId = (
      await office.caller.kpis.add({
        planId: null,
        sectionId: plan.first,
        name: 'Calls to the advice line',
        ref: 'HK 4',
        unit: null,
      })
    ).kpiId;
  });
  afterEach(() => office.close());

  const put = (role: KpiValue['role'], period: string, text: string, comparator: string | null = null) =>
    office.caller.kpis.setValues({ edits: [{ kpiId, role, period, text, comparator }] });
  const periods = async () => (await office.caller.kpis.get({ kpiId })).periods;

  it('stands in the plan of its section', async () => {
    const view = await office.caller.kpis.get({ kpiId });
    expect(view).toMatchObject({
      plan: { id: plan.planId },
      section: { id: plan.first, title: 'Families know where to turn' },
    });
  });

  it('keeps a figure as typed beside the number read from it', async () => {
    await put('actual', '2009/10', '7705 (increase of 283)');
    const [period] = await periods();
    expect(period?.period).toEqual({ label: '2009-10', start: '2009-04-01', end: '2010-03-31' });
    expect(period?.actual).toMatchObject({ text: '7705 (increase of 283)', number: 7_705 });
  });

  it('keeps words and symbols that stand instead of a figure', async () => {
    await put('target', '2010-11', 'In place in every centre');
    await put('actual', '2010-11', 'c');
    const [period] = await periods();
    expect(period?.target).toMatchObject({ number: null, text: 'In place in every centre' });
    expect(period?.actual).toMatchObject({ number: null, symbol: 'c' });
  });

  it('learns its unit from the first figure that has one', async () => {
    await put('actual', '2010-11', '34.7%');
    expect((await office.caller.kpis.get({ kpiId })).kpi.unit).toBe('%');
  });

  it('writes over a figure of the same period however the period is spelt, and takes it out when emptied', async () => {
    await put('actual', '2009-10', '10');
    await put('actual', '2009/10', '12');
    expect(await periods()).toMatchObject([{ actual: { number: 12 } }]);
    await put('actual', '2009-10', '');
    expect(await periods()).toEqual([]);
  });

  it('stores the tolerance with the figure, so that a later one recolours nothing', async () => {
    await office.caller.kpis.edit({ kpiId, polarity: 'up', tolerance: 5 });
    await put('target', '2009-10', '60');
    await put('actual', '2009-10', '57');
    await office.caller.kpis.edit({ kpiId, tolerance: 1 });
    await put('target', '2010-11', '60');
    await put('actual', '2010-11', '57');
    expect((await periods()).map(({ state }) => state)).toEqual(['at-risk', 'off-track']);
  });

  it('writes a pasted block of figures in one act and tells which were refused', async () => {
    const before = (await office.caller.history.list({})).length;
    const { refused } = await office.caller.kpis.setValues({
      edits: [
        { kpiId, role: 'target', period: '2009-10', text: '50' },
        { kpiId, role: 'target', period: '2010-11', text: '55' },
        { kpiId, role: 'comparator', period: '2010-11', text: '48' },
        { kpiId, role: 'comparator', period: '2010-11', text: '48', comparator: 'England' },
        { kpiId: plan.planId, role: 'actual', period: '2010-11', text: '1' },
      ],
    });
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringContaining('England'),
      expect.stringContaining('no longer in the register'),
    ]);
    const acts = await office.caller.history.list({});
    expect(acts).toHaveLength(before + 1);
    expect(acts[0]?.label).toBe('3 figures of HK 4');
    expect((await periods())[1]?.comparators).toMatchObject([{ comparator: 'England', number: 48 }]);
  });

  it('lists each with its latest standing and the points of its line', async () => {
    await office.caller.kpis.edit({ kpiId, polarity: 'up' });
    await put('actual', '2008-09', '40');
    await put('actual', '2009-10', '45');
    await put('target', '2009-10', '44');
    await put('target', '2010-11', '50');
    const [summary] = await office.caller.kpis.list({});
    expect(summary).toMatchObject({
      ref: 'HK 4',
      latest: { period: { label: '2009-10' }, state: 'on-track', direction: 'Up 5 on 2008-09', better: true },
      spark: [
        { actual: 40, target: null },
        { actual: 45, target: 44 },
        { actual: null, target: 50 },
      ],
    });
  });

  it('keeps one narrative a period', async () => {
    const words = {
      kpiId,
      period: '2010-11',
      doing: 'Open on Sundays too',
      by: 'Ruth Adeyemi',
      on: '2010-10-11',
    };
    await office.caller.kpis.setNarrative({ ...words, behind: 'Closed in August' });
    await office.caller.kpis.setNarrative({ ...words, behind: 'Closed for two weeks in August' });
    const { narratives } = await office.caller.kpis.get({ kpiId });
    expect(narratives).toMatchObject([{ behind: 'Closed for two weeks in August', by: 'Ruth Adeyemi' }]);
    await office.caller.kpis.setNarrative({ ...words, behind: '', doing: '' });
    expect((await office.caller.kpis.get({ kpiId })).narratives).toEqual([]);
  });

  it('has owners found as people', async () => {
    await office.caller.kpis.edit({ kpiId, owners: 'Ruth Adeyemi' });
    const { kpi } = await office.caller.kpis.get({ kpiId });
    const people = await office.caller.people.list();
    expect(kpi.owners[0]?.personId).toBe(people.find(({ name }) => name === 'Ruth Adeyemi')?.id);
    expect(people.find(({ name }) => name === 'Ruth Adeyemi')).toMatchObject({ kpis: 1, actions: 2 });
  });

  it('goes with all that hangs on it, and comes back with Undo', async () => {
    await put('actual', '2010-11', '10');
    await office.caller.kpis.edit({ kpiId, owners: 'Ruth Adeyemi' });
    const before = await office.caller.kpis.get({ kpiId });
    await office.caller.kpis.remove({ kpiId });
    expect(await refusalOf(office.caller.kpis.get({ kpiId }))).toMatchObject({ code: 'not-found' });
    await office.caller.history.undo();
    expect(await office.caller.kpis.get({ kpiId })).toEqual(before);
  });

  it('refuses a section of another plan', async () => {
    const { planId } = await office.caller.plans.create({ title: 'Other', kind: 'plan', period: null });
    const call = office.caller.kpis.add({ planId, sectionId: plan.first, name: 'x' });
    expect(await refusalOf(call)).toMatchObject({ code: 'not-found' });
  });
});
