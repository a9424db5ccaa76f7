import { basename } from 'node:path';
import { type BackupEntry, listBackups } from '#db/backup.ts';
import type { BackupsList, ListedBackup } from '#shared/contract/office.ts';
import { type Checks, createChecks, type ToCheck } from '../backups/backup-checks.ts';
import { type Backups, plainBackup } from '../backups/backups.ts';
import type { Register } from '../open-register.ts';
import type { Options } from '../options.ts';
import { registerExtension } from '../register/file-names.ts';
import { inSecond } from './listed-second.ts';
import { receivedIn } from './received.ts';
import type { Second } from './second-place.ts';

export type ListedCopies = {
  /**
   * Every backup wherever it lies, at once: what its record says, and what was read of it so far. What was not read yet
   * is read beside the work while somebody goes on asking.
   */
  list(register: Register): BackupsList;
  /** Reads no more. */
  stop(): void;
};

export type PlaceListed = BackupsList['places'][number];
/** A backup of the list; `file` is what is to be read of it, null where nothing can be. */
export type Found = { readonly listed: ListedBackup; readonly file: ToCheck | null };
export type FoundIn = { readonly place: PlaceListed; readonly found: readonly Found[] };

const changed = 'Its content has changed since it was made.';
const unread = 'It could not be read just now. It is tried again in a minute.';

export function listedCopies(options: Options, backups: Backups, second: Second): ListedCopies {
  // Apart: a place that hangs may not hold up what lies here.
  const there = createChecks();

  function folder(place: 'here' | 'received', path: string, look: () => BackupEntry[]): FoundIn {
    const at = { place, folder: path };
    try {
      return {
        place: { ...at, state: 'there', said: null },
        found: look().map((one) => foundAs(place, one)),
      };
    } catch (cause) {
      const { now, ports } = options;
      ports.log({ at: now(), level: 'remark', what: 'listing backups', reference: null, cause });
      return {
        place: { ...at, state: 'away', said: 'This folder cannot be read just now. Your work is saved.' },
        found: [],
      };
    }
  }

  return {
    list(register) {
      const received = receivedIn(options);
      const here = folder('here', options.backupsDir, () => backups.list(register));
      // Whatever register they are of: somebody brought them here.
      const brought = folder('received', received, () => listBackups(received, { check: 'size' }));
      const away = inSecond(second, register);
      const local = withChecks(backups.checks, [...here.found, ...brought.found]);
      return {
        backups: [
          ...local.filter(({ place }) => place === 'here'),
          ...withChecks(there, away?.found ?? []),
          ...local.filter(({ place }) => place === 'received'),
        ],
        places: [
          here.place,
          ...(away ? [away.place] : []),
          ...(brought.found.length > 0 || brought.place.state === 'away' ? [brought.place] : []),
        ],
      };
    },
    stop() {
      backups.checks.stop();
      there.stop();
    },
  };
}

function foundAs(place: 'here' | 'received', entry: BackupEntry): Found {
  const { manifest, id } = entry;
  const isGood = entry.verdict === 'good';
  const check = isGood ? 'waiting' : manifest?.id === id ? 'damaged' : 'unrecorded';
  const register = basename(manifest?.register ?? id, registerExtension);
  const elsewhere = place === 'received';
  return {
    listed: { ...plainBackup(entry), place, register, elsewhere, check },
    file: isGood ? entry : null,
  };
}

function withChecks(checks: Checks, all: readonly Found[]): ListedBackup[] {
  const states = checks.ask(all.flatMap(({ file }) => file ?? []));
  let at = 0;
  return all.map(({ listed, file }) => {
    if (!file) return listed;
    const check = states[at++] ?? 'waiting';
    const verdict = check === 'damaged' ? changed : check === 'unread' ? unread : listed.verdict;
    return { ...listed, check, verdict };
  });
}
