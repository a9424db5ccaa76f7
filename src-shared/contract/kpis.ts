import { z } from 'zod';
import { Day, Id, Kpi, KpiNarrative, KpiValue, Period, Source, StateName, valueRoles } from './register.ts';

/** How a KPI stands in one period: its figures, what they mean and which way they go. */
export const KpiPeriod = z.object({
  period: Period,
  actual: KpiValue.nullable(),
  target: KpiValue.nullable(),
  baseline: KpiValue.nullable(),
  forecast: KpiValue.nullable(),
  comparators: z.array(KpiValue),
  /** Null where there is no basis; then `why` says why. */
  state: StateName.nullable(),
  why: z.string().nullable(),
  /** "Down 1.6 points on April to June 2010"; null for the first figure. */
  direction: z.string().nullable(),
  better: z.boolean().nullable(),
});
export type KpiPeriod = z.infer<typeof KpiPeriod>;

export const KpiSummary = z.object({
  id: Id,
  ref: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  polarity: z.enum(['up', 'down']).nullable(),
  plan: z.object({ id: Id, title: z.string() }).nullable(),
  section: z.object({ id: Id, title: z.string() }).nullable(),
  /** The latest period that has an actual, else the latest with any figure. */
  latest: KpiPeriod.nullable(),
  /** For the sparkline: actuals and targets in period order; null where there is none. */
  spark: z.array(z.object({ actual: z.number().nullable(), target: z.number().nullable() })),
});
export type KpiSummary = z.infer<typeof KpiSummary>;

export const KpiView = z.object({
  kpi: Kpi,
  plan: z.object({ id: Id, title: z.string() }).nullable(),
  section: z.object({ id: Id, title: z.string() }).nullable(),
  /** In time order. */
  periods: z.array(KpiPeriod),
  narratives: z.array(KpiNarrative),
  /** The KPIs of the same section or plan, for the small multiples. */
  siblings: z.array(KpiSummary),
  origin: Source.pick({ importId: true, file: true, where: true }).nullable(),
});
export type KpiView = z.infer<typeof KpiView>;

/** A figure as typed: "58.4", "34.70%", "7705 (increase of 283)", "In place", "c". Empty removes it. */
export const ValueEdit = z.object({
  kpiId: Id,
  role: z.enum(valueRoles),
  period: z.string().min(1),
  comparator: z.string().nullable().default(null),
  text: z.string(),
});

export const kpisContract = {
  list: { input: z.object({ planId: Id.nullable().default(null) }), output: z.array(KpiSummary) },
  get: { input: z.object({ kpiId: Id }), output: KpiView },
  setValues: {
    input: z.object({ edits: z.array(ValueEdit).min(1).max(10_000) }),
    output: z.object({ kpiIds: z.array(Id), refused: z.array(ValueEdit.extend({ message: z.string() })) }),
  },
  add: {
    input: z.object({
      planId: Id.nullable(),
      sectionId: Id.nullable(),
      name: z.string().min(1),
      ref: z.string().nullable().default(null),
      unit: z.string().nullable().default(null),
    }),
    output: z.object({ kpiId: Id }),
  },
  edit: {
    input: z.object({
      kpiId: Id,
      name: z.string().min(1).optional(),
      ref: z.string().nullable().optional(),
      unit: z.string().nullable().optional(),
      polarity: z.enum(['up', 'down']).nullable().optional(),
      dataSource: z.string().nullable().optional(),
      owners: z.string().optional(),
      tolerance: z.number().nullable().optional(),
    }),
    output: z.object({ kpiId: Id }),
  },
  remove: { input: z.object({ kpiId: Id }), output: z.object({ kpiId: Id }) },
  setNarrative: {
    input: z.object({
      kpiId: Id,
      period: z.string(),
      behind: z.string(),
      doing: z.string(),
      by: z.string().nullable(),
      on: Day.nullable(),
    }),
    output: z.object({ kpiId: Id }),
  },
} as const;
