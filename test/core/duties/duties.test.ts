import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from '#db/queries/register-json.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('duties', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const add = async (text: string, basis: string | null = null) =>
    (await office.caller.duties.add({ text, basis, inForce: 'From 1 April 2008' })).dutyId;
  const answersOf = async (dutyId: string) =>
    (await office.caller.duties.list())
      .find(({ id }) => id === dutyId)
      ?.answers.map(({ kind, text, said }) => [kind, text, said]);

  it('keep the words of the day they come into force beside what they mean', async () => {
    await add('Secure enough places', 'Childcare Act 2006, section 6');
    expect(await office.caller.duties.list()).toMatchObject([
      {
        text: 'Secure enough places',
        inForceFrom: { text: 'From 1 April 2008', start: '2008-04-01' },
        answers: [],
      },
    ]);
  });

  it('are answered by actions, sections and KPIs; those that nothing answers stand first', async () => {
    const places = await add('Secure enough places');
    const advice = await add('Give advice to parents');
    await office.caller.duties.answer({ dutyId: places, kind: 'section', recordId: plan.first });
    await office.caller.duties.answer({ dutyId: places, kind: 'action', recordId: plan.actions[1] });
    expect(await answersOf(places)).toEqual([
      ['section', 'Families know where to turn', 'duty'],
      ['action', 'Open the advice line on Saturdays', 'duty'],
    ]);
    expect((await office.caller.duties.list()).map(({ id }) => id)).toEqual([advice, places]);
    const before = await office.caller.history.list({ limit: 50 });
    await office.caller.duties.answer({ dutyId: places, kind: 'action', recordId: plan.actions[1] });
    expect(await office.caller.history.list({ limit: 50 })).toEqual(before);
    await office.caller.duties.unanswer({ dutyId: places, kind: 'section', recordId: plan.first });
    expect(await answersOf(places)).toHaveLength(1);
  });

  it('are answered by an action whose links name them, and the link goes with the answer', async () => {
    const places = await add('Secure enough places', 'Childcare Act 2006, section 6');
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[0], field: 'links', text: 'Childcare Act 2006, section 6' }],
    });
    expect(await answersOf(places)).toEqual([['action', 'Print one leaflet for all four centres', 'link']]);
    expect(await office.caller.links.pointingTo({ kind: 'action', id: plan.actions[0] })).toMatchObject({
      duties: [{ id: places }],
    });
    await office.caller.duties.unanswer({ dutyId: places, kind: 'action', recordId: plan.actions[0] });
    const { action } = await office.caller.plans.action({ actionId: plan.actions[0] });
    expect(action.links).toEqual([]);
  });

  it('go with what was said to answer them, and come back with it', async () => {
    const places = await add('Secure enough places');
    await office.caller.duties.answer({ dutyId: places, kind: 'section', recordId: plan.first });
    const before = readRegister(office.register.db);
    await office.caller.duties.remove({ dutyId: places });
    expect(readRegister(office.register.db)).not.toHaveProperty('dutyAnswers');
    await office.caller.history.undo();
    expect(readRegister(office.register.db)).toEqual(before);
    await office.caller.plans.removeSection({ sectionId: plan.first });
    expect(await answersOf(places)).toEqual([]);
    await office.caller.history.undo();
    expect(readRegister(office.register.db)).toEqual(before);
  });

  it('find what may answer them by its words', async () => {
    expect(await office.caller.duties.candidates({ text: 'advice line' })).toMatchObject([
      { kind: 'action', recordId: plan.actions[1], plan: 'Harbour Early Years Plan' },
    ]);
  });

  it('refuse an answer that is not there', async () => {
    const dutyId = await add('Secure enough places');
    const answer = { dutyId, kind: 'kpi' as const, recordId: plan.first };
    expect(await refusalOf(office.caller.duties.answer(answer))).toMatchObject({ code: 'not-found' });
  });
});
