import type { ReadDb } from '#db/handles.ts';
import { dutiesAnsweredBy, measuresOf } from '#db/queries/kpi-links.ts';
import {
  type KpiRecords,
  type KpiScope,
  kpiChangesIn,
  kpiJudgementsIn,
  kpiRecordsIn,
  kpisIn,
  recentValuesIn,
} from '#db/queries/kpis-read.ts';
import type { KpiPeriod, KpiSummary, KpiView } from '#shared/contract/kpis.ts';
import type { Kpi } from '#shared/contract/register.ts';
import { courseOf } from '#shared/domain/kpi-course.ts';
import { dueOf, type FormulaDoubts } from '#shared/domain/kpi-due.ts';
import { kpiPeriods, latestPeriod } from '#shared/domain/kpi-standing.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { kpiYears } from '#shared/domain/kpi-years.ts';
import { type CalendarFacts, calendarFacts } from './facts.ts';
import { usersOf, viewFormula } from './formulas.ts';
import { noKpi } from './kpi-named.ts';
import { liveFigures } from './register-counts.ts';
import { standingsIn } from './standings.ts';
import { yearByFormula } from './year-by-formula.ts';

/**
 * KPIs with their latest standing, what is due of the last three years and the points of their sparkline, in reading
 * order.
 */
export function readKpis(db: ReadDb, scope: KpiScope, today: string): KpiSummary[] {
  return standingsIn(db, scope, today).map(({ kpi, plan, section, standing }) => {
    const { expected: _, there: __, ...told } = standing;
    return {
      id: kpi.id,
      ref: kpi.ref,
      name: kpi.name,
      unit: kpi.unit,
      unitKind: unitKindOf(kpi),
      owners: kpi.owners.map(({ text }) => text),
      calculated: kpi.formula !== undefined ? 'formula' : kpi.calculated ? 'register' : null,
      countsChildren: kpi.countsChildren ?? false,
      plan,
      section,
      ...told,
    };
  });
}

export type LatestStanding = { readonly kpi: Kpi; readonly latest: KpiPeriod | null };

/** KPIs with how they stand at their latest figure, and nothing else. */
export function latestStandings(db: ReadDb, scope: KpiScope): LatestStanding[] {
  const values = recentValuesIn(db, scope);
  const judgements = kpiJudgementsIn(db, scope);
  const changes = kpiChangesIn(db, scope);
  return kpisIn(db, scope).map(({ kpi }) => {
    const said = { judgements: judgements.get(kpi.id) ?? [], changes: changes.get(kpi.id) ?? [] };
    return { kpi, latest: latestPeriod(kpiPeriods(kpi, values.get(kpi.id) ?? [], said, 'latest')) };
  });
}

/** What is due of a KPI, and how complete it is. */
export function dueOfKpi(
  kpi: Kpi,
  { values, narratives }: KpiRecords,
  periods: readonly KpiPeriod[],
  { today, starts, plans }: CalendarFacts,
  formula: FormulaDoubts | null = null,
) {
  const within = kpi.planId === null ? null : (plans.get(kpi.planId) ?? null);
  return dueOf({ kpi, values, periods, narratives, within, today, starts, formula });
}

/** One KPI with all its periods. Throws `not-found`. */
export function readKpi(db: ReadDb, kpiId: string, today: string): KpiView {
  const scope: KpiScope = { in: 'ids', ids: [kpiId] };
  const [placed] = kpisIn(db, scope);
  if (!placed) throw noKpi();
  const { kpi, plan, section } = placed;
  const facts = calendarFacts(db, today);
  const records = kpiRecordsIn(db, scope)(kpiId);
  const { values, changes, judgements, narratives } = records;
  const periods = kpiPeriods(kpi, values, records);
  const formula = kpi.formula === undefined ? null : viewFormula(db, kpiId, kpi.formula);
  return {
    kpi,
    plan,
    section,
    periods,
    years: kpiYears(kpi, values, periods, {
      starts: facts.starts,
      ...(kpi.yearBy === 'formula' && { byFormula: yearByFormula(db, kpi, facts.starts) }),
    }),
    course: courseOf(kpi, values, periods, facts.starts),
    narratives: [...narratives],
    changes: [...changes],
    judgements: [...judgements],
    formula: formula && told(formula),
    usedBy: usersOf(db, kpiId).map(({ id, ref, name }) => ({ id, ref, name })),
    live: liveFigures(db, kpi, values, facts),
    duties: dutiesAnsweredBy(db, kpiId),
    measures: measuresOf(db, kpiId),
    due: dueOfKpi(kpi, records, periods, facts, formula).due,
    origin: kpi.source
      ? { importId: kpi.source.importId, file: kpi.source.file, where: kpi.source.where }
      : null,
  };
}

/** Without the form in which it is kept, which is nobody's to read. */
const told = ({ kept: _, ...view }: ReturnType<typeof viewFormula>): KpiView['formula'] => view;
