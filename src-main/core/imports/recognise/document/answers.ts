import { readTimescale } from '#shared/domain/timescales.ts';
import { foldSpace } from '../words.ts';

/** What an item of a list says beside its words: "… (Lead: AB; by March 2010)". */
export type Answers = {
  /** The words without the answers. */
  readonly text: string;
  readonly leads: string | null;
  readonly timescale: string | null;
  readonly status: string | null;
  readonly resources: string | null;
  readonly measures: string | null;
  /** How many answers there are, and how many of them stand behind a label. */
  readonly found: number;
  readonly labelled: number;
};

type Field = 'leads' | 'timescale' | 'status' | 'resources' | 'measures';
const labels: readonly (readonly [Field, string])[] = [
  [
    'leads',
    'lead(?:s|ing)?(?: (?:officer|person|agency|partner|organisation|service|manager|responsibility)s?)?|action (?:owner|lead|by)|owners?|responsible(?: (?:officer|person|lead|body))?|responsibility|person responsible|by whom|who(?: will lead| is responsible)?|led by|accountable(?: officer)?',
  ],
  [
    'timescale',
    'time ?(?:scale|frame|line)s?|by when|when|deadline|due(?: date| by)?|(?:target|completion|review|end|start) date|date|complete(?:d|tion)?(?: by)?|by|target for completion',
  ],
  ['status', 'status|rag(?: rating| status)?|progress(?: to date)?|update'],
  ['resources', 'resources?(?: required)?|costs?|funding|budget'],
  [
    'measures',
    'success (?:criteria|measures?)|measures?(?: of success)?|outcomes?|targets?|impact|evidence|kpis?|milestones?|how (?:we will|will we) know',
  ],
];
const everyLabel = labels.map(([field, words]) => `(?<${field}>${words})`).join('|');
const labelled = new RegExp(`(?:^|[\\s(\\[|;,.–—-])(?:${everyLabel})\\s*(?::|\\s[–—-]\\s)\\s*`, 'gi');
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const trailingBy = new RegExp(
  `[,\\s](by (?:the )?(?:(?:end|middle|start|beginning) of )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${month}|spring|summer|autumn|winter)(?: term)?,? (?:19|20)?\\d\\d|by (?:the )?(?:end of )?(?:19|20)\\d\\d)\\.?$`,
  'i',
);
const options = { yearStartMonth: 4, period: null };

