import { setImmediate } from 'node:timers/promises';

/** Long work in short steps: at each `yield` it may be left for a moment. */
export type Steps<T> = Generator<void, T, void>;

/** All steps at one stroke. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** One step at a time, with whatever else waits in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
