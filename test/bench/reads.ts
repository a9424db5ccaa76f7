import { appOn } from './core-app.ts';
import type { Made } from './make-register.ts';
import { byTurns, inMs, median, quantile, type Result } from './measure.ts';

/** Reading through the core, checks of the answer included. */
export async function benchReads(made: Made, folder: string): Promise<Result[]> {
  const { app, caller } = await appOn(made.path, folder);
  try {
    const planId = made.largePlanId;
    const bare = [
      'SELECT * FROM actions WHERE plan_id = ? ORDER BY position',
      'SELECT l.* FROM actions a JOIN leads l ON l.action_id = a.id WHERE a.plan_id = ?',
      'SELECT m.* FROM actions a JOIN measures m ON m.action_id = a.id WHERE a.plan_id = ?',
      'SELECT p.* FROM actions a JOIN progress p ON p.action_id = a.id WHERE a.plan_id = ?',
    ].map((text) => app.openedRegister().db.raw.prepare(text));
    const timed = await byTurns(9, {
      bare: () => bare.map((statement) => statement.all(planId)),
      plan: () => caller.plans.get({ planId }),
      packed: async () => JSON.stringify(await caller.plans.packed({ planId })),
      plain: async () => JSON.stringify(await caller.plans.get({ planId })),
      home: () => caller.home.get(),
      list: () => caller.plans.list(),
      kpis: () => caller.kpis.list({}),
    });
    const ratio = median(timed.plan ?? []) / median(timed.bare ?? []);
    const times: Result[] = [
      { name: 'plans.get of 20,000 actions', aim: 300, timed: timed.plan },
      { name: 'plans.packed of 20,000 actions, as JSON', aim: 300, timed: timed.packed },
      { name: 'home.get at 100,000 rows', aim: 100, timed: timed.home },
      { name: 'plans.list at 100,000 rows', aim: 100, timed: timed.list },
      { name: 'kpis.list of 500 with 12 figures each', aim: 100, timed: timed.kpis },
    ].map(({ name, aim, timed: times = [] }) => ({
      name,
      value: median(times),
      unit: 'ms',
      aim,
      of: `p95 ${inMs(quantile(times, 0.95))}`,
    }));
    return [
      ...times,
      {
        name: 'a plan as JSON, packed / plain',
        value: median(timed.packed ?? []) / median(timed.plain ?? []),
        unit: 'x',
        aim: null,
        of: `${inMs(median(timed.packed ?? []))} / ${inMs(median(timed.plain ?? []))}`,
      },
      {
        name: 'plans.get / bare reading of the same rows',
        value: ratio,
        unit: 'x',
        aim: null,
        of: `${inMs(median(timed.plan ?? []))} / ${inMs(median(timed.bare ?? []))}`,
      },
    ];
  } finally {
    await app.close();
  }
}
