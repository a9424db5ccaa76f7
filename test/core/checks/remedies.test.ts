import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRegister } from '#core/register/check.ts';
import type { Finding } from '#shared/contract/checks.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const type = (actionId: string, field: 'timescale' | 'text' | 'leads' | 'links' | 'measures', text: string) =>
  office.caller.plans.setCells({ planId: plan.planId, edits: [{ actionId, field, text }] });
const found = async (check: Finding['check'], planId: string | null = plan.planId) =>
  (await office.caller.checks.plan({ planId })).findings.filter((one) => one.check === check);
const settle = async (one: Finding | undefined, words: string | RegExp) => {
  const remedy = one?.remedies.find((each) =>
    typeof words === 'string' ? each.words === words : words.test(each.words),
  );
  if (!remedy) throw new Error(`no remedy ${words} among ${one?.remedies.map((each) => each.words)}`);
  return office.caller.checks.remedy(remedy);
};
const action = (id: string) => office.caller.plans.action({ actionId: id });

describe('a date that reads two ways', () => {
  it('is settled by one of its readings, as an ordinary edit of its words', async () => {
    await type(plan.actions[2], 'timescale', 'Dec 09');
    const [one] = await found('ambiguous-date');
    expect(one?.remedies).toHaveLength(2);
    expect(one?.write).toEqual({ into: 'timescale', words: 'Dec 09' });
    await settle(one, /December 2009/);
    expect(await found('ambiguous-date')).toEqual([]);
    expect((await action(plan.actions[2])).action.timescale).toMatchObject({ ambiguous: false });
    await office.caller.history.undo();
    expect((await action(plan.actions[2])).action.timescale?.text).toBe('Dec 09');
  });
});

describe('a lead that fits two people', () => {
  it('is said to be one of them, and keeps its words', async () => {
    await type(plan.actions[0], 'leads', 'Ruth Adeyemi; Rob Ames');
    await type(plan.actions[3], 'leads', 'RA');
    const [one] = await found('unknown-lead');
    expect(one).toMatchObject({ says: '“RA” fits more than one person of the register.' });
    await settle(one, 'Rob Ames');
    const people = new Map((await office.caller.people.list()).map(({ id, name }) => [id, name]));
    const [lead] = (await action(plan.actions[3])).action.leads;
    expect([lead?.text, people.get(lead?.personId ?? '')]).toEqual(['RA', 'Rob Ames']);
    expect(await found('unknown-lead')).toEqual([]);
    expect(await refusalOf(settle(one, 'Rob Ames'))).toMatchObject({ code: 'conflict' });
  });
});

describe('a reference to nowhere', () => {
  it('is pointed to the row that was meant, in the words or in the links', async () => {
    await type(plan.actions[3], 'text', 'As 2.11');
    const [inText] = await found('broken-reference');
    expect(inText?.write).toEqual({ into: 'text', words: 'As 2.11' });
    await settle(inText, 'It is 2.1');
    expect((await action(plan.actions[3])).action.text).toBe('As 2.1');
    await office.caller.streams.add({ name: 'Sure Start grant', also: [], note: null });
    await type(plan.actions[1], 'links', 'As 2.19\nSure Start grant');
    const [inLinks] = await found('broken-reference');
    expect(inLinks?.write?.words).toBe('As 2.19\nSure Start grant');
    await settle(inLinks, 'It is 2.1');
    expect((await action(plan.actions[1])).action.links.map(({ text }) => text)).toEqual([
      'As 2.1',
      'Sure Start grant',
    ]);
    expect(await found('broken-reference')).toEqual([]);
  });
});

describe('two that say the same', () => {
  const words = 'Print one leaflet for all four centres';
  const twin = async () => {
    await type(plan.actions[3], 'text', words);
    await type(plan.actions[3], 'measures', 'Leaflet in every centre\nLeaflet by post');
    await type(plan.actions[3], 'timescale', 'By 31 December 2010');
    const told = { actionIds: [plan.actions[3]], by: null };
    await office.caller.plans.addProgress({ ...told, state: 'at-risk', text: 'Late', on: '2010-10-11' });
    const earlier = { actionIds: [plan.actions[0]], by: null };
    await office.caller.plans.addProgress({
      ...earlier,
      state: 'on-track',
      text: 'Begun',
      on: '2010-10-01',
    });
    return (await found('duplicate'))[0];
  };

  it('become one: it keeps its words and gets what it has not, and every update as it was given', async () => {
    const one = await twin();
    await settle(one, 'Merge into 1.1');
    const kept = await action(plan.actions[0]);
    expect(kept.measures.map(({ text }) => text)).toEqual([
      'Leaflet in every centre',
      'Leaflet in two languages',
      'Leaflet by post',
    ]);
    expect(kept.progress.map(({ on, text, status }) => [on, text, status?.state])).toEqual([
      ['2010-10-11', 'Late', 'at-risk'],
      ['2010-10-01', 'Begun', 'on-track'],
    ]);
    expect(kept.action.status?.state).toBe('at-risk');
    expect(kept.action.timescale?.text).toBe('By 30 September 2010');
    expect(kept.action.comment).toBe('Merged with 2.2: By 31 December 2010');
    expect(await refusalOf(action(plan.actions[3]))).toMatchObject({ code: 'not-found' });
    expect(await found('duplicate')).toEqual([]);
    expect(checkRegister(office.register)).toEqual([]);
    await office.caller.history.undo();
    expect((await action(plan.actions[3])).progress).toHaveLength(1);
    expect((await action(plan.actions[0])).measures).toHaveLength(2);
  });

  it('take what pointed to the one that goes along, and never point to themselves', async () => {
    const one = await twin();
    await type(plan.actions[1], 'links', 'As 2.2');
    await type(plan.actions[0], 'links', 'As 2.2');
    await settle(one, 'Merge into 1.1');
    expect((await action(plan.actions[1])).action.links[0]?.actionId).toBe(plan.actions[0]);
    expect((await action(plan.actions[0])).action.links[0]?.actionId).toBeNull();
  });

  it('are two where the officer says so, from whichever plan one looks', async () => {
    const { planId } = await office.caller.plans.create({ title: 'Beside', kind: 'plan', period: '2010-11' });
    await office.caller.plans.addActions({
      planId,
      sectionId: null,
      afterActionId: null,
      rows: [{ ref: 'A', text: words }],
    });
    const [here] = await found('duplicate', planId);
    await office.caller.checks.accept({
      check: 'duplicate',
      recordId: here?.actionId ?? '',
      otherId: here?.other?.actionId ?? null,
      reason: 'These are two different things.',
      by: 'Ruth Adeyemi',
    });
    const said = { reason: 'These are two different things.', by: 'Ruth Adeyemi' };
    for (const at of [planId, plan.planId, null]) {
      expect(await found('duplicate', at)).toMatchObject([{ accepted: said }]);
    }
    expect((await office.caller.checks.counts()).duplicate).toBeUndefined();
  });
});

describe('the counts for Home', () => {
  it('are those of the list of all plans', async () => {
    await type(plan.actions[2], 'timescale', 'Dec 09');
    const { totals } = await office.caller.checks.plan({ planId: null });
    const found = Object.entries(totals).filter(([, n]) => n > 0);
    expect(await office.caller.checks.counts()).toEqual(Object.fromEntries(found));
    expect(found.length).toBeGreaterThan(3);
  });
});
