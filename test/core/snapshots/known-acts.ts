import type { RegisterContent } from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Office } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

/**
 * Acts that know what they should be told as. Each says which entries of which record it may have touched, under which
 * kind and field; what is then told is the net of all: where an entry is again what it was, nothing.
 */
export type Touched = { list: string; id: string; kind: string; field: string; keys: string[] };

export type Stage = {
  office: Office;
  planId: string;
  sections: [string, string];
  actionIds: string[];
  kpiId: string;
  meetingId: string;
  itemIds: string[];
  termIds: string[];
  personId: string;
};

export async function setStage(office: Office): Promise<Stage> {
  const { caller } = office;
  const { planId, first, second, actions } = await samplePlan(office);
  const person = { kind: 'person' as const, initials: null, role: null, email: null };
  const { personId } = await caller.people.add({ name: 'Ben Tull', ...person });
  const { kpiId } = await caller.kpis.add({ planId, sectionId: first, name: 'Calls answered', unit: '%' });
  const figure = { kpiId, period: '2009-10', text: '61' };
  await caller.kpis.setValues({ edits: [{ ...figure, role: 'target' }] });
  const { bodyId } = await caller.bodies.add({ name: 'Harbour board' });
  const { meetingId } = await caller.meetings.plan({ bodyId, on: '2010-11-16' });
  const itemIds: string[] = [];
  for (const title of ['Welcome', 'The garden', 'The line'])
    itemIds.push((await caller.agenda.addItem({ meetingId, title })).itemId);
  const { termId } = await caller.glossary.add({ term: 'EYS', meaning: 'Early years service', planId });
  return {
    office,
    planId,
    sections: [first, second],
    actionIds: [...actions],
    kpiId,
    meetingId,
    itemIds,
    termIds: [termId],
    personId,
  };
}

export type Doing = { do: string; a: number; b: number; text: string };
type Act = (stage: Stage, doing: Doing, now: () => RegisterContent) => Promise<Touched[]>;

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const action = (id: string, kind: string, field: string, ...keys: string[]): Touched => ({
  list: 'actions',
  id,
  kind,
  field,
  keys,
});
/** Links find their targets anew where references change or go. */
const links = (content: RegisterContent): Touched[] =>
  content.actions.map(({ id }) => action(id, 'changed', 'links', 'links'));
const figure = ['number', 'text', 'symbol', 'enteredAt', 'enteredBy', 'calculated', 'revisions'];

const cell =
  (field: 'text' | 'timescale' | 'leads' | 'comment', kind: string, ...keys: string[]): Act =>
  async ({ office, planId, actionIds }, { a, text }) => {
    const actionId = at(actionIds, a);
    await office.caller.plans.setCells({ planId, edits: [{ actionId, field, text }] });
    return [action(actionId, kind, field, ...keys)];
  };

/** New rows of a list, found by what was not there before. */
const came = (list: keyof RegisterContent, before: RegisterContent, after: RegisterContent) => {
  const old = new Set((before[list] as { id: string }[]).map(({ id }) => id));
  return (after[list] as { id: string }[]).filter(({ id }) => !old.has(id)).map(({ id }) => id);
};

