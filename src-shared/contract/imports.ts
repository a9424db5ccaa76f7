import { z } from 'zod';
import { Id, Instant, Reconciliation, StateName, TrayItem } from './register.ts';

import { SheetPicture } from './sheet-picture.ts';

export type { Reconciliation } from './register.ts';
export type { DocumentLine } from './sheet-picture.ts';
export { SheetPicture };

/** What a table can be. */
export const tableKinds = ['actions', 'kpis', 'key', 'glossary', 'duties', 'text', 'furniture'] as const;

/**
 * What a column can mean. `detail` keeps the column beside the record under its own heading;
 * `none` sends it to the tray. KPI columns that hold figures are `value`, with role and period beside;
 * `behind` and `doing` are the words on a period's figures; `area` names the place a long table's row is of.
 */
export const columnFields = [
  'ref',
  'section',
  'section-ref',
  'text',
  'leads',
  'timescale',
  'start',
  'end',
  'status',
  'progress',
  'measures',
  'resources',
  'links',
  'comment',
  'reviewOn',
  'kpi-name',
  'unit',
  'data-source',
  'owners',
  'value',
  'period',
  'value-role',
  'area',
  'behind',
  'doing',
  'term',
  'meaning',
  'basis',
  'detail',
  'none',
] as const;
export const ColumnField = z.enum(columnFields);
export type ColumnField = z.infer<typeof ColumnField>;

export const ColumnView = z.object({
  column: z.int(),
  header: z.string(),
  field: ColumnField,
  /** For `value`: which figure and of when. */
  role: z.enum(['baseline', 'target', 'actual', 'forecast', 'comparator']).nullable(),
  period: z.string().nullable(),
  /** Why the column was read so, in words: "the heading says 'Who is leading'". */
  because: z.string(),
});
export type ColumnView = z.infer<typeof ColumnView>;

/** A recognised table, its rectangle counted from 0, all edges inside. */
export const TableView = z.object({
  id: z.string(),
  sheet: z.int(),
  where: z.string(),
  kind: z.enum(tableKinds),
  top: z.int(),
  left: z.int(),
  bottom: z.int(),
  right: z.int(),
  headerRows: z.array(z.int()),
  columns: z.array(ColumnView),
  /** Rows of the sheet that make one record together, first to last. */
  entries: z.array(z.object({ from: z.int(), to: z.int() })),
  rows: z.int(),
  records: z.int(),
  /** Something of it is read as the officer corrected it in an earlier import. */
  remembered: z.boolean().optional(),
});
export type TableView = z.infer<typeof TableView>;

export const Question = z.object({
  id: z.string(),
  where: z.string(),
  about: z.enum(['timescale', 'legend', 'column', 'lead', 'year', 'match', 'polarity', 'other']),
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string(), detail: z.string().nullable() })),
  /** The choice in force: the recogniser's own until the officer answers. */
  taken: z.string(),
  answered: z.boolean(),
  /** For a match: the words of the register and of the file, to be held against each other. */
  compare: z.object({ before: z.string(), after: z.string() }).optional(),
});
export type Question = z.infer<typeof Question>;

export const LegendEntry = z.object({
  /** "#92d050", or the status word as it stands in the cells. */
  mark: z.string(),
  kind: z.enum(['fill', 'word']),
  cells: z.int(),
  state: StateName.nullable(),
  /** What the document's own key says of it, and where. */
  evidence: z.string().nullable(),
});
export type LegendEntry = z.infer<typeof LegendEntry>;

/** What becomes of a record that the file's plan has and the file no longer holds. */
export const goneChoices = ['leave', 'close'] as const;

export const PlannedChange = z.object({
  kind: z.enum(['added', 'changed', 'unchanged', 'gone']),
  record: z.string(),
  id: z.string(),
  ref: z.string().nullable(),
  title: z.string(),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  where: z.string(),
  /** For an action that is gone: what becomes of it. */
  decision: z.object({ as: z.enum(goneChoices), reason: z.string() }).optional(),
});
export type PlannedChange = z.infer<typeof PlannedChange>;