/** The words without the labels of answers, which head what stands behind them; `labels` gathers these. */
export function withoutLabels(text: string, labels: string[] = []): string {
  return text.replace(labelled, (found, ...rest) => {
    const at = rest.find((one) => typeof one === 'number') as number;
    if (!standsAsLabel(text, { index: at, 0: found })) return found;
    labels.push(found.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
    return ' ';
  });
}

/** A line that holds nothing but answers to the item above it. */
export function isAnswerLine(text: string): boolean {
  if (text.length > 300) return false;
  const { text: rest, labelled: count } = answersIn(text);
  return count > 0 && rest === '';
}

/** A line of answers that an action has and a section has not: by when, how it stands. */
export function answersAction(text: string): boolean {
  if (!isAnswerLine(text)) return false;
  const { timescale, status, measures, resources } = answersIn(text);
  return (timescale ?? status ?? measures ?? resources) !== null;
}

/** Reads who, by when and the like from an item's own words. */
export function answersIn(words: string): Answers {
  const text = foldSpace(words);
  const found = new Map<Field, string>();
  const marks = [...text.matchAll(labelled)].filter((match) => standsAsLabel(text, match));
  let rest = text;
  if (marks.length > 0) {
    rest = text.slice(0, marks[0]?.index ?? 0);
    marks.forEach((match, at) => {
      const field = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as Field;
      const value = bare(
        text.slice(match.index + match[0].length, marks[at + 1]?.index ?? text.length),
      ).replace(/(\w{3,})\.$/, '$1');
      if (value !== '') found.set(field, found.has(field) ? `${found.get(field)}; ${value}` : value);
    });
    rest = bare(rest);
  } else {
    rest = inBrackets(text, found);
    if (rest === text) rest = betweenDashes(text, found);
  }
  const lead = found.get('leads');
  const dated = lead === undefined ? null : /^(\S.*?)[,;]?\s+(by\s+.+)$/i.exec(lead);
  if (dated?.[1] && dated[2] && !found.has('timescale') && isDate(dated[2])) {
    found.set('leads', dated[1]);
    found.set('timescale', dated[2]);
  }
  if (!found.has('timescale')) {
    const by = trailingBy.exec(rest);
    if (by?.[1]) found.set('timescale', by[1]);
  }
  return {
    text: rest,
    leads: found.get('leads') ?? null,
    timescale: found.get('timescale') ?? null,
    status: found.get('status') ?? null,
    resources: found.get('resources') ?? null,
    measures: found.get('measures') ?? null,
    found: found.size,
    labelled: marks.length === 0 ? (rest === text ? 0 : found.size) : found.size,
  };
}

/** "Lead:" labels; "the outcome: a new plan" in the middle of a sentence does not. */
function standsAsLabel(text: string, match: { readonly index: number; readonly 0: string }): boolean {
  const start = match.index + (/^[\s([|;,.–—-]/.test(match[0]) ? 1 : 0);
  if (match.index === 0 && start === 0) return true;
  const before = text.slice(0, start).trimEnd();
  return /[.;,()[\]|–—:-]$/.test(before) || /^\p{Lu}/u.test(text.slice(start));
}

/** "(AB, March 2010)", "(by September 2024)", "[JS]" at the end. */
function inBrackets(text: string, found: Map<Field, string>): string {
  const said = /^(.*\S)\s*[([]([^()[\]]{2,80})[)\]]\.?$/s.exec(text);
  if (!said?.[1] || !said[2]) return text;
  const parts = said[2].split(/\s*[,;–—|/]\s*|\s+(?=by\s)/).filter((part) => part !== '');
  const dates = parts.filter((part) => part.length <= 40 && isDate(part));
  const others = parts.filter((part) => !dates.includes(part));
  const people = others.every((part) =>
    /^(?:[A-Z][A-Za-z]{0,2}[A-Z]|[A-Z][\w’'.-]+(?: [A-Z&][\w’'.-]*){0,4})$/.test(part),
  );
  const initials = others.length > 0 && others.every((part) => /^[A-Z][A-Za-z]?[A-Z]{1,2}$/.test(part));
  if (dates.length > 1 || !people || (dates.length === 0 && !initials)) return text;
  if (dates[0]) found.set('timescale', dates[0]);
  if (others.length > 0) found.set('leads', others.join(', '));
  return said[1];
}

/** "Loan 500 laptops – Schools Service – by September 2020". */
function betweenDashes(text: string, found: Map<Field, string>): string {
  const parts = text.split(/\s+[–—|]\s+/);
  const date = parts.at(-1) ?? '';
  if (parts.length < 2 || date.length > 40 || !isDate(date)) return text;
  const lead = parts.at(-2) ?? '';
  const named = parts.length >= 3 && lead.length <= 60 && /^\p{Lu}/u.test(lead) && !/[.:]$/.test(lead);
  if (!named && !/^(?:by|from|in|during|on|until)\b/i.test(date)) return text;
  found.set('timescale', date);
  if (named) found.set('leads', lead);
  return parts.slice(0, named ? -2 : -1).join(' – ');
}

function isDate(text: string): boolean {
  const read = readTimescale(text, options);
  return read.precision !== null || read.ongoing || read.recurrence !== null;
}

function bare(text: string): string {
  return text
    .replace(/^[\s;,|–—-]+/, '')
    .replace(/[\s;,|([–—-]+$/, '')
    .replace(/^([^([]*)[)\]]\.?$/, '$1')
    .trim();
}
