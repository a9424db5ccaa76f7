import { z } from 'zod';
import { gapKinds } from '../domain/meeting-gaps.ts';
import { ClockTime, Closure, Meeting } from './meeting-records.ts';
import { Day, Id } from './record.ts';
import { FileOut } from './reports.ts';

/** When bodies meet: the days on which nobody does, a year proposed and planned, and what of it is missing. */

const words = z.string().trim().max(2_000);
const ClosureFields = z.object({
  name: words.min(1),
  kind: Closure.shape.kind,
  from: Day,
  /** The last day. */
  until: Day,
});

export const closuresContract = {
  /** In order of day. */
  list: { input: z.void(), output: z.array(Closure) },
  add: { input: ClosureFields, output: z.object({ closureId: Id }) },
  change: { input: ClosureFields.extend({ closureId: Id }), output: z.object({ closureId: Id }) },
  remove: { input: z.object({ closureId: Id }), output: z.object({ closureId: Id }) },
  /** Adds the bank holidays of England and Wales of a calendar year that are not there yet, and says how many. */
  addBankHolidays: {
    input: z.object({ year: z.int().min(1978).max(2199) }),
    output: z.object({ added: z.int(), there: z.int() }),
  },
} as const;

/** How the words of a cycle were read. */
export const CycleRead = z.object({
  /** In the product's own words; null where they give no dates. */
  said: z.string().nullable(),
  unread: z.array(z.string()),
  why: z.string().nullable(),
});

export const ProposedDate = z.object({
  /** The cluster it is of; null where the body meets as one. */
  group: z.string().nullable(),
  /** "Autumn term 2010", "October 2010", "2 of 6" */
  slot: z.string(),
  on: Day,
  wanted: Day,
  /** Why it is not the day wanted, in a sentence. */
  moved: z.string().nullable(),
  papersOn: Day.nullable(),
  papersMoved: z.string().nullable(),
});
export type ProposedDate = z.infer<typeof ProposedDate>;

export const YearProposed = z.object({
  read: CycleRead,
  from: Day,
  to: Day,
  meetings: z.array(ProposedDate),
  skipped: z.array(
    z.object({ group: z.string().nullable(), slot: z.string(), why: z.string(), there: Day.nullable() }),
  ),
  /** What was kept off: numbers of days, and what the register does not know of the year. */
  avoided: z.object({ bankHolidays: z.int(), schoolHolidays: z.int(), closedDays: z.int() }),
  notes: z.array(z.string()),
  usual: z.object({
    startTime: ClockTime.nullable(),
    lengthMinutes: z.int().nullable(),
    place: z.string().nullable(),
    /** "5 working days before"; null where nothing is said of papers. */
    papers: z.string().nullable(),
  }),
});
export type YearProposed = z.infer<typeof YearProposed>;

export const MeetingGap = z.object({ kind: z.enum(gapKinds), words: z.string() });

/** A meeting where a year of them is looked at, with what it lacks. */
export const MeetingInYear = z.object({
  id: Id,
  title: z.string(),
  on: Day.nullable(),
  startTime: ClockTime.nullable(),
  state: Meeting.shape.state,
  seriesId: Id.nullable(),
  gaps: z.array(MeetingGap),
});
export type MeetingInYear = z.infer<typeof MeetingInYear>;

export const BodyYear = z.object({
  id: Id,
  name: z.string(),
  kind: z.string().nullable(),
  cycle: z.string().nullable(),
  meetings: z.array(MeetingInYear),
  /** Meetings that its cycle asks for and that have no date; null where its words give no dates. */
  undated: z.int().nullable(),
  /** The same as a sentence; null where nothing is missing. */
  note: z.string().nullable(),
});
export type BodyYear = z.infer<typeof BodyYear>;

export const ReportToBody = z.object({
  /** Its reporting line or the report owed. */
  id: Id,
  kind: z.enum(['line', 'owed']),
  report: z.string(),
  every: z.string().nullable(),
  from: z.string().nullable(),
  planId: Id.nullable(),
  nextOn: Day.nullable(),
});

export const cyclesContract = {
  /** What would be planned for the year that begins on a day; `words` in place of the body's own cycle. */
  propose: {
    input: z.object({
      bodyId: Id,
      from: Day,
      words: words.nullable().default(null),
      /** The clusters, where the words speak of them and the body has none of its own. */
      groups: z.array(words.min(1)).max(60).nullable().default(null),
    }),
    output: YearProposed,
  },
  /** Puts dates into the register as one act; words and clusters, where given, become the body's own. */
  planYear: {
    input: z.object({
      bodyId: Id,
      words: words.nullable().default(null),
      groups: z.array(words.min(1)).max(60).nullable().default(null),
      state: z.enum(['proposed', 'planned']),
      startTime: ClockTime.nullable(),
      lengthMinutes: z.int().min(1).max(1_440).nullable(),
      place: words.nullable(),
      meetings: z
        .array(z.object({ group: words.nullable(), on: Day, papersOn: Day.nullable() }))
        .min(1)
        .max(400),
    }),
    output: z.object({ meetingIds: z.array(Id) }),
  },
  /** Twelve months of all bodies from the first of a month, with closures and what is missing. */
  year: {
    input: z.object({ from: Day }),
    output: z.object({ from: Day, to: Day, bodies: z.array(BodyYear), closures: z.array(Closure) }),
  },
  /** The year of one body, and the reports that come to it. */
  ofBody: {
    input: z.object({ bodyId: Id, from: Day }),
    output: z.object({
      from: Day,
      to: Day,
      year: BodyYear,
      reports: z.array(ReportToBody),
      reportsTo: z.array(z.object({ to: z.string(), bodyId: Id.nullable(), report: z.string() })),
    }),
  },
} as const;

export const calendarsContract = {
  /**
   * Meetings as a calendar file (.ics): one meeting, one series, one body, or all bodies; with a stretch of days, only
   * those within it. Meetings without a day are left out and counted.
   */
  make: {
    input: z.object({
      meetingId: Id.nullable().default(null),
      seriesId: Id.nullable().default(null),
      bodyId: Id.nullable().default(null),
      from: Day.nullable().default(null),
      to: Day.nullable().default(null),
      /** Whether the days by which papers are due are entries of their own. */
      papers: z.boolean().default(true),
    }),
    output: z.object({ file: FileOut, meetings: z.int(), withoutDay: z.int() }),
  },
} as const;
