import type { Kpi, KpiValue } from '../contract/kpi-records.ts';
import { addDays } from './dates.ts';
import { idsIn, readFormula } from './formula.ts';
import { monthsOf, periodKey } from './kpi-standing.ts';
import { unitKindOf } from './kpi-units.ts';
import { isSmall, type SuppressionRule } from './suppression.ts';
import { formulaTies, type TiedFigure } from './suppression-formulas.ts';
import type { Figure, FigureSet, Relation } from './suppression-guard.ts';
import { type Dated, type Sums as InTime, sumsInTime } from './suppression-sums.ts';

/**
 * The figures of KPIs that count children, and of those tied to them by formulas, with everything by which one can be
 * worked out from others: the year from its quarters, a quarter from two cumulative figures, a count from a share.
 */
export function figureSet(
  kpis: readonly Kpi[],
  valuesOf: ReadonlyMap<string, readonly KpiValue[]>,
  rule: SuppressionRule,
): FigureSet {
  const concerned = concernedBy(kpis);
  const figures = new Map<string, Figure>();
  const relations: Relation[] = [];
  const inPeriods = new Map<string, Map<string, TiedFigure>>();
  const wanted = wantedPeriods(concerned, valuesOf);
  for (const kpi of concerned) {
    const counted = (valuesOf.get(kpi.id) ?? []).filter(isCounted);
    const small = smallByFormula(kpi, concerned, valuesOf, rule);
    for (const value of counted) {
      const figure = figureOf(kpi, value, rule);
      figures.set(value.id, small.has(value.id) ? { ...figure, sensitive: true } : figure);
    }
    const { ties, hidden } = tiesInTime(kpi, counted, rule, wanted);
    relations.push(...ties, ...tiesOfOnePeriod(counted));
    const byKey = new Map<string, TiedFigure>();
    for (const { key, figure } of hidden) {
      figures.set(figure.id, figure);
      byKey.set(key, { id: figure.id, number: figure.value });
    }
    for (const { id, number, period } of counted.toReversed()) {
      if (number !== null) byKey.set(periodKey(period), { id, number });
    }
    inPeriods.set(kpi.id, byKey);
  }
  const { relations: byFormula, limits } = formulaTies(concerned, inPeriods, relations);
  return { figures, relations: [...relations, ...byFormula], limits };
}

/** The periods of all, by first day and the day after the last: a sum may be wanted for those of another KPI. */
function wantedPeriods(
  kpis: readonly Kpi[],
  valuesOf: ReadonlyMap<string, readonly KpiValue[]>,
): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  if (!kpis.some(({ formula }) => formula !== undefined)) return [];
  for (const { id } of kpis) {
    for (const { period } of valuesOf.get(id) ?? []) {
      if (period.start && period.end) found.set(periodKey(period), [period.start, addDays(period.end, 1)]);
    }
  }
  return [...found.values()];
}

const isActual = ({ role }: KpiValue): boolean => role === 'actual';
/** What was counted; targets and forecasts are nobody's children, and comparators are published already. */
const isCounted = ({ role }: KpiValue): boolean => role === 'actual' || role === 'baseline';

/** Those that count children, and all that formulas tie to them. */
function concernedBy(kpis: readonly Kpi[]): Kpi[] {
  const concerned = new Set(kpis.filter(({ countsChildren }) => countsChildren).map(({ id }) => id));
  const formulas = kpis.flatMap(({ id, formula }) =>
    formula === undefined ? [] : [[id, ...idsIn(formula)] as const],
  );
  for (let before = -1; before < concerned.size; ) {
    before = concerned.size;
    for (const those of formulas) {
      if (those.some((id) => concerned.has(id))) for (const id of those) concerned.add(id);
    }
  }
  return kpis.filter(({ id }) => concerned.has(id));
}

const isCount = (kpi: Kpi): boolean => unitKindOf(kpi) === 'number' || unitKindOf(kpi) === 'words';

function figureOf(kpi: Kpi, { id, number, text }: KpiValue, rule: SuppressionRule): Figure {
  const isShare = unitKindOf(kpi) === 'percentage';
  return {
    id,
    value: number,
    sensitive: kpi.countsChildren === true && isSensitive(kpi, number, text, rule),
    least: number === null || number < 0 ? null : number > 0 && !isShare ? Math.min(1, number) : 0,
    most: isShare && number !== null && number <= 100 ? 100 : null,
  };
}

const outOf = /(\d[\d,]*)\s*(?:of|out of|\/)\s*(\d[\d,]*)/;

