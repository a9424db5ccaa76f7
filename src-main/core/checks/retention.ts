import type { z } from 'zod';
import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { planHeads } from '#db/queries/people-led.ts';
import { planCounts } from '#db/queries/plan-counts.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import type { KeptPlan, RetentionRule, retentionContract } from '#shared/contract/retention.ts';
import { seesAll } from '#shared/domain/audience.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { keptForEver, planKept, withYears } from '#shared/domain/plan-retention.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { noPlan } from '../plans/read-plans.ts';
import { composeFrom, sourceOf } from '../reports/compose-report.ts';
import { writeReport } from '../reports/write-report.ts';
import { sha256 } from '../snapshots/hash.ts';
import { contentNow } from '../snapshots/snapshots.ts';

/** Every plan with how long it is kept and what would go with it; those past their time first, the oldest before all. */
export function readRetention(db: ReadDb, today: string): { years: number | null; plans: KeptPlan[] } {
  const rule = readSettings(db).retention ?? keptForEver;
  const counts = planCounts(db);
  const plans = planHeads(db).map(({ id, title, period }): KeptPlan => {
    const end = period?.end ?? null;
    return {
      planId: id,
      title,
      period: period?.label ?? null,
      end,
      ...planKept({ id, end }, rule, today),
      counts: counts(id),
    };
  });
  const byTime = (a: KeptPlan, b: KeptPlan) =>
    Number(b.past) - Number(a.past) || (a.until ?? '9999').localeCompare(b.until ?? '9999');
  return { years: rule.years, plans: plans.toSorted(byTime) };
}

/** Says how long a plan is kept, or all that have no years of their own. One act, undone like any other. */
export function setRetention(
  { register }: Doing,
  wish: z.output<typeof retentionContract.setRetention.input>,
): RetentionRule {
  const { db } = register;
  const plan = wish.planId === null ? null : planHead(db, wish.planId);
  if (wish.planId !== null && !plan) throw noPlan();
  const before = readSettings(db).retention ?? keptForEver;
  const there = new Set(planHeads(db).map(({ id }) => id as string));
  const after = withYears(before, wish);
  // Plans that are gone meanwhile need no years of their own.
  const rule = { ...after, plans: after.plans.filter(({ planId }) => there.has(planId)) };
  const time = wish.years === null ? 'as the office has it' : count(wish.years, 'year');
  const label = plan
    ? `${plan.title} is kept ${time} after its end`
    : `Plans are kept ${wish.years === null ? 'for ever' : `${time} after their end`}`;
  if (canonicalJson(before) !== canonicalJson(rule))
    register.act({ kind: 'edit', label }, (tx) => writeSettings(tx, { retention: rule }));
  return rule;
}

/** The whole plan as a file, of the register as it stands: a snapshot would keep for ever what is to go. */
export function retentionFile(
  { app, register }: Doing,
  { planId, format }: z.output<typeof retentionContract.retentionFile.input>,
): Promise<FileOut> {
  const { now, today, ports } = app.options;
  const report = inReadTransaction(register.db, (tx) => {
    if (!planHead(tx, planId)) throw noPlan();
    const at = now();
    const content = contentNow(tx, { at, today: today() });
    const base = {
      id: planId,
      name: 'the register as it stood',
      takenAt: at,
      hash: sha256(canonicalJson(content)),
      content,
    };
    return composeFrom(
      sourceOf(tx, base, seesAll, () => null),
      'plan',
      { planId },
    );
  });
  return writeReport(report, format, { day: today(), ports });
}
