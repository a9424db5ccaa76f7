import { z } from 'zod';
import { Day, Id, Instant, Period, Status } from './record.ts';

/** Rounds of collecting updates, as the register's JSON form has them. */

/** An action as a form shows it: what stood in the register when the form was made. */
export const FormAction = z.object({
  id: Id,
  planId: Id,
  plan: z.string(),
  ref: z.string().nullable(),
  /** Its words, bullets and all, one a line. */
  text: z.string(),
  /** The words of the timescale. */
  timescale: z.string().nullable(),
  status: Status.nullable(),
  last: z.object({ on: Day.nullable(), text: z.string(), by: z.string().nullable() }).nullable(),
});
export type FormAction = z.infer<typeof FormAction>;

/** A target or success criterion of an action. */
export const FormMeasure = z.object({
  id: Id,
  actionId: Id,
  ref: z.string().nullable(),
  /** The words of the action it belongs to. */
  action: z.string(),
  text: z.string(),
  doneOn: Day.nullable(),
});
export type FormMeasure = z.infer<typeof FormMeasure>;

/** A figure that is due: one KPI in one period. */
export const FormFigure = z.object({
  kpiId: Id,
  ref: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  /** False for a KPI that is told in words. */
  numeric: z.boolean(),
  period: Period,
  target: z.string().nullable(),
  /** The latest figure before this period, in words: "58.4 in April to June 2010". */
  before: z.string().nullable(),
  text: z.string().nullable(),
  provisional: z.boolean(),
  note: z.string().nullable(),
  dueOn: Day.nullable(),
});
export type FormFigure = z.infer<typeof FormFigure>;

/** The key of one plan, for the drop-down of its actions. */
export const FormKey = z.object({ planId: Id, labels: z.array(Status) });
export type FormKey = z.infer<typeof FormKey>;

/** What a form holds: what was sent, and so the base of merging what comes back. */
export const FormContent = z.object({
  keys: z.array(FormKey),
  actions: z.array(FormAction),
  measures: z.array(FormMeasure),
  figures: z.array(FormFigure),
});
export type FormContent = z.infer<typeof FormContent>;

/** Fields by their key (domain/round-fields.ts), as written. */
export const FieldWords = z.record(z.string(), z.string());
export type FieldWords = z.infer<typeof FieldWords>;

/** A file that came back: the import that keeps its bytes, and in the tray its words outside the cells. */
export const ReturnedFile = z.object({ importId: Id, name: z.string(), sha256: z.string(), at: Instant });
export type ReturnedFile = z.infer<typeof ReturnedFile>;

/** What came back: kept whole, so that what was not taken at once can be decided later. */
export const ReturnedForm = z.object({
  /** The latest last. */
  files: z.array(ReturnedFile).min(1),
  /** The day the lead wrote on the form; null where none was. */
  filledOn: Day.nullable(),
  /** Who filled it in, where it was not the lead. */
  filledBy: z.string().nullable(),
  values: FieldWords,
  /** Where in the file each stood: "Actions!H7". */
  where: FieldWords,
});
export type ReturnedForm = z.infer<typeof ReturnedForm>;

export const formStates = ['sent', 'returned', 'merged'] as const;

export const RoundRecord = z.object({
  id: Id,
  source: z.null(),
  name: z.string(),
  openedAt: Instant,
  /** The day by which forms are to be back. */
  dueOn: Day.nullable(),
  closedAt: Instant.nullable(),
});
export type RoundRecord = z.infer<typeof RoundRecord>;

export const RoundFormRecord = z.object({
  id: Id,
  source: z.null(),
  roundId: Id,
  personId: Id.nullable(),
  /** The lead's name when it was sent. */
  name: z.string(),
  /** `returned`: something of it waits for a decision. */
  state: z.enum(formStates),
  /** Counts up each time the form is made anew from the register. */
  version: z.int().min(1),
  sentAt: Instant,
  sent: FormContent,
  returned: ReturnedForm.nullable(),
  /** What was taken from it or decided about, by field: not merged again. */
  settled: FieldWords,
  returnedAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
});
export type RoundFormRecord = z.infer<typeof RoundFormRecord>;
