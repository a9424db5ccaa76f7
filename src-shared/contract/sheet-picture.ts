import { z } from 'zod';
import { documentParts } from './places.ts';

export const SheetCell = z.object({
  row: z.int(),
  column: z.int(),
  text: z.string(),
  fill: z.string().nullable(),
  bold: z.boolean(),
  strike: z.boolean(),
  note: z.string().nullable(),
  /** What becomes of it. */
  fate: z.enum(['placed', 'header', 'section', 'furniture', 'tray', 'none']),
  questionId: z.string().nullable(),
});
/** A row of a document: a paragraph (heading level from 1, or null) or a row of one of its tables. */
export const DocumentLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    part: z.enum(documentParts),
    number: z.int(),
    heading: z.int().nullable(),
    list: z.object({ level: z.int(), ordered: z.boolean(), mark: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('table'), table: z.int(), row: z.int(), header: z.boolean() }),
]);
export type DocumentLine = z.infer<typeof DocumentLine>;

/** A stretch of rows of one sheet, as the picture shows it. */
export const SheetPicture = z.object({
  firstRow: z.int(),
  rowCount: z.int(),
  columnCount: z.int(),
  widths: z.array(z.number()),
  hiddenRows: z.array(z.int()),
  hiddenColumns: z.array(z.int()),
  merges: z.array(z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })),
  cells: z.array(SheetCell),
  /** For a document: what each row of the stretch is, and its tables with widths of their own. */
  document: z
    .object({
      rows: z.array(DocumentLine.nullable()),
      /** Every table that the stretch touches; widths in characters, one a column. */
      tables: z.array(z.object({ table: z.int(), widths: z.array(z.number()) })),
    })
    .nullable(),
});
export type SheetPicture = z.infer<typeof SheetPicture>;
