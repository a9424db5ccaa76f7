/** Waiting for what may never come: a share that hangs, a stick that is pulled out. */

/** A step took longer than anybody should wait. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** The longest that one step, such as one block of 1 MB, may take. */
export const stepMs = 20_000;

/** Waits for something under way, but no longer than so many milliseconds. Throws TooSlow. */
export async function upTo<T>(underWay: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      underWay,
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new TooSlow()), ms);
        timer.unref();
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A step that hangs inside the system holds one of its four threads for as long, and once all four are held no file is
 * read any more, here or there. So no step is begun while as many as this have not come back.
 */
const mostHung = 2;
let hung = 0;

/**
 * Does one step in a place that may hang, and gives up waiting for it; the system finishes it whenever it can. What it
 * gives after that goes to `late`. Throws TooSlow, at once where earlier steps hang still.
 */
export async function within<T>(
  step: () => Promise<T>,
  ms = stepMs,
  late: (value: T) => void = () => undefined,
): Promise<T> {
  if (hung >= mostHung) throw new TooSlow();
  const going = step();
  try {
    return await upTo(going, ms);
  } catch (error) {
    if (error instanceof TooSlow) {
      hung += 1;
      void going
        .then(late, () => undefined)
        .finally(() => {
          hung -= 1;
        });
    }
    throw error;
  }
}
