import type { WriteDb } from '#db/handles.ts';
import { finishIndex, indexSome } from '#db/search-queue.ts';
import type { Options } from '../options.ts';

/** Documents indexed in one go: some tens of milliseconds, so that a save never waits longer than that. */
const documents = 2_000;
/** After an act, so that a run of saves is indexed in one go and seldom held up by it; and between two goes. */
const restMs = 400;
const pauseMs = 20;

export type IndexLater = {
  /** After every act: what it left to be indexed is indexed by and by. */
  wake(): void;
  /** Before the register is closed: all of it now. What cannot be written is left for the next opening. */
  finish(): void;
};

/** Brings the words of acts into the search index while the officer goes on working. */
export function indexLater(db: WriteDb, options: Options): IndexLater {
  let timer: NodeJS.Timeout | null = null;
  const failed = (cause: unknown) =>
    options.ports.log({
      at: options.now(),
      level: 'fault',
      what: 'indexing for search',
      reference: null,
      cause,
    });

  function step(): void {
    timer = null;
    try {
      if (indexSome(db, documents)) after(pauseMs);
    } catch (error) {
      // It stays in the queue: the next act, search or opening takes it up again.
      failed(error);
    }
  }
  function after(ms: number): void {
    timer ??= setTimeout(step, ms).unref();
  }
  return {
    wake: () => after(restMs),
    finish() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      try {
        finishIndex(db);
      } catch (error) {
        failed(error);
      }
    },
  };
}
