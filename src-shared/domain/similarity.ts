/** Letters and digits of a text in lower case, single blanks between words: what two typists would agree on. */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019']/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function trigrams(text: string): Map<string, number> {
  const padded = `  ${text} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= padded.length; i += 1) {
    const gram = padded.slice(i, i + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

type Grams = { readonly text: string; readonly counts: Map<string, number>; readonly total: number };

function gramsOf(text: string): Grams {
  const plain = comparable(text);
  const counts = plain === '' ? new Map<string, number>() : trigrams(plain);
  let total = 0;
  for (const count of counts.values()) total += count;
  return { text: plain, counts, total };
}

function dice(a: Grams, b: Grams): number {
  if (a.text === b.text) return 1;
  if (a.total === 0 || b.total === 0) return 0;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [gram, count] of small.counts) shared += Math.min(count, large.counts.get(gram) ?? 0);
  return (2 * shared) / (a.total + b.total);
}

/**
 * How alike two texts are, 0 to 1 (Dice's coefficient of their trigrams; punctuation, accents and case apart).
 * 1 means the same words; re-worded sentences lie above about 0.5, strangers below 0.3.
 */
export function similarity(a: string, b: string): number {
  return dice(gramsOf(a), gramsOf(b));
}
