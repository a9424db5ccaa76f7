import { z } from 'zod';
import { Day, Detail, Id, Lead, record } from './record.ts';
import { Timescale } from './timescale.ts';

/**
 * Bodies, their meetings, and what became of what was resolved. Whatever came into the form after its first version
 * is left out where there is nothing to say, so that older exports and snapshots keep their words and their hash.
 */

/** A time of day where the meeting is held, "14:00". */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Somebody in charge of an item or a report: the words, and who on the list is meant. */
export const Officer = z.object({ text: z.string(), personId: Id.nullable() });
export type Officer = z.infer<typeof Officer>;

/** What an agenda item is for: so that an agenda built anew knows its own, and the minutes their order. */
export const itemKinds = [
  'apologies',
  'last-minutes',
  'matters-arising',
  'standing',
  'review',
  'decision',
  'report',
  'other-business',
  'next-meeting',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** An item that stands on every agenda of a body. */
export const StandingItem = z.object({
  title: z.string(),
  kind: z.enum(itemKinds).nullable(),
  plannedMinutes: z.int().min(0).max(1_440).nullable(),
  officer: Officer.nullable(),
});
export type StandingItem = z.infer<typeof StandingItem>;

/** Over what a number is counted on before it begins at 1 again. `item` and `meeting` are for resolutions only. */
export const minuteCounts = ['body', 'calendar-year', 'financial-year', 'academic-year'] as const;
export const resolutionCounts = ['item', 'meeting', ...minuteCounts] as const;

/**
 * How a body numbers its minutes: "{n}/{yy}", "Minute {n}". {n} is the number; {yy} and {yyyy} are the year in which
 * the year that is counted over begins; {year} is that year in words, "2010-11".
 */
export const MinuteNumbering = z.object({
  pattern: z.string().min(1),
  counts: z.enum(minuteCounts),
  /** Whether each item of a meeting has a number of its own, or the whole meeting one. */
  of: z.enum(['item', 'meeting']),
});
export type MinuteNumbering = z.infer<typeof MinuteNumbering>;

/**
 * How a body says that it has resolved: "RESOLVED ({n})", "It was AGREED that", "R{n}". The word that holds {n} is the
 * number of each resolution; the words before it are said once above them. Without {n} they are counted unsaid.
 */
export const ResolutionStyle = z.object({ words: z.string().min(1), counts: z.enum(resolutionCounts) });
export type ResolutionStyle = z.infer<typeof ResolutionStyle>;

export const BodyMember = z.object({
  name: z.string(),
  personId: Id.nullable(),
  role: z.string().nullable(),
  from: Day.nullable(),
  /** The last day. */
  until: Day.nullable(),
});
export type BodyMember = z.infer<typeof BodyMember>;

export const Body = z.object({
  ...record,
  name: z.string(),
  kind: z.string().nullable(),
  purpose: z.string().nullable(),
  role: z.string().nullable(),
  /** How often it meets, in words: "termly", "quarterly, on the second Tuesday". */
  cycle: z.string().nullable(),
  reportsToId: Id.nullable(),
  members: z.array(BodyMember),
  /** How many members must be present. */
  quorum: z.int().min(1).optional(),
  /** Terms of reference. */
  terms: z.string().min(1).optional(),
  documents: z
    .array(z.object({ title: z.string(), where: z.string() }))
    .min(1)
    .optional(),
  usualPlace: z.string().min(1).optional(),
  usualStart: ClockTime.optional(),
  usualMinutes: z.int().min(1).max(1_440).optional(),
  /** How many days before a meeting its papers go out. */
  papersDays: z.int().min(0).max(366).optional(),
  /** Left out where plain days are counted. */
  papersUnit: z.literal('working-days').optional(),
  /** The clusters, with each of which it meets apart: "three times a year per cluster". */
  groups: z.array(z.string().min(1)).min(1).optional(),
  numbering: MinuteNumbering.optional(),
  resolving: ResolutionStyle.optional(),
  standingItems: z.array(StandingItem).min(1).optional(),
  /** Since when it meets no more. */
  endedOn: Day.optional(),
});
export type Body = z.infer<typeof Body>;

export const Meeting = z.object({
  ...record,
  bodyId: Id.nullable(),
  title: z.string(),
  /** The day: of a meeting to come, the day for which it is planned. */
  heldOn: Day.nullable(),
  place: z.string().nullable(),
  minuteRef: z.string().nullable(),
  furtherTo: z.string().nullable(),
  state: z.enum(['proposed', 'planned', 'held', 'draft-minutes', 'confirmed', 'cancelled']),
  /** Words of the minutes that no field holds: their heading, the time, who signed. Left out where there are none. */
  details: z.array(Detail).min(1).optional(),
  startTime: ClockTime.optional(),
  lengthMinutes: z.int().min(1).max(1_440).optional(),
  /** By when its papers go out. */
  papersOn: Day.optional(),
  /** How often its day, time or place changed, or it was cancelled: SEQUENCE of an .ics (RFC 5545). Left out at 0. */
  sequence: z.int().min(1).optional(),
  /** The same for all meetings that were proposed together. */
  seriesId: Id.optional(),
  chair: z.string().min(1).optional(),
  /** Who took the minutes. */
  clerk: z.string().min(1).optional(),
  closedTime: ClockTime.optional(),
  /** When its draft minutes went round for comment, and by when comments were asked for. */
  circulatedOn: Day.optional(),
  commentsBy: Day.optional(),
  confirmedOn: Day.optional(),
  confirmedAtMeetingId: Id.optional(),
  cancelledWhy: z.string().min(1).optional(),
});
export type Meeting = z.infer<typeof Meeting>;

export const Attendance = z.object({
  ...record,
  meetingId: Id,
  name: z.string(),
  personId: Id.nullable(),
  state: z.enum(['present', 'apologies', 'absent']),
  substituteFor: z.string().nullable(),
  /** Role, organisation or initials as they stand beside the name. Left out where there are none. */
  role: z.string().min(1).optional(),
});
export type Attendance = z.infer<typeof Attendance>;

/** A point of an item, under its heading where it has one. `kind` is left out of what is merely said. */
export const Point = z.object({
  heading: z.string(),
  text: z.string(),
  kind: z.enum(['question', 'answer', 'decision']).optional(),
  confidential: z.literal(true).optional(),
});
export type Point = z.infer<typeof Point>;

/** A paper of an item: a document and where it is, or a report of this register and the snapshot it is made from. */
export const Paper = z.object({
  title: z.string(),
  where: z.string().nullable(),
  report: z.string().nullable(),
  snapshotId: Id.nullable(),
  confidential: z.literal(true).optional(),
});
export type Paper = z.infer<typeof Paper>;

/** What an item is about: its words, and at most one of the register's records. */
export const ItemLink = z.object({
  text: z.string(),
  planId: Id.nullable(),
  sectionId: Id.nullable(),
  actionId: Id.nullable(),
  kpiId: Id.nullable(),
  resolutionId: Id.nullable(),
});
export type ItemLink = z.infer<typeof ItemLink>;

export const AgendaItem = z.object({
  ...record,
  meetingId: Id,
  number: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  points: z.array(Point),
  kind: z.enum(itemKinds).optional(),
  plannedMinutes: z.int().min(0).max(1_440).optional(),
  /** When it was begun. */
  beganTime: ClockTime.optional(),
  officer: Officer.optional(),
  confidential: z.literal(true).optional(),
  /** Its own number among the minutes of its body: "34/10". */
  minuteRef: z.string().min(1).optional(),
  /** The earlier minute it goes on from, in words: "27/10". */
  furtherTo: z.string().min(1).optional(),
  papers: z.array(Paper).min(1).optional(),
  links: z.array(ItemLink).min(1).optional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const resolutionStates = ['open', 'done', 'superseded'] as const;
export const Resolution = z.object({
  ...record,
  meetingId: Id,
  agendaItemId: Id.nullable(),
  number: z.string(),
  text: z.string(),
  kind: z.enum(['notes', 'action', 'report', 'decision']).nullable(),
  actionId: Id.nullable(),
  /** What was said of it by hand. Left out where its kind and the action that it became tell. */
  state: z.enum(resolutionStates).optional(),
  supersededById: Id.optional(),
  doneOn: Day.optional(),
  /** How it was done. */
  doneWords: z.string().min(1).optional(),
  leads: z.array(Lead).min(1).optional(),
  due: Timescale.optional(),
  confidential: z.literal(true).optional(),
});
export type Resolution = z.infer<typeof Resolution>;

/** A report that a resolution, or standing practice, asks for again and again. */
export const OwedReport = z.object({
  id: Id,
  source: z.null(),
  resolutionId: Id.nullable(),
  title: z.string(),
  toBodyId: Id.nullable(),
  /** How often, in words: "quarterly", "to each meeting". */
  every: z.string(),
  /** The day by which it is owed next; null once nothing more is owed. */
  nextOn: Day.nullable(),
  officer: Officer.nullable(),
});
export type OwedReport = z.infer<typeof OwedReport>;

/** A report owed that was given. */
export const ReportDelivery = z.object({
  id: Id,
  source: z.null(),
  owedReportId: Id,
  meetingId: Id.nullable(),
  on: Day,
  words: z.string(),
});
export type ReportDelivery = z.infer<typeof ReportDelivery>;

/** A correction of confirmed minutes, as a later meeting recorded it: the minutes themselves stand as they are. */
export const MinuteCorrection = z.object({
  id: Id,
  source: z.null(),
  meetingId: Id,
  atMeetingId: Id.nullable(),
  agendaItemId: Id.nullable(),
  on: Day,
  text: z.string(),
  confidential: z.literal(true).optional(),
});
export type MinuteCorrection = z.infer<typeof MinuteCorrection>;

export const closureKinds = ['school-holiday', 'bank-holiday', 'closed'] as const;
/** Days on which nobody meets; `until` is the last of them. */
export const Closure = z.object({
  id: Id,
  source: z.null(),
  name: z.string(),
  kind: z.enum(closureKinds),
  from: Day,
  until: Day,
});
export type Closure = z.infer<typeof Closure>;

/** Who reports to whom: from a body or a plan, or whoever the words name, to a body, a plan or the words. */
export const ReportingLine = z.object({
  id: Id,
  source: z.null(),
  /** Its level where they are numbered, the first the highest. */
  level: z.int().nullable(),
  fromBodyId: Id.nullable(),
  fromPlanId: Id.nullable(),
  from: z.string().nullable(),
  /** What kind of report, in words: "exception report, highlights and risks only". */
  report: z.string(),
  /** How often, in words. */
  every: z.string().nullable(),
  toBodyId: Id.nullable(),
  toPlanId: Id.nullable(),
  to: z.string().nullable(),
});
export type ReportingLine = z.infer<typeof ReportingLine>;

/** What meetings add to the register beside its arrays of before. Each is left out where it is empty. */
export const meetingLists = {
  owedReports: z.array(OwedReport).min(1).optional(),
  reportDeliveries: z.array(ReportDelivery).min(1).optional(),
  minuteCorrections: z.array(MinuteCorrection).min(1).optional(),
  closures: z.array(Closure).min(1).optional(),
  reportingLines: z.array(ReportingLine).min(1).optional(),
};
