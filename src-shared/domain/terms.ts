/** Terms of a glossary where they occur in words. */

export type Term = { readonly term: string; readonly meaning: string };

/** A stretch of words: plain, or one that a term explains. */
export type TermPiece<T extends Term> = { readonly text: string; readonly term: T | null };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A reader that cuts words at the terms in them. A term counts as a whole word, also with a plural s; short forms in
 * capitals ("EYFS") only in capitals, all others in any case; of two that begin at one place the longer is meant.
 * Each term is explained where it first occurs, so that a paragraph is not all marks.
 */
export function termReader<T extends Term>(terms: readonly T[]): (text: string) => TermPiece<T>[] {
  const byWord = new Map<string, T>();
  for (const one of terms) {
    const word = one.term.replace(/\s+/g, ' ').trim();
    // The first of two with one word is meant: a plan's own terms are given before the office's.
    if (word !== '' && !byWord.has(fold(word))) byWord.set(fold(word), one);
  }
  if (byWord.size === 0) return (text) => [{ text, term: null }];
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(${longestFirst.map(escaped).join('|').replaceAll(' ', '\\s+')})s?(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) => {
    const pieces: TermPiece<T>[] = [];
    const seen = new Set<T>();
    let from = 0;
    for (const match of text.matchAll(any)) {
      const said = (match[1] ?? '').replace(/\s+/g, ' ');
      const term = byWord.get(fold(said));
      if (!term || seen.has(term) || (isShortForm(term.term) && said !== term.term.trim())) continue;
      seen.add(term);
      if (match.index > from) pieces.push({ text: text.slice(from, match.index), term: null });
      pieces.push({ text: match[0], term });
      from = match.index + match[0].length;
    }
    if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), term: null });
    return pieces;
  };
}

const fold = (word: string): string => word.toLocaleLowerCase('en-GB');

/** "EYFS", "NI", "CAF": written in capitals, and something else in small letters. */
const isShortForm = (term: string): boolean => /^[\p{Lu}\d&/.-]+$/u.test(term.trim());
