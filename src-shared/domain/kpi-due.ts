import type { Kpi, KpiNarrative, KpiValue } from '../contract/kpi-records.ts';
import type { FormulaView, KpiDue, KpiPeriod } from '../contract/kpi-views.ts';
import type { Period } from '../contract/record.ts';
import { addDays, daysBetween, formatDay } from './dates.ts';
import { calendarOf, frequencyOf, periodsBetween, yearAround } from './kpi-calendar.ts';
import { latestPeriod, monthsOf, periodKey, polarityOf } from './kpi-standing.ts';
import type { YearStarts } from './spans.ts';
import { count, listWords } from './words.ts';

/** What is due of a KPI and what is missing. Depends on the day: never stored. */

/** Days after a period within which its figure is due where the KPI says nothing: the tenth of the next month. */
export const usualDueDays = 10;
/** A provisional figure is asked about a year after its period. */
const provisionalDays = 365;
/** Of more missing figures than these the earlier ones are told as one. */
const mostTold = 4;

export type DueFacts = {
  readonly kpi: Kpi;
  readonly values: readonly KpiValue[];
  readonly periods: readonly KpiPeriod[];
  readonly narratives: readonly KpiNarrative[];
  /** The period of the plan that the KPI stands in: nothing is due for what lies outside it. */
  readonly within: Period | null;
  readonly today: string;
  readonly starts: YearStarts;
  /** Of a KPI that is worked out: what is to be told of its formula. */
  readonly formula?: FormulaDoubts | null;
};

/** Why a formula cannot be worked out, which of its inputs count children, and which were left in the year before. */
export type FormulaDoubts = Pick<FormulaView, 'fault' | 'children' | 'dropped'>;

export type Due = { readonly due: KpiDue[]; readonly expected: number; readonly there: number };

/** What is due, latest first within each kind, with how many figures should be there and are. */
export function dueOf(facts: DueFacts): Due {
  const expected = expectedPeriods(facts);
  const held = new Map(facts.periods.map((one) => [periodKey(one.period), one]));
  const over = expected.filter(({ end }) => (end ?? '') < facts.today);
  const missing = over.filter((period) => !held.get(periodKey(period))?.actual);
  const due = [
    ...figuresDue(facts, missing, expected),
    ...narrativeDue(facts),
    ...finalsDue(facts),
    ...targetDue(facts, expected, held),
    ...definitionDue(facts),
  ];
  return { due, expected: over.length, there: over.length - missing.length };
}

const startOf = ({ start, end }: Period): string | null => start ?? end;

/** The periods that should have a figure by now, or begin to: from the first that has anything, or the plan's first. */
function expectedPeriods({ kpi, values, within, today, starts }: DueFacts): readonly Period[] {
  const frequency = frequencyOf(kpi, values);
  if (frequency === 'point') {
    const targets = values.filter(({ role, period }) => role === 'target' && period.end !== null);
    return [...new Map(targets.map(({ period }) => [periodKey(period), period])).values()];
  }
  if (frequency === null) return [];
  const months = { year: 12, half: 6, term: 4, quarter: 3, month: 1 }[frequency];
  let earliest: string | null = null;
  for (const { role, period } of values) {
    const first = startOf(period);
    if (first === null || (role !== 'actual' && role !== 'target')) continue;
    if ((earliest === null || first < earliest) && (monthsOf(period) ?? 0) <= months) earliest = first;
  }
  const from = earliest ?? within?.start ?? yearAround(calendarOf(kpi, values), today, starts).start ?? today;
  const to = within?.end && within.end < today ? within.end : today;
  return from > to ? [] : periodsBetween(calendarOf(kpi, values), frequency, { from, to }, starts);
}

function figuresDue(
  { kpi, values, today }: DueFacts,
  missing: readonly Period[],
  expected: readonly Period[],
): KpiDue[] {
  if (kpi.formula !== undefined) return [];
  const kind = kpi.calculated ? 'to-store' : 'figure';
  const say = (period: Period): KpiDue => {
    const dueOn = addDays(period.end ?? today, kpi.calculated ? 0 : (kpi.dueDays ?? usualDueDays));
    const late = Math.max(0, daysBetween(dueOn, today));
    const words = kpi.calculated
      ? `What the register counts for ${period.label} is not stored yet.`
      : `No figure for ${period.label}. It ${late > 0 ? 'was' : 'is'} due by ${formatDay(dueOn)}.`;
    return { kind, period, dueOn, daysLate: late, words };
  };
  const told = missing.slice(-mostTold).reverse().map(say);
  const earlier = missing.slice(0, -mostTold);
  const [first] = earlier;
  if (first) {
    const last = say(earlier.at(-1) ?? first);
    const words = `${count(earlier.length, 'earlier figure')} missing, since ${first.label}.`;
    told.push({ ...last, period: first, words });
  }
  if (told.length === 0 && !values.some(({ role }) => role === 'actual') && !kpi.calculated) {
    const next = expected.find(({ end }) => (end ?? '') >= today);
    if (!next) return [{ kind, period: null, dueOn: null, daysLate: 0, words: 'No figure yet.' }];
    const dueOn = addDays(next.end ?? today, kpi.dueDays ?? usualDueDays);
    const words = `No figure yet. The first is due by ${formatDay(dueOn)}.`;
    told.push({ kind, period: next, dueOn, daysLate: 0, words });
  }
  return told;
}

