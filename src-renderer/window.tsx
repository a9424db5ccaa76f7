import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { TRPCClient } from '@trpc/client';
import { useMemo, useSyncExternalStore } from 'react';
import type { AppRouter } from './client/app-router.ts';
import { makeQueryClient } from './client/query-client.ts';
import { connect } from './client/transport.ts';
import { TRPCProvider } from './client/trpc.ts';
import { basePathOf, ViewContext, viewAt } from './client/view.ts';
import { router, routerUnder } from './router.tsx';
import { OpeningSnapshot } from './shell/opening-snapshot.tsx';

/** By what the core is asked: for the register, or for one snapshot. Nothing asked of one is kept for another. */
type World = {
  readonly queryClient: QueryClient;
  readonly trpcClient: TRPCClient<AppRouter>;
};

const makeWorld = (view: string | null): World => ({
  queryClient: makeQueryClient(),
  trpcClient: connect(view),
});

let ofRegister: World | null = null;
let ofSnapshot: { readonly view: string; readonly world: World } | null = null;

/** Made when first shown. Of snapshots the last one is kept, for going to and fro between it and the register. */
function worldOf(view: string | null): World {
  if (view === null) {
    ofRegister ??= makeWorld(null);
    return ofRegister;
  }
  if (ofSnapshot?.view !== view) ofSnapshot = { view, world: makeWorld(view) };
  return ofSnapshot.world;
}

/** What the window's address looks at, and the same screens for each: the register's, or a snapshot's. */
export function Window() {
  const view = useSyncExternalStore(router.history.subscribe, () => viewAt(router.history.location.pathname));
  const { queryClient, trpcClient } = worldOf(view);
  // A router that was left while it was on its way to an address of another base path goes nowhere any more.
  const screens = useMemo(() => routerUnder(view === null ? '/' : basePathOf(view)), [view]);
  return (
    <ViewContext value={view}>
      <QueryClientProvider client={queryClient} key={view ?? ''}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          {view === null ? (
            <RouterProvider router={screens} />
          ) : (
            <OpeningSnapshot snapshotId={view}>
              <RouterProvider router={screens} />
            </OpeningSnapshot>
          )}
        </TRPCProvider>
      </QueryClientProvider>
    </ViewContext>
  );
}
