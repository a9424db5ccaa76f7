/** Funding streams by the words of an action's resources: "SSG £20k, council" names the Sure Start Grant. */

export type NamedStream = { readonly id: string; readonly name: string; readonly also: readonly string[] };

const fold = (text: string): string =>
  text
    .toLocaleLowerCase('en-GB')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A reader of resources: which streams the words name, in the order of the streams. A name counts as a whole word;
 * where one name stands in another ("Standards Fund", "Standards Fund early years") the longer is meant.
 */
export function streamReader(streams: readonly NamedStream[]): (words: string | null) => string[] {
  const names = new Map<string, Set<string>>();
  for (const { id, name, also } of streams) {
    for (const spelling of [name, ...also].map(fold)) {
      if (spelling === '') continue;
      names.set(spelling, (names.get(spelling) ?? new Set()).add(id));
    }
  }
  if (names.size === 0) return () => [];
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (words) => {
    if (words === null || words === '') return [];
    const named = new Set<string>();
    for (const [found] of fold(words).matchAll(any)) for (const id of names.get(found) ?? []) named.add(id);
    return streams.filter(({ id }) => named.has(id)).map(({ id }) => id);
  };
}
