import { useMutation } from '@tanstack/react-query';
import { wireErrorOf } from '../client/errors.ts';
import { useTRPC } from '../client/trpc.ts';
import { say } from './foot.tsx';

/** Undo and redo of the officer's last act, over restarts too; everything shown is asked again afterwards. */
export function useHistoryActs(): { undo: () => void; redo: () => void; busy: boolean } {
  const trpc = useTRPC();
  const undo = useMutation(
    trpc.history.undo.mutationOptions({
      onSuccess: ({ label }) => say(`Undone: ${label}`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const redo = useMutation(
    trpc.history.redo.mutationOptions({
      onSuccess: ({ label }) => say(`Done again: ${label}`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const busy = undo.isPending || redo.isPending;
  return {
    busy,
    undo: () => {
      if (!busy) undo.mutate();
    },
    redo: () => {
      if (!busy) redo.mutate();
    },
  };
}
