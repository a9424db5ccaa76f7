import { z } from 'zod';
import { checkNames } from './acceptances.ts';
import { HomeAction } from './office.ts';
import { Day, Id, Lead, StateName, Status } from './register.ts';
import { retentionContract } from './retention.ts';
import { StatusRule } from './status-rule.ts';

/** What the register knows beside what it was told: expected states, slippage, and gaps in the data. */

/** A finding accepted: why, when and by whom. */
export const Accepted = z.object({ id: Id, reason: z.string(), on: Day, by: z.string().nullable() });
export type Accepted = z.infer<typeof Accepted>;

/** Where a finding leads. */
const place = { planId: Id.nullable(), ref: z.string().nullable(), text: z.string() };

/** A status said that dates and evidence do not bear out. */
export const Mismatch = z.object({
  actionId: Id,
  ...place,
  planId: Id,
  leads: z.array(Lead),
  said: Status,
  /** Null where only the evidence speaks: what is complete without an end date. */
  expected: StateName.nullable(),
  /** "Ends in 12 days, no update for 134 days, said to be on track." */
  says: z.string(),
  accepted: Accepted.nullable(),
});
export type Mismatch = z.infer<typeof Mismatch>;

/** What settles a finding in one act. */
export const remedyKinds = [
  'remove-section',
  'section-leads',
  'add-people',
  /** Whom the words of a lead mean; `value` is the person. */
  'lead-is',
  /** Which of two dates is meant; `value` is the words that say so. */
  'reading',
  /** The row that a reference to nowhere meant; `value` is its reference. */
  'points-to',
  /** One action of two; `value` is the other, which goes into the one that the finding is about. */
  'merge',
  /** `value` is 'up' or 'down'. */
  'polarity',
] as const;

/** A safe act that settles a finding, under the words of its button. Undo takes it back. */
export const Remedy = z.object({
  kind: z.enum(remedyKinds),
  words: z.string(),
  /** The record it is done to: the finding's own, but for a merge into the other of two. */
  recordId: Id,
  value: z.string().nullable(),
});
export type Remedy = z.infer<typeof Remedy>;

/** What can be typed on the spot to settle a finding, under the field it is written in. */
export const WriteInto = z.enum([
  'timescale',
  'leads',
  'measures',
  'text',
  'links',
  'add-action',
  'kpi-unit',
  'kpi-source',
  'person-name',
]);
export type WriteInto = z.infer<typeof WriteInto>;

export const Finding = z.object({
  check: z.enum(checkNames).exclude(['status']),
  ...place,
  actionId: Id.nullable(),
  sectionId: Id.nullable(),
  kpiId: Id.nullable(),
  personId: Id.nullable(),
  says: z.string(),
  /** The other of two that say the same. */
  other: z.object({ planId: Id, actionId: Id, ref: z.string().nullable(), text: z.string() }).nullable(),
  /** What settles it at one key, the likeliest first. */
  remedies: z.array(Remedy),
  /** The field to write into on the spot, with the words that stand there; null where it is settled elsewhere. */
  write: z.object({ into: WriteInto, words: z.string() }).nullable(),
  accepted: Accepted.nullable(),
});
export type Finding = z.infer<typeof Finding>;
export type DataCheck = Finding['check'];

/** How far the end dates of a plan, or of all, have slipped. */
export const PlanSlippage = z.object({
  moved: z.int(),
  times: z.int(),
  daysLater: z.int(),
  most: z.int(),
});

/** Whom nobody has heard of for some time: a lead with actions on which nothing was written. */
export const SilentLead = z.object({
  lead: Lead,
  name: z.string(),
  /** Their silent actions. */
  actions: z.int(),
  /** The newest day on which any of these was written about; null where none ever was. */
  lastWrote: Day.nullable(),
  silentFor: z.int(),
});
export type SilentLead = z.infer<typeof SilentLead>;

/** Lists of actions over all plans, beside those of Home. */
export const checkLists = ['silent', 'mismatch'] as const;

export const checksContract = {
  /** What Home shows of the checks. Leaves the search for duplicates to `plan`. */
  overview: {
    input: z.void(),
    output: z.object({
      /** Mismatches not accepted, the worst first; `first` is the first few of them. */
      mismatches: z.object({ total: z.int(), accepted: z.int(), first: z.array(Mismatch) }),
      silent: z.object({ actions: z.int(), days: z.int(), leads: z.array(SilentLead) }),
      /** Pairs among the people that may be one person, and were not said to be two. */
      samePeople: z.int(),
      slippage: PlanSlippage,
    }),
  },
  /** All of one plan, or of all plans. At most `limit` of each kind are listed; the totals count all. */
  plan: {
    input: z.object({ planId: Id.nullable(), limit: z.int().min(1).max(5_000).default(500) }),
    output: z.object({
      mismatches: z.array(Mismatch),
      findings: z.array(Finding),
      /** Not accepted, by check. */
      totals: z.partialRecord(z.enum(checkNames), z.int()),
      slippage: PlanSlippage,
      silentDays: z.int(),
      /** The plan's own days; null where the office's hold. */
      ownSilentDays: z.int().nullable(),
    }),
  },
  action: {
    input: z.object({ actionId: Id }),
    output: z.object({
      expected: StateName.nullable(),
      /** "Ends in 12 days and no update for 134 days."; without a basis, why there is none. */
      because: z.string(),
      mismatch: Mismatch.nullable(),
      /** "Moved 2 times, 184 days in all"; null where the end never moved. */
      slippage: z.string().nullable(),
      moves: z.array(z.object({ from: Day, to: Day, days: z.int(), on: Day.nullable() })),
    }),
  },
  /** The actions of one list, over one plan or all, in the order of the list. */
  actions: {
    input: z.object({ list: z.enum(checkLists), planId: Id.nullable().default(null) }),
    output: z.array(HomeAction),
  },
  /** How many findings of each check stand over all plans, for Home. Looks for duplicates too, so it is asked last. */
  counts: { input: z.void(), output: z.partialRecord(z.enum(checkNames), z.int()) },
  accept: {
    input: z.object({
      check: z.enum(checkNames),
      recordId: Id,
      /** The other of two that say the same. */
      otherId: Id.nullable().default(null),
      reason: z.string().trim().min(1).max(2_000),
      by: z.string().nullable().default(null),
    }),
    output: z.object({ acceptanceId: Id }),
  },
  /** Takes an acceptance back: the finding stands again. */
  withdraw: { input: z.object({ acceptanceId: Id }), output: z.object({ acceptanceId: Id }) },
  remedy: {
    input: Remedy.omit({ words: true }).partial({ value: true }),
    output: z.object({ label: z.string() }),
  },
  /** The numbers of the rule by which statuses are checked; null for the usual ones. */
  setRule: { input: StatusRule.nullable(), output: StatusRule },
  /** Days without an update after which an action counts as silent: the office's own, or with a plan that plan's. */
  setSilentDays: {
    input: z.object({ planId: Id.nullable(), days: z.int().min(1).max(3_650).nullable() }),
    output: z.object({ days: z.int() }),
  },
  ...retentionContract,
} as const;
