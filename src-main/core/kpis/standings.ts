import { revision } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { kpisTouchedBy, latestActs } from '#db/queries/kpi-touched.ts';
import { type KpiScope, kpiRecordsIn, kpisIn, type PlacedKpi } from '#db/queries/kpis-read.ts';
import type { Kpi } from '#shared/contract/kpi-records.ts';
import type { KpiDue, KpiSummary } from '#shared/contract/kpis.ts';
import { frequencyOf } from '#shared/domain/kpi-calendar.ts';
import { courseOf } from '#shared/domain/kpi-course.ts';
import { dueOf, type FormulaDoubts } from '#shared/domain/kpi-due.ts';
import { kpiPeriods, latestPeriod, polarityOf } from '#shared/domain/kpi-standing.ts';
import { type CalendarFacts, calendarFacts } from './facts.ts';
import { formulaDoubts } from './formulas.ts';

/** How many of the last periods a sparkline shows. */
const sparkPeriods = 24;
/** Acts looked back at. Where more than half of them were made, undone or redone at once all is judged anew. */
const actsRemembered = 200;

/** What is judged of a KPI for lists: from the figures of three years before its last, see `recentValuesIn`. */
export type Standing = Pick<KpiSummary, 'polarity' | 'frequency' | 'latest' | 'course' | 'spark'> & {
  readonly due: KpiDue[];
  /** Figures that should be there, and how many are. */
  readonly expected: number;
  readonly there: number;
};

export type StandingKpi = PlacedKpi & { readonly standing: Standing };

/** What was judged, and from what: each KPI by its definition, all by the day, the years and the plans' periods. */
type Judged = {
  readonly beside: string;
  revision: number;
  acts: ReadonlyMap<number, Act>;
  readonly byKpi: Map<string, { readonly from: string; readonly standing: Standing }>;
};
type Act = { readonly state: string; readonly kpiIds?: readonly string[] | null };

const judgedOf = new WeakMap<object, Judged>();

/**
 * KPIs with how they stand, in reading order. Judging two thousand takes about a second and is kept in memory: after an
 * act only the KPIs that it was about are judged again, those of an undone or redone act too. Not to be asked within an act.
 */
export function standingsIn(db: ReadDb, scope: KpiScope, today: string): StandingKpi[] {
  const facts = calendarFacts(db, today);
  const placed = kpisIn(db, scope);
  const doubts = formulaDoubts(db, placed);
  const judged = judgedNow(db, facts);
  const from = (kpi: Kpi) => JSON.stringify([kpi, doubts.get(kpi.id) ?? null]);
  const stale = placed.filter(({ kpi }) => judged.byKpi.get(kpi.id)?.from !== from(kpi));
  const few = stale.length * 4 < placed.length;
  const records =
    stale.length === 0
      ? null
      : kpiRecordsIn(db, few ? { in: 'ids', ids: stale.map(({ kpi }) => kpi.id) } : scope, 'recent');
  for (const { kpi } of records ? stale : []) {
    const standing = judge(kpi, records?.(kpi.id), facts, doubts.get(kpi.id) ?? null);
    judged.byKpi.set(kpi.id, { from: from(kpi), standing });
  }
  return placed.flatMap((one) => {
    const known = judged.byKpi.get(one.kpi.id);
    return known ? [{ ...one, standing: known.standing }] : [];
  });
}

/** What is in hand for this register, without what acts since have touched. */
function judgedNow(db: ReadDb, facts: CalendarFacts): Judged {
  const beside = JSON.stringify([facts.today, facts.starts, [...facts.plans]]);
  const now = revision(db);
  const known = judgedOf.get(db.raw);
  if (known?.beside === beside && known.revision === now) return known;
  const latest = latestActs(db, actsRemembered);
  if (known?.beside === beside && Math.abs(now - known.revision) <= actsRemembered / 2) {
    const acts = new Map<number, Act>();
    let knows = true;
    for (const { seq, state } of latest) {
      const before = known.acts.get(seq);
      if (before?.state === state) {
        acts.set(seq, before);
        continue;
      }
      const kpiIds = before?.kpiIds ?? kpisTouchedBy(db, seq);
      acts.set(seq, { state, kpiIds });
      if (kpiIds === null) knows = false;
      for (const id of kpiIds ?? []) known.byKpi.delete(id);
    }
    if (knows) return Object.assign(known, { revision: now, acts });
  }
  const acts = new Map(latest.map(({ seq, state }): [number, Act] => [seq, { state }]));
  const anew: Judged = { beside, revision: now, acts, byKpi: new Map() };
  judgedOf.set(db.raw, anew);
  return anew;
}

type Records = ReturnType<ReturnType<typeof kpiRecordsIn>>;
const nothing: Records = { values: [], changes: [], judgements: [], narratives: [] };

function judge(
  kpi: Kpi,
  records: Records = nothing,
  facts: CalendarFacts,
  formula: FormulaDoubts | null,
): Standing {
  const { values, narratives } = records;
  const periods = kpiPeriods(kpi, values, records, 'latest');
  const { today, starts, plans } = facts;
  const within = kpi.planId === null ? null : (plans.get(kpi.planId) ?? null);
  return {
    polarity: polarityOf(kpi, values),
    frequency: frequencyOf(kpi, values),
    latest: latestPeriod(periods),
    course: courseOf(kpi, values, periods, starts),
    spark: periods
      .filter((period) => period.actual || period.target)
      .slice(-sparkPeriods)
      .map(({ actual, target }) => ({ actual: actual?.number ?? null, target: target?.number ?? null })),
    ...dueOf({ kpi, values, periods, narratives, within, today, starts, formula }),
  };
}
