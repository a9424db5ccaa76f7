import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { comparatorNames, type KpiScope, kpisIn, valuesSince } from '#db/queries/kpis-read.ts';
import type { KpiValue, ValueRole } from '#shared/contract/kpi-records.ts';
import type { KpiGrid, kpisContract } from '#shared/contract/kpis.ts';
import type { Period } from '#shared/contract/record.ts';
import { addMonths } from '#shared/domain/dates.ts';
import { frequencyOf, periodsBetween, yearAround } from '#shared/domain/kpi-calendar.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { calendarFacts } from './facts.ts';
import { whyNotTyped } from './set-values.ts';

type Asked = z.infer<typeof kpisContract.grid.input>;

/** Most columns of a grid: ten years of months. */
const mostPeriods = 120;

/** KPIs down, periods across: those counted in that frequency, and those that are counted in none yet. */
export function readGrid(db: ReadDb, o: Asked, today: string): KpiGrid {
  const facts = calendarFacts(db, today);
  const scope: KpiScope = o.planId === null ? { in: 'all' } : { in: 'plan', planId: o.planId };
  const placed = kpisIn(db, scope).filter(({ kpi }) => o.sectionId === null || kpi.sectionId === o.sectionId);
  const year = yearAround({}, today, facts.starts);
  const from = o.from ?? addMonths(year.start ?? today, -12);
  const values = valuesSince(db, scope, from);
  const to = o.to ?? year.end ?? today;
  const rows = placed.filter(({ kpi }) => {
    const frequency = frequencyOf(kpi, values.get(kpi.id) ?? []);
    return frequency === null || frequency === o.frequency;
  });
  const held = rows.flatMap(({ kpi }) => values.get(kpi.id) ?? []).map(({ period }) => period);
  const periods =
    o.frequency === 'point'
      ? momentsIn(held, from, to)
      : periodsBetween(rows[0]?.kpi ?? {}, o.frequency, { from, to }, facts.starts);
  const shown = periods.slice(0, mostPeriods);
  return {
    periods: shown,
    comparators: comparatorNames(db),
    rows: rows.map(({ kpi, plan, section }) => ({
      kpi: { id: kpi.id, ref: kpi.ref, name: kpi.name, unit: kpi.unit, unitKind: unitKindOf(kpi) },
      plan,
      section,
      readOnly: whyNotTyped(kpi),
      cells: cellsOf(shown, values.get(kpi.id) ?? []),
    })),
  };
}

/** The days and other periods that have something, for figures at a moment. */
function momentsIn(held: readonly Period[], from: string, to: string): Period[] {
  const inside = held.filter(({ end }) => end !== null && end >= from && end <= to);
  return [...new Map(inside.map((period) => [periodKey(period), period])).values()].sort((a, b) =>
    (a.end ?? '') < (b.end ?? '') ? -1 : 1,
  );
}

function cellsOf(periods: readonly Period[], values: readonly KpiValue[]): KpiGrid['rows'][number]['cells'] {
  const found = new Map<string, KpiValue>();
  const compared = new Map<string, KpiValue[]>();
  for (const value of values) {
    const period = periodKey(value.period);
    const key = `${value.role} ${period}`;
    if (value.role === 'comparator') compared.set(period, [...(compared.get(period) ?? []), value]);
    else if (!found.has(key)) found.set(key, value);
  }
  const figure = ({ text, provisional, note }: KpiValue) => ({ text, provisional, note: note ?? null });
  return periods.map((period) => {
    const at = (role: ValueRole) => {
      const value = found.get(`${role} ${periodKey(period)}`);
      return value ? figure(value) : null;
    };
    return {
      actual: at('actual'),
      target: at('target'),
      forecast: at('forecast'),
      baseline: at('baseline'),
      comparators: (compared.get(periodKey(period)) ?? []).map((value) => ({
        ...figure(value),
        comparator: value.comparator ?? '',
      })),
    };
  });
}
