import type { z } from 'zod';
import { planHead } from '#db/queries/plans-list.ts';
import { refsOf } from '#db/queries/plans-order.ts';
import { updateRow } from '#db/rows.ts';
import { actions, sections } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { plansContract } from '#shared/contract/plans.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from './edit-plan.ts';
import { noPlan } from './read-plans.ts';

type Renumbering = z.output<typeof plansContract.renumber.input>;

/**
 * Writes the references that a preview showed, in one change set, and gives how many. A row whose reference is no
 * longer the one shown makes it `conflict`, with nothing written: the preview would not be what happens.
 */
export function renumber({ register }: Doing, { planId, ...edits }: Renumbering): number {
  const plan = planHead(register.db, planId);
  if (!plan) throw noPlan();
  const total = edits.sections.length + edits.actions.length;
  if (total === 0) throw new AppError('wrong-use', 'There is no reference to change: all stand in order.');
  register.act({ kind: 'edit', label: `${count(total, 'reference')} renumbered in ${plan.title}` }, (tx) => {
    for (const [name, table] of [
      ['sections', sections],
      ['actions', actions],
    ] as const) {
      const now = refsOf(tx, name, planId);
      for (const { id, before, after } of edits[name]) {
        if (!now.has(id) || now.get(id) !== before) {
          throw new AppError(
            'conflict',
            'The plan was changed after this was shown, so nothing was renumbered. Look at the new list.',
          );
        }
        updateRow(tx, table, id, { ref: after });
      }
    }
  });
  return total;
}
