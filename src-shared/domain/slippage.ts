import type { Timescale } from '../contract/register.ts';
import { daysBetween } from './dates.ts';
import { count } from './words.ts';

/** A timescale as it stood from a day on; `since` is null where nobody knows since when. */
export type Standing = { readonly timescale: Timescale | null; readonly since: string | null };

/** One move of an end date. */
export type Move = {
  readonly from: string;
  readonly to: string;
  /** Days later; negative for earlier. */
  readonly days: number;
  /** The day it was moved; null where only the words of the timescale tell of it. */
  readonly on: string | null;
};

export type Slippage = {
  readonly moves: readonly Move[];
  /** Days from the first end date to the last; negative where it ends earlier now. */
  readonly days: number;
  /** How many of the moves were to a later day. */
  readonly later: number;
};

/** The same where of the moves no more than their number may be known, as a snapshot freezes it. */
export type Slip = Pick<Slippage, 'days' | 'later'> & { readonly moves: { readonly length: number } };

/** The moves, one by one, as far as they are known. */
export const movesOf = ({ moves }: Slip): readonly Move[] => (Array.isArray(moves) ? moves : []);

export const noSlippage: Slippage = { moves: [], days: 0, later: 0 };

/**
 * How often and how far an end date has moved, from the timescales it had, the oldest first. What was typed and
 * corrected on one day counts once, as it stood at the day's end. Words that tell of earlier dates ("June 2014, new date
 * December 2014") add those not seen before. Dates that read two ways and timescales without an end are passed over:
 * to settle a date, or to end an open one, is no slip.
 */
export function slippageOf(history: readonly Standing[]): Slippage {
  const ends: { end: string; on: string | null }[] = [];
  const seen = new Set<string>();
  const add = (end: string, on: string | null) => {
    seen.add(end);
    if (ends.at(-1)?.end !== end) ends.push({ end, on });
  };
  for (const { timescale, since } of lastOfEachDay(history)) {
    const chain = chainOf(timescale);
    const now = chain.pop();
    for (const { end, ambiguous } of chain) if (end && !ambiguous && !seen.has(end)) add(end, null);
    if (now?.end && !now.ambiguous) add(now.end, ends.length === 0 ? null : since);
  }
  const moves = ends.slice(1).map(({ end, on }, place): Move => {
    const from = ends[place]?.end ?? end;
    return { from, to: end, days: daysBetween(from, end), on };
  });
  return {
    moves,
    days: moves.reduce((sum, move) => sum + move.days, 0),
    later: moves.filter((move) => move.days > 0).length,
  };
}

/** What stood before, oldest first, and the timescale itself last. */
function chainOf(timescale: Timescale | null): Timescale[] {
  const chain: Timescale[] = [];
  for (let at = timescale; at; at = at.revisedFrom) chain.unshift(at);
  return chain;
}

function lastOfEachDay(history: readonly Standing[]): Standing[] {
  return history.filter(({ since }, place) => since === null || history[place + 1]?.since !== since);
}

/** From this many days on a slip is told in months: "14 months" says more than "426 days". */
const monthsFrom = 61;
const daysOfMonth = 30.4375;

/** How far in words: "30 days", "14 months"; rounded to whole months, whichever way it went. */
export function farInWords(days: number): string {
  const far = Math.abs(days);
  return far < monthsFrom ? count(far, 'day') : count(Math.round(far / daysOfMonth), 'month');
}

/** "Moved 3 times, 14 months in all", "moved once, 30 days earlier"; null where it never moved. */
export function slippageInWords({
  moves,
  days,
}: {
  moves: { readonly length: number };
  days: number;
}): string | null {
  return slipInWords({ times: moves.length, days });
}

/** The same of the bare numbers. */
export function slipInWords({ times, days }: { times: number; days: number }): string | null {
  if (times === 0) return null;
  const often = times === 1 ? 'moved once' : `moved ${times} times`;
  if (days === 0) return `${often}, and back again`;
  const far = farInWords(days);
  if (days < 0) return `${often}, ${far} earlier${times === 1 ? '' : ' in all'}`;
  return times === 1 ? `${often}, by ${far}` : `${often}, ${far} in all`;
}

/** How a whole plan slipped. */
export type PlanSlippage = {
  /** Actions whose end date moved at all. */
  readonly moved: number;
  readonly times: number;
  /** Days later, over the actions that end later than they first did. */
  readonly daysLater: number;
  /** The furthest that one action slipped. */
  readonly most: number;
};

export function planSlippage(all: Iterable<Slip>): PlanSlippage {
  const sum = { moved: 0, times: 0, daysLater: 0, most: 0 };
  for (const { moves, days } of all) {
    if (moves.length === 0) continue;
    sum.moved += 1;
    sum.times += moves.length;
    sum.daysLater += Math.max(0, days);
    sum.most = Math.max(sum.most, days);
  }
  return sum;
}
