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
  /^(?:[\s\u2022*-]*)(?:(?:rag|brag|status|rating|progress|current status)\s*(?:status|rating)?\s*[:=-]\s*|b?rag\s+(?=(?:red|amber|green|blue)\b))?(?:\d{1,2}\s*[.):-]\s+)?(?:(?:yes|no)\s*[-,:;]\s*)?/;
const percent =
  /(\d{1,3})\s?%\s*(?:complete|completed|done|achieved|delivered|progress|implemented|of the way)\b/y;
const between = /^[\s\-:;,./()!\u2013\u2014]+/;

/**
 * Reads the status at the beginning of a cell: "Some progress  Leaflet drafted" is on track, labelled
 * "Some progress", with the rest "Leaflet drafted". A plan's key wins over the usual meanings.
 * Null where the cell does not begin with a status.
 */
export function readStatus(text: string, key: readonly KeyEntry[] = []): ReadStatus | null {
  const plain = plainText(text);
  const start = lead.exec(plain)?.[0].length ?? 0;
  const moved = byMove(text, plain, start, key);
  if (moved) return moved;
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
  const counted = matchAt(countDone, plain, start);
  if (counted) return cut(text, plain, start + counted[0].length, stateOfCount(counted[1], counted[2]));
  const found = longestPhrase(plain, start);
  return found && !isVerb(text, plain, start, found.to) ? qualified(text, plain, found) : null;
}

const of = '(\\d{1,4})\\s*(?:of|out of|/)\\s*(?:the\\s+)?(\\d{1,4})';
/** "3 of 4 done", "7/9 centres complete" */
const countDone = new RegExp(
  `${of}\\s+(?:[a-z]+\\s+){0,2}?(?:completed?|done|achieved|delivered|in place|implemented|met)(?![a-z])`,
  'y',
);
/** "Completed (3 of 9)", "Complete for 2 of 3 sites" */
const countAfter = new RegExp(`^\\s*[(:,-]?\\s*(?:for|in|at|by)?\\s*${of}(?!\\d|/)`);
/** What takes back a part of "complete". */
const exception = /^\s*[-,;(]?\s*(?:but|except|apart from|other than|subject to|pending|awaiting)\b/;

function stateOfCount(done: string | undefined, all: string | undefined): State {
  if (Number(done) >= Number(all)) return 'complete';
  return Number(done) === 0 ? 'not-started' : 'on-track';
}

const goesOn =
  /^\s+(?:and|but|except|apart|since|subject|pending|awaiting|as|at|in|on|\d|for\s+(?:all|both|most|some|the|\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)[a-z]*\b)/;

/** "Complete the audit by June" tells somebody to; "Complete  Leaflet in use" says that it is. */
function isVerb(text: string, plain: string, from: number, to: number): boolean {
  if (plain.slice(from, to) !== 'complete') return false;
  const after = plain.slice(to);
  return !standsAlone.test(after) && !goesOn.test(after) && !/^\s+\p{Lu}/u.test(text.slice(to));
}

const change = /^\s*(?:to|-+>|=+>|>+|\u2192|\u21d2|\u2794|\u279c|\u27a1\ufe0f?)\s*/;
const familyLetters =
  /([ragb])\s*(?:-+>|=+>|>+|\u2192|\u21d2|\u2794|\u279c|\u27a1\ufe0f?|to)\s*([ragb])[\s.]*$/y;

/** "Red → Amber", "R to A": a status on the move is what it has become. */
function byMove(text: string, plain: string, start: number, key: readonly KeyEntry[]): ReadStatus | null {
  const letters = matchAt(familyLetters, plain, start);
  if (letters) {
    const letter = statusLetters[letters[2] ?? ''];
    const entry = letter && letter.family !== 'none' ? keyEntryOfFamily(letter.family, key) : null;
    return letter ? { state: entry?.state ?? letter.state, label: text.trim(), rest: '' } : null;
  }
  for (const { shape } of colourWords) {
    const first = matchAt(shape, plain, start);
    if (!first) continue;
    const sign = change.exec(plain.slice(start + first[0].length));
    if (!sign) return null;
    const at = start + first[0].length + sign[0].length;
    const second = byColourWord(text, plain, at, key);
    return second
      ? { ...second, label: text.slice(0, text.length - second.rest.length).replace(/[\s:;,.-]+$/, '') }
      : null;
  }
  return null;
}

function matchAt(shape: RegExp, plain: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at;
  return shape.exec(plain);
}

/** Words that are a status on their own, but begin a sentence as easily: "Met with parents", "Open day". */
const runsOn =
  /^(?:met|open|late|live|active|planned|future|pending|moved|removed|mixed|extended|revised|changed|amended|stopped|ended|deleted|not applicable|no further action|progress|concerns?|published|rolled out|behind|failed|missed|critical|outstanding|proposed|scheduled|closed|limited \w+)$/;
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
  const sign = /^\s*(?:[-:(/,]\s*|but\s+)/.exec(plain.slice(to));
  if (sign && state === 'on-track') {
    const second = longestPhrase(plain, to + sign[0].length);
    if (second && second.state !== 'complete') {
      const closing = sign[0].includes('(') && plain[second.to] === ')' ? 1 : 0;
      state = second.state;
      to = second.to + closing;
    }
  }
  if (state === 'complete') {
    const some = countAfter.exec(plain.slice(to));
    if (some) state = stateOfCount(some[1], some[2]);
    else if (exception.test(plain.slice(to))) state = 'on-track';
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
    /\b(?:will not be (?:met|achieved)|behind schedule|overdue|has (?:been )?(?:delayed|slipped|stalled)|not (?:been )?(?:met|achieved)|(?:is|are|was|were) not (?:yet )?(?:complete|completed|in place|met|achieved))\b/,
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
    /(?<!\b(?:once|when|until|if|whether)\b[^.;]{0,60})\b(?:(?:has|have) (?:now )?been (?:fully )?(?:completed|achieved|implemented|delivered|established|put in place|launched)|(?:is|are) (?:now )?(?:fully )?(?:complete|in place|operational|embedded|up and running)|(?<!\b(?:to|be|being|not|yet|will|put|once|when|until|if)\s+(?:\w+\s+)?)in place)\b/,
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
