import { z } from 'zod';
import {
  frequencies,
  Kpi,
  KpiChange,
  KpiJudgement,
  KpiNarrative,
  KpiValue,
  Polarity,
  Revision,
  unitKinds,
} from './kpi-records.ts';
import { Day, Id, Period, Source, StateName } from './record.ts';

/** What the screens and reports are told of KPIs. */

/** The way from an earlier figure to a later one. An arrow up means better, whichever way the figures went. */
export const Travel = z.object({
  /** "Down 1.6 points on April to June 2010" */
  words: z.string(),
  /** "Better", "Worse", "No change"; null where it is not known which way is better. */
  verdict: z.string().nullable(),
  arrow: z.enum(['up', 'down', 'level']).nullable(),
  better: z.boolean().nullable(),
  against: Period,
});
export type Travel = z.infer<typeof Travel>;

/** How a KPI stands in one period: its figures, what they mean and which way they go. */
export const KpiPeriod = z.object({
  period: Period,
  actual: KpiValue.nullable(),
  target: KpiValue.nullable(),
  baseline: KpiValue.nullable(),
  forecast: KpiValue.nullable(),
  comparators: z.array(KpiValue),
  /** By judgement where there is one, else by the rules. Null where there is no basis; then `why` says why. */
  state: StateName.nullable(),
  why: z.string().nullable(),
  /** What the rules alone say, beside a judgement. */
  ruleState: StateName.nullable(),
  /** The judgement that holds. */
  judgement: KpiJudgement.nullable(),
  /** Against the figure before, of a period of the same length. */
  previous: Travel.nullable(),
  lastYear: Travel.nullable(),
  /** `previous` in short: its words, and whether it is better. */
  direction: z.string().nullable(),
  better: z.boolean().nullable(),
  /** "4.6 below target" */
  gap: z.object({ number: z.number(), words: z.string() }).nullable(),
  /** Why the series begins anew with this period. */
  breaks: z.string().nullable(),
  /** The provisional figure that a final one has replaced. */
  revised: Revision.nullable(),
});
export type KpiPeriod = z.infer<typeof KpiPeriod>;

/** What is due of a KPI, or missing. */
export const dueKinds = [
  'figure',
  'narrative',
  'final',
  'target',
  'owner',
  'polarity',
  'to-store',
  'formula',
  'children',
] as const;
export const KpiDue = z.object({
  kind: z.enum(dueKinds),
  period: Period.nullable(),
  /** By when it is, or was, due. */
  dueOn: Day.nullable(),
  /** Days since `dueOn`; 0 where it is still to come. */
  daysLate: z.int(),
  /** "No figure for July to September 2010. It was due by 10 October 2010." */
  words: z.string(),
});
export type KpiDue = z.infer<typeof KpiDue>;

/** On course for the year, as far as the figures in hand tell: a trend, and said as such. */
export const Course = z.object({
  year: Period,
  verdict: z.enum(['on-course', 'not-on-course']).nullable(),
  trend: z.number().nullable(),
  /** "On this trend 2010-11 ends at 61.2% against 67%: not on course." */
  words: z.string(),
  /** "A straight line through the last 4 quarters", or why there is none. */
  basis: z.string(),
});
export type Course = z.infer<typeof Course>;

/** A year as reached from the figures within it; `typed` where the year has a figure of its own. */
export const KpiYear = z.object({
  year: Period,
  number: z.number().nullable(),
  text: z.string(),
  typed: z.boolean(),
  provisional: z.boolean(),
  /** "Sum of 3 of 4 quarters" */
  basis: z.string(),
  complete: z.boolean(),
  target: z.object({ number: z.number().nullable(), text: z.string() }).nullable(),
  state: StateName.nullable(),
  why: z.string().nullable(),
});
export type KpiYear = z.infer<typeof KpiYear>;

export const Named = z.object({ id: Id, ref: z.string().nullable(), name: z.string() });
export type Named = z.infer<typeof Named>;

export const KpiSummary = z.object({
  id: Id,
  ref: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  unitKind: z.enum(unitKinds),
  polarity: Polarity.nullable(),
  frequency: z.enum(frequencies).nullable(),
  owners: z.array(z.string()),
  /** Not typed but worked out: by a formula, or from the register itself. */
  calculated: z.enum(['formula', 'register']).nullable(),
  countsChildren: z.boolean(),
  plan: z.object({ id: Id, title: z.string() }).nullable(),
  section: z.object({ id: Id, title: z.string() }).nullable(),
  /** The latest period that has an actual, else the latest with any figure. */
  latest: KpiPeriod.nullable(),
  course: Course.nullable(),
  due: z.array(KpiDue),
  /** For the sparkline: the last 24 actuals and targets in period order; null where there is none. */
  spark: z.array(z.object({ actual: z.number().nullable(), target: z.number().nullable() })),
});
export type KpiSummary = z.infer<typeof KpiSummary>;

