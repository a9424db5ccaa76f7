import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { cellText, linkLines } from '#shared/contract/cells.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { type Office, openOffice } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';

describe('links', () => {
  let office: Office;
  let plan: SamplePlan;
  beforeEach(async () => {
    office = await openOffice();
    plan = await samplePlan(office);
  });
  afterEach(() => office.close());

  const type = async (text: string, actionId = plan.actions[0]) => {
    const edits = [{ actionId, field: 'links' as const, text }];
    const { actions } = await office.caller.plans.setCells({ planId: plan.planId, edits });
    return actions[0]?.links ?? [];
  };
  const strategy = async () => {
    const { planId } = await office.caller.plans.create({
      title: 'Strategy',
      kind: 'strategy',
      period: null,
    });
    const ids: string[] = [];
    for (const ref of ['CSD1', 'CSD 2', 'CSD8']) {
      const section = { planId, parentId: null, afterSectionId: null, kind: 'priority' as const, ref };
      ids.push((await office.caller.plans.addSection({ ...section, title: `Priority ${ref}` })).sectionId);
    }
    return { planId, ids };
  };
  const bringIn = (name: string, lines: string[]) =>
    importFiles(
      office.app,
      [{ name, bytes: new TextEncoder().encode(lines.join('\n')) }],
      ImportOptions.parse({}),
    );

  it('resolve codes over the sections of all plans: “CSD1,2 and 8” to three', async () => {
    const { ids } = await strategy();
    const links = await type('CSD1,2 and 8\nSomething else');
    expect(links.map(({ text, code, sectionId }) => [text, code, sectionId])).toEqual([
      ['CSD1,2 and 8', 'CSD1', ids[0]],
      ['CSD1,2 and 8', 'CSD2', ids[1]],
      ['CSD1,2 and 8', 'CSD8', ids[2]],
      ['Something else', undefined, null],
    ]);
    expect(linkLines(links)).toEqual(['CSD1,2 and 8', 'Something else']);
  });

  it('stand in the cell as they were typed, so that typing the same again changes nothing', async () => {
    await strategy();
    await type('CSD1,2 and 8');
    const before = await office.caller.history.list({ limit: 500 });
    const { actions } = await office.caller.plans.get({ planId: plan.planId });
    const [row] = actions;
    if (!row) throw new Error('no row');
    expect(cellText(row, 'links')).toBe('CSD1,2 and 8');
    await type(cellText(row, 'links'));
    expect(await office.caller.history.list({ limit: 500 })).toEqual(before);
  });

  it('point nowhere once their section is gone, and keep their words', async () => {
    const { ids } = await strategy();
    await type('CSD8');
    await office.caller.plans.removeSection({ sectionId: ids[2] ?? '' });
    const { action } = await office.caller.plans.action({ actionId: plan.actions[0] });
    expect(action.links).toMatchObject([{ text: 'CSD8', sectionId: null }]);
    await office.caller.history.undo();
    const back = await office.caller.plans.action({ actionId: plan.actions[0] });
    expect(back.action.links).toMatchObject([{ text: 'CSD8', sectionId: ids[2] }]);
  });

  it('of an import are resolved over all plans, and words of before find what an import brings', async () => {
    const { ids } = await strategy();
    await type('CSD1 and 2\nWork plan 2010-11');
    await bringIn('work.csv', [
      'Work plan 2010-11',
      'Ref,Action,Linked priorities,Lead,Timescale',
      '1,Open the doors early,CSD1 and 2,Nia Rowe,March 2011',
      '2,Shut the doors late,CSD8,Nia Rowe,March 2011',
    ]);
    const work = (await office.caller.plans.list()).find((one) => one.title.startsWith('Work'));
    const { actions } = await office.caller.plans.get({ planId: work?.id ?? '' });
    expect(actions.map((one) => one.links.map((link) => link.sectionId))).toEqual([
      [ids[0], ids[1]],
      [ids[2]],
    ]);
    const { action } = await office.caller.plans.action({ actionId: plan.actions[0] });
    expect(action.links.map(({ sectionId, planId }) => sectionId ?? planId)).toEqual([
      ids[0],
      ids[1],
      work?.id,
    ]);
  });
});
