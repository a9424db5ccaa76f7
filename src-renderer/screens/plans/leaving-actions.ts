import { tinyStore, useStore } from '../../shell/tiny-store.ts';

/** Actions on their way out of the register: nothing more is asked about them. */
const leaving = tinyStore<ReadonlySet<string>>(new Set());

const letGoMs = 500;

export const useLeaving = (): ReadonlySet<string> => useStore(leaving);

/** Runs a removal while the actions it takes out count as leaving. */
export async function whileLeaving<T>(ids: readonly string[], run: () => Promise<T>): Promise<T> {
  leaving.set(new Set([...leaving.get(), ...ids]));
  try {
    return await run();
  } finally {
    // The screen draws the rows without them a moment after the answer; until then nothing is asked either.
    window.setTimeout(
      () => leaving.set(new Set([...leaving.get()].filter((id) => !ids.includes(id)))),
      letGoMs,
    );
  }
}
