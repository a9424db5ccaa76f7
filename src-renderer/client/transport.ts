import {
  createTRPCClient,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
  type TRPCLink,
} from '@trpc/client';
import { rpcPath } from '#shared/contract/hosts.ts';
import { viewHeader } from '#shared/contract/looking.ts';
import type { AppRouter } from './app-router.ts';
import { hostPort, portLink } from './port-link.ts';

/** Over HTTP on the loopback host: plain calls, and server-sent events for what goes on telling. */
const httpLinks = (view: string | null): TRPCLink<AppRouter>[] => [
  splitLink({
    condition: (operation) => operation.type === 'subscription',
    true: httpSubscriptionLink({ url: rpcPath }),
    false: httpLink({ url: rpcPath, headers: view === null ? {} : { [viewHeader]: view } }),
  }),
];

/** Electron hands the page one port for all its clients. */
let port: ReturnType<typeof hostPort> | undefined;

/**
 * The one way to the core: the message port where a host offers one, else HTTP. No screen can tell which. With `view` all
 * that is asked is asked of that snapshot instead of the register.
 */
export function connect(view: string | null = null): TRPCClient<AppRouter> {
  if (port === undefined) port = hostPort();
  return createTRPCClient<AppRouter>({ links: port ? [portLink(port, view)] : httpLinks(view) });
}
