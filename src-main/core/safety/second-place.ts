import { access, constants, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { BackupEntry } from '#db/backup.ts';
import type { BackupManifest } from '#db/backup-manifest.ts';
import { backupsToKeep } from '#db/retention.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SecondPlace } from '#shared/contract/safety.ts';
import { isWithin } from '#shared/domain/place-kind.ts';
import type { Register } from '../open-register.ts';
import type { Options } from '../options.ts';
import { TooSlow, upTo, within } from './patience.ts';
import { CopyDiffers, clearOldParts, copyBackup, ownBackupsIn, removeBackup } from './place-files.ts';
import { leaveMark, markIn } from './place-mark.ts';
import { saidOf } from './place-words.ts';
import type { PreferencesFile } from './preferences.ts';
import { type SecondCopies, secondCopies } from './second-copies.ts';

/** Backups that are caught up with at most when the place is back; older ones are here. */
const mostCaughtUp = 20;

export type Second = {
  /** How it stands; null where there is none. Answers at once, from what was seen last. */
  view(register: Register): SecondPlace | null;
  /** The folder chosen; null where there is none. */
  folder(): string | null;
  /** Which copies lie there, whoever made them; null where there is no second place. Answers at once. */
  copies(register: Register): SecondCopies | null;
  /** Whether this installation made a backup, by its record. */
  isOwn(manifest: BackupManifest): boolean;
  /** Chooses the folder, or none. Throws `wrong-use`, `not-found`, `no-permission`, `conflict` (another mark, or none). */
  choose(folder: string | null, anyway: boolean): Promise<void>;
  /** Brings the place up to date beside the work; never throws, and never holds anybody up. */
  catchUp(register: Register): Promise<void>;
  /** Waits for a copy under way, but no longer than so many milliseconds: for closing. */
  settled(ms: number): Promise<void>;
};

/** The backups of a register here. */
export type Here = {
  /** Those that nothing is known against, the one made last first. */
  good(register: Register): readonly BackupEntry[];
  /** Reads one to its end. */
  isSound(entry: BackupEntry): Promise<boolean>;
};

export function secondPlace(options: Options, preferences: PreferencesFile, here: Here): Second {
  let state: SecondPlace['state'] = 'ready';
  let copied: ReadonlySet<string> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let asked: Register | null = null;

  /** What the list saw is how it stands; and where the place is back, it is caught up with. */
  const seen = secondCopies({
    failing: stateFor,
    noticed(now, before) {
      if (now !== 'there' && now !== 'looking') {
        if (state === 'ready') state = now;
      } else if (now === 'there' && before !== 'there' && asked && (state === 'away' || state === 'slow')) {
        void catchUp(asked);
      }
    },
  });

  const isChosen = ({ folder, mark }: { folder: string; mark: string }): boolean => {
    const now = preferences.get().second;
    return now?.folder === folder && now.mark === mark;
  };

  async function copyMissing(register: Register): Promise<void> {
    const { second, madeBy } = preferences.get();
    if (!second) return;
    if ((await markIn(second.folder)) !== second.mark) {
      state = 'replaced';
      return;
    }
    state = 'copying';
    const good = here.good(register);
    let there = await ownBackupsIn(second.folder, madeBy);
    copied = new Set(there.map(({ id }) => id));
    let unlike: unknown = null;
    const missing = good.slice(0, mostCaughtUp).filter(({ id }) => !copied?.has(id));
    for (const entry of missing) {
      const { manifest } = entry;
      if (!manifest) continue;
      if (!isChosen(second)) return;
      // Whose it is stands in the record: a share may hold those of several laptops.
      const own = { ...manifest, madeBy };
      const isCopied = await copyOne(entry, second.folder, own).catch((error: unknown) => {
        if (!(error instanceof CopyDiffers)) throw error;
        unlike = error;
        return false;
      });
      // One that is damaged, here or there, is no reason to leave out the others.
      if (!isCopied) continue;
      // Another place may have been chosen meanwhile, or none: then that stands.
      if (!isChosen(second)) return;
      seen.lookAgain();
      copied = new Set([...copied, own.id]);
      there = [...there, own];
      const newest =
        there
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? null;
      preferences.set({ second: { ...second, lastAt: newest } });
    }
    await thinOut(second.folder, there, basename(register.path));
    await clearOldParts(second.folder, Date.now());
    seen.lookAgain();
    if (unlike) throw unlike;
    state = 'ready';
  }

  /** False where the backup here turned out to be damaged, which from then on is known. */
  async function copyOne(entry: BackupEntry, folder: string, own: BackupManifest): Promise<boolean> {
    try {
      await copyBackup(entry.path, folder, own);
      return true;
    } catch (error) {
      if (error instanceof CopyDiffers && !(await here.isSound(entry))) return false;
      throw error;
    }
  }

  /** As here: what the rotation drops goes, of this register and this installation only. */
  async function thinOut(
    folder: string,
    there: readonly {
      id: string;
      at: string;
      reason: string;
      order?: number | undefined;
      register: string;
    }[],
    register: string,
  ): Promise<void> {
    const own = there.filter((one) => one.register === register);
    const keep = backupsToKeep(
      own.map((one) => ({ ...one, order: one.order ?? 0 })),
      options.now(),
    );
    for (const { id } of own) if (!keep.has(id)) await removeBackup(folder, id);
  }

  async function catchUp(register: Register): Promise<void> {
    const step = async () => {
      try {
        await copyMissing(register);
      } catch (cause) {
        state = stateFor(cause);
        seen.lookAgain();
        const { now, ports } = options;
        ports.log({ at: now(), level: 'remark', what: 'second place of backups', reference: null, cause });
      }
    };
    const next = last.then(step, step);
    last = next;
    await next;
  }

  return {
    view(register) {
      const { second } = preferences.get();
      if (!second) return null;
      const waiting = here
        .good(register)
        .slice(0, mostCaughtUp)
        .filter(({ id }) => !copied?.has(id)).length;
      const facts = { folder: second.folder, state, lastAt: second.lastAt, waiting };
      return { ...facts, said: saidOf(facts) };
    },
    folder: () => preferences.get().second?.folder ?? null,
    copies(register) {
      const { second } = preferences.get();
      asked = register;
      return second && seen.view(second);
    },
    isOwn: ({ madeBy }) => madeBy === undefined || madeBy === preferences.get().madeBy,
    async choose(folder, anyway) {
      if (folder === null) {
        preferences.set({ second: null });
        copied = null;
        return;
      }
      const before = preferences.get().second;
      const chosen = await usable(folder.trim(), options);
      const found = await markIn(chosen);
      if (before?.folder === chosen && found !== before.mark && !anyway) {
        throw new AppError(
          'conflict',
          `“${chosen}” is not marked as the second place that was chosen. If the stick or share was changed, choose it all the same.`,
        );
      }
      const mark = found ?? options.newId();
      if (found === null) await marked(chosen, mark);
      const same = before?.mark === mark && before.folder === chosen;
      preferences.set({ second: { folder: chosen, mark, lastAt: same ? before.lastAt : null } });
      copied = null;
      state = 'copying';
    },
    catchUp,
    async settled(ms) {
      asked = null;
      await upTo(
        last.catch(() => undefined),
        ms,
      ).catch(() => undefined);
    },
  };
}

async function marked(folder: string, mark: string): Promise<void> {
  try {
    await leaveMark(folder, mark);
  } catch (cause) {
    throw refusal(folder, cause);
  }
}

/** The folder as its file system names it. Throws where it can be no second place. */
async function usable(folder: string, { dataDir, backupsDir }: Options): Promise<string> {
  if (!isAbsolute(folder)) {
    throw new AppError(
      'wrong-use',
      'Give the whole path of the folder, from the drive or the server on, such as H:\\Backups.',
    );
  }
  let real: string;
  try {
    real = await within(() => realpath(folder), 10_000);
    if (!(await within(() => stat(real), 10_000)).isDirectory()) {
      throw new AppError('not-a-file', `“${folder}” is a file. Choose a folder.`);
    }
    await within(() => access(real, constants.W_OK), 10_000);
  } catch (cause) {
    throw refusal(folder, cause);
  }
  for (const own of [dataDir, backupsDir]) {
    if (isWithin(real, own, process.platform) || isWithin(own, real, process.platform)) {
      throw new AppError(
        'wrong-use',
        `“${folder}” and the register are on the same disk in the same place. A second place is another disk: a share, or a stick.`,
      );
    }
  }
  return real;
}

function refusal(folder: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const what = stateFor(cause);
  if (what === 'full')
    return new AppError('disk-full', `“${folder}” is full. Choose another folder.`, { cause });
  if (what === 'away') {
    return new AppError(
      'not-found',
      `There is no folder “${folder}” at present. Connect it, or choose another.`,
      {
        cause,
      },
    );
  }
  if (what === 'slow') {
    return new AppError(
      'not-possible',
      `“${folder}” does not answer. Check the connection, then choose it again.`,
      {
        cause,
      },
    );
  }
  return new AppError(
    'no-permission',
    `This computer does not let you write into “${folder}”. Choose another.`,
    {
      cause,
    },
  );
}

function stateFor(error: unknown): Exclude<SecondPlace['state'], 'ready' | 'copying'> {
  if (error instanceof TooSlow) return 'slow';
  if (error instanceof CopyDiffers) return 'unlike';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'full';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'refused';
  if (['ETIMEDOUT', 'EBUSY', 'EAGAIN'].includes(code)) return 'slow';
  return 'away';
}
