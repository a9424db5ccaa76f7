import type {
  KnownAction,
  KnownContent,
  KnownKpi,
  KnownMeasure,
  KnownPlan,
  KnownSection,
} from '#db/queries/imports-match.ts';
import type { Lead, Period, Status, Timescale } from '#shared/contract/register.ts';
import type { ChangedTable, ImportPlan, NewRows } from './plan-types.ts';

/**
 * A plan as it will be once what is planned so far is written: what the next file of the same import is compared
 * with, so that two files of one plan make one plan.
 */
export function withPending(known: KnownContent, plan: ImportPlan, planId: string): KnownContent {
  const patches = patchesBy(plan);
  const leadsOf = leadsBy(plan);
  const { rows } = plan;
  const patched = <T extends { id: string }>(table: ChangedTable, one: T): T =>
    ({ ...one, ...patches.get(`${table} ${one.id}`) }) as T;
  const replaced = new Set(plan.replacements.map(({ what, id }) => `${what} ${id}`));
  const led = <T extends { id: string; leads: Lead[] }>(one: T): T =>
    replaced.has(`leads ${one.id}`) ? { ...one, leads: leadsOf(one.id) } : one;

  const sections: KnownSection[] = [
    ...known.sections.map((one) => led(patched('sections', one))),
    ...ofPlan(rows.sections, planId).map((row) => ({
      ...(row as unknown as KnownSection),
      parentId: row.parentId ?? null,
      leads: leadsOf(row.id),
    })),
  ];
  const actions: KnownAction[] = [
    ...known.actions.map((one) => led(dated(patched('actions', one), patches.get(`actions ${one.id}`)))),
    ...ofPlan(rows.actions, planId).map((row) =>
      dated(
        { ...(row as unknown as KnownAction), leads: leadsOf(row.id), links: linksOf(rows, row.id) },
        row,
      ),
    ),
  ];
  const kpis: KnownKpi[] = [
    ...known.kpis.map((one) => {
      const now = patched('kpis', one);
      return replaced.has(`leads ${one.id}`) ? { ...now, owners: leadsOf(one.id) } : now;
    }),
    ...ofPlan(rows.kpis, planId).map((row) => ({
      ...(row as unknown as KnownKpi),
      owners: leadsOf(row.id),
    })),
  ];
  const actionIds = new Set(actions.map((one) => one.id));
  const kpiIds = new Set(kpis.map((one) => one.id));
  return {
    key:
      ofPlan(rows.keyEntries, planId).length > 0
        ? ofPlan(rows.keyEntries, planId).map((one) => one)
        : known.key,
    sections,
    actions,
    kpis,
    measures: [
      ...known.measures.map((one) => led(patched('measures', one))),
      ...rows.measures
        .filter((row) => actionIds.has(row.actionId))
        .map((row) => ({ ...(row as unknown as KnownMeasure), leads: leadsOf(row.id) })),
    ],
    progress: [
      ...known.progress,
      ...rows.progress
        .filter((row) => actionIds.has(row.actionId ?? '') || kpiIds.has(row.kpiId ?? ''))
        .map((row) => ({
          id: row.id,
          actionId: row.actionId ?? null,
          kpiId: row.kpiId ?? null,
          position: row.position,
          on: row.on ?? null,
          status: statusOf(row),
          text: row.text,
        })),
    ],
    values: [
      ...known.values.map((one) => patched('kpiValues', one)),
      ...rows.kpiValues
        .filter((row) => kpiIds.has(row.kpiId))
        .map((row) => ({
          id: row.id,
          kpiId: row.kpiId,
          position: row.position,
          role: row.role,
          period: periodOf(row),
          text: row.text,
          comparator: row.comparator ?? null,
          provisional: row.provisional ?? false,
        })),
    ],
    narratives: [
      ...known.narratives.map((one) => patched('kpiNarratives', one)),
      ...rows.kpiNarratives
        .filter((row) => kpiIds.has(row.kpiId))
        .map((row) => ({
          id: row.id,
          kpiId: row.kpiId,
          period: periodOf(row),
          behind: row.behind,
          doing: row.doing,
        })),
    ],
    duties: [...known.duties, ...ofPlan(rows.duties, planId)],
    glossary: [...known.glossary.map((one) => patched('glossary', one)), ...ofPlan(rows.glossary, planId)],
  };
}

