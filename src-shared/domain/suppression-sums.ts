import type { Kpi } from '../contract/kpi-records.ts';
import { addDays } from './dates.ts';
import { isSmall, type SuppressionRule } from './suppression.ts';
import type { Figure, Relation } from './suppression-guard.ts';

/** What counts by periods tell of one another where a longer period is the sum of its parts. */

/** A figure from a day up to, and without, another. */
export type Dated = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly number: number;
  readonly months: number;
};

/** The longer period and what it is made of. A `hidden` one stands nowhere itself, and is the sum all the same. */
type Sum = {
  readonly id: string;
  readonly number: number | null;
  readonly pieces: readonly string[];
  readonly key: string;
};

/** Sums, and the figures that stand nowhere and yet can be worked out, each by the key of its period. */
export type Sums = {
  readonly ties: readonly Relation[];
  readonly hidden: readonly { readonly key: string; readonly figure: Figure }[];
};

/**
 * Between the days on which any period begins or ends, each period is the sum of its pieces. A piece without a figure
 * of its own can be worked out too: three quarters so far, less the first two.
 */
export function sumsInTime(
  kpi: Kpi,
  dated: readonly Dated[],
  rule: SuppressionRule,
  wanted: readonly (readonly [string, string])[],
): Sums {
  const days = [...new Set(dated.flatMap(({ from, to }) => [from, to]))].sort();
  const at = new Map(days.map((day, n) => [day, n]));
  const keyOf = (from: string, to: string) => `${from}/${addDays(to, -1)}`;
  const pieces = days.slice(0, -1).map((from, n) => keyOf(from, days[n + 1] ?? from));
  const span = (from: string, to: string) => {
    const [first, end] = [at.get(from), at.get(to)];
    return first === undefined || end === undefined ? [] : pieces.slice(first, end);
  };
  const own = new Map<string, Dated>();
  const longer: Sum[] = [];
  for (const one of dated) {
    const inside = span(one.from, one.to);
    if (inside.length > 1) longer.push({ ...one, pieces: inside, key: keyOf(one.from, one.to) });
    else if (inside[0] !== undefined) own.set(inside[0], one);
  }
  const known = piecesKnown(longer, new Map([...own].map(([piece, { number }]) => [piece, number])));
  const told = longer.filter((sum) => isSum(kpi, sum, known));
  const covered = new Set([...own.keys(), ...told.flatMap((sum) => sum.pieces)]);
  const there = new Set(longer.map(({ key }) => key));
  const unsaid = wanted.flatMap(([from, to]): Sum[] => {
    const inside = span(from, to);
    const key = keyOf(from, to);
    if (inside.length < 2 || there.has(key) || !inside.every((piece) => covered.has(piece))) return [];
    return [{ id: hiddenId(kpi, key), number: sumOf(inside, known), pieces: inside, key }];
  });
  const idOf = (piece: string) => own.get(piece)?.id ?? hiddenId(kpi, piece);
  const figure = (key: string, value: number | null) => {
    const sensitive = kpi.countsChildren === true && value !== null && isSmall(value, rule);
    // That somebody is in it may be told by what stands beside it: a share of it, printed or left out.
    const least = value !== null && value >= 1 ? 1 : 0;
    return { key, figure: { id: hiddenId(kpi, key), value, sensitive, least, most: null, hidden: true } };
  };
  return {
    ties: [...told, ...unsaid].map((sum) => ({
      terms: [{ id: sum.id, times: 1n }, ...sum.pieces.map((piece) => ({ id: idOf(piece), times: -1n }))],
    })),
    hidden: [
      ...[...covered]
        .filter((piece) => !own.has(piece))
        .map((piece) => figure(piece, known.get(piece) ?? null)),
      ...unsaid.map(({ key, number }) => figure(key, number)),
    ],
  };
}

const hiddenId = ({ id }: Kpi, key: string): string => `piece ${id} ${key}`;

/** What the pieces are, as far as anybody who knew all figures could tell. */
function piecesKnown(sums: readonly Sum[], own: ReadonlyMap<string, number>): Map<string, number> {
  const known = new Map(own);
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const { number, pieces } of sums) {
      const open = pieces.filter((piece) => !known.has(piece));
      if (number === null || open.length !== 1 || open[0] === undefined) continue;
      known.set(
        open[0],
        pieces.reduce((left, piece) => left - (known.get(piece) ?? 0), number),
      );
    }
  }
  return known;
}

function sumOf(pieces: readonly string[], known: ReadonlyMap<string, number>): number | null {
  let sum = 0;
  for (const piece of pieces) {
    const figure = known.get(piece);
    if (figure === undefined) return null;
    sum += figure;
  }
  return sum;
}

/** As said; where nothing was said, and what is left over is never below nothing, as the figures themselves say. */
function isSum(kpi: Kpi, { number, pieces }: Sum, known: ReadonlyMap<string, number>): boolean {
  if (pieces.some((piece) => (known.get(piece) ?? 0) < 0)) return false;
  return kpi.yearBy === 'sum' || sumOf(pieces, known) === number;
}
