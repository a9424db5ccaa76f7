import type { Kpi, KpiValue } from '../contract/kpi-records.ts';
import { idsIn } from './formula.ts';
import { periodKey } from './kpi-standing.ts';
import { unitKindOf } from './kpi-units.ts';

export type Unproved = {
  /** Figures to leave out, with the small numbers that they are near. */
  readonly leaveOut: ReadonlyMap<string, readonly string[]>;
  /** Small numbers that are such figures themselves: nothing shows that longer periods of their inputs do not tell them. */
  readonly open: ReadonlySet<string>;
};

/**
 * What a formula gave for a period of which not all its inputs stand: a share from before its counts were kept, a year
 * typed without them. It ties together what stands nowhere, so no other table can be shown that prints the same; near a
 * small number it is left out, and with it whatever it might tell.
 */
export function unproved(
  kpis: readonly Kpi[],
  valuesOf: ReadonlyMap<string, readonly KpiValue[]>,
  primary: ReadonlySet<string>,
): Unproved {
  const leaveOut = new Map<string, readonly string[]>();
  const open = new Set<string>();
  for (const family of families(kpis)) {
    const counted = family.flatMap(({ id }) => (valuesOf.get(id) ?? []).filter(isCounted));
    if (!counted.some(({ id }) => primary.has(id))) continue;
    const gaps = new Set(family.flatMap((kpi) => withoutInputs(kpi, valuesOf)));
    if (gaps.size === 0) continue;
    for (const stretch of stretches(counted)) {
      const small = stretch.filter(({ id }) => primary.has(id)).map(({ id }) => id);
      if (small.length === 0) continue;
      for (const { id } of stretch) {
        if (!gaps.has(id)) continue;
        if (!primary.has(id)) leaveOut.set(id, small);
        else if (stretch.some((other) => !primary.has(other.id) && !gaps.has(other.id))) open.add(id);
      }
    }
  }
  return { leaveOut, open };
}

const isCounted = ({ role, number }: KpiValue): boolean =>
  (role === 'actual' || role === 'baseline') && number !== null;

/** KPIs that formulas tie together, two or more. */
function families(kpis: readonly Kpi[]): Kpi[][] {
  const leader = new Map<string, string>(kpis.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  for (const { id, formula } of kpis) {
    if (formula === undefined) continue;
    for (const input of idsIn(formula)) if (leader.has(input)) leader.set(find(input), find(id));
  }
  return [...Map.groupBy(kpis, ({ id }) => find(id)).values()].filter((family) => family.length > 1);
}

/** The figures of a formula for periods in which one of its inputs has none. */
function withoutInputs(kpi: Kpi, valuesOf: ReadonlyMap<string, readonly KpiValue[]>): string[] {
  if (kpi.formula === undefined) return [];
  const inputs = idsIn(kpi.formula).map(
    (id) => new Set((valuesOf.get(id) ?? []).filter(isCounted).map(({ period }) => periodKey(period))),
  );
  // A count of 0 hides nothing, for who knows the rule knows that it would be printed; a share of 0 is told of anybody.
  const hides = ({ number }: KpiValue) => number !== 0 || unitKindOf(kpi) === 'percentage';
  return (valuesOf.get(kpi.id) ?? [])
    .filter(
      (value) =>
        isCounted(value) && hides(value) && inputs.some((there) => !there.has(periodKey(value.period))),
    )
    .map(({ id }) => id);
}

/** Figures whose periods lie over one another, from one to the next: a quarter, its year, the other quarters. */
function stretches(values: readonly KpiValue[]): KpiValue[][] {
  const dated = values
    .filter(({ period }) => period.start && period.end)
    .toSorted((a, b) => ((a.period.start ?? '') < (b.period.start ?? '') ? -1 : 1));
  const found: KpiValue[][] = [];
  let until = '';
  for (const value of dated) {
    if (found.length === 0 || (value.period.start ?? '') > until) found.push([]);
    found.at(-1)?.push(value);
    if ((value.period.end ?? '') > until) until = value.period.end ?? '';
  }
  const others = values.filter(({ period }) => !period.start || !period.end);
  return [...found, ...Map.groupBy(others, ({ period }) => periodKey(period)).values()];
}
