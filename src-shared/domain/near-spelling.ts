/**
 * How many letters apart two words are: written over, left out, put in, or two neighbours changed round (optimal string
 * alignment; Damerau, "A technique for computer detection and correction of spelling errors", 1964). Beyond `most` it
 * gives `most + 1`.
 */
export function spellingDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let here = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        here = Math.min(here, (before[j - 2] ?? 0) + 1);
      }
      row.push(here);
      least = Math.min(least, here);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

/** How many letters of a word may be wrong: none of a short one, or every word would be like it. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** A word of the register, and in how many of its documents it stands. */
export type Term = { readonly term: string; readonly documents: number };

/**
 * The words most like one that is not there, the nearest first, then those that stand in most places. Words of figures
 * are never taken for others: 2010 is not 2011.
 */
export function likeTerms(word: string, terms: Iterable<Term>, most: number): string[] {
  const slips = slipsAllowed(word);
  if (slips === 0 || /\d/.test(word)) return [];
  const found: (Term & { distance: number })[] = [];
  for (const one of terms) {
    if (/\d/.test(one.term)) continue;
    const distance = spellingDistance(word, one.term, slips);
    if (distance > 0 && distance <= slips) found.push({ ...one, distance });
  }
  // The first letter is seldom the wrong one.
  const rank = (one: (typeof found)[number]) => one.distance + (one.term[0] === word[0] ? 0 : 0.5);
  return found
    .sort((a, b) => rank(a) - rank(b) || b.documents - a.documents || (a.term < b.term ? -1 : 1))
    .slice(0, most)
    .map(({ term }) => term);
}
