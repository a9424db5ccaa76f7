import { type PlanView, unpackPlan } from '#shared/contract/plans.ts';
import { useTRPC, useTRPCClient } from './trpc.ts';

/**
 * How a whole plan is asked for: packed on the wire, kept as `plans.get` gives it and under its key, so that no screen
 * can tell. Of 20,000 actions the plain form is 16 MB, which the page reads longer than it draws.
 */
export function usePlanOptions() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (planId: string) => ({
    ...trpc.plans.get.queryOptions({ planId }),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PlanView> =>
      unpackPlan(await client.plans.packed.query({ planId }, { signal })),
  });
}
