import { z } from 'zod';
import { packedRowsOf, unpackRows } from './packed-rows.ts';
import {
  Action,
  Day,
  Id,
  Instant,
  KeyEntry,
  Lead,
  Measure,
  Period,
  Plan,
  Progress,
  Section,
  StateName,
  type Status,
  sectionKinds,
} from './register.ts';

/** How many actions stand in each state; actions without a status count as 'not-started'. */
export const StateCounts = z.record(StateName, z.int());
export type StateCounts = z.infer<typeof StateCounts>;

export const PlanSummary = z.object({
  id: Id,
  title: z.string(),
  kind: z.string(),
  period: Period.nullable(),
  actions: z.int(),
  kpis: z.int(),
  counts: StateCounts,
});
export type PlanSummary = z.infer<typeof PlanSummary>;

/** An action as the grid shows it: the record with what stands beside it. */
export const ActionRow = Action.extend({
  measures: z.array(
    z.object({
      id: Id,
      text: z.string(),
      leads: z.array(Lead),
      kpiId: Id.nullable(),
      doneOn: Day.optional(),
    }),
  ),
  lastUpdate: z.object({ on: Day.nullable(), text: z.string(), by: z.string().nullable() }).nullable(),
  /** Whole days from the end of the timescale to today, where it has passed and the action is not ended. */
  daysLate: z.int().nullable(),
  /** Went on into another year, or ended there: nobody waits for it here any more. Left out where it did not. */
  carriedOn: z.literal(true).optional(),
  /** How often its end date was moved, and how many days later it ends than at first. Left out where it never was. */
  slipped: z.object({ times: z.int(), days: z.int() }).optional(),
});
export type ActionRow = z.infer<typeof ActionRow>;

/** A whole plan for its screen: sections and actions in reading order. */
export const PlanView = z.object({
  plan: Plan,
  /** The plan this one continues, and the one that continues it. */
  continues: z.object({ id: Id, title: z.string() }).nullable(),
  sections: z.array(Section),
  actions: z.array(ActionRow),
  counts: StateCounts,
});
export type PlanView = z.infer<typeof PlanView>;

/** The same, its actions as columns: what the page asks for, of which 20,000 rows are a third of the plain form. */
export const PackedPlan = PlanView.omit({ actions: true }).extend({ rows: packedRowsOf(ActionRow) });
export type PackedPlan = z.infer<typeof PackedPlan>;

/** A plan that came packed, as any other. */
export function unpackPlan({ rows, ...plan }: PackedPlan): PlanView {
  return { ...plan, actions: unpackRows(rows) };
}

