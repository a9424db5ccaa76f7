import { type Decimal, decimalText, parseDecimal, quotient } from './decimals.ts';
import type { Formula } from './formula.ts';

/** What a formula gives: exact fractions all the way, rounded once at the end. */

type Fraction = {
  top: bigint;
  bottom: bigint /** Places as written; null once something was divided. */;
  places: number | null;
};

export type FormulaResult =
  | { readonly decimal: Decimal; readonly why: null }
  /** `zero` names the KPI, or is null for an expression, that was 0 where something was divided by it. */
  | { readonly decimal: null; readonly why: 'missing'; readonly missing: string }
  | { readonly decimal: null; readonly why: 'zero'; readonly zero: string | null };

class NoResult extends Error {
  readonly result: Extract<FormulaResult, { decimal: null }>;
  constructor(result: Extract<FormulaResult, { decimal: null }>) {
    super(result.why);
    this.result = result;
  }
}

/** Most places of a sum or product of figures as they were written. */
const mostPlaces = 6;

/**
 * Works a formula out. `figureOf` gives the figure of a KPI with the zeros it was written with, null where it has no
 * number. Without `decimals` a sum keeps the places of its figures (34.70 + 0.1 is 34.80), and what was divided has
 * `divided` places.
 */
export function formulaResult(
  formula: Formula,
  figureOf: (id: string) => Decimal | null,
  o: { decimals: number | undefined; divided: number },
): FormulaResult {
  try {
    const { top, bottom, places } = fraction(formula, figureOf);
    const to = o.decimals ?? (places === null ? o.divided : Math.min(places, mostPlaces));
    return { decimal: quotient(top, bottom, to), why: null };
  } catch (error) {
    if (error instanceof NoResult) return error.result;
    throw error;
  }
}

const ofDecimal = ({ units, places }: Decimal): Fraction => ({
  top: units,
  bottom: 10n ** BigInt(places),
  places,
});

function fraction(formula: Formula, figureOf: (id: string) => Decimal | null): Fraction {
  if (formula.kind === 'number') return ofDecimal(parseDecimal(formula.text) ?? { units: 0n, places: 0 });
  if (formula.kind === 'kpi') {
    const figure = figureOf(formula.id);
    if (!figure) throw new NoResult({ decimal: null, why: 'missing', missing: formula.id });
    return ofDecimal(figure);
  }
  if (formula.kind === 'minus') {
    const of = fraction(formula.of, figureOf);
    return { ...of, top: -of.top };
  }
  const left = fraction(formula.left, figureOf);
  const right = fraction(formula.right, figureOf);
  const [a, b] = [left.places, right.places];
  switch (formula.kind) {
    case '+':
    case '-': {
      const places = a === null || b === null ? null : Math.max(a, b);
      const second = right.top * left.bottom;
      const top = left.top * right.bottom + (formula.kind === '+' ? second : -second);
      return { top, bottom: left.bottom * right.bottom, places };
    }
    case '*':
      return {
        top: left.top * right.top,
        bottom: left.bottom * right.bottom,
        places: a === null || b === null ? null : a + b,
      };
    case '/':
      if (right.top === 0n) {
        const zero = formula.right.kind === 'kpi' ? formula.right.id : null;
        throw new NoResult({ decimal: null, why: 'zero', zero });
      }
      return { top: left.top * right.bottom, bottom: left.bottom * right.top, places: null };
  }
}

/** For tests and messages: the result as text, or why there is none. */
export const resultText = (result: FormulaResult): string =>
  result.decimal ? decimalText(result.decimal) : result.why;
