import { decimalOf, parseDecimal } from './decimals.ts';
import type { Formula } from './formula.ts';

/** What a formula ties together: a sum of its KPIs, a share of one sum in another, or something less plain. */

/** An exact fraction. */
export type Exact = { readonly top: bigint; readonly bottom: bigint };
/** So many times each KPI, and a number beside them. */
export type Linear = { readonly times: ReadonlyMap<string, Exact>; readonly plus: Exact };
export type FormulaShape =
  | { readonly kind: 'sum'; readonly sum: Linear }
  | { readonly kind: 'share'; readonly of: Linear; readonly in: Linear }
  | { readonly kind: 'other' };

const none: Exact = { top: 0n, bottom: 1n };
const one: Exact = { top: 1n, bottom: 1n };
export const plusExact = (a: Exact, b: Exact): Exact => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const timesExact = (a: Exact, b: Exact): Exact => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});
export const minusExact = ({ top, bottom }: Exact): Exact => ({ top: -top, bottom });

/** The fraction that a number is, by its shortest spelling. */
export function exactOf(number: number): Exact {
  const { units, places } = decimalOf(number);
  return { top: units, bottom: 10n ** BigInt(places) };
}

export function shapeOf(formula: Formula): FormulaShape {
  const share = shareOf(formula);
  if (share === null) return { kind: 'other' };
  const divisor = constantOf(share.in);
  if (divisor === null) return { kind: 'share', ...share };
  if (divisor.top === 0n) return { kind: 'other' };
  return { kind: 'sum', sum: scaled(share.of, { top: divisor.bottom, bottom: divisor.top }) };
}

/** The value of a sum where every KPI of it has a figure; else null. */
export function sumAt(sum: Linear, figureOf: (id: string) => number | null): Exact | null {
  let total = sum.plus;
  for (const [id, times] of sum.times) {
    const figure = figureOf(id);
    if (figure === null) return null;
    total = plusExact(total, timesExact(times, exactOf(figure)));
  }
  return total;
}

const constant = (plus: Exact): Linear => ({ times: new Map(), plus });
const constantOf = (sum: Linear): Exact | null => (sum.times.size === 0 ? sum.plus : null);

export function scaled({ times, plus }: Linear, by: Exact): Linear {
  return {
    times: new Map([...times].map(([id, n]) => [id, timesExact(n, by)])),
    plus: timesExact(plus, by),
  };
}

export function together(a: Linear, b: Linear): Linear {
  const times = new Map(a.times);
  for (const [id, n] of b.times) times.set(id, plusExact(times.get(id) ?? none, n));
  return { times, plus: plusExact(a.plus, b.plus) };
}

type Share = { readonly of: Linear; readonly in: Linear };
const whole = (of: Linear): Share => ({ of, in: constant(one) });

/** Null where KPIs are multiplied with one another, or shares of different sums put together. */
function shareOf(formula: Formula): Share | null {
  if (formula.kind === 'number') {
    const { units, places } = parseDecimal(formula.text) ?? { units: 0n, places: 0 };
    return whole(constant({ top: units, bottom: 10n ** BigInt(places) }));
  }
  if (formula.kind === 'kpi') return whole({ times: new Map([[formula.id, one]]), plus: none });
  if (formula.kind === 'minus') {
    const inside = shareOf(formula.of);
    return inside && { ...inside, of: scaled(inside.of, minusExact(one)) };
  }
  const [left, right] = [shareOf(formula.left), shareOf(formula.right)];
  if (!left || !right) return null;
  switch (formula.kind) {
    case '+':
      return added(left, right);
    case '-':
      return added(left, { ...right, of: scaled(right.of, minusExact(one)) });
    case '*':
      return multiplied(left, right);
    case '/':
      return divided(left, right);
  }
}

function added(a: Share, b: Share): Share | null {
  const [inA, inB] = [constantOf(a.in), constantOf(b.in)];
  if (inA && inB) return { of: together(scaled(a.of, inB), scaled(b.of, inA)), in: scaled(a.in, inB) };
  const ofA = constantOf(a.of);
  if (inA && ofA) return { of: together(scaled(b.of, inA), scaled(b.in, ofA)), in: scaled(b.in, inA) };
  return inB && constantOf(b.of) ? added(b, a) : null;
}

function multiplied(a: Share, b: Share): Share | null {
  const [inA, inB] = [constantOf(a.in), constantOf(b.in)];
  const [ofA, ofB] = [constantOf(a.of), constantOf(b.of)];
  if (ofA && inA) return { of: scaled(b.of, ofA), in: scaled(b.in, inA) };
  if (ofB && inB) return multiplied(b, a);
  return null;
}

function divided(a: Share, b: Share): Share | null {
  const [inA, inB] = [constantOf(a.in), constantOf(b.in)];
  if (inA && inB) return { of: scaled(a.of, inB), in: scaled(b.of, inA) };
  const ofB = constantOf(b.of);
  return ofB && inB ? { of: scaled(a.of, inB), in: scaled(a.in, ofB) } : null;
}
