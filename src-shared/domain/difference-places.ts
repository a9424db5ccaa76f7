import type { Row } from './difference-fields.ts';

/**
 * Which records stand elsewhere among those they stand among: behind which each now stands that is new there or was
 * moved, and behind which it stood. As few as can be are told as moved: of two that changed places, one.
 */
export type Places = {
  readonly behind: ReadonlyMap<string, string | null>;
  readonly stood: ReadonlyMap<string, string | null>;
};

export function placesIn<T extends Row>(
  then: readonly T[],
  now: readonly T[],
  among: (row: T) => string,
): Places {
  const behind = new Map<string, string | null>();
  const stood = new Map<string, string | null>();
  if (then.length === now.length && now.every((row, index) => isThere(then[index], row, among)))
    return { behind, stood };
  const old = Map.groupBy(then, among);
  for (const [group, rows] of Map.groupBy(now, among)) {
    const before = old.get(group) ?? [];
    const rankThen = new Map(before.map(({ id }, index) => [id, index]));
    const ranks = rows.map(({ id }) => rankThen.get(id) ?? -1);
    const kept = longestRise(ranks);
    for (const [index, row] of rows.entries()) {
      if (kept.has(index)) continue;
      behind.set(row.id, rows[index - 1]?.id ?? null);
      const rank = ranks[index] ?? -1;
      if (rank >= 0) stood.set(row.id, before[rank - 1]?.id ?? null);
    }
  }
  return { behind, stood };
}

const isThere = <T extends Row>(was: T | undefined, row: T, among: (row: T) => string): boolean =>
  was?.id === row.id && among(was) === among(row);

/** The places of as many numbers as rise from one to the next; those under 0 are left out. */
export function longestRise(ranks: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, rank] of ranks.entries()) {
    if (rank < 0) continue;
    const last = tails.at(-1);
    let at = tails.length;
    // Mostly nothing was moved, and each goes behind the last.
    if (last !== undefined && (ranks[last] ?? 0) > rank) {
      let low = 0;
      while (low < at) {
        const middle = (low + at) >> 1;
        if ((ranks[tails[middle] ?? 0] ?? 0) < rank) low = middle + 1;
        else at = middle;
      }
    }
    previous[index] = at > 0 ? (tails[at - 1] ?? -1) : -1;
    tails[at] = index;
  }
  const rise = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) rise.add(index);
  return rise;
}
