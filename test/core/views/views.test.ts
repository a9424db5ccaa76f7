import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExampleRegister } from '#core/register/create.ts';
import { exportRegister } from '#core/register/export.ts';
import { appRouter, type Caller, callerOf } from '#core/router.ts';
import { sha256 } from '#core/snapshots/hash.ts';
import { writesNothing } from '#core/views/rules.ts';
import { inReadTransaction } from '#db/change-log.ts';
import { readContent, writeRegister } from '#db/queries/register-json.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { registers } from '../../db/register-arbitrary.ts';
import { anAct, carryOut } from '../history/acts.ts';
import { withPosts } from '../history/people-acts.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { samplePlan } from '../sample-plan.ts';

type Kind = 'query' | 'mutation' | 'subscription';
const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: Kind } }>,
);
const mutations = procedures.filter(([, one]) => one._def.type === 'mutation').map(([path]) => path);

const call = (caller: Caller, path: string, input: unknown): Promise<unknown> => {
  const step = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return (step as (input: unknown) => Promise<unknown>)(input);
};

/** The whole register, and how often it was written to. */
const stateOf = ({ app }: Office): string => {
  const register = app.openedRegister();
  const { revision } = register.db.raw.prepare('SELECT revision FROM change_head').get() as {
    revision: number;
  };
  return sha256(canonicalJson([exportRegister(register), revision]));
};

/** What the screens show of plans, KPIs, meetings, people and the rest. */
async function shown(caller: Caller): Promise<Record<string, unknown>> {
  const plans = await caller.plans.list();
  const kpis = await caller.kpis.list({});
  const meetings = await caller.meetings.list();
  const people = await caller.people.list();
  const { lastBackup: _b, lastImport: _i, lastSnapshot: _s, tray: _t, ...home } = await caller.home.get();
  return {
    plans,
    views: await Promise.all(plans.map(({ id }) => caller.plans.get({ planId: id }))),
    packed: await Promise.all(plans.map(({ id }) => caller.plans.packed({ planId: id }))),
    kpis,
    kpiPages: await Promise.all(kpis.map(({ id }) => caller.kpis.get({ kpiId: id }))),
    kpisDue: await caller.kpis.due({}),
    meetings,
    meetingPages: await Promise.all(
      (meetings as unknown as { id: string }[]).map(({ id }) => caller.meetings.get({ meetingId: id })),
    ),
    bodies: await caller.bodies.list(),
    resolutions: await caller.resolutions.list({}),
    owed: await caller.owedReports.list({}),
    reporting: await caller.reporting.list(),
    people,
    loads: await caller.people.loads(),
    duties: await caller.duties.list(),
    words: await caller.settings.words(),
    settings: await caller.settings.get(),
    streams: await caller.streams.list(),
    checks: await caller.checks.counts(),
    overview: await caller.checks.overview(),
    found: await caller.search.find({ text: 'the', limit: 50 }),
    home,
  };
}

