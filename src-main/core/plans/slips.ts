import type { ReadDb } from '#db/handles.ts';
import { redatings } from '#db/queries/checks-facts.ts';
import type { Timescale } from '#shared/contract/register.ts';
import { noSlippage, type Slippage, type Standing, slippageOf } from '#shared/domain/slippage.ts';

/**
 * How the end dates of actions have slipped, from the history and from words that tell of earlier dates. The few moves
 * there are, are read at once: of all actions, or of those named.
 */
export function slipsIn(
  db: ReadDb,
  actionIds: readonly string[] | null = null,
): (action: { id: string; timescale: Timescale | null }) => Slippage {
  const found = new Map<string, Standing[]>();
  for (const { actionId, at, addedAt, before, after } of redatings(db, actionIds)) {
    const history = found.get(actionId) ?? [{ timescale: before, since: addedAt?.slice(0, 10) ?? null }];
    history.push({ timescale: after, since: at.slice(0, 10) });
    found.set(actionId, history);
  }
  return ({ id, timescale }) => {
    const history = found.get(id);
    if (history) return slippageOf(history);
    return timescale?.revisedFrom ? slippageOf([{ timescale, since: null }]) : noSlippage;
  };
}
