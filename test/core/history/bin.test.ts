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

const bin = async (text = '') => (await office.caller.history.bin({ text })).entries;

describe('the bin', () => {
  it('gives a deleted action back with its measures, leads, updates and what pointed to it', async () => {
    const { plans, history } = office.caller;
    const [id, , pointedTo] = plan.actions;
    await plans.addProgress({ actionIds: [id], state: 'on-track', text: 'x', on: null, by: 'RA' });
    const before = exportRegister(office.register);
    await plans.removeActions({ actionIds: [id, pointedTo] });
    expect(await bin('leaflet')).toMatchObject([
      {
        id,
        kind: 'action',
        plan: 'Harbour Early Years Plan',
        why: null,
        withIt: expect.stringContaining('2 measures'),
      },
    ]);
    await history.bringBack({ id });
    await history.bringBack({ id: pointedTo });
    expect(exportRegister(office.register)).toEqual(before);
    expect(checkRegister(office.register.db)).toEqual([]);
    expect(await bin()).toEqual([]);
    await history.undo();
    expect((await bin()).map((entry) => entry.id)).toEqual([pointedTo]);
  });

  it('gives a whole plan back, and lists it once', async () => {
    const before = exportRegister(office.register);
    await office.caller.plans.remove({ planId: plan.planId });
    expect(await bin()).toMatchObject([{ id: plan.planId, kind: 'plan' }]);
    await office.caller.history.bringBack({ id: plan.planId });
    expect(exportRegister(office.register)).toEqual(before);
  });

  it('says why an action cannot come back before what it stood in', async () => {
    const { plans, history } = office.caller;
    const [id] = plan.actions;
    await plans.removeActions({ actionIds: [id] });
    await plans.removeSection({ sectionId: plan.first });
    const [found] = await bin('leaflet');
    expect(found?.why).toBe('The section that it stood in is deleted too. Bring that back first.');
    expect(await refusalOf(history.bringBack({ id }))).toMatchObject({ code: 'not-possible' });
    await history.bringBack({ id: plan.first });
    await history.bringBack({ id });
    expect((await plans.action({ actionId: id })).action.text).toContain('leaflet');
  });

  it('holds nothing whose deletion was undone', async () => {
    await office.caller.plans.removeActions({ actionIds: [plan.actions[0]] });
    await office.caller.history.undo();
    expect(await bin()).toEqual([]);
    expect(await refusalOf(office.caller.history.bringBack({ id: plan.actions[0] }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the history', () => {
  it('is narrowed by words of the act or its record, kind, day, plan and record', async () => {
    const { plans, history } = office.caller;
    const other = await plans.create({ title: 'Quay plan', kind: 'plan', period: null });
    await plans.addProgress({
      actionIds: [plan.actions[3]],
      state: 'complete',
      text: 'x',
      on: null,
      by: null,
    });
    const labels = async (filter: object) => (await history.list(filter)).map(({ label }) => label);
    const [update] = await labels({});
    expect(await labels({ kinds: ['progress'] })).toEqual([update]);
    expect(await labels({ text: 'outdoor toys' })).toContain(update);
    expect(await labels({ text: 'nothing called this' })).toEqual([]);
    expect(await labels({ planId: other.planId })).toHaveLength(1);
    expect(await labels({ planId: plan.planId })).not.toContain('Plan “Quay plan”');
    expect(await labels({ recordId: plan.actions[3] })).toHaveLength(2);
    expect(await labels({ until: '2010-10-11' })).toEqual([]);
  });

  it('says what an act wrote, record by record in words', async () => {
    const { plans, history } = office.caller;
    await plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[2], field: 'timescale', text: 'By June 2011' }],
    });
    const [set] = await history.list({ limit: 1 });
    const { records } = await history.act({ id: set?.id ?? '' });
    expect(records).toMatchObject([
      {
        what: 'action',
        name: '2.1 Mend the garden fence',
        how: 'changed',
        plan: 'Harbour Early Years Plan',
        fields: [{ field: 'Timescale', before: 'March 2011', after: 'By June 2011' }],
      },
    ]);
  });
});

describe('the search', () => {
  it('finds a reference however it is spaced and bracketed, and offers what was meant', async () => {
    const { plans, search } = office.caller;
    const { actions } = await plans.addActions({
      planId: plan.planId,
      sectionId: plan.first,
      afterActionId: null,
      rows: [
        { ref: '4.1 (iii)', text: 'Walk to the beach' },
        { ref: 'CSD 1', text: 'Sail to the island' },
      ],
    });
    const first = async (text: string) => (await search.find({ text }))[0]?.actionId;
    for (const text of ['4.1(iii)', '4.1 (iii)', '4.1iii', '4.1 iii'])
      expect(await first(text)).toBe(actions[0]?.id);
    for (const text of ['CSD1', 'csd 1']) expect(await first(text)).toBe(actions[1]?.id);
    expect(await search.find({ text: 'islnad' })).toEqual([]);
    expect(await search.like({ text: 'sail islnad' })).toEqual(['sail island']);
    expect(await search.like({ text: 'Adeyemy' })).toEqual(['adeyemi']);
    expect(await search.like({ text: 'zzqx' })).toEqual([]);
  });
});
