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

/** Words as numbers in rising order of how many records have them, with a sketch that tells most strangers apart. */
type Sketched = Entry & { readonly codes: readonly number[]; readonly low: number; readonly high: number };

function sketchOf(entry: Entry, codeOf: ReadonlyMap<string, number>): Sketched {
  const codes = entry.words.map((word) => codeOf.get(word) ?? 0).sort((a, b) => a - b);
  let [low, high] = [0, 0];
  for (const code of codes) {
    const bit = Math.imul(code + 1, 0x9e3779b1) >>> 26;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return { ...entry, codes, low, high };
}

function nearTwins(entries: readonly Entry[]): Twin[] {
  const frequency = new Map<string, number>();
  for (const { words } of entries)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarestFirst = [...frequency].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const codeOf = new Map(rarestFirst.map(([word], code) => [word, code]));
  const byCode = new Map<number, Sketched[]>();
  const twins: Twin[] = [];
  for (const entry of entries) {
    const sketched = sketchOf(entry, codeOf);
    const { codes } = sketched;
    const prefix = codes.slice(0, codes.length - Math.ceil(shared * codes.length) + 1);
    let twin: Entry | undefined;
    for (const code of prefix) {
      const holders = byCode.get(code);
      twin ??= holders?.find((other) => nearly(sketched, other));
      if (!holders) byCode.set(code, [sketched]);
      else if (holders.length < common) holders.push(sketched);
    }
    if (twin) twins.push({ first: twin.id, other: entry.id, same: false });
  }
  return twins;
}

function nearly(a: Sketched, b: Sketched): boolean {
  const all = a.codes.length + b.codes.length;
  // Words that only one has: what the sketches do not share is the least there can be.
  const most = Math.floor((all * (1 - shared)) / (1 + shared) + 1e-9);
  if (bits(a.low ^ b.low) + bits(a.high ^ b.high) > most || a.numbers !== b.numbers) return false;
  let [both, i, j] = [0, 0, 0];
  while (i < a.codes.length && j < b.codes.length) {
    const by = (a.codes[i] ?? 0) - (b.codes[j] ?? 0);
    if (by === 0) both += 1;
    if (by <= 0) i += 1;
    if (by >= 0) j += 1;
  }
  return all - 2 * both <= most;
}

/** How many bits are set in 32 (Warren, "Hacker's Delight", section 5-1). */
function bits(value: number): number {
  let n = value - ((value >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
