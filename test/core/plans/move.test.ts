import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberInOrder } from '#shared/domain/number-in-order.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const view = () => office.caller.plans.get({ planId: plan.planId });
const refs = async () => (await view()).actions.map(({ ref }) => ref);
const undo = () => office.caller.history.undo();

describe('actions that are moved', () => {
  it('go before all others of a section, several at once in the order given', async () => {
    const [a, b, c, d] = plan.actions;
    await office.caller.plans.moveActions({
      actionIds: [d, b],
      sectionId: plan.first,
      afterActionId: null,
      first: true,
    });
    expect(await refs()).toEqual(['2.2', '1.2', '1.1', '2.1']);
    await office.caller.plans.moveActions({ actionIds: [c], sectionId: plan.first, afterActionId: a });
    expect(await refs()).toEqual(['2.2', '1.2', '1.1', '2.1']);
    expect((await view()).actions.every(({ sectionId }) => sectionId === plan.first)).toBe(true);
  });

  it('are added before the first of a section', async () => {
    await office.caller.plans.addActions({
      planId: plan.planId,
      sectionId: plan.second,
      afterActionId: null,
      first: true,
      rows: [{ ref: 'new' }],
    });
    expect(await refs()).toEqual(['1.1', '1.2', 'new', '2.1', '2.2']);
  });

  it('stand where a list would have them after any run of moves, each one act', async () => {
    const spots = fc.record({
      ids: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
      section: fc.integer({ min: 0, max: 1 }),
      to: fc.constantFrom('first', 'last', 0, 1, 2, 3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(spots, { minLength: 1, maxLength: 6 }), async (moves) => {
        const before = await refs();
        const sections = [plan.first, plan.second];
        const model = (await view()).actions.map(({ id, sectionId }) => ({ id: id as string, sectionId }));
        let acts = 0;
        for (const { ids, section, to } of moves) {
          const moving = ids.map((n) => plan.actions[n] as string);
          const after = typeof to === 'number' ? (plan.actions[to] as string) : null;
          const sectionId = sections[section] as string;
          if (after !== null) {
            if (moving.includes(after) || model.find(({ id }) => id === after)?.sectionId !== sectionId)
              continue;
          }
          await office.caller.plans.moveActions({
            actionIds: moving,
            sectionId,
            afterActionId: after,
            first: to === 'first',
          });
          acts += 1;
          const rest = model.filter(({ id }) => !moving.includes(id));
          const own = rest.filter((one) => one.sectionId === sectionId);
          const at =
            after !== null ? own.findIndex(({ id }) => id === after) + 1 : to === 'first' ? 0 : own.length;
          own.splice(at, 0, ...moving.map((id) => ({ id, sectionId })));
          const others = rest.filter((one) => one.sectionId !== sectionId);
          model.length = 0;
          model.push(...(section === 0 ? [...own, ...others] : [...others, ...own]));
          expect((await view()).actions.map(({ id }) => id)).toEqual(model.map(({ id }) => id));
        }
        let undone = 0;
        while (undone < acts && (await office.caller.register.state()).open?.undo?.startsWith('Move')) {
          await undo();
          undone += 1;
        }
        expect(await refs()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

describe('sections that are moved', () => {
  const add = async (title: string, parentId: string | null) =>
    (
      await office.caller.plans.addSection({
        planId: plan.planId,
        parentId,
        afterSectionId: null,
        kind: 'objective',
        ref: null,
        title,
      })
    ).sectionId;
  const tree = async () => (await view()).sections.map(({ title }) => title);

  it('take all below them and their actions along, and Undo brings all back', async () => {
    const leaflets = await add('Leaflets', plan.first);
    await add('In two languages', leaflets);
    const before = await view();
    await office.caller.plans.moveSection({
      sectionId: plan.first,
      parentId: plan.second,
      afterSectionId: null,
    });
    expect(await tree()).toEqual([
      'Rooms fit for play',
      'Families know where to turn',
      'Leaflets',
      'In two languages',
    ]);
    expect(await refs()).toEqual(['2.1', '2.2', '1.1', '1.2']);
    await undo();
    expect(await view()).toEqual(before);
  });

  it('go first, last or behind another of their new parent', async () => {
    const a = await add('A', plan.first);
    const b = await add('B', plan.first);
    await office.caller.plans.moveSection({
      sectionId: b,
      parentId: plan.first,
      afterSectionId: null,
      first: true,
    });
    expect((await tree()).slice(1, 3)).toEqual(['B', 'A']);
    await office.caller.plans.moveSection({ sectionId: b, parentId: plan.first, afterSectionId: a });
    expect((await tree()).slice(1, 3)).toEqual(['A', 'B']);
    await office.caller.plans.moveSection({ sectionId: b, parentId: null, afterSectionId: plan.first });
    const sections = (await view()).sections;
    expect(sections.map(({ title }) => title).slice(0, 3)).toEqual(['Families know where to turn', 'A', 'B']);
    expect(sections.find(({ id }) => id === b)?.parentId).toBeNull();
  });

  it('do not go into themselves', async () => {
    const leaflets = await add('Leaflets', plan.first);
    const move = office.caller.plans.moveSection({
      sectionId: plan.first,
      parentId: leaflets,
      afterSectionId: null,
    });
    expect(await refusalOf(move)).toMatchObject({ code: 'wrong-use' });
  });
});

describe('references that are renumbered', () => {
  const changes = async () => {
    const { sections, actions } = await view();
    return numberInOrder(
      sections,
      actions.map(({ id, sectionId, ref }) => ({ id, parentId: sectionId, ref })),
    );
  };

  it('follow the order after a move, as one act that Undo takes back', async () => {
    await office.caller.plans.moveSection({
      sectionId: plan.second,
      parentId: null,
      afterSectionId: null,
      first: true,
    });
    const before = await view();
    const made = await changes();
    expect(await office.caller.plans.renumber({ planId: plan.planId, ...made })).toEqual({ changed: 6 });
    const after = await view();
    expect(after.sections.map(({ ref }) => ref)).toEqual(['1', '2']);
    expect(after.actions.map(({ ref, text }) => [ref, text.slice(0, 9)])).toEqual([
      ['1.1', 'Mend the '],
      ['1.2', 'Buy outdo'],
      ['2.1', 'Print one'],
      ['2.2', 'Open the '],
    ]);
    expect(after.actions[1]?.links[0]?.actionId).toBe(plan.actions[2]);
    await undo();
    expect(await view()).toEqual(before);
  });

  it('are refused where the plan is no longer as it was shown', async () => {
    const [a] = plan.actions;
    const move = office.caller.plans.renumber({
      planId: plan.planId,
      sections: [],
      actions: [{ id: a, before: '1.9', after: '1.1' }],
    });
    expect(await refusalOf(move)).toMatchObject({ code: 'conflict' });
    expect(await refs()).toEqual(['1.1', '1.2', '2.1', '2.2']);
  });
});
