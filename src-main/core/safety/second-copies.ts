import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupManifest, manifestName, readManifest } from '#db/backup-manifest.ts';
import type { SecondPlace } from '#shared/contract/safety.ts';
import { within } from './patience.ts';
import { markIn } from './place-mark.ts';

/** A copy in the second place that a record vouches for. */
export type SecondCopy = {
  readonly path: string;
  readonly manifest: BackupManifest;
  readonly bytes: number;
  readonly modifiedMs: number;
};

export type SecondCopies = {
  /** 'looking' until it was looked at for the first time; then how it stood when it was looked at last. */
  readonly state: 'looking' | 'there' | Exclude<SecondPlace['state'], 'ready' | 'copying'>;
  /** Whether it is being looked at now, so that more will be known in a moment. */
  readonly isLooking: boolean;
  /** Those seen last: where the place is out of reach now, they are there as far as anybody knows. */
  readonly copies: readonly SecondCopy[];
};

type Seen = Omit<SecondCopies, 'isLooking'>;
type Place = { readonly folder: string; readonly mark: string };

/** Looked at again where somebody asks after so long. */
const againMs = 5_000;

/**
 * What lies in the second place. It answers at once, from what was seen last, and looks again beside the work: the place
 * may be slow, hang or vanish. `failing` says what an error means; `noticed` is told how the place stood, and before.
 */
export function secondCopies(o: {
  failing: (error: unknown) => Exclude<SecondPlace['state'], 'ready' | 'copying'>;
  noticed: (state: SecondCopies['state'], before: SecondCopies['state']) => void;
  elapsed?: () => number;
}): { view(place: Place): SecondCopies; lookAgain(): void } {
  const elapsed = o.elapsed ?? (() => performance.now());
  let of: Place | null = null;
  let seen: Seen = { state: 'looking', copies: [] };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking = false;

  async function look(place: Place): Promise<void> {
    const before = seen;
    let found: Seen;
    try {
      found =
        (await markIn(place.folder)) === place.mark
          ? { state: 'there', copies: await copiesIn(place.folder, before.copies) }
          : { state: 'replaced', copies: before.copies };
    } catch (error) {
      found = { state: o.failing(error), copies: before.copies };
    }
    // Another place may have been chosen meanwhile.
    if (of?.folder !== place.folder || of.mark !== place.mark) return;
    seen = found;
    lookedAt = elapsed();
    o.noticed(found.state, before.state);
  }

  return {
    view(place) {
      if (of?.folder !== place.folder || of.mark !== place.mark) {
        of = place;
        seen = { state: 'looking', copies: [] };
        lookedAt = Number.NEGATIVE_INFINITY;
      }
      if (!looking && elapsed() - lookedAt > againMs) {
        looking = true;
        void look(place).finally(() => {
          looking = false;
        });
      }
      return { ...seen, isLooking: looking };
    },
    lookAgain() {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Every copy with a record that vouches for it. What is as it was is not read again. */
async function copiesIn(folder: string, known: readonly SecondCopy[]): Promise<SecondCopy[]> {
  const names = new Set(await within(() => readdir(folder)));
  const before = new Map(known.map((one) => [one.path, one]));
  const found: SecondCopy[] = [];
  for (const name of names) {
    if (!name.endsWith('.register') || name.startsWith('.') || !names.has(manifestName(name))) continue;
    const path = join(folder, name);
    const { size: bytes, mtimeMs: modifiedMs } = await within(() => stat(path));
    const old = before.get(path);
    if (old?.bytes === bytes && old.modifiedMs === modifiedMs) found.push(old);
    else {
      const record = await within(() => readFile(join(folder, manifestName(name)), 'utf8'));
      const manifest = readManifest(record);
      if (manifest?.id === name) found.push({ path, manifest, bytes, modifiedMs });
    }
  }
  return found;
}
