import { z } from 'zod';
import { OwedReport, ReportDelivery, Resolution, resolutionStates } from './meeting-records.ts';
import { Day, Id, Lead, Status } from './record.ts';
import { Timescale } from './timescale.ts';

/** What bodies resolved, and what became of it: tracked actions, and reports owed again and again. */

const words = z.string().max(32_767);

/** The action that a resolution became, as it stands now. */
export const TrackedAction = z.object({
  actionId: Id,
  planId: Id,
  plan: z.string(),
  ref: z.string().nullable(),
  text: z.string(),
  leads: z.array(Lead),
  when: z.string().nullable(),
  end: Day.nullable(),
  status: Status.nullable(),
  /** The day of its newest update, where one has a day. */
  toldOn: Day.nullable(),
});
export type TrackedAction = z.infer<typeof TrackedAction>;

/** A resolution with all that is known of it. */
export const ResolutionShown = z.object({
  resolution: Resolution,
  /** "27/10 (2)": its number with the minute it stands in. */
  ref: z.string(),
  bodyId: Id.nullable(),
  body: z.string().nullable(),
  meetingId: Id,
  meeting: z.string(),
  heldOn: Day.nullable(),
  item: z.string().nullable(),
  /** What holds: said by hand or, where nothing was, told by its kind, its action or its report. */
  standing: z.enum(resolutionStates),
  /** Why, in words: "Complete on 19 October 2010", "Notes only", "Superseded by 34/10 (2)". */
  because: z.string(),
  /** The day on which it was done, where that is known: said by hand, or of the update that told so. */
  doneOn: Day.nullable(),
  /** Days from the meeting to that day. */
  days: z.int().nullable(),
  /** Still open although the day by which it was due has passed. */
  late: z.boolean(),
  action: TrackedAction.nullable(),
  reports: z.array(OwedReport),
});
export type ResolutionShown = z.infer<typeof ResolutionShown>;

/** What the words of a resolution seem to ask for, to be checked before it is kept. */
export const ResolutionReading = z.object({
  kind: Resolution.shape.kind,
  /** What is to be done, without "That" and who is to do it. */
  task: z.string(),
  leads: z.array(Lead),
  due: Timescale.nullable(),
  /** How often, where a report is asked for again and again. */
  every: z.string().nullable(),
  /** When the first such report would be owed. */
  nextOn: Day.nullable(),
});
export type ResolutionReading = z.infer<typeof ResolutionReading>;

/** What is tracked of a resolution. */
export const TrackAs = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('action'),
    planId: Id,
    sectionId: Id.nullable(),
    text: words.trim().min(1),
    /** Leads and timescale as they would be typed in the plan. */
    leads: words,
    when: words,
  }),
  z.object({
    as: z.literal('report'),
    title: words.trim().min(1),
    toBodyId: Id.nullable(),
    every: words.trim().min(1),
    nextOn: Day.nullable(),
    officer: words.nullable(),
  }),
]);
export type TrackAs = z.infer<typeof TrackAs>;

export const ResolutionFields = z.object({
  /** Where another number than the next in the body's style is wanted. */
  number: words.trim(),
  text: words.trim().min(1),
  kind: Resolution.shape.kind,
  /** Who carries it out and by when, as they would be typed in a plan. */
  leads: words,
  due: words,
  confidential: z.boolean(),
});
export type ResolutionFields = z.infer<typeof ResolutionFields>;

/** A report owed with what was given so far, the newest first. */
export const OwedReportShown = z.object({
  report: OwedReport,
  toBody: z.string().nullable(),
  /** The resolution that asks for it. */
  ref: z.string().nullable(),
  meetingId: Id.nullable(),
  meeting: z.string().nullable(),
  heldOn: Day.nullable(),
  deliveries: z.array(ReportDelivery.extend({ meeting: z.string().nullable() })),
  /** How many days it is late today; null where it is not. */
  daysLate: z.int().nullable(),
});
export type OwedReportShown = z.infer<typeof OwedReportShown>;

