import type { Kpi, KpiChange, KpiJudgement, KpiNarrative, KpiValue } from '#shared/contract/kpi-records.ts';
import type { ReadDb } from '../handles.ts';
import {
  type ChangeColumns,
  changeOf,
  figureOf,
  type JudgementColumns,
  judgementOf,
  type KpiColumns,
  kpiOf,
  type NarrativeColumns,
  narrativeOf,
  type ValueColumns,
} from './kpi-rows.ts';
import { rowOf, rowsOf } from './prepared.ts';
import { gather, type LeadRow, leadOf, sourceFinder } from './record-parts.ts';

/** A KPI with the names of where it stands. */
export type PlacedKpi = {
  kpi: Kpi;
  plan: { id: string; title: string } | null;
  section: { id: string; title: string } | null;
};

/** Which KPIs: all, those of a plan, or the ones named in a JSON array of ids. */
const scopes = {
  all: 'TRUE',
  plan: 'k.plan_id = ?',
  ids: 'k.id IN (SELECT value FROM json_each(?))',
} as const;
export type KpiScope =
  | { readonly in: 'all' }
  | { readonly in: 'plan'; readonly planId: string }
  | { readonly in: 'ids'; readonly ids: readonly string[] };

function bound(scope: KpiScope): unknown[] {
  if (scope.in === 'all') return [];
  return [scope.in === 'plan' ? scope.planId : JSON.stringify(scope.ids)];
}

/** KPIs in reading order: by plan, then by position. */
export function kpisIn(db: ReadDb, scope: KpiScope): PlacedKpi[] {
  const where = scopes[scope.in];
  const values = bound(scope);
  const sourceOf = sourceFinder(db);
  const owners = gather(
    rowsOf<LeadRow>(
      db,
      `SELECT l.kpi_id AS owner, l.position, l.text, l.person_id, l.role, l.note
       FROM kpis k JOIN leads l ON l.kpi_id = k.id WHERE ${where}`,
      ...values,
    ),
    (row) => row.owner,
    leadOf,
  );
  type Placed = KpiColumns & { plan_title: string | null; section_title: string | null };
  return rowsOf<Placed>(
    db,
    `SELECT k.*, p.title AS plan_title, s.title AS section_title
     FROM kpis k LEFT JOIN plans p ON p.id = k.plan_id LEFT JOIN sections s ON s.id = k.section_id
     WHERE ${where} ORDER BY p.position, k.position, k.id`,
    ...values,
  ).map((row) => ({
    kpi: kpiOf(row, sourceOf, owners.get(row.id) ?? []),
    plan: row.plan_id === null ? null : { id: row.plan_id, title: row.plan_title ?? '' },
    section: row.section_id === null ? null : { id: row.section_id, title: row.section_title ?? '' },
  }));
}

/** The figures of those KPIs, by KPI, in order of entry. */
export function kpiValuesIn(db: ReadDb, scope: KpiScope): Map<string, KpiValue[]> {
  const sourceOf = sourceFinder(db);
  return gather(
    rowsOf<ValueColumns>(
      db,
      `SELECT v.* FROM kpis k JOIN kpi_values v ON v.kpi_id = k.id WHERE ${scopes[scope.in]}`,
      ...bound(scope),
    ),
    (row) => row.kpi_id,
    (row) => figureOf(row, sourceOf),
  );
}

/**
 * The figures that a list of KPIs needs, by KPI: of periods of up to four months those of the three years before the
 * KPI's last actual; of longer ones, and baselines, all.
 */
export function recentValuesIn(db: ReadDb, scope: KpiScope): Map<string, KpiValue[]> {
  const sourceOf = sourceFinder(db);
  const where = scopes[scope.in];
  return gather(
    rowsOf<ValueColumns>(
      db,
      `WITH seen AS MATERIALIZED (
         SELECT k.id, (SELECT CAST(substr(max(v.period_end), 1, 4) AS INTEGER) - 3 || substr(max(v.period_end), 5)
           FROM kpi_values v WHERE v.kpi_id = k.id AND v.role = 'actual') AS since
         FROM kpis k WHERE ${where})
       SELECT v.* FROM seen s JOIN kpi_values v ON v.kpi_id = s.id
       WHERE s.since IS NULL OR v.period_end IS NULL OR v.period_end >= s.since OR v.role = 'baseline'
         OR julianday(v.period_end) - julianday(v.period_start) > 125`,
      ...bound(scope),
    ),
    (row) => row.kpi_id,
    (row) => figureOf(row, sourceOf),
  );
}

/** The figures of those KPIs, by KPI, of periods that end on a day or later; those without dates too. */
export function valuesSince(db: ReadDb, scope: KpiScope, day: string): Map<string, KpiValue[]> {
  const sourceOf = sourceFinder(db);
  return gather(
    rowsOf<ValueColumns>(
      db,
      `SELECT v.* FROM kpis k JOIN kpi_values v ON v.kpi_id = k.id
       WHERE ${scopes[scope.in]} AND (v.period_end IS NULL OR v.period_end >= ?)`,
      ...bound(scope),
      day,
    ),
    (row) => row.kpi_id,
    (row) => figureOf(row, sourceOf),
  );
}