/** Plans that an earlier file of the same import makes. */
export function pendingPlans(plan: ImportPlan): KnownPlan[] {
  return plan.rows.plans.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    period: row.periodLabel ? periodOf(row) : null,
    preamble: row.preamble ?? null,
    position: row.position,
  }));
}

function ofPlan<T extends { planId?: string | null }>(rows: readonly T[], planId: string): T[] {
  return rows.filter((row) => row.planId === planId);
}

function patchesBy(plan: ImportPlan): Map<string, Record<string, unknown>> {
  const all = new Map<string, Record<string, unknown>>();
  for (const { table, id, patch } of plan.patches)
    all.set(`${table} ${id}`, { ...all.get(`${table} ${id}`), ...patch });
  return all;
}

function leadsBy(plan: ImportPlan): (id: string) => Lead[] {
  const all = Map.groupBy(
    plan.rows.leads,
    (row) => row.actionId ?? row.measureId ?? row.kpiId ?? row.sectionId ?? '',
  );
  return (id) =>
    (all.get(id) ?? []).map(({ text, personId, role, note }) => ({
      text,
      personId: personId ?? null,
      role: role ?? null,
      note: note ?? null,
    }));
}

function linksOf(rows: NewRows, actionId: string): KnownAction['links'] {
  return rows.actionLinks.flatMap((row) =>
    row.actionId === actionId ? [{ text: row.text, kind: row.kind, code: row.code ?? null }] : [],
  );
}

type DatedColumns = Partial<{
  timescaleText: string | null;
  timescaleKind: Timescale['kind'] | null;
  timescaleStart: string | null;
  timescaleEnd: string | null;
  timescalePrecision: Timescale['precision'];
  timescaleOngoing: boolean | null;
  timescaleRecurrence: string | null;
  timescaleRevisedFrom: unknown;
  timescaleAmbiguous: boolean | null;
  statusState: Status['state'] | null;
  statusLabel: string | null;
}>;

/** The action with the timescale and status that these columns give it. */
function dated(
  action: KnownAction,
  columns: DatedColumns | Record<string, unknown> | undefined,
): KnownAction {
  if (!columns) return action;
  const row = columns as DatedColumns;
  return {
    ...action,
    timescale: 'timescaleText' in row ? timescaleOf(row) : action.timescale,
    status: 'statusState' in row ? statusOf(row) : action.status,
  };
}

function timescaleOf(row: DatedColumns): Timescale | null {
  if (row.timescaleText === null || row.timescaleText === undefined) return null;
  return {
    text: row.timescaleText,
    kind: row.timescaleKind ?? 'unknown',
    start: row.timescaleStart ?? null,
    end: row.timescaleEnd ?? null,
    precision: row.timescalePrecision ?? null,
    ongoing: row.timescaleOngoing ?? false,
    recurrence: row.timescaleRecurrence ?? null,
    revisedFrom: (row.timescaleRevisedFrom as Timescale | null | undefined) ?? null,
    ambiguous: row.timescaleAmbiguous ?? false,
  };
}

function statusOf(row: { statusState?: Status['state'] | null; statusLabel?: string | null }): Status | null {
  return row.statusState ? { state: row.statusState, label: row.statusLabel ?? row.statusState } : null;
}

function periodOf(row: {
  periodLabel?: string | null;
  periodStart?: string | null;
  periodEnd?: string | null;
}): Period {
  return { label: row.periodLabel ?? '', start: row.periodStart ?? null, end: row.periodEnd ?? null };
}
