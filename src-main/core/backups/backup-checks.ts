import { hashIn, NotWanted } from '../safety/place-files.ts';

/** A file that a record vouches for, as it stands now. */
export type ToCheck = {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** What the record says, hex. */
  readonly sha256: string;
};

/** 'unread': it could not be read just now, which says nothing of what is in it. */
export type CheckState = 'waiting' | 'checking' | 'checked' | 'damaged' | 'unread';

export type Checks = {
  /** How each stands; what is not known yet is read, in this order, as long as somebody goes on asking. */
  ask(all: readonly ToCheck[]): CheckState[];
  /** Whether a file as it stands now was read to its end and found damaged. */
  isDamaged(one: ToCheck): boolean;
  /** Reads one now, whoever asks; true where every byte is as its record says. Throws where it cannot be read. */
  isSound(one: ToCheck): Promise<boolean>;
  /** Reads no more. */
  stop(): void;
};

/** After so long without a question nobody looks any more, and reading ends. */
const askedWithinMs = 20_000;
/** What could not be read is tried again after so long. */
const againMs = 60_000;

/**
 * Reads backups to their end beside the work, one after another, a block at a time with whatever else waits in between.
 * What was found is remembered by path, size and time of modification while the program runs: a disk that goes bad
 * changes none of them, so that it is read anew on the next start. `step` waits for a block, else as for a second place.
 */
export function createChecks(
  o: { step?: <T>(step: () => Promise<T>) => Promise<T>; elapsed?: () => number } = {},
): Checks {
  const elapsed = o.elapsed ?? (() => performance.now());
  const known = new Map<string, { state: 'checked' | 'damaged' | 'unread'; until: number }>();
  let wanted = new Map<string, ToCheck>();
  let askedAt = 0;
  let current: string | null = null;
  let running = false;

  const isWanted = (key: string) => wanted.has(key) && elapsed() - askedAt <= askedWithinMs;

  function stateOf(key: string): CheckState {
    const found = known.get(key);
    if (found && found.until > elapsed()) return found.state;
    return key === current ? 'checking' : 'waiting';
  }

  async function read(one: ToCheck, goOn: () => boolean): Promise<'checked' | 'damaged'> {
    const sum = await hashIn(one.path, { goOn, ...(o.step && { step: o.step }) });
    const state = sum === one.sha256 ? 'checked' : 'damaged';
    known.set(keyOf(one), { state, until: Number.POSITIVE_INFINITY });
    return state;
  }

  async function run(): Promise<void> {
    for (;;) {
      const next = [...wanted].find(([key]) => ['waiting', 'checking'].includes(stateOf(key)));
      if (!next || !isWanted(next[0])) return;
      const [key, one] = next;
      current = key;
      try {
        await read(one, () => isWanted(key));
      } catch (error) {
        if (!(error instanceof NotWanted)) known.set(key, { state: 'unread', until: elapsed() + againMs });
      } finally {
        current = null;
      }
    }
  }

  return {
    ask(all) {
      wanted = new Map(all.map((one) => [keyOf(one), one]));
      askedAt = elapsed();
      if (!running && all.length > 0) {
        running = true;
        void run().finally(() => {
          running = false;
        });
      }
      return all.map((one) => stateOf(keyOf(one)));
    },
    isDamaged: (one) => known.get(keyOf(one))?.state === 'damaged',
    isSound: async (one) => (await read(one, () => true)) === 'checked',
    stop() {
      wanted = new Map();
    },
  };
}

const keyOf = ({ path, bytes, modifiedMs, sha256 }: ToCheck): string =>
  JSON.stringify([path, bytes, modifiedMs, sha256]);
