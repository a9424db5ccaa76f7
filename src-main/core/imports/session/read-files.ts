import { AppError } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import type { ReadLimits } from '../read/limits.ts';
import { type Conversation, conversation, type SessionLimits } from './conversation.ts';
import { takeWorker, workerPlace } from './reading-worker.ts';

export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };
export type FileRead =
  | { readonly read: ReadFile; readonly refusal: null }
  | { readonly read: null; readonly refusal: AppError };

export type ReadFiles = {
  readonly limits: SessionLimits;
  readonly readLimits?: Partial<ReadLimits>;
  readonly onFile?: (done: number, name: string) => void;
  readonly signal?: AbortSignal;
};

/**
 * The cells of several small files, one after another in one worker. A file that cannot be read is refused with its
 * sentence and the next is read; one that breaks the worker gets the next a new one. Throws `cancelled`.
 */
export async function readFiles(files: readonly NamedBytes[], o: ReadFiles): Promise<FileRead[]> {
  let talk: Conversation | null = null;
  const results: FileRead[] = [];
  try {
    for (const [at, { name, bytes }] of files.entries()) {
      if (o.signal?.aborted) throw new AppError('cancelled', 'Reading was cancelled. Nothing was changed.');
      o.onFile?.(at, name);
      const worker: Conversation =
        talk ??
        conversation(takeWorker(workerPlace(undefined, o.limits.heapMegabytes)), name, o.limits, nothing);
      talk = worker;
      const copy = Uint8Array.from(bytes);
      try {
        const read = await worker.cells({ kind: 'read', bytes: copy, name, limits: o.readLimits ?? {} }, [
          copy.buffer,
        ]);
        results.push({ read, refusal: null });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        results.push({ read: null, refusal: error });
        // What a file did to the worker is over with it.
        worker.end(error);
        await worker.ended;
        talk = null;
      }
    }
    return results;
  } finally {
    talk?.end(new AppError('cancelled', 'Reading is over.'));
    await talk?.ended;
  }
}

const nothing = () => undefined;
