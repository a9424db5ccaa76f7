import type { Kpi } from '../contract/kpi-records.ts';
import { idsIn, inputsOf, readFormula } from './formula.ts';
import {
  type Exact,
  exactOf,
  type FormulaShape,
  type Linear,
  minusExact,
  plusExact,
  scaled,
  shapeOf,
  sumAt,
  timesExact,
  together,
} from './formula-shape.ts';
import { unitKindOf } from './kpi-units.ts';
import type { AtLeastZero, Relation, Term } from './suppression-guard.ts';

/**
 * How the figures of formula KPIs tie their inputs together, period by period. A share that is printed ties its two
 * sums in exactly its proportion: held to be known more exactly than it is printed, which errs on the careful side.
 */
export function formulaTies(
  kpis: readonly Kpi[],
  inPeriods: ReadonlyMap<string, ReadonlyMap<string, TiedFigure>>,
  inTime: readonly Relation[],
): { relations: Relation[]; limits: AtLeastZero[] } {
  const relations: Relation[] = [];
  const limits: AtLeastZero[] = [];
  const shares: { output: string; ties: Relation[] }[] = [];
  for (const kpi of kpis) {
    if (kpi.formula === undefined) continue;
    const read = readFormula(kpi.formula, kpis);
    if (read.fault !== null) continue;
    const shape = shapeOf(read.formula);
    const those = [kpi.id, ...inputsOf(read.formula)];
    // A sum holds in every period, also where the total itself stands nowhere.
    for (const key of new Set(those.flatMap((id) => [...(inPeriods.get(id)?.keys() ?? [])]))) {
      const at: FigureAt = (id) => inPeriods.get(id)?.get(key) ?? null;
      const output = at(kpi.id);
      if (output) {
        const parts = those.flatMap((id) => (at(id) ? [] : partsWithin(inPeriods.get(id), key)));
        if (parts.length > 0) shares.push({ output: output.id, ties: heldFast(parts, output.id) });
      }
      if (shape.kind === 'sum') {
        const tie = tieOfSum(shape.sum, output, at);
        // A figure alone is tied to nothing.
        if (tie.terms.length > 1) relations.push(tie);
        continue;
      }
      if (!output) continue;
      if (those.some((id) => id !== kpi.id && (at(id)?.number ?? null) === null)) {
        // What it is made of stands nowhere, yet may be made of, or go into, what does: all of that is held to be known.
        const tied = [...tiedTo(kpi.id, kpis)].filter((id) => id !== kpi.id);
        const parts = tied.flatMap((id) => partsWithin(inPeriods.get(id), key));
        shares.push({ output: output.id, ties: heldFast(parts, output.id) });
        continue;
      }
      const made = tieOfShare(kpi, shape, output, at);
      shares.push({ output: output.id, ties: made.relations });
      limits.push(...made.limits);
    }
  }
  // A share that is left out frees its sums, but where something else is made of the share it is held fast.
  const everywhere = [...inTime, ...relations, ...shares.flatMap(({ ties }) => ties)];
  const elsewhere = new Set(everywhere.flatMap(({ terms }) => terms.map(({ id }) => id)));
  for (const { output, ties } of shares) {
    if (!elsewhere.has(output)) {
      relations.push(...ties);
      continue;
    }
    relations.push(...ties.map((tie) => ({ ...tie, always: true })), { terms: [{ id: output, times: 1n }] });
  }
  return { relations, limits };
}

/** A figure of a period, printed or not; null where nobody knows the number. */
export type TiedFigure = { readonly id: string; readonly number: number | null };
type FigureAt = (kpiId: string) => TiedFigure | null;

/** All KPIs that formulas tie to this one. */
function tiedTo(kpiId: string, kpis: readonly Kpi[]): Set<string> {
  const tied = new Set([kpiId]);
  for (let before = 0; before < tied.size; ) {
    before = tied.size;
    for (const { id, formula } of kpis) {
      if (formula === undefined) continue;
      const those = [id, ...idsIn(formula)];
      if (those.some((one) => tied.has(one))) for (const one of those) tied.add(one);
    }
  }
  return tied;
}

