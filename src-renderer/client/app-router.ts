import type {
  inferRouterInputs,
  inferRouterOutputs,
  TRPCBuiltRouter,
  TRPCDecorateCreateRouterOptions,
  TRPCDefaultErrorShape,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from '@trpc/server';
import type { z } from 'zod';
import type { agendaContract } from '#shared/contract/agenda.ts';
import type { bodiesContract } from '#shared/contract/bodies.ts';
import type { checksContract } from '#shared/contract/checks.ts';
import type { choicesContract } from '#shared/contract/choices.ts';
import type { circulationContract } from '#shared/contract/circulation.ts';
import type { calendarsContract, closuresContract, cyclesContract } from '#shared/contract/cycles.ts';
import type { dutiesContract } from '#shared/contract/duties.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { glossaryContract } from '#shared/contract/glossary.ts';
import type { importSourcesContract } from '#shared/contract/import-sources.ts';
import type { importsContract } from '#shared/contract/imports.ts';
import type { keysContract } from '#shared/contract/keys.ts';
import type { kpisContract } from '#shared/contract/kpis.ts';
import type { linksContract } from '#shared/contract/links.ts';
import type { measuresContract } from '#shared/contract/measures.ts';
import type { meetingsContract, minutesContract } from '#shared/contract/meetings.ts';
import type {
  backupsContract,
  historyContract,
  homeContract,
  jobsContract,
  registerContract,
  searchContract,
  settingsContract,
} from '#shared/contract/office.ts';
import type { peopleContract } from '#shared/contract/people.ts';
import type { plansContract } from '#shared/contract/plans.ts';
import type { reportingContract } from '#shared/contract/reporting.ts';
import type { reportsContract, snapshotsContract } from '#shared/contract/reports.ts';
import type { owedReportsContract, resolutionsContract } from '#shared/contract/resolutions.ts';
import type { roundsContract } from '#shared/contract/rounds.ts';
import type { rescueContract, restoreContract, safetyContract } from '#shared/contract/safety.ts';
import type { streamsContract } from '#shared/contract/streams.ts';
import type { trayContract } from '#shared/contract/tray.ts';
import type { yearsContract } from '#shared/contract/years.ts';

/**
 * The router as the renderer sees it: the contract, with each procedure's kind. It is written from the contract
 * and not taken from the core, so that the renderer's program holds no line of Node's; test/renderer/
 * app-router.test.ts proves that the core's own router fits it.
 */
type Contracts = {
  register: typeof registerContract;
  settings: typeof settingsContract;
  home: typeof homeContract;
  plans: typeof plansContract;
  keys: typeof keysContract;
  links: typeof linksContract;
  measures: typeof measuresContract;
  duties: typeof dutiesContract;
  streams: typeof streamsContract;
  glossary: typeof glossaryContract;
  years: typeof yearsContract;
  checks: typeof checksContract;
  kpis: typeof kpisContract;
  people: typeof peopleContract;
  bodies: typeof bodiesContract;
  meetings: typeof meetingsContract;
  agenda: typeof agendaContract;
  minutes: typeof minutesContract;
  resolutions: typeof resolutionsContract;
  owedReports: typeof owedReportsContract;
  closures: typeof closuresContract;
  cycles: typeof cyclesContract;
  reporting: typeof reportingContract;
  calendars: typeof calendarsContract;
  search: typeof searchContract;
  history: typeof historyContract;
  backups: typeof backupsContract;
  safety: typeof safetyContract;
  restore: typeof restoreContract;
  rescue: typeof rescueContract;
  jobs: typeof jobsContract;
  imports: typeof importsContract;
  importSources: typeof importSourcesContract;
  tray: typeof trayContract;
  snapshots: typeof snapshotsContract;
  reports: typeof reportsContract;
  circulation: typeof circulationContract;
  rounds: typeof roundsContract;
  choices: typeof choicesContract;
};

/** What only reads, and what goes on telling; everything else writes. */
type Queries = {
  register: 'state' | 'list';
  settings: 'get' | 'words';
  home: 'get' | 'group';
  plans: 'list' | 'get' | 'packed' | 'action';
  choices: 'get';
  keys: 'get';
  links: 'targets' | 'read' | 'of' | 'pointingTo';
  measures: never;
  duties: 'list' | 'candidates';
  streams: 'list' | 'pays';
  glossary: never;
  years: 'proposal' | 'lineage';
  checks: 'overview' | 'plan' | 'action' | 'actions' | 'counts' | 'retention' | 'retentionFile';
  kpis: 'list' | 'get' | 'grid' | 'due' | 'readFormula';
  people: 'list' | 'loads' | 'page' | 'unled' | 'pairs' | 'handOverPreview' | 'held' | 'heldFile';
  bodies: 'list' | 'get' | 'attendance';
  meetings: 'list' | 'get';
  agenda: 'proposal';
  minutes: never;
  resolutions: 'list' | 'pace' | 'read';
  owedReports: 'list';
  closures: 'list';
  cycles: 'propose' | 'year' | 'ofBody';
  reporting: 'list' | 'ends';
  calendars: 'make';
  search: 'find' | 'like';
  history: 'list' | 'act' | 'standing' | 'bin';
  backups: 'list';
  safety: 'standing';
  restore: 'compare' | 'planPreview';
  rescue: 'look';
  jobs: never;
  imports: 'underWay' | 'preview' | 'sheet' | 'list' | 'tray';
  importSources: 'picture' | 'save';
  tray: 'targets';
  snapshots: 'list' | 'compare';
  reports: 'leftOut' | 'leads' | 'preview' | 'placeOfWords' | 'templates';
  circulation: 'lists' | 'check' | 'sent';
  rounds: 'list' | 'get' | 'form' | 'propose';
};
type Subscriptions = { jobs: 'watch' };

type Def<P> = P extends { input: infer I extends z.ZodType; output: infer O extends z.ZodType }
  ? { input: z.input<I>; output: z.output<O>; meta: object }
  : never;
type Stream<P> = P extends { input: infer I extends z.ZodType; output: infer O extends z.ZodType }
  ? { input: z.input<I>; output: AsyncIterable<z.output<O>, void, unknown>; meta: object }
  : never;
type Procedures<A extends keyof Contracts> = {
  [K in keyof Contracts[A]]: K extends Queries[A]
    ? TRPCQueryProcedure<Def<Contracts[A][K]>>
    : A extends keyof Subscriptions
      ? K extends Subscriptions[A]
        ? TRPCSubscriptionProcedure<Stream<Contracts[A][K]>>
        : TRPCMutationProcedure<Def<Contracts[A][K]>>
      : TRPCMutationProcedure<Def<Contracts[A][K]>>;
};

export type RpcErrorShape = TRPCDefaultErrorShape & { data: { code: ErrorCode } };

export type AppRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: RpcErrorShape; transformer: false },
  TRPCDecorateCreateRouterOptions<{ [A in keyof Contracts]: Procedures<A> }>
>;

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;
