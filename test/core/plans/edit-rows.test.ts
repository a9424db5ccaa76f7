import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('the rows of a plan', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const view = () => office.caller.plans.get({ planId: plan.planId });
  const refs = async () => (await view()).actions.map(({ ref, text }) => ref ?? text);

  it('stand in the order of the sections, and of their places within', async () => {
    expect(await refs()).toEqual(['1.1', '1.2', '2.1', '2.2']);
  });

  it('are added behind the one named, as often as one likes', async () => {
    for (let number = 9; number > 0; number--) {
      await office.caller.plans.addActions({
        planId: plan.planId,
        sectionId: plan.first,
        afterActionId: plan.actions[0],
        rows: [{ text: `new ${number}` }],
      });
    }
    const added = Array.from({ length: 9 }, (_, index) => `new ${index + 1}`);
    expect(await refs()).toEqual(['1.1', ...added, '1.2', '2.1', '2.2']);
  });

  it('stay in order when a gap is used up, and moving on is part of the one act', async () => {
    const act = () =>
      office.caller.plans.addActions({
        planId: plan.planId,
        sectionId: plan.first,
        afterActionId: plan.actions[0],
        rows: [{ text: 'between' }],
      });
    const before = await view();
    for (let time = 0; time < 15; time++) await act();
    expect((await refs()).filter((ref) => ref !== 'between')).toEqual(['1.1', '1.2', '2.1', '2.2']);
    for (let time = 0; time < 15; time++) await office.caller.history.undo();
    expect(await view()).toEqual(before);
  });

  it('are added to an empty section where it is read', async () => {
    const { sectionId } = await office.caller.plans.addSection({
      planId: plan.planId,
      parentId: null,
      afterSectionId: plan.first,
      kind: 'priority',
      ref: '1a',
      title: 'Between',
    });
    await office.caller.plans.addActions({
      planId: plan.planId,
      sectionId,
      afterActionId: null,
      rows: [{ text: 'in between' }],
    });
    expect(await refs()).toEqual(['1.1', '1.2', 'in between', '2.1', '2.2']);
  });

  it('move to another section', async () => {
    await office.caller.plans.moveAction({
      actionId: plan.actions[0],
      sectionId: plan.second,
      afterActionId: plan.actions[2],
    });
    expect(await refs()).toEqual(['1.2', '2.1', '1.1', '2.2']);
    await office.caller.plans.moveAction({ actionId: plan.actions[0], sectionId: null, afterActionId: null });
    expect(await refs()).toEqual(['1.1', '1.2', '2.1', '2.2']);
    expect((await view()).actions[0]?.sectionId).toBeNull();
  });

  it('do not move behind a row of another section', async () => {
    const move = office.caller.plans.moveAction({
      actionId: plan.actions[0],
      sectionId: plan.first,
      afterActionId: plan.actions[2],
    });
    expect(await refusalOf(move)).toMatchObject({ code: 'not-found' });
  });

  it('go with their measures, leads, updates and links, and come back with Undo', async () => {
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[0], field: 'status', text: 'On track  Draft done' }],
    });
    const before = await office.caller.plans.action({ actionId: plan.actions[0] });
    const { removedIds, label } = await office.caller.plans.removeActions({
      actionIds: [plan.actions[0], plan.actions[2]],
    });
    expect(removedIds).toEqual([plan.actions[0], plan.actions[2]]);
    expect(label).toBe('Deletion of 2 actions from Harbour Early Years Plan');
    // What said "As 2.1" keeps its words and points nowhere.
    const { actions } = await view();
    expect(actions.find(({ ref }) => ref === '2.2')?.links).toMatchObject([
      { text: 'As 2.1', actionId: null },
    ]);
    await office.caller.history.undo();
    const after = await office.caller.plans.action({ actionId: plan.actions[0] });
    expect(after).toEqual(before);
  });

  it('are late from the day after their end until they are complete or closed', async () => {
    const late = async () => (await view()).actions[0]?.daysLate;
    office.setToday('2010-09-30');
    expect(await late()).toBeNull();
    office.setToday('2010-10-12');
    expect(await late()).toBe(12);
    const update = { text: '', on: null, by: null, actionIds: [plan.actions[0]] };
    await office.caller.plans.addProgress({ ...update, state: 'off-track' });
    expect(await late()).toBe(12);
    await office.caller.plans.addProgress({ ...update, state: 'complete' });
    expect(await late()).toBeNull();
  });

  it('take their status from the newest update that has one, by day and then by entry', async () => {
    const [actionId] = plan.actions;
    const update = (state: 'at-risk' | 'off-track' | 'on-track' | null, on: string | null, text: string) =>
      office.caller.plans.addProgress({ actionIds: [actionId], state, on, text, by: 'Ruth Adeyemi' });
    await update('at-risk', '2010-09-01', 'Printer busy');
    await update('off-track', '2010-06-01', 'From the June report');
    await update(null, '2010-09-20', 'Rang the printer');
    const { actions } = await update('on-track', '2010-09-01', 'Corrected the same day');
    expect(actions[0]?.status?.state).toBe('on-track');
    expect(actions[0]?.lastUpdate).toEqual({
      on: '2010-09-20',
      text: 'Rang the printer',
      by: 'Ruth Adeyemi',
    });
    const { progress } = await office.caller.plans.action({ actionId });
    expect(progress.map(({ text }) => text)).toEqual([
      'Rang the printer',
      'Corrected the same day',
      'Printer busy',
      'From the June report',
    ]);
  });

  it('take an update on several at once as one act, in the words of the key', async () => {
    await office.caller.plans.setKey({
      planId: plan.planId,
      entries: [{ state: 'complete', label: 'Green', colour: '#16724f', shape: 'disc', definition: 'Done' }],
    });
    const { actions, label } = await office.caller.plans.addProgress({
      actionIds: plan.actions.slice(0, 2),
      state: 'complete',
      text: 'Agreed by the board',
      on: null,
      by: null,
    });
    expect(label).toBe('Update on 2 actions');
    expect(actions.map(({ status }) => status?.label)).toEqual(['Green', 'Green']);
    expect((await view()).counts).toMatchObject({ complete: 2, 'not-started': 2 });
  });

  it('need a status or words for an update', async () => {
    const call = office.caller.plans.addProgress({
      actionIds: [plan.actions[0]],
      state: null,
      text: '  ',
      on: null,
      by: null,
    });
    expect(await refusalOf(call)).toMatchObject({ code: 'wrong-use' });
  });

  it('tell what was done to them, newest first, with the words before and after', async () => {
    const [actionId] = plan.actions;
    const type = (field: 'timescale' | 'leads' | 'measures', text: string) =>
      office.caller.plans.setCells({ planId: plan.planId, edits: [{ actionId, field, text }] });
    await type('timescale', 'December 2010');
    await type('measures', 'Leaflet in every centre');
    const { changes } = await office.caller.plans.action({ actionId });
    expect(changes.slice(0, 2)).toMatchObject([
      { field: 'measures', before: 'Leaflet in two languages', after: null, label: 'Measures of 1.1' },
      { field: 'timescale', before: 'By 30 September 2010', after: 'December 2010' },
    ]);
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'leads', before: null, after: 'Ruth Adeyemi' }),
    );
    await office.caller.history.undo();
    const undone = await office.caller.plans.action({ actionId });
    expect(undone.changes[0]).toMatchObject({ field: 'timescale' });
  });
});
