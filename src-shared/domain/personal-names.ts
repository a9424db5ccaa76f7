/**
 * Finding the names of people in words, however they are spaced or titled: "Jean Whitlock", "JEAN WHITLOCK",
 * "J. Whitlock", "Whitlock, Jean", "Mrs Whitlock". What stands instead is a role, an organisation, or "an officer".
 */

export type KnownName = {
  readonly text: string;
  /** What stands in its place. */
  readonly instead: string;
};

/** Gives the words back with the names in them replaced. */
export type Hider = (text: string) => string;

/** Where two share a spelling, nobody can say whose role to put. */
export const anOfficer = 'an officer';

const titles = 'Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Cllr|Councillor|Rev|Sir|Dame|Lady|Lord';
const titled = new RegExp(`^(?:(?:${titles})\\.?\\s+)+(?=\\S)`, 'iu');
const between = '[\\s._]+';

export type Spelling = { readonly pattern: string; readonly key: string; readonly exact?: boolean };
type Rule = Spelling & { readonly find: RegExp; readonly instead: string };

const escaped = (word: string): string =>
  word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/[-‐‑–]/g, '[-‐‑–]');

const wordsIn = (text: string): string[] => text.toLocaleLowerCase('en-GB').match(/[\p{L}\p{N}]+/gu) ?? [];
const keyOf = (text: string): string => wordsIn(text).at(-1) ?? '';

/** The ways in which one name is written: each as a pattern, with the word without which it cannot stand. One word alone counts only as it is written, and with its capital. */
export function spellingsOf(text: string): Spelling[] {
  const bare = text.trim().replace(titled, '');
  const key = keyOf(bare);
  if (key === '') return [];
  if (bare.includes('@')) return [{ pattern: escaped(bare), key }];
  const turned = /^([^,]+),\s*([^,]+)$/u.exec(bare);
  const words = (turned ? `${turned[2]} ${turned[1]}` : bare).split(/[\s_]+/u);
  const [first = '', ...rest] = words;
  const last = rest.at(-1);
  if (last === undefined) {
    const isTitled = bare !== text.trim();
    const alone = { pattern: escaped(first), key, exact: true };
    const withTitle = { pattern: `(?:${titles})\\.?\\s+${escaped(first)}`, key };
    if (isTitled) return [withTitle];
    return /^\p{Lu}\p{L}*\p{Ll}/u.test(first) ? [alone] : [];
  }
  const surname = escaped(last);
  const initial = escaped(first.charAt(0));
  const own = { key: keyOf(last) };
  const hasName = first.replace('.', '').length > 1;
  return [
    { pattern: words.map(escaped).join(between), ...own },
    ...(words.length > 2 ? [{ pattern: `${escaped(first)}${between}${surname}`, ...own }] : []),
    {
      pattern: `${initial}\\.?\\s*${surname}`.replace('\\s*', hasName ? '(?:\\s+|(?<=\\.))' : '\\s*'),
      ...own,
    },
    { pattern: `${surname},\\s*(?:${escaped(first)}|${initial}\\b\\.?)`, key: keyOf(first) },
    { pattern: `${surname},\\s*${initial}\\b\\.?`, key: keyOf(first.charAt(0)) },
    { pattern: `(?:${titles})\\.?\\s+${surname}`, ...own },
  ];
}

/** Finds a spelling as words of its own, with the title before it. */
export const findSpelling = ({ pattern, exact }: Pick<Spelling, 'pattern' | 'exact'>): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${titles})\\.?\\s+)?(?:${pattern})(?![\\p{L}\\p{N}])`,
    exact ? 'gu' : 'giu',
  );

/** Replaces these names wherever they stand. The work grows with the words, not with the number of names. */
export function nameHider(names: readonly KnownName[]): Hider {
  const found = new Map<string, { spelling: Spelling; instead: Set<string> }>();
  for (const { text, instead } of names) {
    for (const spelling of spellingsOf(text)) {
      const id = `${spelling.exact ? '=' : ''}${spelling.pattern.toLocaleLowerCase('en-GB')}`;
      const known = found.get(id) ?? { spelling, instead: new Set<string>() };
      known.instead.add(instead);
      found.set(id, known);
    }
  }
  const rules = [...found.values()].map(({ spelling, instead }): Rule => {
    return {
      ...spelling,
      find: findSpelling(spelling),
      instead: instead.size === 1 ? ([...instead][0] ?? anOfficer) : anOfficer,
    };
  });
  const byKey = Map.groupBy(rules, ({ key }) => key);
  const known = new Map<string, string>();
  const hide: Hider = (text) => {
    const wanted = new Set(wordsIn(text).flatMap((word) => byKey.get(word) ?? []));
    // The longest first: "Jean Whitlock" before "J Whitlock".
    const inOrder = [...wanted].toSorted((a, b) => b.pattern.length - a.pattern.length);
    return inOrder.reduce(
      (words, { find, instead }) =>
        words.replace(find, (_, at: number) =>
          at === 0 ? instead.charAt(0).toLocaleUpperCase('en-GB') + instead.slice(1) : instead,
        ),
      text,
    );
  };
  // Leads and who said something are the same few words again and again.
  return (text) => {
    if (text.length > 80) return hide(text);
    const told = known.get(text) ?? hide(text);
    known.set(text, told);
    return told;
  };
}
