import type { ColumnField } from '#shared/contract/imports.ts';
import { detailPhrases, fieldPhrases, softTextPhrases } from './synonyms.ts';
import { withoutPeriod } from './value-headings.ts';
import { wordsOf } from './words.ts';

/** What a heading may mean: how strongly (0 to 1), and by which phrase. */
export type HeaderReading = {
  readonly field: ColumnField;
  readonly strength: number;
  readonly phrase: string;
};

type Phrase = {
  readonly field: ColumnField;
  readonly words: readonly string[];
  readonly text: string;
  readonly weight: number;
};

/** What one of two names for a column is worth beside a heading that is one name. */
const secondName = 0.8;
/** A soft phrase names the record only where no plainer one does. */
const softWeight = 0.7;
const phrases: Phrase[] = [];
function addPhrases(field: ColumnField, list: string, weight: number): void {
  for (const one of list.split('|')) {
    const text = one.replace(/\s+/g, ' ').trim();
    phrases.push({ field, words: wordsOf(text), text, weight });
  }
}
for (const [field, list] of Object.entries(fieldPhrases)) addPhrases(field as ColumnField, list, 1);
addPhrases('text', softTextPhrases, softWeight);
addPhrases('detail', detailPhrases, 1);
const byFirstWord = new Map<string, Phrase[]>();
for (const phrase of phrases) {
  const first = phrase.words[0] ?? '';
  const list = byFirstWord.get(first);
  if (list) list.push(phrase);
  else byFirstWord.set(first, [phrase]);
}

/** A heading is a label, not a sentence. */
const longestHeading = 160;
const mostWords = 22;
const keptHeadings = 5_000;
const cache = new Map<string, readonly HeaderReading[]>();
const none: readonly HeaderReading[] = [];

/** What a heading may mean, strongest first; nothing for what cannot be a heading. */
export function readHeading(text: string): readonly HeaderReading[] {
  if (text === '' || text.length > longestHeading) return none;
  const known = cache.get(text);
  if (known) return known;
  const found = match(text);
  if (cache.size >= keptHeadings) cache.clear();
  cache.set(text, found);
  return found;
}

/**
 * The readings of a heading: of its whole; of its words without a period they name ("2021/22 Q1 RAG"); of each of
 * two names for one thing ("Dangosydd / Indicator"), which say a little less than one name would.
 */
function match(text: string): readonly HeaderReading[] {
  const best = new Map<ColumnField, HeaderReading>();
  keepBest(best, matchOne(text), 1);
  const bare = withoutPeriod(text);
  if (bare !== '' && bare !== text) keepBest(best, matchOne(bare), 0.97);
  keepBest(best, askedIn(text), 1);
  const names = text.split(/\s[/|]\s|\n/);
  if (names.length === 2) for (const name of names) keepBest(best, matchOne(name), secondName);
  return [...best.values()].sort((a, b) => b.strength - a.strength);
}

/** Headings that ask in words of their own: "Who is going to do it?", "What progress have we made?". */
const questions: readonly (readonly [ColumnField, RegExp])[] = [
  [
    'leads',
    /^(?:and )?(?:by )?who(?:m|se|'s)?\b(?!.*\b(?:monitor\w*|review\w*|for|else|benefit\w*|with|involved|consult\w*)\b)/,
  ],
  ['timescale', /^(?:by )?when\b(?!.*\b(?:review\w*|start\w*|begin\w*|monitor\w*)\b)/],
  ['start', /^when\b.*\b(?:start|begin)/],
  ['reviewOn', /^when\b.*\breview/],
  [
    'measures',
    /^how (?:do|will|would|can|shall|are|should) (?:we|you|i|they|it|this|success|impact|progress)\b.*\b(?:know|measure|tell|see|evidence|demonstrate|judge|show)|^what (?:will|would|does|difference|impact)\b.*\b(?:success|difference|look like|different|impact|better)/,
  ],
  [
    'progress',
    /^(?:what|how|where)\b.*\b(?:progress|got to|up to|so far|been done|have (?:we|you) (?:done|achieved)|did (?:we|you) do)\b/,
  ],
  [
    'resources',
    /^what\b.*\b(?:resource\w*|cost\w*|money|fund\w*|support)\b|^how much\b.*\bcost|^how will (?:we|it|this)\b.*\b(?:pay|paid|fund\w*)/,
  ],
  [
    'text',
    /^what (?:are|do|will|should|shall|must|can|needs?|is|actions?)\b.*\b(?:do|done|happen|change|deliver|put in place|tak(?:e|ing)|needed|required)\b|^how (?:are|will|do|shall) we\b.*\b(?:do|get there|achieve|deliver|make)/,
  ],
];
const askedStrength = 0.82;

function askedIn(text: string): readonly HeaderReading[] {
  const words = text.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, ' ').trim();
  if (!/^(?:and |by )?(?:who|when|how|what|where)/.test(words) || words.split(' ').length < 2) return none;
  const found = questions.find(([, pattern]) => pattern.test(words));
  return found ? [{ field: found[0], strength: askedStrength, phrase: words }] : none;
}

function keepBest(
  best: Map<ColumnField, HeaderReading>,
  readings: readonly HeaderReading[],
  share: number,
): void {
  for (const reading of readings) {
    const strength = reading.strength * share;
    if ((best.get(reading.field)?.strength ?? 0) < strength)
      best.set(reading.field, { ...reading, strength });
  }
}

function matchOne(text: string): readonly HeaderReading[] {
  const asides = text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  const main = wordsOf(asides.trim() === '' ? text : asides);
  if (main.length === 0 || main.length > mostWords) return none;
  const best = new Map<ColumnField, HeaderReading>();
  main.forEach((word, at) => {
    for (const phrase of byFirstWord.get(word) ?? []) {
      if (at + phrase.words.length > main.length) continue;
      if (!phrase.words.every((one, offset) => main[at + offset] === one)) continue;
      const strength = phrase.weight * strengthOf(phrase.words.length, main.length, at);
      const before = best.get(phrase.field);
      if (!before || before.strength < strength) {
        best.set(phrase.field, { field: phrase.field, strength, phrase: phrase.text });
      }
    }
  });
  return [...best.values()];
}

/** The whole heading says most; of a longer one its last words (the noun) or its first say more than its middle. */
function strengthOf(length: number, of: number, at: number): number {
  if (length === of) return 1;
  const coverage = length / of;
  const place = at + length === of ? 0.12 : at === 0 ? 0.1 : 0;
  return Math.min(0.95, (length === 1 ? 0.22 : 0.4) + 0.45 * coverage + place);
}

/** How strongly a heading means one field, 0 where it does not. */
export function headingMeans(text: string, field: ColumnField): number {
  return readHeading(text).find((reading) => reading.field === field)?.strength ?? 0;
}
