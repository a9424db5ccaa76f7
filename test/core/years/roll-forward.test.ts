import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import type { YearChoice } from '#shared/contract/years.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('rolling a plan forward', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const wish = (choices: YearChoice[] = []) => ({
    planId: plan.planId,
    title: 'Harbour Early Years Plan',
    period: '2011-12',
    choices,
  });
  const roll = (choices: YearChoice[] = [], more: object = {}) =>
    office.caller.years.rollForward({ ...wish(choices), ...more });
  const carried = (actionId: string, measuredChange: string | null = null): YearChoice => ({
    kind: 'carried',
    actionId,
    measuredChange,
  });

  it('asks to look at what is carried with a lead who leads nothing any more', async () => {
    const { people } = office.caller;
    const ruth = (await people.list()).find(({ name }) => name === 'Ruth Adeyemi');
    await people.retire({ personId: ruth?.id ?? '', on: '2010-09-01' });
    const { toLookAt } = await roll();
    expect(toLookAt.filter(({ why }) => why.startsWith('Ruth Adeyemi leads nothing'))).toMatchObject([
      { ref: '1.1' },
      { ref: '1.2' },
    ]);
  });

  it('proposes the next period, what has ended as closed and the rest as carried, and dates that have passed', async () => {
    await office.caller.plans.addProgress({
      actionIds: [plan.actions[0]],
      state: 'complete',
      text: 'Done',
      on: null,
      by: null,
    });
    const proposal = await office.caller.years.proposal({ planId: plan.planId });
    expect(proposal.next.period).toBe('2011-12');
    expect(
      proposal.actions.map(({ ref, proposed, dateHasPassed }) => [ref, proposed, dateHasPassed]),
    ).toEqual([
      ['1.1', 'closed', true],
      ['1.2', 'carried', false],
      ['2.1', 'carried', true],
      ['2.2', 'carried', false],
    ]);
  });

  it('carries sections, leads, measures, timescales and links, and says which row a link means by its new reference', async () => {
    const [first, second, third, fourth] = plan.actions;
    await office.caller.plans.addActions({
      planId: plan.planId,
      sectionId: plan.second,
      afterActionId: third,
      rows: [{ ref: '2.1b', text: 'Paint it' }],
    });
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: fourth, field: 'links', text: 'As 1.2' }],
    });
    const done = await roll([{ kind: 'dropped', actionId: first, reason: 'Leaflets went out of print' }]);
    const { plan: next, sections, actions } = await office.caller.plans.get({ planId: done.planId });
    expect(next.continuesPlanId).toBe(plan.planId);
    expect(next.period?.label).toBe('2011-12');
    expect(sections.map(({ ref, title }) => [ref, title])).toEqual([
      ['1', 'Families know where to turn'],
      ['2', 'Rooms fit for play'],
    ]);
    expect(actions.map(({ ref, text }) => [ref, text])).toEqual([
      ['1.1', 'Open the advice line on Saturdays'],
      ['2.1', 'Mend the garden fence'],
      ['2.1b', 'Paint it'],
      ['2.2', 'Buy outdoor toys'],
    ]);
    expect(actions[0]).toMatchObject({
      continuesActionId: second,
      leads: [{ text: 'RA' }],
      timescale: { text: 'Ongoing' },
    });
    expect(actions[3]?.links).toMatchObject([{ text: 'As 1.1', actionId: actions[0]?.id }]);
    expect(checkRegister(office.register.db)).toEqual([]);
  });

  it('begins with the status carried, as a dated update in words', async () => {
    const [first, second, third] = plan.actions;
    const say = (actionId: string, state: 'on-track' | 'off-track' | 'complete') =>
      office.caller.plans.addProgress({ actionIds: [actionId], state, text: '', on: null, by: null });
    await say(first, 'on-track');
    await say(second, 'off-track');
    await say(third, 'complete');
    const done = await roll([
      { kind: 'merged', actionIds: [second, first], text: 'Leaflet and line', measuredChange: null },
      carried(third),
    ]);
    const { actions } = await office.caller.plans.get({ planId: done.planId });
    expect(
      actions.map(({ status, lastUpdate }) => [status?.state ?? null, lastUpdate?.text ?? null]),
    ).toEqual([
      ['off-track', 'Carried forward from 2010-11: 1.1 on track, 1.2 off track'],
      ['not-started', 'Carried forward from 2010-11: complete'],
      [null, null],
    ]);
    expect(actions[0]?.lastUpdate?.on).toBe('2010-10-12');
  });

  it('records a split, a merger, closed and dropped ones with their reasons, and what is measured', async () => {
    const [first, second, third, fourth] = plan.actions;
    const done = await roll([
      {
        kind: 'split',
        actionId: first,
        parts: ['Print a leaflet\n• in Welsh', 'Post it'],
        measuredChange: null,
      },
      {
        kind: 'reworded',
        actionId: second,
        text: 'Open the line on Sundays',
        measuredChange: 'calls, not hours',
      },
      { kind: 'dropped', actionId: third, reason: ' The fence is the school’s ' },
      { kind: 'closed', actionId: fourth, reason: null },
    ]);
    expect(done.words).toBe('4 actions: 1 re-worded, 1 split into 2, 1 closed, 1 dropped');
    expect(done.counts.next).toBe(3);
    const { lineage } = exportRegister(office.register);
    const short = lineage?.map(({ kind, fromActionId, toActionId, reason, measuredChange, on }) => [
      kind,
      plan.actions.indexOf(fromActionId ?? ''),
      toActionId !== null,
      reason,
      measuredChange,
      on,
    ]);
    expect(short).toEqual([
      ['split', 0, true, null, null, '2010-10-12'],
      ['split', 0, true, null, null, '2010-10-12'],
      ['reworded', 1, true, null, 'calls, not hours', '2010-10-12'],
      ['dropped', 2, false, 'The fence is the school’s', null, '2010-10-12'],
      ['closed', 3, false, null, null, '2010-10-12'],
    ]);
    const { actions } = await office.caller.plans.get({ planId: done.planId });
    expect(actions.map(({ ref, text, bullets }) => [ref, text, bullets])).toEqual([
      ['1.1', 'Print a leaflet', ['in Welsh']],
      ['1.2', 'Post it', []],
      ['1.3', 'Open the line on Sundays', []],
    ]);
    expect(actions[0]?.measures.map(({ text }) => text)).toEqual([
      'Leaflet in every centre',
      'Leaflet in two languages',
    ]);
  });

  it('follows each action through three years, with a tree where it was split and merged', async () => {
    const [first, second] = plan.actions;
    const one = await roll([
      { kind: 'split', actionId: first, parts: ['Print it', 'Post it'], measuredChange: null },
    ]);
    const year2 = (await office.caller.plans.get({ planId: one.planId })).actions;
    const ids = year2.map(({ id }) => id);
    const two = await office.caller.years.rollForward({
      planId: one.planId,
      title: 'Harbour Early Years Plan',
      period: '2012-13',
      choices: [
        {
          kind: 'merged',
          actionIds: [ids[1] ?? '', ids[2] ?? ''],
          text: 'Post and ring',
          measuredChange: 'replies',
        },
        { kind: 'dropped', actionId: ids[0] ?? '', reason: 'No printer' },
      ],
    });
    const year3 = (await office.caller.plans.get({ planId: two.planId })).actions;
    const years = await office.caller.years.lineage({ actionId: year3[0]?.id ?? '' });
    expect(years.branches).toBe(true);
    expect(years.nodes.map(({ period, ref }) => [period, ref])).toEqual([
      ['2010-11', '1.1'],
      ['2010-11', '1.2'],
      ['2011-12', '1.1'],
      ['2011-12', '1.2'],
      ['2011-12', '1.3'],
      ['2012-13', '1.1'],
    ]);
    expect(years.sentences).toEqual([
      '1.1 of 2010-11 was split into 1.1 and 1.2 of 2011-12 (12 October 2010).',
      '1.2 of 2010-11 was carried into 2011-12 as 1.3 (12 October 2010).',
      '1.1 of 2011-12 was dropped and not carried into 2012-13 (12 October 2010). Reason: No printer.',
      '1.2 and 1.3 of 2011-12 were merged into 1.1 of 2012-13 (12 October 2010). What is measured has changed: replies.',
    ]);
    // From whichever end one begins, it is the same way.
    expect(await office.caller.years.lineage({ actionId: second })).toEqual(years);
  });

  it('carries KPIs with the last actual as baseline, the new target open, and one set ahead', async () => {
    const { kpiId } = await office.caller.kpis.add({
      planId: plan.planId,
      sectionId: plan.first,
      ref: 'K 1',
      name: 'Calls answered',
      unit: '%',
    });
    await office.caller.kpis.edit({ kpiId, polarity: 'up', owners: 'Ruth Adeyemi' });
    const figure = (role: 'target' | 'actual' | 'baseline', period: string, text: string) => ({
      kpiId,
      role,
      period,
      text,
      comparator: null,
    });
    await office.caller.kpis.setValues({
      edits: [
        figure('baseline', '2008-09', '40%'),
        figure('actual', '2009-10', '52%'),
        figure('actual', '2010-11', '61%'),
        figure('target', '2010-11', '60%'),
        figure('target', '2012-13', '75%'),
      ],
    });
    await office.caller.plans.setCells({
      planId: plan.planId,
      edits: [{ actionId: plan.actions[1], field: 'measures', text: 'Calls answered' }],
    });
    const done = await roll([], {
      kpis: [{ kind: 'carried', kpiId, measuredChange: 'answered in an hour' }],
    });
    expect(done.kpis).toMatchObject([{ kind: 'carried', baseline: '61% (2010-11)' }]);
    const json = exportRegister(office.register);
    const next = json.kpis.find((kpi) => kpi.planId === done.planId);
    expect(next).toMatchObject({
      ref: 'K 1',
      name: 'Calls answered',
      unit: '%',
      polarity: 'up',
      owners: [{ text: 'Ruth Adeyemi' }],
    });
    const values = json.kpiValues.filter((value) => value.kpiId === next?.id);
    expect(values.map(({ role, period, text }) => [role, period.label, text])).toEqual([
      ['baseline', '2010-11', '61%'],
      ['target', '2012-13', '75%'],
    ]);
    expect(json.lineage?.find((link) => link.fromKpiId === kpiId)).toMatchObject({
      kind: 'carried',
      toKpiId: next?.id,
      measuredChange: 'answered in an hour',
    });
  });

  it('says what to look at: dates that have passed, and rows that are meant and are gone', async () => {
    const [, , third] = plan.actions;
    const done = await roll([{ kind: 'dropped', actionId: third, reason: 'Done by the school' }]);
    expect(done.toLookAt.map(({ ref, why }) => [ref, why])).toEqual([
      ['1.1', 'Its date has passed: “By 30 September 2010”. Give it a date of the new year.'],
      ['2.1', '“As 2.1” means a row of 2010-11 that was not carried. Say here what it said, or unlink it.'],
    ]);
  });

  it('leaves out sections that have lost all their actions where that is wished, and renumbers what follows', async () => {
    const [first, second] = plan.actions;
    const drop = (actionId: string): YearChoice => ({ kind: 'dropped', actionId, reason: 'Ended' });
    const done = await roll([drop(first), drop(second)], { options: { emptied: 'left-out' } });
    expect(done.sectionsLeftOut).toEqual([{ ref: '1', title: 'Families know where to turn' }]);
    const { sections, actions } = await office.caller.plans.get({ planId: done.planId });
    expect(sections.map(({ ref }) => ref)).toEqual(['1']);
    expect(actions.map(({ ref }) => ref)).toEqual(['1.1', '1.2']);
  });

  it('does not touch the old plan, unless what ends is to be closed there', async () => {
    const of = (json: RegisterJson) => ({
      plan: json.plans.find(({ id }) => id === plan.planId),
      sections: json.sections.filter(({ planId }) => planId === plan.planId),
      actions: json.actions.filter(({ planId }) => planId === plan.planId),
      progress: json.progress.filter(({ actionId }) => plan.actions.includes(actionId ?? '')),
      measures: json.measures.filter(({ actionId }) => plan.actions.includes(actionId)),
    });
    const before = exportRegister(office.register);
    const choices: YearChoice[] = [{ kind: 'dropped', actionId: plan.actions[3], reason: 'No money' }];
    await roll(choices);
    expect(of(exportRegister(office.register))).toEqual(of(before));
    await office.caller.history.undo();
    await roll(choices, { options: { closeOld: true } });
    const { action, progress } = await office.caller.plans.action({ actionId: plan.actions[3] });
    expect(action.status).toEqual({ state: 'closed', label: 'Closed' });
    expect(progress[0]?.text).toBe('Not carried into 2011-12: No money');
  });

  it('is one step of Undo, which takes all of it back and gives it again', async () => {
    const before = exportRegister(office.register);
    await roll([{ kind: 'split', actionId: plan.actions[0], parts: ['a', 'b'], measuredChange: 'x' }]);
    const after = exportRegister(office.register);
    await office.caller.history.undo();
    expect(exportRegister(office.register)).toEqual(before);
    await office.caller.history.redo();
    expect(exportRegister(office.register)).toEqual(after);
    expect(RegisterJson.parse(after)).toEqual(after);
    expect(checkRegister(office.register.db)).toEqual([]);
  });

  it('goes when the new plan is deleted, and when an action is, link by link', async () => {
    const done = await roll();
    const { actions } = await office.caller.plans.get({ planId: done.planId });
    await office.caller.plans.removeActions({ actionIds: [actions[0]?.id ?? ''] });
    expect(exportRegister(office.register).lineage).toHaveLength(3);
    await office.caller.plans.remove({ planId: done.planId });
    expect(exportRegister(office.register).lineage).toBeUndefined();
    expect(checkRegister(office.register.db)).toEqual([]);
  });

  it('is refused, with nothing written, where a choice cannot be meant', async () => {
    const [first, second] = plan.actions;
    const before = exportRegister(office.register);
    const refusal = async (choices: YearChoice[], more: object = {}) =>
      (await refusalOf(roll(choices, more))).message;
    expect(await refusal([{ kind: 'dropped', actionId: first, reason: '  ' }])).toMatch(
      /Say why 1\.1 is dropped/,
    );
    expect(
      await refusal([{ kind: 'split', actionId: first, parts: ['one', ''], measuredChange: null }]),
    ).toMatch(/at least two/);
    expect(await refusal([carried(first), carried(first)])).toMatch(/chosen twice/);
    expect(await refusal([{ kind: 'merged', actionIds: [second], text: 'x', measuredChange: null }])).toMatch(
      /what 1\.2 is merged with/,
    );
    expect(
      await refusal([
        {
          kind: 'reworded',
          actionId: second,
          text: 'Open the advice line on Saturdays',
          measuredChange: null,
        },
      ]),
    ).toMatch(/are as they were/);
    expect(await refusal([carried('01900000-0000-7000-8000-00000000ffff')])).toMatch(/no longer in the plan/);
    expect(await refusal([], { period: '   ' })).toMatch(/which year/);
    expect(exportRegister(office.register)).toEqual(before);
    await roll();
    expect(await refusalOf(roll())).toMatchObject({ code: 'conflict' });
  });
});
