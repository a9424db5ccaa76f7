import { monthNames, weekdayNames } from './dates.ts';
import { numberWords } from './number-words.ts';
import { listWords } from './words.ts';

/** How often a body meets, read from words: "quarterly, on the second Tuesday". */

export type CycleEvery =
  /** So many times in a year, spread evenly. */
  | { readonly unit: 'year'; readonly times: number }
  | { readonly unit: 'term' }
  | { readonly unit: 'half-term' }
  /** Every so many months: 1 monthly, 3 quarterly, 12 yearly. */
  | { readonly unit: 'month'; readonly step: number }
  | { readonly unit: 'week'; readonly step: number };

/** The day asked for: a weekday, perhaps the nth of the month or term (-1 the last), or a date of the month. */
export type CycleDay = {
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number | null;
  readonly nths: readonly number[];
  readonly of: 'month' | 'term' | null;
  /** 1 to 31. */
  readonly date: number | null;
};

export type Cycle = {
  readonly every: CycleEvery;
  /** Only in these months (1 to 12); null where in all. */
  readonly months: readonly number[] | null;
  readonly day: CycleDay | null;
  /** "per cluster": a series of meetings for each; the count where the words give it. */
  readonly groups: { readonly word: string; readonly count: number | null } | null;
};

export type CycleReading = {
  /** Null where the words do not say how often, or could be taken in two ways. */
  readonly cycle: Cycle | null;
  /** Words that were not understood, as they stand. */
  readonly unread: readonly string[];
  /** Why there is no cycle, in a sentence. */
  readonly why: string | null;
};

const smallNumbers: readonly string[] = numberWords.slice(1);
const numberPiece = `(\\d{1,3}|${smallNumbers.join('|')})`;
const numberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : smallNumbers.indexOf(word) + 1);

const weekdayPiece = '(sun|mon|tues|wednes|thurs|fri|satur)days?';
const weekdayAt = (start: string): number =>
  weekdayNames.findIndex((name) => name.toLowerCase().startsWith(start));

const ordinals = ['first', 'second', 'third', 'fourth'];
const ordinalPiece = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const ordinalOf = (word: string): number =>
  word === 'last' ? -1 : /^\d/.test(word) ? Number(word[0]) : ordinals.indexOf(word) + 1;

const month = `(?:${monthNames.map((name) => name.toLowerCase()).join('|')})`;
const monthOf = (name: string): number =>
  monthNames.findIndex((one) => one.toLowerCase() === name.trim()) + 1;
const monthList = `(${month}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)${month})*)`;
const monthsOf = (list: string): number[] => (list.match(new RegExp(month, 'g')) ?? []).map(monthOf);
const allMonths = monthNames.map((_, at) => at + 1);

type Draft = {
  every: CycleEvery[];
  only: number[] | null;
  without: number[];
  day: { weekday: number | null; nths: number[]; of: 'month' | 'term' | null; date: number | null } | null;
  groups: Cycle['groups'];
  /** How often, where nothing else says so. */
  perhaps: CycleEvery | null;
  twoWays: string | null;
};
type Groups = RegExpExecArray;
type Rule = readonly [RegExp, (groups: Groups, draft: Draft) => void];

const rule = (source: string, take: (groups: Groups, draft: Draft) => void): Rule => [
  new RegExp(`(?<![a-z0-9-])(?:${source})(?![a-z0-9])`),
  take,
];
const often = (source: string, every: CycleEvery | ((groups: Groups) => CycleEvery)): Rule =>
  rule(source, (groups, draft) => draft.every.push(typeof every === 'function' ? every(groups) : every));
const twoWays = (source: string, first: string, second: string): Rule =>
  rule(source, (groups, draft) => {
    draft.twoWays = `“${groups[0]}” can mean ${first} or ${second}. Write which of the two it is.`;
  });

const setDay = (draft: Draft, day: Partial<NonNullable<Draft['day']>>): void => {
  draft.day = { weekday: null, nths: [], of: null, date: null, ...draft.day, ...day };
};
const groupWord = (word = ''): string => word.replace(/ie$/, 'y');
const times = (times: number): CycleEvery => ({ unit: 'year', times });
const months = (step: number): CycleEvery => ({ unit: 'month', step });
const weeks = (step: number): CycleEvery => ({ unit: 'week', step });
const each = '(?:each|every|per|an?|of each|of every|in each|in every)';
const meetings = '(?:\\s+(?:times|meetings))?';

