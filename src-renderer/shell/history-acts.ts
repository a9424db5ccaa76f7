import { useMutation } from '@tanstack/react-query';
import { wireErrorOf } from '../client/errors.ts';
import { useTRPC } from '../client/trpc.ts';
import { say } from './foot.tsx';

/** Ctrl Z pressed five times is five acts taken back, one after another, however long each takes. */
const oneByOne = { id: 'history' };

/** Undo and redo of the officer's last act, over restarts too; everything shown is asked again afterwards. */
export function useHistoryActs(): { undo: () => void; redo: () => void; busy: boolean } {
  const trpc = useTRPC();
  const undo = useMutation(
    trpc.history.undo.mutationOptions({
      scope: oneByOne,
      onSuccess: ({ label }) => say(`Undone: ${label}`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const redo = useMutation(
    trpc.history.redo.mutationOptions({
      scope: oneByOne,
      onSuccess: ({ label }) => say(`Done again: ${label}`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  return {
    busy: undo.isPending || redo.isPending,
    undo: () => undo.mutate(),
    redo: () => redo.mutate(),
  };
}
