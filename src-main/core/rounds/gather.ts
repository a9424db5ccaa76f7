import type { ReadDb } from '#db/handles.ts';
import { keyOf } from '#db/queries/keys.ts';
import {
  type KpiRecords,
  type KpiScope,
  kpiRecordsIn,
  kpisIn,
  type PlacedKpi,
} from '#db/queries/kpis-read.ts';
import { planHeads } from '#db/queries/people-led.ts';
import { wordsSaid } from '#db/queries/rounds.ts';
import { cellText } from '#shared/contract/cells.ts';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { Lead, Period } from '#shared/contract/register.ts';
import type { FormAction, FormFigure, FormKey, FormMeasure } from '#shared/contract/round-records.ts';
import { kpiPeriods, periodKey } from '#shared/domain/kpi-standing.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { takeApart } from '#shared/domain/round-form.ts';
import { defaultLooks, isEnded } from '#shared/domain/states.ts';
import { calendarFacts } from '../kpis/facts.ts';
import { dueOfKpi } from '../kpis/read-kpis.ts';
import { readPlan } from '../plans/read-plans.ts';

/** What can be asked in a round: open actions, measures not met yet and figures that are due, each with its leads. */

type Led<T> = T & { readonly leads: readonly Lead[] };
export type Askings = {
  readonly keys: readonly FormKey[];
  readonly actions: readonly Led<{ action: FormAction }>[];
  readonly measures: readonly Led<{ measure: FormMeasure }>[];
  readonly figures: readonly Led<{ figure: FormFigure }>[];
};

/** Of more figures missing of one KPI only the latest are asked: the rest wants a talk, not a form. */
const mostFigures = 4;

export type Asked = {
  /** Null for every plan that no other continues, and KPIs of no plan. */
  readonly planIds: readonly string[] | null;
  readonly today: string;
  /** Figures that fall due until then are asked too. */
  readonly dueOn: string | null;
};

/** Everything that is asked on a day, in reading order. */
export function askings(db: ReadDb, { planIds, today, dueOn }: Asked): Askings {
  const plans = planHeads(db).filter(({ id, continued }) =>
    planIds === null ? !continued : planIds.includes(id),
  );
  const keys = plans.map(({ id }) => formKey(db, id));
  const open = plans.flatMap(({ id, title }) =>
    readPlan(db, id, today)
      .actions.filter((action) => !action.carriedOn && !isEnded(action.status?.state ?? null))
      .map((action) => ({ action, plan: title })),
  );
  const said = lastSaid(
    db,
    open.map(({ action }) => action.id),
  );
  const until = dueOn !== null && dueOn > today ? dueOn : today;
  const facts = calendarFacts(db, until);
  const scope: KpiScope = { in: 'all' };
  const recordsOf = kpiRecordsIn(db, scope);
  const wanted = new Set(plans.map(({ id }) => id));
  return {
    keys,
    actions: open.map(({ action, plan }) => ({
      leads: action.leads,
      action: formAction(action, plan, said.get(action.id)),
    })),
    measures: open.flatMap(({ action }) =>
      action.measures
        .filter(({ doneOn }) => doneOn === undefined)
        .map((one) => ({
          leads: one.leads.length > 0 ? one.leads : action.leads,
          measure: formMeasure(one, action),
        })),
    ),
    figures: kpisIn(db, scope)
      .filter(({ kpi }) => kpi.formula === undefined && !kpi.calculated)
      .filter(({ kpi }) => (kpi.planId === null ? planIds === null : wanted.has(kpi.planId)))
      .flatMap((placed) => {
        const records = recordsOf(placed.kpi.id);
        const { due } = dueOfKpi(
          placed.kpi,
          records,
          kpiPeriods(placed.kpi, records.values, records, 'latest'),
          facts,
        );
        const missing = due.filter(({ kind }) => kind === 'figure').slice(0, mostFigures);
        const finals = due.filter(({ kind }) => kind === 'final');
        return [...missing, ...finals].flatMap(({ period, dueOn: day }) =>
          period === null
            ? []
            : [{ leads: placed.kpi.owners, figure: formFigure(placed, records, period, day) }],
        );
      }),
  };
}

/** The labels of a plan's key, in its own words. */
export function formKey(db: ReadDb, planId: string): FormKey {
  const entries = keyOf(db, planId);
  const labels = (entries.length > 0 ? entries : defaultLooks).map(({ state, label }) => ({ state, label }));
  return { planId, labels };
}

export type Said = NonNullable<FormAction['last']>;

/** The newest words of each action that are more than what was done or wanted beside them. */
export function lastSaid(db: ReadDb, ids: readonly string[]): Map<string, Said> {
  const last = new Map<string, Said>();
  for (const { actionId, ...said } of wordsSaid(db, ids)) {
    if (!last.has(actionId) && takeApart(said.text).words !== null) last.set(actionId, said);
  }
  return last;
}

export const formAction = (action: ActionRow, plan: string, last: Said | undefined): FormAction => ({
  id: action.id,
  planId: action.planId,
  plan,
  ref: action.ref,
  text: cellText(action, 'text'),
  timescale: action.timescale?.text ?? null,
  status: action.status,
  last: last ?? null,
});

type Measured = ActionRow['measures'][number];
export const formMeasure = (one: Measured, action: ActionRow): FormMeasure => ({
  id: one.id,
  actionId: action.id,
  ref: action.ref,
  action: action.text,
  text: one.text,
  doneOn: one.doneOn ?? null,
});

/** One KPI in one period, with what stands there and what stood before it. */
export function formFigure(
  { kpi }: Pick<PlacedKpi, 'kpi'>,
  records: KpiRecords,
  period: Period,
  dueOn: string | null,
): FormFigure {
  const key = periodKey(period);
  const at = (role: string) =>
    records.values.find(
      (value) => value.role === role && value.comparator === null && periodKey(value.period) === key,
    );
  const actual = at('actual');
  const told = records.narratives.find((one) => periodKey(one.period) === key);
  return {
    kpiId: kpi.id,
    ref: kpi.ref,
    name: kpi.name,
    unit: kpi.unit,
    numeric: unitKindOf(kpi) !== 'words',
    period,
    target: at('target')?.text ?? null,
    before: figureBefore(records, period),
    text: actual?.text ?? null,
    provisional: actual?.provisional ?? false,
    // Without a figure words stand in the narrative of the period.
    note: actual ? (actual.note ?? null) : told?.behind || null,
    dueOn,
  };
}

/** "58.4 in April to June 2010": the last figure of a period that ended earlier. */
function figureBefore({ values }: KpiRecords, { start }: Period): string | null {
  const earlier = values
    .filter(
      ({ role, period }) => role === 'actual' && period.end !== null && start !== null && period.end < start,
    )
    .sort((a, b) => (a.period.end ?? '').localeCompare(b.period.end ?? ''));
  const last = earlier.at(-1);
  return last ? `${last.text} in ${last.period.label}` : null;
}
