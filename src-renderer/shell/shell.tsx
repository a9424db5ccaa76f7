import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCanWrite } from '../client/view.ts';
import { Problem, Working } from '../components/notices.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PeopleProvider } from '../components/people.tsx';
import { useDropAnywhere } from './drop-anywhere.ts';
import { FootBar, say } from './foot.tsx';
import { useHistoryActs } from './history-acts.ts';
import { useShellKeys } from './keys.ts';
import { LookingBand } from './looking-band.tsx';
import { isOnlyInRegister, NotInSnapshot, ReportsOfSnapshot } from './not-in-snapshot.tsx';
import { toggleFold } from './panels.ts';
import { useFreshOnReturn, useRegisterState } from './register-state.ts';
import { ScreenTitle } from './screen-title.tsx';
import { TopBar } from './top-bar.tsx';

const StartScreen = lazy(async () => ({
  default: (await import('../screens/start/start-screen.tsx')).StartScreen,
}));
const RescueScreen = lazy(async () => ({
  default: (await import('../screens/rescue/rescue-screen.tsx')).RescueScreen,
}));
const SearchPalette = lazy(async () => ({
  default: (await import('../screens/search/search-palette.tsx')).SearchPalette,
}));

/** Everything round a screen. With no register open the start screen stands in place of all others. */
export function Shell() {
  const state = useRegisterState();
  const acts = useHistoryActs();
  const [finding, setFinding] = useState(false);
  const open = state.data?.open ?? null;
  const canWrite = useCanWrite();
  useFreshOnReturn();
  useSilenceOnLeaving();
  useDropAnywhere(open !== null && canWrite);
  useShellKeys({
    find: () => {
      if (open) setFinding(true);
    },
    undo: () => {
      if (open && canWrite) acts.undo();
    },
    redo: () => {
      if (open && canWrite) acts.redo();
    },
    foldLeft: () => toggleFold('left'),
    foldRight: () => toggleFold('right'),
  });
  return (
    <div className={canWrite ? 'app' : 'app looking'}>
      <TopBar state={state.data} onFind={() => setFinding(true)} onUndo={acts.undo} onRedo={acts.redo} />
      {canWrite ? null : <LookingBand />}
      <main className="screen">
        {state.data ? (
          <Suspense fallback={<Waiting />}>
            {open ? (
              <PeopleProvider key={open.name}>
                <Screen />
              </PeopleProvider>
            ) : state.data.failed !== null ? (
              <RescueScreen key={state.data.failed} name={state.data.failed} />
            ) : (
              <StartScreen />
            )}
          </Suspense>
        ) : state.isError ? (
          <>
            <PageHead title="Plan Register" />
            <div className="work">
              <Problem error={state.error} onRetry={() => void state.refetch()} />
            </div>
          </>
        ) : (
          <Waiting />
        )}
      </main>
      <ScreenTitle />
      <FootBar state={state.data} />
      {open ? (
        <Suspense>
          <SearchPalette
            isOpen={finding}
            onClose={() => setFinding(false)}
            onUndo={acts.undo}
            onRedo={acts.redo}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The screen of this address, where it is one of what is looked at. */
function Screen() {
  const canWrite = useCanWrite();
  const path = useRouterState({ select: (router) => router.location.pathname });
  const search = useRouterState({ select: (router) => router.location.search as { plan?: string } });
  const searchStr = useRouterState({ select: (router) => router.location.searchStr });
  if (!canWrite && path === '/reports') return <ReportsOfSnapshot planId={search.plan} />;
  return canWrite || !isOnlyInRegister(path) ? <Outlet /> : <NotInSnapshot path={path} search={searchStr} />;
}

function Waiting() {
  return (
    <div className="work">
      <Working what="Opening the screen" />
    </div>
  );
}

/** What was said on one screen is not left standing on the next. */
function useSilenceOnLeaving(): void {
  const path = useRouterState({ select: (router) => router.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the occasion, not an input
  useEffect(() => say(''), [path]);
}
