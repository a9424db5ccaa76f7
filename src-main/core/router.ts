import { createTRPCRecursiveProxy, TRPCError } from '@trpc/server';
import { AppError } from '#shared/contract/errors.ts';
import type { App } from './app.ts';
import { backupsRouter } from './backups/backups.router.ts';
import { calendarsRouter } from './calendars/calendars.router.ts';
import { checksRouter } from './checks/checks.router.ts';
import { choicesRouter } from './choices/choices.router.ts';
import { circulationRouter } from './circulation/circulation.router.ts';
import { closuresRouter, cyclesRouter } from './cycles/cycles.router.ts';
import { dutiesRouter } from './duties/duties.router.ts';
import { glossaryRouter } from './glossary/glossary.router.ts';
import { historyRouter } from './history/history.router.ts';
import { homeRouter } from './home/home.router.ts';
import { importSourcesRouter } from './imports/import-sources.router.ts';
import { importsRouter } from './imports/imports.router.ts';
import { trayRouter } from './imports/tray.router.ts';
import { jobsRouter } from './jobs/jobs.router.ts';
import { keysRouter } from './keys/keys.router.ts';
import { kpisRouter } from './kpis/kpis.router.ts';
import { linksRouter } from './links/links.router.ts';
import { measuresRouter } from './measures/measures.router.ts';
import { agendaRouter } from './meetings/agenda.router.ts';
import { bodiesRouter } from './meetings/bodies.router.ts';
import { meetingsRouter } from './meetings/meetings.router.ts';
import { minutesRouter } from './meetings/minutes.router.ts';
import { owedReportsRouter } from './meetings/owed-reports.router.ts';
import { resolutionsRouter } from './meetings/resolutions.router.ts';
import { peopleRouter } from './people/people.router.ts';
import { plansRouter } from './plans/plans.router.ts';
import { registerRouter } from './register/register.router.ts';
import { reportingRouter } from './reporting/reporting.router.ts';
import { reportsRouter } from './reports/reports.router.ts';
import { rescueRouter } from './rescue/rescue.router.ts';
import { restoreRouter } from './restore/restore.router.ts';
import { roundsRouter } from './rounds/rounds.router.ts';
import { safetyRouter } from './safety/safety.router.ts';
import { searchRouter } from './search/search.router.ts';
import { settingsRouter } from './settings/settings.router.ts';
import { snapshotsRouter } from './snapshots/snapshots.router.ts';
import { streamsRouter } from './streams/streams.router.ts';
import { createCallerFactory, router } from './trpc.ts';
import { yearsRouter } from './years/years.router.ts';

/** All that a screen, a command or a test can ask of the core. */
export const appRouter = router({
  register: registerRouter,
  settings: settingsRouter,
  home: homeRouter,
  plans: plansRouter,
  keys: keysRouter,
  links: linksRouter,
  measures: measuresRouter,
  duties: dutiesRouter,
  streams: streamsRouter,
  glossary: glossaryRouter,
  years: yearsRouter,
  checks: checksRouter,
  kpis: kpisRouter,
  people: peopleRouter,
  bodies: bodiesRouter,
  meetings: meetingsRouter,
  agenda: agendaRouter,
  minutes: minutesRouter,
  resolutions: resolutionsRouter,
  owedReports: owedReportsRouter,
  closures: closuresRouter,
  cycles: cyclesRouter,
  reporting: reportingRouter,
  calendars: calendarsRouter,
  search: searchRouter,
  history: historyRouter,
  backups: backupsRouter,
  safety: safetyRouter,
  restore: restoreRouter,
  rescue: rescueRouter,
  snapshots: snapshotsRouter,
  imports: importsRouter,
  importSources: importSourcesRouter,
  tray: trayRouter,
  jobs: jobsRouter,
  reports: reportsRouter,
  circulation: circulationRouter,
  rounds: roundsRouter,
  choices: choicesRouter,
});
export type AppRouter = typeof appRouter;

const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/**
 * The router without a wire between: same checks in and out, and refusals come as the AppError they are. With the id of a
 * snapshot as `view`, it is that snapshot that is looked at.
 */
export function callerOf(app: App, view: string | null = null): Caller {
  const caller = createCaller({ app, view });
  return createTRPCRecursiveProxy<Caller>(async ({ path, args }) => {
    let step: unknown = caller;
    for (const name of path) step = (step as Record<string, unknown>)[name];
    try {
      return await (step as (...input: readonly unknown[]) => Promise<unknown>)(...args);
    } catch (error) {
      throw error instanceof TRPCError && error.cause instanceof AppError ? error.cause : error;
    }
  });
}
