import type { ReadDb } from '#db/handles.ts';
import { redatings } from '#db/queries/checks-facts.ts';
import type { Timescale } from '#shared/contract/register.ts';
import type { FrozenSlip } from '#shared/contract/snapshot-content.ts';
import { noSlippage, type Slip, type Standing, slippageOf } from '#shared/domain/slippage.ts';

/** Of each snapshot that is looked at: how often and how far ends had moved when it was taken. */
const frozen = new WeakMap<ReadDb['raw'], ReadonlyMap<string, FrozenSlip>>();

/** A snapshot has no history: what it froze of it is told to whoever asks for the slips in it. */
export function keepFrozenSlips(db: ReadDb, slips: readonly FrozenSlip[]): void {
  frozen.set(db.raw, new Map(slips.map((slip) => [slip.actionId, slip])));
}

/**
 * How the end dates of actions have slipped, from the history and from words that tell of earlier dates. The few moves
 * there are, are read at once: of all actions, or of those named.
 */
export function slipsIn(db: ReadDb, actionIds: readonly string[] | null = null): (action: Dated) => Slip {
  const slips = frozen.get(db.raw);
  if (slips) return (action) => slipAsFrozen(action, slips.get(action.id));
  const found = new Map<string, Standing[]>();
  for (const { actionId, at, addedAt, before, after } of redatings(db, actionIds)) {
    const history = found.get(actionId) ?? [{ timescale: before, since: addedAt?.slice(0, 10) ?? null }];
    history.push({ timescale: after, since: at.slice(0, 10) });
    found.set(actionId, history);
  }
  return ({ id, timescale }) => {
    const history = found.get(id);
    return history ? slippageOf(history) : slipInWords(timescale);
  };
}

type Dated = { id: string; timescale: Timescale | null };

/** What the words of a timescale tell of earlier dates. */
const slipInWords = (timescale: Timescale | null): Slip =>
  timescale?.revisedFrom ? slippageOf([{ timescale, since: null }]) : noSlippage;

/** As it was frozen, with the moves themselves where the words of the timescale tell them all. */
function slipAsFrozen({ timescale }: Dated, slip: FrozenSlip | undefined): Slip {
  const told = slipInWords(timescale);
  if (!slip || (told.moves.length === slip.times && told.days === slip.days)) return told;
  return { days: slip.days, later: slip.later, moves: { length: slip.times } };
}
