import type { Polarity } from '../contract/kpi-records.ts';
import type { KpiPeriod } from '../contract/kpi-views.ts';
import { difference } from './decimals.ts';

/** How many targets were met, of those of which it can be told. */
export type TargetsMet = {
  readonly met: number;
  /** KPIs whose latest figure stands beside a target that it can be held against. */
  readonly of: number;
  /** KPIs of which nothing can be told: no figure, no target, words, or nobody said which way is better. */
  readonly without: number;
};

/**
 * Whether the target of a period was met: the figure is at it or better, whatever the tolerance allows and whatever was
 * judged. Null where there is no basis to tell.
 */
export function isTargetMet(
  period: Pick<KpiPeriod, 'actual' | 'target'> | null,
  way: Polarity | null,
): boolean | null {
  const [is, aimed] = [period?.actual?.number ?? null, period?.target?.number ?? null];
  if (is === null || aimed === null) return null;
  const polarity = period?.actual?.polarity ?? way;
  const over = difference(is, aimed);
  if (over === 0) return true;
  if (polarity === null) return null;
  return polarity === 'up' ? over > 0 : over < 0;
}

/** Of each KPI the period of its latest figure. */
export function targetsMet(
  kpis: Iterable<{
    readonly latest: Pick<KpiPeriod, 'actual' | 'target'> | null;
    readonly polarity: Polarity | null;
  }>,
): TargetsMet {
  const counts = { met: 0, of: 0, without: 0 };
  for (const { latest, polarity } of kpis) {
    const met = isTargetMet(latest, polarity);
    if (met === null) counts.without += 1;
    else {
      counts.of += 1;
      if (met) counts.met += 1;
    }
  }
  return counts;
}

/** "14 of 22 targets met; of 9 KPIs it cannot be told"; empty where there is no KPI. */
export function targetsMetInWords({ met, of, without }: TargetsMet): string {
  if (of + without === 0) return '';
  if (of === 0) return 'Of no KPI can it be told whether its target is met';
  const untold = without === 0 ? '' : `; of ${without} ${without === 1 ? 'KPI' : 'KPIs'} it cannot be told`;
  return `${met} of ${of} ${of === 1 ? 'target' : 'targets'} met${untold}`;
}
