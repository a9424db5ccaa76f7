import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('funding streams', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
    const cell = (actionId: string, field: 'resources' | 'links', text: string) => ({
      actionId,
      field,
      text,
    });
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [
        cell(plan.actions[0], 'resources', 'SSG £20,000 and council'),
        cell(plan.actions[1], 'resources', 'Lottery'),
        cell(plan.actions[2], 'resources', 'Lottery'),
      ],
    });
  });
  afterEach(() => office.close());

  const add = (name: string, also: string[] = []) => office.caller.streams.add({ name, also, note: null });

  it('are found in the resources of actions by any of their names', async () => {
    const { streamId } = await add('Sure Start Grant', ['SSG']);
    expect(await office.caller.streams.list()).toEqual({
      streams: [{ id: streamId, name: 'Sure Start Grant', also: ['SSG'], note: null, actions: 1, plans: 1 }],
      unnamed: [{ words: 'Lottery', actions: 2 }],
    });
    expect(await office.caller.streams.pays({ streamId })).toMatchObject([
      { ref: '1.1', resources: 'SSG £20,000 and council' },
    ]);
  });

  it('pay for what is linked with them too, and a link keeps its words when they go', async () => {
    const { streamId } = await add('Play pathfinder');
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[3], field: 'links', text: 'Play pathfinder' }],
    });
    expect(await office.caller.streams.pays({ streamId })).toMatchObject([{ ref: '2.2' }]);
    await office.caller.streams.remove({ streamId });
    const { action } = await office.caller.plans.action({ actionId: plan.actions[3] });
    expect(action.links).toMatchObject([{ text: 'Play pathfinder' }]);
    expect(action.links[0]).not.toHaveProperty('streamId');
    await office.caller.history.undo();
    expect(await office.caller.streams.pays({ streamId })).toHaveLength(1);
  });

  it('refuse a name that another has', async () => {
    await add('Sure Start Grant', ['SSG']);
    expect(await refusalOf(add('ssg'))).toMatchObject({ code: 'wrong-use' });
  });
});
