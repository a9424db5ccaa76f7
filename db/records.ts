import type { Kpi, Lead, Link, Period, Source, Status, Timescale } from '#shared/contract/register.ts';

/**
 * From the contract's form to the columns of the schema, for insertRow and updateRow. The way back stands in
 * queries/record-parts.ts.
 */

export { periodOf, sourceFinder, statusOf, timescaleOf } from './queries/record-parts.ts';

/** All nine columns of a timescale; all null for none. */
export function timescaleToColumns(timescale: Timescale | null) {
  return {
    timescaleText: timescale?.text ?? null,
    timescaleKind: timescale?.kind ?? null,
    timescaleStart: timescale?.start ?? null,
    timescaleEnd: timescale?.end ?? null,
    timescalePrecision: timescale?.precision ?? null,
    timescaleOngoing: timescale?.ongoing ?? null,
    timescaleRecurrence: timescale?.recurrence ?? null,
    timescaleRevisedFrom: timescale?.revisedFrom ?? null,
    timescaleAmbiguous: timescale?.ambiguous ?? null,
  };
}

export function statusToColumns(status: Status | null) {
  return { statusState: status?.state ?? null, statusLabel: status?.label ?? null };
}

export function periodToColumns(period: Period | null) {
  return {
    periodLabel: period?.label ?? null,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
  };
}

/**
 * Where a record came from. `fileIdOf` finds the row of import_files for an import and a file name, and throws where
 * there is none.
 */
export function sourceToColumns(
  source: Source | null,
  fileIdOf: (importId: string, file: string) => string,
): { sourceFileId: string | null; sourceWhere: string | null; sourceCells: Record<string, string> | null } {
  if (!source) return { sourceFileId: null, sourceWhere: null, sourceCells: null };
  return {
    sourceFileId: fileIdOf(source.importId, source.file),
    sourceWhere: source.where,
    sourceCells: source.cells,
  };
}

/** The columns of a KPI's definition but for its identity, owners and position. What is left out is null. */
export function kpiToColumns<Definition extends { calculated?: Kpi['calculated'] }>({
  calculated,
  ...columns
}: Definition) {
  return {
    ...columns,
    calculated: calculated?.kind ?? null,
    calculatedBodyId: calculated?.bodyId ?? null,
    calculatedPlanId: calculated?.planId ?? null,
  };
}

/** The columns of a lead but for its identity, owner and position. */
export function leadToColumns({ text, personId, role, note }: Lead) {
  return { text, personId, role, note };
}

/** The columns of a link but for its identity, owner and position. */
export function linkToColumns({ kind, text, planId, sectionId, actionId, code, ...more }: Link) {
  return {
    kind,
    text,
    code: code ?? null,
    toPlanId: planId,
    toSectionId: sectionId,
    toActionId: actionId,
    toKpiId: more.kpiId ?? null,
    toDutyId: more.dutyId ?? null,
    toStreamId: more.streamId ?? null,
  };
}
