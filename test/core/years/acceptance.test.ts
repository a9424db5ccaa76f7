import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { YearChoice } from '#shared/contract/years.ts';
import { clockFrom, type Office, openOffice } from '../office.ts';

/**
 * A plan rolled forward to 2015-16: two dropped with reasons, one split, two merged, the rest carried. Once for an
 * invented inspection plan, once for a real one, which is no part of the project.
 */
const real = join(import.meta.dirname, '../../../../shared/examples/seed-003-coventry.docx');
if (!existsSync(real)) console.log(`left out: ${real} is not here, so no real plan was rolled forward`);

let office: Office;
beforeEach(async () => {
  office = await openOffice({ now: clockFrom('2015-03-20T09:00:00.000Z') });
  office.setToday('2015-03-20');
});
afterEach(() => office.close());

async function invented(): Promise<string> {
  const { caller } = office;
  const { planId } = await caller.plans.create({
    title: 'Saltmarsh cluster inspection plan 2014-15',
    kind: 'action plan',
    period: '2014-15',
  });
  for (const [at, title] of ['Reach every family', 'Use the figures', 'Adult learning'].entries()) {
    const ref = `${at + 1}.0`;
    const where = { planId, parentId: null, afterSectionId: null, kind: 'recommendation' as const };
    const { sectionId } = await caller.plans.addSection({ ...where, ref, title });
    const rows = Array.from({ length: 4 }, (_, row) => ({
      ref: `${at + 1}.${row + 1}`,
      text: `${title}: step ${row + 1}`,
      leads: 'Nia Rowe',
      timescale: row % 2 === 0 ? 'By March 2015' : 'Ongoing',
      measures: `Measure ${row + 1}`,
      status: row === 3 ? 'Complete' : 'On track  Going well',
    }));
    await caller.plans.addActions({ planId, sectionId, afterActionId: null, rows });
  }
  return planId;
}

async function brought(): Promise<string> {
  const bytes = new Uint8Array(readFileSync(real));
  await importFiles(office.app, [{ name: 'plan.docx', bytes }], ImportOptions.parse({}));
  return exportRegister(office.register).plans[0]?.id ?? '';
}

/** The reports of a plan from a snapshot taken before, and from one taken now under the same name. */
async function reports(planId: string, snapshotId: string) {
  const make = async (format: 'html' | 'xlsx') =>
    (await office.caller.reports.make({ snapshotId, report: 'plan', planId, format })).base64;
  return { html: await make('html'), xlsx: await make('xlsx') };
}
const take = async (name: string) => (await office.caller.snapshots.take({ name })).id;
/** The page without what names the snapshot: its instant and its hash. */
const bodyOf = (base64: string) =>
  Buffer.from(base64, 'base64')
    .toString('utf8')
    .replace(/20 March 2015, \d\d:\d\d/g, 'then')
    .replace(/\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b/g, 'hash');

const ofPlan = (json: RegisterJson, planId: string) => {
  const actions = json.actions.filter((action) => action.planId === planId);
  const ids = new Set(actions.map(({ id }) => id));
  return {
    plan: json.plans.find(({ id }) => id === planId),
    sections: json.sections.filter((section) => section.planId === planId),
    actions,
    measures: json.measures.filter(({ actionId }) => ids.has(actionId)),
    progress: json.progress.filter(({ actionId }) => actionId !== null && ids.has(actionId)),
  };
};

