import { z } from 'zod';
import { states } from '../domain/states.ts';

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

export const StateName = z.enum(states);

/** A status: the state it means and the word the plan's key uses for it. */
export const Status = z.object({ state: StateName, label: z.string() });
export type Status = z.infer<typeof Status>;

/** Who leads: the words as written, beside the person, role, team or organisation they were read as. */
export const Lead = z.object({
  text: z.string(),
  personId: Id.nullable(),
  role: z.string().nullable(),
  /** Words about the lead that are not a name: "will move to the responsibility of the area teams". */
  note: z.string().nullable(),
});
export type Lead = z.infer<typeof Lead>;

/** A stretch of time with the name people give it: "2009-10", "July to September 2014". */
export const Period = z.object({ label: z.string(), start: Day.nullable(), end: Day.nullable() });
export type Period = z.infer<typeof Period>;

/** A column of a source that has no field of its own: its heading and the words, kept beside the record. */
export const Detail = z.object({ label: z.string(), text: z.string() });
export type Detail = z.infer<typeof Detail>;
