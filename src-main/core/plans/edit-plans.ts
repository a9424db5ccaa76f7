import type { ReadDb } from '#db/handles.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { lastPosition } from '#db/queries/plans-order.ts';
import { type Removed, removePlanRows } from '#db/queries/plans-remove.ts';
import { readSettings } from '#db/queries/settings.ts';
import { periodToColumns } from '#db/records.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { plans } from '#db/schema/index.ts';
import type { Period } from '#shared/contract/register.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import type { Doing } from './edit-plan.ts';
import { step } from './positions.ts';
import { noPlan } from './read-plans.ts';

export type NewPlan = { title: string; kind: string; period: string | null };

export function createPlan({ app, register }: Doing, o: NewPlan): string {
  const id = app.options.newId();
  const title = o.title.trim();
  register.act({ kind: 'edit', label: `New plan ${title}` }, (tx) =>
    insertRow(tx, plans, {
      id,
      position: lastPosition(tx, 'plans') + step,
      kind: o.kind.trim() || 'plan',
      title,
      ...periodToColumns(periodFrom(tx, o.period)),
    }),
  );
  return id;
}

export type PlanPatch = {
  planId: string;
  title?: string;
  kind?: string;
  period?: string | null;
  subject?: string | null;
  preamble?: string | null;
};

export function editPlanHead({ register }: Doing, { planId, period, ...patch }: PlanPatch): void {
  const plan = planHead(register.db, planId);
  if (!plan) throw noPlan();
  register.act({ kind: 'edit', label: `Head of ${patch.title ?? plan.title}` }, (tx) =>
    updateRow(tx, plans, planId, {
      ...patch,
      ...(period === undefined ? {} : periodToColumns(periodFrom(tx, period))),
    }),
  );
}

/** A period as typed; the words are kept where they are not understood. */
function periodFrom(db: ReadDb, typed: string | null): Period | null {
  if (!typed?.trim()) return null;
  return readPeriod(typed, readSettings(db).financialYearStart);
}

/** Takes a plan out with all that is in it; gives how many of each went. */
export function removePlan({ register }: Doing, planId: string): Removed {
  const plan = planHead(register.db, planId);
  if (!plan) throw noPlan();
  return register.act({ kind: 'edit', label: `Deletion of ${plan.title}` }, (tx) =>
    removePlanRows(tx, planId),
  );
}
