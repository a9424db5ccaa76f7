import { daysFrom, nearest, type Slot, slotsOf, yearAheadOf } from './cycle-slots.ts';
import type { Cycle } from './cycle-words.ts';
import { addDays, dayNumber, formatDayWithWeekday, weekdayNames, weekdayOf } from './dates.ts';
import {
  type Closed,
  closedDays,
  closureInWords,
  type Deadline,
  isWeekend,
  type Notice,
  papersDue,
  weekendInWords,
} from './free-days.ts';
import { count, listWords } from './words.ts';

/** A day on which people of this body meet already, with the body that they meet as. */
export type Taken = { readonly on: string; readonly what: string; readonly people: number };

export type CycleRequest = {
  readonly cycle: Cycle;
  /** The first day of the year to plan. */
  readonly from: string;
  /** How many series run beside each other, one for each cluster; 1 where there are none. */
  readonly series: number;
  readonly closures: readonly Closed[];
  readonly taken: readonly Taken[];
  /** Meetings of this body that are in the register, by the series they belong to. */
  readonly there: readonly { readonly on: string; readonly series: number }[];
  /** How long before the meeting its papers are due; null where nothing is said. */
  readonly notice: Notice | null;
};

export type ProposedMeeting = {
  readonly series: number;
  readonly slot: string;
  readonly on: string;
  /** The day the words ask for, before anything was avoided. */
  readonly wanted: string;
  /** Why it is another day, in a sentence; null where it is not. */
  readonly moved: string | null;
  readonly papers: Deadline | null;
};

/** A slot without a proposal, and why: nothing is free in it, or its meeting is in the register. */
export type SkippedSlot = {
  readonly series: number;
  readonly slot: string;
  readonly why: string;
  readonly there: string | null;
};

export type CycleProposal = {
  readonly from: string;
  readonly to: string;
  readonly meetings: readonly ProposedMeeting[];
  readonly skipped: readonly SkippedSlot[];
};

/**
 * The dates of a year of meetings: each slot of the cycle gives one to each series, on the day asked for or, where
 * that is a weekend, a closure or taken, on the nearest free one of the slot: of the same weekday where a weekday is
 * asked for, else any weekday. Of two as near the later is meant. No two of the proposed fall on one day.
 */
export function proposeMeetings(request: CycleRequest): CycleProposal {
  const { cycle, from, series, notice } = request;
  const to = yearAheadOf(from);
  const closed = closedDays(request.closures);
  const last = lastBefore(request.there, from);
  const slots = slotsOf(cycle, { from, to, last, closed });
  const inRegister = slotsFilled(slots, request);
  const taken = new Map<string, Taken[]>();
  for (const one of request.taken) taken.set(one.on, [...(taken.get(one.on) ?? []), one]);
  const given = new Set(request.there.map(({ on }) => on));
  const meetings: ProposedMeeting[] = [];
  const skipped: SkippedSlot[] = [];

  for (const [at, slot] of slots.entries()) {
    for (let one = 0; one < series; one += 1) {
      const there = inRegister.get(key(one, at));
      if (there !== undefined) {
        skipped.push({
          series: one,
          slot: slot.label,
          there,
          why: `${formatDayWithWeekday(there)} is in the register.`,
        });
        continue;
      }
      const wanted = wantedOf(slot, cycle, one, series);
      const found = findFree(wanted, slot, cycle, (day) => whyNot(day, cycle, { closed, taken, given }));
      if (found.on === null) {
        skipped.push({ series: one, slot: slot.label, there: null, why: found.why });
        continue;
      }
      given.add(found.on);
      const papers = notice ? papersDue(found.on, notice, closed) : null;
      meetings.push({ series: one, slot: slot.label, on: found.on, wanted, moved: found.why, papers });
    }
  }
  meetings.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.series - b.series));
  return { from, to, meetings, skipped };
}

const key = (series: number, slot: number): string => `${series} ${slot}`;

function lastBefore(there: CycleRequest['there'], from: string): string | null {
  const before = there.filter(({ on }) => on < from).map(({ on }) => on);
  return before.length === 0 ? null : (before.sort().at(-1) ?? null);
}

