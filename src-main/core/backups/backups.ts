import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type BackupEntry, listBackups, makeBackup, pruneBackups } from '#db/backup.ts';
import { revision } from '#db/change-log.ts';
import { refusalOf } from '#db/driver-errors.ts';
import { lastChangeAt } from '#db/queries/history-changes.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Backup } from '#shared/contract/office.ts';
import type { Register } from '../open-register.ts';
import type { Options } from '../options.ts';
import { type Checks, createChecks } from './backup-checks.ts';

type Reason = Backup['reason'];

export type Backups = {
  /** Every backup of the register, newest first, judged by name, record and size: no content is read. */
  list(register: Register): BackupEntry[];
  /** What was read of the backups here, and of those that were received. */
  readonly checks: Checks;
  /** Whether every byte of one is as its record says, read now. */
  isSound(entry: BackupEntry): Promise<boolean>;
  /** The newest that its record vouches for; null where there is none. */
  newestGood(register: Register): Backup | null;
  /** Those that their records vouch for and that were not found damaged, the one made last first. */
  good(register: Register): readonly BackupEntry[];
  /** Asks to be told of each that is made. */
  whenMade(listener: (register: Register) => void): void;
  /** Makes and verifies one now. */
  make(register: Register, reason: Reason): Promise<Backup>;
  /** Makes one unless the newest good one already holds all that is in the register. */
  ensure(register: Register, reason: Reason): Promise<void>;
  /** The same, where nobody waits for it: a failure is logged and kept as `trouble`. */
  ensureQuietly(register: Register, reason: Reason): Promise<void>;
  /** Waits until no backup is being made. */
  settled(): Promise<void>;
  /** Why the last quiet backup failed, in a sentence; null while all is well. */
  trouble(): string | null;
};

/** Backups of one core, made one after another. */
export function createBackups(options: Options): Backups {
  let last: Promise<unknown> = Promise.resolve();
  let trouble: string | null = null;
  const listeners: ((register: Register) => void)[] = [];
  const dir = options.backupsDir;
  // The disk of this machine is waited for as long as it takes.
  const checks = createChecks({ step: (step) => step() });
  const fileOf = (register: Register) => basename(register.path);

  /** Looked for again only when the folder has changed: the shell asks at every step. */
  let seen: { register: string; folderAt: number; good: readonly BackupEntry[] } | null = null;
  function good(register: Register): readonly BackupEntry[] {
    const folderAt = statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const name = fileOf(register);
    if (seen?.register !== name || seen.folderAt !== folderAt) {
      seen = { register: name, folderAt, good: look(name) };
    }
    return seen.good.filter((backup) => !checks.isDamaged(backup));
  }
  const newest = (register: Register): BackupEntry | undefined => good(register)[0];

  /** A folder that cannot be read has no backup to lean on; the work goes on, and the shell says so. */
  function look(register: string): readonly BackupEntry[] {
    try {
      return listBackups(dir, { register, check: 'size' }).filter(isGood);
    } catch (error) {
      report(
        'reading the folder of backups',
        'The folder of backups cannot be read. Your work is saved.',
        error,
      );
      return [];
    }
  }

  function report(what: string, told: string, cause: unknown): void {
    trouble = told;
    const { now, ports } = options;
    ports.log({ at: now(), level: 'remark', what, reference: null, cause });
  }

  async function makeNow(register: Register, reason: Reason): Promise<Backup> {
    const order = {
      dir,
      register: fileOf(register),
      reason,
      at: options.now(),
      programVersion: options.version,
    };
    const manifest = await makeBackup(register.db, order);
    trouble = null;
    seen = null;
    prune(register);
    for (const tell of listeners) tell(register);
    return plainBackup({ ...manifest, verdict: 'good' });
  }

  /** The new backup is made, whether or not those it outlives can be cleared away. */
  function prune(register: Register): void {
    try {
      pruneBackups(dir, {
        register: fileOf(register),
        now: options.now(),
        isDamaged: (backup) => checks.isDamaged(backup),
      });
    } catch (error) {
      report('clearing old backups', 'Backups no longer needed could not be cleared away.', error);
    }
  }

  /** The log may have begun anew under the same name, so the time is compared as well as the revision. */
  function isCovered(register: Register): boolean {
    const changedAt = lastChangeAt(register.db);
    if (changedAt === null) return true;
    const backup = newest(register);
    return backup?.manifest?.revision === revision(register.db) && backup.at >= changedAt;
  }

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  }

  const ensure = (register: Register, reason: Reason) =>
    inTurn(async () => {
      if (!isCovered(register)) await makeNow(register, reason);
    });

  return {
    checks,
    isSound: (entry) => checks.isSound(entry),
    list(register) {
      try {
        return listBackups(dir, { register: fileOf(register), check: 'size' });
      } catch (error) {
        throw refusalOf(error, 'the folder of backups') ?? error;
      }
    },
    newestGood(register) {
      const backup = newest(register);
      return backup ? plainBackup(backup) : null;
    },
    good,
    whenMade: (listener) => void listeners.push(listener),
    make: (register, reason) => inTurn(() => makeNow(register, reason)),
    ensure,
    async ensureQuietly(register, reason) {
      try {
        await ensure(register, reason);
      } catch (error) {
        const why = error instanceof AppError ? error.message : 'The folder of backups could not be written.';
        report(`backup on ${reason}`, `The backup was not made. ${why} Your work is saved.`, error);
      }
    },
    settled: async () => {
      await last;
    },
    trouble: () => trouble,
  };
}

const isGood = (backup: Backup) => backup.verdict === 'good';

/** A backup as the contract has it: without its path. */
export function plainBackup({ id, at, reason, bytes, sha256, counts, verdict }: Backup): Backup {
  return { id, at, reason, bytes, sha256, counts, verdict };
}
