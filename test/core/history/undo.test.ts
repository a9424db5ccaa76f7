import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { editableFields } from '#shared/contract/plans.ts';
import { states } from '#shared/domain/states.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

/** All that the register says, and what a search would look in. */
function allOf({ register }: Office) {
  const pieces = register.db.raw
    .prepare('SELECT kind, record_id, title, body FROM search_docs ORDER BY kind, record_id, title, body')
    .all();
  return { register: exportRegister(register), pieces };
}

const words = fc.constantFrom(
  '',
  'Ruth Adeyemi',
  'RA, Play team',
  'By March 2011',
  'Ongoing',
  'On track  Going well',
  'Complete',
  'As 2.1',
  'one\ntwo\nthree',
  'Text: \n• first\n• second',
  '24 November 2010',
  '12.5%',
);
const place = fc.nat({ max: 3 });
/** An act of the officer, as numbers and words that pick among what is there. */
const anAct = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    cells: fc.array(fc.record({ row: place, field: fc.constantFrom(...editableFields), text: words }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  fc.record({ do: fc.constant('add' as const), row: place, text: words }),
  fc.record({ do: fc.constant('remove' as const), row: place }),
  fc.record({ do: fc.constant('move' as const), row: place, behind: place }),
  fc.record({ do: fc.constant('report' as const), row: place, state: fc.constantFrom(...states) }),
  fc.record({ do: fc.constant('figure' as const), row: place, text: words }),
  fc.record({ do: fc.constant('section' as const), row: place }),
  fc.record({ do: fc.constant('drop section' as const), row: place }),
);
type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

async function carryOut(office: Office, { planId }: SamplePlan, act: Act): Promise<void> {
  const { plans, kpis } = office.caller;
  const { actions, sections } = await plans.get({ planId });
  const action = (row: number) => actions[row % Math.max(actions.length, 1)];
  if (act.do === 'type') {
    const edits = act.cells.flatMap(({ row, field, text }) => {
      const there = action(row);
      return there ? [{ actionId: there.id, field, text }] : [];
    });
    if (edits.length > 0) await plans.setCells({ planId, edits });
    return;
  }
  const there = action(act.row);
  const section = sections[act.row % Math.max(sections.length, 1)];
  if (act.do === 'add') {
    await plans.addActions({
      planId,
      sectionId: there?.sectionId ?? null,
      afterActionId: there?.id ?? null,
      rows: [{ text: act.text }, { leads: act.text, status: act.text }],
    });
  } else if (act.do === 'remove' && there) await plans.removeActions({ actionIds: [there.id] });
  else if (act.do === 'move' && there) {
    const behind = action(act.behind);
    await plans.moveAction({
      actionId: there.id,
      sectionId: behind?.sectionId ?? null,
      afterActionId: behind?.id ?? null,
    });
  } else if (act.do === 'report' && there) {
    await plans.addProgress({ actionIds: [there.id], state: act.state, text: 'x', on: null, by: 'RA' });
  } else if (act.do === 'section') {
    await plans.addSection({
      planId,
      parentId: section?.id ?? null,
      afterSectionId: null,
      kind: 'theme',
      ref: null,
      title: 'New',
    });
  } else if (act.do === 'drop section' && section) await plans.removeSection({ sectionId: section.id });
  else if (act.do === 'figure') {
    const [kpi] = await kpis.list({});
    const kpiId = kpi?.id ?? planId;
    await kpis.setValues({
      edits: [{ kpiId, role: 'actual', period: `20${10 + act.row}-${11 + act.row}`, text: act.text }],
    });
  }
}

describe('undo and redo', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
    await office.caller.kpis.add({ planId: plan.planId, sectionId: plan.first, name: 'Calls' });
  });
  afterEach(() => office.close());

  it('say plainly that there is nothing to do', async () => {
    const { history } = office.caller;
    expect(await refusalOf(history.redo())).toMatchObject({ code: 'not-possible' });
    while ((await office.caller.register.state()).open?.undo) await history.undo();
    expect(await refusalOf(history.undo())).toMatchObject({ code: 'not-possible' });
  });

  it('survive a restart', async () => {
    const before = allOf(office);
    await office.caller.plans.removeActions({ actionIds: [...plan.actions] });
    await office.app.close();
    const register = await office.app.openPath(office.register.path);
    await office.caller.history.undo();
    expect(allOf({ ...office, register })).toEqual(before);
  });

  it('can no longer redo once something new was done', async () => {
    const { history, plans } = office.caller;
    await history.undo();
    expect((await office.caller.register.state()).open?.redo).not.toBeNull();
    await plans.create({ title: 'Another', kind: 'plan', period: null });
    expect((await office.caller.register.state()).open?.redo).toBeNull();
  });

  it('bring back, for any acts, the register and its search exactly as they stood at each step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 6 }), async (acts) => {
        const { history } = office.caller;
        const newest = async () => (await history.list({ limit: 1 }))[0];
        const steps = [allOf(office)];
        for (const act of acts) {
          const before = await newest();
          await carryOut(office, plan, act);
          expect(checkRegister(office.register.db)).toEqual([]);
          // What wrote nothing is no step.
          if ((await newest())?.seq !== before?.seq) steps.push(allOf(office));
        }
        for (const step of steps.slice(0, -1).reverse()) {
          await history.undo();
          expect(allOf(office)).toEqual(step);
        }
        expect(checkRegister(office.register.db)).toEqual([]);
        for (const step of steps.slice(1)) {
          await history.redo();
          expect(allOf(office)).toEqual(step);
        }
        for (const _ of steps.slice(1)) await history.undo();
      }),
      { numRuns: 25 },
    );
  });
});
