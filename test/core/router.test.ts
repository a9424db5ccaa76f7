import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appRouter } from '#core/router.ts';
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
import {
  backupsContract,
  historyContract,
  homeContract,
  type JobProgress,
  jobsContract,
  registerContract,
  searchContract,
  settingsContract,
} from '#shared/contract/office.ts';
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
import { type Office, openOffice, refusalOf } from './office.ts';
import { samplePlan } from './sample-plan.ts';

const contract = {
  register: registerContract,
  settings: settingsContract,
  home: homeContract,
  plans: plansContract,
  keys: keysContract,
  measures: measuresContract,
  links: linksContract,
  streams: streamsContract,
  duties: dutiesContract,
  glossary: glossaryContract,
  years: yearsContract,
  importSources: importSourcesContract,
  tray: trayContract,
  kpis: kpisContract,
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
  search: searchContract,
  history: historyContract,
  backups: backupsContract,
  safety: safetyContract,
  restore: restoreContract,
  rescue: rescueContract,
  jobs: jobsContract,
  imports: importsContract,
  snapshots: snapshotsContract,
  reports: reportsContract,
  rounds: roundsContract,
  circulation: circulationContract,
  choices: choicesContract,
  checks: checksContract,
};

describe('the router', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('has every procedure of the contract, and none beside', () => {
    const promised = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures).map((name) => `${area}.${name}`),
    );
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(promised.sort());
  });

  it('tells the steps of a job as they come, and stops it', async () => {
    const steps: JobProgress[] = [];
    const watching = (async () => {
      for await (const step of await office.caller.jobs.watch({ jobId: 'a' }))
        steps.push(step as JobProgress);
    })();
    const running = refusalOf(
      office.app.jobs.run('a', 'Reading cells', async (job) => {
        while (true) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          job.throwIfStopped();
        }
      }),
    );
    expect(await office.caller.jobs.cancel({ jobId: 'a' })).toEqual({ stopped: true });
    expect(await running).toMatchObject({ code: 'cancelled' });
    await watching;
    expect(steps.at(-1)).toMatchObject({ what: 'Reading cells', state: 'stopped' });
  });

  it('finds what was typed a moment ago, and no longer what was undone', async () => {
    await samplePlan(office);
    const found = async () => (await office.caller.search.find({ text: 'leaflet' })).map(({ kind }) => kind);
    expect(await found()).toEqual(['action', 'measure', 'measure']);
    while ((await office.caller.register.state()).open?.undo) await office.caller.history.undo();
    expect(await found()).toEqual([]);
  });

  it('changes what is known of a person for everything that person leads', async () => {
    const { planId } = await samplePlan(office);
    const [person] = await office.caller.people.list();
    const personId = person?.id ?? '';
    await office.caller.people.edit({ personId, name: 'Ruth Adeyemi-Cole', email: 'ruth@example.org' });
    expect(await office.caller.people.list()).toMatchObject([
      { id: personId, name: 'Ruth Adeyemi-Cole', email: 'ruth@example.org', actions: 2 },
    ]);
    // The words of a lead stay as they were written.
    const { actions } = await office.caller.plans.get({ planId });
    expect(actions[0]?.leads).toMatchObject([{ text: 'Ruth Adeyemi', personId }]);
    expect((await office.caller.history.list({ limit: 1 }))[0]?.label).toBe('Details of Ruth Adeyemi-Cole');
    expect(await refusalOf(office.caller.people.edit({ personId: planId, name: 'x' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('lists history page by page', async () => {
    await samplePlan(office);
    const all = await office.caller.history.list({});
    const [newest, second] = await office.caller.history.list({ limit: 2 });
    expect([newest, second]).toEqual(all.slice(0, 2));
    expect(await office.caller.history.list({ before: second?.seq, limit: 500 })).toEqual(all.slice(2));
    expect(newest).toMatchObject({ kind: 'edit', state: 'done', undoable: true, rows: 5 });
  });
});
