import type { Timescale } from '../contract/register.ts';
import { addDays, addMonths } from './dates.ts';
import type { Moment } from './find-moments.ts';
import type { Span } from './spans.ts';
import { cues } from './timescale-cues.ts';

export type Placed = Pick<Timescale, 'kind' | 'start' | 'end' | 'precision' | 'ambiguous'> & {
  each: boolean;
  /** The first day of the date, whatever place it was given. */
  first: string | null;
};

/** Gives the dates their places by the words round them; null where no date can be placed. */
export function place(
  skeleton: string,
  all: readonly Moment[],
  used: readonly number[],
  pick: { readonly structure: number },
): Placed | null {
  const each = cues.each.exec(skeleton);
  const eachMoment = each ? all[Number(each[1] ?? each[2])] : undefined;
  const dated = used.some((index) => all[index]?.spans[0] && !all[index]?.yearless);
  if (eachMoment?.yearless && !dated) {
    return {
      kind: 'recurring',
      start: null,
      end: null,
      precision: null,
      ambiguous: false,
      each: true,
      first: null,
    };
  }
  const at = (cue: RegExp): number | null => {
    const match = cue.exec(skeleton);
    const index = match ? Number(match[1]) : -1;
    return used.includes(index) && all[index]?.spans[0] ? index : null;
  };
  const datable = used.filter((index) => all[index]?.spans[0]);
  const undated = used.filter((index) => all[index]?.spans.length === 0);
  if (datable.length === 0) return null;
  const spanAt = (index: number): Span => (all[index] as Moment).spans[0] as Span;
  const shaped = (
    kind: Timescale['kind'],
    start: string | null,
    end: string | null,
    index: number,
    ambiguous = all[index]?.ambiguous ?? false,
  ): Placed => ({
    kind,
    start,
    end,
    precision: spanAt(index).precision,
    ambiguous,
    each: false,
    first: spanAt(index).start,
  });
  const certain = (index: number): boolean =>
    (all[index]?.ambiguous ?? false) && !(all[index]?.shortYear ?? false);

  const lasting = placeLasting(skeleton, all, used);
  if (lasting) return lasting;
  const from = at(cues.from) ?? at(cues.onwards);
  if (from !== null && !all[from]?.range) {
    const start = monthRather(all[from] as Moment);
    const others = datable.filter((index) => index !== from && spanAt(index).end >= start.start);
    const end = latest(others, spanAt);
    if (end !== null && !at(cues.onwards)) {
      return shaped('during', start.start, spanAt(end).end, end, certain(from) || certain(end));
    }
    const opened = shaped('from', start.start, null, from, certain(from));
    return { ...opened, precision: start.precision };
  }
  const after = at(cues.after);
  if (after !== null && datable.length === 1 && !all[after]?.range) {
    const { start, end } = spanAt(after);
    const begins = cues.directlyAfter.test(skeleton) ? addDays(end, 1) : start;
    return shaped('from', begins, null, after, certain(after));
  }
  const done = at(cues.done) ?? at(cues.doneAfter);
  if (done !== null && datable.length === 1) {
    const { start, end } = spanAt(done);
    // "Completed June 2012 and ongoing": set up then, and running since
    if (cues.andOngoing.test(skeleton)) return shaped('from', start, null, done);
    return shaped('done', start, end, done);
  }
  const until = at(cues.until);
  if (until !== null && datable.length === 1) {
    if (cues.putOff.test(skeleton)) return shaped('by', null, spanAt(until).end, until);
    return shaped('during', all[until]?.range ? spanAt(until).start : null, spanAt(until).end, until);
  }
  const before = at(cues.before);
  if (before !== null && datable.length === 1) {
    return shaped('by', null, addDays(spanAt(before).start, -1), before);
  }
  const times = cues.times.exec(skeleton);
  const timesAt = times ? Number(times[2]) : -1;
  if (times && datable.length === 1 && datable.includes(timesAt)) {
    // two sessions in that month, or two of something by then: only the lead knows
    const { start, end } = spanAt(timesAt);
    const stretch = pick.structure === 0;
    return { ...shaped(stretch ? 'during' : 'by', stretch ? start : null, end, timesAt, true) };
  }
  const by = at(cues.by);
  const last = latest(datable, spanAt);
  if (last === null) return null;
  const moment = all[last] as Moment;
  const { start, end, precision } = spanAt(last);
  const doubt = moment.ambiguous || datable.length > 1 || undated.length > 0;
  if (by !== null && by === last && !moment.range) return shaped('by', null, end, last, doubt);
  if (cues.andOngoing.test(skeleton) && !moment.range) {
    // a milestone and then on, or from then on?
    return pick.structure === 0
      ? shaped('by', null, end, last, true)
      : { ...shaped('from', start, null, last, true) };
  }
  if (cues.ongoingThen.test(skeleton) && !moment.range) {
    // running until then, or to be finished by then and still running?
    return shaped(pick.structure === 0 ? 'by' : 'during', null, end, last, true);
  }
  if (at(cues.during) === last || moment.range || (isStretch(precision) && !moment.part)) {
    return shaped('during', start, end, last, doubt);
  }
  if (at(cues.on) === last && precision === 'day') return shaped('on', start, end, last, doubt);
  if (precision === 'day' && start !== end) return shaped('during', start, end, last, doubt);
  return shaped('by', null, end, last, doubt);
}

const isStretch = (precision: Span['precision']): boolean =>
  precision === 'quarter' || precision === 'half' || precision === 'year';

/** "September 08 onwards" begins with a month: nobody goes on from an unnamed year's 8 September. */
function monthRather(moment: Moment): Span {
  const first = moment.spans[0] as Span;
  return moment.shortYear ? (moment.spans.find((other) => other.precision !== 'day') ?? first) : first;
}

function latest(indexes: readonly number[], spanAt: (index: number) => Span): number | null {
  let best: number | null = null;
  for (const index of indexes) if (best === null || spanAt(index).end > spanAt(best).end) best = index;
  return best;
}

const wordNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  twelve: 12,
  eighteen: 18,
};

/** A length of time counted from a date. */
function placeLasting(skeleton: string, all: readonly Moment[], used: readonly number[]): Placed | null {
  const counted = cues.lasting.exec(skeleton);
  const after = counted ? null : cues.lastingFor.exec(skeleton);
  const [index, words, unit] = counted
    ? [Number(counted[3]), counted[1], counted[2]]
    : [Number(after?.[1] ?? -1), after?.[2], after?.[3]];
  const span = used.includes(index) ? all[index]?.spans[0] : undefined;
  if (!span || words === undefined || unit === undefined || used.length !== 1) return null;
  const number = wordNumbers[words] ?? Number(words);
  const within = cues.within.test(skeleton);
  const from = within ? span.end : span.start;
  const months = unit.startsWith('y') ? number * 12 : unit === 'month' ? number : 0;
  const beyond = months > 0 ? addMonths(from, months) : addDays(from, unit === 'week' ? number * 7 : number);
  return {
    kind: within ? 'by' : 'during',
    start: within ? null : span.start,
    end: within ? beyond : addDays(beyond, -1),
    precision: span.precision,
    ambiguous: all[index]?.ambiguous ?? false,
    each: false,
    first: span.start,
  };
}
