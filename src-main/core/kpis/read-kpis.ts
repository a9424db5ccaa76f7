import type { ReadDb } from '#db/handles.ts';
import { type KpiScope, kpiNarratives, kpisIn, kpiValuesIn, type PlacedKpi } from '#db/queries/kpis-read.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { KpiSummary, KpiView } from '#shared/contract/kpis.ts';
import type { KpiValue } from '#shared/contract/register.ts';
import { kpiPeriods, latestPeriod, polarityOf } from '#shared/domain/kpi-standing.ts';

/** KPIs with their latest standing and the points of their sparkline, in reading order. */
export function readKpis(db: ReadDb, scope: KpiScope): KpiSummary[] {
  const values = kpiValuesIn(db, scope);
  return kpisIn(db, scope).map((placed) => summaryOf(placed, values.get(placed.kpi.id) ?? []));
}

function summaryOf({ kpi, plan, section }: PlacedKpi, values: readonly KpiValue[]): KpiSummary {
  const periods = kpiPeriods(kpi, values);
  return {
    id: kpi.id,
    ref: kpi.ref,
    name: kpi.name,
    unit: kpi.unit,
    polarity: polarityOf(kpi, values),
    plan,
    section,
    latest: latestPeriod(periods),
    spark: periods
      .filter((period) => period.actual || period.target)
      .map((period) => ({
        actual: period.actual?.number ?? null,
        target: period.target?.number ?? null,
      })),
  };
}

/** One KPI with all its periods, and its neighbours of the same section, or else plan. Throws `not-found`. */
export function readKpi(db: ReadDb, kpiId: string): KpiView {
  const scope: KpiScope = { in: 'ids', ids: [kpiId] };
  const [placed] = kpisIn(db, scope);
  if (!placed) throw noKpi();
  const { kpi, plan, section } = placed;
  const neighbours = kpi.planId === null ? [] : readKpis(db, { in: 'plan', planId: kpi.planId });
  return {
    kpi,
    plan,
    section,
    periods: kpiPeriods(kpi, kpiValuesIn(db, scope).get(kpiId) ?? []),
    narratives: kpiNarratives(db, kpiId),
    siblings: neighbours.filter((other) => other.id !== kpiId && other.section?.id === section?.id),
    origin: kpi.source
      ? { importId: kpi.source.importId, file: kpi.source.file, where: kpi.source.where }
      : null,
  };
}

export function noKpi(): AppError {
  return new AppError('not-found', 'This KPI is no longer in the register. Go back to the list of KPIs.');
}
