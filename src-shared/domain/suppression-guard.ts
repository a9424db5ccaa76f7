import { nullSpace } from './null-space.ts';

/**
 * Whether a figure that is left out can be worked out from those that are printed. A figure is held to be safe only
 * where another table is shown that agrees with everything printed and differs in it by the threshold or more; so the
 * guard may be too careful, and is never too careless.
 */
export type Figure = {
  readonly id: string;
  /** The true figure; null where nobody can know it, and then it is held to be fixed. */
  readonly value: number | null;
  /** It must not be told. */
  readonly sensitive: boolean;
  /** The least it can be by everything that is known; null for no bound. A count that is left out is at least 1. */
  readonly least: number | null;
  /** The most it can be; null for no bound. */
  readonly most: number | null;
  /** It is never printed, so it can only be worked out: what is left of a sum when its printed parts are taken away. */
  readonly hidden?: boolean;
};

export type Term = { readonly id: string; readonly times: bigint };

/** The terms add up to something that everybody knows: total less parts, or a share times its denominator. */
export type Relation = {
  readonly terms: readonly Term[];
  /** Holds only as long as this figure is printed: a share that is not told ties nothing to nothing. */
  readonly whilePrinted?: string;
  /** It is held to hold also when that figure is left out, because something else tells of that figure. */
  readonly always?: boolean;
};

/** What is known of a sum beside what is printed: a share lies between 0 and 100 per cent. */
export type AtLeastZero = { readonly terms: readonly Term[]; readonly value: number };

export type FigureSet = {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly relations: readonly Relation[];
  readonly limits: readonly AtLeastZero[];
};

export type WorkedOut = {
  readonly id: string;
  /** Exactly, or within a range narrower than the threshold. */
  readonly how: 'exactly' | 'nearly';
  /** The printed figures that tell it. */
  readonly from: readonly string[];
};

/** The figures that must not be told and yet can be worked out from what is printed. */
export function workedOut(
  set: FigureSet,
  leftOut: ReadonlySet<string>,
  threshold: number,
): readonly WorkedOut[] {
  const unknown = [...set.figures.values()].filter(
    ({ id, value, hidden }) => value !== null && (hidden || leftOut.has(id)),
  );
  const place = new Map(unknown.map(({ id }, at) => [id, at]));
  const isUnknown = (id: string) => place.has(id);
  const active = set.relations.filter((relation) => holds(relation, leftOut));
  const ways = waysToChange(active, place, unknown.length);
  const limits = set.limits.filter(({ terms }) => terms.some(({ id }) => isUnknown(id)));
  const spans = unknown.map(() => 0);
  const free = unknown.map(() => false);
  for (const way of ways) {
    const steps = stepsAlong(way, unknown, limits, place);
    way.forEach((by, at) => {
      if (by === 0) return;
      free[at] = true;
      spans[at] = Math.max(spans[at] ?? 0, Math.abs(by) * steps);
    });
  }
  return unknown.flatMap(({ id, sensitive }, at): WorkedOut[] => {
    if (!sensitive || (spans[at] ?? 0) >= threshold) return [];
    const near = active.filter(({ terms }) => terms.some((term) => term.id === id));
    const from = new Set(near.flatMap(({ terms }) => terms.map((term) => term.id)));
    return [
      {
        id,
        how: free[at] ? 'nearly' : 'exactly',
        from: [...from].filter((one) => one !== id && !isUnknown(one)),
      },
    ];
  });
}

const holds = ({ whilePrinted, always }: Relation, leftOut: ReadonlySet<string>): boolean =>
  always === true || whilePrinted === undefined || !leftOut.has(whilePrinted);

/** Single ways in which the unknowns can change, and pairs of them together where they are few. */
function waysToChange(
  relations: readonly Relation[],
  place: ReadonlyMap<string, number>,
  unknowns: number,
): number[][] {
  const rows = relations.flatMap(({ terms }) => {
    const row = Array.from({ length: unknowns }, () => 0n);
    for (const { id, times } of terms) {
      const at = place.get(id);
      if (at !== undefined) row[at] = (row[at] ?? 0n) + times;
    }
    return row.some((n) => n !== 0n) ? [row] : [];
  });
  const basis = nullSpace(rows, unknowns).map((vector) => vector.map(Number));
  if (basis.length > 12) return basis;
  const pairs = basis.flatMap((one, n) =>
    basis
      .slice(n + 1)
      .flatMap((other) => [
        one.map((by, at) => by + (other[at] ?? 0)),
        one.map((by, at) => by - (other[at] ?? 0)),
      ]),
  );
  return [...basis, ...pairs];
}

