import { describe, expect, it } from 'vitest';
import { createJobs } from '#core/jobs/jobs.ts';
import type { JobProgress } from '#shared/contract/office.ts';
import { refusalOf } from '../office.ts';

async function allOf(watching: AsyncIterable<JobProgress>): Promise<JobProgress[]> {
  const seen: JobProgress[] = [];
  for await (const step of watching) seen.push(step);
  return seen;
}

describe('jobs', () => {
  it('tells a watcher who came before the job began how far it is, to its end', async () => {
    const jobs = createJobs();
    const watched = allOf(jobs.watch('a'));
    const result = await jobs.run('a', 'Reading', async (job) => {
      job.progress('Reading cells', 184, 412);
      await Promise.resolve();
      return 7;
    });
    expect(result).toBe(7);
    const seen = await watched;
    expect(seen).toContainEqual({ jobId: 'a', what: 'Reading cells', done: 184, of: 412, state: 'working' });
    expect(seen.at(-1)).toMatchObject({ state: 'done' });
  });

  it('tells a watcher who comes late the end', async () => {
    const jobs = createJobs();
    await jobs.run('a', 'Reading', () => null);
    expect(await allOf(jobs.watch('a'))).toEqual([
      { jobId: 'a', what: 'Reading', done: 0, of: null, state: 'done' },
    ]);
  });

  it('stops a job that looks at its signal, and says what was stopped', async () => {
    const jobs = createJobs();
    const running = refusalOf(
      jobs.run('a', 'Reading', async (job) => {
        while (true) {
          job.throwIfStopped();
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      }),
    );
    expect(jobs.cancel('a')).toBe(true);
    expect(await running).toEqual({
      code: 'cancelled',
      message: 'Stopped: Reading. Nothing of it was written.',
    });
    expect(jobs.cancel('a')).toBe(false);
  });

  it('ends watching a job that failed with that it failed', async () => {
    const jobs = createJobs();
    const failing = jobs.run('a', 'Reading', () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await allOf(jobs.watch('a'))).at(-1)).toMatchObject({ state: 'failed' });
  });

  it('lets nobody wait for ever who has gone', async () => {
    const leaving = new AbortController();
    const watched = allOf(createJobs().watch('never', leaving.signal));
    leaving.abort();
    expect(await watched).toEqual([]);
  });

  it('does not run two jobs under one id at a time', async () => {
    const jobs = createJobs();
    let end = () => {};
    const first = jobs.run('a', 'Reading', () => new Promise<void>((resolve) => (end = resolve)));
    expect(await refusalOf(jobs.run('a', 'Reading', () => null))).toMatchObject({ code: 'conflict' });
    end();
    await first;
  });

  it('waits until all are stopped', async () => {
    const jobs = createJobs();
    let ended = false;
    const running = refusalOf(
      jobs.run('a', 'Reading', async (job) => {
        await new Promise((resolve) => job.signal.addEventListener('abort', resolve));
        ended = true;
        job.throwIfStopped();
      }),
    );
    await jobs.stopAll();
    expect(ended).toBe(true);
    await running;
  });
});
