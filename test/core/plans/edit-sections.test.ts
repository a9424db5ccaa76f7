import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('plans and their sections', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const view = () => office.caller.plans.get({ planId: plan.planId });
  const titles = async () => (await view()).sections.map(({ title }) => title);
  const add = (title: string, parentId: string | null, afterSectionId: string | null = null) =>
    office.caller.plans.addSection({
      planId: plan.planId,
      parentId,
      afterSectionId,
      kind: 'objective',
      ref: null,
      title,
    });

  it('are read from the top down, each section before those below it', async () => {
    const { sectionId } = await add('Leaflets', plan.first);
    await add('Posters', plan.first);
    await add('One language', sectionId);
    await add('Advice', plan.first, sectionId);
    expect(await titles()).toEqual([
      'Families know where to turn',
      'Leaflets',
      'One language',
      'Advice',
      'Posters',
      'Rooms fit for play',
    ]);
  });

  it('do not take a section behind one of another parent', async () => {
    expect(await refusalOf(add('Lost', plan.first, plan.second))).toMatchObject({ code: 'not-found' });
  });

  it('have leads of their own', async () => {
    await office.caller.plans.editSection({
      sectionId: plan.first,
      leads: 'Ruth Adeyemi',
      title: ' Families know ',
    });
    const [section] = (await view()).sections;
    expect(section).toMatchObject({ title: 'Families know', leads: [{ text: 'Ruth Adeyemi' }] });
    expect(section?.leads[0]?.personId).not.toBeNull();
  });

  it('lose with a section all below it and its actions, but not its KPIs', async () => {
    const { sectionId } = await add('Leaflets', plan.first);
    await office.caller.plans.addActions({
      planId: plan.planId,
      sectionId,
      afterActionId: null,
      rows: [{ text: 'deep down' }],
    });
    const { kpiId } = await office.caller.kpis.add({
      planId: plan.planId,
      sectionId: plan.first,
      name: 'Calls',
    });
    const before = await view();
    const { removed } = await office.caller.plans.removeSection({ sectionId: plan.first });
    expect(removed).toMatchObject({ sections: 2, actions: 3, measures: 2, leads: 2 });
    expect(await titles()).toEqual(['Rooms fit for play']);
    expect((await office.caller.kpis.get({ kpiId })).section).toBeNull();
    await office.caller.history.undo();
    expect(await view()).toEqual(before);
    expect((await office.caller.kpis.get({ kpiId })).section?.id).toBe(plan.first);
  });

  it('are listed with how their actions stand', async () => {
    await office.caller.plans.addProgress({
      actionIds: [plan.actions[0]],
      state: 'at-risk',
      text: '',
      on: null,
      by: null,
    });
    expect(await office.caller.plans.list()).toMatchObject([
      {
        title: 'Harbour Early Years Plan',
        period: { label: '2010-11', start: '2010-04-01', end: '2011-03-31' },
        actions: 4,
        kpis: 0,
        counts: { 'at-risk': 1, 'not-started': 3, complete: 0 },
      },
    ]);
  });

  it('keep the words of statuses given before their key was changed', async () => {
    const [actionId] = plan.actions;
    await office.caller.plans.addProgress({
      actionIds: [actionId],
      state: 'complete',
      text: '',
      on: null,
      by: null,
    });
    const entry = (state: 'complete' | 'off-track', label: string) => ({
      state,
      label,
      colour: '#16724f',
      shape: 'disc',
      definition: '',
    });
    await office.caller.plans.setKey({
      planId: plan.planId,
      entries: [entry('complete', 'Green'), entry('off-track', 'Red')],
    });
    const after = await view();
    expect(after.plan.key.map(({ label }) => label)).toEqual(['Green', 'Red']);
    expect(after.actions[0]?.status).toEqual({ state: 'complete', label: 'Complete' });
    await office.caller.plans.setKey({ planId: plan.planId, entries: [entry('complete', 'Green')] });
    expect((await view()).plan.key).toHaveLength(1);
  });

  it('do not take a key in which one word stands for two states', async () => {
    const entries = (['complete', 'on-track'] as const).map((state) => ({
      state,
      label: 'Green',
      colour: '#16724f',
      shape: 'disc',
      definition: '',
    }));
    expect(await refusalOf(office.caller.plans.setKey({ planId: plan.planId, entries }))).toMatchObject({
      code: 'wrong-use',
    });
  });

  it('go whole and come back whole', async () => {
    await office.caller.kpis.add({ planId: plan.planId, sectionId: plan.first, name: 'Calls' });
    const before = await view();
    const { removed } = await office.caller.plans.remove({ planId: plan.planId });
    expect(removed).toMatchObject({ plans: 1, sections: 2, actions: 4, kpis: 1 });
    expect(await office.caller.plans.list()).toEqual([]);
    await office.caller.history.undo();
    expect(await view()).toEqual(before);
  });

  it('change their heads field by field', async () => {
    const { planId } = plan;
    await office.caller.plans.edit({ planId, subject: 'Four centres', period: '2010-13' });
    const { plan: edited } = await view();
    expect(edited).toMatchObject({ title: 'Harbour Early Years Plan', subject: 'Four centres' });
    expect(edited.period?.end).toBe('2013-03-31');
    await office.caller.plans.edit({ planId, period: null });
    expect((await view()).plan.period).toBeNull();
  });
});
