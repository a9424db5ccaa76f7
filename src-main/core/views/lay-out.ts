import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { lay } from './lay.ts';
import type { Laid, LayReply, LayRequest } from './protocol.ts';

/** Characters of content up to which laying it out takes no longer than a worker takes to start. */
const soon = 1_500_000;
/** The worker's heap: several times what a register of a hundred thousand records takes. */
const heapMegabytes = 2_048;

type Watched = { readonly signal: AbortSignal; readonly told: (done: number, of: number) => void };

/**
 * Lays a snapshot out: a large one in a worker, so that nobody waits for it but who asked. Throws what is wrong with it,
 * and `cancelled` as soon as `signal` is aborted.
 */
export async function layOut(request: LayRequest, o: Watched, small = soon): Promise<Laid> {
  if (o.signal.aborted) throw givenUp(request.name);
  return request.content.length <= small ? lay(request, o.told) : layInWorker(request, o);
}

function layInWorker(request: LayRequest, o: Watched): Promise<Laid> {
  const { promise, resolve, reject } = Promise.withResolvers<Laid>();
  const worker = new Worker(new URL('./view-worker.ts', import.meta.url), {
    name: 'snapshot',
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const stop = () => {
    reject(givenUp(request.name));
    void worker.terminate();
  };
  o.signal.addEventListener('abort', stop, { once: true });
  worker.on('message', (reply: LayReply) => {
    if (reply.kind === 'progress') o.told(reply.done, reply.of);
    else if (reply.kind === 'laid') resolve(reply);
    else reject(new AppError(reply.code, reply.message, { cause: reply.trace ?? undefined }));
  });
  worker.on('error', (cause) => reject(broken(request.name, cause)));
  worker.on('exit', () => reject(broken(request.name)));
  worker.postMessage(request);
  return promise.finally(() => o.signal.removeEventListener('abort', stop));
}

const givenUp = (name: string) =>
  new AppError('cancelled', `Opening the snapshot “${name}” was stopped. It is as it was.`);

const broken = (name: string, cause?: unknown) =>
  new AppError(
    'fault',
    `Opening the snapshot “${name}” stopped unexpectedly. It is as it was; try it again.`,
    { cause },
  );
