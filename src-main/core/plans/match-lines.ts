/** What becomes of an old list of texts when a new one is typed over it. */
export type LineMatch = {
  /** For each new line the index of the old one that lives on in it, or null where it is new. */
  readonly from: readonly (number | null)[];
  /** Old lines that are gone. */
  readonly gone: readonly number[];
};

/**
 * Keeps identities where it can: a line that stands in both lists is the same one; between those, lines are
 * the same in order, so that a re-worded measure keeps its leads and its KPI.
 */
export function matchLines(before: readonly string[], after: readonly string[]): LineMatch {
  const from: (number | null)[] = after.map(() => null);
  const anchors = commonLines(before, after);
  let old = 0;
  let fresh = 0;
  for (const [oldAnchor, newAnchor] of [...anchors, [before.length, after.length] as const]) {
    while (old < oldAnchor && fresh < newAnchor) from[fresh++] = old++;
    old = oldAnchor + 1;
    fresh = newAnchor + 1;
    if (newAnchor < after.length) from[newAnchor] = oldAnchor;
  }
  const kept = new Set(from);
  return { from, gone: before.map((_, index) => index).filter((index) => !kept.has(index)) };
}

/** Beyond this many comparisons only what the two lists begin and end with in common is matched. */
const mostComparisons = 250_000;

/** Pairs of equal lines in rising order on both sides: the common beginning and end, and the most between. */
function commonLines(before: readonly string[], after: readonly string[]): [number, number][] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const middle = longestCommon(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...middle.map(([row, column]): [number, number] => [row + head, column + head]),
    ...Array.from({ length: tail }, (_, index): [number, number] => [
      before.length - tail + index,
      after.length - tail + index,
    ]),
  ];
}

function longestCommon(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > mostComparisons) return [];
  const longest = before.map(() => new Array<number>(after.length + 1).fill(0));
  longest.push(new Array<number>(after.length + 1).fill(0));
  const lengthAt = (row: number, column: number) => longest[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const cells = longest[row];
      if (!cells) continue;
      cells[column] =
        before[row] === after[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) pairs.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
