/** Counts and lists as British English writes them. */

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
export const formatNumber = (n: number): string => numbers.format(n);

/** "1 action", "4 actions", "1,204 actions"; the plural is given where it is not the word with an s. */
export function count(n: number, word: string, plural = `${word}s`): string {
  return `${formatNumber(n)} ${n === 1 ? word : plural}`;
}

/** "a", "a and b", "a, b and c" */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
