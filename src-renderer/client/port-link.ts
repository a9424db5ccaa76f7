import { TRPCClientError, type TRPCLink } from '@trpc/client';
// biome-ignore lint/style/noRestrictedImports: tRPC's own place for what a link returns; no server code in it
import { observable } from '@trpc/server/observable';
import {
  bridgeName,
  type HostBridge,
  type PortRequest,
  type PortResponse,
  portMessage,
} from '#shared/contract/hosts.ts';
import type { AppRouter } from './app-router.ts';

/** As much of a MessagePort as the link needs: the browser's has it, and so has Node's. */
export type LinkPort = {
  postMessage(message: PortRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
};

type Waiting = {
  answer(response: PortResponse): void;
  lost(): void;
};

/** The client numbers its operations; here they are numbered again for the page, so that clients may share one port. */
let last = 0;

/** tRPC over a message port, with the same answers, errors and subscriptions as over HTTP; of the snapshot looked at. */
export function portLink(
  port: LinkPort | Promise<LinkPort>,
  view: string | null = null,
): TRPCLink<AppRouter> {
  return () => {
    const waiting = new Map<number, Waiting>();
    const ready = Promise.resolve(port).then((opened) => {
      opened.addEventListener('message', ({ data }) => {
        const response = data as PortResponse;
        waiting.get(response.id)?.answer(response);
      });
      opened.addEventListener('close', () => {
        for (const call of [...waiting.values()]) call.lost();
      });
      opened.start();
      return opened;
    });
    return ({ op }) =>
      observable((observer) => {
        last += 1;
        const id = last;
        let over = false;
        const end = () => {
          over = true;
          waiting.delete(id);
          op.signal?.removeEventListener('abort', abort);
        };
        const fail = (cause: Error | { error: { code: number; message: string } }) => {
          end();
          observer.error(TRPCClientError.from<AppRouter>(cause));
        };
        const stop = () => {
          if (over) return;
          end();
          void ready.then(
            (opened) => opened.postMessage({ id, kind: 'stop' }),
            () => undefined, // there is no port, so nothing was asked of it
          );
        };
        const abort = () => {
          if (over) return;
          stop();
          observer.error(
            TRPCClientError.from<AppRouter>(new DOMException('The call was given up.', 'AbortError')),
          );
        };

        waiting.set(id, {
          lost: () => fail(new Error('The program behind this window has stopped.')),
          answer(response) {
            if (response.kind === 'error') {
              fail({ error: response.error as { code: number; message: string } });
            } else if (response.kind === 'done') {
              end();
              observer.next({ result: { type: 'stopped' } });
              observer.complete();
            } else if (response.kind === 'started') {
              observer.next({ result: { type: 'started' } });
            } else if (op.type === 'subscription') {
              observer.next({ result: { type: 'data', data: response.data } });
            } else {
              end();
              observer.next({ result: { type: 'data', data: response.data } });
              observer.complete();
            }
          },
        });
        if (op.signal?.aborted) abort();
        else {
          op.signal?.addEventListener('abort', abort);
          ready.then(
            (opened) => {
              if (over) return;
              opened.postMessage({ id, kind: 'call', type: op.type, path: op.path, input: op.input, view });
            },
            (cause: unknown) => fail(cause instanceof Error ? cause : new Error(String(cause))),
          );
        }
        return stop;
      });
  };
}

/** The port that Electron's preload script hands to the page; null in a browser. */
export function hostPort(): Promise<LinkPort> | null {
  const bridge = (window as { [bridgeName]?: HostBridge })[bridgeName];
  if (!bridge) return null;
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports;
      const kind = (event.data as { kind?: unknown } | null)?.kind;
      if (event.source !== window || kind !== portMessage || !port) return;
      window.removeEventListener('message', listen);
      resolve(port as LinkPort);
    };
    window.addEventListener('message', listen);
    bridge.connect();
  });
}
