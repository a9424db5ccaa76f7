import { z } from 'zod';
import { lineageKinds } from './lineage.ts';
import { Day, Id, KeyEntry, Period, Status, Timescale } from './register.ts';

/** Rolling a plan forward to its next year, and following an action through the years. */

/** What is measured has changed, in words; told in the next report and among the differences. */
const measuredChange = z.string().nullable().default(null);
const words = z.string().max(32_767);

/** What becomes of an action; of several where they are merged. */
export const YearChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carried'), actionId: Id, measuredChange }),
  z.object({ kind: z.literal('reworded'), actionId: Id, text: words, measuredChange }),
  z.object({ kind: z.literal('split'), actionId: Id, parts: z.array(words).max(50), measuredChange }),
  z.object({ kind: z.literal('merged'), actionIds: z.array(Id).max(500), text: words, measuredChange }),
  z.object({ kind: z.literal('closed'), actionId: Id, reason: words.nullable().default(null) }),
  /** The reason may not be empty: an action never goes unexplained. */
  z.object({ kind: z.literal('dropped'), actionId: Id, reason: words }),
]);
export type YearChoice = z.infer<typeof YearChoice>;

/** What becomes of a KPI. */
export const KpiChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carried'), kpiId: Id, measuredChange }),
  z.object({ kind: z.literal('dropped'), kpiId: Id, reason: words }),
]);
export type KpiChoice = z.infer<typeof KpiChoice>;

export const YearOptions = z.object({
  /** The status of the new year: the old one as first dated update, or not started. */
  statuses: z.enum(['carried', 'not-started']).default('carried'),
  /** Whether references close up in their own scheme where actions leave, or stay as they are. */
  references: z.enum(['renumbered', 'kept']).default('renumbered'),
  /** Whether a section that has lost all its actions is copied all the same. */
  emptied: z.enum(['kept', 'left-out']).default('kept'),
  /** Whether what is closed or dropped is closed in the old plan too, by a dated update. */
  closeOld: z.boolean().default(false),
});
export type YearOptions = z.infer<typeof YearOptions>;

/** What the old plan has to decide about, with what is proposed for each. */
export const YearProposal = z.object({
  plan: z.object({ id: Id, title: z.string(), period: Period.nullable(), key: z.array(KeyEntry) }),
  /** Title and period of the new plan, as proposed; the period is empty where the old one has no dates. */
  next: z.object({ title: z.string(), period: z.string() }),
  /** Plans that continue this one already. */
  continuedBy: z.array(z.object({ id: Id, title: z.string(), period: z.string().nullable() })),
  sections: z.array(
    z.object({ id: Id, parentId: Id.nullable(), ref: z.string().nullable(), title: z.string() }),
  ),
  /** In reading order. */
  actions: z.array(
    z.object({
      id: Id,
      sectionId: Id.nullable(),
      ref: z.string().nullable(),
      text: z.string(),
      bullets: z.array(z.string()),
      leads: z.string(),
      measures: z.array(z.string()),
      status: Status.nullable(),
      timescale: Timescale.nullable(),
      /** True where its date lies before the new year: the words are carried as they stand and flagged. */
      dateHasPassed: z.boolean(),
      proposed: z.enum(['carried', 'closed']),
    }),
  ),
  kpis: z.array(
    z.object({
      id: Id,
      ref: z.string().nullable(),
      name: z.string(),
      unit: z.string().nullable(),
      /** The last actual, which becomes the baseline of the new year; null where there is none. */
      baseline: z.object({ period: z.string(), text: z.string() }).nullable(),
    }),
  ),
});
export type YearProposal = z.infer<typeof YearProposal>;

/** How many went which way. */
export const YearCounts = z.object({
  actions: z.int(),
  carried: z.int(),
  reworded: z.int(),
  split: z.int(),
  splitInto: z.int(),
  merged: z.int(),
  mergedInto: z.int(),
  closed: z.int(),
  dropped: z.int(),
  /** How many the new plan has. */
  next: z.int(),
});
export type YearCounts = z.infer<typeof YearCounts>;

const Named = z.object({ id: Id, ref: z.string().nullable(), text: z.string() });

/** What was done, action by action. */
export const RolledForward = z.object({
  planId: Id,
  title: z.string(),
  period: z.string(),
  counts: YearCounts,
  /** "24 actions: 18 carried, 1 split into 2, 2 merged into 1, 2 dropped" */
  words: z.string(),
  actions: z.array(
    z.object({
      kind: z.enum(lineageKinds),
      reason: z.string().nullable(),
      measuredChange: z.string().nullable(),
      from: z.array(Named),
      to: z.array(Named),
    }),
  ),
  kpis: z.array(
    z.object({
      kind: z.enum(['carried', 'dropped']),
      reason: z.string().nullable(),
      measuredChange: z.string().nullable(),
      from: Named,
      to: Named.nullable(),
      baseline: z.string().nullable(),
    }),
  ),
  sectionsLeftOut: z.array(z.object({ ref: z.string().nullable(), title: z.string() })),
  /** What the officer should look at in the new plan: dates that have passed, rows that are referred to and are gone. */
  toLookAt: z.array(z.object({ actionId: Id, ref: z.string().nullable(), why: z.string() })),
  /** What Undo would now say. */
  label: z.string(),
});
export type RolledForward = z.infer<typeof RolledForward>;

/** One action of one year on the way through the years. */
export const YearNode = z.object({
  id: Id,
  planId: Id,
  planTitle: z.string(),
  period: z.string().nullable(),
  periodStart: Day.nullable(),
  ref: z.string().nullable(),
  text: z.string(),
  timescale: Timescale.nullable(),
  status: Status.nullable(),
  key: z.array(KeyEntry),
});
export type YearNode = z.infer<typeof YearNode>;

/** One step from a year to the next. `recorded` is false where only the plan says that it continues. */
export const YearStep = z.object({
  fromId: Id,
  toId: Id.nullable(),
  kind: z.enum(lineageKinds),
  reason: z.string().nullable(),
  measuredChange: z.string().nullable(),
  on: Day.nullable(),
  /** The period, or else the title, of the plan into which it went or did not go. */
  into: z.string(),
  recorded: z.boolean(),
});
export type YearStep = z.infer<typeof YearStep>;

export const ActionYears = z.object({
  /** Oldest year first, each in reading order; the action asked for is among them. */
  nodes: z.array(YearNode),
  steps: z.array(YearStep),
  /** Whether anything was split or merged on the way: then a tree says more than a list. */
  branches: z.boolean(),
  /** The whole way in sentences, oldest step first. */
  sentences: z.array(z.string()),
});
export type ActionYears = z.infer<typeof ActionYears>;

export const yearsContract = {
  /** With `to` (a period as people write it) the proposal is for that year. */
  proposal: {
    input: z.object({ planId: Id, to: z.string().nullable().default(null) }),
    output: YearProposal,
  },
  /**
   * Makes next year's plan in one change set. An action that `choices` leave out goes the way proposed for it: ended
   * ones are closed, all others carried; so does a KPI. Refuses what cannot be meant with nothing written.
   */
  rollForward: {
    input: z.object({
      planId: Id,
      title: z.string().min(1),
      period: z.string().min(1),
      options: YearOptions.prefault({}),
      choices: z.array(YearChoice).max(20_000).default([]),
      kpis: z.array(KpiChoice).max(20_000).default([]),
    }),
    output: RolledForward,
  },
  lineage: { input: z.object({ actionId: Id }), output: ActionYears },
} as const;
