import { z } from 'zod';
import { AgendaItem, Attendance, Body, ClockTime, Meeting, MinuteCorrection } from './meeting-records.ts';
import { Day, Id, StateName, Status } from './record.ts';
import { OwedReportShown, ResolutionShown } from './resolutions.ts';

/** Meetings: planned, held, minuted and confirmed. Their agenda stands in agenda.ts, resolutions in resolutions.ts. */

const words = z.string().max(32_767);

/** How far a meeting has come; of its minutes whether they go round for comment. */
export const meetingStages = [
  'proposed',
  'planned',
  'held',
  'draft',
  'circulated',
  'confirmed',
  'cancelled',
] as const;
export const MeetingStage = z.enum(meetingStages);
export type MeetingStage = z.infer<typeof MeetingStage>;

/** A meeting as lists show it. */
export const MeetingListed = Meeting.extend({
  stage: MeetingStage,
  body: z.string().nullable(),
  resolutions: z.int(),
  present: z.int(),
  items: z.int(),
});
export type MeetingListed = z.infer<typeof MeetingListed>;

/** An earlier minute that words refer to, and where it is. */
export const MinuteLink = z.object({
  /** The words of the reference: "41/14". */
  ref: z.string(),
  /** The place of those words in the text they stand in. */
  at: z.int(),
  meetingId: Id.nullable(),
  itemId: Id.nullable(),
  /** "Partnership board, 15 July 2010: Exception report"; null where the register has no such minute. */
  title: z.string().nullable(),
});
export type MinuteLink = z.infer<typeof MinuteLink>;

/** One record that an item is about, as it stands now. */
export const AboutShown = z.object({
  kind: z.enum(['plan', 'section', 'action', 'kpi', 'resolution']),
  id: Id,
  planId: Id.nullable(),
  ref: z.string().nullable(),
  title: z.string(),
  status: Status.nullable(),
  /** The words of its timescale and the day of its newest update, of an action. */
  when: z.string().nullable(),
  toldOn: Day.nullable(),
  /** The words of that update. */
  told: z.string().nullable(),
});
export type AboutShown = z.infer<typeof AboutShown>;

/** An update that was given at the meeting. */
export const ProgressGiven = z.object({
  id: Id,
  actionId: Id.nullable(),
  kpiId: Id.nullable(),
  planId: Id.nullable(),
  ref: z.string().nullable(),
  title: z.string(),
  on: Day.nullable(),
  status: Status.nullable(),
  text: z.string(),
  by: z.string().nullable(),
});
export type ProgressGiven = z.infer<typeof ProgressGiven>;

/** A resolution or an action of an earlier meeting that is not done. */
export const MatterArising = z.object({
  resolutionId: Id,
  ref: z.string(),
  text: z.string(),
  meetingId: Id,
  meeting: z.string(),
  heldOn: Day.nullable(),
  /** Who is to do it, and by when, in words. */
  who: z.string(),
  when: z.string().nullable(),
  late: z.boolean(),
  actionId: Id.nullable(),
  planId: Id.nullable(),
  status: Status.nullable(),
  toldOn: Day.nullable(),
  confidential: z.boolean(),
});
export type MatterArising = z.infer<typeof MatterArising>;

export const ItemShown = AgendaItem.extend({
  /** When it is planned to begin, from the start of the meeting and the minutes of those before; null without a start. */
  plannedStart: ClockTime.nullable(),
  about: z.array(AboutShown),
  /** Earlier minutes named in `furtherTo`, in this order, then in its text. */
  references: z.array(MinuteLink),
});
export type ItemShown = z.infer<typeof ItemShown>;

export const QuorumShown = z.object({
  quorum: z.int().nullable(),
  /** Members present, substitutes for members among them; all present where the body has no list of members. */
  present: z.int(),
  quorate: z.boolean().nullable(),
  /** "9 members present; the quorum is 6." */
  words: z.string(),
});
export type QuorumShown = z.infer<typeof QuorumShown>;

export const MeetingView = z.object({
  meeting: Meeting,
  stage: MeetingStage,
  body: Body.nullable(),
  attendance: z.array(Attendance.extend({ member: z.boolean() })),
  quorum: QuorumShown,
  items: z.array(ItemShown),
  resolutions: z.array(ResolutionShown),
  progress: z.array(ProgressGiven),
  corrections: z.array(MinuteCorrection.extend({ at: z.string().nullable() })),
  /** Earlier minutes named in `furtherTo` of the meeting. */
  references: z.array(MinuteLink),
  arising: z.array(MatterArising),
  /** Owed to its body by the day of the meeting. */
  owed: z.array(OwedReportShown),
  /** The meetings of its body before and after it. */
  previous: z.object({ id: Id, title: z.string(), heldOn: Day.nullable(), stage: MeetingStage }).nullable(),
  next: z.object({ id: Id, title: z.string(), heldOn: Day.nullable(), stage: MeetingStage }).nullable(),
  confirmedAt: z.object({ id: Id, title: z.string(), heldOn: Day.nullable() }).nullable(),
  /** When the last item is planned to end. */
  plannedEnd: ClockTime.nullable(),
  /** What the number of the next minute and of the next resolution below each item would be. */
  nextMinute: z.string().nullable(),
  nextResolution: z.record(z.string(), z.string()),
  /** What is said once above the resolutions of an item: "RESOLVED"; empty where nothing is. */
  resolvingWords: z.string(),
});
export type MeetingView = z.infer<typeof MeetingView>;

