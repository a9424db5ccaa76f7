import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { type App, createApp } from '#core/app.ts';
import { type Caller, callerOf } from '#core/router.ts';
import { listBackups } from '#db/backup.ts';
import { checkRegister } from '#db/integrity.ts';
import { judge, type Sample, type SoakResult } from './judge.ts';

export type SoakOrder = {
  readonly minutes: number;
  readonly saves: number;
  readonly imports: number;
  readonly backups: number;
  /** Told once a minute. */
  readonly onSample?: (sample: Sample) => void;
};

/** Actions of the plan that is edited, and of each file that is brought in. */
const actions = 400;
const broughtIn = 40;
const samples = 60;

/**
 * A working day of one office, faster: comments saved, files brought in, backups made and copied to a second place,
 * evenly over the time, in one process with one register open. Measures what must not grow: memory after collection,
 * open files, the log beside the register, and the time a save takes beside a bare durable commit of the same moment.
 */
export async function soak(o: SoakOrder): Promise<SoakResult> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-register-soak-'));
  mkdirSync(join(folder, 'data'));
  const app = createApp({
    ...{ host: 'electron', version: '0.1.0', newId: v7, automaticBackups: true },
    now: () => new Date().toISOString(),
    today: () => '2010-10-12',
    dataDir: join(folder, 'data'),
    backupsDir: join(folder, 'backups'),
  });
  const bare = bareCommits(join(folder, 'bare.db'));
  try {
    const path = join(folder, 'data', 'Office.register');
    const { db } = await app.openPath(path, { create: true });
    const caller = callerOf(app);
    const plan = await filledPlan(caller);
    const second = join(folder, 'second');
    mkdirSync(second);
    await caller.safety.setSecondPlace({ folder: second });
    const taken: Sample[] = [];
    const saves: number[] = [];
    const commits: number[] = [];
    const began = performance.now();
    const until = o.minutes * 60_000;
    const done = { saves: 0, imports: 0, backups: 0 };
    for (;;) {
      const share = Math.min(1, (performance.now() - began) / until);
      if (taken.length < Math.floor(share * samples)) {
        taken.push(sample(path, (performance.now() - began) / 60_000));
        o.onSample?.(taken.at(-1) as Sample);
      }
      if (share === 1 && done.saves >= o.saves && done.imports >= o.imports && done.backups >= o.backups)
        break;
      if (done.saves < share * o.saves) {
        saves.push(await timed(() => saved(caller, plan, done.saves)));
        commits.push(await timed(bare.commit));
        done.saves += 1;
      } else if (done.imports < share * o.imports) {
        await brought(caller, done.imports);
        done.imports += 1;
      } else if (done.backups < share * o.backups) {
        await caller.backups.make();
        await caller.safety.copyNow();
        done.backups += 1;
      } else {
        await pause(5);
      }
    }
    const findings = [...checkRegister(db).map(({ text }) => text), ...missingIn(second, app)];
    return judge({ samples: taken, saves, commits, done, findings });
  } finally {
    await app.close();
    bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is kept here and is not in the second place, whole. */
function missingIn(second: string, app: App): string[] {
  const good = new Set(
    listBackups(second)
      .filter(({ verdict }) => verdict === 'good')
      .map(({ id }) => id),
  );
  return app.backups
    .good(app.openedRegister())
    .filter(({ id }) => !good.has(id))
    .map(({ id }) => `not in the second place: ${id}`);
}

async function timed(step: () => unknown): Promise<number> {
  const began = performance.now();
  await step();
  return performance.now() - began;
}

type Plan = { planId: string; ids: string[] };

async function filledPlan(caller: Caller): Promise<Plan> {
  const { planId } = await caller.plans.create({ title: 'Harbour', kind: 'action plan', period: '2010-11' });
  const { sectionId } = await caller.plans.addSection({
    ...{ planId, parentId: null, afterSectionId: null, kind: 'priority', ref: '1' },
    title: 'Families know where to turn',
  });
  const rows = Array.from({ length: actions }, (_, at) => ({
    ...{ ref: `1.${at + 1}`, text: `Task ${at + 1}`, leads: 'Ruth Adeyemi', timescale: 'March 2011' },
  }));
  const added = await caller.plans.addActions({ planId, sectionId, afterActionId: null, rows });
  return { planId, ids: added.actions.map(({ id }) => id) };
}

async function saved(caller: Caller, { planId, ids }: Plan, turn: number): Promise<void> {
  const actionId = ids[turn % ids.length] ?? '';
  const text = `Looked at again, time ${turn}`;
  await caller.plans.setCells({ planId, edits: [{ actionId, field: 'comment', text }] });
}

async function brought(caller: Caller, turn: number): Promise<void> {
  const lines = Array.from({ length: broughtIn }, (_, at) => `${at + 1}.1,Brought ${turn} ${at},RA,Ongoing`);
  const base64 = Buffer.from(['Ref,Action,Lead,Timescale', ...lines].join('\n')).toString('base64');
  const { sessionId } = await caller.imports.start({
    ...{ jobId: `read ${turn}`, files: [{ name: `harbour ${turn}.csv`, base64 }], options: {} },
  });
  await caller.imports.bringIn({ sessionId, jobId: `bring ${turn}` });
}

/** One row in a database of its own, as durable as a save: what the disk and the machine allow at this moment. */
function bareCommits(path: string) {
  const raw = new Database(path);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('CREATE TABLE t (a)');
  const insert = raw.prepare('INSERT INTO t VALUES (1)');
  return { commit: () => insert.run(), close: () => raw.close() };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function sample(path: string, minute: number): Sample {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    minute,
    rss,
    held: heapUsed + external,
    openFiles: openFiles(),
    walBytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
  };
}

/** Descriptors of this process; 0 where the system does not list them. */
function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
