import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { NotHere } from './shell/not-here.tsx';
import { ScreenProblem } from './shell/screen-problem.tsx';
import { Shell } from './shell/shell.tsx';

/**
 * Every screen and its address. Hash history: the same on the loopback host and under Electron's own protocol.
 * Screens are loaded when first shown.
 */
const root = createRootRoute({ component: Shell, notFoundComponent: NotHere });
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path });

const index = createRoute({
  ...at('/'),
  beforeLoad: () => {
    throw redirect({ to: '/home' });
  },
});
const home = createRoute({
  ...at('/home'),
  component: lazyRouteComponent(() => import('./screens/home/home-screen.tsx'), 'HomeScreen'),
});
/** `show` lists the actions of all plans that Home counts under that name; `lead` those of one lead only. */
const plans = createRoute({
  ...at('/plans'),
  validateSearch: (search: Record<string, unknown>): { show?: string; lead?: string } => ({
    ...text(search, 'show'),
    ...text(search, 'lead'),
  }),
  component: lazyRouteComponent(() => import('./screens/plans/plans-screen.tsx'), 'PlansScreen'),
});
/** `action` opens that row, `show` filters ("overdue", "no-lead" …), `section` scrolls to it, `checks` shows what was found. */
const planRoute = createRoute({
  ...at('/plans/$planId'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { action?: string; section?: string; show?: string; checks?: string } => ({
    ...text(search, 'action'),
    ...text(search, 'section'),
    ...text(search, 'show'),
    ...text(search, 'checks'),
  }),
  component: lazyRouteComponent(() => import('./screens/plans/plan-screen.tsx'), 'PlanScreen'),
});
/** `plan` narrows to one plan, `check` to what one check found. */
const checksRoute = createRoute({
  ...at('/checks'),
  validateSearch: (search: Record<string, unknown>): { plan?: string; check?: string } => ({
    ...text(search, 'plan'),
    ...text(search, 'check'),
  }),
  component: lazyRouteComponent(() => import('./screens/checks/checks-screen.tsx'), 'ChecksScreen'),
});
const yearsRoute = createRoute({
  ...at('/plans/$planId/next-year'),
  component: lazyRouteComponent(() => import('./screens/years/years-screen.tsx'), 'YearsScreen'),
});
/** What the list is narrowed to: `show` a status, `owner`, `plan`, `section`, and `due` for those with something due. */
const kpisRoute = createRoute({
  ...at('/kpis'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { show?: string; owner?: string; plan?: string; section?: string; due?: string; as?: string } => ({
    ...text(search, 'show'),
    ...text(search, 'owner'),
    ...text(search, 'plan'),
    ...text(search, 'section'),
    ...text(search, 'due'),
    ...text(search, 'as'),
  }),
  component: lazyRouteComponent(() => import('./screens/kpis/kpis-screen.tsx'), 'KpisScreen'),
});
/** Whose figures are typed, of which role, how often and over how many years. */
const figuresRoute = createRoute({
  ...at('/kpis/figures'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { plan?: string; section?: string; role?: string; every?: string; years?: string } => ({
    ...text(search, 'plan'),
    ...text(search, 'section'),
    ...text(search, 'role'),
    ...text(search, 'every'),
    ...text(search, 'years'),
  }),
  component: lazyRouteComponent(() => import('./screens/kpis/figures/figures-screen.tsx'), 'FiguresScreen'),
});
/** What is due and missing, by owner. */
const kpisDueRoute = createRoute({
  ...at('/kpis/due'),
  component: lazyRouteComponent(() => import('./screens/kpis/due/due-screen.tsx'), 'DueScreen'),
});
const kpiRoute = createRoute({
  ...at('/kpis/$kpiId'),
  component: lazyRouteComponent(() => import('./screens/kpis/kpi-screen.tsx'), 'KpiScreen'),
});
/** `show` is one kind of them, 'retired', 'no-lead' for what nobody leads, or 'same' for those who may be one. */
const peopleRoute = createRoute({
  ...at('/people'),
  validateSearch: (search: Record<string, unknown>): { show?: string } => text(search, 'show'),
  component: lazyRouteComponent(() => import('./screens/people/people-screen.tsx'), 'PeopleScreen'),
});
const leadRoute = createRoute({
  ...at('/people/$personId'),
  component: lazyRouteComponent(() => import('./screens/people/lead-screen.tsx'), 'LeadScreen'),
});
const heldRoute = createRoute({
  ...at('/people/$personId/held'),
  component: lazyRouteComponent(() => import('./screens/people/held-screen.tsx'), 'HeldScreen'),
});
/** `duty` is the one that was looked for. */
const dutiesRoute = createRoute({
  ...at('/duties'),
  validateSearch: (search: Record<string, unknown>): { duty?: string } => text(search, 'duty'),
  component: lazyRouteComponent(() => import('./screens/duties/duties-screen.tsx'), 'DutiesScreen'),
});
/** What the lists of meetings are narrowed to: a `body`, and how something stands. */
const meetings = createRoute({
  ...at('/meetings'),
  validateSearch: (search: Record<string, unknown>): { body?: string; state?: string } => ({
    ...text(search, 'body'),
    ...text(search, 'state'),
  }),
  component: lazyRouteComponent(
    () => import('./screens/meetings/list/meetings-screen.tsx'),
    'MeetingsScreen',
  ),
});
/** `resolution` is the one that a link points to. */
const resolutionsRoute = createRoute({
  ...at('/meetings/resolutions'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { body?: string; show?: string; kind?: string; resolution?: string } => ({
    ...text(search, 'body'),
    ...text(search, 'show'),
    ...text(search, 'kind'),
    ...text(search, 'resolution'),
  }),
  component: lazyRouteComponent(
    () => import('./screens/meetings/resolutions/resolutions-screen.tsx'),
    'ResolutionsScreen',
  ),
});
const arisingRoute = createRoute({
  ...at('/meetings/arising'),
  validateSearch: (search: Record<string, unknown>): { body?: string } => text(search, 'body'),
  component: lazyRouteComponent(
    () => import('./screens/meetings/resolutions/arising-screen.tsx'),
    'ArisingScreen',
  ),
});
/** `report` is the one that a link points to. */
const owedRoute = createRoute({
  ...at('/meetings/reports'),
  validateSearch: (search: Record<string, unknown>): { body?: string; report?: string } => ({
    ...text(search, 'body'),
    ...text(search, 'report'),
  }),
  component: lazyRouteComponent(() => import('./screens/meetings/resolutions/owed-screen.tsx'), 'OwedScreen'),
});
const attendanceRoute = createRoute({
  ...at('/meetings/attendance'),
  validateSearch: (search: Record<string, unknown>): { body?: string; year?: string } => ({
    ...text(search, 'body'),
    ...text(search, 'year'),
  }),
  component: lazyRouteComponent(
    () => import('./screens/meetings/attendance/attendance-screen.tsx'),
    'AttendanceScreen',
  ),
});
/** `as` is the way it is seen, agenda, holding or minutes; `item` the one in hand. */
const meetingRoute = createRoute({
  ...at('/meetings/$meetingId'),
  validateSearch: (search: Record<string, unknown>): { as?: string; item?: string } => ({
    ...text(search, 'as'),
    ...text(search, 'item'),
  }),
  component: lazyRouteComponent(() => import('./screens/meetings/meeting/meeting-page.tsx'), 'MeetingScreen'),
});
const bodiesRoute = createRoute({
  ...at('/bodies'),
  component: lazyRouteComponent(() => import('./screens/bodies/bodies-screen.tsx'), 'BodiesScreen'),
});
/** `from` is the first day of the year shown. */
const bodyRoute = createRoute({
  ...at('/bodies/$bodyId'),
  validateSearch: (search: Record<string, unknown>): { from?: string } => text(search, 'from'),
  component: lazyRouteComponent(() => import('./screens/bodies/body-screen.tsx'), 'BodyScreen'),
});
const meetingYearRoute = createRoute({
  ...at('/bodies/year'),
  validateSearch: (search: Record<string, unknown>): { from?: string } => text(search, 'from'),
  component: lazyRouteComponent(() => import('./screens/bodies/year-screen.tsx'), 'YearScreen'),
});
const reportingRoute = createRoute({
  ...at('/bodies/reporting'),
  component: lazyRouteComponent(() => import('./screens/bodies/reporting-screen.tsx'), 'ReportingScreen'),
});
const updatesRoute = createRoute({
  ...at('/updates'),
  component: lazyRouteComponent(() => import('./screens/rounds/rounds-screen.tsx'), 'RoundsScreen'),
});
/** `form` is the lead whose form is shown. */
const roundRoute = createRoute({
  ...at('/updates/$roundId'),
  validateSearch: (search: Record<string, unknown>): { form?: string } => text(search, 'form'),
  component: lazyRouteComponent(() => import('./screens/rounds/round-screen.tsx'), 'RoundScreen'),
});
/** `snapshot`, `plan` and `lead` choose what the report is of, `list` for whom it is made. */
const reportsRoute = createRoute({
  ...at('/reports'),
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    snapshot?: string;
    plan?: string;
    lead?: string;
    list?: string;
    words?: string;
    template?: string;
  } => ({
    ...text(search, 'snapshot'),
    ...text(search, 'plan'),
    ...text(search, 'lead'),
    ...text(search, 'list'),
    ...text(search, 'words'),
    ...text(search, 'template'),
  }),
  component: lazyRouteComponent(() => import('./screens/reports/reports-screen.tsx'), 'ReportsScreen'),
});
/** `list` and `sent` point to a list and to what went out. */
const circulationRoute = createRoute({
  ...at('/circulation'),
  validateSearch: (search: Record<string, unknown>): { list?: string; sent?: string } => ({
    ...text(search, 'list'),
    ...text(search, 'sent'),
  }),
  component: lazyRouteComponent(
    () => import('./screens/circulation/circulation-screen.tsx'),
    'CirculationScreen',
  ),
});
/** `snapshot` points to one of them. */
const snapshots = createRoute({
  ...at('/snapshots'),
  validateSearch: (search: Record<string, unknown>): { snapshot?: string } => text(search, 'snapshot'),
  component: lazyRouteComponent(() => import('./screens/snapshots/snapshots-screen.tsx'), 'SnapshotsScreen'),
});
/** `from` a snapshot `to` a snapshot or 'now'. */
const differencesRoute = createRoute({
  ...at('/snapshots/changes'),
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => ({
    ...text(search, 'from'),
    ...text(search, 'to'),
  }),
  component: lazyRouteComponent(
    () => import('./screens/snapshots/differences-screen.tsx'),
    'DifferencesScreen',
  ),
});
/** `tray` shows the tray of one import, or `all`; `source` an import, `file` of it and `where` in it a cell to show. */
const importRoute = createRoute({
  ...at('/import'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { tray?: string; source?: string; file?: string; where?: string } => ({
    ...text(search, 'tray'),
    ...text(search, 'source'),
    ...text(search, 'file'),
    ...text(search, 'where'),
  }),
  component: lazyRouteComponent(() => import('./screens/imports/import-screen.tsx'), 'ImportScreen'),
});
/** `part` is one of the parts of Settings, `plan` the plan whose key is shown, `entry` the term that was looked for. */
const settingsRoute = createRoute({
  ...at('/settings'),
  validateSearch: (search: Record<string, unknown>): { part?: string; plan?: string; entry?: string } => ({
    ...text(search, 'part'),
    ...text(search, 'plan'),
    ...text(search, 'entry'),
  }),
  component: lazyRouteComponent(() => import('./screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});
/** `place` and `backup` name the backup that is opened beside the register. */
const restoreRoute = createRoute({
  ...at('/restore'),
  validateSearch: (search: Record<string, unknown>): { place?: string; backup?: string } => ({
    ...text(search, 'place'),
    ...text(search, 'backup'),
  }),
  component: lazyRouteComponent(() => import('./screens/restore/restore-screen.tsx'), 'RestoreScreen'),
});
/** `act` opens that act; `plan` and `record` show the acts that wrote it. */
const history = createRoute({
  ...at('/history'),
  validateSearch: (search: Record<string, unknown>): { act?: string; plan?: string; record?: string } => ({
    ...text(search, 'act'),
    ...text(search, 'plan'),
    ...text(search, 'record'),
  }),
  component: lazyRouteComponent(() => import('./screens/history/history-screen.tsx'), 'HistoryScreen'),
});
const bin = createRoute({
  ...at('/history/bin'),
  component: lazyRouteComponent(() => import('./screens/history/bin-screen.tsx'), 'BinScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    home,
    plans,
    planRoute,
    yearsRoute,
    checksRoute,
    kpisRoute,
    figuresRoute,
    kpisDueRoute,
    kpiRoute,
    peopleRoute,
    leadRoute,
    heldRoute,
    dutiesRoute,
    meetings,
    resolutionsRoute,
    arisingRoute,
    owedRoute,
    attendanceRoute,
    meetingRoute,
    bodiesRoute,
    bodyRoute,
    meetingYearRoute,
    reportingRoute,
    updatesRoute,
    roundRoute,
    reportsRoute,
    circulationRoute,
    snapshots,
    differencesRoute,
    importRoute,
    settingsRoute,
    restoreRoute,
    history,
    bin,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: ScreenProblem,
  defaultPreload: 'intent',
  scrollRestoration: false,
});

/** The same screens under a base path of their own, in the same window: those of a snapshot that is looked at. */
export const routerUnder = (basepath: string): typeof router => createRouter({ ...router.options, basepath });

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging needs an interface
  interface Register {
    router: typeof router;
  }
}

/** One text of the address, left out where it is not there. */
function text<K extends string>(search: Record<string, unknown>, name: K): { [P in K]?: string } {
  const value = search[name];
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [P in K]?: string };
}
