const marks = /\p{M}/gu;
const word = /[\p{L}\p{N}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII, which needs no folding
const beyondAscii = /[^\u0000-\u007f]/;

/**
 * The words of a text without case, accents or signs, as the search index holds them: for finding whether what
 * a source says is said anywhere in what was written, however it was split or laid out.
 */
export function plainWords(text: string): readonly string[] {
  const plain = beyondAscii.test(text) ? text.normalize('NFD').replace(marks, '') : text;
  return plain.toLowerCase().match(word) ?? [];
}
