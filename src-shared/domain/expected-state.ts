import type { Timescale } from '../contract/register.ts';
import { daysBetween } from './dates.ts';
import { shareIn } from './evidence-share.ts';
import { type Slippage, slippageInWords } from './slippage.ts';
import type { State } from './states.ts';
import { capital, count, listWords } from './words.ts';

/** What is looked at to say where an action ought to stand. */
export type ActionFacts = {
  readonly said: State | null;
  readonly timescale: Pick<
    Timescale,
    'kind' | 'start' | 'end' | 'ongoing' | 'recurrence' | 'ambiguous'
  > | null;
  /** When the plan's period begins: stands in for a beginning that the timescale does not name. */
  readonly periodStart: string | null;
  /** The day of the newest dated update; 'none' where there is no update, 'undated' where none bears a day. */
  readonly lastUpdate: string | 'none' | 'undated';
  /** The words of the newest update. */
  readonly words: string | null;
  /** Measures that have a KPI: how many, how many meet their target, are off track, and cannot be judged. */
  readonly measures: {
    readonly of: number;
    readonly met: number;
    readonly off: number;
    readonly unknown: number;
  };
  readonly slippage: Pick<Slippage, 'days' | 'later'> & { readonly moves: { readonly length: number } };
  /** Measures ticked as done, of all it has; left out where nobody ticks them. */
  readonly tally?: { readonly of: number; readonly done: number } | undefined;
};

export type Expected = {
  /** Null where there is no basis; then `why` says what is missing. */
  readonly state: 'not-started' | 'on-track' | 'at-risk' | 'off-track' | 'complete' | null;
  readonly why: string | null;
  /** What speaks for the state, in words: "ends in 12 days", "no update for 134 days". */
  readonly reasons: readonly string[];
  /** Days without a word, where that many were allowed or more; else null. */
  readonly silentFor: number | null;
  /** Share of the time gone, 0 to 1; null where the beginning or the end is not known. */
  readonly elapsed: number | null;
  /** Share done, 0 to 1, as the newest update words it or the measures are ticked; null where neither says. */
  readonly done: number | null;
};

/** Days without an update after which an action counts as silent, unless the office says otherwise. */
export const usualSilentDays = 90;

/** The numbers of the rule, which an office may set otherwise. Shares are whole per cents. */
export type StatusRule = {
  /** An end this many days ahead is near: it is told as days, and what is silent or not begun then is at risk. */
  readonly nearDays: number;
  /** From this share of the time on, silence and not having begun speak against being on track. */
  readonly lateShare: number;
  /** Before this share of the time, how much is done tells nothing. */
  readonly earlyShare: number;
  /** Done as a share of what the time gone would have: under it at risk. */
  readonly behindShare: number;
  /** The same: under it off track. */
  readonly farBehindShare: number;
  /** Moves to a later day from which on an action is at risk, whatever its new date. */
  readonly movesAtRisk: number;
  /** The same: off track. */
  readonly movesOffTrack: number;
};

export const usualRule: StatusRule = {
  nearDays: 30,
  lateShare: 50,
  earlyShare: 25,
  behindShare: 75,
  farBehindShare: 40,
  movesAtRisk: 2,
  movesOffTrack: 3,
};

/**
 * Where an action ought to stand on a day, from its dates, what its updates count, its measures, silence and moved end
 * dates. Sober: without an end date there is nothing to measure against, and it says so.
 */
export function expectedState(
  facts: ActionFacts,
  today: string,
  silentDays = usualSilentDays,
  rule: StatusRule = usualRule,
): Expected {
  const { timescale, said } = facts;
  const start = beginningOf(facts);
  const silentFor = silence(facts, start, today, silentDays);
  const share = (facts.words === null ? null : shareIn(facts.words)) ?? ticked(facts);
  const done = share === null ? null : share.done / share.of;
  const blank: Expected = { state: null, why: null, reasons: [], silentFor, elapsed: null, done };
  const why = withoutBasis(timescale);
  const end = timescale?.end;
  if (why !== null || !end) return { ...blank, why };
  if (start !== null && start > today) {
    return { ...blank, state: 'not-started', reasons: [`begins in ${days(today, start)}`], elapsed: 0 };
  }
  const left = daysBetween(today, end);
  const elapsed =
    start === null || start > end
      ? null
      : Math.min(1, daysBetween(start, today) / (daysBetween(start, end) + 1));
  const reasons: string[] = [];
  let worst = 0;
  const suggest = (level: 0 | 1 | 2, reason: string | null) => {
    if (reason !== null && level >= worst) reasons.push(reason);
    worst = Math.max(worst, level);
  };

  if (left < 0) {
    if (done === 1 && facts.measures.of === facts.measures.met) {
      return {
        ...blank,
        state: 'complete',
        reasons: [share?.words ?? '', `ended ${days(end, today)} ago`],
        elapsed: 1,
      };
    }
    if (share) reasons.push(share.words);
    suggest(2, `ended ${days(end, today)} ago`);
  } else {
    reasons.push(timeInWords(left, elapsed, rule.nearDays));
    if (share && elapsed !== null && elapsed * 100 >= rule.earlyShare) {
      const ratio = (100 * share.done) / share.of / elapsed;
      suggest(ratio < rule.farBehindShare ? 2 : ratio < rule.behindShare ? 1 : 0, share.words);
    }
    const late = (elapsed !== null && elapsed * 100 >= rule.lateShare) || left <= rule.nearDays;
    if (late && said === 'not-started') suggest(1, 'not begun');
    if (silentFor !== null && late) suggest(1, silenceInWords(facts, silentFor));
  }
  const { off, of, met, unknown } = facts.measures;
  if (said === 'complete' || left < 0) {
    const missed = of - met - unknown;
    if (missed > 0) reasons.unshift(`${ofMeasures(missed, of)} not met`);
    if (unknown > 0) reasons.unshift(`${ofMeasures(unknown, of)} without a figure to judge by`);
  } else if (off > 0) suggest(1, `${ofMeasures(off, of)} off track`);
  const { later } = facts.slippage;
  if (later >= Math.min(rule.movesAtRisk, rule.movesOffTrack))
    suggest(later >= rule.movesOffTrack ? 2 : 1, slippageInWords(facts.slippage));
  // That a figure is missing speaks against complete, not for late.
  if (said === 'complete' && !contradicted(facts, done)) worst = 0;
  const states = ['on-track', 'at-risk', 'off-track'] as const;
  return { ...blank, state: states[worst] ?? 'off-track', reasons, elapsed };
}