describe('a snapshot that is looked at', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('refuses every act of the router in a sentence, and leaves the register as it is', async () => {
    const { planId } = await samplePlan(office);
    const { id } = await office.caller.snapshots.take({ name: 'October board' });
    const before = stateOf(office);
    const view = callerOf(office.app, id);
    expect(mutations.length).toBeGreaterThan(100);
    for (const path of mutations.filter((one) => !writesNothing.has(one))) {
      for (const input of [undefined, {}, { planId }]) {
        const refusal = await refusalOf(call(view, path, input));
        expect({ path, ...refusal }).toEqual({
          path,
          code: 'register-read-only',
          message:
            'This is the snapshot “October board”, as at 12 October 2010, and a snapshot never changes. Go back to the register to change anything.',
        });
      }
    }
    expect([...writesNothing].filter((path) => !mutations.includes(path))).toEqual([]);
    expect(stateOf(office)).toBe(before);
  });

  it('cannot be written to even past the router: by an act, or by SQL', async () => {
    await samplePlan(office);
    const { id } = await office.caller.snapshots.take({ name: 'October board' });
    await office.app.views.using(id, async (app) => {
      const { db, act } = app.openedRegister();
      expect(() => act({ kind: 'edit', label: 'x' }, () => 1)).toThrow(/never changes/);
      for (const sql of [
        "UPDATE plans SET title = 'x'",
        'DELETE FROM actions',
        'CREATE TABLE x (a)',
        'PRAGMA user_version = 7',
      ]) {
        expect(() => db.raw.exec(sql)).toThrow(/readonly|read-only/);
      }
    });
  });

  it('makes what writes nothing as the register makes it, and leaves no trace in the register', async () => {
    await createExampleRegister(office.app);
    const [snapshot] = await office.caller.snapshots.list();
    const id = snapshot?.id ?? '';
    const before = stateOf(office);
    const view = callerOf(office.app, id);
    for (const format of ['html', 'csv', 'xlsx'] as const) {
      const wish = { report: 'exceptions', format, planId: null } as const;
      // Whatever the screen asks for, it is a report of what is looked at.
      const looked = await view.reports.make({ ...wish, snapshotId: null });
      const made = await office.caller.reports.make({ ...wish, snapshotId: id });
      expect(looked.base64 === made.base64 && looked.name === made.name).toBe(true);
    }
    expect(await view.circulation.find({ sha256: snapshot?.hash ?? '' })).toBeTruthy();
    expect(stateOf(office)).toBe(before);
  }, 120_000);

  it('is as at its own day, with its own name, and lists only what was taken until then', async () => {
    await samplePlan(office);
    const first = await office.caller.snapshots.take({ name: 'First' });
    office.setToday('2011-05-01');
    await office.caller.plans.create({ title: 'Another', kind: 'plan', period: null });
    await office.caller.snapshots.take({ name: 'Second' });
    const view = callerOf(office.app, first.id);
    expect(await view.register.state()).toMatchObject({
      today: '2010-10-12',
      looking: { id: first.id, name: 'First', asAt: '2010-10-12', sent: [], counts: { plans: 1 } },
      open: { counts: { plans: 1 }, undo: null, redo: null },
    });
    expect((await view.snapshots.list()).map(({ name }) => name)).toEqual(['First']);
    expect((await office.caller.register.state()).looking).toBeNull();
    expect(await refusalOf(callerOf(office.app, 'nothing').plans.list())).toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves nothing on the disk', async () => {
    await samplePlan(office);
    const { id } = await office.caller.snapshots.take({ name: 'First' });
    const files = () => readdirSync(office.folder, { recursive: true }).toSorted();
    const before = files();
    await callerOf(office.app, id).plans.list();
    expect(files()).toEqual(before);
  });

  it('is opened once for all who ask, can be stopped, and makes room for others', async () => {
    await samplePlan(office);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push((await office.caller.snapshots.take({ name: `Snapshot ${n}` })).id);
    const titles = await Promise.all(
      [...ids, ...ids].map(async (id) => (await callerOf(office.app, id).plans.list()).length),
    );
    expect(titles).toEqual(titles.map(() => 1));
    const gone = AbortSignal.abort();
    await office.app.views.closeAll();
    const asked = office.app.views.open(ids[0] ?? '', { signal: gone, progress: () => undefined });
    expect(await refusalOf(asked)).toMatchObject({ code: 'cancelled' });
    expect((await callerOf(office.app, ids[0] ?? '').plans.list()).length).toBe(1);
  });

  it('says so where its content is no longer what was frozen', async () => {
    await samplePlan(office);
    const { id } = await office.caller.snapshots.take({ name: 'First' });
    const { raw } = office.register.db;
    const kept = raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'keep_snapshots_update'").pluck();
    const sql = String(kept.get());
    raw.exec('DROP TRIGGER keep_snapshots_update');
    raw.exec(`UPDATE snapshots SET content = replace(content, 'fence', 'wall')`);
    raw.exec(sql);
    expect(await refusalOf(callerOf(office.app, id).plans.list())).toMatchObject({
      code: 'register-damaged',
      message: expect.stringContaining('“First” no longer matches its hash'),
    });
  });

  it('holds every record that was frozen, as it was, whatever was in the register', async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (json) => {
        const path = join(office.folder, 'data', `Register ${sha256(JSON.stringify(json))}.register`);
        const register = await office.app.openPath(path, { create: true });
        register.act({ kind: 'import', label: 'All' }, (tx) => writeRegister(tx, json));
        const { id, hash } = await office.caller.snapshots.take({ name: 'All' });
        await office.app.views.using(id, async (app) => {
          const content = inReadTransaction(app.openedRegister().db, readContent);
          const frozen = register.db.raw.prepare('SELECT content FROM snapshots WHERE hash = ?').pluck();
          const { slippage: _s, judgedOn: _j, ...held } = JSON.parse(String(frozen.get(hash)));
          expect(JSON.parse(canonicalJson(content))).toEqual(held);
        });
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('answers as the register answered when it was taken, whatever was done since', async () => {
    const acts = fc.array(anAct({ imports: false }), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(acts, acts, async (first, later) => {
        const own = await openOffice();
        try {
          const { planId } = await samplePlan(own);
          await withPosts(own);
          for (const act of first) await carryOut(own, planId, act);
          const { id } = await own.caller.snapshots.take({ name: 'Frozen' });
          const then = await shown(own.caller);
          for (const act of later) await carryOut(own, planId, act);
          own.setToday('2011-09-01');
          const looked = await shown(callerOf(own.app, id));
          for (const [what, was] of Object.entries(then))
            expect({ [what]: looked[what] }).toEqual({ [what]: was });
        } finally {
          await own.close();
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 2) },
    );
  }, 120_000);
});
