import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import {
  keepColours,
  keyOf,
  labelsInUse,
  labelsWithoutColour,
  officeKey,
  ownKeyOf,
  plansWithoutKey,
} from '#db/queries/keys.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { keyEntryIds } from '#db/queries/plans-order.ts';
import { writeSettings } from '#db/queries/settings.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { keyEntries } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { keysContract } from '#shared/contract/keys.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { colourFor, faultInKey } from '#shared/domain/status-keys.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { step } from '../plans/positions.ts';
import { noPlan } from '../plans/read-plans.ts';

/** The key of a plan, or with null the office's, and the words in use today. Throws `not-found`. */
export function readKey(db: ReadDb, planId: string | null): z.output<(typeof keysContract)['get']['output']> {
  if (planId !== null && !planHead(db, planId)) throw noPlan();
  const own = planId === null ? officeKey(db) : ownKeyOf(db, planId);
  return {
    entries: planId === null ? own : keyOf(db, planId),
    own: own.length > 0,
    used: labelsInUse(db, planId === null ? plansWithoutKey(db) : [planId]),
  };
}

/**
 * Gives a plan, or with null the office, its key; without entries what holds without one. What was said before keeps
 * its word and its colour: nothing rewords or recolours the past. Throws `wrong-use` where the key cannot be used.
 */
export function setKey({ app, register }: Doing, planId: string | null, wanted: readonly KeyEntry[]): void {
  const plan = planId === null ? null : planHead(register.db, planId);
  if (plan === undefined) throw noPlan();
  const entries = wanted.map((entry) => ({ ...entry, label: entry.label.trim() }));
  const fault = faultInKey(entries);
  if (fault !== null) throw new AppError('wrong-use', fault);
  const before = plan === null ? officeKey(register.db) : ownKeyOf(register.db, plan.id);
  if (JSON.stringify(before) === JSON.stringify(entries)) return;
  const label = plan === null ? 'Key of the office' : `Key of ${plan.title}`;
  register.act({ kind: 'edit', label }, (tx) => {
    const plans = plan === null ? plansWithoutKey(tx) : [plan.id];
    const had = plan === null ? officeKey(tx) : keyOf(tx, plan.id);
    const has = entries.length > 0 || plan === null ? entries : officeKey(tx);
    keepPast(tx, plans, had, has);
    if (plan === null) writeSettings(tx, { key: entries });
    else writeEntries(tx, plan.id, entries, app.options.newId);
  });
}

/** Keeps the colour of every status whose colour the change of the key would alter. */
function keepPast(
  tx: WriteDb,
  planIds: readonly string[],
  had: readonly KeyEntry[],
  has: readonly KeyEntry[],
): void {
  for (const status of labelsWithoutColour(tx, planIds)) {
    const colour = colourFor(had, status);
    if (colour !== colourFor(has, status)) keepColours(tx, planIds, status, colour);
  }
}

function writeEntries(tx: WriteDb, planId: string, entries: readonly KeyEntry[], newId: () => string): void {
  const before = keyEntryIds(tx, planId);
  for (const id of before.slice(entries.length)) deleteRow(tx, keyEntries, id);
  entries.forEach((entry, index) => {
    const id = before[index];
    const row = { ...entry, position: (index + 1) * step };
    if (id) updateRow(tx, keyEntries, id, row);
    else insertRow(tx, keyEntries, { id: newId(), planId, ...row });
  });
}
