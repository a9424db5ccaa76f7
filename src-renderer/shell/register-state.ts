import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '../client/trpc.ts';

/** What the shell shows at all times: the open register, saved, backed up, undo and redo. */
export function useRegisterState() {
  const trpc = useTRPC();
  return useQuery(trpc.register.state.queryOptions());
}

/** Today as the core counts it, YYYY-MM-DD; empty until it has answered, which no screen is shown before. */
export const useToday = (): string => useRegisterState().data?.today ?? '';

/**
 * A second window or a command may have written: on coming back to this one the state is asked, and where its
 * revision is another than was shown, everything is.
 */
export function useFreshOnReturn(): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const state = useRegisterState();
  const known = useRef<number | null>(null);
  known.current = state.data?.open?.revision ?? null;
  const stateKey = trpc.register.state.queryKey();
  useEffect(() => {
    const onReturn = async () => {
      const before = known.current;
      await client.refetchQueries({ queryKey: stateKey });
      if (known.current !== before) await client.invalidateQueries();
    };
    const onFocus = () => void onReturn();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [client, stateKey]);
}
