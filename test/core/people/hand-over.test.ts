import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

const noDetails = { initials: null, role: null, email: null };

describe('handing a leaver over', () => {
  let office: Office;
  let plan: SamplePlan;
  let ruth: string;
  let successor: string;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
    const { people, plans } = office.caller;
    ruth = (await people.list()).find(({ name }) => name === 'Ruth Adeyemi')?.id ?? '';
    await people.edit({ personId: ruth, initials: 'RA' });
    const made = await people.add({ name: 'Ben Tull', kind: 'person', ...noDetails, initials: 'BT' });
    successor = made.personId;
    await plans.setCells({
      planId: plan.planId,
      edits: [
        { actionId: plan.actions[1], field: 'leads', text: 'Ruth Adeyemi, Ben Tull' },
        { actionId: plan.actions[2], field: 'leads', text: 'Ruth Adeyemi' },
      ],
    });
    await plans.addProgress({
      actionIds: [plan.actions[2]],
      state: 'complete',
      text: 'Mended',
      on: '2010-08-02',
      by: 'Ruth Adeyemi',
    });
  });
  afterEach(() => office.close());

  const who = (on = '2010-09-01') => ({ personId: ruth, successorId: successor, on });
  const all = { posts: true, retire: true };
  const leadsOf = async (actionId: string) =>
    (await office.caller.plans.action({ actionId })).action.leads.map(({ text }) => text);

  it('shows its numbers and then does just that: open work passes on, what has ended keeps the name', async () => {
    const { people, history } = office.caller;
    const preview = await people.handOverPreview(who());
    expect(preview.plans).toMatchObject([{ planId: plan.planId, over: false, actions: 2, kept: 1, both: 1 }]);
    const done = await people.handOver({ ...who(), ...all, planIds: [plan.planId] });
    expect(done.label).toBe('Hand-over from Ruth Adeyemi to Ben Tull from 1 September 2010: 2 open actions');
    expect((await history.list({ limit: 1 }))[0]?.label).toBe(done.label);
    const [first, second, third] = plan.actions;
    expect([await leadsOf(first), await leadsOf(second), await leadsOf(third)]).toEqual([
      ['Ben Tull'],
      ['Ben Tull'],
      ['Ruth Adeyemi'],
    ]);
    const after = (await people.list()).find(({ id }) => id === ruth);
    expect(after?.retiredOn).toBe('2010-09-01');
  });

  it('leaves who said an update as it was said', async () => {
    await office.caller.people.handOver({ ...who(), ...all, planIds: [plan.planId] });
    const { progress } = await office.caller.plans.action({ actionId: plan.actions[2] });
    expect(progress[0]?.by).toBe('Ruth Adeyemi');
  });

  it('ends the leaver’s spell of office the day before and begins the successor’s on the day', async () => {
    const { people } = office.caller;
    const { personId: ofId } = await people.add({ name: 'Head of Service', kind: 'role', ...noDetails });
    await people.addSpell({ ofId, personId: ruth, from: '2008-04-01', until: null });
    await people.handOver({ ...who(), ...all, planIds: [] });
    const post = (await people.list()).find(({ id }) => id === ofId);
    expect(post?.holders.map(({ personId, from, until }) => [personId, from, until])).toEqual([
      [ruth, '2008-04-01', '2010-08-31'],
      [successor, '2010-09-01', null],
    ]);
  });

  it('is refused before its day, to oneself, and where nothing is chosen', async () => {
    const { people } = office.caller;
    const before = await office.caller.history.list({ limit: 50 });
    const nothing = { planIds: [], posts: true, retire: false };
    expect((await refusalOf(people.handOver({ ...who('2010-10-13'), ...nothing }))).code).toBe(
      'not-possible',
    );
    expect((await refusalOf(people.handOver({ ...who(), ...nothing }))).message).toContain('Choose a plan');
    const self = { personId: ruth, successorId: ruth, on: '2010-09-01', ...nothing };
    expect((await refusalOf(people.handOver(self))).message).toContain('cannot take over from themselves');
    expect(await office.caller.history.list({ limit: 50 })).toEqual(before);
  });
});

describe('merging those who are one', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await samplePlan(office);
  });
  afterEach(() => office.close());

  it('points all to the one that stays, keeps the other name as a spelling, and the words as written', async () => {
    const { people, plans } = office.caller;
    const [plan] = await plans.list();
    const planId = plan?.id ?? '';
    const saturdays = (await plans.get({ planId })).actions[1]?.id ?? '';
    await plans.setCells({ planId, edits: [{ actionId: saturdays, field: 'leads', text: 'R. Adeyemy' }] });
    const idOf = async (name: string) => (await people.list()).find((one) => one.name === name)?.id ?? '';
    const ids = { keepId: await idOf('Ruth Adeyemi'), otherId: await idOf('R. Adeyemy') };
    const { label } = await people.merge(ids);
    expect(label).toBe('Merge of R. Adeyemy into Ruth Adeyemi');
    const list = await people.list();
    expect(list.find(({ id }) => id === ids.keepId)?.aliases).toContain('R. Adeyemy');
    expect(list.some(({ id }) => id === ids.otherId)).toBe(false);
    const leads = (await plans.get({ planId })).actions.flatMap((action) => action.leads);
    expect(leads.map(({ text, personId }) => [text, personId])).toEqual([
      ['Ruth Adeyemi', ids.keepId],
      ['R. Adeyemy', ids.keepId],
    ]);
  });

  it('is refused where a role that somebody holds would become a person', async () => {
    const { people } = office.caller;
    const keep = (await people.list()).find(({ name }) => name === 'Ruth Adeyemi')?.id ?? '';
    const { personId: role } = await people.add({ name: 'Head of Service', kind: 'role', ...noDetails });
    await people.addSpell({ ofId: role, personId: keep, from: null, until: null });
    const refusal = await refusalOf(people.merge({ keepId: keep, otherId: role }));
    expect(refusal.message).toContain('1 spell of office');
    expect((await refusalOf(people.edit({ personId: role, kind: 'person' }))).code).toBe('not-possible');
  });
});
