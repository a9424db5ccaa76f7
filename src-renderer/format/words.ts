import { count } from '#shared/domain/words.ts';

export { capital, count, formatNumber, listWords } from '#shared/domain/words.ts';

/** "840 bytes", "12 kB", "3.4 MB" */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return count(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** True where every word looked for stands somewhere in the texts, whatever the case: the rule of every filter box. */
export function matches(looked: string, ...texts: readonly (string | null | undefined)[]): boolean {
  const words = looked.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = texts.filter(Boolean).join('\n').toLocaleLowerCase('en-GB');
  return words.every((word) => all.includes(word));
}
