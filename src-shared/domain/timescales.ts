import type { Timescale } from '../contract/register.ts';
import { plainText } from './date-words.ts';
import { findMoments, type Moment } from './find-moments.ts';
import type { DateContext } from './moments.ts';
import { place } from './place-dates.ts';
import { type Recurrence, readRecurrence } from './recurrence.ts';
import { cues, skeletonOf } from './timescale-cues.ts';

export { describeTimescale, explainImpossibleDay } from './describe-timescale.ts';

export type TimescaleOptions = {
  /** Month in which the financial year begins; 4 (April) unless told. */
  yearStartMonth?: number;
  /** Month in which the academic year begins; 9 (September) unless told. */
  academicStartMonth?: number;
  /** The plan's period: lends a year to "March" and decides the likelier of two readings. */
  period?: { start: string | null; end: string | null } | null;
};

/** Which of several fair readings to take, counted from 0. */
type Choice = { readonly span: number; readonly structure: number; readonly recurrence: number };
const likeliest: Choice = { span: 0, structure: 0, recurrence: 0 };

const unknown: Omit<Timescale, 'text'> = {
  kind: 'unknown',
  start: null,
  end: null,
  precision: null,
  ongoing: false,
  recurrence: null,
  revisedFrom: null,
  ambiguous: false,
};

export function dateContext(options: TimescaleOptions = {}): DateContext {
  return {
    starts: { financial: options.yearStartMonth ?? 4, academic: options.academicStartMonth ?? 9 },
    period: options.period ?? null,
  };
}

/**
 * What a date as officers write it means. The words are always kept; what is not understood is `unknown`.
 * Rules that had to be chosen: a bare day, month, season or term is a deadline, its last day the end; a bare
 * quarter, half or year is the stretch itself; "2009-10" is a financial year; a review's date is not the end
 * of anything (see `findDates`); where a year ends in two digits and could be a day, it is `ambiguous`.
 */
export function readTimescale(text: string, options: TimescaleOptions = {}): Timescale {
  return read(text, dateContext(options), likeliest);
}

/**
 * Every fair reading of the words, the likeliest first: one where they are plain. The first is what
 * `readTimescale` gives. `unknown` among them means: keep the words, read no date.
 */
export function timescaleReadings(text: string, options: TimescaleOptions = {}): Timescale[] {
  const context = dateContext(options);
  const first = read(text, context, likeliest);
  if (!first.ambiguous) return [first];
  const readings = [first];
  const seen = new Set([JSON.stringify(first)]);
  for (const pick of [
    { ...likeliest, span: 1 },
    { ...likeliest, structure: 1 },
    { ...likeliest, recurrence: 1 },
  ]) {
    const other = read(text, context, pick);
    const key = JSON.stringify(other);
    if (!seen.has(key)) readings.push(other);
    seen.add(key);
  }
  return readings;
}

/** Most cells hold a date and nothing else. */
const bareDate = /^\s*@0[\s.]*$/;

function read(text: string, context: DateContext, pick: Choice): Timescale {
  const plain = plainText(text);
  const moments = findMoments(text, context).map((moment) => picked(moment, pick.span));
  const skeleton = skeletonOf(plain, moments);
  if (bareDate.test(skeleton)) return classify(text, skeleton, moments, null, pick);
  const revised = readRevised(text, plain, skeleton, moments, context, pick);
  return revised ?? classify(text, skeleton, moments, readRecurrence(withoutReviews(skeleton)), pick);
}

/** "Review at next quarterly review meeting @0" says nothing of how often the action itself comes round. */
function withoutReviews(skeleton: string): string {
  return skeleton.replace(cues.review, (match) => ' '.repeat(match.length));
}

function picked(moment: Moment, span: number): Moment {
  const chosen = moment.spans[span];
  return span > 0 && chosen ? { ...moment, spans: [chosen] } : moment;
}

