import type { KeyEntry } from '../contract/register.ts';
import { keyEntryOfFamily } from './colours.ts';
import { plainText } from './date-words.ts';
import type { State } from './states.ts';
import { colourWords, statusLetters, statusPhrases } from './status-vocabulary.ts';

export { stateOfColour } from './colours.ts';

export type ReadStatus = {
  readonly state: State;
  /** The status words as written, or the key's own label where it is that. */
  readonly label: string;
  /** What stands after them: the progress itself. */
  readonly rest: string;
};

const lead =
  /^(?:[\s\u2022*-]*)(?:(?:rag|brag|status|rating|progress|current status)\s*(?:status|rating)?\s*[:=-]\s*)?(?:\d{1,2}\s*[.):-]\s+)?/;
const percent =
  /(\d{1,3})\s?%\s*(?:complete|completed|done|achieved|delivered|progress|implemented|of the way)\b/y;
const between = /^[\s\-:;,./()\u2013\u2014]+/;

/**
 * Reads the status at the beginning of a cell: "Some progress  Leaflet drafted" is on track, labelled
 * "Some progress", with the rest "Leaflet drafted". A plan's key wins over the usual meanings.
 * Null where the cell does not begin with a status.
 */
export function readStatus(text: string, key: readonly KeyEntry[] = []): ReadStatus | null {
  const plain = plainText(text);
  const start = lead.exec(plain)?.[0].length ?? 0;
  const keyed = byKey(text, plain, start, key);
  if (keyed) return keyed;
  const letter = statusLetters[plain.slice(start).trim().replace(/[.]$/, '')];
  if (letter) {
    const entry = letter.family === 'none' ? null : keyEntryOfFamily(letter.family, key);
    return { state: entry?.state ?? letter.state, label: entry?.label ?? text.trim(), rest: '' };
  }
  const coloured = byColourWord(text, plain, start, key);
  if (coloured) return coloured;
  const share = matchAt(percent, plain, start);
  if (share) {
    const done = Number(share[1]);
    const state: State = done >= 100 ? 'complete' : done === 0 ? 'not-started' : 'on-track';
    return cut(text, plain, start + share[0].length, state);
  }
  const found = longestPhrase(plain, start);
  return found ? qualified(text, plain, found) : null;
}

function matchAt(shape: RegExp, plain: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at;
  return shape.exec(plain);
}

/** Words that are a status on their own, but begin a sentence as easily: "Met with parents", "Open day". */
const runsOn =
  /^(?:met|open|late|live|active|planned|future|pending|moved|removed|mixed|extended|revised|changed|amended|stopped|ended|deleted|progress|concerns?|behind|failed|missed|critical|outstanding|proposed|scheduled|closed|limited \w+)$/;
