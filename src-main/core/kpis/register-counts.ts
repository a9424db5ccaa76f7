import type { ReadDb } from '#db/handles.ts';
import { actionStatesOn, attendanceBetween, dutiesInForce } from '#db/queries/kpi-counts.ts';
import type { PlacedKpi } from '#db/queries/kpis-read.ts';
import { kpisIn, kpiValuesIn } from '#db/queries/kpis-read.ts';
import { membersOf } from '#db/queries/meetings-list.ts';
import type { Calculated, Kpi, KpiValue } from '#shared/contract/kpi-records.ts';
import type { LiveFigure } from '#shared/contract/kpis.ts';
import type { Period } from '#shared/contract/record.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { type Decimal, decimalText, quotient } from '#shared/domain/decimals.ts';
import { periodsBetween, yearAround } from '#shared/domain/kpi-calendar.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { formatDecimal } from '#shared/domain/kpi-units.ts';
import type { YearStarts } from '#shared/domain/spans.ts';
import { count } from '#shared/domain/words.ts';
import { attendanceGrid } from '../meetings/attendance-grid.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { type CalendarFacts, calendarFacts } from './facts.ts';
import { nameOf } from './kpi-named.ts';
import { recalculate } from './recalculate.ts';
import { type FigureWriter, putFigure } from './write-figure.ts';

/** KPIs that the register counts itself: worked out for the day while a period runs, stored once it is over. */

type Share = { part: number; all: number; basis: string };

function shareOf(db: ReadDb, { kind, bodyId, planId }: Calculated, from: string, to: string): Share {
  if (kind === 'attendance') {
    const { meetings, present, all } = attendanceOf(db, bodyId, from, to);
    const at = `at ${count(meetings, 'meeting')}`;
    const basis =
      all === 0 ? 'No attendance is kept of a meeting in this time.' : `${present} of ${all} present ${at}.`;
    return { part: present, all, basis };
  }
  if (kind === 'duties-answered') {
    const { all, answered } = dutiesInForce(db, planId, to);
    const basis =
      all === 0 ? 'No duty is in force.' : `${answered} of ${count(all, 'duty', 'duties')} answered.`;
    return { part: answered, all, basis };
  }
  const states = new Map(actionStatesOn(db, planId, to).map((row) => [row.state, row.count]));
  const of = (...names: NonNullable<Parameters<typeof states.get>[0]>[]) =>
    names.reduce((total, name) => total + (states.get(name) ?? 0), 0);
  const good = of('on-track', 'complete');
  const all = good + of('at-risk', 'off-track', 'changed');
  const quiet = of('not-started') + (states.get(null) ?? 0);
  const left = quiet === 0 ? '' : `; ${quiet} not started or without a status are left out`;
  const basis =
    all === 0
      ? 'No action has begun.'
      : `${good} of ${count(all, 'action')} on track or complete on ${formatDay(to)}${left}.`;
  return { part: good, all, basis };
}

/**
 * Who came: of a body with a list of members those members, as its attendance grid counts them (a substitute fills the
 * place of the member); else everybody who was noted.
 */
function attendanceOf(db: ReadDb, bodyId: string | null, from: string, to: string) {
  if (bodyId === null || membersOf(db, bodyId).length === 0) return attendanceBetween(db, bodyId, from, to);
  const { meetings, present, expected } = attendanceGrid(db, { bodyId, from, to });
  return { meetings: meetings.length, present, all: expected };
}

/** What the register counts for a period: in per cent, with one place unless the KPI says otherwise. */
function counted(db: ReadDb, kpi: Kpi, period: Period, today: string): LiveFigure {
  const { start, end } = period;
  const closed = end !== null && end < today;
  if (!kpi.calculated || start === null || end === null) {
    return { period, number: null, text: '', basis: 'Nothing is counted.', closed };
  }
  const { part, all, basis } = shareOf(db, kpi.calculated, start, closed ? end : today);
  if (all === 0) return { period, number: null, text: 'z', basis, closed };
  const share: Decimal = quotient(BigInt(part) * 100n, BigInt(all), kpi.decimals ?? 1);
  return { period, number: Number(decimalText(share)), text: formatDecimal(share, '%'), basis, closed };
}