/** The more exact before the more general: each takes its words away. */
const rules: readonly Rule[] = [
  twoWays('bi-?\\s?monthly', 'twice a month', 'every two months'),
  twoWays('bi-?\\s?weekly', 'twice a week', 'every two weeks'),
  twoWays('bi-?\\s?annual(?:ly)?', 'twice a year', 'every two years'),
  twoWays(`every second ${weekdayPiece}`, 'every two weeks', 'the second of each month'),
  twoWays(
    `(?:every )?${numberPiece}\\s*(?:-|to|or)\\s*${numberPiece}[\\s-]week(?:s|ly)`,
    'the shorter',
    'the longer',
  ),
  rule(
    `(?:per|for each|for every|in each|in every|each|every)(?: of)?(?: the)?(?: ${numberPiece})? (cluster|localit(?:y|ie)|area|centre|district|neighbourhood|hub)s?`,
    (g, draft) => {
      draft.groups = { word: groupWord(g[2]), count: g[1] ? numberOf(g[1]) : null };
    },
  ),
  rule(
    `\\(?${numberPiece} (cluster|localit(?:y|ie)|area|centre|district|neighbourhood|hub)s\\)?`,
    (g, draft) => {
      draft.groups = { word: groupWord(g[2]), count: numberOf(g[1] ?? '') };
    },
  ),
  rule(`(?:except|excluding|but not|not|other than|apart from)(?: for| in)? ${monthList}`, (g, draft) => {
    draft.without.push(...monthsOf(g[1] ?? ''));
  }),
  rule(`(?:from )?(${month}) (?:to|until) (${month})`, (g, draft) => {
    const [first, last] = [monthOf(g[1] ?? ''), monthOf(g[2] ?? '')];
    draft.only = Array.from(
      { length: ((last - first + 12) % 12) + 1 },
      (_, at) => ((first - 1 + at) % 12) + 1,
    ).sort((a, b) => a - b);
  }),
  rule(
    `${ordinalPiece}(?: and ${ordinalPiece})? ${weekdayPiece}(?: ${each}(?: school)? (month|term|half[\\s-]term|quarter|year)| (?:of|in) the (month|term|quarter))?`,
    (g, draft) => {
      const unit = (g[4] ?? g[5] ?? '').replace(/\s/, '-');
      setDay(draft, {
        weekday: weekdayAt(g[3] ?? ''),
        nths: [g[1], g[2]].flatMap((word) => (word ? [ordinalOf(word)] : [])),
        of: unit === 'term' || unit === 'half-term' ? 'term' : 'month',
      });
      const every: CycleEvery | null =
        unit === 'term' || unit === 'half-term'
          ? { unit }
          : unit === 'month' || unit === 'quarter' || unit === 'year'
            ? months({ month: 1, quarter: 3, year: 12 }[unit])
            : null;
      // "of each month" says how often; "of the month" only where nothing else does.
      if (every && g[4] !== undefined) draft.every.push(every);
      else draft.perhaps = every;
    },
  ),
  rule(`(?:every|each|weekly on an?|weekly on) ${weekdayPiece}`, (g, draft) => {
    draft.every.push(weeks(1));
    setDay(draft, { weekday: weekdayAt(g[1] ?? '') });
  }),
  rule(`(?:on )?(?:an? )?${weekdayPiece}`, (g, draft) => setDay(draft, { weekday: weekdayAt(g[1] ?? '') })),
  rule('(?:on )?the (\\d{1,2})(?:st|nd|rd|th)(?: (?:day )?of (?:the|each|every) month)?', (g, draft) => {
    const date = Number(g[1]);
    if (date < 1 || date > 31) draft.twoWays = `No month has a day ${date}.`;
    else setDay(draft, { date });
    if (/(?:each|every) month/.test(g[0])) draft.every.push(months(1));
  }),
  often(
    `(?:once|one meeting|one|termly) ${each} half[\\s-]term|half[\\s-]?termly|(?:every|each) half[\\s-]term|twice (?:an?|per|each|every) term`,
    {
      unit: 'half-term',
    },
  ),
  often(`(?:once|one meeting) ${each} (?:school )?term|termly|(?:every|each) (?:school )?term`, {
    unit: 'term',
  }),
  often(
    `(?:once|one meeting) (?:an?|per|each|every) year|annually|yearly|every year|once per annum|annual`,
    months(12),
  ),
  often(
    `(?:twice|two(?: times| meetings)?) (?:an?|per|each|every) year|twice yearly|twice per annum|half[\\s-]?yearly`,
    times(2),
  ),
  often(
    `${numberPiece}${meetings} (?:(?:an?|per|each|every|in a) (?:financial |academic |school )?year|per annum|pa|yearly|annually)`,
    (g) => times(numberOf(g[1] ?? '')),
  ),
  often('(?:twice|two times) (?:an?|per|each|every) month', times(24)),
  often('(?:every other|every second|alternate|every two|every 2) months?|(?:two|2)-monthly', months(2)),
  often(`every ${numberPiece} months|${numberPiece}[\\s-]monthly`, (g) =>
    months(numberOf(g[1] ?? g[2] ?? '')),
  ),
  often('once (?:an?|per|each|every) quarter|quarterly|(?:every|each) quarter', months(3)),
  often('once (?:an?|per|each|every) month|monthly|(?:every|each) month', months(1)),
  often('fortnightly|every (?:fortnight|other week|second week|two weeks|2 weeks)|alternate weeks', weeks(2)),
  often(`every ${numberPiece} weeks|${numberPiece}[\\s-]weekly`, (g) => weeks(numberOf(g[1] ?? g[2] ?? ''))),
  often('once (?:an?|per|each|every) week|weekly|(?:every|each) week', weeks(1)),
  rule(`(?:each|every|in|of|during) ${monthList}`, (g, draft) => {
    draft.only = monthsOf(g[1] ?? '');
  }),
  // Without a word before it "may" is not a month.
  rule(`(?!may(?![a-z]))${monthList}`, (g, draft) => {
    draft.only ??= monthsOf(g[1] ?? '');
  }),
];