const heldFast = (ids: readonly string[], whilePrinted: string): Relation[] =>
  ids.map((id) => ({ terms: [{ id, times: 1n }], whilePrinted }));

/** Of an input without a figure for the period, those within it: none can be more than what the total leaves. */
function partsWithin(figures: ReadonlyMap<string, TiedFigure> | undefined, key: string): string[] {
  const [start = '', end = ''] = key.split('/');
  return [...(figures ?? [])].flatMap(([one, { id }]) => {
    const [from = '', to = ''] = one.split('/');
    return to !== '' && end !== '' && from >= start && to <= end ? [id] : [];
  });
}

/** What has no figure at all in the period is held to be known. */
function tieOfSum({ times }: Linear, output: TiedFigure | null, at: FigureAt): Relation {
  const inputs = [...times].flatMap(([id, by]): [string, Exact][] => {
    const figure = at(id);
    return figure ? [[figure.id, minusExact(by)]] : [];
  });
  return { terms: wholeTerms([...(output ? [[output.id, exactOf(1)] as const] : []), ...inputs]) };
}

type Tie = { readonly relations: Relation[]; readonly limits: AtLeastZero[] };

function tieOfShare(
  kpi: Kpi,
  shape: Exclude<FormulaShape, { kind: 'sum' }>,
  output: TiedFigure,
  at: FigureAt,
): Tie {
  const [top, bottom] =
    shape.kind === 'share' ? [sumAt(shape.of, numberAt(at)), sumAt(shape.in, numberAt(at))] : [null, null];
  if (shape.kind === 'other' || !top || !bottom || bottom.top === 0n) {
    // Who knows all but one knows that one; so each is held to be known.
    const ids = idsIn(kpi.formula ?? '').flatMap((id) => at(id)?.id ?? []);
    return {
      relations: ids.map((id) => ({ terms: [{ id, times: 1n }], whilePrinted: output.id })),
      limits: [],
    };
  }
  // of / in = top / bottom, so bottom x of - top x in stays 0.
  const terms = termsOf(together(scaled(shape.of, bottom), scaled(shape.in, minusExact(top))), at);
  return {
    relations: [{ terms: wholeTerms(terms), whilePrinted: output.id }],
    limits: unitKindOf(kpi) === 'percentage' ? notOverAll(shape.of, shape.in, top, bottom, at) : [],
  };
}

/** A share is not more than 100 per cent: 100 x in - of is not below 0. */
function notOverAll(of: Linear, all: Linear, top: Exact, bottom: Exact, at: FigureAt): AtLeastZero[] {
  const hundred: Exact = { top: 100n, bottom: 1n };
  const left = together(scaled(all, hundred), scaled(of, exactOf(-1)));
  const room = plusExact(timesExact(bottom, hundred), minusExact(top));
  const terms = termsOf(left, at);
  const value = Number(room.top) / Number(room.bottom);
  if (value < 0) return [];
  const common = commonBottom(terms);
  return [{ terms: wholeTerms(terms), value: value * Number(common) }];
}

const numberAt = (at: FigureAt) => (id: string) => at(id)?.number ?? null;

/** By the figures of the period, all of which are there. */
function termsOf({ times }: Linear, at: FigureAt): [string, Exact][] {
  return [...times].flatMap(([id, by]): [string, Exact][] => {
    const figure = at(id);
    return figure ? [[figure.id, by]] : [];
  });
}

const commonBottom = (terms: readonly (readonly [string, Exact])[]): bigint =>
  terms.reduce((product, [, { bottom }]) => product * (bottom < 0n ? -bottom : bottom), 1n);

function wholeTerms(terms: readonly (readonly [string, Exact])[]): Term[] {
  const common = commonBottom(terms);
  return terms.flatMap(([id, { top, bottom }]) => {
    const times = (top * common) / bottom;
    return times === 0n ? [] : [{ id, times }];
  });
}