export const FileView = z.object({
  name: z.string(),
  sha256: z.string(),
  format: z.string(),
  sheets: z.array(
    z.object({ name: z.string(), hidden: z.boolean(), rows: z.int(), columns: z.int(), cells: z.int() }),
  ),
  tables: z.array(TableView),
  legend: z.array(LegendEntry),
  questions: z.array(Question),
  /** Where each question's cells stand, the first few of each. */
  spots: z.array(z.object({ questionId: z.string(), sheet: z.int(), row: z.int(), column: z.int() })),
  reconciliation: Reconciliation,
  tray: z.array(z.object({ where: z.string(), text: z.string() })),
  remarks: z.array(z.string()),
  /** The plan of the register that it is taken for; null for a plan of its own. `said` where the officer chose. */
  into: z.object({ planId: Id.nullable(), said: z.boolean() }),
  /** When the same bytes were brought in before. */
  seenBefore: Instant.nullable(),
});
export type FileView = z.infer<typeof FileView>;

/** The state of an import that nothing has been written of yet. */
export const ImportPreview = z.object({
  sessionId: z.string(),
  /** How many acts of correcting can be taken back. */
  corrected: z.int(),
  files: z.array(FileView),
  added: z.record(z.string(), z.int()),
  updated: z.record(z.string(), z.int()),
  unchanged: z.record(z.string(), z.int()),
  /** Records of the files' plans that the files no longer hold; they stay, whatever is decided. */
  gone: z.record(z.string(), z.int()),
  /** The plans that a file can be of. */
  plans: z.array(z.object({ id: Id, title: z.string(), period: z.string().nullable() })),
  /** The first 500 of each kind; the counts above are complete. */
  changes: z.array(PlannedChange),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What the officer may say of one row; `usual` takes back what was said of it. */
export const rowRoles = ['joined', 'own', 'heading', 'apart', 'usual'] as const;

const area = { top: z.int(), left: z.int(), bottom: z.int(), right: z.int() };

/**
 * What the officer corrects on the picture of the sheet; the reading is redone at once. A table keeps the id it was
 * first read with, whatever is said of its edges or header; rows and columns count from 0.
 */
export const Correction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('column'),
    file: z.int(),
    tableId: z.string(),
    column: z.int(),
    field: ColumnField,
    role: z.enum(['baseline', 'target', 'actual', 'forecast', 'comparator']).nullable().default(null),
    period: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal('table-kind'), file: z.int(), tableId: z.string(), as: z.enum(tableKinds) }),
  /** The table's rectangle, header rows and all, all edges inside. */
  z.object({ kind: z.literal('table-area'), file: z.int(), tableId: z.string(), ...area }),
  /** Which rows head the table, first to last. */
  z.object({
    kind: z.literal('header-rows'),
    file: z.int(),
    tableId: z.string(),
    from: z.int(),
    to: z.int(),
  }),
  /** A rectangle that the reading took for no table; its id is "new:SHEET:TOP:LEFT". */
  z.object({
    kind: z.literal('new-table'),
    file: z.int(),
    tableId: z.string(),
    sheet: z.int(),
    ...area,
    as: z.enum(tableKinds),
  }),
  /** What was kept of earlier corrections of such a table is let go. */
  z.object({ kind: z.literal('forget'), file: z.int(), tableId: z.string() }),
  /** Not a table: its cells are loose words. */
  z.object({ kind: z.literal('no-table'), file: z.int(), tableId: z.string() }),
  /**
   * joined: the row goes on with the entry above; own: it begins an entry; heading: it names the section of the rows
   * below; apart: it is not part of the table.
   */
  z.object({
    kind: z.literal('row'),
    file: z.int(),
    sheet: z.int(),
    row: z.int(),
    as: z.enum(rowRoles),
  }),
  z.object({ kind: z.literal('legend'), file: z.int(), mark: z.string(), state: StateName.nullable() }),
  z.object({ kind: z.literal('answer'), file: z.int(), questionId: z.string(), choice: z.string() }),
  /** Which plan of the register the file is of: its id, "new" for a plan of its own, null for what was found. */
  z.object({ kind: z.literal('into'), file: z.int(), planId: z.string().nullable() }),
  /** What becomes of records that the file no longer holds: one, or all (null). */
  z.object({
    kind: z.literal('gone'),
    file: z.int(),
    id: Id.nullable(),
    as: z.enum(goneChoices),
    reason: z.string().default(''),
  }),
]);
export type Correction = z.infer<typeof Correction>;

