import type { ReadDb } from '#db/handles.ts';
import {
  type CheckedAction,
  type CheckedPlan,
  type CheckScope,
  carriedOn,
  checkedActions,
  checkedPlans,
  measuresDone,
  measuringKpis,
  newestUpdates,
} from '#db/queries/checks-facts.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Period } from '#shared/contract/register.ts';
import {
  type ActionFacts,
  type Expected,
  expectedState,
  isMismatch,
  standingOfMeasures,
  usualRule,
  usualSilentDays,
} from '#shared/domain/expected-state.ts';
import type { Slip } from '#shared/domain/slippage.ts';
import { latestStandings } from '../kpis/read-kpis.ts';
import { slipsIn } from '../plans/slips.ts';

/** An action with what the register makes of it. */
export type Judged = {
  readonly action: CheckedAction;
  readonly facts: ActionFacts & { readonly slippage: Slip };
  readonly expected: Expected;
  readonly mismatch: boolean;
  /** Went on into another year, or ended there: no longer waited for, so neither silent nor a mismatch. */
  readonly carriedOn: boolean;
};

export type Judgement = {
  /** The day on which it is judged. */
  readonly today: string;
  readonly plans: ReadonlyMap<string, CheckedPlan>;
  readonly actions: readonly Judged[];
  /** The office's own days of silence. */
  readonly silentDays: number;
};

/** The period of a plan, by which dates that name no year are read; null where it has none. */
export function periodOf(plan: CheckedPlan | undefined): Period | null {
  if (!plan?.periodLabel) return null;
  return { label: plan.periodLabel, start: plan.periodStart, end: plan.periodEnd };
}

/** Judges the actions of a scope on a day. A fixed number of statements, whatever their number. */
export function judge(db: ReadDb, today: string, scope: CheckScope): Judgement {
  const { silentDays = usualSilentDays, statusRule = usualRule } = readSettings(db);
  const plans = new Map(checkedPlans(db).map((plan) => [plan.id, plan]));
  const updates = newestUpdates(db, scope);
  const gone = carriedOn(db);
  const measured = measuringKpis(db);
  const standing = kpiStates(db, measured);
  const slippageFor = slipsIn(db);
  const tallies = measuresDone(db);
  const actions = checkedActions(db, scope).map((action): Judged => {
    const plan = plans.get(action.planId);
    const update = updates.get(action.id);
    const states = (measured.get(action.id) ?? []).map((kpiId) => standing.get(kpiId) ?? null);
    const facts: Judged['facts'] = {
      said: action.status?.state ?? null,
      timescale: action.timescale,
      periodStart: plan?.periodStart ?? null,
      lastUpdate: update === undefined ? 'none' : (update.on ?? 'undated'),
      words: update?.text ?? null,
      measures: standingOfMeasures(states),
      slippage: slippageFor(action),
      ...(tallies.has(action.id) && { tally: tallies.get(action.id) }),
    };
    const expected = expectedState(facts, today, plan?.silentDays ?? silentDays, statusRule);
    const on = gone.has(action.id);
    return { action, facts, expected, mismatch: !on && isMismatch(facts, expected), carriedOn: on };
  });
  return { today, plans, actions, silentDays };
}

/** How the KPIs that measure actions stand at their latest figure; null where there is no basis. */
function kpiStates(db: ReadDb, measured: ReadonlyMap<string, readonly string[]>) {
  const ids = [...new Set([...measured.values()].flat())];
  if (ids.length === 0) return new Map<string, null>();
  return new Map(
    latestStandings(db, { in: 'ids', ids }).map(
      ({ kpi, latest }) => [kpi.id as string, latest?.state ?? null] as const,
    ),
  );
}
