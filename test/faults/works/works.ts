import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { listBackups, verifyBackup } from '#db/backup.ts';
import { schemaVersion, userVersion } from '#db/migrate.ts';
import { lookAtCopy } from '../past/contents.ts';
import { writePastRegister } from '../past/past-register.ts';
import type { Desk, Work } from './work.ts';

/** What the officer does in these tests: save, bring a file in, back up, restore, open a register of before. */

const planTitle = 'Harbour Early Years Plan';

async function filledPlan({ caller, app, register }: Desk, actions: number): Promise<void> {
  mkdirSync(join(register, '..'), { recursive: true });
  await app.openPath(register, { create: true });
  const { planId } = await caller.plans.create({
    title: planTitle,
    kind: 'action plan',
    period: '2010-11',
  });
  const { sectionId } = await caller.plans.addSection({
    planId,
    parentId: null,
    afterSectionId: null,
    kind: 'priority',
    ref: '1',
    title: 'Families know where to turn',
  });
  const rows = Array.from({ length: actions }, (_, at) => ({
    ref: `1.${at + 1}`,
    text: `Task ${at + 1} of the harbour`,
    leads: 'Ruth Adeyemi',
    timescale: 'March 2011',
  }));
  await caller.plans.addActions({ planId, sectionId, afterActionId: null, rows });
}

const count = (raw: Database.Database, sql: string, ...values: unknown[]): number =>
  raw
    .prepare(sql)
    .pluck()
    .get(...values) as number;

const commentOf = (turn: number) => `Ask again in May ${turn}`;

export const save: Work = {
  name: 'save',
  opens: true,
  prepare: (desk) => filledPlan(desk, 30),
  async run({ app, caller }, turn = 0) {
    const { raw } = app.openedRegister().db;
    const action = raw
      .prepare('SELECT id, plan_id AS planId FROM actions WHERE ref = ?')
      .get(`1.${turn + 1}`) as {
      id: string;
      planId: string;
    };
    const { id: actionId, planId } = action;
    await caller.plans.setCells({ planId, edits: [{ actionId, field: 'comment', text: commentOf(turn) }] });
  },
  isDone: (raw, turn = 0) =>
    count(raw, 'SELECT count(*) FROM actions WHERE comment = ?', commentOf(turn)) === 1,
};

/** Rows of the file that is brought in: so many that the triggers are set aside (db/bulk.ts). */
const broughtIn = 510;

export const bringIn: Work = {
  name: 'import',
  opens: true,
  prepare: (desk) => filledPlan(desk, 30),
  async run({ caller }, turn = 0) {
    const lines = Array.from(
      { length: broughtIn },
      (_, at) => `${at + 1}.1,Brought by ${turn} ${at + 1},RA,Ongoing`,
    );
    const base64 = Buffer.from(['Ref,Action,Lead,Timescale', ...lines].join('\n')).toString('base64');
    const { sessionId } = await caller.imports.start({
      jobId: 'read',
      files: [{ name: `harbour ${turn}.csv`, base64 }],
      options: {},
    });
    await caller.imports.bringIn({ sessionId, jobId: 'bring in' });
  },
  isDone: (raw, turn = 0) =>
    count(raw, 'SELECT count(*) FROM actions WHERE text LIKE ?', `Brought by ${turn} %`) === broughtIn &&
    count(raw, 'SELECT count(*) FROM import_files WHERE name = ?', `harbour ${turn}.csv`) === 1,
};

export const backUp: Work = {
  name: 'backup',
  opens: true,
  async prepare(desk) {
    await filledPlan(desk, 30);
    await desk.caller.backups.make();
  },
  async run({ caller }) {
    await caller.backups.make();
  },
  isDone: () => true,
  judge({ backups }, done) {
    const good = listBackups(backups, { register: 'Office.register' }).filter(
      ({ verdict }) => verdict === 'good',
    );
    const least = 1 + Number(done);
    const broken = good.flatMap(({ id, path }) =>
      lookAtCopy(path, (raw) => raw.pragma('integrity_check', { simple: true })) === 'ok'
        ? []
        : [`a backup that is listed as good is damaged: ${id}`],
    );
    return [...(good.length < least ? [`${good.length} good backups of at least ${least}`] : []), ...broken];
  },
};

const restoredIn = (desk: Pick<Desk, 'register'>): string[] =>
  readdirSync(join(desk.register, '..')).filter((name) => / restored .*\.register$/.test(name));

export const restore: Work = {
  name: 'restore',
  opens: true,
  prepare: backUp.prepare,
  async run({ app, caller }) {
    // Not by the procedure: what it reads beside the work would be counted too.
    const [newest] = app.backups.list(app.openedRegister());
    if (!newest) throw new Error('there is no backup to restore');
    await caller.backups.restore({ backupId: newest.id });
  },
  isDone: () => true,
  judge(desk, done) {
    const [backup] = listBackups(desk.backups).filter(({ verdict }) => verdict === 'good');
    if (!backup) return ['the backup that was restored is gone or damaged'];
    const restored = restoredIn(desk);
    const unlike = restored.filter(
      (name) =>
        lookAtCopy(join(desk.register, '..', name), (raw) => count(raw, 'SELECT count(*) FROM actions')) !==
        backup.counts.actions,
    );
    return [
      ...(restored.length < Number(done) ? [`${restored.length} of ${done} restored registers`] : []),
      ...unlike.map((name) => `half a register was left as "${name}"`),
      ...(verifyBackup(desk.backups, backup.id).verdict === 'good' ? [] : ['the backup was changed']),
    ];
  },
};

/** A register of an earlier program: the schema from which most has changed since. */
const earlierVersion = 5;

export const migrate: Work = {
  name: 'migrate',
  opens: false,
  async prepare(desk) {
    await filledPlan(desk, 200);
    await desk.app.close();
    const today = `${desk.register}.today`;
    lookAtCopy(desk.register, (raw) => raw.prepare('VACUUM INTO ?').run(today));
    for (const end of ['', '-wal']) rmSync(`${desk.register}${end}`, { force: true });
    writePastRegister(desk.register, earlierVersion, today);
    rmSync(today);
  },
  async run({ app, register }) {
    await app.openPath(register);
  },
  isDone: (raw) => userVersion(raw) === schemaVersion(),
  judge({ backups, register }) {
    const done = lookAtCopy(register, (raw) => userVersion(raw) === schemaVersion());
    if (!done) return [];
    const before = existsSync(backups) ? listBackups(backups) : [];
    return before.some(({ verdict, reason }) => verdict === 'good' && reason === 'before-migration')
      ? []
      : ['there is no good backup of the register as it was before the migration'];
  },
};

export const works: readonly Work[] = [save, bringIn, backUp, restore, migrate];
