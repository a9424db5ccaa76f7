import type { AnyTRPCRouter, inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { appRouter, type AppRouter as CoreRouter } from '#core/router.ts';
import { agendaContract } from '#shared/contract/agenda.ts';
import { bodiesContract } from '#shared/contract/bodies.ts';
import { checksContract } from '#shared/contract/checks.ts';
import { choicesContract } from '#shared/contract/choices.ts';
import { circulationContract } from '#shared/contract/circulation.ts';
import { calendarsContract, closuresContract, cyclesContract } from '#shared/contract/cycles.ts';
import { dutiesContract } from '#shared/contract/duties.ts';
import { glossaryContract } from '#shared/contract/glossary.ts';
import { importSourcesContract } from '#shared/contract/import-sources.ts';
import { importsContract } from '#shared/contract/imports.ts';
import { keysContract } from '#shared/contract/keys.ts';
import { kpisContract } from '#shared/contract/kpis.ts';
import { linksContract } from '#shared/contract/links.ts';
import { measuresContract } from '#shared/contract/measures.ts';
import { meetingsContract, minutesContract } from '#shared/contract/meetings.ts';
import * as office from '#shared/contract/office.ts';
import { peopleContract } from '#shared/contract/people.ts';
import { plansContract } from '#shared/contract/plans.ts';
import { reportingContract } from '#shared/contract/reporting.ts';
import { reportsContract, snapshotsContract } from '#shared/contract/reports.ts';
import { owedReportsContract, resolutionsContract } from '#shared/contract/resolutions.ts';
import { roundsContract } from '#shared/contract/rounds.ts';
import { rescueContract, restoreContract, safetyContract } from '#shared/contract/safety.ts';
import { streamsContract } from '#shared/contract/streams.ts';
import { trayContract } from '#shared/contract/tray.ts';
import { yearsContract } from '#shared/contract/years.ts';
import type { AppRouter as SeenRouter } from '../../../src-renderer/client/app-router.ts';

/** The compiler is the test: each line fails `tsc -p test` where the renderer sees another router than the core has. */
type Kinds<R extends AnyTRPCRouter> = {
  [A in keyof R['_def']['record']]: {
    [K in keyof R['_def']['record'][A]]: R['_def']['record'][A][K] extends { _def: { type: infer T } }
      ? T
      : never;
  };
};
type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const kinds: Fits<Kinds<CoreRouter>, Kinds<SeenRouter>> = true;
const inputs: Fits<inferRouterInputs<CoreRouter>, inferRouterInputs<SeenRouter>> = true;
type Spoken<R extends AnyTRPCRouter> = Omit<inferRouterOutputs<R>, 'jobs'>;
const outputs: Fits<Spoken<CoreRouter>, Spoken<SeenRouter>> = true;

describe('the router as the renderer sees it', () => {
  it('has the kinds, inputs and outputs of the core’s own', () => {
    expect([kinds, inputs, outputs]).toEqual([true, true, true]);
  });

  it('leaves out no procedure of the contract, and the core adds none', () => {
    const contracts: Record<string, object> = {
      register: office.registerContract,
      settings: office.settingsContract,
      home: office.homeContract,
      people: peopleContract,
      bodies: bodiesContract,
      meetings: meetingsContract,
      agenda: agendaContract,
      minutes: minutesContract,
      resolutions: resolutionsContract,
      owedReports: owedReportsContract,
      closures: closuresContract,
      cycles: cyclesContract,
      reporting: reportingContract,
      calendars: calendarsContract,
      search: office.searchContract,
      history: office.historyContract,
      backups: office.backupsContract,
      safety: safetyContract,
      restore: restoreContract,
      rescue: rescueContract,
      jobs: office.jobsContract,
      plans: plansContract,
      checks: checksContract,
      years: yearsContract,
      kpis: kpisContract,
      imports: importsContract,
      importSources: importSourcesContract,
      tray: trayContract,
      snapshots: snapshotsContract,
      reports: reportsContract,
      circulation: circulationContract,
      rounds: roundsContract,
      choices: choicesContract,
      keys: keysContract,
      links: linksContract,
      measures: measuresContract,
      duties: dutiesContract,
      streams: streamsContract,
      glossary: glossaryContract,
    };
    const promised = Object.entries(contracts).flatMap(([area, contract]) =>
      Object.keys(contract).map((name) => `${area}.${name}`),
    );
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(promised.sort());
  });
});
