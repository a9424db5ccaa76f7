import { isPersonName } from './lead-kind.ts';
import { findSpelling, type Spelling, spellingsOf } from './personal-names.ts';

/**
 * Where words name one person: surely (the name in any of its usual spellings, other spellings, the address), or perhaps
 * (what may mean somebody or something else as well). The spellings are those by which reports leave names out.
 */

export type NamedPerson = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly initials: string | null;
  readonly email: string | null;
};

/** Why words may mean something else: another goes by the same spelling; a surname or first name alone; initials. */
export const doubts = ['shared', 'surname', 'forename', 'initials'] as const;
export type Doubt = (typeof doubts)[number];

/** A passage of a text; `doubt` is null where it surely names them. */
export type Hit = { readonly at: number; readonly length: number; readonly doubt: Doubt | null };

export type PersonFinder = {
  /** Whether to look at a text at all: quick, and true of all that holds a passage, in JSON too. */
  mayBeIn(text: string): boolean;
  /** The passages that name them, or may, from left to right; none lies in another. */
  find(text: string): Hit[];
  /** Whether a whole cell that points to them says nothing but who they are, however shortly. */
  isThem(text: string): boolean;
  /** What each doubt is about: the words looked for. */
  readonly doubtful: ReadonlyMap<Doubt, readonly string[]>;
};

type Rule = { readonly find: RegExp; readonly key: string; readonly doubt: Doubt | null };

