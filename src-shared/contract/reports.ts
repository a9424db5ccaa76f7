import { z } from 'zod';
import { Audience, reportFormats, reportNames } from './circulation-records.ts';
import { LeftOut } from './left-out.ts';
import { LookedAt } from './looking.ts';
import { Day, Id, Instant } from './register.ts';
import { PlacedWords, ReportLayout, ReportTemplate, TemplateChoices } from './report-records.ts';

export { reportFormats, reportNames };

/** A file on its way to the officer: bytes as base64, the same over every host. */
export const FileOut = z.object({ name: z.string(), mime: z.string(), base64: z.string() });
export type FileOut = z.infer<typeof FileOut>;

export const SnapshotSummary = z.object({
  id: Id,
  name: z.string(),
  takenAt: Instant,
  hash: z.string(),
  counts: z.record(z.string(), z.int()),
  /** When it was last put in an e-mail draft. */
  circulatedAt: Instant.nullable(),
});
export type SnapshotSummary = z.infer<typeof SnapshotSummary>;

/** One difference between two states of the register, in the words of the quarterly report. */
export const Difference = z.object({
  kind: z.enum([
    'added',
    'removed',
    'carried-forward',
    'dropped',
    'closed',
    're-worded',
    're-dated',
    're-assigned',
    'status-changed',
    'target-changed',
    'measure-changed',
    'moved',
    'renumbered',
    'changed',
  ]),
  record: z.enum(['plan', 'section', 'action', 'measure', 'kpi', 'kpi-value', 'other']),
  id: Id,
  planId: Id.nullable(),
  ref: z.string().nullable(),
  title: z.string(),
  field: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  words: z.string(),
  /** Why: the update that gave the status, the words in which a new measure was explained. Left out where nothing was said. */
  why: z.string().optional(),
});
export type Difference = z.infer<typeof Difference>;

export const snapshotsContract = {
  list: { input: z.void(), output: z.array(SnapshotSummary) },
  take: {
    /** `withWords`: words that wait for the next snapshot go with this one, because it is taken to be reported. */
    input: z.object({ name: z.string().min(1), withWords: z.boolean().default(false) }),
    output: SnapshotSummary,
  },
  /** `b` is a snapshot or 'now'. */
  /** Opens one to be looked at in the screens; nothing is written. Progress comes under the job's id. */
  open: { input: z.object({ snapshotId: Id, jobId: z.string() }), output: LookedAt },
  compare: { input: z.object({ a: Id, b: z.union([Id, z.literal('now')]) }), output: z.array(Difference) },
} as const;

/** For whom: the public gets nothing that is marked confidential, and is told that a part was left out. */
export const audiences = ['members', 'public'] as const;
const ofMeeting = {
  /** For an agenda or minutes: of which meeting. Left out, the next of the body (or of all), or the last that was held. */
  meetingId: Id.nullable().default(null),
  bodyId: Id.nullable().default(null),
  audience: z.enum(audiences).default('members'),
};
/** The layout of a report, or that of a template; without either, the usual one. */
const laidOut = {
  layout: ReportLayout.nullable().default(null),
  templateId: Id.nullable().default(null),
};
/** Of which report of what, and for which snapshot; null for the one to be taken next. */
const ownWordsWish = {
  report: z.enum(reportNames),
  snapshotId: Id.nullable(),
  planId: Id.nullable().default(null),
  sectionId: Id.nullable().default(null),
  leadId: Id.nullable().default(null),
  meetingId: Id.nullable().default(null),
  bodyId: Id.nullable().default(null),
};
export const OwnWordsWish = z.object(ownWordsWish);
export type OwnWordsWish = z.input<typeof OwnWordsWish>;

/** A marked place of a report, what stands there, and what stood there last time. */
export const MarkedPlace = PlacedWords.omit({ text: true, internal: true }).extend({
  /** Where it is, in words: "After “What is good”". */
  name: z.string(),
  /** Null where nothing was written or cleared for this snapshot. */
  own: PlacedWords.pick({ text: true, internal: true }).extend({ writtenOn: Day }).nullable(),
  /** Of the last report of the same, or of a template: in no report until it is kept. */
  from: PlacedWords.pick({ text: true, internal: true })
    .extend({ name: z.string(), takenOn: Day.nullable() })
    .nullable(),
  /** Whether its part is shown in the layout chosen. */
  shown: z.boolean(),
});
export type MarkedPlace = z.infer<typeof MarkedPlace>;