const OwedFields = z.object({
  title: words.trim().min(1),
  toBodyId: Id.nullable(),
  every: words.trim().min(1),
  nextOn: Day.nullable(),
  officer: words.nullable(),
});

/** How long decisions take: days from the meeting to done. */
export const Pace = z.object({
  done: z.int(),
  open: z.int(),
  median: z.number().nullable(),
  longest: z.int().nullable(),
  /** By the calendar year of the meeting, the earliest first. */
  years: z.array(z.object({ year: z.int(), done: z.int(), open: z.int(), median: z.number().nullable() })),
});
export type Pace = z.infer<typeof Pace>;

export const resolutionsContract = {
  /** The register of resolutions, the newest meeting first; each filter null for all. */
  list: {
    input: z.object({
      bodyId: Id.nullable().default(null),
      standing: z.enum(resolutionStates).nullable().default(null),
      from: Day.nullable().default(null),
      to: Day.nullable().default(null),
    }),
    output: z.array(ResolutionShown),
  },
  pace: { input: z.object({ bodyId: Id.nullable() }), output: Pace },
  /** What the words seem to ask for; writes nothing. */
  read: { input: z.object({ meetingId: Id, text: words }), output: ResolutionReading },
  /** Adds a resolution below an item, with what is tracked of it, in one act. */
  add: {
    input: ResolutionFields.partial()
      .required({ text: true })
      .extend({ itemId: Id, track: z.array(TrackAs).max(20).default([]) }),
    output: z.object({
      resolutionId: Id,
      number: z.string(),
      actionId: Id.nullable(),
      owedReportIds: z.array(Id),
    }),
  },
  edit: {
    input: ResolutionFields.partial().extend({ resolutionId: Id }),
    output: z.object({ resolutionId: Id }),
  },
  /** Actions that came of it stay. */
  remove: { input: z.object({ resolutionId: Id }), output: z.object({ resolutionId: Id }) },
  /** Among the resolutions of its item; those whose number the register gave are numbered anew. */
  move: {
    input: z.object({ resolutionId: Id, afterResolutionId: Id.nullable() }),
    output: z.object({ resolutionId: Id }),
  },
  /** Makes an action or a report owed of a resolution that is there, of confirmed minutes too. */
  track: {
    input: z.object({ resolutionId: Id, track: TrackAs }),
    output: z.object({ actionId: Id.nullable(), owedReportId: Id.nullable() }),
  },
  /** Links a resolution to an action that is there already, or to none. */
  linkAction: {
    input: z.object({ resolutionId: Id, actionId: Id.nullable() }),
    output: z.object({ resolutionId: Id }),
  },
  /** What became of it by hand; state null lets its kind, action or report tell again. */
  settle: {
    input: z.object({
      resolutionId: Id,
      state: z.enum(resolutionStates).nullable(),
      on: Day.nullable(),
      words: words.trim().nullable(),
      supersededById: Id.nullable(),
    }),
    output: z.object({ resolutionId: Id }),
  },
} as const;

export const owedReportsContract = {
  /** To one body or all; with `by` only what is owed by that day. */
  list: {
    input: z.object({ bodyId: Id.nullable().default(null), by: Day.nullable().default(null) }),
    output: z.array(OwedReportShown),
  },
  add: {
    input: OwedFields.extend({ resolutionId: Id.nullable() }),
    output: z.object({ owedReportId: Id }),
  },
  edit: { input: OwedFields.partial().extend({ owedReportId: Id }), output: z.object({ owedReportId: Id }) },
  remove: { input: z.object({ owedReportId: Id }), output: z.object({ owedReportId: Id }) },
  /** It was given; the next is owed one stretch on, unless `nextOn` says otherwise (null: nothing more is owed). */
  deliver: {
    input: z.object({
      owedReportId: Id,
      on: Day,
      meetingId: Id.nullable(),
      words,
      nextOn: Day.nullable().optional(),
    }),
    output: z.object({ deliveryId: Id, nextOn: Day.nullable() }),
  },
} as const;