/**
 * Each meeting in the register fills the slot of its series that it is nearest to. Where only a number a year is asked
 * for, one more than a slot needs fills the nearest slot that has none.
 */
function slotsFilled(slots: readonly Slot[], { there, cycle }: CycleRequest): Map<string, string> {
  const filled = new Map<string, string>();
  const fill = (one: CycleRequest['there'][number], within: boolean): boolean => {
    const { on, series } = one;
    const open = slots
      .map((slot, at) => ({ slot, at }))
      .filter(
        ({ slot, at }) => !filled.has(key(series, at)) && (!within || (on >= slot.start && on <= slot.end)),
      )
      .sort((a, b) => away(a.slot.ideal, on) - away(b.slot.ideal, on));
    if (open[0]) filled.set(key(series, open[0].at), on);
    return open[0] !== undefined;
  };
  const [first, last] = [slots[0]?.start ?? '', slots.at(-1)?.end ?? ''];
  const inYear = there.filter(({ on }) => on >= first && on <= last);
  const left = [...inYear].sort((a, b) => (a.on < b.on ? -1 : 1)).filter((one) => !fill(one, true));
  if (cycle.every.unit === 'year') for (const one of left) fill(one, false);
  return filled;
}

const away = (a: string, b: string): number => Math.abs(dayNumber(a) - dayNumber(b));

/** Several series without a day of their own lie spread over the slot; else each wants the day that is asked for. */
function wantedOf(slot: Slot, cycle: Cycle, series: number, of: number): string {
  const exact = cycle.day !== null && (cycle.day.nths.length > 0 || cycle.day.date !== null);
  if (of === 1 || exact) return slot.ideal;
  const length = dayNumber(slot.end) - dayNumber(slot.start);
  const day = addDays(slot.start, Math.floor(((series + 0.5) * (length + 1)) / of));
  const asked = cycle.day?.weekday ?? null;
  const fits = daysFrom(slot.start, slot.end).filter((one) =>
    asked === null ? !isWeekend(one) : weekdayOf(one) === asked,
  );
  return nearest(fits, day)[0] ?? slot.ideal;
}

type Found = { on: string; why: string | null } | { on: null; why: string };

function findFree(wanted: string, slot: Slot, cycle: Cycle, whyNot: (day: string) => string[]): Found {
  const reasons = whyNot(wanted);
  if (reasons.length === 0) return { on: wanted, why: null };
  const asked = cycle.day?.weekday ?? null;
  const months = cycle.months;
  const candidates = daysFrom(slot.start, slot.end).filter(
    (day) =>
      (asked === null || weekdayOf(day) === asked) && (!months || months.includes(Number(day.slice(5, 7)))),
  );
  const on = nearest(candidates, wanted).find((day) => whyNot(day).length === 0);
  const because = `${formatDayWithWeekday(wanted)} is ${listWords(reasons)}`;
  const kind = asked === null ? 'weekday' : weekdayNames[asked];
  if (on === undefined) return { on: null, why: `${because}, and no ${kind} of ${slot.label} is free.` };
  return { on, why: `${because}. This is the nearest free ${kind}.` };
}

type Days = {
  readonly closed: ReadonlyMap<string, readonly Closed[]>;
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
  readonly given: ReadonlySet<string>;
};
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** All that speaks against a day, in words that follow "is". */
function whyNot(day: string, cycle: Cycle, { closed, taken, given }: Days): string[] {
  const reasons: string[] = [];
  // Who asks for Saturdays means them.
  if (isWeekend(day) && cycle.day?.weekday !== weekdayOf(day)) reasons.push(weekendInWords(day));
  if (cycle.months && !cycle.months.includes(monthOf(day))) reasons.push('in a month that is left out');
  for (const closure of closed.get(day) ?? []) reasons.push(closureInWords(closure));
  for (const { what, people } of taken.get(day) ?? []) {
    reasons.push(`the day of ${what} (${count(people, 'member')} in both)`);
  }
  if (given.has(day) && reasons.length === 0) reasons.push('the day of another meeting of this body');
  return reasons;
}