export const knownActs: Record<string, Act> = {
  reword: cell('text', 're-worded', 'text', 'bullets'),
  comment: cell('comment', 'changed', 'comment'),
  async redate(stage, { a, b }, now) {
    const text = at(['By March 2011', 'Ongoing', 'Summer 2011', 'By 30 September 2010'], b);
    return await cell('timescale', 're-dated', 'timescale')(stage, { do: '', a, b, text }, now);
  },
  async reassign(stage, { a, b }, now) {
    const text = at(['Ben Tull', 'Ruth Adeyemi', 'Ruth Adeyemi, Ben Tull'], b);
    return await cell('leads', 're-assigned', 'leads')(stage, { do: '', a, b, text }, now);
  },
  async status({ office, actionIds }, { a, b, text }) {
    const id = at(actionIds, a);
    const state = at(['on-track', 'at-risk', 'complete', null] as const, b);
    await office.caller.plans.addProgress({ actionIds: [id], state, text, on: null, by: 'RA' });
    return [action(id, 'status-changed', 'status', 'status')];
  },
  async add({ office, planId, sections, actionIds }, { a, text }) {
    const sectionId = at(sections, a);
    const { actions } = await office.caller.plans.addActions({
      planId,
      sectionId,
      afterActionId: null,
      rows: [{ text, measures: 'One\nTwo' }],
    });
    actionIds.push(...actions.map(({ id }) => id).filter((id) => !actionIds.includes(id)));
    return [];
  },
  async remove({ office, actionIds }, { a }, now) {
    const id = at(actionIds, a);
    if (actionIds.length < 3) return [];
    await office.caller.plans.removeActions({ actionIds: [id] });
    actionIds.splice(actionIds.indexOf(id), 1);
    return links(now());
  },
  async move({ office, actionIds, sections }, { a, b }) {
    const id = at(actionIds, a);
    const sectionId = at(sections, b);
    await office.caller.plans.moveAction({ actionId: id, sectionId, afterActionId: null });
    return [action(id, 'moved', 'section', 'sectionId')];
  },
  async renumber({ office, planId, actionIds }, { a, b }, now) {
    const id = at(actionIds, a);
    const { ref } = now().actions.find((one) => one.id === id) ?? {};
    const edit = { id, before: ref ?? null, after: `${3 + (b % 3)}.${b}` };
    await office.caller.plans.renumber({ planId, sections: [], actions: [edit] });
    return [action(id, 'renumbered', 'ref', 'ref'), ...links(now())];
  },
  async measure({ office }, { a, text }, now) {
    const { measures } = now();
    if (measures.length === 0) return [];
    const { id } = at(measures, a);
    await office.caller.measures.edit({ measureId: id, text });
    return [{ list: 'measures', id, kind: 'measure-changed', field: 'text', keys: ['text'] }];
  },
  async target({ office, kpiId }, { a, b }, now) {
    const period = at(['2009-10', '2010-11'], a);
    await office.caller.kpis.setValues({ edits: [{ kpiId, role: 'target', period, text: `${60 + b}` }] });
    return now().kpiValues.map(({ id, role }) => ({
      list: 'kpiValues',
      id,
      kind: role === 'target' ? 'target-changed' : 'changed',
      field: 'figure',
      keys: figure,
    }));
  },
  async actual({ office, kpiId }, { b }, now) {
    const edit = { kpiId, role: 'actual' as const, period: '2009-10', text: `${50 + b}` };
    await office.caller.kpis.setValues({ edits: [edit] });
    const { id } = now().kpiValues.find(({ role }) => role === 'actual') ?? { id: '' };
    return [{ list: 'kpiValues', id, kind: 'changed', field: 'figure', keys: figure }];
  },
  async 'measured otherwise'({ office, kpiId }, { a, text }) {
    const change = { on: '2010-04-01', words: text, breaks: a % 2 === 0 };
    await office.caller.kpis.edit({ kpiId, measured: text, change });
    const own = { list: 'kpis', id: kpiId, kind: 'measure-changed' };
    return [{ ...own, field: 'what it measures', keys: ['measured'] }];
  },
  async points({ office, itemIds }, { a, text }) {
    const itemId = at(itemIds, a);
    await office.caller.agenda.editItem({ itemId, points: [{ heading: '', text }] });
    return [{ list: 'agendaItems', id: itemId, kind: 're-worded', field: 'points', keys: ['points'] }];
  },
  async item({ office, meetingId, itemIds }, { text }, now) {
    itemIds.push((await office.caller.agenda.addItem({ meetingId, title: text })).itemId);
    return numbers(now());
  },
  async 'item away'({ office, itemIds }, { a }, now) {
    if (itemIds.length < 2) return [];
    const itemId = at(itemIds, a);
    await office.caller.agenda.removeItem({ itemId });
    itemIds.splice(itemIds.indexOf(itemId), 1);
    return numbers(now());
  },
  async meeting({ office, meetingId }, { b }) {
    await office.caller.meetings.edit({ meetingId, on: `2010-11-${10 + (b % 15)}` });
    const own = { list: 'meetings', id: meetingId };
    return [
      { ...own, kind: 're-dated', field: 'held', keys: ['heldOn'] },
      { ...own, kind: 're-dated', field: 'papers by', keys: ['papersOn'] },
      { ...own, kind: 'changed', field: 'changes told', keys: ['sequence'] },
      { ...own, kind: 'changed', field: 'title', keys: ['title'] },
    ];
  },
  async term({ office, planId, termIds }, { a, b, text }) {
    if (b % 3 === 0) {
      termIds.push(
        (await office.caller.glossary.add({ term: `${text} ${a}`, meaning: text, planId })).termId,
      );
      return [];
    }
    const termId = at(termIds, a);
    await office.caller.glossary.edit({ termId, meaning: text });
    return [{ list: 'glossary', id: termId, kind: 're-worded', field: 'meaning', keys: ['meaning'] }];
  },
  async person({ office, personId }, { text }) {
    await office.caller.people.edit({ personId, role: text });
    return [{ list: 'people', id: personId, kind: 'changed', field: 'role', keys: ['role'] }];
  },
  async partnership({ office }, { text }) {
    await office.caller.settings.set({ partnership: text });
    const keys = ['partnership'];
    return [{ list: 'settings', id: '', kind: 'changed', field: 'name of the partnership', keys }];
  },
};

