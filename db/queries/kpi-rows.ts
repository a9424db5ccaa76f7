import type {
  Kpi,
  KpiChange,
  KpiJudgement,
  KpiNarrative,
  KpiValue,
  Revision,
} from '#shared/contract/kpi-records.ts';
import { jsonOr, periodOf, type SourceColumns, type sourceFinder } from './record-parts.ts';

/** From the rows of KPIs and what hangs on them to the contract's form: what is not set is left out. */

type SourceOf = ReturnType<typeof sourceFinder>;
type Periods = { period_label: string | null; period_start: string | null; period_end: string | null };

type Rules = {
  tolerance: number | null;
  tolerance_by: Kpi['toleranceBy'] | null;
  on_track_within: number | null;
};

const rulesOf = (row: Rules) => ({
  tolerance: row.tolerance,
  ...(row.tolerance_by !== null && { toleranceBy: row.tolerance_by }),
  ...(row.on_track_within !== null && { onTrackWithin: row.on_track_within }),
});

const period = (row: Periods) => periodOf(row) ?? { label: '', start: null, end: null };

export type KpiColumns = SourceColumns &
  Rules & {
    id: string;
    plan_id: string | null;
    section_id: string | null;
    ref: string | null;
    name: string;
    measured: string | null;
    unit: string | null;
    unit_kind: Kpi['unitKind'] | null;
    decimals: number | null;
    polarity: Kpi['polarity'];
    data_source: string | null;
    calendar: string | null;
    year_kind: Kpi['yearKind'] | null;
    year_start_month: number | null;
    frequency: Kpi['frequency'] | null;
    year_by: Kpi['yearBy'] | null;
    formula: string | null;
    calculated: NonNullable<Kpi['calculated']>['kind'] | null;
    calculated_body_id: string | null;
    calculated_plan_id: string | null;
    due_days: number | null;
    counts_children: number | null;
    details: string;
  };

export function kpiOf(row: KpiColumns, sourceOf: SourceOf, owners: Kpi['owners']): Kpi {
  return {
    id: row.id,
    source: sourceOf(row),
    planId: row.plan_id,
    sectionId: row.section_id,
    ref: row.ref,
    name: row.name,
    ...(row.measured !== null && { measured: row.measured }),
    unit: row.unit,
    ...(row.unit_kind !== null && { unitKind: row.unit_kind }),
    ...(row.decimals !== null && { decimals: row.decimals }),
    polarity: row.polarity,
    dataSource: row.data_source,
    owners,
    calendar: row.calendar,
    ...(row.year_kind !== null && { yearKind: row.year_kind }),
    ...(row.year_start_month !== null && { yearStartMonth: row.year_start_month }),
    ...(row.frequency !== null && { frequency: row.frequency }),
    ...(row.year_by !== null && { yearBy: row.year_by }),
    ...(row.formula !== null && { formula: row.formula }),
    ...(row.calculated !== null && {
      calculated: { kind: row.calculated, bodyId: row.calculated_body_id, planId: row.calculated_plan_id },
    }),
    ...rulesOf(row),
    ...(row.due_days !== null && { dueDays: row.due_days }),
    ...(row.counts_children !== null && { countsChildren: row.counts_children === 1 }),
    details: jsonOr<Kpi['details']>(row.details, []),
  };
}

export type ValueColumns = SourceColumns &
  Rules &
  Periods & {
    id: string;
    kpi_id: string;
    position: number;
    role: KpiValue['role'];
    number: number | null;
    text: string;
    symbol: string | null;
    comparator: string | null;
    polarity: KpiValue['polarity'] | null;
    provisional: number;
    note: string | null;
    entered_at: string | null;
    entered_by: string | null;
    calculated: KpiValue['calculated'] | null;
    revisions: string | null;
  };

/** The one reader that runs over hundreds of thousands of rows: fields are set one by one, which is the quickest. */
export function figureOf(row: ValueColumns, sourceOf: SourceOf): KpiValue {
  const value: KpiValue = {
    id: row.id,
    source: sourceOf(row),
    kpiId: row.kpi_id,
    role: row.role,
    period: { label: row.period_label ?? '', start: row.period_start, end: row.period_end },
    number: row.number,
    text: row.text,
    symbol: row.symbol,
    comparator: row.comparator,
    tolerance: row.tolerance,
    provisional: row.provisional === 1,
  };
  if (row.tolerance_by !== null) value.toleranceBy = row.tolerance_by;
  if (row.on_track_within !== null) value.onTrackWithin = row.on_track_within;
  if (row.polarity !== null) value.polarity = row.polarity;
  if (row.note !== null) value.note = row.note;
  if (row.entered_at !== null) value.enteredAt = row.entered_at;
  if (row.entered_by !== null) value.enteredBy = row.entered_by;
  if (row.calculated !== null) value.calculated = row.calculated;
  if (row.revisions !== null) value.revisions = JSON.parse(row.revisions) as Revision[];
  return value;
}

export type NarrativeColumns = SourceColumns &
  Periods & {
    id: string;
    kpi_id: string;
    says: string | null;
    behind: string;
    doing: string;
    by_when: string | null;
    help: string | null;
    by: string | null;
    on: string | null;
  };

export function narrativeOf(row: NarrativeColumns, sourceOf: SourceOf): KpiNarrative {
  return {
    id: row.id,
    source: sourceOf(row),
    kpiId: row.kpi_id,
    period: period(row),
    ...(row.says !== null && { says: row.says }),
    behind: row.behind,
    doing: row.doing,
    ...(row.by_when !== null && { byWhen: row.by_when }),
    ...(row.help !== null && { help: row.help }),
    by: row.by,
    on: row.on,
  };
}

export type ChangeColumns = SourceColumns & {
  id: string;
  kpi_id: string;
  on: string;
  words: string;
  breaks: number;
  fields: string;
  by: string | null;
};

export function changeOf(row: ChangeColumns, sourceOf: SourceOf): KpiChange {
  return {
    id: row.id,
    source: sourceOf(row),
    kpiId: row.kpi_id,
    on: row.on,
    words: row.words,
    breaks: row.breaks === 1,
    fields: jsonOr<KpiChange['fields']>(row.fields, []),
    by: row.by,
  };
}

export type JudgementColumns = SourceColumns &
  Periods & {
    id: string;
    kpi_id: string;
    state: KpiJudgement['state'];
    reason: string;
    by: string | null;
    on: string;
  };

export function judgementOf(row: JudgementColumns, sourceOf: SourceOf): KpiJudgement {
  return {
    id: row.id,
    source: sourceOf(row),
    kpiId: row.kpi_id,
    period: period(row),
    state: row.state,
    reason: row.reason,
    by: row.by,
    on: row.on,
  };
}
