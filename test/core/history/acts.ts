import fc from 'fast-check';
import { importFiles } from '#core/imports/imports.ts';
import { AppError } from '#shared/contract/errors.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { editableFields } from '#shared/contract/plans.ts';
import { states } from '#shared/domain/states.ts';
import type { Office } from '../office.ts';
import { checkActs } from './check-acts.ts';
import { circulationActs } from './circulation-acts.ts';
import { kpiActs } from './kpi-acts.ts';
import { linkingActs } from './linking-acts.ts';
import { meetingActs } from './meeting-acts.ts';
import { peopleActs } from './people-acts.ts';
import { at, type Doing, type Pick } from './pick.ts';
import { roundActs } from './round-acts.ts';

/** Acts of the officer over every kind of act that the core has, as numbers and words that pick among what is there. */

const words = fc.constantFrom(
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
  'Crèche “places”',
);

async function plan({ office: { caller }, planId }: Doing) {
  return await caller.plans.get({ planId });
}
const figurePeriod = (n: number) => `${2008 + (n % 4)}-${String(9 + (n % 4)).padStart(2, '0')}`;

/** Every kind of act by name; one that finds nothing to work on does nothing. */
const acts: Record<string, (doing: Doing) => Promise<unknown>> = {
  ...kpiActs,
  ...peopleActs,
  ...checkActs,
  ...linkingActs,
  ...roundActs,
  ...circulationActs,
  ...meetingActs,
  async cells(doing) {
    const { actions } = await plan(doing);
    const edits = [doing.a, doing.b, doing.c].flatMap((n) => {
      const action = at(actions, n);
      const field = at(editableFields, n + doing.a);
      return action && field ? [{ actionId: action.id, field, text: doing.text }] : [];
    });
    if (edits.length > 0) await doing.office.caller.plans.setCells({ planId: doing.planId, edits });
  },
  async empty(doing) {
    const action = at((await plan(doing)).actions, doing.a);
    const field = at(
      editableFields.filter((one) => one !== 'status'),
      doing.b,
    );
    if (action && field) {
      const edits = [{ actionId: action.id, field, text: '' }];
      await doing.office.caller.plans.setCells({ planId: doing.planId, edits });
    }
  },
  async add(doing) {
    const there = at((await plan(doing)).actions, doing.a);
    await doing.office.caller.plans.addActions({
      planId: doing.planId,
      sectionId: there?.sectionId ?? null,
      afterActionId: there?.id ?? null,
      rows: [
        { text: doing.text, measures: 'One\nTwo' },
        { leads: doing.text, status: doing.text },
      ],
    });
  },
  async remove(doing) {
    const there = at((await plan(doing)).actions, doing.a);
    if (there) await doing.office.caller.plans.removeActions({ actionIds: [there.id] });
  },
  async move(doing) {
    const { actions } = await plan(doing);
    const [there, behind] = [at(actions, doing.a), at(actions, doing.b)];
    if (!there) return;
    await doing.office.caller.plans.moveAction({
      actionId: there.id,
      sectionId: behind?.sectionId ?? null,
      afterActionId: behind?.id ?? null,
    });
  },
  async report(doing) {
    const there = at((await plan(doing)).actions, doing.a);
    const on = doing.b % 3 === 0 ? null : `2010-0${1 + (doing.b % 9)}-11`;
    if (there) {
      await doing.office.caller.plans.addProgress({
        actionIds: [there.id],
        state: at(states, doing.c) ?? null,
        text: doing.text,
        on,
        by: 'RA',
      });
    }
  },
  async 'new plan'({ office, text, a }) {
    await office.caller.plans.create({ title: `Plan ${a} ${text}`, kind: 'plan', period: null });
  },
  async 'plan head'({ office, planId, text }) {
    await office.caller.plans.edit({ planId, preamble: text, period: '2010-11' });
  },
  async 'drop plan'({ office, planId, a }) {
    const others = (await office.caller.plans.list()).filter(({ id }) => id !== planId);
    const other = at(others, a);
    if (other) await office.caller.plans.remove({ planId: other.id });
  },
  async key({ office, planId, a, text }) {
    const colour = at(['#16724f', '#ae130e', '#173a9c'], a) ?? '#16724f';
    const entry = {
      state: at(states, a) ?? 'on-track',
      label: text,
      colour,
      shape: 'disc',
      definition: text,
    };
    await office.caller.plans.setKey({ planId, entries: [entry] as never });
  },
  async section(doing) {
    const { sections } = await plan(doing);
    await doing.office.caller.plans.addSection({
      planId: doing.planId,
      parentId: doing.b % 2 ? (at(sections, doing.a)?.id ?? null) : null,
      afterSectionId: null,
      kind: 'theme',
      ref: null,
      title: `New ${doing.text}`,
    });
  },
  async 'section words'(doing) {
    const section = at((await plan(doing)).sections, doing.a);
    if (!section) return;
    await doing.office.caller.plans.editSection({
      sectionId: section.id,
      title: `Named ${doing.text}`,
      bullets: [doing.text],
      leads: doing.text,
    });
  },
  async 'section move'(doing) {
    const { sections } = await plan(doing);
    const [section, parent] = [at(sections, doing.a), at(sections, doing.b)];
    if (!section) return;
    await doing.office.caller.plans.moveSection({
      sectionId: section.id,
      parentId: doing.c % 3 === 0 ? null : (parent?.id ?? null),
      afterSectionId: null,
    });
  },
  async 'drop section'(doing) {
    const section = at((await plan(doing)).sections, doing.a);
    if (section) await doing.office.caller.plans.removeSection({ sectionId: section.id });
  },
  async renumber(doing) {
    const action = at((await plan(doing)).actions, doing.a);
    if (!action) return;
    const edit = { id: action.id, before: action.ref, after: `${doing.b}.${doing.c}` };
    await doing.office.caller.plans.renumber({
      planId: doing.planId,
      sections: [],
      actions: [edit],
    });
  },
  async kpi({ office, planId, text }) {
    await office.caller.kpis.add({ planId, sectionId: null, name: `Calls ${text}` });
  },
  async 'kpi words'({ office, a, text }) {
    const kpi = at(await office.caller.kpis.list({}), a);
    if (kpi) await office.caller.kpis.edit({ kpiId: kpi.id, name: text, polarity: 'up', owners: text });
  },
  async 'drop kpi'({ office, a }) {
    const kpi = at(await office.caller.kpis.list({}), a);
    if (kpi) await office.caller.kpis.remove({ kpiId: kpi.id });
  },
  async figure({ office, a, b, text }) {
    const kpi = at(await office.caller.kpis.list({}), a);
    if (!kpi) return;
    const edit = { kpiId: kpi.id, role: 'actual' as const, period: figurePeriod(b), text };
    await office.caller.kpis.setValues({ edits: [edit] });
  },
  async narrative({ office, a, b, text }) {
    const kpi = at(await office.caller.kpis.list({}), a);
    if (!kpi) return;
    const said = { behind: text, doing: text, by: null, on: null };
    await office.caller.kpis.setNarrative({ kpiId: kpi.id, period: figurePeriod(b), ...said });
  },
  async person({ office, a, b, text }) {
    const person = at(await office.caller.people.list(), a);
    if (person)
      await office.caller.people.edit({ personId: person.id, role: text, email: `${b}@office.example` });
  },
  async settings({ office, a, text }) {
    await office.caller.settings.set({ partnership: `${text} ${a}`, financialYearStart: 1 + (a % 12) });
  },
  async year({ office, planId, a }) {
    if ((await office.caller.plans.list()).length > 4) return;
    await office.caller.years.rollForward({ planId, title: `Next ${a}`, period: '2011-12' });
  },
  async tray({ office, a, b }) {
    const item = at(await office.caller.imports.tray({}), a);
    if (!item) return;
    const as = at(['kept', 'discarded', 'open'] as const, b) ?? 'kept';
    await office.caller.imports.settleTray({
      ids: [item.id],
      as,
      reason: as === 'discarded' ? 'Not ours' : null,
    });
  },
  async place({ office, planId, a }) {
    const item = at(await office.caller.imports.tray({}), a);
    if (item) await office.caller.tray.place({ ids: [item.id], as: 'preamble' as never, at: planId });
  },
  async snapshot({ office, a }) {
    await office.caller.snapshots.take({ name: `As it was ${a}` });
  },
};