/** When and where: null empties a field, what is left out stays, or is as usual for the body. */
export const MeetingFields = z.object({
  title: words.trim().min(1),
  on: Day.nullable(),
  startTime: ClockTime.nullable(),
  lengthMinutes: Meeting.shape.lengthMinutes.unwrap().nullable(),
  place: words.trim().nullable(),
  papersOn: Day.nullable(),
  seriesId: Id.nullable(),
});
export type MeetingFields = z.infer<typeof MeetingFields>;

const Planned = MeetingFields.partial().extend({ state: z.enum(['proposed', 'planned']).default('planned') });

export const meetingsContract = {
  /** The latest first; those without a day before all others. */
  list: { input: z.void(), output: z.array(MeetingListed) },
  get: { input: z.object({ meetingId: Id }), output: MeetingView },
  plan: { input: Planned.extend({ bodyId: Id.nullable() }), output: z.object({ meetingId: Id }) },
  /** Several of one body in one act: a year ahead. */
  planMany: {
    input: z.object({ bodyId: Id, meetings: z.array(Planned).min(1).max(400) }),
    output: z.object({ meetingIds: z.array(Id) }),
  },
  /** A new day, time or place raises the sequence that an .ics tells. */
  edit: {
    input: MeetingFields.partial().extend({
      meetingId: Id,
      bodyId: Id.nullable().optional(),
      /** Only among meetings to come. */
      state: z.enum(['proposed', 'planned']).optional(),
      minuteRef: words.trim().nullable().optional(),
      furtherTo: words.trim().nullable().optional(),
      chair: words.trim().nullable().optional(),
      clerk: words.trim().nullable().optional(),
      closedTime: ClockTime.nullable().optional(),
    }),
    output: z.object({ meetingId: Id }),
  },
  cancel: {
    input: z.object({ meetingId: Id, why: words.trim().nullable() }),
    output: z.object({ meetingId: Id }),
  },
  /** A cancelled meeting is planned again. */
  restore: { input: z.object({ meetingId: Id }), output: z.object({ meetingId: Id }) },
  remove: {
    input: z.object({ meetingId: Id }),
    output: z.object({ items: z.int(), resolutions: z.int(), attendance: z.int() }),
  },
} as const;

const Attender = z.object({
  name: words.trim().min(1),
  /** Left out, the words are looked for among the people of the register. */
  personId: Id.nullable().optional(),
  state: Attendance.shape.state,
  substituteFor: words.trim().nullable(),
  role: words.trim().nullable(),
});

export const minutesContract = {
  /** The meeting begins: it is held, and its members are there, `as` present unless they were told of before. */
  begin: {
    input: z.object({ meetingId: Id, as: Attendance.shape.state.default('present') }),
    output: z.object({ meetingId: Id, attendance: z.int() }),
  },
  /** It is over: what was written are draft minutes, and items are numbered in the body's scheme. */
  close: {
    input: z.object({ meetingId: Id, closedTime: ClockTime.nullable() }),
    output: z.object({ meetingId: Id, numbered: z.int() }),
  },
  /** Adds somebody, or changes one line of attendance. */
  attend: {
    input: Attender.partial().extend({ meetingId: Id, attendanceId: Id.nullable() }),
    output: z.object({ attendanceId: Id }),
  },
  removeAttendance: { input: z.object({ attendanceId: Id }), output: z.object({ attendanceId: Id }) },
  /** Progress told at a meeting: a dated update of each action, that bears the meeting. */
  tell: {
    input: z.object({
      meetingId: Id,
      actionIds: z.array(Id).min(1).max(1_000),
      state: StateName.nullable(),
      text: words,
      by: words.nullable(),
    }),
    output: z.object({ progressIds: z.array(Id) }),
  },
  /** Draft minutes go round; `on` null takes that back. */
  circulate: {
    input: z.object({ meetingId: Id, on: Day.nullable(), commentsBy: Day.nullable() }),
    output: z.object({ meetingId: Id }),
  },
  /** After this nothing of them changes; what is wrong is recorded as a correction. */
  confirm: {
    input: z.object({ meetingId: Id, on: Day, atMeetingId: Id.nullable() }),
    output: z.object({ meetingId: Id }),
  },
  recordCorrection: {
    input: z.object({
      meetingId: Id,
      atMeetingId: Id.nullable(),
      itemId: Id.nullable(),
      on: Day,
      text: words.trim().min(1),
      confidential: z.boolean().default(false),
    }),
    output: z.object({ correctionId: Id }),
  },
} as const;