describe.each([
  ['an invented inspection plan', invented, true],
  ['a real inspection plan', brought, existsSync(real)],
] as const)('%s rolled forward', (_name, begin, there) => {
  it.skipIf(!there)('keeps the old year byte for byte and follows every action', async () => {
    const planId = await begin();
    const before = exportRegister(office.register);
    const old = ofPlan(before, planId);
    const open = old.actions.filter(({ status }) => status?.state !== 'complete');
    const at = (index: number) => open[index]?.id ?? '';
    const snapshot = await take('Year end');
    const reported = await reports(planId, snapshot);

    const choices: YearChoice[] = [
      { kind: 'dropped', actionId: at(0), reason: 'The centre closed' },
      { kind: 'dropped', actionId: at(1), reason: 'Paid for by another fund' },
      { kind: 'split', actionId: at(2), parts: ['The first half', 'The second half'], measuredChange: null },
      {
        kind: 'merged',
        actionIds: [at(3), at(4)],
        text: 'Both together',
        measuredChange: 'families, not visits',
      },
      ...old.actions
        .filter(({ id }) => ![0, 1, 2, 3, 4].some((index) => at(index) === id))
        .map(({ id }): YearChoice => ({ kind: 'carried', actionId: id, measuredChange: null })),
    ];
    const { next } = await office.caller.years.proposal({ planId, to: '2015-16' });
    const done = await office.caller.years.rollForward({
      planId,
      title: next.title,
      period: '2015-16',
      choices,
    });
    const n = old.actions.length;
    expect(done.words).toBe(`${n} actions: ${n - 5} carried, 1 split into 2, 2 merged into 1, 2 dropped`);
    const json = exportRegister(office.register);
    const now = ofPlan(json, done.planId);
    expect(now.actions).toHaveLength(n - 2);
    expect(now.sections.map(({ ref, title }) => [ref, title])).toEqual(
      old.sections.map(({ ref, title }) => [ref, title]),
    );

    // The lineage of each.
    for (const action of old.actions) {
      const { steps } = await office.caller.years.lineage({ actionId: action.id });
      const own = steps.filter(({ fromId }) => fromId === action.id);
      const choice = choices.find((one) =>
        one.kind === 'merged' ? one.actionIds.includes(action.id) : one.actionId === action.id,
      );
      expect(own.map(({ kind }) => kind)).toEqual(
        choice?.kind === 'split' ? ['split', 'split'] : [choice?.kind],
      );
      for (const { toId } of own) {
        const to = now.actions.find(({ id }) => id === toId);
        if (choice?.kind === 'dropped') expect(own[0]).toMatchObject({ toId: null, reason: choice.reason });
        else if (choice?.kind === 'merged')
          expect(to).toMatchObject({ text: 'Both together', continuesActionId: at(3) });
        else if (choice?.kind === 'split') expect(to?.continuesActionId).toBe(action.id);
        else expect(to).toMatchObject({ text: action.text, bullets: action.bullets, leads: action.leads });
      }
    }
    expect(now.actions.every(({ continuesActionId }) => continuesActionId !== null)).toBe(true);

    // The old year: its rows, the report of the snapshot taken then, and one of a snapshot taken now.
    expect(ofPlan(json, planId)).toEqual(old);
    expect(await reports(planId, snapshot)).toEqual(reported);
    const later = await reports(planId, await take('Year end'));
    expect(bodyOf(later.html)).toBe(bodyOf(reported.html));

    // The new year's report cannot keep it to itself.
    const page = bodyOf((await reports(done.planId, await take('New year'))).html);
    for (const words of [
      'What is measured has changed',
      'families, not visits',
      'The centre closed',
      'Paid for by another fund',
    ]) {
      expect(page).toContain(words);
    }

    // Nor can the differences.
    const told = await office.caller.snapshots.compare({ a: snapshot, b: 'now' });
    const of = (kind: string) => told.filter((one) => one.kind === kind && one.record === 'action');
    expect(of('carried-forward')).toHaveLength(n - 2);
    expect(of('added')).toEqual([]);
    expect(of('dropped').map(({ after }) => after)).toEqual([
      'The centre closed',
      'Paid for by another fund',
    ]);
    expect(of('measure-changed').map(({ words }) => words)).toEqual([
      expect.stringContaining('what is measured has changed: families, not visits'),
    ]);

    await office.caller.history.undo();
    const { snapshots: _, ...back } = exportRegister(office.register);
    const { snapshots: __, ...first } = before;
    expect(back).toEqual(first);
    expect(checkRegister(office.register.db)).toEqual([]);
  });
});