/** A formula as it reads, with what it is worked out from. */
export const FormulaView = z.object({
  /** "100 x NI 72 / NI 73", with the references of the KPIs. */
  words: z.string(),
  inputs: z.array(Named),
  /** Why it cannot be worked out, in a sentence; null where it can. */
  fault: z.string().nullable(),
  /** Inputs that count children, by reference or name. */
  children: z.array(z.string()),
  /** Inputs that stand in the plan of the year before, and were not carried on. */
  dropped: z.array(z.string()),
});
export type FormulaView = z.infer<typeof FormulaView>;

/** What the register itself counts for a period whose figure is not stored yet. */
export const LiveFigure = z.object({
  period: Period,
  number: z.number().nullable(),
  text: z.string(),
  /** "14 of 18 attendances at 3 meetings", or why there is no figure. */
  basis: z.string(),
  /** The period is over, so that it can be stored. */
  closed: z.boolean(),
});
export type LiveFigure = z.infer<typeof LiveFigure>;

export const KpiView = z.object({
  kpi: Kpi,
  plan: z.object({ id: Id, title: z.string() }).nullable(),
  section: z.object({ id: Id, title: z.string() }).nullable(),
  /** In time order. */
  periods: z.array(KpiPeriod),
  years: z.array(KpiYear),
  course: Course.nullable(),
  narratives: z.array(KpiNarrative),
  /** Changes of what is measured, oldest first. */
  changes: z.array(KpiChange),
  /** Every judgement, oldest first; which holds stands with its period. */
  judgements: z.array(KpiJudgement),
  formula: FormulaView.nullable(),
  /** KPIs whose formula has this one in it. */
  usedBy: z.array(Named),
  /** Of a KPI that the register counts: the periods not stored yet. */
  live: z.array(LiveFigure),
  duties: z.array(z.object({ id: Id, text: z.string() })),
  measures: z.array(
    z.object({ id: Id, text: z.string(), actionId: Id, actionRef: z.string().nullable(), planId: Id }),
  ),
  due: z.array(KpiDue),
  origin: Source.pick({ importId: true, file: true, where: true }).nullable(),
});
export type KpiView = z.infer<typeof KpiView>;

/** One cell of the entry grid: what stands there, as written. */
export const GridFigure = z.object({
  text: z.string(),
  provisional: z.boolean(),
  note: z.string().nullable(),
});
/** KPIs down, periods across. */
export const KpiGrid = z.object({
  periods: z.array(Period),
  /** Whose figures these KPIs are compared with, anywhere: "England", "Statistical neighbours". */
  comparators: z.array(z.string()),
  rows: z.array(
    z.object({
      kpi: Named.extend({ unit: z.string().nullable(), unitKind: z.enum(unitKinds) }),
      plan: z.object({ id: Id, title: z.string() }).nullable(),
      section: z.object({ id: Id, title: z.string() }).nullable(),
      /** Why actuals and forecasts cannot be typed; null where they can. */
      readOnly: z.string().nullable(),
      /** One for each of `periods`; null where nothing stands. */
      cells: z.array(
        z.object({
          actual: GridFigure.nullable(),
          target: GridFigure.nullable(),
          forecast: GridFigure.nullable(),
          baseline: GridFigure.nullable(),
          /** Figures to compare with, each under whose it is. */
          comparators: z.array(GridFigure.extend({ comparator: z.string() })),
        }),
      ),
    }),
  ),
});
export type KpiGrid = z.infer<typeof KpiGrid>;

/** What is due and missing, by owner; KPIs without one come last, under null. */
export const DueByOwner = z.object({
  owner: z.object({ personId: Id.nullable(), name: z.string() }).nullable(),
  /** Figures that should be there, and how many are. */
  expected: z.int(),
  there: z.int(),
  kpis: z.array(
    Named.extend({ planId: Id.nullable(), due: z.array(KpiDue), expected: z.int(), there: z.int() }),
  ),
});
export type DueByOwner = z.infer<typeof DueByOwner>;
