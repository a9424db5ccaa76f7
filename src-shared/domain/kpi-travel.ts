import type { Polarity } from '../contract/kpi-records.ts';
import type { KpiPeriod, Travel } from '../contract/kpi-views.ts';
import type { Period } from '../contract/record.ts';
import { decimalOf, difference } from './decimals.ts';
import { formatFigure } from './numbers.ts';

/** Which way figures go. */

/** "Down 1.6 points on April to June 2010". Better is null where nothing moved or polarity is not known. */
export function directionOf(o: {
  now: number;
  before: number;
  beforeLabel: string;
  unit: string | null;
  polarity: Polarity | null;
}): { direction: string; better: boolean | null } {
  const change = difference(o.now, o.before);
  if (change === 0) return { direction: `No change on ${o.beforeLabel}`, better: null };
  const up = change > 0;
  const direction = `${up ? 'Up' : 'Down'} ${amount(Math.abs(change), o.unit)} on ${o.beforeLabel}`;
  return { direction, better: o.polarity ? up === (o.polarity === 'up') : null };
}

/** The way from one figure to another. The arrow goes up where it is better, down where it is worse. */
export function travelOf(o: {
  now: number;
  before: number;
  against: Period;
  unit: string | null;
  polarity: Polarity | null;
}): Travel {
  const { direction, better } = directionOf({ ...o, beforeLabel: o.against.label });
  const level = o.now === o.before;
  return {
    words: direction,
    verdict: level ? 'No change' : better === null ? null : better ? 'Better' : 'Worse',
    arrow: level ? 'level' : better === null ? null : better ? 'up' : 'down',
    better,
    against: o.against,
  };
}

function amount(change: number, unit: string | null): string {
  if (unit === '%') return formatFigure(change, change === 1 ? 'point' : 'points');
  return formatFigure(change, unit);
}

/** "4.6 below target", "On target", "1.4 above target"; null where there is nothing to compare. */
export function gapOf({ actual, target }: Pick<KpiPeriod, 'actual' | 'target'>): KpiPeriod['gap'] {
  const [is, aimed] = [actual?.number ?? null, target?.number ?? null];
  if (is === null || aimed === null) return null;
  const gap = difference(is, aimed);
  if (gap === 0) return { number: 0, words: 'On target' };
  const places = Math.min(6, decimalOf(gap).places);
  const words = `${formatFigure(Math.abs(gap), null, places)} ${gap < 0 ? 'below' : 'above'} target`;
  return { number: gap, words };
}