/** Reading a file takes some tenths of a second, so it is done seldom. */
async function bringIn({ office, a }: Doing): Promise<void> {
  const file = [
    `Harbour plan ${a} 2010-11`,
    'Ref,Action,Lead,Timescale,Status',
    `1.1,Read a story at ${a} nurseries,Nia Rowe,March 2011,On track`,
    `1.2,Paint the wall,NR,Ongoing,Complete`,
    'Something that nobody can place anywhere',
  ].join('\n');
  await importFiles(
    office.app,
    [{ name: `plan-${a}.csv`, bytes: new TextEncoder().encode(file) }],
    ImportOptions.parse({}),
  );
}

export const kindsOfAct = Object.keys(acts);
export type Act = Pick & { do: string };

/** Any act; snapshots stand for ever, so that undo passes over them, and are left out unless asked for. */
export const anAct = (o: { snapshots?: boolean; imports?: boolean } = {}): fc.Arbitrary<Act> => {
  const kinds = kindsOfAct.filter((kind) => o.snapshots || kind !== 'snapshot');
  const pick = {
    a: fc.nat({ max: 40 }),
    b: fc.nat({ max: 40 }),
    c: fc.nat({ max: 40 }),
    text: words,
  };
  const usual = fc.record({ do: fc.constantFrom(...kinds), ...pick });
  if (!o.imports) return usual;
  return fc.oneof(
    { weight: 40, arbitrary: usual },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('import'), ...pick }) },
  );
};

/** Does the act; what the core refuses with a sentence is no act, anything else is a fault. Gives whether it was done. */
export async function carryOut(office: Office, planId: string, act: Act): Promise<boolean> {
  const doing = { ...act, office, planId };
  try {
    await (act.do === 'import' ? bringIn(doing) : acts[act.do]?.(doing));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'fault') return false;
    throw error;
  }
}
