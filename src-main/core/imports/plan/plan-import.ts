import { revision } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { lastPositions } from '#db/queries/imports-list.ts';
import {
  type KnownContent,
  type KnownPlan,
  knownContent,
  knownPlans,
  namesInPlan,
} from '#db/queries/imports-match.ts';
import { periodToColumns, timescaleToColumns } from '#db/records.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Placing } from '#shared/contract/places.ts';
import { comparable, similarity } from '#shared/domain/similarity.ts';
import { isEnded } from '#shared/domain/states.ts';
import type { DraftSource, Drafts } from '../recognise/types.ts';
import { newComparisons } from './comparisons.ts';
import type { Decisions, RaisedQuestion } from './decisions.ts';
import { difference, differText, sameText } from './differences.ts';
import { pendingPlans, withPending } from './pending.ts';
import { planActions, planMeasures } from './plan-actions.ts';
import { planBodies } from './plan-bodies.ts';
import { planKpis } from './plan-kpis.ts';
import { linkTargetsOf } from './plan-links.ts';
import { planMeetings } from './plan-meetings.ts';
import { planPeople } from './plan-people.ts';
import { planReporting } from './plan-reporting.ts';
import { planSections } from './plan-sections.ts';
import { noteAdded, noteMatched, type PlanState } from './plan-state.ts';
import { emptyPlan, type ImportPlan } from './plan-types.ts';
import { provenanceOf } from './provenance.ts';

/** One recognised file, ready to be compared with the register. */
export type FileToPlan = {
  /** The id that its row of import_files will have. */
  readonly fileId: string;
  /** How the places of each grid are named. */
  readonly places: readonly Placing[];
  readonly name: string;
  readonly drafts: Drafts;
  /** What the officer decided of its comparison. */
  readonly decisions: Decisions;
  /** Leads (lower case) whose spellings the officer said are different people. */
  readonly apart: ReadonlySet<string>;
  /** Forms of a name that the officer said are one person's, each with the fullest form. */
  readonly alike: ReadonlyMap<string, string>;
  /** These very bytes were brought in before: only what is missing is added, nothing is put back. */
  readonly seen: boolean;
};

const step = 1_024;
/** The kind of the plan in which the actions of a body's meetings are kept. */
const arising = 'actions arising';
const nothing: KnownContent = {
  key: [],
  sections: [],
  actions: [],
  measures: [],
  progress: [],
  kpis: [],
  values: [],
  narratives: [],
  duties: [],
  glossary: [],
};

/**
 * Compares recognised files with the register as it is now and plans every row: what is added, what changes field by
 * field, what stays. Nothing is written. Preview and apply use this same value.
 */
export function planImport(
  db: ReadDb,
  files: readonly FileToPlan[],
  o: { newId: () => string; intoPlanId: string | null; today: string },
): ImportPlan {
  const plan = emptyPlan(revision(db));
  const last = lastPositions(db);
  const nextPosition = (list: string) => {
    last[list] = (last[list] ?? 0) + step;
    return last[list];
  };
  const plans = knownPlans(db);
  if (o.intoPlanId !== null && !plans.some((one) => one.id === o.intoPlanId)) {
    throw new AppError(
      'not-found',
      'The plan to bring this into is no longer in the register. Choose another, or make a new one.',
    );
  }
  const comparisons = newComparisons();
  for (const file of files) {
    const raised: RaisedQuestion[] = [];
    const met = new Set<string>();
    const people = planPeople(db, plan, { newId: o.newId, apart: file.apart, alike: file.alike });
    const state: PlanState = {
      db,
      plan,
      drafts: file.drafts,
      newId: o.newId,
      mayChange: !file.seen,
      today: o.today,
      sourceOf: provenanceOf(file.fileId, file.places, file.drafts.layouts),
      people,
      settle: people.settle,
      nextPosition,
      decisions: file.decisions,
      raised,
      spotOf: (source) => spotOf(file.drafts, source),
      met,
    };
    const compared = planFile(state, [...plans, ...pendingPlans(plan)], o.intoPlanId);
    plan.files.push({ fileId: file.fileId, planId: compared[0]?.plan.id ?? null, raised });
    for (const { plan: of, known } of compared)
      if (plans.includes(of) && of.kind !== arising && !file.seen)
        comparisons.note(of.id, { known, met, of: file });
  }
  comparisons.planGone(plan, { today: o.today, newId: o.newId, nextPosition });
  return plan;
}

