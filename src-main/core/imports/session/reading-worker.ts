import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ReadingRequest } from './protocol.ts';

export type WorkerPlace = { readonly url: URL; readonly heapMegabytes: number };

const usualUrl = new URL('./worker.ts', import.meta.url);

export function workerPlace(url: URL | undefined, heapMegabytes: number): WorkerPlace {
  return { url: url ?? usualUrl, heapMegabytes };
}

/** A worker that has loaded its code and waits for a file; it does not keep the process alive. */
let spare: { readonly key: string; readonly worker: Worker } | null = null;

/** Starts a worker ahead of the file, while the officer is still choosing it. */
export function keepSpare(place: WorkerPlace): void {
  const key = keyOf(place);
  if (spare?.key === key) return;
  dropSpare();
  const worker = newWorker(place);
  spare = { key, worker };
  const forget = (): void => {
    if (spare?.worker === worker) spare = null;
  };
  // A spare that breaks is no spare; the next file starts its own worker and tells what is wrong with it.
  worker.on('error', forget);
  worker.on('exit', forget);
  worker.unref();
}

/** Ends the spare worker, if there is one. */
export function dropSpare(): void {
  const ended = spare;
  spare = null;
  if (ended) letGo(ended.worker, false);
}

/** How long a worker that was asked to close may take, its start among it. */
const farewellMs = 5_000;

/**
 * Ends a worker. One that has nothing to do is asked to close and leaves in good order; one that is at work on a file,
 * or does not close, is terminated.
 */
export function letGo(worker: Worker, isWorking: boolean): void {
  if (isWorking) {
    void worker.terminate();
    return;
  }
  const ask: ReadingRequest = { id: 0, kind: 'end' };
  worker.postMessage(ask);
  const late = setTimeout(() => void worker.terminate(), farewellMs);
  late.unref();
  worker.once('exit', () => clearTimeout(late));
}

/** The spare worker where it fits, else a new one. */
export function takeWorker(place: WorkerPlace): Worker {
  if (spare === null || spare.key !== keyOf(place)) return newWorker(place);
  const { worker } = spare;
  spare = null;
  worker.removeAllListeners('error');
  worker.removeAllListeners('exit');
  worker.ref();
  return worker;
}

/** Nothing of the program's environment is handed in; its heap is bounded, so a bad file ends it and not the program. */
function newWorker({ url, heapMegabytes }: WorkerPlace): Worker {
  if (url.pathname.endsWith('.ts')) keepWasmCode();
  return new Worker(url, {
    name: 'reading',
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

let wasmCodeKept = false;

/**
 * Node strips the types of a worker written in TypeScript by WebAssembly. V8 13.6, the one in Node 24, frees compiled
 * wrappers that all threads share while another thread takes them up again, and the whole process breaks down. So none
 * are freed: some megabytes at most (docs/decisions/0156). A built program strips nothing, and its V8 is left alone.
 */
function keepWasmCode(): void {
  if (wasmCodeKept) return;
  setFlagsFromString('--no-wasm-code-gc');
  wasmCodeKept = true;
}

function keyOf({ url, heapMegabytes }: WorkerPlace): string {
  return `${heapMegabytes} ${url.href}`;
}
