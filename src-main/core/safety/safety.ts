import { dirname, resolve } from 'node:path';
import { clearLeftovers } from '#db/backup.ts';
import { revision } from '#db/change-log.ts';
import type { SafetyView } from '#shared/contract/safety.ts';
import { type PlaceKind, warningOf } from '#shared/domain/place-kind.ts';
import type { Backups } from '../backups/backups.ts';
import type { Register } from '../open-register.ts';
import type { Options } from '../options.ts';
import { type AfterWork, backUpAfterWork } from './after-work.ts';
import { type ListedCopies, listedCopies } from './listed-copies.ts';
import { placeOf } from './live-place.ts';
import { preferencesOf } from './preferences.ts';
import { type Second, secondPlace } from './second-place.ts';

export type Safety = {
  /** Backups while there is work, the second place kept up, the place of the register looked at. */
  opened(register: Register): void;
  /** Before the closing backup: nothing of it goes on by itself any more. */
  closing(): void;
  /** After it: the second place is waited for, but not for long. */
  settled(): Promise<void>;
  /** How all of it stands, for Home and Settings. */
  standing(register: Register): Promise<SafetyView>;
  readonly second: Second;
  readonly copies: ListedCopies;
};

/** How often what is not yet in the second place is tried again. */
const againMs = 5 * 60_000;
/** The longest that closing waits for the second place. */
const closingMs = 4_000;

/** `look` is asked what kind of place a folder is. */
export function createSafety(
  options: Options,
  backups: Backups,
  look: (folder: string) => Promise<PlaceKind> = placeOf,
): Safety {
  const preferences = preferencesOf(options);
  const second = secondPlace(options, preferences, backups);
  const copies = listedCopies(options, backups, second);
  let work: AfterWork | null = null;
  let again: NodeJS.Timeout | null = null;
  const places = new Map<string, Promise<PlaceKind>>();
  const placeAt = (folder: string) => {
    const known = places.get(folder) ?? look(folder);
    places.set(folder, known);
    return known;
  };

  backups.whenMade((register) => void second.catchUp(register));

  function clear(dir: string): void {
    try {
      clearLeftovers(dir);
    } catch (cause) {
      const { now, ports } = options;
      ports.log({ at: now(), level: 'remark', what: 'clearing half-made backups', reference: null, cause });
    }
  }

  function closing(): void {
    copies.stop();
    work?.stop();
    work = null;
    if (again) clearInterval(again);
    again = null;
  }

  return {
    second,
    copies,
    opened(register) {
      closing();
      clear(options.backupsDir);
      clear(options.dataDir);
      work = backUpAfterWork(register, {
        covered: () => backups.good(register)[0]?.manifest?.revision ?? null,
        backUp: () => backups.ensureQuietly(register, 'work'),
      });
      void second.catchUp(register);
      again = setInterval(() => {
        const seen = second.view(register);
        if (seen && (seen.state !== 'ready' || seen.waiting > 0)) void second.catchUp(register);
      }, againMs);
      again.unref();
    },
    closing,
    settled: () => second.settled(closingMs),
    async standing(register) {
      const folder = dirname(resolve(register.path));
      const live = await placeAt(folder);
      const newest = backups.good(register)[0];
      const acts = (newest?.manifest?.revision ?? 0) - revision(register.db);
      return {
        last: backups.newestGood(register),
        trouble: backups.trouble(),
        backupsFolder: options.backupsDir,
        second: second.view(register),
        canChoose: options.ports.chooseFolder !== undefined,
        live: await warned(live, folder),
        behind: newest && acts > 0 ? { backup: backups.newestGood(register) ?? newest, acts } : null,
      };
    },
  };

  async function warned(place: PlaceKind, folder: string): Promise<SafetyView['live']> {
    const said = warningOf(place);
    if (place.kind === 'local' || said === null) return null;
    const home = resolve(options.dataDir);
    const isBetter = home !== folder && (await placeAt(home)).kind === 'local';
    return { kind: place.kind, said, folder, moveTo: isBetter ? home : null };
  }
}