/** One entry of history: who did what to which field, with before and after. */
export const ChangeEntry = z.object({
  changeSetId: Id,
  at: Instant,
  label: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangeEntry = z.infer<typeof ChangeEntry>;

/** Everything of one action, for the drawer. */
export const ActionView = z.object({
  action: ActionRow,
  plan: z.object({ id: Id, title: z.string() }),
  section: z.object({ id: Id, ref: z.string().nullable(), title: z.string() }).nullable(),
  measures: z.array(Measure),
  /** Newest first. */
  progress: z.array(Progress),
  /** Resolved "as 2.3 (i)" links: the words of the row meant. */
  sameAs: z.array(z.object({ ref: z.string().nullable(), text: z.string() })),
  /** Where it was spoken of, the latest first: resolutions about it, and updates given at a meeting. */
  meetings: z.array(
    z.object({
      id: Id,
      title: z.string(),
      on: Day.nullable(),
      /** The resolution's number; null for an update. */
      number: z.string().nullable(),
      text: z.string(),
    }),
  ),
  changes: z.array(ChangeEntry),
  /** Other years' versions of this action, oldest first, this one included. */
  lineage: z.array(
    z.object({
      id: Id,
      planId: Id,
      period: z.string().nullable(),
      ref: z.string().nullable(),
      text: z.string(),
    }),
  ),
  origin: z
    .object({
      file: z.string(),
      importedAt: Instant,
      where: z.string(),
      cells: z.array(z.object({ field: z.string(), where: z.string() })),
    })
    .nullable(),
});
export type ActionView = z.infer<typeof ActionView>;

/** The columns of the grid that can be typed into. `status` writes a dated progress update. */
export const editableFields = [
  'ref',
  'text',
  'leads',
  'timescale',
  'status',
  'lastUpdate',
  'measures',
  'resources',
  'links',
  'comment',
  'reviewOn',
] as const;
export const EditableField = z.enum(editableFields);
export type EditableField = z.infer<typeof EditableField>;

/** One cell as typed or pasted. The text is read as the import reads it: leads split, dates understood. */
export const CellEdit = z.object({ actionId: Id, field: EditableField, text: z.string().max(32_767) });
export type CellEdit = z.infer<typeof CellEdit>;

/** Rows to add after `afterActionId` (or at the end of the section), filled with what was typed or pasted. */
export const RowsToAdd = z.object({
  sectionId: Id.nullable(),
  afterActionId: Id.nullable(),
  /** Before all others of the section; then `afterActionId` is null. */
  first: z.boolean().optional(),
  rows: z.array(z.partialRecord(EditableField, z.string())).min(1).max(5_000),
});
export type RowsToAdd = z.infer<typeof RowsToAdd>;

/** A cell that could not be written, with the sentence to show under it. The other cells are not affected. */
export const CellRefusal = z.object({ actionId: Id, field: EditableField, message: z.string() });

/** What an edit gives back: the rows as they now stand, and the cells refused. */
export const EditResult = z.object({
  actions: z.array(ActionRow),
  removedIds: z.array(Id),
  refused: z.array(CellRefusal),
  /** What Undo would now say, e.g. "5 cells in Early Years Delivery Plan 2010-11". */
  label: z.string().nullable(),
});
export type EditResult = z.infer<typeof EditResult>;

/** A reference as it was when the change was shown, and as it is to be. */
export const RefEdit = z.object({ id: Id, before: z.string().nullable(), after: z.string().min(1).max(200) });

export const plansContract = {
  list: { input: z.void(), output: z.array(PlanSummary) },
  get: { input: z.object({ planId: Id }), output: PlanView },
  /** What `get` gives, packed for the wire. */
  packed: { input: z.object({ planId: Id }), output: PackedPlan },
  action: { input: z.object({ actionId: Id }), output: ActionView },
  /**
   * All edits, and the rows that a pasted block adds below the last, in one change set; a refused cell leaves
   * the others. At least one of the two is not empty.
   */
  setCells: {
    input: z.object({
      planId: Id,
      edits: z.array(CellEdit).max(20_000),
      added: z.array(RowsToAdd).max(1_000).default([]),
    }),
    output: EditResult,
  },
  /** Adds rows after `afterActionId` (or at the end of the section), filled with what was typed or pasted. */
  addActions: {
    input: RowsToAdd.extend({ planId: Id }),
    output: EditResult,
  },
  removeActions: { input: z.object({ actionIds: z.array(Id).min(1) }), output: EditResult },
  moveAction: {
    input: z.object({ actionId: Id, sectionId: Id.nullable(), afterActionId: Id.nullable() }),
    output: EditResult,
  },
  /** Moves actions of one plan, in the order given, behind another, before all others or to the end of a section. */
  moveActions: {
    input: z.object({
      actionIds: z.array(Id).min(1).max(5_000),
      sectionId: Id.nullable(),
      afterActionId: Id.nullable(),
      first: z.boolean().optional(),
    }),
    output: EditResult,
  },
  /** The only way a status changes: a dated update, for one or several actions. */
  addProgress: {
    input: z.object({
      actionIds: z.array(Id).min(1),
      state: StateName.nullable(),
      /** Which of the key's words for the state; the first of them without one. */
      label: z.string().nullable().default(null),
      text: z.string(),
      on: Day.nullable(),
      by: z.string().nullable(),
      /** Where the evidence lies: a path, an address or words. Kept as text; nothing is ever fetched from it. */
      evidence: z.string().max(2_000).nullable().default(null),
      /** The meeting at which it was given. */
      meetingId: Id.nullable().default(null),
      /** The earlier update of the one action that this puts right. That one stays as it was given, and counts no longer. */
      correctsId: Id.nullable().default(null),
    }),
    output: EditResult,
  },
  create: {
    input: z.object({ title: z.string().min(1), kind: z.string(), period: z.string().nullable() }),
    output: z.object({ planId: Id }),
  },
  edit: {
    input: z.object({
      planId: Id,
      title: z.string().min(1).optional(),
      kind: z.string().optional(),
      period: z.string().nullable().optional(),
      subject: z.string().nullable().optional(),
      preamble: z.string().nullable().optional(),
    }),
    output: z.object({ planId: Id }),
  },
  remove: { input: z.object({ planId: Id }), output: z.object({ removed: z.record(z.string(), z.int()) }) },
  setKey: {
    input: z.object({ planId: Id, entries: z.array(KeyEntry).min(1) }),
    output: z.object({ planId: Id }),
  },
  addSection: {
    input: z.object({
      planId: Id,
      parentId: Id.nullable(),
      afterSectionId: Id.nullable(),
      kind: z.enum(sectionKinds),
      ref: z.string().nullable(),
      title: z.string().min(1),
    }),
    output: z.object({ sectionId: Id }),
  },
  editSection: {
    input: z.object({
      sectionId: Id,
      ref: z.string().nullable().optional(),
      title: z.string().min(1).optional(),
      kind: z.enum(sectionKinds).optional(),
      bullets: z.array(z.string()).optional(),
      leads: z.string().optional(),
    }),
    output: z.object({ sectionId: Id }),
  },
  /** Moves a section with all below it: behind another of the new parent, before all others, or to their end. */
  moveSection: {
    input: z.object({
      sectionId: Id,
      parentId: Id.nullable(),
      afterSectionId: Id.nullable(),
      first: z.boolean().optional(),
    }),
    output: z.object({ sectionId: Id }),
  },
  /** Writes references as a preview showed them; refuses where one has changed since. */
  renumber: {
    input: z.object({ planId: Id, sections: z.array(RefEdit), actions: z.array(RefEdit) }),
    output: z.object({ changed: z.int() }),
  },
  removeSection: {
    input: z.object({ sectionId: Id }),
    output: z.object({ removed: z.record(z.string(), z.int()) }),
  },
} as const;

/** A typed status, as the grid needs it: which states the plan's key offers and under which letters. */
export type StatusChoice = Status & { letter: string };
