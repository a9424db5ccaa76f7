import { z } from 'zod';
import { verdicts } from '../domain/round-merge.ts';
import { Day, Id, Instant, StateName } from './record.ts';
import { FileOut } from './reports.ts';
import { formStates } from './round-records.ts';

/** Update rounds: one form a lead, sent, returned, merged field by field. */

export const RoundSummary = z.object({
  id: Id,
  name: z.string(),
  openedAt: Instant,
  dueOn: Day.nullable(),
  closedAt: Instant.nullable(),
  sent: z.int(),
  returned: z.int(),
  /** Returned, and nothing of it waits. */
  merged: z.int(),
  /** Forms with something to decide, or with a new date to confirm. */
  toDecide: z.int(),
  toConfirm: z.int(),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

/** One lead of a round: what was sent, what came back and what is still wanted. */
export const RoundLead = z.object({
  formId: Id,
  personId: Id.nullable(),
  name: z.string(),
  /** Initials, for the chip; null where there are none. */
  initials: z.string().nullable(),
  /** Their role, or the team they belong to. */
  team: z.string().nullable(),
  /** Where the form goes; empty where nobody knows. */
  addresses: z.array(z.string()),
  state: z.enum(formStates),
  version: z.int(),
  rows: z.int(),
  /** Rows that nothing was said about. */
  missing: z.int(),
  returnedAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
  /** Fields that came back changed, and how many of them were taken or decided about. */
  changed: z.int(),
  settled: z.int(),
  toDecide: z.int(),
  toConfirm: z.int(),
});
export type RoundLead = z.infer<typeof RoundLead>;

/** One field as it was sent, came back and stands now. */
export const RoundField = z.object({
  key: z.string(),
  row: z.string(),
  kind: z.enum(['action', 'measure', 'figure']),
  field: z.string(),
  label: z.string(),
  /** The action, or the KPI. */
  recordId: Id,
  planId: Id.nullable(),
  ref: z.string().nullable(),
  title: z.string(),
  verdict: z.enum(verdicts),
  sent: z.string().nullable(),
  returned: z.string(),
  now: z.string().nullable(),
  /** For a status: what each side means. */
  states: z
    .object({ sent: StateName.nullable(), returned: StateName.nullable(), now: StateName.nullable() })
    .nullable(),
  /** For a new date: what it was read as. */
  meaning: z.string().nullable(),
  /** Who said what the register says now, and when: "You, 28 September 2010". */
  nowSaid: z.string().nullable(),
  /** Where in the file it stands: "Actions!H7". */
  where: z.string().nullable(),
});
export type RoundField = z.infer<typeof RoundField>;

export const OutsideWords = z.object({ where: z.string(), text: z.string(), why: z.string() });
export type OutsideWords = z.infer<typeof OutsideWords>;

export const fileOutcomes = ['merge', 'nothing-new', 'refused'] as const;
/** What became, or would become, of one file. */
export const RoundFile = z.object({
  name: z.string(),
  sha256: z.string(),
  outcome: z.enum(fileOutcomes),
  /** The one sentence to say of it. */
  words: z.string(),
  formId: Id.nullable(),
  lead: z.string().nullable(),
  round: z.string().nullable(),
  /** An old copy, another register's form, no form at all: null where it is none of these. */
  refusal: z.enum(['old-copy', 'other-register', 'no-form', 'altered', 'unreadable']).nullable(),
  /** Fields that came back changed. */
  fields: z.array(RoundField),
  unchanged: z.int(),
  outside: z.array(OutsideWords),
  /** Rows of the form that are not in the file. */
  missing: z.int(),
});
export type RoundFile = z.infer<typeof RoundFile>;

export const FormDetail = z.object({
  lead: RoundLead,
  round: z.object({ id: Id, name: z.string(), closed: z.boolean() }),
  sentAt: Instant,
  file: z.string().nullable(),
  filledOn: Day.nullable(),
  /** Changed fields: those that wait first. */
  fields: z.array(RoundField),
  /** Words outside the cells: they lie in the tray. */
  outside: z.array(
    OutsideWords.extend({ trayId: Id, state: z.enum(['open', 'placed', 'kept', 'discarded']) }),
  ),
  /** What may be chosen as a status, by the row it is of. */
  labels: z.record(z.string(), z.array(z.object({ state: StateName, label: z.string() }))),
});
export type FormDetail = z.infer<typeof FormDetail>;

/** What opening a round would do: its numbers before anything is written. */
export const RoundProposal = z.object({
  name: z.string(),
  dueOn: Day,
  plans: z.array(z.object({ id: Id, title: z.string(), actions: z.int() })),
  leads: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      addresses: z.array(z.string()),
      actions: z.int(),
      measures: z.int(),
      figures: z.int(),
    }),
  ),
  actions: z.int(),
  figures: z.int(),
  /** Actions and figures that nobody is asked about: they have no lead, or one whom the register does not know. */
  unasked: z.array(
    z.object({ kind: z.enum(['action', 'figure']), ref: z.string().nullable(), text: z.string() }),
  ),
});
export type RoundProposal = z.infer<typeof RoundProposal>;

