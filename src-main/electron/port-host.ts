import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import type { App } from '#core/app.ts';
import { appRouter } from '#core/router.ts';
import type { PortRequest, PortResponse } from '#shared/contract/hosts.ts';

/** As much of a message port as the host needs: Electron's MessagePortMain and Node's MessagePort both fit. */
export type HostPort = {
  postMessage(message: PortResponse): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
};

/**
 * Answers the core's procedures over a message port. What is asked at once runs at once; a call that the page
 * stops, or whose port closes, is aborted and not answered.
 */
export function servePort(port: HostPort, app: App): void {
  const running = new Map<number, AbortController>();
  port.onMessage((message) => {
    const request = requestOf(message);
    if (!request) {
      const { now, ports } = app.options;
      ports.log({
        at: now(),
        level: 'remark',
        what: 'a message that is no request',
        reference: null,
        cause: null,
      });
      return;
    }
    if (request.kind === 'stop') {
      running.get(request.id)?.abort();
      running.delete(request.id);
      return;
    }
    // A number in use belongs to a call still running: it must not be taken over.
    if (running.has(request.id)) return;
    const controller = new AbortController();
    running.set(request.id, controller);
    void answer(request, controller.signal, app, (response) => {
      if (!controller.signal.aborted) port.postMessage(response);
    }).finally(() => {
      if (running.get(request.id) === controller) running.delete(request.id);
    });
  });
  port.onClose(() => {
    for (const controller of running.values()) controller.abort();
    running.clear();
  });
}

type Call = Extract<PortRequest, { kind: 'call' }>;

async function answer(
  call: Call,
  signal: AbortSignal,
  app: App,
  send: (response: PortResponse) => void,
): Promise<void> {
  const { id, path, type, input, view } = call;
  const ctx = { app, view };
  try {
    const result: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      getRawInput: async () => input,
      ctx,
      signal,
      batchIndex: 0,
    });
    if (type !== 'subscription') return send({ id, kind: 'data', data: result });
    send({ id, kind: 'started' });
    for await (const step of stoppable(result as AsyncIterable<unknown>, signal)) {
      send({ id, kind: 'data', data: step });
    }
    send({ id, kind: 'done' });
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx });
    send({ id, kind: 'error', error: shape });
  }
}

/** Ends with the signal even while the source has nothing to say. */
async function* stoppable(source: AsyncIterable<unknown>, signal: AbortSignal): AsyncGenerator<unknown> {
  const stop = Promise.withResolvers<'stop'>();
  const onAbort = () => stop.resolve('stop');
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const steps = source[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await Promise.race([steps.next(), stop.promise]);
      if (next === 'stop' || next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: a source that waits for something else would hold its end back.
    void steps.return?.(undefined);
  }
}

/** The message as a request; null for anything else. Inputs are checked by their procedure, not here. */
function requestOf(message: unknown): PortRequest | null {
  if (typeof message !== 'object' || message === null) return null;
  const { id, kind, type, path, input, view = null } = message as Record<string, unknown>;
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null;
  if (kind === 'stop') return { id, kind };
  if (kind !== 'call' || typeof path !== 'string') return null;
  if (type !== 'query' && type !== 'mutation' && type !== 'subscription') return null;
  if (view !== null && typeof view !== 'string') return null;
  return { id, kind, type, path, input, view };
}
