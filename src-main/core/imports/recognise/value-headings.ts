import type { KpiValue, Period } from '#shared/contract/register.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { wordsOf } from './words.ts';

/** What a column of figures holds: which figure, of when, and for a comparator of whom. */
export type ValueHeading = {
  readonly role: KpiValue['role'] | null;
  /** The words of the period, "Q1 2023/24"; null where the heading names none. */
  readonly period: string | null;
  readonly comparator: string | null;
  readonly provisional: boolean;
};

const roleWords: readonly (readonly [KpiValue['role'], ReadonlySet<string>])[] = [
  [
    'forecast',
    new Set([
      'forecast',
      'projected',
      'projection',
      'predicted',
      'prediction',
      'estimate',
      'estimated',
      'expected',
    ]),
  ],
  ['baseline', new Set(['baseline', 'base', 'starting'])],
  [
    'comparator',
    new Set([
      ...[
        'england',
        'national',
        'nat',
        'region',
        'regional',
        'neighbour',
        'neighbor',
        'benchmark',
        'comparator',
        'comparison',
      ],
      ...[
        'family',
        'sn',
        'wales',
        'scotland',
        'peer',
        'quartile',
        'average',
        'cipfa',
        'nationally',
        'eng',
        'avg',
        'ave',
        'mean',
        'median',
      ],
    ]),
  ],
  ['target', new Set(['target', 'trajectory', 'ambition', 'planned', 'goal', 'milestone', 'aim'])],
  [
    'actual',
    new Set([
      ...[
        'actual',
        'outturn',
        'result',
        'achieved',
        'achievement',
        'performance',
        'current',
        'latest',
        'validated',
        'preliminary',
      ],
      ...['provisional', 'ytd', 'reported', 'value', 'figure', 'final', 'out', 'position'],
    ]),
  ],
];
/** A heading with one of these speaks about the figures; it does not hold them. */
const aboutFigures = new Set([
  ...[
    'reason',
    'comment',
    'commentary',
    'corrective',
    'variance',
    'rag',
    'status',
    'direction',
    'trend',
    'dot',
    'narrative',
    'note',
  ],
  ...[
    'explanation',
    'update',
    'highlight',
    'deviation',
    'action',
    'source',
    'owner',
    'date',
    'progress',
    'rating',
    'tolerance',
    'threshold',
    'remedial',
    'analysis',
  ],
  ...[
    'setting',
    'number',
    'description',
    'name',
    'type',
    'group',
    'area',
    'measurement',
    'unit',
    'criterion',
    'success',
    'lead',
    'met',
  ],
]);
const provisionalWords = new Set([
  'provisional',
  'preliminary',
  'prelimary',
  'unaudited',
  'unvalidated',
  'interim',
  'draft',
]);
const yearPattern = /(?:\b|_|\D)((?:19|20)\d\d)(?:\s*[-/–]\s*(?:(?:19|20)\d\d|\d{1,2}))?(?!\d)/;
const shortYears = /\b\d\d\s*[/–-]\s*\d\d\b/;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec';
const monthPattern = new RegExp(`\\b(?:${months})[a-z]*\\.?\\b`, 'i');
const monthOfYear = new RegExp(`\\b(?:${months})[a-z]*\\.?\\s*(?:'?\\d{2}|\\d{4})\\b`, 'i');
const bareMonth = new RegExp(`^(?:${months})(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\\.?$`, 'i');
/** "FY21": which months that is depends on the country, so its words stay as they are. */
const fiscalYear = /\bFY\s?'?\d\d(?!\d)/i;
const partPattern =
  /(?:^|[\s_(,-])(q(?:uarter|tr)?\s*[1-4]|h(?:alf)?\s*[12]|term\s*[1-6]|(?:autumn|spring|summer)(?:\s+term)?|month\s*\d{1,2}|(?:1st|2nd|3rd|4th|first|second|third|fourth)\s+(?:quarter|half))(?=$|[\s_),:/-])/i;
const wholeYear =
  /(?:^|[\s_])(?:annual(?:ly)?|annual\s*target|year[\s-]*end|full[\s-]*year|end of year|year to date|ytd)(?=$|[\s_A-Z])/i;