const titled = /^(?:mrs?|ms|miss|dr|prof(?:essor)?|cllr|councillor|rev|sir|dame|lady|lord)\.?\s+/iu;
const partsOf = (name: string): string[] => {
  const bare = name.trim().replace(titled, '');
  const turned = /^([^,]+),\s*([^,]+)$/u.exec(bare);
  return (turned ? `${turned[2]} ${turned[1]}` : bare).split(/[\s_]+/u).filter(Boolean);
};
const escaped = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['‘’]/g, "['‘’]");
const lower = (text: string): string => text.toLocaleLowerCase('en-GB');
const longestWord = (text: string): string =>
  (lower(text).match(/[\p{L}\p{N}]+/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
const allCapitals = (text: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{Ll}. ]{0,8}$/u.test(text) && !/\p{Ll}{2}/u.test(text);

/** A name is also typed with its accents apart, and without them. */
const typedAs = (text: string): string[] => {
  const apart = text.normalize('NFD');
  return [...new Set([text, text.normalize('NFC'), apart, apart.replace(/\p{M}/gu, '')])];
};

/** Names of at least two words, with what file names and addresses make of them: "Jean-Whitlock", "jeanwhitlock". */
function sureSpellings({ name, aliases, email }: NamedPerson): Spelling[] {
  const names = [name, ...aliases.filter(isPersonName)].filter(
    (text) => partsOf(text).length > 1 || titled.test(text.trim()),
  );
  return [
    ...names.flatMap(typedAs).flatMap((text) => {
      const parts = partsOf(text);
      const isLong = parts.length > 1 && parts.every((part) => part.length > 2) && parts.join('').length > 7;
      const together = {
        pattern: parts.map(escaped).join('[\\s._-]*'),
        key: longestWord(parts.at(-1) ?? ''),
      };
      // Of "Jeannie W" the short spellings would be bare initials.
      const isShort = parts.length > 1 && (parts.at(-1) ?? '').replace('.', '').length < 2;
      return [...spellingsOf(text).slice(0, isShort ? 1 : undefined), ...(isLong ? [together] : [])];
    }),
    ...[email, ...aliases]
      .filter((text) => text?.includes('@'))
      .map((text) => ({ pattern: escaped(text?.trim() ?? ''), key: longestWord(text?.split('@')[0] ?? '') })),
  ];
}

/** One word of a name, as it is written or in capitals. */
const alone = (word: string): Spelling => ({
  pattern: [...new Set([word, word.toLocaleUpperCase('en-GB')])].map(escaped).join('|'),
  key: lower(word),
  exact: true,
});

const initialsPattern = (text: string): Spelling => ({
  pattern: [...text.replace(/[.\s]/g, '')].map((letter) => `${escaped(letter)}\\.?`).join('\\s?'),
  key: '',
  exact: true,
});

/** `others` are all other people of the register: what names one of them too is in doubt. */
export function personFinder(person: NamedPerson, others: readonly NamedPerson[]): PersonFinder {
  const { name, aliases, initials, email } = person;
  const taken = new Set(others.flatMap(sureSpellings).map(({ pattern }) => lower(pattern)));
  const sure = [...new Map(sureSpellings(person).map((one) => [one.pattern, one])).values()];
  const parts = partsOf(name);
  const single = parts.length === 1 ? parts : [];
  const words: Record<Doubt, string[]> = {
    shared: sure.some(({ pattern }) => taken.has(lower(pattern))) ? [name] : [],
    surname: [...new Set([parts.at(-1) ?? '', ...single, ...aliases.filter(isOneWord)])],
    forename: parts.length > 1 ? [parts[0] ?? ''] : [],
    initials: [...new Set([initials ?? '', ...[name, ...aliases].filter(allCapitals)])],
  };
  const known = (text: string) => text !== '' && text.replace('.', '').length > 1;
  for (const doubt of doubts) words[doubt] = words[doubt].filter(known);
  words.surname = words.surname.filter((word) => !allCapitals(word));
  words.forename = words.forename.filter((word) => !allCapitals(word));
  const rules: Rule[] = [
    ...sure.map((one) => ruleOf(one, taken.has(lower(one.pattern)) ? 'shared' : null)),
    ...words.surname.map((word) => ruleOf(alone(word), 'surname')),
    ...words.forename.map((word) => ruleOf(alone(word), 'forename')),
    ...words.initials.map((word) => ruleOf(initialsPattern(word), 'initials')),
  ];
  const cells = new Set(
    [name, ...aliases, initials, email, ...parts].flatMap((text) => (text ? [plainCell(text)] : [])),
  );
  const keys = [...new Set(rules.flatMap(({ key }) => key || []))];
  const keyless = rules.filter(({ key }) => key === '');
  return {
    mayBeIn(text) {
      const folded = lower(text);
      return keys.some((key) => folded.includes(key)) || keyless.some(({ find }) => text.search(find) >= 0);
    },
    find(text) {
      const folded = lower(text);
      const found = rules.flatMap(({ find, key, doubt }) =>
        folded.includes(key)
          ? [...text.matchAll(find)].map((match) => ({ at: match.index, length: match[0].length, doubt }))
          : [],
      );
      return apartFrom(found);
    },
    isThem(text) {
      if (text.length > 200) return false;
      if (cells.has(plainCell(text))) return true;
      const whole = text.trim();
      return rules.some(({ find }) =>
        [...whole.matchAll(find)].some((match) => match[0].length === whole.length),
      );
    },
    doubtful: new Map(
      doubts.filter((doubt) => words[doubt].length > 0).map((doubt) => [doubt, words[doubt]]),
    ),
  };
}

const isOneWord = (text: string): boolean => /^\p{Lu}\p{L}*\p{Ll}\S*$/u.test(text.trim());
const plainCell = (text: string): string =>
  lower(text)
    .replace(/[\s.]+/g, ' ')
    .trim();
const ruleOf = (one: Spelling, doubt: Doubt | null): Rule => ({
  find: findSpelling(one),
  key: one.key,
  doubt,
});

/** What is sure before what is in doubt, the longer before the shorter; then by place. */
function apartFrom(found: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const ranked = found.toSorted(
    (a, b) => Number(a.doubt !== null) - Number(b.doubt !== null) || b.length - a.length || a.at - b.at,
  );
  for (const hit of ranked) {
    if (kept.every((one) => hit.at + hit.length <= one.at || one.at + one.length <= hit.at)) kept.push(hit);
  }
  return kept.sort((a, b) => a.at - b.at);
}

/** The usual words in the place of a name; the same again are told apart by a number. */
export function formerOfficer(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => lower(name.trim())));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? 'Former officer' : `Former officer ${n}`;
    if (!names.has(lower(name))) return name;
  }
}

/** The text with other words in the place of these passages. Words of ours begin small within a sentence. */
export function withoutHits(text: string, hits: readonly Hit[], instead: string): string {
  const within = instead.startsWith('Former ') ? `f${instead.slice(1)}` : instead;
  let out = '';
  let from = 0;
  for (const { at, length } of hits) {
    const before = text.slice(0, at);
    const begins = at === 0 || /(?:[.!?:;(/\n]|[-–•*])\s*$/u.test(before);
    out += text.slice(from, at) + (begins ? instead : within);
    from = at + length;
  }
  return out + text.slice(from);
}
