import { kpiFormulas } from '#db/queries/kpi-links.ts';
import { kpisIn, kpiValuesIn } from '#db/queries/kpis-read.ts';
import type { Kpi, KpiValue, Period } from '#shared/contract/register.ts';
import { decimalText, writtenDecimal } from '#shared/domain/decimals.ts';
import { type Formula, idsIn, inputsOf, type Nameable, readFormula } from '#shared/domain/formula.ts';
import { dependantsInOrder } from '#shared/domain/formula-rings.ts';
import { formulaResult } from '#shared/domain/formula-value.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { formatDecimal, unitKindOf, writtenUnit } from '#shared/domain/kpi-units.ts';
import { type Figure, type FigurePlace, type FigureWriter, figureAt, putFigure } from './write-figure.ts';

/** The roles that a formula gives; targets, baselines and comparators are typed. */
export const calculatedRoles = ['actual', 'forecast'] as const;

/**
 * Works out anew every KPI whose formula hangs on one of those that changed, however far, within the act that changed
 * them; `also` are KPIs whose formula is new. Gives the ids of those of which a figure changed.
 */
export function recalculate(
  writer: FigureWriter,
  changed: Iterable<string>,
  also: readonly string[] = [],
): string[] {
  const all = kpiFormulas(writer.tx);
  const inputs = new Map(all.flatMap(({ id, formula }) => (formula === null ? [] : [[id, idsIn(formula)]])));
  if (inputs.size === 0) return [];
  const order = orderOf([...changed], also, inputs);
  if (order.length === 0) return [];
  const ids = [...new Set([...order, ...order.flatMap((id) => inputs.get(id) ?? [])])];
  const kpis = new Map(kpisIn(writer.tx, { in: 'ids', ids }).map(({ kpi }) => [kpi.id, kpi]));
  const values = kpiValuesIn(writer.tx, { in: 'ids', ids });
  const figures: Figures = (id) => {
    const held = values.get(id) ?? [];
    values.set(id, held);
    return held;
  };
  return order.filter((id) => {
    const kpi = kpis.get(id);
    const read = kpi?.formula === undefined ? null : readFormula(kpi.formula, all);
    // A formula whose KPI is gone keeps the figures that it gave while it was there.
    if (!kpi || !read || read.fault !== null) return false;
    return workOut(writer, { kpi, formula: read.formula, named: all, figures });
  });
}

type Figures = (kpiId: string) => KpiValue[];

/** New formulas first come into the order as if an input of theirs had changed. */
function orderOf(
  changed: readonly string[],
  also: readonly string[],
  inputs: ReadonlyMap<string, readonly string[]>,
): string[] {
  const roots = also.flatMap((id) => inputs.get(id) ?? []);
  const wanted = new Set([...also, ...dependantsInOrder([...changed, ...also], inputs)]);
  return dependantsInOrder([...changed, ...also, ...roots], inputs).filter((id) => wanted.has(id));
}

type Working = { kpi: Kpi; formula: Formula; named: readonly Nameable[]; figures: Figures };

function workOut(writer: FigureWriter, working: Working): boolean {
  const { kpi, formula, figures } = working;
  const from = inputsOf(formula);
  const known = figures(kpi.id);
  let wrote = false;
  for (const role of calculatedRoles) {
    const periods = new Map<string, Period>();
    for (const id of from) {
      for (const value of figures(id))
        if (value.role === role) periods.set(periodKey(value.period), value.period);
    }
    for (const value of known) {
      if (value.role === role && value.calculated === 'formula')
        periods.set(periodKey(value.period), value.period);
    }
    for (const period of periods.values()) {
      const place: FigurePlace = { kpi, role, period, comparator: null };
      const figure = figureFor(working, from, place);
      // A figure typed before there was a formula stays where the formula gives none.
      if (!figure && figureAt(known, place)?.calculated !== 'formula') continue;
      wrote = putFigure({ ...writer, by: null }, known, place, figure) || wrote;
    }
  }
  return wrote;
}

/** What the formula gives for a period; null where an input has no number there. */
function figureFor(
  { kpi, formula, named, figures }: Working,
  from: string[],
  place: FigurePlace,
): Figure | null {
  const held = new Map(from.map((id) => [id, figureAt(figures(id), { ...place, comparator: null })]));
  const result = formulaResult(
    formula,
    (id) => {
      const value = held.get(id);
      return value?.number === null || !value ? null : writtenDecimal(value.number, value.text);
    },
    { decimals: kpi.decimals, divided: unitKindOf(kpi) === 'percentage' ? 1 : 2 },
  );
  const provisional = [...held.values()].some((value) => value?.provisional);
  if (result.decimal) {
    const text = formatDecimal(result.decimal, writtenUnit(kpi));
    const number = Number(decimalText(result.decimal));
    return { number, text, symbol: null, provisional, note: null, calculated: 'formula' };
  }
  if (result.why === 'missing') return null;
  return {
    number: null,
    text: 'z',
    symbol: 'z',
    provisional,
    note: `${zeroName(result.zero, named)} is 0 in ${place.period.label}, and nothing can be divided by it.`,
    calculated: 'formula',
  };
}

function zeroName(id: string | null, named: readonly Nameable[]): string {
  const kpi = named.find((one) => one.id === id);
  return kpi ? (kpi.ref ?? kpi.name) : 'What is divided by';
}
