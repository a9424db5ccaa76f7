import type { ReadDb } from '#db/handles.ts';
import { keyOf, planHead } from '#db/queries/plans-list.ts';
import { keyEntryIds, lastPosition } from '#db/queries/plans-order.ts';
import { type Removed, removePlanRows } from '#db/queries/plans-remove.ts';
import { readSettings } from '#db/queries/settings.ts';
import { periodToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { keyEntries, plans } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { KeyEntry, Period } from '#shared/contract/register.ts';
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

/**
 * Gives a plan its key. The words of statuses that were given stay as they were given: nothing recolours or
 * renames the past. Throws `wrong-use` where one label would stand for two states.
 */
export function setKey({ app, register }: Doing, planId: string, entries: readonly KeyEntry[]): void {
  const plan = planHead(register.db, planId);
  if (!plan) throw noPlan();
  checkKey(entries);
  if (JSON.stringify(keyOf(register.db, planId)) === JSON.stringify(entries)) return;
  register.act({ kind: 'edit', label: `Key of ${plan.title}` }, (tx) => {
    const before = keyEntryIds(tx, planId);
    for (const id of before.slice(entries.length)) deleteRow(tx, keyEntries, id);
    entries.forEach((entry, index) => {
      const id = before[index];
      const row = { ...entry, position: (index + 1) * step };
      if (id) updateRow(tx, keyEntries, id, row);
      else insertRow(tx, keyEntries, { id: app.options.newId(), planId, ...row });
    });
  });
}

function checkKey(entries: readonly KeyEntry[]): void {
  const states = new Map<string, string>();
  for (const { label, state, colour } of entries) {
    const key = label.trim().toLowerCase();
    if (key === '')
      throw new AppError('wrong-use', 'Every entry of a key needs a word. Give the empty one a label.');
    if (states.has(key) && states.get(key) !== state) {
      throw new AppError('wrong-use', `“${label}” stands for two states. Give each its own word.`);
    }
    if (!/^#[0-9a-f]{6}$/i.test(colour)) {
      throw new AppError('wrong-use', `“${colour}” is not a colour. Write it as #16724f.`);
    }
    states.set(key, state);
  }
}
