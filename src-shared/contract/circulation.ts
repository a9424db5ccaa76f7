import { z } from 'zod';
import { Audience, CirculatedFile, CirculationList, Paper, recipientFields } from './circulation-records.ts';
import { Id, Instant } from './register.ts';
import { ReportLayout } from './report-records.ts';
import { FileOut } from './reports.ts';

/** Circulation: lists of recipients, drafts for them, and the register of what went out. */

const words = z.string().trim();

export const ListFields = z.object({
  name: words.min(1),
  recipients: z
    .array(
      z
        .object({ personId: Id.nullable(), address: words.nullable(), field: z.enum(recipientFields) })
        .refine(({ personId, address }) => (personId === null) !== (address === null)),
    )
    .max(1_000),
  sees: Audience,
  eachLead: z.boolean(),
  papers: z.array(Paper).max(20),
  subject: words.nullable(),
  words: words.nullable(),
});
export type ListFields = z.infer<typeof ListFields>;

/** A list with the names of its recipients and where an e-mail to each would go today. */
export const ListShown = CirculationList.omit({ source: true, recipients: true }).extend({
  recipients: z.array(
    z.object({
      personId: Id.nullable(),
      address: z.string().nullable(),
      field: z.enum(recipientFields),
      name: z.string(),
      /** Empty where the register knows none. */
      addresses: z.array(z.string()),
    }),
  ),
  /** When something went to it last. */
  sentAt: Instant.nullable(),
});
export type ListShown = z.infer<typeof ListShown>;

/** How much a report leaves out for those who see only so much. */
export const AudienceLeftOut = z.object({
  comments: z.int(),
  /** Findings of the checks that were accepted with a reason. */
  acceptances: z.int(),
  people: z.int(),
  /** Texts in which a name stood. */
  places: z.int(),
  /** Confidential agenda items, parts of other items, and corrections of minutes. */
  items: z.int(),
  parts: z.int(),
  corrections: z.int(),
  /** Actions that came of what is confidential alone. */
  actions: z.int(),
  /** Small numbers, and words that name one. */
  figures: z.int(),
  texts: z.int(),
});
export type AudienceLeftOut = z.infer<typeof AudienceLeftOut>;

const SnapshotNamed = z.object({ id: Id, name: z.string(), takenAt: Instant });

/** A newer version of the same report that went out since. */
export const Newer = z.object({
  circulationId: Id,
  at: Instant,
  subject: z.string(),
  snapshot: SnapshotNamed,
});

export const Sent = z.object({
  id: Id,
  at: Instant,
  subject: z.string(),
  recipients: z.array(z.string()),
  files: z.array(CirculatedFile),
  listName: z.string().nullable(),
  sees: Audience.nullable(),
  draft: CirculatedFile.nullable(),
  snapshot: SnapshotNamed,
  newer: Newer.nullable(),
});
export type Sent = z.infer<typeof Sent>;

/** How a version was recognised: by the bytes of a file, of the draft, or by the snapshot that is named in it. */
export const foundBy = ['file', 'draft', 'snapshot', 'named-inside'] as const;
export const Found = z.object({
  by: z.enum(foundBy),
  /** The name under which the file went out. */
  name: z.string().nullable(),
  snapshot: SnapshotNamed,
  /** Null where nothing went out from this snapshot by an e-mail drafted here. */
  circulation: Sent.nullable(),
  newer: Newer.nullable(),
});
export type Found = z.infer<typeof Found>;

const scope = {
  planId: Id.nullable().default(null),
  sectionId: Id.nullable().default(null),
  leadId: Id.nullable().default(null),
  meetingId: Id.nullable().default(null),
  bodyId: Id.nullable().default(null),
  sinceId: Id.nullable().default(null),
};

export const circulationContract = {
  lists: { input: z.void(), output: z.array(ListShown) },
  add: { input: ListFields, output: z.object({ listId: Id }) },
  edit: { input: ListFields.extend({ listId: Id }), output: z.object({ listId: Id }) },
  /** What went out stays in the register of circulation under the list's name. */
  remove: { input: z.object({ listId: Id }), output: z.object({ removed: z.string() }) },
  /** What would be left out, before anything goes: of a snapshot or of the register as it stands; of one plan or all. */
  check: {
    input: z.object({
      sees: Audience,
      snapshotId: Id.nullable().default(null),
      planId: Id.nullable().default(null),
    }),
    output: AudienceLeftOut,
  },
  /** Drafts for a list, noted as gone out: one, or one a lead; several come as one zip. */
  draft: {
    input: z.object({
      listId: Id,
      snapshotId: Id,
      /** Left out, those the list usually gets. */
      papers: z.array(Paper).min(1).nullable().default(null),
      /** Left out, the list's; where it has none, the title of the first report. */
      subject: words.nullable().default(null),
      words: words.nullable().default(null),
      /** How reports are laid out that name no template. */
      layout: ReportLayout.nullable().default(null),
      ...scope,
    }),
    output: z.object({
      file: FileOut,
      drafts: z.array(
        z.object({
          name: z.string(),
          /** Bytes of the draft with all that is attached. */
          size: z.int(),
          to: z.array(z.string()),
          bcc: z.array(z.string()),
          attached: z.array(z.object({ name: z.string(), size: z.int() })),
        }),
      ),
      /** Recipients, or leads, who got nothing because the register knows no address of theirs. */
      without: z.array(z.string()),
    }),
  },
  /** What went to whom, the latest first. */
  sent: { input: z.void(), output: z.array(Sent) },
  /** "Which version have you got?": by a check sum (its first 12 characters will do) or by the file itself. */
  find: {
    input: z.object({
      sha256: z.string().nullable().default(null),
      file: z.object({ name: z.string(), base64: z.base64() }).nullable().default(null),
    }),
    output: z.object({ sha256: z.string(), found: z.array(Found) }),
  },
} as const;