const standsAlone = /^(?:\s*$|\s*[\n.,;:(/!-]|\s{2,})/;

function longestPhrase(plain: string, at: number): { state: State; to: number } | null {
  let best: { state: State; to: number } | null = null;
  for (const { state, shape } of statusPhrases) {
    const match = matchAt(shape, plain, at);
    if (match && runsOn.test(match[0]) && !standsAlone.test(plain.slice(at + match[0].length))) continue;
    if (match && match[0].length > (best ? best.to - at : 0)) best = { state, to: at + match[0].length };
  }
  return best;
}

const unfinished =
  /\b(?:further work|work (?:is )?(?:still )?(?:in progress|under ?way|needed)|still to|yet to|outstanding|remaining|to be completed)\b/;

/** "Ongoing - delayed" is one status of two words; "In place for … Work in progress: …" is not all in place. */
function qualified(text: string, plain: string, found: { state: State; to: number }): ReadStatus {
  let { state, to } = found;
  const sign = /^\s*[-:(/,]\s*/.exec(plain.slice(to));
  if (sign && state === 'on-track') {
    const second = longestPhrase(plain, to + sign[0].length);
    if (second && second.state !== 'complete') {
      const closing = sign[0].includes('(') && plain[second.to] === ')' ? 1 : 0;
      state = second.state;
      to = second.to + closing;
    }
  }
  const said = cut(text, plain, to, state);
  if (/in\s+place$/i.test(said.label) && unfinished.test(plain.slice(to)))
    return { ...said, state: 'on-track' };
  return said;
}

function cut(text: string, plain: string, to: number, state: State): ReadStatus {
  const label = text.slice(0, to).trim();
  const after = between.exec(plain.slice(to))?.[0] ?? '';
  // an opening bracket belongs to what follows it
  const kept = after.includes('(') && !after.includes(')') ? after.indexOf('(') : after.length;
  return { state, label, rest: text.slice(to + kept).trim() };
}

const comparable = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

function byKey(text: string, plain: string, start: number, key: readonly KeyEntry[]): ReadStatus | null {
  const labels = [...key].sort((a, b) => b.label.length - a.label.length);
  const body = plain.slice(start);
  for (const entry of labels) {
    const label = comparable(entry.label);
    if (label === '') continue;
    const shape = new RegExp(
      `^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}(?![a-z0-9])`,
    );
    const match = shape.exec(body);
    if (!match) continue;
    const to = start + match[0].length;
    return { ...cut(text, plain, to, entry.state), label: entry.label };
  }
  return null;
}

function byColourWord(
  text: string,
  plain: string,
  start: number,
  key: readonly KeyEntry[],
): ReadStatus | null {
  for (const { shape, family, state } of colourWords) {
    const match = matchAt(shape, plain, start);
    if (!match) continue;
    const to = start + match[0].length;
    const entry = family === 'none' ? null : keyEntryOfFamily(family, key);
    if (entry) return { ...cut(text, plain, to, entry.state), label: entry.label };
    // "Green - task completed": the words say more than the colour
    const sign = /^\s*[-:(/=]\s*/.exec(plain.slice(to));
    const second = sign ? longestPhrase(plain, to + sign[0].length) : null;
    if (second) {
      const closing = sign?.[0].includes('(') && plain[second.to] === ')' ? 1 : 0;
      return cut(text, plain, second.to + closing, second.state);
    }
    return cut(text, plain, to, state);
  }
  return null;
}

const guesses: ReadonlyArray<readonly [RegExp, State]> = [
  [
    /\b(?:will not be (?:met|achieved)|behind schedule|overdue|has (?:been )?(?:delayed|slipped|stalled)|not (?:been )?(?:met|achieved))\b/,
    'off-track',
  ],
  [/\b(?:at risk|some slippage|on hold|awaiting|waiting for)\b/, 'at-risk'],
  [
    /\b(?:not yet (?:started|begun|commenced)|has not (?:started|begun|commenced)|yet to (?:start|begin))\b/,
    'not-started',
  ],
  [
    /\b(?:no longer (?:required|needed|applicable|going ahead)|has been (?:cancelled|withdrawn|dropped))\b/,
    'closed',
  ],
  [/\b(?:has been (?:deferred|postponed|re-?scheduled)|new (?:target )?date)\b/, 'changed'],
  [
    /\b(?:further work|work (?:is )?(?:now |still )?(?:under ?way|in progress|ongoing|continuing)|in progress|under ?way|being (?:developed|implemented|embedded|progressed)|on track)\b/,
    'on-track',
  ],
  [
    /\b(?:(?:has|have) (?:now )?been (?:fully )?(?:completed|achieved|implemented|delivered|established|put in place|launched)|(?:is|are) (?:now )?(?:fully )?(?:complete|in place|operational|embedded|up and running)|in place)\b/,
    'complete',
  ],
];

/**
 * A guess at the status from prose that does not begin with one ("The work on this has been completed").
 * The whole text stays progress; a person should confirm it. Null where nothing is said.
 */
export function guessStatus(text: string): { state: State; words: string } | null {
  const plain = plainText(text);
  for (const [shape, state] of guesses) {
    const match = shape.exec(plain);
    if (match) return { state, words: text.slice(match.index, match.index + match[0].length) };
  }
  return null;
}