/** Periods of which nothing is stored yet, oldest first: from the first stored, else the plan's or the year's first. */
function openPeriods(kpi: Kpi, values: readonly KpiValue[], facts: CalendarFacts): Period[] {
  const { today, starts } = facts;
  const within = kpi.planId === null ? null : (facts.plans.get(kpi.planId) ?? null);
  const first = values.flatMap(({ period }) => period.start ?? []).sort()[0];
  const from = first ?? within?.start ?? yearAround(kpi, today, starts).start ?? today;
  const to = within?.end && within.end < today ? within.end : today;
  const stored = new Set(
    values.filter(({ role }) => role === 'actual').map(({ period }) => periodKey(period)),
  );
  if (from > to) return [];
  return periodsBetween(kpi, frequencyFor(kpi), { from, to }, starts satisfies YearStarts).filter(
    (period) => !stored.has(periodKey(period)),
  );
}

const frequencyFor = ({ frequency }: Kpi) => (!frequency || frequency === 'point' ? 'quarter' : frequency);

/** What stands open of a KPI that the register counts: every period without a stored figure. */
export function liveFigures(
  db: ReadDb,
  kpi: Kpi,
  values: readonly KpiValue[],
  facts: CalendarFacts,
): LiveFigure[] {
  if (!kpi.calculated) return [];
  return openPeriods(kpi, values, facts).map((period) => counted(db, kpi, period, facts.today));
}

/** Stores what the register counts for every period that is over and has no figure yet, in one act. */
export function storeCounts(
  { app, register }: Doing,
  kpiIds: readonly string[] | null,
): { stored: number; kpiIds: string[] } {
  const { newId, now, today } = app.options;
  const label = ({ names, stored }: { names: string[]; stored: number }) =>
    `${count(stored, 'figure')} counted from the register${names.length === 1 ? `: ${names[0]}` : ''}`;
  const at = now();
  const done = register.act({ kind: 'edit', label }, (tx) => {
    const writer: FigureWriter = { tx, newId, at, by: null };
    const facts = calendarFacts(tx, today());
    const scope = kpiIds === null ? ({ in: 'all' } as const) : ({ in: 'ids', ids: kpiIds } as const);
    const counting = kpisIn(tx, scope).filter(({ kpi }) => kpi.calculated);
    const values = kpiValuesIn(tx, { in: 'ids', ids: counting.map(({ kpi }) => kpi.id) });
    const wrote = counting.map((placed) => store(writer, placed, values.get(placed.kpi.id) ?? [], facts));
    const touched = counting.filter((_, index) => (wrote[index] ?? 0) > 0).map(({ kpi }) => kpi);
    recalculate(
      writer,
      touched.map(({ id }) => id),
    );
    return {
      stored: wrote.reduce((total, one) => total + one, 0),
      kpiIds: touched.map(({ id }) => id as string),
      names: touched.map(nameOf),
    };
  });
  return { stored: done.stored, kpiIds: done.kpiIds };
}

function store(writer: FigureWriter, { kpi }: PlacedKpi, known: KpiValue[], facts: CalendarFacts): number {
  const over = liveFigures(writer.tx, kpi, known, facts).filter(({ closed }) => closed);
  for (const { period, number, text, basis } of over) {
    const place = { kpi, role: 'actual' as const, period, comparator: null };
    const asOf =
      kpi.calculated?.kind === 'duties-answered' ? ` As answered on ${formatDay(facts.today)}.` : '';
    putFigure(writer, known, place, {
      number,
      text,
      symbol: number === null ? 'z' : null,
      provisional: false,
      note: `${basis}${asOf}`,
      calculated: 'register',
    });
  }
  return over.length;
}
