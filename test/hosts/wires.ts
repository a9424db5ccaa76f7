import { MessageChannel } from 'node:worker_threads';
import {
  createTRPCUntypedClient,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
  type TRPCUntypedClient,
} from '@trpc/client';
import type { App } from '#core/app.ts';
import { type AppRouter, callerOf } from '#core/router.ts';
import { servePort } from '#hosts/electron/port-host.ts';
import { startWebHost } from '#hosts/web/host.ts';
import { AppError, type WireError } from '#shared/contract/errors.ts';
import { rpcPath, sessionPath, tokenField } from '#shared/contract/hosts.ts';
import { type LinkPort, portLink } from '../../src-renderer/client/port-link.ts';
import { eventSourceWith } from './event-source.ts';
import { makePage } from './fixtures.ts';

/** A subscription as a test watches it. */
export type Watching = {
  readonly steps: unknown[];
  readonly ended: Promise<'complete' | WireError>;
  stop(): void;
};

/** One way to the core, whatever lies between. */
export type Wire = {
  readonly name: 'direct call' | 'HTTP' | 'message port';
  call(type: 'query' | 'mutation', path: string, input?: unknown, signal?: AbortSignal): Promise<unknown>;
  watch(path: string, input: unknown): Watching;
  close(): Promise<void>;
};

export function directWire(app: App): Wire {
  const procedure = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((step, name) => (step as Record<string, unknown>)[name], callerOf(app)) as (
      input: unknown,
    ) => Promise<unknown>;
  return {
    name: 'direct call',
    call: (_type, path, input) => procedure(path)(input),
    watch(path, input) {
      const steps: unknown[] = [];
      let iterator: AsyncIterator<unknown> | undefined;
      const ended = (async () => {
        try {
          const source = (await procedure(path)(input)) as AsyncIterable<unknown>;
          iterator = source[Symbol.asyncIterator]();
          for (let step = await iterator.next(); !step.done; step = await iterator.next())
            steps.push(step.value);
          return 'complete' as const;
        } catch (error) {
          return wireErrorOf(error);
        }
      })();
      return { steps, ended, stop: () => void iterator?.return?.() };
    },
    close: async () => undefined,
  };
}

export async function httpWire(app: App, folder: string): Promise<Wire> {
  const host = await startWebHost({ app, page: makePage(folder) });
  // What a browser adds to every request of the page; Node's fetch does not.
  const own: Record<string, string> = { Origin: host.origin, 'Sec-Fetch-Site': 'same-origin' };
  const session = await fetch(host.origin + sessionPath, {
    method: 'POST',
    headers: { ...own, 'Content-Type': 'application/json' },
    body: JSON.stringify({ [tokenField]: new URL(host.newLink()).hash.slice(tokenField.length + 2) }),
  });
  own.Cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const url = host.origin + rpcPath;
  const client = createTRPCUntypedClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, EventSource: eventSourceWith(own) }),
        false: httpLink({ url, headers: own }),
      }),
    ],
  });
  return clientWire('HTTP', client, () => host.close());
}

export function portWire(app: App): Wire {
  const { port1, port2 } = new MessageChannel();
  servePort(
    {
      postMessage: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      onClose: (listener) => void port1.on('close', listener),
    },
    app,
  );
  const client = createTRPCUntypedClient<AppRouter>({
    links: [portLink(port2 as unknown as LinkPort) as never],
  });
  return clientWire('message port', client, async () => port1.close());
}

function clientWire(
  name: Wire['name'],
  client: TRPCUntypedClient<AppRouter>,
  close: () => Promise<void>,
): Wire {
  return {
    name,
    close,
    call: (type, path, input, signal) => client[type](path, input, signal ? { signal } : {}),
    watch(path, input) {
      const steps: unknown[] = [];
      const end = Promise.withResolvers<'complete' | WireError>();
      const subscription = client.subscription(path, input, {
        onData: (step) => void steps.push(step),
        onComplete: () => end.resolve('complete'),
        onError: (error) => end.resolve(wireErrorOf(error)),
      });
      return { steps, ended: end.promise, stop: () => subscription.unsubscribe() };
    },
  };
}

/** What a refusal looks like on the other side: code and sentence. */
export function wireErrorOf(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  if (error instanceof TRPCClientError) return { code: error.data?.code, message: error.message };
  throw error;
}
