import { z } from 'zod';
import { Day, Detail, Id, Instant, Lead, Period, record, StateName } from './record.ts';

/**
 * KPIs as the register's JSON form has them. What came after the first version of the form is left out where
 * there is nothing to say, so that a snapshot taken before keeps its words and its hash.
 */

/** Which way is better; null where nobody has said so. */
export const Polarity = z.enum(['up', 'down']);
export type Polarity = z.infer<typeof Polarity>;

/** What kind of figure it is; the words of the unit ("places", "per 1,000 births") stand beside it. */
export const unitKinds = ['number', 'percentage', 'money', 'ratio', 'days', 'words'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The year it is counted in. Only `custom` has a month of its own; the others begin as the office's settings say. */
export const yearKinds = ['financial', 'academic', 'calendar', 'custom'] as const;
export type YearKind = (typeof yearKinds)[number];

/** How often there is a figure; `point` for one at a moment, with no rhythm of its own. */
export const frequencies = ['year', 'half', 'term', 'quarter', 'month', 'point'] as const;
export type Frequency = (typeof frequencies)[number];

/** How the year is reached from the figures within it; `formula` puts the year's inputs into the KPI's formula. */
export const yearRules = ['sum', 'mean', 'last', 'formula'] as const;
export type YearRule = (typeof yearRules)[number];

/** What the register itself can count. */
export const registerCounts = ['attendance', 'actions-on-track', 'duties-answered'] as const;
export type RegisterCount = (typeof registerCounts)[number];

/**
 * Counted from the register: the attendance of a body, the share of actions on track, the share of duties answered.
 * Without a body all meetings count; without a plan all actions or duties.
 */
export const Calculated = z.object({
  kind: z.enum(registerCounts),
  bodyId: Id.nullable(),
  planId: Id.nullable(),
});
export type Calculated = z.infer<typeof Calculated>;

/**
 * When a figure that misses its target is still on track or at risk. `tolerance` is how far it may miss and be at
 * risk; `onTrackWithin` (0 where left out) how far it may miss and be on track; both in the unit of the KPI, or in
 * per cent of the target.
 */
const rules = {
  tolerance: z.number().nullable(),
  toleranceBy: z.enum(['points', 'percent']).optional(),
  onTrackWithin: z.number().optional(),
};

export const Kpi = z.object({
  ...record,
  planId: Id.nullable(),
  sectionId: Id.nullable(),
  ref: z.string().nullable(),
  name: z.string(),
  /** What is measured, in words: who is counted, when, and how. */
  measured: z.string().optional(),
  /** '%', 'number', 'money', 'ratio', 'days', or the words of the source. */
  unit: z.string().nullable(),
  /** Where left out it follows from the unit (domain/kpi-units.ts). */
  unitKind: z.enum(unitKinds).optional(),
  /** Places after the point of a figure that is calculated. */
  decimals: z.int().min(0).max(6).optional(),
  polarity: Polarity.nullable(),
  dataSource: z.string().nullable(),
  owners: z.array(Lead),
  /** The calendar in the words of the source; what it means stands in the four fields that follow. */
  calendar: z.string().nullable(),
  yearKind: z.enum(yearKinds).optional(),
  /** Of a custom year: the month in which it begins. */
  yearStartMonth: z.int().min(1).max(12).optional(),
  frequency: z.enum(frequencies).optional(),
  yearBy: z.enum(yearRules).optional(),
  /** `100 * {ID} / {ID}`: over other KPIs by their ids in braces (domain/formula.ts). */
  formula: z.string().optional(),
  calculated: Calculated.optional(),
  ...rules,
  /** Days after the end of a period by which its figure is due. */
  dueDays: z.int().min(0).max(1_000).optional(),
  /** It counts children: its small numbers are not published. */
  countsChildren: z.boolean().optional(),
  details: z.array(Detail),
});
export type Kpi = z.infer<typeof Kpi>;

export const valueRoles = ['baseline', 'target', 'actual', 'forecast', 'comparator'] as const;
export type ValueRole = (typeof valueRoles)[number];

/** A figure as it stood before another took its place: both are kept. */
export const Revision = z.object({
  text: z.string(),
  number: z.number().nullable(),
  symbol: z.string().nullable(),
  provisional: z.boolean(),
  enteredAt: Instant.nullable(),
  enteredBy: z.string().nullable(),
  replacedAt: Instant,
});
export type Revision = z.infer<typeof Revision>;

export const KpiValue = z.object({
  ...record,
  kpiId: Id,
  role: z.enum(valueRoles),
  period: Period,
  /** Of 15 significant digits; what was written, trailing zeros and all, stands in `text`. */
  number: z.number().nullable(),
  text: z.string(),
  /** A published-statistics symbol: z not applicable, x not available, c confidential, k and low round to zero, b break. */
  symbol: z.string().nullable(),
  comparator: z.string().nullable(),
  /** The rules in force when the figure was entered, so that a later change recolours nothing. */
  ...rules,
  /** Which way was better then; where left out, as the KPI has it. */
  polarity: Polarity.optional(),
  provisional: z.boolean(),
  /** Words beside the figure. */
  note: z.string().optional(),
  enteredAt: Instant.optional(),
  enteredBy: z.string().optional(),
  /** It was not typed but worked out. */
  calculated: z.enum(['formula', 'register']).optional(),
  /** The figures that stood here before, oldest first. */
  revisions: z.array(Revision).min(1).optional(),
});
export type KpiValue = z.infer<typeof KpiValue>;

export const KpiNarrative = z.object({
  ...record,
  kpiId: Id,
  period: Period,
  /** What the figures say. */
  says: z.string().optional(),
  /** What is behind them. */
  behind: z.string(),
  /** What we will do. */
  doing: z.string(),
  /** By when, as written: "by March 2011". */
  byWhen: z.string().optional(),
  /** Help wanted. */
  help: z.string().optional(),
  by: z.string().nullable(),
  on: Day.nullable(),
});
export type KpiNarrative = z.infer<typeof KpiNarrative>;

/** From a day on something else is measured: told in words, printed, and a break in the series where it is one. */
export const KpiChange = z.object({
  ...record,
  kpiId: Id,
  /** The first day to which the new definition applies. */
  on: Day,
  words: z.string(),
  /** Figures from that day on are not compared with those before. */
  breaks: z.boolean(),
  /** What the definition said before and says since, field by field, as printed. */
  fields: z.array(
    z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  by: z.string().nullable(),
});
export type KpiChange = z.infer<typeof KpiChange>;

/** A status by judgement. Of several for one period the last holds; one without a state gives it back to the rules. */
export const KpiJudgement = z.object({
  ...record,
  kpiId: Id,
  period: Period,
  state: StateName.nullable(),
  reason: z.string(),
  by: z.string().nullable(),
  on: Day,
});
export type KpiJudgement = z.infer<typeof KpiJudgement>;