/** Words that say nothing of when. */
const filler = new Set(
  'and on the a an of in at meets meet meeting meetings held is are during normally usually least minimum it which term-time term time only'.split(
    ' ',
  ),
);

/** What lies between taken pieces stays apart from them. */
const taken = '\uE000';

/**
 * Reads how often a body meets. What is not understood is given back as it stands, and never guessed; words that can
 * be taken in two ways, or that contradict each other, give no cycle but the reason.
 */
export function readCycle(words: string): CycleReading {
  const text = words
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  let rest = text.toLowerCase();
  const draft: Draft = {
    every: [],
    only: null,
    without: [],
    day: null,
    groups: null,
    perhaps: null,
    twoWays: null,
  };
  for (const [pattern, take] of rules) {
    const match = pattern.exec(rest);
    if (!match) continue;
    take(match, draft);
    rest =
      rest.slice(0, match.index) + taken.repeat(match[0].length) + rest.slice(match.index + match[0].length);
  }
  const unread = unreadIn(text, rest);
  const none = (why: string): CycleReading => ({ cycle: null, unread, why });
  if (text === '') return none('Nothing is said of how often it meets.');
  if (draft.twoWays !== null) return none(draft.twoWays);
  if (unread.some((piece) => /\b(?:not|except|excluding|unless|no|never)\b/i.test(piece))) {
    return none(`“${unread[0]}” is not understood, and it changes what the rest means.`);
  }
  return cycleOf(draft, unread);
}

