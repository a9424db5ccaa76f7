import { useMutation } from '@tanstack/react-query';
import type { Remedy } from '#shared/contract/checks.ts';
import type { State } from '#shared/domain/states.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { say } from '../../shell/foot.tsx';
import type { CheckItem } from './check-item.ts';

/** What can be done about a finding. Each is one act that Undo takes back, and says so at the foot. */
export function useCheckActs() {
  const trpc = useTRPC();
  const failed = { onError: (error: unknown) => say(wireErrorOf(error).message) };
  const accept = useMutation(
    trpc.checks.accept.mutationOptions({
      ...failed,
      onSuccess: () => say('Accepted, with the reason. Ctrl Z takes it back.'),
    }),
  );
  const withdraw = useMutation(
    trpc.checks.withdraw.mutationOptions({ ...failed, onSuccess: () => say('It stands in the list again.') }),
  );
  const correct = useMutation(
    trpc.plans.addProgress.mutationOptions({
      ...failed,
      onSuccess: ({ label }) => say(`${label ?? 'Update'}: written. Ctrl Z takes it back.`),
    }),
  );
  const remedy = useMutation(
    trpc.checks.remedy.mutationOptions({
      ...failed,
      onSuccess: ({ label }) => say(`${label}: done. Ctrl Z takes it back.`),
    }),
  );
  return {
    busy: accept.isPending || withdraw.isPending || correct.isPending || remedy.isPending,
    accept: ({ check, recordId, finding }: CheckItem, reason: string, by: string | null) =>
      accept.mutate({ check, recordId, otherId: finding?.other?.actionId ?? null, reason, by }),
    withdraw: (acceptanceId: string) => withdraw.mutate({ acceptanceId }),
    correct: (actionId: string, state: State, text: string, by: string | null) =>
      correct.mutate({ actionIds: [actionId], state, text, on: null, by }),
    remedy: ({ kind, recordId, value }: Remedy) => remedy.mutate({ kind, recordId, value }),
  };
}
export type CheckActs = ReturnType<typeof useCheckActs>;
