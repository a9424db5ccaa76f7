import {
  createTRPCClient,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
  type TRPCLink,
} from '@trpc/client';
import { rpcPath } from '#shared/contract/hosts.ts';
import type { AppRouter } from './app-router.ts';
import { hostPort, portLink } from './port-link.ts';

/** Over HTTP on the loopback host: plain calls, and server-sent events for what goes on telling. */
const httpLinks = (): TRPCLink<AppRouter>[] => [
  splitLink({
    condition: (operation) => operation.type === 'subscription',
    true: httpSubscriptionLink({ url: rpcPath }),
    false: httpLink({ url: rpcPath }),
  }),
];

/** The one way to the core: the message port where a host offers one, else HTTP. No screen can tell which. */
export function connect(): TRPCClient<AppRouter> {
  const port = hostPort();
  return createTRPCClient<AppRouter>({ links: port ? [portLink(port)] : httpLinks() });
}