/** A figure that is off track or at risk wants to be explained. */
function narrativeDue({ kpi, periods, narratives, today }: DueFacts): KpiDue[] {
  const latest = latestPeriod(periods);
  if (!latest?.actual || (latest.state !== 'off-track' && latest.state !== 'at-risk')) return [];
  const key = periodKey(latest.period);
  if (narratives.some((one) => periodKey(one.period) === key && (one.behind || one.doing))) return [];
  const dueOn = latest.period.end ? addDays(latest.period.end, kpi.dueDays ?? usualDueDays) : null;
  const daysLate = dueOn ? Math.max(0, daysBetween(dueOn, today)) : 0;
  const state = latest.state === 'off-track' ? 'off track' : 'at risk';
  const words = `${latest.period.label} is ${state}, and nothing says what is behind it.`;
  return [{ kind: 'narrative', period: latest.period, dueOn, daysLate, words }];
}

function finalsDue({ periods, today }: DueFacts): KpiDue[] {
  return periods.flatMap(({ period, actual }): KpiDue[] => {
    if (!actual?.provisional || period.end === null) return [];
    const dueOn = addDays(period.end, provisionalDays);
    if (dueOn >= today) return [];
    const words = `The figure for ${period.label} is still provisional.`;
    return [{ kind: 'final', period, dueOn, daysLate: daysBetween(dueOn, today), words }];
  });
}

/** The period that runs, or was the last to run, has neither a target nor has its year. */
function targetDue(
  { kpi, values, starts }: DueFacts,
  expected: readonly Period[],
  held: ReadonlyMap<string, KpiPeriod>,
): KpiDue[] {
  const now = expected.at(-1);
  if (!now?.start) {
    const any = values.some(({ role }) => role === 'target');
    return any ? [] : [{ kind: 'target', period: null, dueOn: null, daysLate: 0, words: 'No target yet.' }];
  }
  const year = yearAround(calendarOf(kpi, values), now.start, starts);
  if (held.get(periodKey(now))?.target || held.get(periodKey(year))?.target) return [];
  return [{ kind: 'target', period: now, dueOn: null, daysLate: 0, words: `No target for ${now.label}.` }];
}

function definitionDue({ kpi, values, formula }: DueFacts): KpiDue[] {
  const say = (kind: KpiDue['kind'], words: string): KpiDue => ({
    kind,
    period: null,
    dueOn: null,
    daysLate: 0,
    words,
  });
  const aimed = values.some(({ role, number }) => role === 'target' && number !== null);
  return [
    ...(formula?.fault ? [say('formula', formula.fault)] : []),
    ...formulaTells(kpi, formula).map(([kind, words]) => say(kind, words)),
    ...(kpi.owners.length === 0 ? [say('owner', 'No owner yet.')] : []),
    ...(aimed && polarityOf(kpi, values) === null
      ? [say('polarity', 'Whether up or down is better is not set.')]
      : []),
  ];
}

/** What a formula tells of its inputs: children whose small numbers it would print, KPIs that nobody carries on. */
export function formulaTells(
  kpi: Pick<Kpi, 'countsChildren'>,
  formula: Pick<FormulaDoubts, 'children' | 'dropped'> | null | undefined,
): (readonly ['formula' | 'children', string])[] {
  const { children = [], dropped = [] } = formula ?? {};
  const are = (names: readonly string[], one: string, many: string) => (names.length === 1 ? one : many);
  return [
    ...(dropped.length === 0
      ? []
      : [
          [
            'formula',
            `Its formula uses ${listWords(dropped)} of the year before, which ${are(dropped, 'was', 'were')} not carried on.`,
          ] as const,
        ]),
    ...(children.length === 0 || kpi.countsChildren
      ? []
      : [
          [
            'children',
            `It is worked out from ${listWords(children)}, which ${are(children, 'counts', 'count')} children; it is not said to count them itself, so reports print it whatever the number.`,
          ] as const,
        ]),
  ];
}