/** The JSON that `import --json` prints (shared contract of the command line). */
export const ImportResult = z.object({
  importId: Id,
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      format: z.string(),
      reconciliation: Reconciliation,
      tables: z.array(
        z.object({
          where: z.string(),
          kind: z.string(),
          header: z.array(z.string()),
          columns: z.array(z.object({ header: z.string(), field: z.string() })),
          rows: z.int(),
          records: z.int(),
        }),
      ),
      tray: z.array(z.object({ where: z.string(), text: z.string() })),
      questions: z.array(
        z.object({
          where: z.string(),
          about: z.string(),
          text: z.string(),
          choices: z.array(z.string()),
          taken: z.string(),
        }),
      ),
    }),
  ),
  added: z.record(z.string(), z.int()),
  updated: z.record(z.string(), z.int()),
  unchanged: z.record(z.string(), z.int()),
});
export type ImportResult = z.infer<typeof ImportResult>;

export const ImportOptions = z.object({
  /** The financial year the plan is of, where the document does not say: "2009-10". */
  year: z.string().nullable().default(null),
  /** Bring the rows into this plan instead of making a new one. */
  intoPlanId: Id.nullable().default(null),
  /** "#00b050" or a status word to state. */
  legend: z.record(z.string(), StateName).default({}),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** An import that nothing has been written of yet. */
export const ImportUnderWay = z.object({
  sessionId: z.string(),
  names: z.array(z.string()),
  startedAt: Instant,
  aside: z.boolean(),
  corrected: z.int(),
  openQuestions: z.int(),
});
export type ImportUnderWay = z.infer<typeof ImportUnderWay>;

const session = z.object({ sessionId: z.string() });
export const importsContract = {
  /** Reads and recognises; nothing is written. Watch `jobs.watch` with the same jobId. */
  start: {
    input: z.object({
      jobId: z.string(),
      files: z
        .array(z.object({ name: z.string(), base64: z.string() }))
        .min(1)
        .max(20),
      options: ImportOptions.prefault({}),
    }),
    output: ImportPreview,
  },
  preview: { input: session, output: ImportPreview },
  sheet: {
    input: session.extend({
      file: z.int(),
      sheet: z.int(),
      firstRow: z.int().min(0),
      rowCount: z.int().min(1).max(1_000),
    }),
    output: SheetPicture,
  },
  correct: { input: session.extend({ corrections: z.array(Correction).min(1) }), output: ImportPreview },
  /** Takes the last call of `correct` back. */
  takeBack: { input: session, output: ImportPreview },
  /** Imports under way, kept while the program runs; the newest first. */
  underWay: { input: z.void(), output: z.array(ImportUnderWay) },
  /** Keeps an import for later: it no longer makes room for others. */
  setAside: { input: session, output: z.object({ aside: z.boolean() }) },
  /** One transaction; CONFLICT when the register has moved on since the preview. */
  bringIn: { input: session.extend({ jobId: z.string() }), output: ImportResult },
  drop: { input: session, output: z.object({ dropped: z.boolean() }) },
  list: {
    input: z.void(),
    output: z.array(
      z.object({
        id: Id,
        at: Instant,
        files: z.array(z.object({ name: z.string(), reconciliation: Reconciliation })),
        openTray: z.int(),
      }),
    ),
  },
  tray: {
    input: z.object({ importId: Id.nullable().default(null) }),
    output: z.array(TrayItem.omit({ source: true })),
  },
  settleTray: {
    input: z.object({
      ids: z.array(Id).min(1),
      as: z.enum(['kept', 'discarded', 'open']),
      reason: z.string().nullable().default(null),
    }),
    output: z.object({ settled: z.int() }),
  },
} as const;
