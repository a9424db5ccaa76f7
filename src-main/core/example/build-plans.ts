import type {
  Action,
  Lead,
  Link,
  Measure,
  Person,
  Plan,
  Progress,
  Section,
  Timescale,
} from '#shared/contract/register.ts';
import { readLeads, sameLead } from '#shared/domain/leads.ts';
import { referenceKey, sameAs } from '#shared/domain/references.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { firstUpdates } from './first-updates.ts';
import { exampleId } from './ids.ts';
import type { ActionRow, MeasureRow, PlanRow, SectionRow } from './rows.ts';

/** The day up to which the example is told; null tells it to its end. */
export type AsOf = string | null;

export type PlanRecords = {
  plans: Plan[];
  sections: Section[];
  actions: Action[];
  measures: Measure[];
  progress: Progress[];
};

export type PlanContext = {
  readonly asOf: AsOf;
  readonly people: readonly Person[];
  readonly kpiId: (ref: string) => string;
  readonly records: PlanRecords;
  /** Where a row of a plan was brought in from; null for what was typed. */
  readonly sourceOf: (plan: string, ref: string) => Action['source'];
};

export const isKnown = (on: string | undefined, asOf: AsOf): boolean =>
  on === undefined || asOf === null || on <= asOf;

export const planId = (name: string): string => exampleId(`plan ${name}`);
export const actionId = (plan: string, ref: string): string =>
  exampleId(`plan ${plan} action ${referenceKey(ref)}`);
export const sectionId = (plan: string, ref: string): string =>
  exampleId(`plan ${plan} section ${referenceKey(ref)}`);

/** The leads in words, each joined to the person, team or role of that name or those initials. */
export function leadsOf(text: string, people: readonly Person[]): Lead[] {
  return readLeads(text).map((lead) => {
    const found = people.find(
      ({ name, initials }) =>
        sameLead(lead.text, name) || (initials !== null && sameLead(lead.text, initials)),
    );
    return { ...lead, personId: found?.id ?? null };
  });
}

export function nameOf(initials: string, people: readonly Person[]): string {
  return people.find((person) => person.initials === initials)?.name ?? initials;
}

/** Adds a plan with everything in it that was known on the day. */
export function addPlan(row: PlanRow, context: PlanContext): void {
  if (!isKnown(row.since, context.asOf)) return;
  const id = planId(row.name);
  context.records.plans.push({
    id,
    source: null,
    kind: row.kind,
    title: row.title,
    period: row.period,
    subject: row.subject ?? null,
    preamble: row.preamble ?? null,
    parentPlanId: row.parent ? planId(row.parent) : null,
    continuesPlanId: row.continues ? planId(row.continues) : null,
    key: row.key.map(([state, label, colour, definition]) => ({
      state,
      label,
      colour,
      shape: lookOf(state).shape,
      definition,
    })),
  });
  for (const section of row.sections) addSection(section, null, row, context);
}

function addSection(section: SectionRow, parentId: string | null, plan: PlanRow, context: PlanContext): void {
  const id = sectionId(plan.name, section.ref ?? section.title);
  context.records.sections.push({
    id,
    source: null,
    planId: planId(plan.name),
    parentId,
    kind: section.kind,
    ref: section.ref,
    title: section.title,
    bullets: [...(section.bullets ?? [])],
    leads: leadsOf(section.leads ?? '', context.people),
    details: [],
  });
  for (const child of section.sections ?? []) addSection(child, id, plan, context);
  for (const action of section.actions ?? []) {
    if (isKnown(action.added, context.asOf)) addAction(asItStood(action, context.asOf), id, plan, context);
  }
}

/** The row with the words it had on the day. */
function asItStood(row: ActionRow, asOf: AsOf): ActionRow {
  const before = asOf === null ? undefined : row.before?.find(({ until }) => asOf < until);
  if (!before) return row;
  const { until: _, ...changed } = before;
  return { ...row, ...changed };
}

function addAction(row: ActionRow, section: string, plan: PlanRow, context: PlanContext): void {
  const id = actionId(plan.name, row.ref);
  const first = firstUpdates[plan.name]?.find(([ref]) => ref === row.ref)?.[1];
  const known = [...(first ? [first] : []), ...(row.progress ?? [])].filter(([on]) =>
    isKnown(on, context.asOf),
  );
  const statusOf = (state: State | null) => (state === null ? null : { state, label: labelOf(state, plan) });
  const last = known.findLast(([, state]) => state !== null)?.[1] ?? null;
  context.records.actions.push({
    id,
    source: context.sourceOf(plan.name, row.ref),
    planId: planId(plan.name),
    sectionId: section,
    ref: row.ref,
    text: row.text,
    bullets: [...(row.bullets ?? [])],
    leads: leadsOf(row.leads, context.people),
    timescale: timescaleOf(row.when, plan),
    // Without an update there is no status yet: a status comes with one, and only so.
    status: statusOf(last),
    resources: row.resources ?? null,
    comment: row.comment ?? null,
    details: (row.details ?? []).map(([label, text]) => ({ label, text })),
    links: (row.links ?? []).map((text) => linkOf(text, plan.name)),
    reviewOn: row.reviewOn ?? null,
    continuesActionId: row.from && plan.continues ? actionId(plan.continues, row.from) : null,
  });
  row.measures?.forEach((measure, index) => {
    context.records.measures.push(measureOf(measure, id, index, context));
  });
  known.forEach(([on, state, text, by], index) => {
    context.records.progress.push({
      id: exampleId(`progress ${id} ${index}`),
      source: null,
      actionId: id,
      kpiId: null,
      on,
      status: statusOf(state),
      text,
      by: nameOf(by, context.people),
      evidence: null,
    });
  });
}

function labelOf(state: State, plan: PlanRow): string {
  return plan.key.find(([own]) => own === state)?.[1] ?? lookOf(state).label;
}

function timescaleOf(words: string, plan: PlanRow): Timescale {
  const other = sameAs(words);
  const followed =
    other === null ? null : rowsOf(plan).find(({ ref }) => referenceKey(ref) === referenceKey(other));
  return followed
    ? { ...readTimescale(followed.when, { period: plan.period }), text: words }
    : readTimescale(words, { period: plan.period });
}

/** Every action of a plan, in reading order. */
export function rowsOf(plan: PlanRow): ActionRow[] {
  const inside = (section: SectionRow): ActionRow[] => [
    ...(section.sections ?? []).flatMap(inside),
    ...(section.actions ?? []),
  ];
  return plan.sections.flatMap(inside);
}

function measureOf(row: MeasureRow, action: string, index: number, context: PlanContext): Measure {
  const { text, leads, kpi } =
    typeof row === 'string' ? { text: row, leads: undefined, kpi: undefined } : row;
  return {
    id: exampleId(`measure ${action} ${index}`),
    source: null,
    actionId: action,
    text,
    leads: leadsOf(leads ?? '', context.people),
    kpiId: kpi ? context.kpiId(kpi) : null,
  };
}

const planWords = /^Delivery plan 2010-11, (.+)$/;

function linkOf(text: string, plan: string): Link {
  const none = { planId: null, sectionId: null, actionId: null };
  const other = sameAs(text);
  if (other !== null) return { ...none, text, kind: 'same-as', actionId: actionId(plan, other) };
  const elsewhere = planWords.exec(text)?.[1];
  if (elsewhere) {
    return {
      ...none,
      text,
      kind: 'plan',
      planId: planId('delivery-2010'),
      actionId: actionId('delivery-2010', elsewhere),
    };
  }
  return { ...none, text, kind: /^(?:CYP|WF)\b/.test(text) ? 'priority' : 'plan' };
}
