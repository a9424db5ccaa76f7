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

/** The worker that read last: kept for what comes next, for a preview is followed by its merge. */
let held: { readonly key: string; readonly talk: Conversation } | null = null;

function talkFor(limits: SessionLimits, name: string): Conversation {
  const key = JSON.stringify(limits);
  if (held && (held.key !== key || held.talk.isOver())) stopReadingFiles();
  held ??= {
    key,
    talk: conversation(takeWorker(workerPlace(undefined, limits.heapMegabytes)), name, limits, nothing),
  };
  return held.talk;
}

/** Lets the worker go that waits for further files, if there is one. */
export function stopReadingFiles(): void {
  held?.talk.end(new AppError('cancelled', 'Reading is over.'));
  held = null;
}

/**
 * The cells of several small files, one after another in one worker. A file that cannot be read is refused with its
 * sentence and the next is read; one that breaks the worker gets the next a new one. Throws `cancelled`.
 */
export async function readFiles(files: readonly NamedBytes[], o: ReadFiles): Promise<FileRead[]> {
  const results: FileRead[] = [];
  for (const [at, { name, bytes }] of files.entries()) {
    if (o.signal?.aborted) throw new AppError('cancelled', 'Reading was cancelled. Nothing was changed.');
    o.onFile?.(at, name);
    const copy = Uint8Array.from(bytes);
    const question = { kind: 'read' as const, bytes: copy, name, limits: o.readLimits ?? {} };
    try {
      const read = await talkFor(o.limits, name).cells(question, [copy.buffer]);
      results.push({ read, refusal: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ read: null, refusal: error });
    }
  }
  return results;
}

const nothing = () => undefined;
