/** Pieces of a text around what was looked for; `hit` marks the words found. */
export type Excerpt = { text: string; hit: boolean }[];

/** What counts as a word, as the index's tokenizer (unicode61) has it: letters, marks, figures, private use. */
const word = /[\p{L}\p{M}\p{N}\p{Co}]+/gu;
const before = 60;
const whole = 220;

/** The words of a text in their order. */
export const wordsOf = (text: string): string[] => text.match(word) ?? [];

/** Case and diacritics aside, as in the index: "Crèche" is looked for and found as "creche". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * Where words of `text` are among those looked for; the last of them may be the beginning of a word. As an
 * excerpt that begins shortly before the first; null where none is there.
 */
export function excerptOf(text: string, sought: readonly string[]): Excerpt | null {
  const wanted = new Set(sought.map(folded));
  const beginning = folded(sought.at(-1) ?? '');
  const hits = [...text.matchAll(word)].flatMap((match) => {
    const found = folded(match[0]);
    return wanted.has(found) || (beginning !== '' && found.startsWith(beginning))
      ? [{ from: match.index, to: match.index + match[0].length }]
      : [];
  });
  const [first] = hits;
  if (!first) return null;
  const from = edge(text, Math.max(0, first.from - before), -1);
  const to = edge(text, Math.min(text.length, Math.max(from + whole, first.to)), 1);
  const pieces: Excerpt = [];
  let at = from;
  for (const hit of hits.filter((one) => one.to <= to)) {
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from), hit: false });
    pieces.push({ text: text.slice(hit.from, hit.to), hit: true });
    at = hit.to;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** The nearest place in that direction, within one long word, where the text may be cut. */
function edge(text: string, at: number, direction: 1 | -1): number {
  for (let place = at; Math.abs(place - at) <= 30; place += direction) {
    if (place <= 0 || place >= text.length) return Math.min(Math.max(place, 0), text.length);
    if (/\s/.test(text[direction === 1 ? place : place - 1] ?? ' ')) return place;
  }
  // Never between the two halves of one character.
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