const numbers = ({ agendaItems }: RegisterContent): Touched[] =>
  agendaItems.map(({ id }) => ({
    list: 'agendaItems',
    id,
    kind: 'renumbered',
    field: 'number',
    keys: ['number'],
  }));

/** Lists of which a record that comes or goes is told as one, no field named. */
const wholes = ['actions', 'agendaItems', 'glossary', 'progress'] as const;

/** What must be told: "kind field id", of the net of all that was touched and of what came and went. */
export function expectedOf(
  touched: readonly Touched[],
  first: RegisterContent,
  second: RegisterContent,
): string[] {
  const told = new Set<string>();
  for (const { list, id, kind, field, keys } of touched) {
    const [was, is] = [entryOf(first, list, id), entryOf(second, list, id)];
    if (
      was &&
      is &&
      keys.some((key) => canonicalJson([was[key] ?? null]) !== canonicalJson([is[key] ?? null]))
    )
      told.add(`${kind} ${field} ${id}`);
  }
  const settled = settledBy(told, first, second);
  for (const list of wholes) {
    for (const id of came(list, first, second)) if (!settled.has(id)) told.add(`added null ${id}`);
    for (const id of came(list, second, first)) told.add(`removed null ${id}`);
  }
  for (const id of came('kpiValues', first, second)) {
    const { role } = second.kpiValues.find((one) => one.id === id) ?? {};
    told.add(role === 'target' ? `target-changed target ${id}` : `added ${role} ${id}`);
  }
  return [...told].toSorted();
}

function entryOf(content: RegisterContent, list: string, id: string): Record<string, unknown> | undefined {
  if (list === 'settings') return content.settings;
  const rows = (content as unknown as Record<string, { id: string }[] | undefined>)[list] ?? [];
  return rows.find((row) => row.id === id) as Record<string, unknown> | undefined;
}

/** What is told with another: all that hangs on an action that came or went, and the update that gave a new status. */
function settledBy(
  told: ReadonlySet<string>,
  first: RegisterContent,
  second: RegisterContent,
): ReadonlySet<string> {
  const fresh = new Set([...came('actions', first, second), ...came('actions', second, first)]);
  const old = new Set(first.progress.map(({ id }) => id));
  const settled = new Set<string>();
  for (const { id, actionId } of second.progress) if (actionId && fresh.has(actionId)) settled.add(id);
  for (const { id, status } of second.actions) {
    if (!told.has(`status-changed status ${id}`)) continue;
    const giving = second.progress.findLast(
      (one) => one.actionId === id && one.status && one.status.state === status?.state,
    );
    if (giving && !old.has(giving.id)) settled.add(giving.id);
  }
  return settled;
}
