import { AppError } from '#shared/contract/errors.ts';
import type { JobProgress } from '#shared/contract/office.ts';

/** A job as the work itself sees it: it says how far it is, and looks whether it should stop. */
export type Job = {
  readonly id: string;
  /** Aborted when the officer presses Stop, or the core closes. */
  readonly signal: AbortSignal;
  /** Says how far the work is. `of` null where the end is not known. */
  progress(what: string, done: number, of: number | null): void;
  /** Throws `cancelled` once Stop was pressed: call it between steps. */
  throwIfStopped(): void;
};

export type Jobs = {
  /** Runs the work under the id that the caller chose, so that it may watch before the answer comes. */
  run<T>(id: string, what: string, work: (job: Job) => Promise<T> | T): Promise<T>;
  /** Every step of a job from now on, ending with its end. Waits for a job that has not begun. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<JobProgress, void, void>;
  /** Asks a job to stop. False where no such job is at work. */
  cancel(id: string): boolean;
  /** Asks every job to stop and waits until all have ended. */
  stopAll(): Promise<void>;
};

type Entry = {
  latest: JobProgress | null;
  controller: AbortController;
  ended: boolean;
  work: Promise<unknown> | null;
  listeners: Set<() => void>;
};

/** Ended jobs remembered, so that a watcher who comes late still learns the end. */
const endedKept = 50;

export function createJobs(): Jobs {
  const entries = new Map<string, Entry>();

  function entryOf(id: string): Entry {
    let entry = entries.get(id);
    if (!entry) {
      entry = {
        latest: null,
        controller: new AbortController(),
        ended: false,
        work: null,
        listeners: new Set(),
      };
      entries.set(id, entry);
    }
    return entry;
  }

  function tell(entry: Entry, progress: JobProgress): void {
    entry.latest = progress;
    entry.ended = progress.state !== 'working';
    for (const listener of [...entry.listeners]) listener();
  }

  function forgetOldest(): void {
    const ended = [...entries].filter(([, entry]) => entry.ended && entry.listeners.size === 0);
    for (const [id] of ended.slice(0, Math.max(0, ended.length - endedKept))) entries.delete(id);
  }

  async function run<T>(id: string, what: string, work: (job: Job) => Promise<T> | T): Promise<T> {
    const known = entries.get(id);
    if (known?.work && !known.ended) {
      throw new AppError('conflict', 'This work is already going on. Wait for it to end, or stop it first.');
    }
    if (known?.ended) entries.delete(id);
    const entry = entryOf(id);
    let last: JobProgress = { jobId: id, what, done: 0, of: null, state: 'working' };
    tell(entry, last);
    const job: Job = {
      id,
      signal: entry.controller.signal,
      progress(words, done, of) {
        last = { jobId: id, what: words, done, of, state: 'working' };
        tell(entry, last);
      },
      throwIfStopped() {
        if (entry.controller.signal.aborted) throw stopped(last.what);
      },
    };
    const running = (async () => work(job))();
    entry.work = running;
    try {
      const result = await running;
      tell(entry, { ...last, state: 'done' });
      return result;
    } catch (error) {
      const wasStopped = entry.controller.signal.aborted;
      tell(entry, { ...last, state: wasStopped ? 'stopped' : 'failed' });
      throw wasStopped && !(error instanceof AppError) ? stopped(last.what, error) : error;
    } finally {
      forgetOldest();
    }
  }

  async function* watch(id: string, signal?: AbortSignal): AsyncGenerator<JobProgress, void, void> {
    const entry = entryOf(id);
    let wake: () => void = () => {};
    const listener = () => wake();
    entry.listeners.add(listener);
    signal?.addEventListener('abort', listener);
    try {
      let told: JobProgress | null = null;
      while (!signal?.aborted) {
        if (entry.latest && entry.latest !== told) {
          told = entry.latest;
          yield told;
          if (told.state !== 'working') return;
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      entry.listeners.delete(listener);
      signal?.removeEventListener('abort', listener);
      if (!entry.work && entry.listeners.size === 0 && entries.get(id) === entry) entries.delete(id);
    }
  }

  function cancel(id: string): boolean {
    const entry = entries.get(id);
    if (!entry?.work || entry.ended) return false;
    entry.controller.abort();
    return true;
  }

  async function stopAll(): Promise<void> {
    const working = [...entries.values()].filter((entry) => entry.work && !entry.ended);
    for (const entry of working) entry.controller.abort();
    await Promise.allSettled(working.map((entry) => entry.work));
  }

  return { run, watch, cancel, stopAll };
}

function stopped(what: string, cause?: unknown): AppError {
  return new AppError('cancelled', `Stopped: ${what}. Nothing of it was written.`, { cause });
}
