import type { Worker } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import type { SheetPicture } from '#shared/contract/imports.ts';
import type { ReadingProgress, ReadingReply, ReadingRequest, Recognised } from './protocol.ts';
import { letGo } from './reading-worker.ts';

export type SessionLimits = {
  /** For each request, reading the file among them. */
  readonly timeMs: number;
  /** The worker's JavaScript heap. */
  readonly heapMegabytes: number;
};

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
type Question = Without<ReadingRequest, 'id'>;
type Answer = Extract<ReadingReply, { kind: 'recognised' | 'picture' | 'unfound' | 'cells' }>;
type Waiting = {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
};

export type Conversation = {
  recognised(question: Question, transfer?: readonly ArrayBuffer[]): Promise<Recognised>;
  picture(question: Question): Promise<SheetPicture>;
  unfound(question: Question): Promise<number>;
  cells(question: Question, transfer?: readonly ArrayBuffer[]): Promise<ReadFile>;
  /** Ends the worker; questions without an answer are refused with this. */
  end(reason: unknown): void;
  /** The worker was ended, or died: it answers no more. */
  isOver(): boolean;
  /** Settles when the worker is gone. */
  readonly ended: Promise<void>;
};

/** Questions to the reading worker and its answers, each with a time limit; a worker that dies refuses them all. */
export function conversation(
  worker: Worker,
  name: string,
  limits: SessionLimits,
  onProgress: (progress: ReadingProgress) => void,
): Conversation {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let over: { readonly reason: unknown } | null = null;
  let settleEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    settleEnded = resolve;
  });

  const end = (reason: unknown): void => {
    if (over !== null) return;
    over = { reason };
    const isWorking = waiting.size > 0;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    waiting.clear();
    worker.ref();
    letGo(worker, isWorking);
  };

  worker.on('message', (reply: ReadingReply) => {
    if (reply.kind === 'progress') {
      if (over === null) onProgress(reply.progress);
      return;
    }
    const question = waiting.get(reply.id);
    if (question === undefined) return;
    waiting.delete(reply.id);
    clearTimeout(question.timer);
    if (waiting.size === 0) worker.unref();
    if (reply.kind === 'refused')
      question.reject(new AppError(reply.code, reply.message, { cause: reply.trace ?? undefined }));
    else question.resolve(reply);
  });
  worker.on('error', (error) => end(workerError(error, name)));
  worker.on('exit', () => {
    end(new AppError('fault', `Reading “${name}” stopped unexpectedly. Nothing was changed; try it again.`));
    settleEnded();
  });

  const ask = (question: Question, transfer: readonly ArrayBuffer[] = []): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (over !== null) {
        reject(over.reason);
        return;
      }
      asked += 1;
      const id = asked;
      const timer = setTimeout(() => end(timedOut(name, limits.timeMs)), limits.timeMs);
      waiting.set(id, { resolve, reject, timer });
      worker.ref();
      worker.postMessage({ ...question, id }, [...transfer]);
    });

  return {
    recognised: async (question, transfer) => {
      const answer = await ask(question, transfer);
      if (answer.kind !== 'recognised') throw new Error(`the worker answered with a ${answer.kind}`);
      return answer.value;
    },
    picture: async (question) => {
      const answer = await ask(question);
      if (answer.kind !== 'picture') throw new Error(`the worker answered with a ${answer.kind}`);
      return answer.value;
    },
    unfound: async (question) => {
      const answer = await ask(question);
      if (answer.kind !== 'unfound') throw new Error(`the worker answered with a ${answer.kind}`);
      return answer.value;
    },
    cells: async (question, transfer) => {
      const answer = await ask(question, transfer);
      if (answer.kind !== 'cells') throw new Error(`the worker answered with a ${answer.kind}`);
      return answer.value;
    },
    end,
    isOver: () => over !== null,
    ended,
  };
}

function timedOut(name: string, timeMs: number): AppError {
  const seconds = Math.max(1, Math.round(timeMs / 1_000));
  return new AppError(
    'file-timeout',
    `Reading “${name}” took longer than ${seconds} second${seconds === 1 ? '' : 's'} and was stopped. Nothing was changed. Delete the sheets and rows that are not needed, save it under another name and import that.`,
  );
}

function workerError(error: unknown, name: string): AppError {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new AppError(
      'file-too-large',
      `Reading “${name}” needs more memory than it is given, so it was stopped. Nothing was changed. Delete the sheets and rows that are not needed, save it under another name and import that.`,
      { cause: error },
    );
  }
  return new AppError('fault', `The program made a mistake while reading “${name}”. Nothing was changed.`, {
    cause: error,
  });
}
