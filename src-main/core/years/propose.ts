import type { ReadDb } from '#db/handles.ts';
import { kpisIn, kpiValuesIn } from '#db/queries/kpis-read.ts';
import { readSettings } from '#db/queries/settings.ts';
import { plansThatContinue } from '#db/queries/years.ts';
import type { KpiValue, Period } from '#shared/contract/register.ts';
import type { YearProposal } from '#shared/contract/years.ts';
import { dateHasPassed, nextPeriod, nextTitle } from '#shared/domain/next-year.ts';
import { comparePeriods, readPeriod } from '#shared/domain/periods.ts';
import { proposedFor } from '#shared/domain/year-choices.ts';
import { readPlan } from '../plans/read-plans.ts';

/** What rolling a plan forward has to decide, with what is proposed. Throws `not-found`. */
export function readProposal(
  db: ReadDb,
  o: { readonly planId: string; readonly to: string | null; readonly today: string },
): YearProposal {
  const { plan, sections, actions } = readPlan(db, o.planId, o.today);
  const { financialYearStart } = readSettings(db);
  const next = o.to
    ? readPeriod(o.to, financialYearStart)
    : nextPeriod(plan.period, o.today, financialYearStart);
  const scope = { in: 'plan', planId: o.planId } as const;
  const values = kpiValuesIn(db, scope);
  return {
    plan: { id: plan.id, title: plan.title, period: plan.period, key: plan.key },
    next: { title: nextTitle(plan.title, plan.period, next), period: next.label },
    continuedBy: plansThatContinue(db, o.planId),
    sections: sections.map(({ id, parentId, ref, title }) => ({ id, parentId, ref, title })),
    actions: actions.map((action) => ({
      id: action.id,
      sectionId: action.sectionId,
      ref: action.ref,
      text: action.text,
      bullets: action.bullets,
      leads: action.leads.map(({ text }) => text).join(', '),
      measures: action.measures.map(({ text }) => text),
      status: action.status,
      timescale: action.timescale,
      dateHasPassed: dateHasPassed(action.timescale, next.start),
      proposed: proposedFor(action),
    })),
    kpis: kpisIn(db, scope).map(({ kpi }) => {
      const last = baselineOf(values.get(kpi.id) ?? []);
      return {
        id: kpi.id,
        ref: kpi.ref,
        name: kpi.name,
        unit: kpi.unit,
        baseline: last && { period: last.period.label, text: figureOf(last) },
      };
    }),
  };
}

/** What becomes the baseline of the new year: the last actual, else the baseline there was. */
export function baselineOf(values: readonly KpiValue[]): KpiValue | null {
  const newest = (role: KpiValue['role']) =>
    values.filter((value) => value.role === role).toSorted((a, b) => comparePeriods(b.period, a.period))[0];
  return newest('actual') ?? newest('baseline') ?? null;
}

/** A figure in its own words; else as the number or the symbol that it is. */
export const figureOf = (value: KpiValue): string =>
  value.text || (value.number === null ? (value.symbol ?? '') : String(value.number));

/** Figures that were set for the new year or later already: a target of a plan of three years goes along. */
export function figuresAhead(values: readonly KpiValue[], next: Period): KpiValue[] {
  if (next.start === null) return [];
  const start = next.start;
  return values.filter(
    ({ role, period }) =>
      (role === 'target' || role === 'forecast' || role === 'comparator') &&
      period.start !== null &&
      period.start >= start,
  );
}
