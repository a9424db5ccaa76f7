import { z } from 'zod';
import { doubts } from '../domain/person-words.ts';
import { Day, Id, Instant } from './record.ts';

/** What the register holds on a person, and taking their name out. */

/** Words that name a person, or may: one text of the register. */
export const HeldWords = z.object({
  /** What it stands in: "action", "attendance"; "act" for what the history calls it. */
  what: z.string(),
  /** The record it belongs to, by its name. */
  record: z.string(),
  field: z.string(),
  words: z.string(),
  /** How often it surely names them, and how often it may. */
  sure: z.int(),
  doubtful: z.int(),
  /** In the history: when the act was, what it is called, and whether the words stood before or after it. */
  act: z.object({ at: Instant, label: z.string(), side: z.enum(['before', 'after']).nullable() }).nullable(),
});
export type HeldWords = z.infer<typeof HeldWords>;

/** A row that points to a person, whatever its words are. */
export const HeldRow = z.object({ what: z.string(), record: z.string(), says: z.string() });
export type HeldRow = z.infer<typeof HeldRow>;

/** Words that may be theirs or may mean something else. */
export const DoubtfulWords = z.object({
  doubt: z.enum(doubts),
  /** What was looked for: "Whitlock". */
  words: z.array(z.string()),
  /** How often they stand in what is on record now, and in the history. */
  now: z.int(),
  history: z.int(),
  /** The first few texts they stand in. */
  first: z.array(z.string()),
});
export type DoubtfulWords = z.infer<typeof DoubtfulWords>;

export const HeldOn = z.object({
  person: z.object({ id: Id, name: z.string(), role: z.string().nullable(), retiredOn: Day.nullable() }),
  /** Rows that point to them, by what they are, most first. */
  pointing: z.array(z.object({ what: z.string(), many: z.string(), rows: z.int() })),
  /** Places where words surely name them: on record now, of these in confirmed minutes, and in the history. */
  now: z.int(),
  inConfirmedMinutes: z.int(),
  history: z.int(),
  doubtful: z.array(DoubtfulWords),
  /** Files brought in whose bytes are kept and name them; `read` is false where that cannot be told. */
  files: z.array(z.object({ sha256: z.string(), name: z.string(), at: Instant, read: z.boolean() })),
  /** Snapshots that name them: they stay as they were frozen. */
  snapshots: z.array(
    z.object({
      id: Id,
      name: z.string(),
      takenAt: Instant,
      circulatedAt: Instant.nullable(),
      places: z.int(),
    }),
  ),
  /** Backups of this register, each of which may name them, and until when it stays; null where nothing ends that. */
  backups: z.array(z.object({ id: z.string(), at: Instant, until: Day.nullable() })),
  /** The words that would stand in the place of the name. */
  instead: z.string(),
});
export type HeldOn = z.infer<typeof HeldOn>;

const of = z.object({ personId: Id });

export const heldContract = {
  /** What is held on a person, in numbers. */
  held: { input: of, output: HeldOn },
  /** All of it in words, as a file. */
  heldFile: {
    input: of.extend({ format: z.enum(['html', 'docx', 'csv', 'xlsx', 'pdf']) }),
    output: z.object({ name: z.string(), mime: z.string(), base64: z.string() }),
  },
  /**
   * Takes the name out of all that is on record and of the history, for ever; a backup is made first. What points to the
   * person goes on pointing to them, under the words that stand instead.
   */
  removeName: {
    input: of.extend({
      instead: z.string().trim().min(1).max(200),
      keepRole: z.boolean(),
      /** Words in doubt that are theirs. */
      also: z.array(z.enum(doubts)).max(doubts.length),
      /** Whether files brought in that name them go. */
      files: z.boolean(),
    }),
    output: z.object({
      /** Cells of the register and of its history that are other than they were. */
      cells: z.int(),
      filesGone: z.int(),
      /** False where the disk had no room to write the file anew: remains of what was deleted earlier may be in it. */
      swept: z.boolean(),
      label: z.string(),
    }),
  },
} as const;