/** How the KPIs that measure an action stand; null for one that cannot be judged. */
export function standingOfMeasures(states: readonly (State | null)[]): ActionFacts['measures'] {
  return {
    of: states.length,
    met: states.filter((state) => state === 'on-track').length,
    off: states.filter((state) => state === 'off-track').length,
    unknown: states.filter((state) => state === null).length,
  };
}

/** What is ticked as done, where the words of the newest update count nothing. */
function ticked({ tally }: ActionFacts): ReturnType<typeof shareIn> {
  if (!tally) return null;
  return { ...tally, words: `${tally.done} of ${count(tally.of, 'measure')} done` };
}

const badness: Readonly<Record<State, number>> = {
  'not-started': 0,
  'on-track': 0,
  changed: 0,
  'at-risk': 1,
  'off-track': 2,
  complete: 0,
  closed: 0,
};

/** Does evidence say that not all is done? */
function contradicted({ measures }: ActionFacts, done: number | null): boolean {
  return (done !== null && done < 1) || measures.of > measures.met + measures.unknown;
}

/**
 * Does what was said need a second look? It does where dates and evidence suggest worse, where what is complete has
 * evidence against it, and where all is done but not said to be. A lead who says worse knows more than the dates.
 */
export function isMismatch(facts: ActionFacts, expected: Expected): boolean {
  const { said, measures } = facts;
  if (said === null || said === 'closed') return false;
  if (said === 'complete') return contradicted(facts, expected.done) || measures.unknown > 0;
  if (expected.state === null) return false;
  if (expected.state === 'complete') return true;
  if (said === 'changed') return expected.state === 'off-track';
  return badness[expected.state] > badness[said];
}

/** "Ends in 12 days, no update for 134 days, said to be on track." `said` is the word of the plan's key. */
export function mismatchInWords(expected: Expected, said: string): string {
  const against =
    expected.reasons.length > 0 ? expected.reasons : expected.why ? [expected.why.replace(/\.$/, '')] : [];
  return `${capital([...against, `said to be ${said.charAt(0).toLowerCase()}${said.slice(1)}`].join(', '))}.`;
}

/** "Ends in 12 days and no update for 134 days." Empty where there is no reason. */
export function reasonsInWords(expected: Expected): string {
  if (expected.state === null) return expected.why ?? '';
  return expected.reasons.length === 0 ? '' : `${capital(listWords(expected.reasons))}.`;
}

/** Why dates give nothing to measure against; null where they do. */
function withoutBasis(timescale: ActionFacts['timescale']): string | null {
  if (timescale === null) return 'It has no date, so there is nothing to measure against.';
  if (timescale.ambiguous) return 'Its date reads two ways: settle it first.';
  if (timescale.kind === 'done') return 'Its timescale says that it is done.';
  if (timescale.end === null) return 'It has no end date, so there is nothing to measure against.';
  if (timescale.ongoing || timescale.recurrence !== null)
    return 'It goes on after its date, so nothing ends there.';
  return null;
}

/** The day work begins: as the timescale says, else with the plan; null where neither says, or not before the end. */
function beginningOf({ timescale, periodStart }: ActionFacts): string | null {
  // "On 3 May" and "by 3 May" name the end only.
  const own = timescale?.ambiguous ? null : (timescale?.start ?? null);
  const end = timescale?.end ?? null;
  if (own !== null && (end === null || own < end)) return own;
  return periodStart !== null && (end === null || periodStart <= end) ? periodStart : null;
}

/** Days since anybody wrote, from `silentDays` on. What has not begun, and what has ended, need not speak. */
function silence(facts: ActionFacts, start: string | null, today: string, silentDays: number): number | null {
  const { said, lastUpdate } = facts;
  if (said === 'complete' || said === 'closed' || lastUpdate === 'undated') return null;
  if (start !== null && start > today) return null;
  const since = lastUpdate === 'none' ? start : lastUpdate;
  if (since === null) return null;
  const silent = daysBetween(since, today);
  return silent >= silentDays ? silent : null;
}

function silenceInWords({ lastUpdate }: ActionFacts, silentFor: number): string {
  return lastUpdate === 'none' ? 'no update yet' : `no update for ${count(silentFor, 'day')}`;
}

/** "its measure", "1 of 2 measures" */
function ofMeasures(n: number, of: number): string {
  return of === 1 ? 'its measure' : `${n} of ${of} measures`;
}

function timeInWords(left: number, elapsed: number | null, nearDays: number): string {
  if (left === 0) return 'ends today';
  if (left <= nearDays || elapsed === null) return `ends in ${count(left, 'day')}`;
  return `${Math.floor(elapsed * 100)}% of its time has gone`;
}

function days(from: string, to: string): string {
  return count(daysBetween(from, to), 'day');
}