/** A heading such as "2008/9", "Yr 1 2008/9", "Q3", "Mar 10", "Financial Year 2020/21", "H1 (Apr-Sep)". */
export function looksLikePeriod(text: string): boolean {
  if (text.length > 45) return false;
  const rest = text
    .replace(partPattern, ' ')
    .replace(yearPattern, ' ')
    .replace(shortYears, ' ')
    .replace(fiscalYear, ' ')
    .replace(
      /\b(?:fy|ay|yr|year|financial|academic|calendar|school|for|to|end|of|by|the|as|at|from)\b/gi,
      ' ',
    )
    .replace(new RegExp(`\\b(?:${months})[a-z]*\\b`, 'gi'), ' ')
    .replace(/[\d\s()/.,–:'’-]+/g, '');
  if (rest !== '') return false;
  return (
    yearPattern.test(text) ||
    partPattern.test(text) ||
    shortYears.test(text) ||
    fiscalYear.test(text) ||
    monthWithYear(text) ||
    /\b(?:yr|year)\s*\d/i.test(text)
  );
}

/** A heading's words without the year or the part of one that they name: "Q2 2024/25 update" is an update. */
export function withoutPeriod(text: string): string {
  if (!/\d/.test(text)) return text;
  const bare = text
    .replace(monthOfYear, ' ')
    .replace(partPattern, ' ')
    .replace(yearPattern, ' ')
    .replace(shortYears, ' ')
    .replace(fiscalYear, ' ')
    .replace(/\s+/g, ' ');
  return bare.replace(/^[\s:,/()–-]+|[\s:,/()–-]+$/g, '');
}

/** The name of a month and nothing else, as over the figures of a year. */
export function isBareMonth(text: string): boolean {
  return bareMonth.test(text.trim());
}

/** "Apr" in a year written "2018/19" is of 2018, "Feb" of 2019; the month alone where no year is known. */
export function monthOf(text: string, year: string | null): string {
  const month = text.trim().replace(/\.$/, '');
  const first = /(?:19|20)\d\d/.exec(year ?? '')?.[0];
  if (first === undefined) return month;
  const spans = /(?:19|20)\d\d\s*[-/–]\s*\d/.test(year ?? '');
  const late = /^(?:jan|feb|mar)/i.test(month) && spans;
  return `${month} ${Number(first) + (late ? 1 : 0)}`;
}

function monthWithYear(text: string): boolean {
  return monthPattern.test(text) && /\d/.test(text);
}

/** A heading such as "Baseline", "Target", "Actual outturn", "England". */
export function looksLikeRole(text: string): boolean {
  if (text.length > 40) return false;
  const words = wordsOf(text);
  return words.length <= 6 && roleOf(words) !== null;
}

/** A heading over figures: "Baseline", "2009/10", "Target 2009/10", "England average Q1". */
export function headsFigures(text: string): boolean {
  if (looksLikePeriod(text) || looksLikeRole(text)) return true;
  const bare = withoutPeriod(text);
  return bare !== text && (bare === '' || looksLikeRole(bare));
}

/** Roles said in several words: "Where are we now?", "What we are aiming for". */
const rolePhrases: readonly (readonly [KpiValue['role'], RegExp])[] = [
  ['baseline', /^(?:where (?:we )?(?:were|started|did we start)|starting (?:point|position))\b/],
  [
    'actual',
    /^where (?:are we|we are)(?: now| today| currently)?$|^how (?:we are|are we) (?:doing|performing)(?: now)?$/,
  ],
  [
    'target',
    /^(?:where (?:do )?we (?:want|need|aim|hope|plan|should)|where do we want|what (?:are )?we (?:are )?aim|where (?:will )?we (?:will )?be\b)/,
  ],
];

function roleOf(words: readonly string[]): KpiValue['role'] | null {
  if (words[0] === 'where' || words[0] === 'how' || words[0] === 'what' || words[0] === 'starting') {
    const text = words.join(' ');
    for (const [role, pattern] of rolePhrases) if (pattern.test(text)) return role;
  }
  // "Quartile" alone is a place among others, no figure of theirs.
  if (aboutIn(words) || (words.includes('quartile') && words.length === 1)) return null;
  for (const [role, names] of roleWords) if (words.some((word) => names.has(word))) return role;
  return null;
}

/** Whether the words are about figures (a reason, a rating) and are none themselves. */
export function speaksAboutFigures(path: readonly string[]): boolean {
  return path.some((piece) => aboutIn(wordsOf(piece)));
}

/** A "progress target" is a target: what is to be reached on the way. */
function aboutIn(words: readonly string[]): boolean {
  return words.some(
    (word, at) => aboutFigures.has(word) && !(word === 'progress' && words[at + 1] === 'target'),
  );
}

/** The year that a row's baseline is of, in a column of its own. */
export const baselineYear = /^baseline (?:year|date|period)$|^(?:year|date|period) of (?:the )?baseline$/i;

const anyFigure = /^(?:value|figure|number|no\.?|%|percentage|rate|level|data)$/i;

/** Reads the headings over a column of figures; null where they name neither a figure nor a period. */
export function readValueHeading(path: readonly string[], year: string | null): ValueHeading | null {
  if (baselineYear.test(path[path.length - 1] ?? '') || baselineYear.test(path.join(' '))) return null;
  const period = periodWords(path, year);
  const words = path.flatMap((piece) => wordsOf(piece));
  // The nearest heading decides: "Targets" over "Baseline 2008" is a baseline.
  let role: KpiValue['role'] | null = null;
  for (let at = path.length - 1; at >= 0 && role === null; at--) {
    // "Value" beside "Year", both under "Baseline": the baseline's.
    if (at > 0 && anyFigure.test(path[at] ?? '') && roleOf(wordsOf(path[at - 1] ?? '')) !== null) continue;
    role = roleOf(wordsOf(path[at] ?? ''));
  }
  if (role === null && period === null) return null;
  return {
    role,
    period,
    comparator: role === 'comparator' ? comparatorName(path) : null,
    provisional: words.some((word) => provisionalWords.has(word)),
  };
}

function comparatorName(path: readonly string[]): string {
  for (let at = path.length - 1; at >= 0; at--) {
    const piece = path[at] ?? '';
    if (roleOf(wordsOf(piece)) !== 'comparator') continue;
    const name = piece
      .replace(yearPattern, ' ')
      .replace(/[\s_]+/g, ' ')
      .trim();
    return name === '' ? piece : name;
  }
  return path.join(' ');
}

/** The period's words in a path of headings: the year of one piece with the quarter of another. */
export function periodWords(path: readonly string[], year: string | null): string | null {
  const joined = path.join(' ');
  const part = lastMatch(path, partPattern);
  const written = lastMatch(path, yearPattern) ?? lastMatch(path, shortYears) ?? lastMatch(path, fiscalYear);
  const piece = path.findLast((one) => looksLikePeriod(one));
  if (piece && written && !part) return piece;
  if (part) {
    if (piece && yearPattern.test(piece) && partPattern.test(piece)) return piece;
    const of = written ?? year;
    return of ? `${part} ${of}` : part;
  }
  if (written) {
    const month = monthPattern.exec(joined)?.[0];
    return month ? `${month} ${written}` : written;
  }
  if (piece) return piece;
  // "Target Year 1", "Yr 2 target": which year that is the plan's own period says.
  const counted = /\b(?:yr|year)\s*([1-9])\b/i.exec(joined)?.[1];
  if (counted !== undefined) return `Year ${counted}`;
  if (wholeYear.test(joined) && year) return year;
  return null;
}

function lastMatch(path: readonly string[], pattern: RegExp): string | null {
  for (let at = path.length - 1; at >= 0; at--) {
    const found = pattern.exec(path[at] ?? '');
    if (found)
      return (
        pattern === partPattern
          ? (found[1] ?? found[0])
          : pattern === fiscalYear
            ? found[0]
            : found[0].replace(/^\D/, '')
      )
        .replace(/_/g, ' ')
        .trim();
  }
  return null;
}

/** The period of words; words that say none keep as they are, without days. */
export function periodOf(words: string, yearStartMonth: number): Period {
  return readPeriod(words, yearStartMonth) ?? { label: words, start: null, end: null };
}

/** Whether a span is of several years, so that a bare "Q1" is of none of them: "2022-25". */
export function spansYears(words: string): boolean {
  const found = /^(\d{4})\D+(\d{1,4})$/.exec(words);
  const [from, to] = [found?.[1] ?? '', found?.[2] ?? ''];
  return from !== '' && (Number(to) - Number(from.slice(-to.length)) + 100) % 100 > 1;
}

/** The first financial year named in a text, as written: "2021-22" of "QPR for FY 2021-22". A date names none. */
export function yearIn(text: string): string | null {
  let within: { first: number; last: number; words: string } | null = null;
  for (const found of text.matchAll(
    /(?<![\d/.-])((?:19|20)\d\d)\s?[-/–]\s?((?:19|20)\d\d|\d{1,2})(?![\d]|[-/.]\d)/g,
  )) {
    const first = Number(found[1]);
    const second = Number(found[2]);
    const last =
      second > 99
        ? second
        : second < 10 && (found[2] ?? '').length === 1
          ? first - (first % 10) + second
          : first - (first % 100) + second;
    if (last <= first || last - first > 12) continue;
    const words = found[0].replace(/\s/g, '');
    // "Corporate plan 2022-27: delivery plan 2023/24" is of the one year inside the several.
    if (last - first === 1 && (within === null || (first >= within.first && last <= within.last)))
      return words;
    within ??= { first, last, words };
  }
  return within?.words ?? null;
}
