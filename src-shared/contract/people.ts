import { z } from 'zod';
import { heldContract } from './held.ts';
import { StateCounts } from './plans.ts';
import { Day, Id, Period, Person, Status } from './register.ts';

/** People, roles, teams and organisations: what is theirs, who holds what, handing over, and finding those who are one. */

/** From the first day until the last, both included; null where it is open. */
const days = { from: Day.nullable(), until: Day.nullable() };

/** Everybody with what chips, search and lists need of them. */
export const PersonRow = Person.extend({
  actions: z.int(),
  kpis: z.int(),
  measures: z.int(),
  /** Other ways in which they are written. */
  aliases: z.array(z.string()),
  /** Who holds this role, or belongs to this team or organisation, and when. */
  holders: z.array(z.object({ spellId: Id, personId: Id, ...days })),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** What is still to be done by one of them. */
export const PersonLoad = z.object({
  personId: Id,
  openActions: z.int(),
  overdue: z.int(),
  openMeasures: z.int(),
  kpis: z.int(),
  sections: z.int(),
});
export type PersonLoad = z.infer<typeof PersonLoad>;

export const leadKinds = ['action', 'measure', 'kpi', 'section'] as const;
export type LedKind = (typeof leadKinds)[number];

/** One thing that somebody leads. */
export const Led = z.object({
  leadId: Id,
  kind: z.enum(leadKinds),
  id: Id,
  /** The action, or the action that a measure belongs to. */
  actionId: Id.nullable(),
  ref: z.string().nullable(),
  text: z.string(),
  /** The words by which the plan names the lead. */
  said: z.string(),
  /** The role through which it is theirs today; null where they are named themselves. */
  through: z.object({ id: Id, name: z.string() }).nullable(),
  /** The words of the timescale. */
  when: z.string().nullable(),
  end: Day.nullable(),
  daysLate: z.int().nullable(),
  status: Status.nullable(),
  ended: z.boolean(),
  lastWrote: Day.nullable(),
  /** True where nothing was written for longer than the plan or the office allows. */
  owesUpdate: z.boolean(),
});
export type Led = z.infer<typeof Led>;

/** A statutory duty that something of theirs answers. */
export const DutyOfLead = z.object({
  id: Id,
  text: z.string(),
  basis: z.string().nullable(),
  /** The words of the date from which it is in force. */
  when: z.string().nullable(),
  /** References (or words, where there is none) of what is theirs and answers it. */
  answers: z.array(z.string()),
});
export type DutyOfLead = z.infer<typeof DutyOfLead>;

/** A resolution of a meeting that is tracked as an action of theirs. */
export const ResolutionOfLead = z.object({
  id: Id,
  number: z.string(),
  text: z.string(),
  meetingId: Id,
  meeting: z.string(),
  heldOn: Day.nullable(),
  actionId: Id,
  planId: Id,
  ref: z.string().nullable(),
  status: Status.nullable(),
});
export type ResolutionOfLead = z.infer<typeof ResolutionOfLead>;

export const LeadPage = z.object({
  person: PersonRow,
  /** What they hold or belong to, the present ones first. */
  spells: z.array(z.object({ spellId: Id, ofId: Id, name: z.string(), kind: Person.shape.kind, ...days })),
  load: PersonLoad,
  updatesOwed: z.int(),
  counts: StateCounts,
  /** Running plans first; within one what is overdue first, then by date; what has ended last. */
  plans: z.array(
    z.object({
      plan: z.object({ id: Id, title: z.string(), period: Period.nullable(), over: z.boolean() }).nullable(),
      led: z.array(Led),
    }),
  ),
  duties: z.array(DutyOfLead),
  /** The latest meeting first. */
  resolutions: z.array(ResolutionOfLead),
});
export type LeadPage = z.infer<typeof LeadPage>;

/** What nobody leads and is not ended. */
export const Unled = z.object({
  kind: z.enum(['action', 'kpi']),
  id: Id,
  planId: Id.nullable(),
  plan: z.string().nullable(),
  ref: z.string().nullable(),
  text: z.string(),
  when: z.string().nullable(),
  end: Day.nullable(),
  daysLate: z.int().nullable(),
});
export type Unled = z.infer<typeof Unled>;

/** What a hand-over changes in one plan; `planId` null for KPIs of no plan. */
export const HandOverPlan = z.object({
  planId: Id.nullable(),
  title: z.string(),
  period: z.string().nullable(),
  /** Its period has ended, or another plan continues it: it is left out unless chosen. */
  over: z.boolean(),
  actions: z.int(),
  measures: z.int(),
  kpis: z.int(),
  sections: z.int(),
  /** Actions and measures that have ended: they keep the name. */
  kept: z.int(),
  /** Where the successor is named beside the leaver already: named once afterwards. */
  both: z.int(),
});
export type HandOverPlan = z.infer<typeof HandOverPlan>;

export const mergeCounts = z.object({
  actions: z.int(),
  measures: z.int(),
  kpis: z.int(),
  sections: z.int(),
  updates: z.int(),
  memberships: z.int(),
  attendances: z.int(),
  spells: z.int(),
});
export type MergeCounts = z.infer<typeof mergeCounts>;

export const pairReasons = ['spelling', 'turned', 'initial', 'initials', 'title', 'same'] as const;
export type PairReason = (typeof pairReasons)[number];

const who = z.object({
  id: Id,
  kind: Person.shape.kind,
  name: z.string(),
  initials: z.string().nullable(),
  role: z.string().nullable(),
  email: z.string().nullable(),
});
/** Two who look like one. `keep` has the fuller name. */
export const SamePair = z.object({
  keep: who,
  other: who,
  reason: z.enum(pairReasons),
  /** What hangs on each, and so would change where the other's name stays. */
  keepHas: mergeCounts,
  otherHas: mergeCounts,
});
export type SamePair = z.infer<typeof SamePair>;

const details = {
  name: z.string().trim().min(1).max(400),
  kind: Person.shape.kind,
  initials: z.string().max(40).nullable(),
  role: z.string().max(400).nullable(),
  email: z.string().max(400).nullable(),
};
const of = z.object({ personId: Id });
const handOver = z.object({ personId: Id, successorId: Id, on: Day });

export const peopleContract = {
  list: { input: z.void(), output: z.array(PersonRow) },
  loads: {
    input: z.void(),
    output: z.object({ loads: z.array(PersonLoad), unled: z.int(), pairs: z.int() }),
  },
  page: { input: of, output: LeadPage },
  unled: { input: z.void(), output: z.array(Unled) },
  pairs: { input: z.void(), output: z.array(SamePair) },
  add: { input: z.object(details), output: of },
  edit: {
    input: z.object({
      personId: Id,
      name: details.name.optional(),
      kind: details.kind.optional(),
      initials: details.initials.optional(),
      role: details.role.optional(),
      email: details.email.optional(),
      /** All other ways in which they are written. */
      aliases: z.array(z.string().max(400)).max(200).optional(),
    }),
    output: of,
  },
  /** Leads nothing from `on`; null takes it back. */
  retire: { input: z.object({ personId: Id, on: Day.nullable() }), output: of },
  addSpell: { input: z.object({ ofId: Id, personId: Id, ...days }), output: z.object({ spellId: Id }) },
  editSpell: { input: z.object({ spellId: Id, ...days }), output: z.object({ spellId: Id }) },
  removeSpell: { input: z.object({ spellId: Id }), output: z.object({ spellId: Id }) },
  /** Names a lead for what has none. */
  assign: {
    input: z.object({ personId: Id, actionIds: z.array(Id).max(20_000), kpiIds: z.array(Id).max(20_000) }),
    output: z.object({ assigned: z.int() }),
  },
  /** This one thing is somebody else’s. The words of the plan stay. */
  reassign: { input: z.object({ leadId: Id, personId: Id }), output: z.object({ leadId: Id }) },
  /** What `handOver` would do, plan by plan. */
  handOverPreview: {
    input: handOver,
    output: z.object({
      plans: z.array(HandOverPlan),
      /** Roles and teams held on that day, which the successor takes over. */
      posts: z.array(z.object({ id: Id, name: z.string() })),
      /** "14 open actions in 3 plans, 2 KPIs and 1 section. 5 that have ended keep the name." */
      words: z.string(),
    }),
  },
  /** From a day on one leads what the other led. What has ended keeps the name; all of it is one change set. */
  handOver: {
    input: handOver.extend({ planIds: z.array(Id.nullable()), posts: z.boolean(), retire: z.boolean() }),
    output: z.object({ changed: z.int(), label: z.string() }),
  },
  /** `otherId` becomes `keepId`; its names become other spellings of it. */
  merge: { input: z.object({ keepId: Id, otherId: Id }), output: z.object({ label: z.string() }) },
  /** These two are not one, and are not proposed again. */
  setApart: { input: z.object({ personId: Id, otherId: Id }), output: of },
  ...heldContract,
} as const;
