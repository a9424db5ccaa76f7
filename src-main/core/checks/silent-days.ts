import { planHead } from '#db/queries/plans-list.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import { updateRow } from '#db/rows.ts';
import { plans } from '#db/schema/index.ts';
import { type StatusRule, usualRule, usualSilentDays } from '#shared/domain/expected-state.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { noPlan } from '../plans/read-plans.ts';

/**
 * Sets the days of silence of a plan (null: as the office has it) or of the office (null: the usual). Gives the days
 * that now hold. Throws `not-found`.
 */
export function setSilentDays(
  { register }: Doing,
  o: { planId: string | null; days: number | null },
): number {
  const { planId, days } = o;
  const office = readSettings(register.db).silentDays ?? usualSilentDays;
  if (planId === null) {
    const wanted = days ?? usualSilentDays;
    if (wanted !== office) {
      register.act({ kind: 'edit', label: `Silent after ${count(wanted, 'day')}` }, (tx) =>
        writeSettings(tx, { silentDays: wanted }),
      );
    }
    return wanted;
  }
  const plan = planHead(register.db, planId);
  if (!plan) throw noPlan();
  const label = `Silent after ${count(days ?? office, 'day')} in ${plan.title}`;
  register.act({ kind: 'edit', label }, (tx) => updateRow(tx, plans, planId, { silentDays: days }));
  return days ?? office;
}

/** Sets the numbers of the rule by which statuses are checked; null for the usual ones. Gives those that now hold. */
export function setRule({ register }: Doing, rule: StatusRule | null): StatusRule {
  const wanted = rule ?? usualRule;
  const now = readSettings(register.db).statusRule ?? usualRule;
  const differs = (Object.keys(usualRule) as (keyof StatusRule)[]).some((name) => wanted[name] !== now[name]);
  if (differs) {
    register.act({ kind: 'edit', label: 'Numbers by which statuses are checked' }, (tx) =>
      writeSettings(tx, { statusRule: wanted }),
    );
  }
  return wanted;
}
