import { referenceKey } from '#shared/domain/references.ts';
import { comparable, similarity } from '#shared/domain/similarity.ts';

/** What matching looks at: the permanent id where the file carries one, the reference, the words, the section. */
export type Named = {
  readonly id: string | null;
  readonly ref: string | null;
  readonly text: string;
  /** The words of the headings it stands under. */
  readonly under: string;
};

/** Alike enough that a person would call it the same thing re-worded. */
const reworded = 0.5;
const rewordedWithoutRef = 0.72;
/** Alike enough to ask whether it is the same. */
const mayBeReworded = 0.5;
const mostComparisons = 2_000_000;

/** What one of the file is likely to be: a row of the register and how alike their words are, 0 to 1. */
export type Proposal = {
  /** Index of the known one that it is taken for; null where it is taken for new. */
  readonly known: number | null;
  /** How alike, where only the words speak for it; null where its id, or the very words, say so. */
  readonly likeness: number | null;
  /** Whether the reference is the same. */
  readonly sameRef: boolean;
  /** The one it might be all the same, though too unlike to be taken for it. */
  readonly near: { readonly known: number; readonly likeness: number } | null;
};

/** For each of `fresh` the index of the one of `known` that it is, or null. */
export function matchNamed(fresh: readonly Named[], known: readonly Named[]): (number | null)[] {
  return proposeMatches(fresh, known).map((one) => one.known);
}

/**
 * What each of `fresh` is taken for: by permanent id, then by reference and
 * words, then by words under the same heading, then anywhere, then by reference with alike words, last by alike
 * words alone. Nothing is matched twice.
 */
export function proposeMatches(fresh: readonly Named[], known: readonly Named[]): Proposal[] {
  const result: (number | null)[] = fresh.map(() => null);
  const likeness: (number | null)[] = fresh.map(() => null);
  const near: Proposal['near'][] = fresh.map(() => null);
  const proposals = (): Proposal[] =>
    fresh.map((one, at) => ({
      known: result[at] ?? null,
      likeness: likeness[at] ?? null,
      sameRef: refOf(one) !== '' && refOf(one) === refOf(known[result[at] ?? near[at]?.known ?? -1]),
      near: near[at] ?? null,
    }));
  if (known.length === 0) return proposals();
  const free = new Set(known.keys());
  const words = known.map((one) => comparable(one.text));
  const freshWords = fresh.map((one) => comparable(one.text));
  const refs = known.map((one) => refOf(one));
  const pass = (keyOfKnown: (at: number) => string | null, keyOfFresh: (at: number) => string | null) => {
    const byKey = new Map<string, number[]>();
    for (const at of free) {
      const key = keyOfKnown(at);
      if (key === null) continue;
      const list = byKey.get(key);
      if (list) list.push(at);
      else byKey.set(key, [at]);
    }
    fresh.forEach((_, at) => {
      if (result[at] !== null) return;
      const key = keyOfFresh(at);
      const found = key === null ? undefined : byKey.get(key)?.shift();
      if (found === undefined) return;
      result[at] = found;
      free.delete(found);
    });
  };
  pass(
    (at) => known[at]?.id ?? null,
    (at) => fresh[at]?.id ?? null,
  );
  pass(
    (at) => `${refs[at]}|${words[at]}|${known[at]?.under}`,
    (at) => `${refOf(fresh[at])}|${freshWords[at]}|${fresh[at]?.under}`,
  );
  pass(
    (at) => `${refs[at]}|${words[at]}`,
    (at) => `${refOf(fresh[at])}|${freshWords[at]}`,
  );
  pass(
    (at) => words[at] ?? null,
    (at) => freshWords[at] ?? null,
  );
  const open = [...fresh.keys()].filter((at) => result[at] === null);
  if (open.length === 0 || free.size === 0) return proposals();
  const found: Found = { result, likeness, near };
  matchByRef(open, found, fresh, known, free);
  matchByLikeness(open, found, fresh, known, free);
  return proposals();
}

type Found = {
  readonly result: (number | null)[];
  readonly likeness: (number | null)[];
  readonly near: Proposal['near'][];
};

function refOf(one: Named | undefined): string {
  return one?.ref ? referenceKey(one.ref) : '';
}

/** The same reference, and words that are a re-wording. */
function matchByRef(
  open: readonly number[],
  { result, likeness }: Found,
  fresh: readonly Named[],
  known: readonly Named[],
  free: Set<number>,
): void {
  const byRef = new Map<string, number[]>();
  for (const at of free) {
    const ref = refOf(known[at]);
    if (ref !== '') byRef.set(ref, [...(byRef.get(ref) ?? []), at]);
  }
  for (const at of open) {
    const one = fresh[at];
    const candidates = one ? byRef.get(refOf(one)) : undefined;
    if (!one || !candidates || refOf(one) === '') continue;
    let best: { at: number; score: number; alike: number } | null = null;
    for (const candidate of candidates) {
      if (!free.has(candidate)) continue;
      const alike = similarity(one.text, known[candidate]?.text ?? '');
      const score = alike + (known[candidate]?.under === one.under ? 0.05 : 0);
      if (score >= reworded && (!best || score > best.score)) best = { at: candidate, score, alike };
    }
    if (!best) continue;
    result[at] = best.at;
    likeness[at] = best.alike;
    free.delete(best.at);
  }
}

/** Re-worded without a reference, or with another one: only where the words are very much alike. */
function matchByLikeness(
  open: readonly number[],
  { result, likeness, near }: Found,
  fresh: readonly Named[],
  known: readonly Named[],
  free: Set<number>,
): void {
  const rest = open.filter((at) => result[at] === null);
  if (rest.length * free.size > mostComparisons) return;
  const pairs: { fresh: number; known: number; score: number }[] = [];
  for (const at of rest) {
    const one = fresh[at];
    if (!one || one.text.length < 12) continue;
    for (const candidate of free) {
      const other = known[candidate];
      if (!other || !mayBeAlike(one.text, other.text)) continue;
      const score = similarity(one.text, other.text);
      if (score >= mayBeReworded) pairs.push({ fresh: at, known: candidate, score });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const nearTo = new Set<number>();
  for (const pair of pairs) {
    if (result[pair.fresh] !== null || !free.has(pair.known)) continue;
    if (pair.score < rewordedWithoutRef) {
      if (near[pair.fresh] || nearTo.has(pair.known)) continue;
      near[pair.fresh] = { known: pair.known, likeness: pair.score };
      nearTo.add(pair.known);
      continue;
    }
    result[pair.fresh] = pair.known;
    likeness[pair.fresh] = pair.score;
    free.delete(pair.known);
  }
}

/** Texts of very different length cannot be alike: a cheap test before the dear one. */
function mayBeAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  return short >= long * 0.55;
}
