import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const unled = async () =>
  (await office.caller.checks.plan({ planId: plan.planId })).findings
    .filter(({ check, actionId }) => check === 'no-lead' && actionId === plan.actions[0])
    .map(({ says }) => says);

describe('an action whose lead leads nothing any more', () => {
  it('is told, from the day on, until somebody else is named', async () => {
    const [person] = await office.caller.people.list();
    const personId = person?.id ?? '';
    expect(await unled()).toEqual([]);
    await office.caller.people.retire({ personId, on: '2010-10-13' });
    expect(await unled()).toEqual([]);
    office.setToday('2010-10-13');
    expect(await unled()).toEqual([
      '“Ruth Adeyemi” leads nothing since 13 October 2010, and nobody else is named.',
    ]);
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[0], field: 'leads', text: 'Ruth Adeyemi\nTom Pell' }],
    });
    expect(await unled()).toEqual([]);
  });

  it('is told of a name taken out as well', async () => {
    const [person] = await office.caller.people.list();
    await office.caller.people.removeName({
      personId: person?.id ?? '',
      instead: 'Former officer',
      keepRole: true,
      also: [],
      files: true,
    });
    expect(await unled()).toEqual([
      '“Former officer” leads nothing since 12 October 2010, and nobody else is named.',
    ]);
  });
});
