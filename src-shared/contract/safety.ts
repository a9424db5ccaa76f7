import { z } from 'zod';
import { Backup, BackupAt, RegisterFile } from './office.ts';
import { Instant } from './register.ts';
import { Difference, FileOut } from './reports.ts';

export type { BackupAt } from './office.ts';

/** Second place, place of the register, restore, a damaged register, moving: what keeps the work from being lost. */

/** Where backups go a second time: a share or a stick of the officer's choice. */
export const SecondPlace = z.object({
  folder: z.string(),
  /**
   * 'ready': there, and all is copied; 'copying': under way; 'away': not connected; 'replaced': there, but without the
   * mark it was given, so that nothing is written; 'full', 'refused': it does not take the copies; 'slow': given up for now;
   * 'unlike': a copy came out other than it should, or another file bears its name.
   */
  state: z.enum(['ready', 'copying', 'away', 'replaced', 'full', 'refused', 'slow', 'unlike']),
  /** The same in a sentence, with what is safe and what to do. */
  said: z.string(),
  /** The backup copied there last. */
  lastAt: Instant.nullable(),
  /** Good backups here that are not there yet. */
  waiting: z.int(),
});
export type SecondPlace = z.infer<typeof SecondPlace>;

export const SafetyView = z.object({
  last: Backup.nullable(),
  /** Why the last automatic backup was not made; null while all is well. */
  trouble: z.string().nullable(),
  backupsFolder: z.string(),
  second: SecondPlace.nullable(),
  /** Whether the host can show the system's own window to choose a folder. */
  canChoose: z.boolean(),
  /** Where the open register lies, where that is not a disk of this machine. */
  live: z
    .object({
      kind: z.enum(['synchronised', 'network', 'removable']),
      said: z.string(),
      folder: z.string(),
      /** The program's own folder, where the register can be moved to; null where that is no better. */
      moveTo: z.string().nullable(),
    })
    .nullable(),
  /** The newest backup, where it holds acts that the register does not: the file may be an old one, or its log lost. */
  behind: z.object({ backup: Backup, acts: z.int() }).nullable(),
});
export type SafetyView = z.infer<typeof SafetyView>;

/** One act as the history names it. */
const Told = z.object({ at: Instant, label: z.string() });

export const BackupComparison = z.object({
  backup: Backup,
  /** Kinds of record in words, with how many each holds; what neither holds is left out. */
  counts: z.array(z.object({ what: z.string(), was: z.int(), is: z.int() })),
  /** The last acts of either side, newest first. */
  lastThen: z.array(Told),
  lastNow: z.array(Told),
  /** From the backup to the register as it is now. */
  changes: z.array(Difference),
  /** Plans of the backup, with whether the register still has each. */
  plans: z.array(z.object({ id: z.string(), title: z.string(), stillThere: z.boolean(), changes: z.int() })),
});
export type BackupComparison = z.infer<typeof BackupComparison>;

export const PlanBack = z.object({
  title: z.string(),
  /** Records that come back, that get their earlier content, and that were added since and go. */
  comesBack: z.int(),
  changes: z.int(),
  goes: z.int(),
});
export type PlanBack = z.infer<typeof PlanBack>;

export const Received = z.object({
  backup: Backup,
  register: z.string(),
  /** False where it came without its record: then nothing proves that it is what was sent. */
  proved: z.boolean(),
});
export type Received = z.infer<typeof Received>;

/** A register that could not be opened because of what is in it. */
export const RescueView = z.object({
  name: z.string(),
  code: z.enum(['register-damaged', 'register-foreign', 'register-newer']),
  said: z.string(),
  bytes: z.int(),
  modifiedAt: Instant,
  /** Bytes of the log beside it, where work that was saved last may still stand; null where there is none. */
  logBytes: z.int().nullable(),
  /** The newest backup that is good, each byte of it read; null where there is none. */
  newestGood: Backup.nullable(),
  /** How many backups were looked at and found not to be good. */
  notGood: z.int(),
});
export type RescueView = z.infer<typeof RescueView>;

export const Recovered = z.object({
  register: RegisterFile,
  /** By kind of record: how many were read and kept, and how many could not be. */
  tables: z.array(z.object({ what: z.string(), kept: z.int(), lost: z.int() })),
  kept: z.int(),
  lost: z.int(),
  /** Kinds of record of which nobody can say how many there were. */
  unknown: z.array(z.string()),
  /** Records that were found and of which it cannot be told plainly what they are; they are left out. */
  untold: z.int(),
});
export type Recovered = z.infer<typeof Recovered>;

export const safetyContract = {
  standing: { input: z.void(), output: SafetyView },
  /** `anyway`: the folder is taken although it has not the mark it was given. Null: no second place. */
  setSecondPlace: {
    input: z.object({ folder: z.string().max(1_000).nullable(), anyway: z.boolean().optional() }),
    output: SafetyView,
  },
  /** The system's own window; null where nothing was chosen. */
  chooseFolder: { input: z.void(), output: z.object({ folder: z.string().nullable() }) },
  /** Copies now what is not yet in the second place. */
  copyNow: { input: z.void(), output: SafetyView },
} as const;

export const restoreContract = {
  compare: { input: BackupAt, output: BackupComparison },
  planPreview: { input: BackupAt.extend({ planId: z.string() }), output: PlanBack },
  /** Sets one plan back to what it was in a backup, as one act that Undo takes back. */
  bringBackPlan: { input: BackupAt.extend({ planId: z.string() }), output: PlanBack },
  /** A backup from elsewhere: one file that was saved for another laptop, or a backup with its record. */
  receive: {
    input: z.object({
      files: z
        .array(z.object({ name: z.string(), base64: z.string() }))
        .min(1)
        .max(4),
    }),
    output: Received,
  },
  /** The whole register as one file for another laptop: a backup made now, with its record. */
  bundle: { input: z.void(), output: FileOut },
} as const;

export const rescueContract = {
  look: { input: z.void(), output: RescueView.nullable() },
  /** Copies the damaged file as it is, with its log; gives the folder and the names. */
  keepCopy: { input: z.void(), output: z.object({ folder: z.string(), files: z.array(z.string()) }) },
  /** Reads what can be read into a new register; the damaged file stays as it is. */
  recover: { input: z.void(), output: Recovered },
} as const;