/** No range is asked for beyond this many steps. */
const manySteps = 1e6;

/** How many whole steps there are from end to end along a way, through the true figures, within all that is known. */
function stepsAlong(
  way: readonly number[],
  unknown: readonly Figure[],
  limits: readonly AtLeastZero[],
  place: ReadonlyMap<string, number>,
): number {
  const walls: { room: number; by: number }[] = [];
  way.forEach((by, at) => {
    const figure = unknown[at];
    if (by === 0 || !figure || figure.value === null) return;
    if (figure.least !== null) walls.push({ room: figure.value - figure.least, by });
    if (figure.most !== null) walls.push({ room: figure.most - figure.value, by: -by });
  });
  for (const { terms, value } of limits) {
    const by = terms.reduce((sum, { id, times }) => sum + Number(times) * (way[place.get(id) ?? -1] ?? 0), 0);
    if (by !== 0) walls.push({ room: value, by });
  }
  // Each wall stops the way in which its room shrinks; what is already beyond a wall does not move at all.
  const stop = (sign: number) =>
    walls.reduce(
      (least, { room, by }) =>
        by * sign < 0 ? Math.min(least, Math.max(0, Math.floor(room / Math.abs(by) + 1e-9))) : least,
      manySteps,
    );
  return stop(1) + stop(-1);
}

/**
 * Which further figures must be left out so that none that must not be told can be worked out: of those that stand in
 * a sum with one left out, at each step the one that helps most, and of several the smallest.
 */
export function alsoLeftOut(
  set: FigureSet,
  primary: ReadonlySet<string>,
  threshold: number,
): ReadonlyMap<string, readonly string[]> {
  const why = new Map<string, readonly string[]>();
  for (const part of partsOf(set)) {
    const leftOut = new Set([...primary].filter((id) => part.figures.has(id)));
    for (;;) {
      const open = workedOut(part, leftOut, threshold);
      if (open.length === 0) break;
      const next = bestToLeaveOut(part, leftOut, threshold);
      if (next === null) break;
      leftOut.add(next);
      why.set(
        next,
        open.map(({ id }) => id),
      );
    }
  }
  return why;
}

function bestToLeaveOut(set: FigureSet, leftOut: ReadonlySet<string>, threshold: number): string | null {
  const isOut = (id: string) => leftOut.has(id) || set.figures.get(id)?.hidden === true;
  const near = new Set(
    set.relations.flatMap((relation) => {
      const { terms, whilePrinted } = relation;
      if (!holds(relation, leftOut)) return [];
      if (!terms.some(({ id }) => isOut(id))) return [];
      return [...terms.map(({ id }) => id), ...(whilePrinted ? [whilePrinted] : [])];
    }),
  );
  const candidates = [...near]
    .filter((id) => !isOut(id))
    .flatMap((id) => set.figures.get(id) ?? [])
    // A 0 hides nothing, for who knows the rule knows that it would be printed.
    .filter(({ value }) => value !== null && value !== 0);
  const sized = candidates
    .map(({ id, value }) => ({
      id,
      size: Math.abs(value ?? 0),
      open: workedOut(set, new Set([...leftOut, id]), threshold).length,
    }))
    .sort((a, b) => a.open - b.open || a.size - b.size || (a.id < b.id ? -1 : 1));
  return sized[0]?.id ?? null;
}

/** Figures that no sum ties together are looked at apart. */
export function partsOf(set: FigureSet): FigureSet[] {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  const all = [...set.relations, ...set.limits];
  for (const one of all) {
    const ids = idsOf(one);
    for (const id of ids) leader.set(find(id), find(ids[0] ?? id));
  }
  const relations = Map.groupBy(set.relations, ({ terms }) => find(terms[0]?.id ?? ''));
  const limits = Map.groupBy(set.limits, ({ terms }) => find(terms[0]?.id ?? ''));
  const figures = Map.groupBy(set.figures.values(), ({ id }) => find(id));
  return [...figures].map(([id, those]) => ({
    figures: new Map(those.map((figure) => [figure.id, figure])),
    relations: relations.get(id) ?? [],
    limits: limits.get(id) ?? [],
  }));
}

const idsOf = (one: Relation | AtLeastZero): string[] => [
  ...one.terms.map(({ id }) => id),
  ...('whilePrinted' in one && one.whilePrinted ? [one.whilePrinted] : []),
];
