import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('Home', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const type = (actionId: string, field: 'timescale' | 'status', text: string) =>
    office.caller.plans.setCells({ planId: plan.planId, edits: [{ actionId, field, text }] });
  const refsOf = (group: { total: number; first: { ref: string | null }[] }) =>
    group.first.map(({ ref }) => ref);

  it('lists what is overdue, the longest first, and how late it is', async () => {
    await type(plan.actions[2], 'timescale', '11 October 2010');
    const { overdue } = await office.caller.home.get();
    expect(overdue.total).toBe(2);
    expect(overdue.first).toMatchObject([
      {
        ref: '1.1',
        when: 'By 30 September 2010',
        end: '2010-09-30',
        daysLate: 12,
        leads: [{ text: 'Ruth Adeyemi' }],
      },
      { ref: '2.1', daysLate: 1 },
    ]);
  });

  it('counts as soon what ends within the next 30 days, today and the last day included', async () => {
    await type(plan.actions[1], 'timescale', '12 October 2010');
    await type(plan.actions[2], 'timescale', '11 November 2010');
    await type(plan.actions[3], 'timescale', '12 November 2010');
    const { dueSoon } = await office.caller.home.get();
    expect(refsOf(dueSoon)).toEqual(['1.2', '2.1']);
    expect(dueSoon.first.map(({ daysLate }) => daysLate)).toEqual([null, null]);
  });

  it('leaves out what is complete or closed', async () => {
    await type(plan.actions[0], 'status', 'Complete');
    await type(plan.actions[3], 'status', 'Closed');
    const home = await office.caller.home.get();
    expect(refsOf(home.overdue)).toEqual([]);
    expect(refsOf(home.noLead)).toEqual(['2.1']);
    expect(refsOf(home.noDate)).toEqual([]);
    expect(home.counts).toMatchObject({ complete: 1, closed: 1, 'not-started': 2 });
  });

  it('keeps what is changed: it goes on with the words and the date it has now', async () => {
    await type(plan.actions[0], 'status', 'Changed');
    expect(refsOf((await office.caller.home.get()).overdue)).toEqual(['1.1']);
    await type(plan.actions[0], 'timescale', 'By 31 March 2011');
    expect(refsOf((await office.caller.home.get()).overdue)).toEqual([]);
  });

  it('lists what is off track, has no lead or no date, and dates that read two ways', async () => {
    await type(plan.actions[1], 'status', 'Off track');
    await type(plan.actions[2], 'timescale', 'Dec 09');
    const home = await office.caller.home.get();
    expect(refsOf(home.offTrack)).toEqual(['1.2']);
    expect(refsOf(home.noLead)).toEqual(['2.1', '2.2']);
    expect(refsOf(home.noDate)).toEqual(['2.2']);
    expect(home.ambiguousDates.total).toBe(1);
  });

  it('shows the first few of a group and gives all when asked', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      ref: `3.${index + 1}`,
      text: 'Late',
      timescale: 'May 2010',
    }));
    await office.caller.plans.addActions({ planId: plan.planId, sectionId: null, afterActionId: null, rows });
    const { overdue } = await office.caller.home.get();
    expect(overdue.total).toBe(31);
    expect(overdue.first.length).toBeLessThan(31);
    expect(await office.caller.home.group({ group: 'overdue' })).toHaveLength(31);
  });

  it('lists KPIs whose latest figure misses its target, in words', async () => {
    const { kpis } = office.caller;
    const { kpiId } = await kpis.add({
      planId: plan.planId,
      sectionId: null,
      name: 'Places taken up',
      ref: 'HK 1',
    });
    await kpis.add({ planId: plan.planId, sectionId: null, name: 'No figure yet' });
    await kpis.edit({ kpiId, polarity: 'up' });
    const edit = { kpiId, comparator: null };
    await kpis.setValues({
      edits: [
        { ...edit, role: 'target', period: 'July to September 2010', text: '63%' },
        { ...edit, role: 'actual', period: 'July to September 2010', text: '58.4' },
      ],
    });
    expect((await office.caller.home.get()).kpisOffTrack).toEqual({
      total: 1,
      of: 2,
      first: [
        {
          id: kpiId,
          ref: 'HK 1',
          name: 'Places taken up',
          figures: '58.4% against 63%, July to September 2010',
          state: 'off-track',
        },
      ],
    });
  });

  it('tells how many acts were done since the last snapshot', async () => {
    await office.caller.snapshots.take({ name: 'October board' });
    expect((await office.caller.home.get()).lastSnapshot).toMatchObject({
      name: 'October board',
      changesSince: 0,
    });
    await type(plan.actions[0], 'status', 'Complete');
    expect((await office.caller.home.get()).lastSnapshot?.changesSince).toBe(1);
    await office.caller.history.undo();
    expect((await office.caller.home.get()).lastSnapshot?.changesSince).toBe(0);
  });
});