/** Whose figures KPIs are compared with, in order of their names. */
export const comparatorNames = (db: ReadDb): string[] =>
  rowsOf<{ name: string }>(
    db,
    `SELECT DISTINCT comparator AS name FROM kpi_values WHERE role = 'comparator' AND comparator IS NOT NULL ORDER BY 1`,
  ).map(({ name }) => name);

/** Figures by their ids. */
export function valuesById(db: ReadDb, ids: readonly string[]): KpiValue[] {
  if (ids.length === 0) return [];
  const sourceOf = sourceFinder(db);
  return rowsOf<ValueColumns>(
    db,
    'SELECT * FROM kpi_values WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  ).map((row) => figureOf(row, sourceOf));
}

/** Changes of what those KPIs measure, by KPI, in the order in which they were told. */
export function kpiChangesIn(db: ReadDb, scope: KpiScope): Map<string, KpiChange[]> {
  const sourceOf = sourceFinder(db);
  return gather(
    rowsOf<ChangeColumns & { position: number }>(
      db,
      `SELECT c.* FROM kpis k JOIN kpi_changes c ON c.kpi_id = k.id WHERE ${scopes[scope.in]} ORDER BY c.id`,
      ...bound(scope),
    ),
    (row) => row.kpi_id,
    (row) => changeOf(row, sourceOf),
  );
}

/** Their statuses by judgement, by KPI, oldest first. */
export function kpiJudgementsIn(db: ReadDb, scope: KpiScope): Map<string, KpiJudgement[]> {
  const sourceOf = sourceFinder(db);
  return gather(
    rowsOf<JudgementColumns & { position: number }>(
      db,
      `SELECT j.* FROM kpis k JOIN kpi_judgements j ON j.kpi_id = k.id WHERE ${scopes[scope.in]} ORDER BY j.id`,
      ...bound(scope),
    ),
    (row) => row.kpi_id,
    (row) => judgementOf(row, sourceOf),
  );
}

/** Their narratives, by KPI, in order of entry. */
export function kpiNarrativesIn(db: ReadDb, scope: KpiScope): Map<string, KpiNarrative[]> {
  const sourceOf = sourceFinder(db);
  return gather(
    rowsOf<NarrativeColumns & { position: number }>(
      db,
      `SELECT n.* FROM kpis k JOIN kpi_narratives n ON n.kpi_id = k.id WHERE ${scopes[scope.in]} ORDER BY n.id`,
      ...bound(scope),
    ),
    (row) => row.kpi_id,
    (row) => narrativeOf(row, sourceOf),
  );
}

/** The narratives of one KPI. */
export function kpiNarratives(db: ReadDb, kpiId: string): KpiNarrative[] {
  return kpiNarrativesIn(db, { in: 'ids', ids: [kpiId] }).get(kpiId) ?? [];
}

/** All that is known of one KPI, or of some, at once. */
export type KpiRecords = {
  readonly values: readonly KpiValue[];
  readonly changes: readonly KpiChange[];
  readonly judgements: readonly KpiJudgement[];
  readonly narratives: readonly KpiNarrative[];
};

/** What hangs on those KPIs, in four statements however many there are; of `recent` the figures that a list needs. */
export function kpiRecordsIn(
  db: ReadDb,
  scope: KpiScope,
  which: 'all' | 'recent' = 'all',
): (kpiId: string) => KpiRecords {
  const values = which === 'all' ? kpiValuesIn(db, scope) : recentValuesIn(db, scope);
  const changes = kpiChangesIn(db, scope);
  const judgements = kpiJudgementsIn(db, scope);
  const narratives = kpiNarrativesIn(db, scope);
  return (kpiId) => ({
    values: values.get(kpiId) ?? [],
    changes: changes.get(kpiId) ?? [],
    judgements: judgements.get(kpiId) ?? [],
    narratives: narratives.get(kpiId) ?? [],
  });
}

const lastOf = {
  values: 'SELECT max(position) AS last FROM kpi_values WHERE kpi_id = ?',
  narratives: 'SELECT max(position) AS last FROM kpi_narratives WHERE kpi_id = ?',
  changes: 'SELECT max(position) AS last FROM kpi_changes WHERE kpi_id = ?',
  judgements: 'SELECT max(position) AS last FROM kpi_judgements WHERE kpi_id = ?',
} as const;

/** The highest position among what hangs on the KPI, 0 where there is none. */
export function lastKpiPosition(db: ReadDb, table: keyof typeof lastOf, kpiId: string): number {
  return rowOf<{ last: number | null }>(db, lastOf[table], kpiId)?.last ?? 0;
}
