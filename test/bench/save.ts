import { join } from 'node:path';
import Database from 'better-sqlite3';
import { appOn } from './core-app.ts';
import type { Made } from './make-register.ts';
import { byTurns, inMs, quantile, type Result } from './measure.ts';

/** One field saved through the core (log, undo, search and the answer included) against one bare durable commit. */
export async function benchSave(made: Made, folder: string): Promise<Result[]> {
  const bare = new Database(join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  bare.exec(`INSERT INTO t VALUES (1, '')`);
  const write = bare.prepare('UPDATE t SET text = ? WHERE id = 1');
  const { app, caller } = await appOn(made.path, folder);
  try {
    const planId = made.largePlanId;
    const { actions } = await caller.plans.get({ planId });
    const save = (field: 'comment' | 'status') => (turn: number) => {
      const actionId = actions[(turn * 37) % actions.length]?.id ?? '';
      const text = field === 'status' ? `At risk  Step ${turn}` : `Comment ${turn}`;
      return caller.plans.setCells({ planId, edits: [{ actionId, field, text }] });
    };
    const timed = await byTurns(300, {
      bare: (turn) => write.run(`Comment ${turn}`),
      comment: save('comment'),
      status: save('status'),
    });
    const p95 = (name: string) => quantile(timed[name] ?? [], 0.95);
    return (['comment', 'status'] as const).map((field) => ({
      name: `one ${field} saved / bare durable commit, p95`,
      value: p95(field) / p95('bare'),
      unit: 'x',
      aim: 2,
      of: `${inMs(p95(field))} / ${inMs(p95('bare'))}`,
    }));
  } finally {
    await app.close();
    bare.close();
  }
}
