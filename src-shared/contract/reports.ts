import { z } from 'zod';
import { Audience, reportFormats, reportNames } from './circulation-records.ts';
import { LeftOut } from './left-out.ts';
import { Id, Instant } from './register.ts';

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
  take: { input: z.object({ name: z.string().min(1) }), output: SnapshotSummary },
  /** `b` is a snapshot or 'now'. */
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
      subject: z.string().nullable().default(null),
    }),
    output: FileOut,
  },
} as const;
