import type { LeftOut } from '#shared/contract/left-out.ts';
import type {
  Action,
  KeyEntry,
  Kpi,
  KpiValue,
  Measure,
  Plan,
  Progress,
  RegisterContent,
  Section,
  SnapshotContent,
} from '#shared/contract/register.ts';
import type { FrozenSlip } from '#shared/contract/snapshot-content.ts';
import { defaultLooks, type State } from '#shared/domain/states.ts';
import { published, type TrueStates } from '#shared/domain/suppression-content.ts';
import type { Mark } from '../document.ts';

/** A snapshot's content laid out for reading: children by parent, in reading order. */
export type ContentIndex = {
  readonly content: SnapshotContent;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly sectionsOf: ReadonlyMap<string, readonly Section[]>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly actionsOf: ReadonlyMap<string, readonly Action[]>;
  readonly measuresOf: ReadonlyMap<string, readonly Measure[]>;
  /** Oldest first. */
  readonly progressOf: ReadonlyMap<string, readonly Progress[]>;
  readonly kpisOf: ReadonlyMap<string, readonly Kpi[]>;
  readonly valuesOf: ReadonlyMap<string, readonly KpiValue[]>;
  readonly peopleNames: ReadonlyMap<string, string>;
  /** How often and how far end dates had moved, as it was frozen. */
  readonly slips: ReadonlyMap<string, FrozenSlip>;
  /** What papers leave out: the content here is as they may tell it. */
  readonly leftOut: LeftOut;
  readonly states: TrueStates;
  /** What was decided in the checks goes to nobody but the office and its members. */
  readonly hidesChecks: boolean;
  /** Records at which words of the office's own stand. */
  readonly worded?: ReadonlySet<string>;
  /** Where names were left out: the content with them, which acceptances rest on, and how its words are told. */
  readonly named: { readonly index: ContentIndex; readonly hide: (text: string) => string } | null;
};

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

/** Undated updates come first: they tell how things stood when they were brought in. */
function inTime(rows: readonly Progress[]): Progress[] {
  return [...rows].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
}

/** A plan without a key of its own is read by the office's, as it was when the content was frozen. */
function withOfficeKey(plan: Plan, { settings }: RegisterContent): Plan {
  return plan.key.length > 0 || !settings.key ? plan : { ...plan, key: settings.key };
}

/** Small numbers of children are left out here, once for all reports: none of them sees a true one. */
export function indexContent(
  frozen: SnapshotContent,
  o: Partial<Pick<ContentIndex, 'hidesChecks' | 'named'>> = {},
): ContentIndex {
  const { content, leftOut, states } = published(frozen);
  // What was corrected counts no longer: its correction stands in its place.
  const corrected = new Set(content.progress.flatMap(({ correctsId }) => correctsId ?? []));
  const standing = content.progress.filter(({ id }) => !corrected.has(id));
  const progress = Map.groupBy(standing, (row) => row.actionId ?? row.kpiId ?? '');
  return {
    content,
    leftOut,
    states,
    hidesChecks: o.hidesChecks ?? false,
    named: o.named ?? null,
    plans: byId(content.plans.map((plan) => withOfficeKey(plan, content))),
    sections: byId(content.sections),
    sectionsOf: Map.groupBy(content.sections, (section) => section.planId),
    actions: byId(content.actions),
    actionsOf: Map.groupBy(content.actions, (action) => action.planId),
    measuresOf: Map.groupBy(content.measures, (measure) => measure.actionId),
    progressOf: new Map([...progress].map(([id, rows]) => [id, inTime(rows)])),
    kpisOf: Map.groupBy(content.kpis, (kpi) => kpi.planId ?? ''),
    valuesOf: Map.groupBy(content.kpiValues, (value) => value.kpiId),
    slips: new Map(content.slippage?.map((slip) => [slip.actionId as string, slip])),
    peopleNames: new Map(content.people.map((person) => [person.id, person.name])),
  };
}

/** Plans that another year does not continue: what was carried on is told there. */
export function currentPlans(index: ContentIndex): Plan[] {
  const all = [...index.plans.values()];
  const over = new Set<string | null>(all.map(({ continuesPlanId }) => continuesPlanId));
  return all.filter(({ id }) => !over.has(id));
}

/** The key a report prints: the plan's own, completed by the default for states it leaves out. */
export function keyOf(plan: Plan | null): KeyEntry[] {
  const own = plan?.key ?? [];
  const named = new Set(own.map((entry) => entry.state));
  return [...own, ...defaultLooks.filter((look) => !named.has(look.state))].map((entry) => ({ ...entry }));
}

/** A status with the plan's word and colour. An action without one has not started. */
export function markOf(plan: Plan | null, state: State, label?: string): Mark {
  const entries = keyOf(plan);
  const entry =
    entries.find((candidate) => candidate.state === state && candidate.label === label) ??
    entries.find((candidate) => candidate.state === state);
  if (!entry) throw new Error(`no key entry for state ${state}`);
  return { state, label: label && label !== '' ? label : entry.label, colour: entry.colour };
}

/** The newest update of an action, and the newest that carried a status. */
export function latestProgress(index: ContentIndex, actionId: string): Progress | null {
  return index.progressOf.get(actionId)?.at(-1) ?? null;
}