function isSensitive(kpi: Kpi, number: number | null, text: string, rule: SuppressionRule): boolean {
  if (number !== null && isCount(kpi)) return isSmall(number, rule);
  const parts = outOf.exec(text);
  if (parts) {
    const [some, all] = [Number(parts[1]?.replaceAll(',', '')), Number(parts[2]?.replaceAll(',', ''))];
    return [some, all, all - some].some((count) => isSmall(count, rule));
  }
  // Words in place of a figure: what number in them is of children nobody can tell.
  if (number !== null) return false;
  return [...text.matchAll(/(?<![\d.,/])\d+(?![\d.,/]?\d|%)/g)].some(([digits]) =>
    isSmall(Number(digits), rule),
  );
}

/** Shares that count children and are made of a small count, whatever was said of that count itself. */
function smallByFormula(
  kpi: Kpi,
  concerned: readonly Kpi[],
  valuesOf: ReadonlyMap<string, readonly KpiValue[]>,
  rule: SuppressionRule,
): Set<string> {
  const small = new Set<string>();
  if (!kpi.countsChildren || kpi.formula === undefined) return small;
  const read = readFormula(kpi.formula, concerned);
  if (read.fault !== null) return small;
  const inputs = idsIn(kpi.formula).flatMap((id) => {
    const input = concerned.find((one) => one.id === id);
    return input && isCount(input) ? (valuesOf.get(id) ?? []).filter(isActual) : [];
  });
  const keys = new Set(
    inputs
      .filter(({ number }) => number !== null && isSmall(number, rule))
      .map(({ period }) => periodKey(period)),
  );
  for (const value of (valuesOf.get(kpi.id) ?? []).filter(isActual)) {
    if (keys.has(periodKey(value.period))) small.add(value.id);
  }
  return small;
}

/** A baseline of the period of an actual is the same count. */
function tiesOfOnePeriod(values: readonly KpiValue[]): Relation[] {
  const groups = Map.groupBy(
    values.filter(({ number }) => number !== null),
    ({ period }) => periodKey(period),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? others.filter(({ number }) => number === first.number).map(({ id }) => sameAs(first.id, id)) : [],
  );
}

const sameAs = (a: string, b: string): Relation => ({
  terms: [
    { id: a, times: 1n },
    { id: b, times: -1n },
  ],
});

/** How longer periods are made of shorter ones. */
function tiesInTime(
  kpi: Kpi,
  values: readonly KpiValue[],
  rule: SuppressionRule,
  wanted: readonly (readonly [string, string])[],
): InTime {
  const dated = datedOnce(values);
  if (kpi.yearBy === 'mean') return { ties: meansOf(dated), hidden: [] };
  if (kpi.yearBy === 'last') return { ties: lastsOf(dated), hidden: [] };
  if (kpi.yearBy === 'formula' || !isCount(kpi)) return { ties: [], hidden: [] };
  return sumsInTime(kpi, dated, rule, wanted);
}

function datedOnce(values: readonly KpiValue[]): Dated[] {
  const seen = new Map<string, Dated>();
  for (const { id, number, period } of values) {
    if (number === null || !period.start || !period.end) continue;
    const key = periodKey(period);
    if (seen.has(key)) continue;
    seen.set(key, {
      id,
      number,
      from: period.start,
      to: addDays(period.end, 1),
      months: monthsOf(period) ?? 0,
    });
  }
  return [...seen.values()].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1,
  );
}

const within = (outer: Dated, inner: Dated): boolean =>
  inner !== outer && inner.from >= outer.from && inner.to <= outer.to;

/** The mean of a period times the number of its parts is their sum. */
function meansOf(dated: readonly Dated[]): Relation[] {
  return dated.flatMap((outer): Relation[] => {
    const inner = dated.filter((one) => within(outer, one));
    return [...Map.groupBy(inner, ({ months }) => months).values()].flatMap((parts) =>
      parts.length > 1 && parts.length * (parts[0]?.months ?? 0) === outer.months
        ? [
            {
              terms: [
                { id: outer.id, times: BigInt(parts.length) },
                ...parts.map(({ id }) => ({ id, times: -1n })),
              ],
            },
          ]
        : [],
    );
  });
}

/** A year reached by its last figure says that figure again. */
function lastsOf(dated: readonly Dated[]): Relation[] {
  return dated.flatMap((outer) =>
    dated
      .filter((inner) => within(outer, inner) && inner.to === outer.to && inner.number === outer.number)
      .map((inner) => sameAs(outer.id, inner.id)),
  );
}
