import { z } from 'zod';
import { TableView } from './imports.ts';
import { Id, Instant } from './register.ts';
import { FileOut } from './reports.ts';
import { SheetPicture } from './sheet-picture.ts';

/** Which file of an import, and the place in it as provenance names it: "Sheet1!B14", "table 3 row 5 column 2". */
const sourcePlace = z.object({ importId: Id, file: z.string(), where: z.string() });

/** A file that was brought in, as it was then, with one place of it. */
export const SourcePicture = z.object({
  name: z.string(),
  /** When it was brought in. */
  at: Instant,
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.int() })),
  /** Where the place lies; null where the file has no place of that name. */
  place: z
    .object({ sheet: z.int(), top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })
    .nullable(),
  /** The sheet that is pictured. */
  sheet: z.int(),
  picture: SheetPicture,
  /** What was read as a table on that sheet when it was brought in. */
  tables: z.array(TableView),
});
export type SourcePicture = z.infer<typeof SourcePicture>;

/** "Show me the cell": files that were brought in, read again from the bytes that were kept. */
export const importSourcesContract = {
  /** The stretch of rows around the place, or from `firstRow` of `sheet` where those are given. */
  picture: {
    input: sourcePlace.extend({
      sheet: z.int().min(0).nullable().default(null),
      firstRow: z.int().min(0).nullable().default(null),
      rowCount: z.int().min(1).max(1_000).default(100),
    }),
    output: SourcePicture,
  },
  /** The file itself, byte for byte. */
  save: { input: sourcePlace.omit({ where: true }), output: FileOut },
} as const;
