/** How often something comes round, read from words: an ISO 8601 duration, or "3 a year". */
export type Recurrence = {
  readonly recurrence: string;
  /** The other fair reading, where there is one: "tri annual" may be every three years or three times a year. */
  readonly otherwise: string | null;
  readonly from: number;
  readonly to: number;
};

const counts: Readonly<Record<string, number>> = {
  once: 1,
  one: 1,
  twice: 2,
  two: 2,
  three: 3,
  thrice: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const count =
  '(?<![@\\d.])(\\d{1,2}|once|twice|thrice|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const units: Readonly<Record<string, string>> = { d: 'D', w: 'W', m: 'M', y: 'Y' };
const unit = '(day|week|month|year|term|quarter)';

const numberOf = (word: string): number => counts[word] ?? Number(word);

function perYear(number: number): string {
  if (number === 1) return 'P1Y';
  if (number === 2) return 'P6M';
  if (number === 4) return 'P3M';
  return number === 12 ? 'P1M' : `${number} a year`;
}

function everySo(number: number, word: string): string {
  if (word === 'term') return number === 1 ? '3 a year' : `every ${number} terms`;
  if (word === 'quarter') return `P${3 * number}M`;
  return `P${number}${units[word[0] ?? ''] ?? 'D'}`;
}

function timesIn(number: number, word: string): string {
  if (word === 'year') return perYear(number);
  if (word === 'term') return `${3 * number} a year`;
  return number === 1 ? everySo(1, word) : `${number} a ${word}`;
}

type Rule = readonly [RegExp, (groups: RegExpExecArray) => readonly [string, string | null]];
const fixed = (source: string, recurrence: string, otherwise: string | null = null): Rule => [
  new RegExp(`\\b(?:${source})\\b`),
  () => [recurrence, otherwise],
];

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

const rules: readonly Rule[] = [
  [
    new RegExp(`\\b${count}\\s*(?:x\\s*|times?\\s+)?(?:per|an?|each|every|/)\\s+half[\\s-]?term\\b`),
    (g) => [`${6 * numberOf(g[1] ?? '')} a year`, null],
  ],
  // "every 4-6 weeks": at the latest every six
  [
    new RegExp(`\\b(?:every|each)\\s+${count}\\s*(?:-|to|or)\\s*${count}\\s+${unit}s?\\b`),
    (g) => [everySo(numberOf(g[2] ?? ''), g[3] ?? ''), everySo(numberOf(g[1] ?? ''), g[3] ?? '')],
  ],
  [
    new RegExp(`\\b(?:every|each)\\s+(\\d)(?:nd|rd|th)\\s+${unit}\\b`),
    (g) => [everySo(Number(g[1]), g[2] ?? ''), null],
  ],
  [
    new RegExp(`\\b${count}\\s*(?:x|times?)\\s*(?:yearly|annually|per\\s+annum|p\\.?a\\b)`),
    (g) => [perYear(numberOf(g[1] ?? '')), null],
  ],
  [
    new RegExp(
      `\\b${count}(?:\\s*x|\\s+times?)?\\s+(week|month|term|quarter)ly\\b(?<=\\b(?:x|times?|once|twice|thrice)\\s+\\w+)`,
    ),
    (g) => [timesIn(numberOf(g[1] ?? ''), g[2] ?? ''), null],
  ],
  [/\balternate\s+(day|week|month|term|year)s?\b/, (g) => [everySo(2, g[1] ?? ''), null]],
  [
    new RegExp(
      `\\b(?:1st|2nd|3rd|4th|first|second|third|fourth|last)\\s+${weekday}\\s+of\\s+(?:the|each|every)\\s+month\\b`,
    ),
    () => ['P1M', null],
  ],
  [new RegExp(`\\b(?:every|each)\\s+${weekday}\\b|^\\s*(?:on\\s+)?${weekday}s\\b`), () => ['P1W', null]],
  [/\b(?:every|each)\s+(?:\w+\s+){0,2}meeting\b/, () => ['every meeting', null]],
  [
    new RegExp(
      `\\b${count}(?:\\s*(?:x|times?|meetings?|occasions?|forums?|events?|sessions?))?\\s*(?:per|a|each|every|in\\s+each|in\\s+a|/)\\s*${unit}(?:ly)?\\b`,
    ),
    (g) => [timesIn(numberOf(g[1] ?? ''), g[2] ?? ''), null],
  ],
  [
    new RegExp(`\\b${count}[\\s-]+(?:times\\s+)?(?:yearly|annually)\\b`),
    (g) =>
      /times|once|twice|thrice/.test(g[0])
        ? [perYear(numberOf(g[1] ?? '')), null]
        : [`P${numberOf(g[1] ?? '')}Y`, null],
  ],
  [
    new RegExp(`\\b${count}[\\s-]*(day|week|month|year)(?:ly)\\b`),
    (g) => [everySo(numberOf(g[1] ?? ''), g[2] ?? ''), null],
  ],
  [
    new RegExp(`\\b(?:every|each)\\s+${count}\\s+${unit}s?\\b`),
    (g) => [everySo(numberOf(g[1] ?? ''), g[2] ?? ''), null],
  ],
  [
    new RegExp(`\\b(?:every|each)\\s+(?:other|second|alternate)\\s+${unit}\\b`),
    (g) => [everySo(2, g[1] ?? ''), null],
  ],
  [/\b(?:every|each)\s+half[\s-]?term\b/, () => ['6 a year', null]],
  [
    new RegExp(`\\b(?:every|each|per)\\s+(?:school\\s+|academic\\s+|financial\\s+)?${unit}\\b`),
    (g) => [everySo(1, g[1] ?? ''), null],
  ],
  fixed('tri[\\s-]?annual(?:ly)?', 'P3Y', '3 a year'),
  fixed('tri[\\s-]?ennial(?:ly)?', 'P3Y'),
  fixed('bi[\\s-]?ennial(?:ly)?', 'P2Y'),
  fixed('(?:bi|semi)[\\s-]?annual(?:ly)?', 'P6M', 'P2Y'),
  fixed('bi[\\s-]?yearly', 'P6M', 'P2Y'),
  fixed('bi[\\s-]?monthly', 'P2M', '2 a month'),
  fixed('bi[\\s-]?weekly', 'P2W', '2 a week'),
  fixed('half[\\s-]?yearly|half[\\s-]?year(?=\\s+review)|six[\\s-]?monthly', 'P6M'),
  fixed('half[\\s-]?termly', '6 a year'),
  fixed('annual(?:ly)?|yearly|per\\s+annum|p\\.a|each\\s+year|every\\s+year|year\\s+on\\s+year', 'P1Y'),
  fixed('quarterly|qtrly|qrtly|quartely', 'P3M'),
  fixed('termly', '3 a year'),
  fixed('monthly|monthy', 'P1M'),
  fixed('fortnightly|every\\s+fortnight', 'P2W'),
  fixed('weekly', 'P1W'),
  fixed('daily|every\\s+day', 'P1D'),
];

/** What every rule's words have in common: most texts are passed over at once. */
const mayRecur = /ly\b|monthy|annu|enni|half|every|each|alternate|days\b|month\b|\b(?:per|an?|p\.a)\b|\//;

/** The first recurrence named in plain text (see `plainText`), or null. */
export function readRecurrence(plain: string): Recurrence | null {
  if (!mayRecur.test(plain)) return null;
  let best: Recurrence | null = null;
  for (const [shape, read] of rules) {
    const match = shape.exec(plain);
    if (!match || (best && best.from <= match.index)) continue;
    const [recurrence, otherwise] = read(match);
    best = { recurrence, otherwise, from: match.index, to: match.index + match[0].length };
  }
  return best;
}

const iso = /^P(\d+)([DWMY])$/;
const unitWords: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** "every quarter", "every 3 years", "3 times a year"; other words as they are. */
export function describeRecurrence(recurrence: string): string {
  const match = iso.exec(recurrence);
  if (match) {
    const number = Number(match[1]);
    if (match[2] === 'M' && number === 3) return 'every quarter';
    const word = unitWords[match[2] ?? ''] ?? '';
    return number === 1 ? `every ${word}` : `every ${number} ${word}s`;
  }
  const times = /^(\d+) (a .+)$/.exec(recurrence);
  if (times) return `${times[1] === '2' ? 'twice' : `${times[1]} times`} ${times[2]}`;
  return recurrence;
}