const asked = {
  /** Null for all plans that run. */
  planIds: z.array(Id).min(1).nullable().default(null),
};
/** A file as it came, in base64. */
const Returned = z.object({ name: z.string().min(1).max(400), base64: z.string() });
const returned = z.array(Returned).min(1).max(100);
const of = z.object({ roundId: Id });

export const takes = ['returned', 'now', 'both', 'another'] as const;
export const Decision = z.object({
  /** The fields decided about together: a status and its words. */
  keys: z.array(z.string()).min(1).max(20),
  take: z.enum(takes),
  /** With `another`: what is written instead, by field. */
  other: z.record(z.string(), z.string()).optional(),
});
export type Decision = z.infer<typeof Decision>;

export const roundsContract = {
  list: { input: z.void(), output: z.array(RoundSummary) },
  get: {
    input: of,
    output: z.object({ round: RoundSummary, leads: z.array(RoundLead) }),
  },
  form: { input: z.object({ formId: Id }), output: FormDetail },
  propose: {
    input: z.object({ ...asked, dueOn: Day.nullable().default(null) }),
    output: RoundProposal,
  },
  open: {
    input: z.object({
      name: z.string().trim().min(1).max(200),
      dueOn: Day.nullable().default(null),
      ...asked,
      /** Who is left out. */
      without: z.array(Id).default([]),
    }),
    output: of,
  },
  /** Forms, or e-mail drafts with the form attached; `together` as one zip. */
  files: {
    input: z.object({
      roundId: Id,
      formIds: z.array(Id).min(1).nullable().default(null),
      what: z.enum(['forms', 'drafts']).default('drafts'),
      form: z.enum(['xlsx', 'docx']).default('xlsx'),
      together: z.boolean().default(false),
    }),
    output: z.object({ files: z.array(FileOut), withoutAddress: z.array(z.string()) }),
  },
  /** Reminders with what is missing and the form again; the day is noted. Null: all that have not come back. */
  remind: {
    input: z.object({
      roundId: Id,
      formIds: z.array(Id).min(1).nullable().default(null),
      form: z.enum(['xlsx', 'docx']).default('xlsx'),
      together: z.boolean().default(false),
    }),
    output: z.object({ files: z.array(FileOut), withoutAddress: z.array(z.string()) }),
  },
  /** What merging these files would do. Changes nothing; a mutation only because files are too long for an address. */
  preview: { input: z.object({ files: returned }), output: z.object({ files: z.array(RoundFile) }) },
  /** One act: what only the lead changed is taken; new dates where `dates` says so; conflicts wait. */
  merge: {
    input: z.object({
      files: returned,
      /** Which proposed dates are taken at once: all, none, or those fields. */
      dates: z.union([z.enum(['all', 'none']), z.array(z.string())]).default('none'),
    }),
    output: z.object({
      files: z.array(RoundFile),
      applied: z.int(),
      /** What Undo would now say; null where nothing was written. */
      label: z.string().nullable(),
    }),
  },
  decide: {
    input: z.object({ formId: Id, decisions: z.array(Decision).min(1).max(500) }),
    output: z.object({ formId: Id, label: z.string() }),
  },
  /** The form made anew from the register as it stands: copies of the one before are old ones then. */
  renew: { input: z.object({ formId: Id }), output: z.object({ formId: Id, version: z.int() }) },
  /** A closed round takes nothing more; opened again, it does. */
  close: { input: of.extend({ closed: z.boolean() }), output: of },
} as const;