function spotOf({ layouts }: Drafts, [at, row]: DraftSource): RaisedQuestion['spot'] {
  const layout = layouts[at];
  const [, column, offset] = layout?.cells[0] ?? ['', 0, 0];
  return layout ? { sheet: layout.grid, row: row + offset, column } : null;
}

/** Plans one file; gives the plans that it is of with what was known of them, the first of the file first. */
function planFile(
  state: PlanState,
  plans: readonly KnownPlan[],
  intoPlanId: string | null,
): { plan: KnownPlan; known: KnownContent }[] {
  const { drafts, db } = state;
  const named = state.decisions.into ?? intoPlanId;
  introducePeople(state);
  const matched = drafts.plans.map((_, at) =>
    at > 0 || named === null ? findPlan(state, plans, at) : (plans.find((one) => one.id === named) ?? null),
  );
  const contents = matched.map((one) =>
    one ? standing(state, one, withPending(knownContent(db, one.id), state.plan, one.id)) : nothing,
  );
  const known = together(contents);
  const planIds = drafts.plans.map((_, at) =>
    planOf(state, at, matched[at] ?? null, contents[at] ?? nothing, at === 0 && named !== null),
  );
  const targets = linkTargetsOf(db, state.plan.rows);
  const sections = planSections(state, planIds, known.sections);
  const actionIds = planActions(state, planIds, sections, known, targets);
  targets.resolveAll();
  planMeasures(state, actionIds, known);
  planKpis(state, planIds, sections, known);
  planDuties(state, planIds, known);
  planGlossary(state, planIds, known);
  const bodyIds = planBodies(state);
  planReporting(state, planIds);
  planMeetings(state, bodyIds, actionIds);
  return matched.flatMap((plan, at) => (plan ? [{ plan, known: contents[at] ?? nothing }] : []));
}

/** Those whose initials lead an action are known by the name under which the minutes list them. */
function introducePeople(state: PlanState): void {
  const leading = new Set(state.drafts.actions.flatMap((action) => action.leads.map((lead) => lead.text)));
  for (const { name, initials, role, source } of state.drafts.attendance) {
    if (initials !== null && leading.has(initials))
      state.people.introduce({ name, initials, role }, state.sourceOf(source));
  }
}

/** Everything that the plans of one file hold together, as one list to match. */
function together(contents: readonly KnownContent[]): KnownContent {
  const [only] = contents;
  if (only && contents.length === 1) return only;
  const all = { ...nothing };
  for (const one of new Set(contents)) {
    for (const list of Object.keys(all) as (keyof KnownContent)[])
      Object.assign(all, { [list]: [...all[list], ...one[list]] });
  }
  return all;
}

/**
 * What of a known plan a file may be matched with. In actions arising from meetings, one that is done is not the one
 * that a later meeting asks for in the same words, unless it asks for it by the same day.
 */
function standing(state: PlanState, plan: KnownPlan, known: KnownContent): KnownContent {
  if (plan.kind !== arising) return known;
  const again = new Set(
    state.drafts.actions.map((one) => `${comparable(one.text)}|${one.timescale?.text ?? ''}`),
  );
  return {
    ...known,
    actions: known.actions.filter(
      (one) =>
        !isEnded(one.status?.state ?? null) ||
        again.has(`${comparable(one.text)}|${one.timescale?.text ?? ''}`),
    ),
  };
}

/**
 * The plan of the register that a file is of: the same title and no other period, or, whatever it is called, most of
 * its actions and KPIs word for word.
 */
function findPlan(state: PlanState, plans: readonly KnownPlan[], at: number): KnownPlan | null {
  const draft = state.drafts.plans[at];
  if (!draft) return null;
  const samePeriod = plans.filter(
    (plan) =>
      plan.period === null ||
      draft.period === null ||
      (plan.period.start === draft.period.start && plan.period.end === draft.period.end),
  );
  const named = samePeriod.find((plan) => comparable(plan.title) === comparable(draft.title));
  if (named || draft.kind === arising) return named ?? null;
  const words = new Set([
    ...state.drafts.actions.flatMap((one) => (one.plan === at ? [comparable(one.text)] : [])),
    ...state.drafts.kpis.flatMap((one) => (one.plan === at ? [comparable(one.name)] : [])),
  ]);
  if (words.size < 3) return null;
  for (const plan of samePeriod) {
    const names = new Set(namesInPlan(state.db, plan.id).map(comparable));
    let shared = 0;
    for (const name of names) if (words.has(name)) shared++;
    const enough = similarity(plan.title, draft.title) >= 0.6 ? 0.4 : 0.7;
    if (shared >= 3 && shared >= Math.min(words.size, names.size) * enough) return plan;
  }
  return null;
}

