import type { Polarity } from '#shared/contract/kpi-records.ts';
import type { WriteDb } from '../handles.ts';
import { prepared } from './prepared.ts';

/** The rules in force and the way that was better when a figure was entered, kept with the figure. */

/** Says of the figures of periods that ended before a day, where nothing is said yet, which way was better then. */
export function fillPolarity(tx: WriteDb, kpiId: string, polarity: Polarity, before: string): void {
  prepared(
    tx,
    `UPDATE kpi_values SET polarity = ? WHERE kpi_id = ? AND polarity IS NULL AND coalesce(period_end, '') < ?`,
  ).run(polarity, kpiId, before);
  prepared(
    tx,
    'UPDATE kpi_values SET polarity = NULL WHERE kpi_id = ? AND polarity = ? AND period_end >= ?',
  ).run(kpiId, polarity, before);
}

/** A correction: no figure says anything else than the KPI. */
export function setPolarity(tx: WriteDb, kpiId: string, polarity: Polarity | null): void {
  prepared(tx, 'UPDATE kpi_values SET polarity = ? WHERE kpi_id = ? AND polarity IS NOT NULL').run(
    polarity,
    kpiId,
  );
}

/** Gives figures the rules that their KPIs have now; those of KPIs without any stay as they are. */
export function ruleFigures(tx: WriteDb, ids: readonly string[]): void {
  prepared(
    tx,
    `UPDATE kpi_values SET (tolerance, tolerance_by, on_track_within, polarity) =
       (SELECT k.tolerance, k.tolerance_by, k.on_track_within, k.polarity FROM kpis k WHERE k.id = kpi_values.kpi_id)
     WHERE id IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM kpis k WHERE k.id = kpi_values.kpi_id
       AND (k.tolerance IS NOT NULL OR k.on_track_within IS NOT NULL OR k.polarity IS NOT NULL))`,
  ).run(JSON.stringify(ids));
}
