import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from './app-router.ts';

export type { Inputs, Outputs } from './app-router.ts';

/** `const trpc = useTRPC(); useQuery(trpc.plans.list.queryOptions())`; `useTRPCClient()` for a call without a cache. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
