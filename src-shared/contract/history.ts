import { z } from 'zod';
import { Day, Id, Instant } from './record.ts';

/** An act that another names. */
export const ActName = z.object({ id: Id, label: z.string(), at: Instant });
export type ActName = z.infer<typeof ActName>;

/** One act of the officer: all that one save, paste or import wrote. */
export const ChangeSet = z.object({
  id: Id,
  seq: z.int(),
  at: Instant,
  kind: z.string(),
  label: z.string(),
  state: z.enum(['done', 'undone', 'replaced']),
  rows: z.int(),
  /** False for acts that stand for ever: a snapshot, a circulation. */
  undoable: z.boolean(),
  /** The act of the past that this one undid. */
  undoes: ActName.nullable(),
  /** The act in force that undid this one later. */
  undoneBy: ActName.nullable(),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

/** Which acts are wanted: all of these hold. `from` and `until` are days, both included. */
export const HistoryFilter = z.object({
  /** Words of the act's own label, or of a record that it wrote. */
  text: z.string().max(200).default(''),
  kinds: z.array(z.string()).default([]),
  from: Day.nullable().default(null),
  until: Day.nullable().default(null),
  planId: Id.nullable().default(null),
  recordId: Id.nullable().default(null),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;

/** One value that an act wrote, in words; null for none. */
export const FieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What an act did to one record and to what hangs on it. */
export const RecordChange = z.object({
  id: z.string(),
  /** What the record is, in words: "action". */
  what: z.string(),
  name: z.string(),
  how: z.enum(['added', 'changed', 'removed']),
  /** The plan that holds it, by its title; null where it stands in none. */
  plan: z.string().nullable(),
  /** Where a click leads, while the record is there. */
  planId: Id.nullable(),
  actionId: Id.nullable(),
  kpiId: Id.nullable(),
  meetingId: Id.nullable(),
  fields: z.array(FieldChange),
});
export type RecordChange = z.infer<typeof RecordChange>;

const binKinds = ['plan', 'section', 'action', 'kpi', 'meeting'] as const;

/** Something deleted, with what went with it. */
export const BinEntry = z.object({
  id: Id,
  kind: z.enum(binKinds),
  name: z.string(),
  plan: z.string().nullable(),
  /** What went with it: "2 measures, 1 lead and 3 updates"; empty for nothing. */
  withIt: z.string(),
  deleted: ActName,
  /** The last day on which it lies in the bin; the history keeps it for ever. */
  until: Day,
  /** Why it cannot be brought back now; null where it can. */
  why: z.string().nullable(),
});
export type BinEntry = z.infer<typeof BinEntry>;

const done = z.object({ label: z.string(), rows: z.int() });

export const historyContract = {
  list: {
    input: HistoryFilter.extend({
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.array(ChangeSet),
  },
  /** What one act wrote, record by record. */
  act: {
    input: z.object({ id: Id, limit: z.int().min(1).max(2_000).default(200) }),
    output: z.object({
      act: ChangeSet,
      records: z.array(RecordChange),
      /** Entries written beyond those shown. */
      more: z.int(),
    }),
  },
  /** Whether an act of the past can be undone now; else why not, and the acts that stand in the way. */
  standing: {
    input: z.object({ id: Id }),
    output: z.object({ possible: z.boolean(), why: z.string().nullable(), inTheWay: z.array(ActName) }),
  },
  undo: { input: z.void(), output: done },
  redo: { input: z.void(), output: done },
  /** Undoes any act of the past, as a new act; `not-possible` where something later depends on it. */
  undoAct: { input: z.object({ id: Id }), output: done },
  /** What was deleted in the last year and is not there, newest first. */
  bin: {
    input: z.object({ text: z.string().max(200).default(''), limit: z.int().min(1).max(500).default(200) }),
    output: z.object({ entries: z.array(BinEntry), more: z.int() }),
  },
  /** Brings something deleted back with what went with it, as one act. */
  bringBack: { input: z.object({ id: Id }), output: done },
} as const;
