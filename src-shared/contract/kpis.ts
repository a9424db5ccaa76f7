import { z } from 'zod';
import {
  Calculated,
  frequencies,
  Polarity,
  unitKinds,
  valueRoles,
  yearKinds,
  yearRules,
} from './kpi-records.ts';
import { DueByOwner, FormulaView, KpiGrid, KpiSummary, KpiView } from './kpi-views.ts';
import { Day, Id, StateName } from './record.ts';

export {
  Course,
  DueByOwner,
  FormulaView,
  KpiDue,
  KpiGrid,
  KpiPeriod,
  KpiSummary,
  KpiView,
  KpiYear,
  LiveFigure,
  Travel,
} from './kpi-views.ts';

/** A figure as typed: "58.4", "34.70%", "7705 (increase of 283)", "In place", "c". Empty removes it. */
export const ValueEdit = z.object({
  kpiId: Id,
  role: z.enum(valueRoles),
  /** As typed: "2010-11", "July to September 2010", "Q2 2010/11". */
  period: z.string().min(1),
  comparator: z.string().nullable().default(null),
  text: z.string(),
  /** Words beside the figure; left out, they stay as they are, and empty ones go. */
  note: z.string().optional(),
  /** Left out, it is as the words of the figure say ("58.4 (p)"). */
  provisional: z.boolean().optional(),
});
export type ValueEdit = z.infer<typeof ValueEdit>;

/** What a KPI is; in an edit only what is named changes, and null takes a field out. */
const definition = {
  ref: z.string().nullable().optional(),
  measured: z.string().nullable().optional(),
  unit: z.string().nullable().optional(),
  unitKind: z.enum(unitKinds).nullable().optional(),
  decimals: z.int().min(0).max(6).nullable().optional(),
  polarity: Polarity.nullable().optional(),
  dataSource: z.string().nullable().optional(),
  /** As typed; read as a cell of leads is. */
  owners: z.string().optional(),
  calendar: z.string().nullable().optional(),
  yearKind: z.enum(yearKinds).nullable().optional(),
  yearStartMonth: z.int().min(1).max(12).nullable().optional(),
  frequency: z.enum(frequencies).nullable().optional(),
  yearBy: z.enum(yearRules).nullable().optional(),
  /** As typed: "100 * NI 72 / NI 73", "[Children seen] + 2"; a reference, a name or an id, in brackets where it has a sign in it. */
  formula: z.string().nullable().optional(),
  calculated: Calculated.nullable().optional(),
  tolerance: z.number().min(0).nullable().optional(),
  toleranceBy: z.enum(['points', 'percent']).nullable().optional(),
  onTrackWithin: z.number().min(0).nullable().optional(),
  dueDays: z.int().min(0).max(1_000).nullable().optional(),
  countsChildren: z.boolean().optional(),
};

export const kpisContract = {
  list: { input: z.object({ planId: Id.nullable().default(null) }), output: z.array(KpiSummary) },
  get: { input: z.object({ kpiId: Id }), output: KpiView },
  /**
   * The entry grid: the KPIs of a plan or section, or all, over the periods of one frequency. Without days it goes
   * from a year ago to the end of the year that runs.
   */
  grid: {
    input: z.object({
      planId: Id.nullable().default(null),
      sectionId: Id.nullable().default(null),
      frequency: z.enum(frequencies).default('quarter'),
      from: Day.nullable().default(null),
      to: Day.nullable().default(null),
    }),
    output: KpiGrid,
  },
  /** What is due and missing, by owner. */
  due: { input: z.object({ planId: Id.nullable().default(null) }), output: z.array(DueByOwner) },
  /** Reads a formula as typed, writing nothing; `kpiId` null for a KPI that is still to be made. */
  readFormula: { input: z.object({ kpiId: Id.nullable(), formula: z.string() }), output: FormulaView },
  setValues: {
    input: z.object({
      edits: z.array(ValueEdit).min(1).max(10_000),
      /** Who said so. */
      by: z.string().nullable().default(null),
    }),
    output: z.object({
      kpiIds: z.array(Id),
      refused: z.array(ValueEdit.extend({ message: z.string() })),
      /** KPIs whose formula was worked out anew, in the same act. */
      recalculated: z.array(Id),
    }),
  },
  add: {
    input: z.object({
      planId: Id.nullable(),
      sectionId: Id.nullable(),
      name: z.string().min(1),
      ...definition,
    }),
    output: z.object({ kpiId: Id }),
  },
  /**
   * Without `change` it is a correction: the KPI never meant anything else. With `change` something else is measured
   * from that day on: what was said before is kept and printed, and earlier figures stay as they were judged.
   */
  edit: {
    input: z.object({
      kpiId: Id,
      name: z.string().min(1).optional(),
      sectionId: Id.nullable().optional(),
      ...definition,
      change: z
        .object({
          on: Day,
          words: z.string().min(1),
          breaks: z.boolean(),
          by: z.string().nullable().default(null),
        })
        .optional(),
    }),
    output: z.object({ kpiId: Id }),
  },
  /** Which duties and measures a KPI answers; a list that is left out stays as it is. */
  setLinks: {
    input: z.object({ kpiId: Id, dutyIds: z.array(Id).optional(), measureIds: z.array(Id).optional() }),
    output: z.object({ kpiId: Id }),
  },
  /** A status by judgement; a null state gives the period back to the rules. `on` left out is today. */
  judge: {
    input: z.object({
      kpiId: Id,
      period: z.string().min(1),
      state: StateName.nullable(),
      reason: z.string().min(1),
      by: z.string().nullable().default(null),
      on: Day.nullable().default(null),
    }),
    output: z.object({ kpiId: Id }),
  },
  /** Stores what the register counts for every period that is over and has no figure yet, in one act. */
  storeCounts: {
    input: z.object({ kpiIds: z.array(Id).nullable().default(null) }),
    output: z.object({ stored: z.int(), kpiIds: z.array(Id) }),
  },
  remove: { input: z.object({ kpiId: Id }), output: z.object({ kpiId: Id }) },
  setNarrative: {
    input: z.object({
      kpiId: Id,
      period: z.string(),
      /** Left out, these three stay as they are; empty, they go. */
      says: z.string().optional(),
      byWhen: z.string().optional(),
      help: z.string().optional(),
      behind: z.string(),
      doing: z.string(),
      by: z.string().nullable(),
      on: Day.nullable(),
    }),
    output: z.object({ kpiId: Id }),
  },
} as const;
