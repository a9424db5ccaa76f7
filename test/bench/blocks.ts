import { appOn } from './core-app.ts';
import type { Made } from './make-register.ts';
import { inMs, median, type Result } from './measure.ts';

/** The largest block that may be pasted at once, and taking it back. */
export async function benchBlocks(made: Made, folder: string): Promise<Result[]> {
  const { app, caller } = await appOn(made.path, folder);
  try {
    const planId = made.largePlanId;
    const { actions } = await caller.plans.get({ planId });
    const pasted: number[] = [];
    const undone: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      const typed = {
        timescale: `By ${turn + 1} May 2011`,
        leads: `Ruth Adeyemi, Lead ${turn}`,
        status: `At risk  ${turn}`,
      };
      const edits = actions.slice(0, 5_000).flatMap(({ id: actionId }) => [
        ...(['timescale', 'leads', 'status'] as const).map((field) => ({
          actionId,
          field,
          text: typed[field],
        })),
        { actionId, field: 'comment' as const, text: `Comment ${turn}` },
      ]);
      const begin = performance.now();
      await caller.plans.setCells({ planId, edits });
      const middle = performance.now();
      await caller.history.undo();
      pasted.push(middle - begin);
      undone.push(performance.now() - middle);
    }
    return [
      {
        name: 'a block of 20,000 cells pasted',
        value: median(pasted),
        unit: 'ms',
        aim: null,
        of: `undone in ${inMs(median(undone))}`,
      },
    ];
  } finally {
    await app.close();
  }
}
