import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#core/app.ts';
import type { RegisterState } from '#shared/contract/office.ts';
import { makeCore, type TestCore } from './fixtures.ts';
import { directWire, httpWire, portWire, type Wire, wireErrorOf } from './wires.ts';

const wires: readonly (readonly [Wire['name'], (core: TestCore, app: App) => Promise<Wire> | Wire])[] = [
  ['direct call', (_core, app) => directWire(app)],
  ['HTTP', (core, app) => httpWire(app, core.folder)],
  ['message port', (_core, app) => portWire(app)],
];

/** Until it holds, for three seconds at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !holds(); tries += 1) await wait(10);
  expect(holds()).toBe(true);
}

describe.each(wires)('the core over %s', (name, make) => {
  let core: TestCore;
  let wire: Wire;
  beforeEach(async () => {
    core = makeCore();
    wire = await make(core, core.app);
  });
  afterEach(async () => {
    await wire.close();
    await core.close();
  });
  const refusal = (call: Promise<unknown>) => call.then(() => null, wireErrorOf);
  const state = () => wire.call('query', 'register.state') as Promise<RegisterState>;

  it('answers a query', async () => {
    expect(await state()).toMatchObject({ host: 'web', open: null });
  });

  it('writes by a mutation, and the next query sees it', async () => {
    await wire.call('mutation', 'register.create', { name: 'Office', partnership: 'Wexcombe Early Years' });
    const before = (await state()).open;
    expect(before?.partnership).toBe('Wexcombe Early Years');
    await wire.call('mutation', 'settings.set', { partnership: 'Wexcombe and Harl' });
    const after = (await state()).open;
    expect(after?.partnership).toBe('Wexcombe and Harl');
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
  });

  it('carries text of every kind unchanged', async () => {
    const partnership = '“Ærø” — Ελλάδα, हिन्दी, 👩‍👧 \u2028 <b>&amp; "quotes" \\ back\ttab\nline';
    await wire.call('mutation', 'register.create', { name: 'Office', partnership });
    expect((await state()).open?.partnership).toBe(partnership);
  });

  it('takes a mutation that has no input', async () => {
    await wire.call('mutation', 'register.create', { name: 'Office', partnership: 'P' });
    expect(await refusal(wire.call('mutation', 'history.redo'))).toMatchObject({ code: 'not-possible' });
    expect(await wire.call('mutation', 'register.close')).toMatchObject({ open: null });
  });

  it('gives a refusal its code and its sentence', async () => {
    expect(await refusal(wire.call('query', 'plans.list'))).toEqual({
      code: 'no-register',
      message: 'No register is open. Open one, or make a new one.',
    });
  });

  it('refuses what does not fit the contract, and says where', async () => {
    const error = await refusal(wire.call('mutation', 'jobs.cancel', { jobId: 7 }));
    expect(error?.code).toBe('wrong-use');
    expect(error?.message).toContain('jobId');
    expect((await refusal(wire.call('mutation', 'jobs.cancel')))?.code).toBe('wrong-use');
  });

  it('refuses a record that is not there', async () => {
    await wire.call('mutation', 'register.create', { name: 'Office', partnership: 'P' });
    const planId = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect((await refusal(wire.call('query', 'plans.get', { planId })))?.code).toBe('not-found');
  });

  it('tells nothing of a fault but its reference, and logs the rest', async () => {
    const app: App = {
      ...core.app,
      openedRegister: () => {
        throw new Error('SELECT secret FROM somewhere');
      },
    };
    const broken = await make(core, app);
    const error = await refusal(broken.call('query', 'plans.list'));
    await broken.close();
    expect(error?.code).toBe('fault');
    expect(JSON.stringify(error)).not.toMatch(/secret|\.ts|at /);
    expect(core.log.map((entry) => String(entry.cause)).join()).toContain('SELECT secret');
  });

  it('carries an import of 25 MB there and its refusal back', async () => {
    await wire.call('mutation', 'register.create', { name: 'Office', partnership: 'P' });
    const base64 = Buffer.alloc(24 * 1024 * 1024, 'not a workbook ').toString('base64');
    const error = await refusal(
      wire.call('mutation', 'imports.start', { jobId: 'j', files: [{ name: 'big.xlsx', base64 }] }),
    );
    expect(error?.code).toMatch(/^file-/);
  });

  it('answers a hundred calls at once, each with its own answer', async () => {
    const calls = Array.from({ length: 100 }, (_, n) =>
      n % 2 === 0
        ? state().then((answer) => answer.host)
        : refusal(wire.call('mutation', 'jobs.cancel', { jobId: n })).then((error) => error?.code),
    );
    const answers = await Promise.all(calls);
    expect(answers).toEqual(Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? 'web' : 'wrong-use')));
  });

  it('tells of a job step by step to its end', async () => {
    const watching = wire.watch('jobs.watch', { jobId: 'long' });
    await wait(100);
    await core.app.jobs.run('long', 'Counting', async (job) => {
      for (let done = 1; done <= 3; done += 1) {
        job.progress('Counting', done, 3);
        await wait(30);
      }
    });
    expect(await watching.ended).toBe('complete');
    expect(watching.steps.at(-1)).toEqual({ jobId: 'long', what: 'Counting', done: 3, of: 3, state: 'done' });
    expect(watching.steps.length).toBeGreaterThanOrEqual(4);
  });

  it('stops a job when asked, and the watcher learns it', async () => {
    const watching = wire.watch('jobs.watch', { jobId: 'long' });
    const job = core.app.jobs.run('long', 'Waiting', async (work) => {
      while (true) {
        work.throwIfStopped();
        await wait(5);
      }
    });
    const ended = job.catch(wireErrorOf);
    await until(() => watching.steps.length > 0);
    expect(await wire.call('mutation', 'jobs.cancel', { jobId: 'long' })).toEqual({ stopped: true });
    expect(await ended).toMatchObject({ code: 'cancelled' });
    expect(await watching.ended).toBe('complete');
    expect(watching.steps.at(-1)).toMatchObject({ state: 'stopped' });
  });

  it('ends a subscription that is refused with code and sentence', async () => {
    const ended = await wire.watch('jobs.watch', { jobId: 7 }).ended;
    expect(ended).toMatchObject({ code: 'wrong-use', message: expect.stringContaining('jobId') });
  });

  if (name !== 'direct call') {
    it('goes on without a watcher that has left', async () => {
      let watchers = 0;
      const { watch } = core.app.jobs;
      const app: App = {
        ...core.app,
        jobs: {
          ...core.app.jobs,
          async *watch(id, signal) {
            watchers += 1;
            try {
              yield* watch(id, signal);
            } finally {
              watchers -= 1;
            }
          },
        },
      };
      const other = await make(core, app);
      const watching = other.watch('jobs.watch', { jobId: 'never' });
      await until(() => watchers === 1);
      watching.stop();
      await until(() => watchers === 0);
      await other.close();
    });

    it('gives a call up when its signal says so', async () => {
      const controller = new AbortController();
      const call = wire.call('query', 'register.state', undefined, controller.signal);
      controller.abort();
      await expect(call).rejects.toMatchObject({ cause: { name: 'AbortError' } });
      expect((await state()).host).toBe('web');
    });

    it('refuses a procedure that there is not', async () => {
      const error = await refusal(wire.call('query', 'plans.steal'));
      expect(error?.code).toBe('wrong-use');
      expect(error?.message).toContain('plans.steal');
      for (const path of ['__proto__', 'constructor.name', 'plans.__proto__.x', '']) {
        expect((await refusal(wire.call('query', path)))?.code, path).toBe('wrong-use');
      }
    });
  }
});
