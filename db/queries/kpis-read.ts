import type { Kpi, KpiNarrative, KpiValue } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';
import {
  gather,
  jsonOr,
  type LeadRow,
  leadOf,
  periodOf,
  type SourceColumns,
  sourceFinder,
} from './record-parts.ts';

type KpiColumns = SourceColumns & {
  id: string;
  plan_id: string | null;
  section_id: string | null;
  ref: string | null;
  name: string;
  unit: string | null;
  polarity: Kpi['polarity'];
  data_source: string | null;
  calendar: string | null;
  tolerance: number | null;
  details: string;
  plan_title: string | null;
  section_title: string | null;
};

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
  return rowsOf<KpiColumns>(
    db,
    `SELECT k.*, p.title AS plan_title, s.title AS section_title
     FROM kpis k LEFT JOIN plans p ON p.id = k.plan_id LEFT JOIN sections s ON s.id = k.section_id
     WHERE ${where} ORDER BY p.position, k.position, k.id`,
    ...values,
  ).map((row) => ({
    kpi: {
      id: row.id,
      source: sourceOf(row),
      planId: row.plan_id,
      sectionId: row.section_id,
      ref: row.ref,
      name: row.name,
      unit: row.unit,
      polarity: row.polarity,
      dataSource: row.data_source,
      owners: owners.get(row.id) ?? [],
      calendar: row.calendar,
      tolerance: row.tolerance,
      details: jsonOr<Kpi['details']>(row.details, []),
    },
    plan: row.plan_id === null ? null : { id: row.plan_id, title: row.plan_title ?? '' },
    section: row.section_id === null ? null : { id: row.section_id, title: row.section_title ?? '' },
  }));
}

type ValueColumns = SourceColumns & {
  id: string;
  kpi_id: string;
  position: number;
  role: KpiValue['role'];
  period_label: string | null;
  period_start: string | null;
  period_end: string | null;
  number: number | null;
  text: string;
  symbol: string | null;
  comparator: string | null;
  tolerance: number | null;
  provisional: number;
};

/** The figures of those KPIs, by KPI, in order of entry. */
export function kpiValuesIn(db: ReadDb, scope: KpiScope): Map<string, KpiValue[]> {
  const sourceOf = sourceFinder(db);
  const rows = rowsOf<ValueColumns>(
    db,
    `SELECT v.* FROM kpis k JOIN kpi_values v ON v.kpi_id = k.id WHERE ${scopes[scope.in]}`,
    ...bound(scope),
  );
  return gather(
    rows,
    (row) => row.kpi_id,
    (row) => ({
      id: row.id,
      source: sourceOf(row),
      kpiId: row.kpi_id,
      role: row.role,
      period: periodOf(row) ?? { label: '', start: null, end: null },
      number: row.number,
      text: row.text,
      symbol: row.symbol,
      comparator: row.comparator,
      tolerance: row.tolerance,
      provisional: row.provisional === 1,
    }),
  );
}

export function kpiNarratives(db: ReadDb, kpiId: string): KpiNarrative[] {
  const sourceOf = sourceFinder(db);
  return rowsOf<
    SourceColumns & {
      id: string;
      kpi_id: string;
      period_label: string | null;
      period_start: string | null;
      period_end: string | null;
      behind: string;
      doing: string;
      by: string | null;
      on: string | null;
    }
  >(db, 'SELECT * FROM kpi_narratives WHERE kpi_id = ? ORDER BY position, id', kpiId).map((row) => ({
    id: row.id,
    source: sourceOf(row),
    kpiId: row.kpi_id,
    period: periodOf(row) ?? { label: '', start: null, end: null },
    behind: row.behind,
    doing: row.doing,
    by: row.by,
    on: row.on,
  }));
}

/** The highest position among the KPI's figures and narratives, 0 where there are none. */
export function lastKpiPosition(db: ReadDb, table: 'values' | 'narratives', kpiId: string): number {
  const text =
    table === 'values'
      ? 'SELECT max(position) AS last FROM kpi_values WHERE kpi_id = ?'
      : 'SELECT max(position) AS last FROM kpi_narratives WHERE kpi_id = ?';
  return rowOf<{ last: number | null }>(db, text, kpiId)?.last ?? 0;
}
