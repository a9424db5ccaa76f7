import { foldSpace } from '../words.ts';
import { type Arising, actionAtEnd, actionLine } from './arising.ts';
import type { Attending } from './attendance.ts';
import { type Line, listMark } from './blocks.ts';
import { signature } from './cues.ts';
import { labelOf } from './front.ts';
import type { HeadStyle } from './item-heads.ts';
import { numberOf } from './numbering.ts';
import { resolvingIn } from './resolutions.ts';

export type LineReader = {
  /** `next` is the line after it, where there is one. */
  read(line: Line, next?: Line): void;
  /** Who was there is said by the lines that follow, or by a table. */
  attending(): Attending | null;
  endList(): void;
  act(action: Arising, line: Line, said: string | null): void;
  openItem(number: string | null, title: string, line: Line): void;
  /** Words that a column says are a decision. */
  decide(text: string, line: Line, number?: string | null): void;
  begun(): boolean;
  /** Settles what is still open. */
  end(): void;
};

/** An open list: its items go on under one heading, or are resolutions. */
export type OpenList = {
  readonly kind: 'points' | 'resolutions' | 'actions';
  readonly heading: string;
  next: number;
  /** Whether its items bear marks; then a line without one ends it. */
  marked: boolean | null;
  /** The last item's words, so that a line broken in two is joined. */
  last: { text: string; at: number } | null;
};

const danglingEnd =
  /(?:,|\b(?:and|or|of|to|for|the|a|an|with|in|on|by|from|at|regarding|about|between|into|their|its|as|that))$/i;
/** What is said of apologies behind the names: "and were accepted". */
export const afterNames =
  /[\s,]*(?:\b(?:and|which)\s+)?(?:\b(?:were|was|had been)\s+)?\b(?:duly\s+)?(?:received|accepted|noted|approved)\b.*$/i;
export const reportOf = /^(?:joint\s+)?reports? (?:of|by|from) (?:the\s+)?\p{Lu}/iu;
export const documentsLabel =
  /^(?:supporting documents?|appendices|appendix|attachments?|enclosures?|background papers?|documents?)\s*:?$/i;

/** A line over a list of what is to be done. */
const actionsLabel =
  /^(?:to do|(?:agreed |key )?actions?(?: points?| items?| arising| agreed| required)?)\s*[:–—-]*$/i;
/** "The Committee:" over "noted …", "approved …". */
export const actsLabel =
  /^(?:the )?(?:(?:[\p{L}’'&-]+ ){0,6})(?:board|committee|cabinet|council|forum|panel|partnership|group|governing body|governors|members|trustees|directors|executive)\s*[:;]\s*[-–—]?$/iu;
const actVerb =
  /^(?:(?:duly|also|unanimously|formally)\s+)?(?:noted?s?|approved?s?|agree[ds]?|resolve[ds]?|endorse[ds]?|support(?:ed|s)?|request(?:ed|s)?|recommend(?:ed|s)?|accept(?:ed|s)?|confirm(?:ed|s)?|authorise[ds]?|delegate[ds]?|instruct(?:ed|s)?|adopt(?:ed|s)?|ratif(?:ied|ies)|remit(?:ted|s)?|receive[ds]?|asked|asks|appoint(?:ed|s)?)\b/i;

/** The number that a paragraph or an entry bears before what it resolves: "4.2 RESOLVED …", "(i) It was RESOLVED …". */
export function ownNumber(text: string): { own: string | null; words: string } {
  const deep = numberOf(text);
  if (deep && deep.depth > 1) return { own: deep.number, words: deep.rest };
  const entry = listMark(text);
  return entry?.numbered
    ? { own: entry.mark.replace(/\.$/, ''), words: entry.rest }
    : { own: null, words: text };
}

/** What an "ACTION: JB" under a paragraph is about: its last sentence. */
export function lastSentence(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return foldSpace(sentences.at(-1) ?? text);
}

export function isOpening(title: string): boolean {
  return /apolog|attendance|welcome|present/i.test(title);
}

/**
 * Whether a line goes on with the words before it: cut by the page, or by somebody's own line ends. `open` says that
 * it stands between marked items of a list: there a stray word belongs to the item over it.
 */
export function goesOn(before: string, line: Line, open: boolean): boolean {
  const { text } = line;
  if (line.heading !== null || line.bold || /[.;:!?]$/.test(before)) return false;
  if (/^\p{Ll}/u.test(text) || danglingEnd.test(before)) return true;
  return open && text.split(' ').length <= 2 && !/[:.]$/.test(text) && before.length > 40;
}

/** Words as a list has them: short, no sentence, no heading, nothing decided or to be done. */
export function isShortWords({ text, heading, bold }: Line): boolean {
  return (
    text.length <= 110 &&
    !/[.:!?]$/.test(text) &&
    heading === null &&
    !bold &&
    resolvingIn(text) === null &&
    actionLine(text) === null
  );
}

/** What the list is of that a line stands over: what is to be done, or what the body that met did; null for others. */
export function listOver(
  text: string,
  following: Line | undefined,
  begun: boolean,
): 'actions' | 'resolutions' | null {
  const entry = following ? listMark(following.text) : null;
  if (actionsLabel.test(text) && following && (following.listLevel !== null || entry !== null))
    return 'actions';
  if (!begun) return null;
  if (/^decisions?(?: (?:made|taken))?$/i.test(text)) return 'resolutions';
  return following && actsLabel.test(text) && actVerb.test(entry?.rest ?? following.text)
    ? 'resolutions'
    : null;
}

/** "Public business", "The meeting was quorate": said over the first item, where items follow. */
export function opensMeeting(line: Line, style: HeadStyle): boolean {
  const { text } = line;
  const items = style.number !== null || style.titled;
  if (text.length >= (items ? 400 : 120) || !(items || line.bold || line.heading !== null)) return false;
  return labelOf(text) === null && actionAtEnd(text) === null && listMark(text) === null;
}

/** "Q: …" and "A: …" in the text of an item: under which heading they are kept; null for any other line. */
export function questionOf(text: string): string | null {
  const found = /^(Q|Question|A|Answer)\s*\d*\s*[:.–-]\s*(?=\S)./.exec(text)?.[1];
  return found === undefined ? null : found.startsWith('Q') ? 'Questions raised' : 'Answers';
}

export function isSignature(text: string): boolean {
  return signature.test(text) || (/^signed\b/i.test(text) && text.length < 140);
}
