import { z } from 'zod';
import { LookedAt } from './looking.ts';
import { StateCounts } from './plans.ts';
import { Day, Id, Instant, Lead, Settings, StateName, Status } from './register.ts';
import { Logo } from './report-records.ts';

export { ChangeSet, historyContract } from './history.ts';

/** Home, settings, people, search, history and backups: what every screen leans on. */

export const Backup = z.object({
  /** The file's name: its place is the host's business. */
  id: z.string(),
  at: Instant,
  reason: z.enum([
    'start',
    'work',
    'close',
    'before-import',
    'before-merge',
    'before-migration',
    'before-restore',
    'before-move',
    'before-removal',
    'by-hand',
  ]),
  bytes: z.int(),
  sha256: z.string(),
  counts: z.record(z.string(), z.int()),
  /** 'good' once reopened, checked and hashed; anything else says what is wrong. */
  verdict: z.string(),
});
export type Backup = z.infer<typeof Backup>;

/** What the shell shows at all times. */
export const RegisterState = z.object({
  host: z.enum(['electron', 'web', 'cli']),
  version: z.string(),
  today: Day,
  /** The snapshot that is looked at; null while it is the register itself. */
  looking: LookedAt.nullable(),
  /** The name of a register that could not be opened because of what is in it, until it is turned away from. */
  failed: z.string().nullable(),
  open: z
    .object({
      name: z.string(),
      partnership: z.string(),
      /** The financial year of today: "2010-11". */
      year: z.string(),
      counts: z.object({ plans: z.int(), actions: z.int(), kpis: z.int(), people: z.int(), tray: z.int() }),
      /** Grows with every write, undo and redo. */
      revision: z.int(),
      savedAt: Instant.nullable(),
      backup: Backup.nullable(),
      /** Why the last automatic backup was not made, in a sentence; null while all is well. */
      backupTrouble: z.string().nullable(),
      undo: z.string().nullable(),
      redo: z.string().nullable(),
    })
    .nullable(),
});
export type RegisterState = z.infer<typeof RegisterState>;

/** Which backup: 'here' in the folder of backups, 'second' in the second place, 'received' brought in as a file. */
export const BackupAt = z.object({ place: z.enum(['here', 'second', 'received']), backupId: z.string() });
export type BackupAt = z.infer<typeof BackupAt>;

/** A backup as the list has it: at once what its record says, then what was read of it. */
export const ListedBackup = Backup.extend({
  place: BackupAt.shape.place,
  /** The register it is a copy of, by name. */
  register: z.string(),
  /** True where another computer made it: it came from elsewhere, or a share holds those of several. */
  elsewhere: z.boolean(),
  /**
   * 'checked': every byte was read and is as its record says; 'waiting', 'checking': not yet; 'damaged': it is not;
   * 'unrecorded': nothing vouches for it; 'unread': it could not be read just now; 'away': out of reach now.
   */
  check: z.enum(['checked', 'waiting', 'checking', 'damaged', 'unrecorded', 'unread', 'away']),
});
export type ListedBackup = z.infer<typeof ListedBackup>;

export const BackupsList = z.object({
  /** By place, and within each the one made last first. */
  backups: z.array(ListedBackup),
  /** The places there are, in the same order; `said` where one is not as it should be. 'looking': it is being looked at. */
  places: z.array(
    z.object({
      place: BackupAt.shape.place,
      folder: z.string(),
      state: z.enum(['there', 'looking', 'away']),
      said: z.string().nullable(),
    }),
  ),
});
export type BackupsList = z.infer<typeof BackupsList>;

export const RegisterFile = z.object({
  id: z.string(),
  name: z.string(),
  modifiedAt: Instant,
  bytes: z.int(),
});

export const registerContract = {
  state: { input: z.void(), output: RegisterState },
  /** The registers in the office's folder, newest first. */
  list: { input: z.void(), output: z.array(RegisterFile) },
  create: { input: z.object({ name: z.string().min(1), partnership: z.string() }), output: RegisterState },
  createExample: { input: z.void(), output: RegisterState },
  open: { input: z.object({ id: z.string() }), output: RegisterState },
  close: { input: z.void(), output: RegisterState },
  /** Writes a backup as a register of its own, beside whatever is there, and opens it. */
  openBackup: { input: BackupAt, output: RegisterState },
  /** Moves the open register to the program's own folder; the file it was keeps its place under another name. */
  moveHome: { input: z.void(), output: RegisterState },
  /** Turns away from the register that could not be opened; nothing is done to it. */
  leaveFailed: { input: z.void(), output: RegisterState },
} as const;

/** The office's own words: its terms and its statutory duties; `plan` is the title of the plan they came with. */
export const WordsView = z.object({
  glossary: z.array(
    z.object({
      id: Id,
      term: z.string(),
      meaning: z.string(),
      planId: Id.nullable(),
      plan: z.string().nullable(),
    }),
  ),
  duties: z.array(
    z.object({
      id: Id,
      text: z.string(),
      basis: z.string().nullable(),
      /** The words that say since when it is in force. */
      inForce: z.string().nullable(),
      planId: Id.nullable(),
      plan: z.string().nullable(),
    }),
  ),
});
export type WordsView = z.infer<typeof WordsView>;

export const settingsContract = {
  get: { input: z.void(), output: Settings },
  set: { input: Settings.partial(), output: Settings },
  words: { input: z.void(), output: WordsView },
  /** A logo as reports would carry it, from the file of one: checked, and drawn in dots where it is a drawing. */
  readLogo: {
    input: z.object({ name: z.string(), base64: z.base64(), alt: z.string().max(200) }),
    output: Logo,
  },
} as const;