export const reportsContract = {
  /** Every report is made from a snapshot; with `snapshotId` null one is taken first and named by the day. */
  make: {
    input: z.object({
      snapshotId: Id.nullable(),
      report: z.enum(reportNames),
      planId: Id.nullable(),
      /** For a KPI book or outcome report card: the section it is of. Left out, all of the plan. */
      sectionId: Id.nullable().default(null),
      /** For a lead's list: whose. */
      leadId: Id.nullable().default(null),
      ...ofMeeting,
      /** The earlier snapshot that it is compared with. Left out, the newest that holds something else. */
      sinceId: Id.nullable().default(null),
      format: z.enum(reportFormats),
      /** What those may see for whom it is made. Left out, all that `audience` allows. */
      sees: Audience.nullable().default(null),
      /** For csv: the one table wanted, by name. Without it a report of several tables is a zip of a file each. */
      table: z.string().nullable().default(null),
      ...laidOut,
    }),
    output: FileOut,
  },
  /** What a report of this snapshot, or of the register as it stands, leaves out of counts of children. */
  leftOut: {
    input: z.object({ snapshotId: Id.nullable().default(null), planId: Id.nullable().default(null) }),
    output: LeftOut,
  },
  /** For whom a lead's list of this snapshot, or of the register as it stands, would say something. */
  leads: {
    input: z.object({ snapshotId: Id.nullable().default(null) }),
    output: z.array(z.object({ id: Id, name: z.string() })),
  },
  /** An e-mail that opens as a draft (X-Unsent), with the reports attached; nothing is sent. */
  draft: {
    input: z.object({
      snapshotId: Id,
      planId: Id.nullable(),
      sectionId: Id.nullable().default(null),
      leadId: Id.nullable().default(null),
      ...ofMeeting,
      sinceId: Id.nullable().default(null),
      reports: z.array(z.object({ report: z.enum(reportNames), format: z.enum(reportFormats) })).min(1),
      to: z.array(z.string()).default([]),
      bcc: z.array(z.string()).default([]),
      /** What those may see who get it. Left out, all that `audience` allows. */
      sees: Audience.nullable().default(null),
      subject: z.string().nullable().default(null),
      ...laidOut,
    }),
    output: FileOut,
  },
  /** The report as it would be, of a snapshot or of the register as it stands, and what can be chosen in it. */
  preview: {
    input: OwnWordsWish.extend({
      sinceId: Id.nullable().default(null),
      audience: z.enum(audiences).default('members'),
      sees: Audience.nullable().default(null),
      ...laidOut,
    }),
    output: z.object({
      /** What stands in the body of the page, without style attributes (`data-style` instead), and its style sheet. */
      html: z.string(),
      css: z.string(),
      /** Whether only the beginning is shown, because the whole is long. */
      cut: z.boolean(),
      parts: z.array(z.object({ id: z.string(), name: z.string(), says: z.boolean() })),
      columns: z.array(z.string()),
      /** Sections, actions and KPIs at which words can stand. */
      records: z.array(z.object({ id: Id, name: z.string() })),
      places: z.array(MarkedPlace),
    }),
  },
  /** Words at marked places, all in one act; an empty text clears a place. */
  writeWords: {
    input: OwnWordsWish.extend({ words: z.array(PlacedWords).min(1).max(500) }),
    output: z.object({ written: z.int() }),
  },
  /** Where words stand that a search has found. */
  placeOfWords: {
    input: z.object({ id: Id }),
    output: z.object({
      report: z.enum(reportNames),
      ofId: Id.nullable(),
      snapshotId: Id.nullable(),
      place: z.string(),
      recordId: Id.nullable(),
    }),
  },
  templates: { input: z.void(), output: z.array(ReportTemplate.omit({ source: true })) },
  /** Keeps choices under a name: a new template, or (`templateId`) one that is there. */
  saveTemplate: {
    input: z.object({
      templateId: Id.nullable(),
      name: z.string().trim().min(1).max(120),
      report: z.enum(reportNames),
      usual: z.boolean(),
      choices: TemplateChoices,
      /** The words of this report are what its words begin with; where it has none, those of `choices`. */
      wordsOf: OwnWordsWish.nullable().default(null),
    }),
    output: z.object({ templateId: Id }),
  },
  removeTemplate: { input: z.object({ templateId: Id }), output: z.object({ removed: z.string() }) },
  /** A file that went out, made again from its snapshot; `same` where it is so to the byte. */
  again: {
    input: z.object({ circulationId: Id, name: z.string() }),
    output: z.object({ file: FileOut, same: z.boolean() }),
  },
} as const;
