import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { duties, dutyAnswers, meetings, resolutions } from '#db/schema/index.ts';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('the page of a lead', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const idOf = async (name: string) =>
    (await office.caller.people.list()).find((person) => person.name === name)?.id ?? '';
  const pageOf = async (name: string) => office.caller.people.page({ personId: await idOf(name) });

  it('puts the longest overdue first, then by date, what has no date next and what has ended last', async () => {
    const [first, second, third, fourth] = plan.actions;
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [
        ...plan.actions.map((actionId) => ({ actionId, field: 'leads' as const, text: 'Ruth Adeyemi' })),
        { actionId: first, field: 'timescale', text: 'Ongoing' },
        { actionId: second, field: 'timescale', text: 'March 2011' },
        { actionId: third, field: 'timescale', text: 'By 30 September 2010' },
        { actionId: fourth, field: 'timescale', text: 'By 31 August 2010' },
      ],
    });
    const actions = async () =>
      (await pageOf('Ruth Adeyemi')).plans.flatMap(({ led }) =>
        led.filter(({ kind }) => kind === 'action').map(({ id, daysLate }) => [id, daysLate]),
      );
    expect(await actions()).toEqual([
      [fourth, 42],
      [third, 12],
      [second, null],
      [first, null],
    ]);
    await office.caller.plans.addProgress({
      actionIds: [fourth],
      state: 'complete',
      text: 'Bought',
      on: null,
      by: null,
    });
    expect((await actions()).at(-1)).toEqual([fourth, null]);
  });

  it('holds what is theirs through a role they hold today, once, and not what they held before', async () => {
    const { people, plans } = office.caller;
    await plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[2], field: 'leads', text: 'Centre manager' }],
    });
    const role = await idOf('Centre manager');
    const ruth = await idOf('Ruth Adeyemi');
    await people.edit({ personId: role, kind: 'role' });
    const { spellId } = await people.addSpell({
      ofId: role,
      personId: ruth,
      from: '2010-04-01',
      until: null,
    });
    const through = async () =>
      (await pageOf('Ruth Adeyemi')).plans.flatMap(({ led }) => led.flatMap((one) => one.through ?? []));
    expect(await through()).toEqual([{ id: role, name: 'Centre manager' }]);
    await people.editSpell({ spellId, from: '2010-04-01', until: '2010-10-11' });
    expect(await through()).toEqual([]);
  });

  it('tells the duties that their work answers and the resolutions that are tracked as their actions', async () => {
    const [actionId] = plan.actions;
    const { newId } = office.app.options;
    const [dutyId, meetingId, resolutionId] = [newId(), newId(), newId()];
    office.register.act({ kind: 'edit', label: 'A duty and a resolution' }, (tx) => {
      insertRow(tx, duties, {
        id: dutyId,
        position: 1,
        text: 'Give information to parents',
        basis: 'Act, s 12',
      });
      insertRow(tx, duties, { id: newId(), position: 2, text: 'Answered by nobody here', basis: null });
      insertRow(tx, dutyAnswers, { id: newId(), dutyId, actionId, position: 1 });
      insertRow(tx, dutyAnswers, { id: newId(), dutyId, sectionId: plan.second, position: 2 });
      insertRow(tx, meetings, {
        id: meetingId,
        position: 1,
        title: 'Board',
        heldOn: '2010-09-14',
        state: 'held',
      });
      insertRow(tx, resolutions, {
        id: resolutionId,
        meetingId,
        position: 1,
        number: '(2)',
        text: 'Print it',
        actionId,
      });
      insertRow(tx, resolutions, { id: newId(), meetingId, position: 2, number: '(3)', text: 'Noted' });
    });
    const page = await pageOf('Ruth Adeyemi');
    expect(page.duties).toEqual([
      { id: dutyId, text: 'Give information to parents', basis: 'Act, s 12', when: null, answers: ['1.1'] },
    ]);
    expect(page.resolutions).toMatchObject([
      {
        id: resolutionId,
        number: '(2)',
        meeting: 'Board',
        heldOn: '2010-09-14',
        ref: '1.1',
        actionId,
        planId: plan.planId,
      },
    ]);
  });
});
