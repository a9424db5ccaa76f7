/** "1 action", "4 actions", "1,204 actions"; the plural is given where it is not the word with an s. */
export function count(n: number, word: string, plural = `${word}s`): string {
  return `${formatNumber(n)} ${n === 1 ? word : plural}`;
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
export const formatNumber = (n: number): string => numbers.format(n);

/** "a", "a and b", "a, b and c" */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "840 bytes", "12 kB", "3.4 MB" */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return count(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** True where every word looked for stands somewhere in the texts, whatever the case: the rule of every filter box. */
export function matches(looked: string, ...texts: readonly (string | null | undefined)[]): boolean {
  const words = looked.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = texts.filter(Boolean).join('\n').toLocaleLowerCase('en-GB');
  return words.every((word) => all.includes(word));
}
