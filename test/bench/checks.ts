import { appOn } from './core-app.ts';
import type { Made } from './make-register.ts';
import { inMs, median, quantile, type Result } from './measure.ts';

/**
 * The checks of a plan of 20,000 actions: the first time after something was written, when every action of the register
 * is judged anew, and again while nothing changed. Overview and list of one plan, as its screen asks for them.
 */
export async function benchChecks(made: Made, folder: string): Promise<Result[]> {
  const { app, caller } = await appOn(made.path, folder);
  try {
    const planId = made.largePlanId;
    const { actions } = await caller.plans.get({ planId });
    const anew: number[] = [];
    const again: number[] = [];
    const time = async (into: number[]) => {
      const begin = performance.now();
      await caller.checks.plan({ planId, limit: 200 });
      into.push(performance.now() - begin);
    };
    for (let turn = 0; turn < 9; turn++) {
      const actionId = actions[turn]?.id ?? '';
      await caller.plans.setCells({ planId, edits: [{ actionId, field: 'comment', text: `Turn ${turn}` }] });
      await time(anew);
      await time(again);
    }
    return [
      { name: 'checks.plan of 20,000 actions, after a change', times: anew, aim: 300 },
      { name: 'checks.plan of 20,000 actions, again', times: again, aim: 200 },
    ].map(({ name, times, aim }) => ({
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