function planOf(
  state: PlanState,
  at: number,
  matched: KnownPlan | null,
  known: KnownContent,
  into: boolean,
): string {
  const draft = state.drafts.plans[at];
  if (!draft) return '';
  const source = state.sourceOf(draft.source);
  // Another file of this import may have brought the actions of the same meetings.
  const again =
    matched === null && draft.kind === arising
      ? state.plan.rows.plans.find((row) => row.kind === arising && row.title === draft.title)?.id
      : undefined;
  if (again !== undefined) return again;
  const id = matched?.id ?? state.newId();
  if (!matched) {
    const { kind, title, subject, preamble } = draft;
    state.plan.rows.plans.push({
      id,
      position: state.nextPosition('plans'),
      kind,
      title,
      ...periodToColumns(draft.period),
      subject,
      preamble,
      parentPlanId: null,
      continuesPlanId: null,
      ...source,
    });
    noteAdded(state, 'plans', { id, title, where: source.sourceWhere });
  } else {
    const found = difference();
    if (state.mayChange && !into) {
      differText(found, 'preamble', matched.preamble, draft.preamble);
      if (matched.period === null && draft.period !== null) {
        Object.assign(found.patch, periodToColumns(draft.period));
        found.fields.push({ field: 'period', before: null, after: draft.period.label });
      }
    }
    const told = [draft.title, draft.period?.label ?? '', draft.subject ?? '', draft.preamble ?? ''];
    noteMatched(state, 'plans', { id, title: matched.title, source, told }, found);
  }
  planKey(state, id, draft.key, known.key);
  return id;
}

function planKey(
  state: PlanState,
  planId: string,
  fresh: Drafts['plans'][number]['key'],
  known: KnownContent['key'],
): void {
  const words = (key: typeof fresh) =>
    key.map((entry) => `${entry.state}|${entry.label}|${entry.colour}|${entry.definition}`).join('\n');
  if (fresh.length === 0 || words(fresh) === words(known) || (known.length > 0 && !state.mayChange)) return;
  if (known.length > 0) {
    const { rows } = state.plan;
    state.plan.replacements.push({ what: 'key', owner: 'planId', id: planId });
    rows.keyEntries = rows.keyEntries.filter((row) => row.planId !== planId);
  }
  fresh.forEach((entry, at) => {
    state.plan.rows.keyEntries.push({ id: state.newId(), planId, position: (at + 1) * step, ...entry });
  });
}

function planDuties(state: PlanState, planIds: readonly string[], known: KnownContent): void {
  for (const duty of state.drafts.duties) {
    const source = state.sourceOf(duty.source);
    const before = known.duties.find((one) => sameText(one.text, duty.text));
    if (before) {
      state.plan.unchanged.duties = (state.plan.unchanged.duties ?? 0) + 1;
      state.plan.matched.push({ table: 'duties', id: before.id, cells: source.sourceCells });
      continue;
    }
    const id = state.newId();
    state.plan.rows.duties.push({
      id,
      planId: duty.plan === null ? null : (planIds[duty.plan] ?? null),
      position: state.nextPosition('duties'),
      text: duty.text,
      basis: duty.basis,
      ...timescaleToColumns(duty.inForceFrom),
      ...source,
    });
    noteAdded(state, 'duties', { id, title: duty.text, where: source.sourceWhere });
  }
}

function planGlossary(state: PlanState, planIds: readonly string[], known: KnownContent): void {
  for (const entry of state.drafts.glossary) {
    const source = state.sourceOf(entry.source);
    const before = known.glossary.find((one) => sameText(one.term, entry.term));
    if (!before) {
      const id = state.newId();
      state.plan.rows.glossary.push({
        id,
        planId: entry.plan === null ? null : (planIds[entry.plan] ?? null),
        position: state.nextPosition('glossary'),
        term: entry.term,
        meaning: entry.meaning,
        ...source,
      });
      noteAdded(state, 'glossary', { id, title: entry.term, where: source.sourceWhere });
      continue;
    }
    const found = difference();
    if (state.mayChange) differText(found, 'meaning', before.meaning, entry.meaning);
    noteMatched(state, 'glossary', { id: before.id, title: entry.term, source }, found);
  }
}