/** "Drafted by June 2009 / new date autumn 2009", "March 2010 (was December 2009)". */
function readRevised(
  text: string,
  plain: string,
  skeleton: string,
  moments: readonly Moment[],
  context: DateContext,
  pick: Choice,
): Timescale | null {
  const former = cues.former.exec(skeleton);
  if (former) {
    const index = Number(former[1]);
    const old = moments[index];
    if (!old) return null;
    if (moments.length < 2) {
      if (!/\sfrom\b/.test(former[0])) return null;
      return { ...unknown, text, revisedFrom: read(text.slice(old.from, old.to), context, likeliest) };
    }
    const { from, to } = span(plain, skeleton, former.index, former[0].length, moments);
    const rest = `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`;
    const now = read(rest, context, pick);
    return {
      ...now,
      // "deferred until May" is a new deadline
      kind: now.kind === 'during' && now.start === null ? 'by' : now.kind,
      text,
      revisedFrom: read(text.slice(old.from, old.to), context, likeliest),
    };
  }
  const matches = [...skeleton.matchAll(cues.revised)];
  const last = matches.at(-1);
  if (!last) return null;
  const earlier = skeleton.slice(0, last.index);
  const { from } = span(plain, skeleton, last.index, last[0].length, moments);
  const moment = moments[Number(last[1])];
  if (!moment) return null;
  if (!earlier.includes('@')) return null;
  const newPart = read(text.slice(moment.from), context, pick);
  const oldText = text
    .slice(0, from)
    .replace(/[\s/;,:(\-\u2010-\u2015\u2212|]+$/u, '')
    .trim();
  return {
    ...newPart,
    kind: newPart.kind === 'during' || newPart.kind === 'done' ? 'by' : newPart.kind,
    text,
    revisedFrom: oldText === '' ? null : read(oldText, context, likeliest),
  };
}

/** Where a match of the skeleton stands in the text. */
function span(
  plain: string,
  skeleton: string,
  index: number,
  length: number,
  moments: readonly Moment[],
): { from: number; to: number } {
  let [at, skeletonAt] = [0, 0];
  const positions: number[] = [];
  moments.forEach((moment, number) => {
    while (at < moment.from) {
      positions[skeletonAt] = at;
      at += 1;
      skeletonAt += 1;
    }
    for (let i = 0; i < `@${number}`.length; i += 1) {
      positions[skeletonAt] = moment.from;
      skeletonAt += 1;
    }
    at = moment.to;
  });
  while (skeletonAt <= skeleton.length) {
    positions[skeletonAt] = at;
    at += 1;
    skeletonAt += 1;
  }
  return { from: positions[index] ?? 0, to: positions[index + length] ?? plain.length };
}

/** What is said to be reviewed, or to have been last done, then: not when the action is due. */
function asideDates(skeleton: string, ongoing: boolean): Set<number> {
  const asides = new Set<number>();
  for (const cue of [cues.review, cues.last]) {
    for (const match of skeleton.matchAll(cue)) {
      // "review completed by June 2010" has a date of its own
      const words = match[0].replace(/@\d+$/, '');
      if (ongoing || !/\b(?:by|from|until|onwards)\s*$/.test(words)) asides.add(Number(match[1]));
    }
  }
  return asides;
}

function classify(
  text: string,
  skeleton: string,
  all: readonly Moment[],
  recurring: Recurrence | null,
  pick: Choice,
): Timescale {
  const said = cues.ongoing.test(skeleton) && !cues.notOngoing.test(skeleton);
  const asides = asideDates(skeleton, said && !cues.until.test(skeleton));
  const used = all.map((_, index) => index).filter((index) => !asides.has(index));
  const ongoing = said || cues.underWay.test(skeleton);
  const recurrence = recurring
    ? pick.recurrence === 1
      ? (recurring.otherwise ?? recurring.recurrence)
      : recurring.recurrence
    : null;
  const base: Timescale = {
    ...unknown,
    text,
    ongoing,
    recurrence,
    ambiguous: recurring?.otherwise != null,
  };
  const placed = place(skeleton, all, used, pick);
  if (placed === null) {
    if (recurrence !== null) return { ...base, kind: ongoing ? 'ongoing' : 'recurring' };
    if (ongoing) return { ...base, kind: 'ongoing' };
    if (cues.doneAlone.test(skeleton)) return { ...base, kind: 'done' };
    const undated = used.some((index) => all[index]?.ambiguous);
    return { ...base, ambiguous: undated };
  }
  const { each, first, ...dated } = placed;
  if (recurrence !== null && used.length > 1 && used.every((index) => all[index]?.yearless)) {
    // "Quarterly (June, September, December, March)": when it comes round, not when it begins
    return { ...base, kind: ongoing ? 'ongoing' : 'recurring' };
  }
  const deadline = dated.kind === 'by' && cues.by.test(skeleton) && !cues.nextTime.test(skeleton);
  const lastTime = dated.kind === 'by' && cues.lastTime.test(skeleton);
  if (each || (recurrence !== null && dated.kind !== 'done' && !deadline)) {
    const fromOn = dated.kind === 'from';
    // "annually in May 2010": that is the first time, not the last
    const firstTime = dated.kind === 'by' && !deadline && !lastTime && first !== null;
    return {
      ...base,
      ...dated,
      ...(firstTime ? { start: first, end: null } : {}),
      kind: 'recurring',
      recurrence: recurrence ?? 'P1Y',
      ongoing: ongoing || fromOn,
      ambiguous: base.ambiguous || dated.ambiguous,
    };
  }
  return {
    ...base,
    ...dated,
    ongoing: dated.kind === 'done' ? false : dated.kind === 'from' || ongoing,
    ambiguous: base.ambiguous || dated.ambiguous,
  };
}
