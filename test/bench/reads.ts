import { appOn } from './core-app.ts';
import type { Made } from './make-register.ts';
import { byTurns, inMs, median, quantile, type Result } from './measure.ts';

/** Reading through the core, checks of the answer included. */
export async function benchReads(made: Made, folder: string): Promise<Result[]> {
  const { app, caller } = await appOn(made.path, folder);
  try {
    const planId = made.largePlanId;
    const timed = await byTurns(9, {
      plan: () => caller.plans.get({ planId }),
      home: () => caller.home.get(),
      list: () => caller.plans.list(),
      kpis: () => caller.kpis.list({}),
    });
    return [
      { name: 'plans.get of 20,000 actions', aim: 300, timed: timed.plan },
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
  } finally {
    await app.close();
  }
}
