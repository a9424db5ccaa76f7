import type { Accepted } from '#shared/contract/checks.ts';
import type { Action } from '#shared/contract/register.ts';
import {
  type ActionFacts,
  type Expected,
  expectedState,
  isMismatch,
  mismatchInWords,
  standingOfMeasures,
  usualRule,
  usualSilentDays,
} from '#shared/domain/expected-state.ts';
import { latestPeriod } from '#shared/domain/kpi-standing.ts';
import { type Slip, slippageOf } from '#shared/domain/slippage.ts';
import { basisOfMismatch } from '../../checks/acceptances.ts';
import { type ContentIndex, latestProgress } from './content-index.ts';
import { readKpi } from './read-kpi.ts';

/** A status of a snapshot that dates and evidence did not bear out on the day it was taken. */
export type FrozenMismatch = {
  readonly action: Action;
  readonly expected: Expected;
  readonly says: string;
  readonly accepted: Omit<Accepted, 'id'> | null;
};

/**
 * Checks the statuses of a snapshot as they stood on its day, by the same rule as the screen: the same snapshot gives
 * the same list whenever its report is made.
 */
export function mismatchesIn(index: ContentIndex, actions: readonly Action[], day: string): FrozenMismatch[] {
  if (index.named) return withoutNames(index, index.named, actions, day);
  const { settings, lineage = [], acceptances = [] } = index.content;
  const { silentDays = usualSilentDays, statusRule = usualRule } = settings;
  const goneOn = new Set([
    ...index.content.actions.flatMap(({ continuesActionId }) => continuesActionId ?? []),
    ...lineage.flatMap(({ fromActionId }) => fromActionId ?? []),
  ]);
  return actions.flatMap((action): FrozenMismatch[] => {
    if (!action.status || goneOn.has(action.id)) return [];
    const facts = factsOf(index, action);
    const own = index.plans.get(action.planId)?.silentDays;
    const expected = expectedState(facts, day, own ?? silentDays, statusRule);
    if (!isMismatch(facts, expected)) return [];
    const says = mismatchInWords(expected, action.status.label);
    const of = acceptances.filter((one) => one.check === 'status' && one.actionId === action.id);
    const basis = of.length === 0 ? '' : basisOfMismatch({ action, facts, expected }, action.leads);
    const held = of.findLast((one) => one.basis === basis);
    return [
      { action, expected, says, accepted: held ? { reason: held.reason, on: held.on, by: held.by } : null },
    ];
  });
}

/** What was accepted rests on words with the names in them, so that is judged, and told without them. */
function withoutNames(
  index: ContentIndex,
  { index: whole, hide }: NonNullable<ContentIndex['named']>,
  actions: readonly Action[],
  day: string,
): FrozenMismatch[] {
  const asNamed = actions.flatMap(({ id }) => whole.actions.get(id) ?? []);
  return mismatchesIn(whole, asNamed, day).flatMap(({ action, expected, says, accepted }) => {
    const told = index.actions.get(action.id);
    if (!told) return [];
    const held = index.content.acceptances?.find(
      (one) => one.actionId === action.id && one.on === accepted?.on && one.reason === hide(accepted.reason),
    );
    return [
      {
        action: told,
        expected,
        says: hide(says),
        accepted: accepted && { reason: hide(accepted.reason), on: accepted.on, by: held?.by ?? null },
      },
    ];
  });
}

function factsOf(index: ContentIndex, action: Action): ActionFacts {
  const update = latestProgress(index, action.id);
  const measures = index.measuresOf.get(action.id) ?? [];
  const done = measures.filter(({ doneOn }) => doneOn !== undefined).length;
  return {
    said: action.status?.state ?? null,
    timescale: action.timescale,
    periodStart: index.plans.get(action.planId)?.period?.start ?? null,
    lastUpdate: update === null ? 'none' : (update.on ?? 'undated'),
    words: update?.text ?? null,
    measures: standingOfMeasures(measures.flatMap(({ kpiId }) => (kpiId ? [kpiState(index, kpiId)] : []))),
    slippage: slippageIn(index, action),
    ...(done > 0 && { tally: { of: measures.length, done } }),
  };
}

function kpiState(index: ContentIndex, kpiId: string) {
  const kpi = index.content.kpis.find(({ id }) => id === kpiId);
  if (!kpi) return null;
  return latestPeriod(readKpi(index, kpi).periods)?.state ?? null;
}

/** As it was frozen; of a snapshot that froze none, what the words of the timescale tell. */
export function slippageIn(index: ContentIndex, { id, timescale }: Action): Slip {
  const frozen = index.slips.get(id);
  if (frozen) return { days: frozen.days, later: frozen.later, moves: { length: frozen.times } };
  return slippageOf(timescale?.revisedFrom ? [{ timescale, since: null }] : []);
}
