/**
 * Reading order is kept in whole-number positions with gaps, so that a row put between two others changes
 * no third. Only where a gap is used up are rows after it moved on, as few as will do.
 */
export const step = 1_024;

export type Placing = {
  /** Where the new rows stand, in order. */
  readonly placed: readonly number[];
  /** New positions of the first rows that follow, in order; empty in nearly every case. */
  readonly moved: readonly number[];
};

/**
 * Room for `count` rows after position `after` (null: before all others).
 * `following` gives the positions behind it in rising order and is read no further than needed.
 */
export function placeAfter(after: number | null, following: Iterable<number>, count: number): Placing {
  const start = after ?? firstOf(following, step * (count + 1)) - step * (count + 1);
  let taken = 0;
  for (const next of following) {
    const gap = (next - start) / (count + taken + 1);
    if (gap >= (taken === 0 ? 1 : smallestGap))
      return spread(start, Math.min(step, Math.floor(gap)), count, taken);
    taken += 1;
  }
  return spread(start, step, count, taken);
}

/** Rows that have to move on are given this much room, so that the next insertion does not move them again. */
const smallestGap = 16;

function spread(start: number, gap: number, count: number, taken: number): Placing {
  const at = (index: number) => start + gap * (index + 1);
  return {
    placed: Array.from({ length: count }, (_, index) => at(index)),
    moved: Array.from({ length: taken }, (_, index) => at(count + index)),
  };
}

function firstOf(positions: Iterable<number>, otherwise: number): number {
  for (const position of positions) return position;
  return otherwise;
}