export const HomeAction = z.object({
  id: Id,
  planId: Id,
  ref: z.string().nullable(),
  text: z.string(),
  leads: z.array(Lead),
  /** The words of the timescale. */
  when: z.string().nullable(),
  end: Day.nullable(),
  reviewOn: Day.nullable(),
  daysLate: z.int().nullable(),
  status: Status.nullable(),
});
export type HomeAction = z.infer<typeof HomeAction>;
const group = z.object({ total: z.int(), first: z.array(HomeAction) });

/** A round of updates that is still open, as Home tells of it. */
export const HomeRound = z.object({
  id: Id,
  name: z.string(),
  dueOn: Day.nullable(),
  /** Forms sent, and how many of them came back. */
  sent: z.int(),
  answered: z.int(),
  /** Those whose form came back and waits for the officer, in the order of sending. */
  waiting: z.array(z.string()),
  /** Those who have not answered, in the order of sending. */
  missing: z.array(z.string()),
});
export type HomeRound = z.infer<typeof HomeRound>;

export const HomeView = z.object({
  today: Day,
  counts: StateCounts,
  overdue: group,
  /** Ending within the next 30 days. */
  dueSoon: group,
  offTrack: group,
  /** To be reviewed by the next meeting, or within 30 days where none is nearer. */
  reviews: group,
  noLead: group,
  noDate: group,
  ambiguousDates: group,
  kpisOffTrack: z.object({
    total: z.int(),
    of: z.int(),
    first: z.array(
      z.object({
        id: Id,
        ref: z.string().nullable(),
        name: z.string(),
        figures: z.string(),
        state: StateName,
      }),
    ),
  }),
  /** Of each KPI's latest figure: how many meet their target, of how many it can be told, and of how many not. */
  targetsMet: z.object({ met: z.int(), of: z.int(), without: z.int() }),
  tray: z.array(z.object({ importId: Id, file: z.string(), at: Instant, pieces: z.int() })),
  /** Rounds of updates that are open, the one that is due first before the others. */
  rounds: z.object({ total: z.int(), first: z.array(HomeRound) }),
  meetings: z.array(z.object({ id: Id, title: z.string(), body: z.string().nullable(), heldOn: Day })),
  lastImport: z.object({ at: Instant, files: z.array(z.string()) }).nullable(),
  lastSnapshot: z.object({ id: Id, name: z.string(), takenAt: Instant, changesSince: z.int() }).nullable(),
  lastBackup: Backup.nullable(),
});
export type HomeView = z.infer<typeof HomeView>;

/** The groups of actions on Home; `group` gives all of one where Home shows only the first few. */
export const homeGroups = [
  'overdue',
  'dueSoon',
  'offTrack',
  'reviews',
  'noLead',
  'noDate',
  'ambiguousDates',
] as const satisfies readonly (keyof HomeView)[];
export type HomeGroupName = (typeof homeGroups)[number];

export const homeContract = {
  get: { input: z.void(), output: HomeView },
  group: { input: z.object({ group: z.enum(homeGroups) }), output: z.array(HomeAction) },
} as const;

/** Kinds of record whose words stand in the index of words. */
export const indexedKinds = [
  'plan',
  'section',
  'action',
  'measure',
  'progress',
  'kpi',
  'duty',
  'person',
  'body',
  'meeting',
  'agenda-item',
  'resolution',
  'glossary',
  'funding-stream',
  'owed-report',
  'reporting-line',
  'closure',
  'report-words',
  'report-template',
] as const;
/** Kinds of which there are few: they are found by their names, outside the index. */
export const namedKinds = ['round', 'round-form', 'circulation', 'circulation-list', 'snapshot'] as const;
export const searchKinds = [...indexedKinds, ...namedKinds] as const;
export const SearchHit = z.object({
  kind: z.enum(searchKinds),
  id: Id,
  /** Where a click leads: the plan, KPI, meeting or round that holds the record. */
  planId: Id.nullable(),
  actionId: Id.nullable(),
  kpiId: Id.nullable(),
  meetingId: Id.nullable(),
  roundId: Id.nullable(),
  title: z.string(),
  /** Pieces of the text around the hit; `hit` marks what was looked for. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});
export type SearchHit = z.infer<typeof SearchHit>;
export const searchContract = {
  find: {
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(200).default(50) }),
    output: z.array(SearchHit),
  },
  /** For what finds nothing: the same with words spelt as the register has them, the likeliest first. */
  like: { input: z.object({ text: z.string().max(200) }), output: z.array(z.string()) },
} as const;

export const backupsContract = {
  /** At once. While anything is still being looked at or read, asking again tells more. */
  list: { input: z.void(), output: BackupsList },
  make: { input: z.void(), output: Backup },
  /** Writes the backup as a new register beside the present one, every byte of it read first; nothing is overwritten. */
  restore: {
    input: z.object({ backupId: z.string(), place: BackupAt.shape.place.optional() }),
    output: z.object({ register: RegisterFile }),
  },
} as const;

/** A long job's progress, in the words the screen shows. */
export const JobProgress = z.object({
  jobId: z.string(),
  what: z.string(),
  done: z.int(),
  of: z.int().nullable(),
  state: z.enum(['working', 'done', 'stopped', 'failed']),
});
export type JobProgress = z.infer<typeof JobProgress>;
export const jobsContract = {
  /** A subscription. */
  watch: { input: z.object({ jobId: z.string() }), output: JobProgress },
  cancel: { input: z.object({ jobId: z.string() }), output: z.object({ stopped: z.boolean() }) },
} as const;
