import type { ReadDb } from '#db/handles.ts';
import { kpisIn } from '#db/queries/kpis-read.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Kpi } from '#shared/contract/register.ts';
import { shortened } from '../plans/labels.ts';

/** A KPI by its id. Throws `not-found`. */
export function kpiNamed(db: ReadDb, kpiId: string): Kpi {
  const [placed] = kpisIn(db, { in: 'ids', ids: [kpiId] });
  if (!placed) throw noKpi();
  return placed.kpi;
}

/** What a KPI is called in a sentence. */
export function nameOf({ ref, name }: { ref: string | null; name: string }): string {
  return ref ?? shortened(name, 48);
}

export function noKpi(): AppError {
  return new AppError('not-found', 'This KPI is no longer in the register. Go back to the list of KPIs.');
}
