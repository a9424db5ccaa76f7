import { useMutation } from '@tanstack/react-query';
import type { Inputs } from '../../client/app-router.ts';
import { useTRPC } from '../../client/trpc.ts';
import { say } from '../../shell/foot.tsx';

type Patch = Omit<Inputs['bodies']['edit'], 'bodyId'>;

/** Writes fields of one board or group; the promise fails with the refusal. */
export function useBodyEdit(bodyId: string): (patch: Patch) => Promise<unknown> {
  const trpc = useTRPC();
  const edit = useMutation(trpc.bodies.edit.mutationOptions({ onSuccess: () => say('Saved.') }));
  return (patch) => edit.mutateAsync({ bodyId, ...patch });
}
