import { AppError } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import type { SheetPicture } from '#shared/contract/imports.ts';
import type { Evidence } from '../evidence.ts';
import type { ReadLimits } from '../read/limits.ts';
import type { RecogniseOptions, Recognition } from '../recognise/types.ts';
import { conversation, type SessionLimits } from './conversation.ts';
import type { ReadingProgress } from './protocol.ts';
import { stopReadingFiles } from './read-files.ts';
import { dropSpare, keepSpare, takeWorker, workerPlace } from './reading-worker.ts';

export type { SessionLimits } from './conversation.ts';
export type { ReadingProgress } from './protocol.ts';

/** A file that has been read and recognised, its cells held in a worker until `close`. */
export type ReadingSession = {
  readonly format: ReadFile['format'];
  /** As it stands after the latest `redo`. */
  recognition(): Recognition;
  /** Recognises again with the officer's corrections; the file is not read again. */
  redo(options: RecogniseOptions): Promise<Recognition>;
  picture(sheet: number, firstRow: number, rowCount: number): Promise<SheetPicture>;
  /** How many source cells, those in the tray apart, stand nowhere in this. */
  unfound(evidence: Evidence): Promise<number>;
  /** Ends the worker; what is under way is refused as cancelled. */
  close(): Promise<void>;
};

export type StartReading = {
  readonly name: string;
  /** Copied, not taken away. */
  readonly bytes: Uint8Array;
  readonly options: RecogniseOptions;
  readonly limits?: Partial<SessionLimits>;
  /** For tests: other caps on the file itself. */
  readonly readLimits?: Partial<ReadLimits>;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly signal?: AbortSignal;
  /** Where the worker's code is; a bundled build names its own. */
  readonly workerUrl?: URL;
};

/** Half a minute and half a gigabyte are far above any honest plan (50,000 rows by 20 columns take some seconds). */
export const usualSessionLimits: SessionLimits = { timeMs: 30_000, heapMegabytes: 448 };

/**
 * Loads the reading code ahead, in a worker that waits for the next file: a fraction of a second saved while
 * the officer is choosing it. Call it when importing is in view, and `stopWaiting` when the register is closed.
 */
export function prepareReading(o: { workerUrl?: URL; heapMegabytes?: number } = {}): void {
  keepSpare(workerPlace(o.workerUrl, o.heapMegabytes ?? usualSessionLimits.heapMegabytes));
}

export function stopWaiting(): void {
  stopReadingFiles();
  dropSpare();
}

/**
 * Reads and recognises a file in a worker of its own that is ended when it takes too long, takes too much
 * memory or is no longer wanted. Throws AppError: every refusal of `readFile`, and file-timeout,
 * file-too-large (memory), cancelled, fault.
 */
export async function startReading(start: StartReading): Promise<ReadingSession> {
  const { name, options, signal } = start;
  if (signal?.aborted === true) throw new AppError('cancelled', `Reading “${name}” was cancelled.`);
  const limits: SessionLimits = { ...usualSessionLimits, ...start.limits };
  const worker = takeWorker(workerPlace(start.workerUrl, limits.heapMegabytes));
  const talk = conversation(worker, name, limits, start.onProgress ?? (() => undefined));
  const stop = (): void =>
    talk.end(new AppError('cancelled', `Reading “${name}” was cancelled. Nothing was changed.`));
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const bytes = Uint8Array.from(start.bytes);
    const first = await talk.recognised(
      { kind: 'open', bytes, name, options, limits: start.readLimits ?? {} },
      [bytes.buffer],
    );
    let current = first.recognition;
    return {
      format: first.format,
      recognition: () => current,
      redo: async (again) => {
        current = (await talk.recognised({ kind: 'redo', options: again })).recognition;
        return current;
      },
      picture: (sheet, firstRow, rowCount) => talk.picture({ kind: 'picture', sheet, firstRow, rowCount }),
      unfound: (evidence) => talk.unfound({ kind: 'unfound', evidence }),
      close: async () => {
        signal?.removeEventListener('abort', stop);
        stop();
        await talk.ended;
      },
    };
  } catch (error) {
    signal?.removeEventListener('abort', stop);
    talk.end(error);
    await talk.ended;
    throw error;
  }
}
