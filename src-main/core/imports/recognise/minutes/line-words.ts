import { foldSpace } from '../words.ts';
import { type Arising, actionLine } from './arising.ts';
import type { Attending } from './attendance.ts';
import type { Line } from './blocks.ts';
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
  readonly kind: 'points' | 'resolutions';
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
