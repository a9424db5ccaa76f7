import { comparable } from './similarity.ts';

/** Two records that say the same, or nearly: `same` where only case, accents and punctuation differ. */
export type Twin = { readonly first: string; readonly other: string; readonly same: boolean };

/** How many of the words of both, taken together, both must have. */
const shared = 0.8;
/** Fewer words than this say too little for "nearly" to mean anything; fewer than `fewSame` even for "the same". */
const fewWords = 6;
const fewSame = 3;
/** A word that more records than this begin with tells nothing, and would make the search long. */
const common = 60;

type Entry = {
  readonly id: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly numbers: string;
};

/**
 * Finds records with the same or nearly the same words, each against the first like it, in the order given. Texts that
 * differ in a number are never nearly the same: "Visit 3 of ward 2" is another visit. Candidates share one of their
 * rarest words (prefix filtering, after Bayardo, Ma and Srikant, "Scaling Up All Pairs Similarity Search", 2007).
 */
export function twinsAmong(records: readonly { readonly id: string; readonly text: string }[]): Twin[] {
  const twins: Twin[] = [];
  const firstOf = new Map<string, Entry>();
  for (const { id, text } of records) {
    const plain = comparable(text);
    const words = plain.split(' ');
    if (words.length < fewSame) continue;
    const first = firstOf.get(plain);
    if (first) twins.push({ first: first.id, other: id, same: true });
    else firstOf.set(plain, { id, text: plain, words: [...new Set(words)], numbers: numbersOf(words) });
  }
  return [...twins, ...nearTwins([...firstOf.values()].filter(({ words }) => words.length >= fewWords))];
}

function numbersOf(words: readonly string[]): string {
  return words.filter((word) => /\d/.test(word)).join(' ');
}

function nearTwins(entries: readonly Entry[]): Twin[] {
  const frequency = new Map<string, number>();
  for (const { words } of entries)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = (word: string) => frequency.get(word) ?? 0;
  const byWord = new Map<string, number[]>();
  const sets: Set<string>[] = [];
  const twins: Twin[] = [];
  for (const [place, entry] of entries.entries()) {
    const rarest = entry.words.toSorted((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1));
    sets.push(new Set(rarest));
    const looked = new Set<number>();
    let twin: Entry | undefined;
    for (const word of rarest.slice(0, rarest.length - Math.ceil(shared * rarest.length) + 1)) {
      const holders = byWord.get(word) ?? [];
      for (const at of holders) {
        if (twin !== undefined || looked.has(at)) continue;
        looked.add(at);
        const other = entries[at];
        if (other && nearly(entry, other, sets[at])) twin = other;
      }
      if (holders.length < common) byWord.set(word, [...holders, place]);
    }
    if (twin) twins.push({ first: twin.id, other: entry.id, same: false });
  }
  return twins;
}

function nearly(a: Entry, b: Entry, wordsOfB: ReadonlySet<string> | undefined): boolean {
  if (wordsOfB === undefined || a.numbers !== b.numbers) return false;
  const [less, more] = [a.words.length, b.words.length].sort((one, two) => one - two);
  if ((less ?? 0) < shared * (more ?? 0)) return false;
  const both = a.words.reduce((sum, word) => sum + (wordsOfB.has(word) ? 1 : 0), 0);
  return both >= shared * (a.words.length + b.words.length - both);
}
