import { referenceKey } from './references.ts';

/** References that are more steps away than this are another row's, not a slip of the pen. */
const mostSteps = 2;

/** How many letters have to be added, left out or changed to get from one word to the other (Levenshtein, 1966). */
function steps(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
    before = row;
  }
  return before[b.length] ?? 0;
}

/**
 * The references that a mistyped one may have meant, the nearest first: "2.3 (i)" where there are "2.3" and "2.3 (ii)".
 * One letter alone is near to every other, so that short ones have none.
 */
export function nearReferences(wanted: string, known: readonly string[], most = 3): string[] {
  const key = referenceKey(wanted);
  if (key.length < 2) return [];
  return known
    .map((ref) => ({ ref, far: steps(key, referenceKey(ref)) }))
    .filter(
      ({ ref, far }) => far > 0 && far <= mostSteps && far < Math.max(key.length, referenceKey(ref).length),
    )
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ ref }) => ref);
}
