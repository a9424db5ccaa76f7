import { revision } from '#db/change-log.ts';
import type { Register } from '../open-register.ts';

/** Work that no backup holds yet is never older than this. */
export const minutesOfWork = 15;

export type AfterWork = { stop(): void; look(): void };

/**
 * Asks for a backup once work that no backup holds is 15 minutes old; where nothing was changed, for none. Time is
 * measured by a clock that nobody can put forward or back. `covered` gives the revision that the newest backup holds,
 * null where there is none.
 */
export function backUpAfterWork(
  register: Register,
  o: {
    covered: () => number | null;
    backUp: () => Promise<void>;
    /** Milliseconds by a clock that only goes on. */
    elapsed?: () => number;
    everyMs?: number;
  },
): AfterWork {
  const elapsed = o.elapsed ?? (() => performance.now());
  let since: number | null = null;
  let seen = revision(register.db);
  let running = false;

  function look(): void {
    if (running || !register.db.raw.open) return;
    const now = revision(register.db);
    // What was there on opening is the business of the backup on opening.
    if (now === o.covered() || (now === seen && since === null)) {
      since = null;
      seen = now;
      return;
    }
    seen = now;
    since ??= elapsed();
    if (elapsed() - since < minutesOfWork * 60_000) return;
    running = true;
    void o.backUp().finally(() => {
      running = false;
      // Where it was not made, another 15 minutes go by before it is tried again.
      since = null;
    });
  }

  const timer = setInterval(look, o.everyMs ?? 30_000);
  timer.unref();
  return { stop: () => clearInterval(timer), look };
}
