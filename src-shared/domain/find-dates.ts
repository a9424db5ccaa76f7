import type { Timescale } from '../contract/register.ts';
import { plainText } from './date-words.ts';
import { findMoments, type Moment } from './find-moments.ts';
import { cues, skeletonOf } from './timescale-cues.ts';
import { dateContext, readTimescale, type TimescaleOptions } from './timescales.ts';

/** What a date inside running text is for. */
export type DateRole = 'review' | 'revised' | 'due' | 'done' | 'from' | 'mention';

export type FoundDate = {
  readonly role: DateRole;
  /** Position in the text, and the words of the date itself. */
  readonly at: number;
  readonly text: string;
  /** First and last day of what was read, and whether it reads two ways. */
  readonly start: string;
  readonly end: string;
  readonly ambiguous: boolean;
  /** The date with the words that give it its role, as a timescale: for a revision, what now stands. */
  readonly timescale: Timescale;
};

const roleOf: ReadonlyArray<readonly [RegExp, DateRole]> = [
  [cues.revised, 'revised'],
  [
    /\bnew\s+(?:target|date|deadline)\s*(?:date\s*)?(?:has\s+been\s+)?(?:set|agreed)?\s*(?:for|as|to|at|by)?\s*[:-]?\s*@(\d+)/g,
    'revised',
  ],
  [cues.review, 'review'],
  [cues.done, 'done'],
  [cues.doneAfter, 'done'],
  [cues.from, 'from'],
  [cues.onwards, 'from'],
  [cues.by, 'due'],
  [cues.until, 'due'],
  [cues.before, 'due'],
];

/**
 * The dates inside running text and what each is for: "Review at the next meeting 18/05/11" is a review,
 * "New target date set for Feb 12" a revision. Dates without a year are left alone unless the plan's period
 * gives them one; plain numbers that might be years too, unless a word like "by" stands before them.
 */
export function findDates(text: string, options: TimescaleOptions = {}): FoundDate[] {
  const moments = findMoments(text, dateContext(options));
  const skeleton = skeletonOf(plainText(text), moments);
  const roles = new Map<number, DateRole>();
  for (const [cue, role] of roleOf) {
    const every = new RegExp(cue.source, cue.flags.includes('g') ? cue.flags : `${cue.flags}g`);
    for (const match of skeleton.matchAll(every)) {
      const index = Number(match[1]);
      if (!roles.has(index)) roles.set(index, role);
    }
  }
  const found: FoundDate[] = [];
  moments.forEach((moment, index) => {
    const span = moment.spans[0];
    const role = roles.get(index) ?? 'mention';
    if (!span || moment.yearless || (moment.bareYear && role === 'mention')) return;
    const words = text.slice(moment.from, moment.to);
    found.push({
      role,
      at: moment.from,
      text: words,
      start: span.start,
      end: span.end,
      ambiguous: moment.ambiguous,
      timescale: asTimescale(words, role, moment, options),
    });
  });
  return found;
}

function asTimescale(words: string, role: DateRole, moment: Moment, options: TimescaleOptions): Timescale {
  const read = readTimescale(words, options);
  if (role === 'done' && moment.spans[0]) return { ...read, kind: 'done', start: moment.spans[0].start };
  if (role === 'from' && moment.spans[0] && !moment.range) {
    return { ...read, kind: 'from', start: moment.spans[0].start, end: null, ongoing: true };
  }
  return read;
}
