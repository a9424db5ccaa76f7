import { z } from 'zod';
import { Attendance, Body, BodyMember, Meeting, StandingItem } from './meeting-records.ts';
import { Day, Id } from './record.ts';

/** Boards, partnerships and groups: what they are for, who belongs to them, and who came to their meetings. */

const words = z.string().trim().max(32_767);
const name = words.min(1).max(500);

/** A body as the list of bodies shows it. */
export const BodyListed = z.object({
  id: Id,
  name: z.string(),
  kind: z.string().nullable(),
  cycle: z.string().nullable(),
  reportsToId: Id.nullable(),
  endedOn: Day.nullable(),
  /** How many are members today. */
  members: z.int(),
  quorum: z.int().nullable(),
  /** Meetings that were neither cancelled nor lie ahead. */
  held: z.int(),
  lastOn: Day.nullable(),
  /** The next meeting from today on that is proposed or planned. */
  next: z.object({ meetingId: Id, on: Day }).nullable(),
  /** Resolutions that are still open, and reports that are owed by today. */
  openResolutions: z.int(),
  reportsOwed: z.int(),
});
export type BodyListed = z.infer<typeof BodyListed>;

/** A spell of membership as the body's page shows and changes it. */
export const MemberShown = BodyMember.extend({
  id: Id,
  /** Whether it holds today. */
  now: z.boolean(),
});
export type MemberShown = z.infer<typeof MemberShown>;

/** Everything of a body that may be changed at once; null empties a field, what is left out stays. */
export const BodyFields = z.object({
  name,
  kind: words.nullable(),
  purpose: words.nullable(),
  role: words.nullable(),
  cycle: words.nullable(),
  reportsToId: Id.nullable(),
  quorum: Body.shape.quorum.unwrap().nullable(),
  terms: words.nullable(),
  documents: z.array(z.object({ title: words, where: words })).max(200),
  usualPlace: words.nullable(),
  usualStart: Body.shape.usualStart.unwrap().nullable(),
  usualMinutes: Body.shape.usualMinutes.unwrap().nullable(),
  papersDays: Body.shape.papersDays.unwrap().nullable(),
  papersUnit: Body.shape.papersUnit.unwrap().nullable(),
  /** The clusters with each of which it meets apart. */
  groups: z.array(words.min(1)).max(60),
  numbering: Body.shape.numbering.unwrap().nullable(),
  resolving: Body.shape.resolving.unwrap().nullable(),
  endedOn: Day.nullable(),
});
export type BodyFields = z.infer<typeof BodyFields>;

const Membership = z.object({
  name,
  /** Left out, the words are looked for among the people of the register. */
  personId: Id.nullable().optional(),
  role: words.nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
});

/** One meeting of an attendance grid. */
export const GridMeeting = z.object({
  meetingId: Id,
  title: z.string(),
  on: Day,
  state: Meeting.shape.state,
  present: z.int(),
  /** Members of whom anything is known, and of them in per cent who came (or sent a substitute); null for none. */
  expected: z.int(),
  share: z.number().nullable(),
  /** Null where the body has no quorum. */
  quorate: z.boolean().nullable(),
});

/** One member, or somebody else who came, over the meetings of the grid. */
export const GridPerson = z.object({
  key: z.string(),
  name: z.string(),
  personId: Id.nullable(),
  role: z.string().nullable(),
  member: z.boolean(),
  /** In the order of the meetings; null where nothing is known, or nobody was expected. */
  cells: z.array(z.object({ state: Attendance.shape.state, substitute: z.string().nullable() }).nullable()),
  present: z.int(),
  expected: z.int(),
  share: z.number().nullable(),
});
export type GridPerson = z.infer<typeof GridPerson>;

export const AttendanceGrid = z.object({
  bodyId: Id,
  body: z.string(),
  quorum: z.int().nullable(),
  from: Day,
  to: Day,
  meetings: z.array(GridMeeting),
  people: z.array(GridPerson),
  /** All members over all meetings, as the KPI that is counted from attendance has it. */
  present: z.int(),
  expected: z.int(),
  share: z.number().nullable(),
});
export type AttendanceGrid = z.infer<typeof AttendanceGrid>;

export const bodiesContract = {
  list: { input: z.void(), output: z.array(BodyListed) },
  get: {
    input: z.object({ bodyId: Id }),
    output: z.object({
      body: Body,
      members: z.array(MemberShown),
      /** The earliest first; those without a day last. */
      meetings: z.array(Meeting),
      /** The number that the next minute would have; null without a scheme. */
      nextMinute: z.string().nullable(),
      /** How its resolutions look: "RESOLVED (1)". */
      resolutionSample: z.string(),
    }),
  },
  /** Who came in a stretch of days (both included). */
  attendance: { input: z.object({ bodyId: Id, from: Day, to: Day }), output: AttendanceGrid },
  add: { input: BodyFields.partial().required({ name: true }), output: z.object({ bodyId: Id }) },
  edit: { input: BodyFields.partial().extend({ bodyId: Id }), output: z.object({ bodyId: Id }) },
  /**
   * Takes a body out with its members, standing items and meetings to come; refused where it has minutes (it may end
   * instead).
   */
  remove: {
    input: z.object({ bodyId: Id }),
    output: z.object({ members: z.int(), meetings: z.int(), reportingLines: z.int() }),
  },
  addMember: { input: Membership.extend({ bodyId: Id }), output: z.object({ memberId: Id }) },
  editMember: { input: Membership.partial().extend({ memberId: Id }), output: z.object({ memberId: Id }) },
  removeMember: { input: z.object({ memberId: Id }), output: z.object({ memberId: Id }) },
  /** The whole list anew; officers are found among the people by their words where no person is given. */
  setStandingItems: {
    input: z.object({ bodyId: Id, items: z.array(StandingItem).max(100) }),
    output: z.object({ bodyId: Id }),
  },
} as const;
