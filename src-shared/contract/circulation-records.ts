import { z } from 'zod';
import { Audience, reportFormats, reportNames } from './circulation-names.ts';
import { Id, Instant } from './record.ts';
import { ReportRecipe } from './report-records.ts';

export { Audience, reportFormats, reportNames };

/** Circulation as the register's JSON form has it: the lists, and what went out. Snapshots do not freeze it. */

/** A report in one format, as an e-mail carries it. */
export const Paper = z.object({
  report: z.enum(reportNames),
  format: z.enum(reportFormats),
  /** The template whose layout and words it has. Left out where it has none. */
  templateId: Id.optional(),
});
export type Paper = z.infer<typeof Paper>;

/** Those under `to` see each other; those under `bcc` are seen by nobody. */
export const recipientFields = ['to', 'bcc'] as const;

/** A person, role or team of the register by whom the address is found when an e-mail is drafted, or a bare address. */
export const Recipient = z.object({
  personId: Id.nullable(),
  address: z.string().nullable(),
  field: z.enum(recipientFields),
});
export type Recipient = z.infer<typeof Recipient>;

export const CirculationList = z.object({
  id: Id,
  source: z.null(),
  name: z.string(),
  recipients: z.array(Recipient),
  sees: Audience,
  /** Each lead gets an e-mail of their own, with the recipients of the list beside them. */
  eachLead: z.boolean(),
  papers: z.array(Paper),
  subject: z.string().nullable(),
  words: z.string().nullable(),
});
export type CirculationList = z.infer<typeof CirculationList>;

/** A file that went out. What it was made of is left out where the program that drafted it did not say. */
export const CirculatedFile = z.object({
  name: z.string(),
  /** SHA-256 of its bytes, hex. */
  sha256: z.string(),
  /** Bytes. */
  size: z.int().optional(),
  report: z.enum(reportNames).optional(),
  /** The plan, section, lead or meeting that it is of, where it is of one. */
  ofId: Id.optional(),
  /** With what it was made, so that the same can be made again from its snapshot. */
  recipe: ReportRecipe.optional(),
});
export type CirculatedFile = z.infer<typeof CirculatedFile>;

/** What went to whom, when, from which snapshot. Never altered. */
export const CirculationRecord = z.object({
  id: Id,
  source: z.null(),
  snapshotId: Id,
  at: Instant,
  subject: z.string(),
  /** Addresses, open and blind together. */
  recipients: z.array(z.string()),
  files: z.array(CirculatedFile),
  listId: Id.nullable(),
  /** The name of the list then. */
  listName: z.string().nullable(),
  audience: Audience.nullable(),
  /** The draft itself as it was saved. */
  draft: CirculatedFile.nullable(),
});
export type CirculationRecord = z.infer<typeof CirculationRecord>;
