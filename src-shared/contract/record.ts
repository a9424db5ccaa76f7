import { z } from 'zod';

/** What every record of the register's JSON form has: who it is, and where it came from. */

/** A permanent identity: UUIDv7 text. The year's reference ("2.2 (i)") is data, never identity. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date();
/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();

/** Where a record came from: the file and, field by field, the cell, e.g. { text: "Sheet1!C14" }. */
export const Source = z.object({
  importId: Id,
  file: z.string(),
  where: z.string(),
  cells: z.record(z.string(), z.string()),
});
export type Source = z.infer<typeof Source>;

export const record = { id: Id, source: Source.nullable() };