function cycleOf(draft: Draft, unread: readonly string[]): CycleReading {
  const none = (why: string): CycleReading => ({ cycle: null, unread, why });
  const named = draft.only?.filter((one) => !draft.without.includes(one)) ?? null;
  const only =
    draft.without.length > 0 ? (named ?? allMonths.filter((one) => !draft.without.includes(one))) : named;
  const distinct = draft.every.filter(
    (every, at) => draft.every.findIndex((one) => JSON.stringify(one) === JSON.stringify(every)) === at,
  );
  const [first, second] = distinct;
  if (first && second) {
    return none(
      `How often is said in two ways: ${listWords(distinct.map(everyInWords))}. Write one of them.`,
    );
  }
  // Months alone say how often: "in March, July and November".
  const every = first ?? (draft.only ? months(12) : draft.perhaps);
  if (!every) {
    return none(
      'How often it meets is not understood. Write, for example, “termly”, “six a year” or “quarterly, on the second Tuesday”.',
    );
  }
  if (every.unit === 'month' && every.step < 1) return none('Every 0 months is no cycle.');
  if (every.unit === 'week' && every.step < 1) return none('Every 0 weeks is no cycle.');
  if (every.unit === 'year' && (every.times < 1 || every.times > 60)) {
    return none(`${every.times} meetings a year cannot be planned. Write a number from 1 to 60.`);
  }
  if (draft.only && every.unit === 'year' && only && every.times !== only.length) {
    return none(
      `${every.times} a year, but ${only.length === 1 ? '1 month is' : `${only.length} months are`} named.`,
    );
  }
  if (draft.day?.of === 'term' && every.unit !== 'term' && every.unit !== 'half-term') {
    return none('The day is said of a term, but the meetings are not. Write “termly”.');
  }
  return { cycle: { every, months: only, day: draft.day, groups: draft.groups }, unread, why: null };
}

function unreadIn(text: string, rest: string): string[] {
  const pieces: string[] = [];
  for (const match of rest.matchAll(/[^\uE000,;.()]+/g)) {
    const words = text.slice(match.index, match.index + match[0].length).trim();
    const left = words.split(/\s+/).filter((word) => word !== '' && !filler.has(word.toLowerCase()));
    if (left.some((word) => /[\p{L}\p{N}]/u.test(word))) pieces.push(words);
  }
  return pieces;
}

/** "six a year", "every 6 weeks", "termly" */
export function everyInWords(every: CycleEvery): string {
  if (every.unit === 'term' || every.unit === 'half-term') {
    return every.unit === 'term' ? 'once a term' : 'once each half-term';
  }
  if (every.unit === 'year') return `${numberWords[every.times] ?? every.times} a year`;
  if (every.unit === 'week') return every.step === 1 ? 'weekly' : `every ${every.step} weeks`;
  return monthsInWords(every.step);
}

function monthsInWords(step: number): string {
  const known: Readonly<Record<number, string>> = { 1: 'monthly', 3: 'quarterly', 12: 'once a year' };
  return known[step] ?? `every ${step} months`;
}

const nthInWords = (nth: number): string => (nth === -1 ? 'last' : (ordinals[nth - 1] ?? String(nth)));

/** A cycle in the product's own words: "quarterly, on the second Tuesday of the month, for each of 7 clusters". */
export function cycleInWords({ every, months: only, day, groups }: Cycle): string {
  const yearly = every.unit === 'month' && every.step === 12;
  // Several named months say by themselves how often.
  const pieces = yearly && only && only.length > 1 ? [] : [everyInWords(every)];
  if (day?.weekday != null) {
    const name = weekdayNames[day.weekday];
    pieces.push(
      day.nths.length === 0
        ? `on a ${name}`
        : `on the ${listWords(day.nths.map(nthInWords))} ${name} of the ${every.unit === 'half-term' ? 'half-term' : (day.of ?? 'month')}`,
    );
  }
  if (day?.date != null) pieces.push(`on the ${day.date}${suffix(day.date)} of the month`);
  if (only) {
    const without = allMonths.filter((one) => !only.includes(one));
    const name = (one: number): string => monthNames[one - 1] ?? '';
    pieces.push(
      only.length > 6 && without.length > 0
        ? `not in ${listWords(without.map(name))}`
        : `in ${listWords(only.map(name))}`,
    );
  }
  if (groups) {
    pieces.push(
      groups.count === null
        ? `for each ${groups.word}`
        : `for each of ${groups.count} ${plural(groups.word)}`,
    );
  }
  return pieces.join(', ');
}

const suffix = (date: number): string =>
  (date >= 11 && date <= 13
    ? undefined
    : ({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[date % 10]) ?? 'th';
const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);
