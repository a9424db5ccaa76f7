import type { Kpi, KpiValue, Polarity } from '../contract/kpi-records.ts';
import { difference, product } from './decimals.ts';
import { symbolMeaning } from './numbers.ts';
import type { State } from './states.ts';

/** What a figure means against its target. */

/** The rules of a KPI, as they are stored with each figure that is entered under them. */
export type Rules = Pick<KpiValue, 'tolerance' | 'toleranceBy' | 'onTrackWithin'>;

export const rulesOf = ({ tolerance, toleranceBy, onTrackWithin }: Rules): Rules => ({
  tolerance,
  ...(toleranceBy !== undefined && { toleranceBy }),
  ...(onTrackWithin !== undefined && { onTrackWithin }),
});

/**
 * How far below (or above) the target is still on track and still at risk, in the unit of the KPI: of a rule in per
 * cent that share of the target, whichever its sign.
 */
export function allowance(rules: Rules, target: number): { onTrack: number; atRisk: number } {
  const inUnit = (width: number) =>
    rules.toleranceBy === 'percent' ? Math.abs(product(product(target, width), 0.01)) : width;
  const onTrack = inUnit(rules.onTrackWithin ?? 0);
  return { onTrack, atRisk: Math.max(onTrack, inUnit(rules.tolerance ?? 0)) };
}

/**
 * The state of one period: at or better than target is on track, short of it by no more than the tolerance at risk,
 * else off track. The rules are those stored with the figure, so that the past keeps its colour. Without a basis
 * there is no state, and `why` says what is missing.
 */
export function standingOf(figures: {
  actual: KpiValue | null;
  target: KpiValue | null;
  polarity: Polarity | null;
}): { state: State | null; why: string | null } {
  const { actual, target, polarity } = figures;
  if (!actual) return { state: null, why: 'No figure yet.' };
  if (actual.number === null)
    return { state: null, why: `The figure is ${missing(actual)}, so it is not compared.` };
  if (!target) return { state: null, why: 'No target for this period.' };
  if (target.number === null)
    return { state: null, why: `The target is ${missing(target)}, so it is not compared.` };
  if (actual.number === target.number) return { state: 'on-track', why: null };
  if (!polarity) return { state: null, why: 'Whether up or down is better is not set.' };
  return { state: stateAgainst(actual.number, target.number, polarity, actual), why: null };
}

/** The state of a number against a target under those rules. */
export function stateAgainst(actual: number, target: number, polarity: Polarity, rules: Rules): State {
  const short = polarity === 'up' ? difference(target, actual) : difference(actual, target);
  if (short <= 0) return 'on-track';
  const { onTrack, atRisk } = allowance(rules, target);
  return short <= onTrack ? 'on-track' : short <= atRisk ? 'at-risk' : 'off-track';
}

/** Why a value has no number: what its symbol stands for, else that it is in words. */
function missing(value: KpiValue): string {
  return (value.symbol === null ? null : symbolMeaning(value.symbol)) ?? 'in words';
}

/** The way from a baseline to targets, if all go the same way; null where they do not, or nothing goes anywhere. */
export function evidentWay(baseline: number | null, targets: Iterable<number>): Polarity | null {
  if (baseline === null) return null;
  const ways = new Set<number>();
  for (const target of targets) if (target !== baseline) ways.add(Math.sign(target - baseline));
  const [way] = ways;
  return ways.size !== 1 || way === undefined ? null : way > 0 ? 'up' : 'down';
}

/**
 * Up or down as set; where it is not set, the way from the baseline to the targets, if all go the same way. Null is a
 * question for somebody who knows.
 */
export function polarityOf(kpi: Pick<Kpi, 'polarity'>, values: readonly KpiValue[]): Polarity | null {
  if (kpi.polarity) return kpi.polarity;
  const baseline = values.find((value) => value.role === 'baseline' && value.number !== null)?.number;
  const targets = values.flatMap(({ role, number }) =>
    role === 'target' && number !== null ? [number] : [],
  );
  return evidentWay(baseline ?? null, targets);
}
