import { MutationCache, QueryClient } from '@tanstack/react-query';
import type { RegisterState } from '#shared/contract/office.ts';

/**
 * What a save leaves stale. 'all' (the default): everything shown is asked again. 'state': the screen has put the
 * answer into its own view, only the register's state (undo, saved, counts) is asked at once and the rest when next
 * shown. 'none': nothing was written.
 */
export type Invalidates = 'all' | 'state' | 'none';

declare module '@tanstack/react-query' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging needs an interface
  interface Register {
    mutationMeta: { invalidates?: Invalidates };
  }
}

/** One cache for the window. Only this officer writes, so an answer stays good until a save says otherwise. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (data, _input, _context, mutation) => {
        if (isOfRegister(mutation.options.mutationKey)) showRegister(client, data as RegisterState);
        else afterSave(client, mutation.meta?.invalidates ?? 'all');
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

function isOfRegister(key: readonly unknown[] | undefined): boolean {
  const path = key?.[0];
  return Array.isArray(path) && path[0] === 'register';
}

/**
 * Another register, or none: every act of `register` answers with the state, which is shown at once, and nothing
 * of the register before is kept, not even while its successor is asked.
 */
function showRegister(client: QueryClient, state: RegisterState): void {
  client.removeQueries({ predicate: (query) => !isOfRegister(query.queryKey) });
  client.setQueriesData({ queryKey: [['register', 'state']] }, state);
  void client.invalidateQueries({ queryKey: [['register', 'list']] });
}

function afterSave(client: QueryClient, what: Invalidates): void {
  if (what === 'none') return;
  if (what === 'all') void client.invalidateQueries();
  else {
    void client.invalidateQueries({ refetchType: 'none' });
    void client.invalidateQueries({ queryKey: [['register', 'state']] });
  }
}
