import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { fillPolarity, setPolarity } from '#db/queries/kpi-rules.ts';
import { lastKpiPosition } from '#db/queries/kpis-read.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { lastPosition, sectionPlace } from '#db/queries/plans-order.ts';
import { removeKpiRows } from '#db/queries/plans-remove.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { kpiChanges, kpis } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { kpisContract } from '#shared/contract/kpis.ts';
import type { Kpi } from '#shared/contract/register.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { listWords } from '#shared/domain/words.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { noPlan } from '../plans/read-plans.ts';
import { writeLeads } from '../plans/write-parts.ts';
import { definitionColumns, measuredDifferences } from './definition.ts';
import { usersOf } from './formulas.ts';
import { kpiNamed, nameOf } from './kpi-named.ts';
import { recalculate } from './recalculate.ts';

const step = 1_024;

type New = z.infer<typeof kpisContract.add.input>;
type Edit = z.infer<typeof kpisContract.edit.input>;

/** Adds a KPI behind all others. A section brings its plan with it. Gives the id. */
export function addKpi({ app, register }: Doing, o: New): string {
  const { newId, now } = app.options;
  const id = newId();
  const { planId, sectionId, owners, ...definition } = o;
  const place = placeOf(register.db, planId, sectionId);
  register.act({ kind: 'edit', label: `New KPI ${nameOf({ ref: null, ...o })}` }, (tx) => {
    const columns = definitionColumns(tx, null, definition);
    insertRow(tx, kpis, {
      id,
      planId: place,
      sectionId,
      position: lastPosition(tx, 'kpis') + step,
      details: [],
      ...columns,
      name: columns.name ?? o.name,
    });
    writeOwners(tx, newId, id, owners);
    if (columns.formula) recalculate({ tx, newId, at: now(), by: null }, [], [id]);
  });
  return id;
}

function placeOf(db: ReadDb, planId: string | null, sectionId: string | null): string | null {
  const section = sectionId === null ? undefined : sectionPlace(db, sectionId);
  if (sectionId !== null && (!section || (planId !== null && section.planId !== planId))) {
    throw new AppError('not-found', 'This section is no longer in the plan. Look at the plan again.');
  }
  const plan = section?.planId ?? planId;
  if (plan !== null && !planHead(db, plan)) throw noPlan();
  return plan;
}

/**
 * Changes what a KPI is. New rules hold for figures entered from now on: the past keeps its colour. Without `change` it
 * is a correction, so a corrected polarity holds for every figure; with it something else is measured from that day
 * on, told in words, and earlier figures keep the way in which they were better.
 */
export function editKpi(
  { app, register }: Doing,
  { kpiId, owners, sectionId, change, ...patch }: Edit,
): void {
  const kpi = kpiNamed(register.db, kpiId);
  if (sectionId) placeOf(register.db, kpi.planId, sectionId);
  const { newId, now } = app.options;
  const what = change ? 'Change of what is measured by' : 'Definition of';
  register.act(
    { kind: 'edit', label: `${what} ${nameOf({ ref: patch.ref ?? kpi.ref, name: kpi.name })}` },
    (tx) => {
      const columns = definitionColumns(tx, kpiId, patch);
      updateRow(tx, kpis, kpiId, { ...columns, sectionId });
      writeOwners(tx, newId, kpiId, owners);
      const after = kpiNamed(tx, kpiId);
      if (change) tellChange(tx, newId, { before: kpi, after, change });
      else if (after.polarity !== kpi.polarity) setPolarity(tx, kpiId, after.polarity);
      const reckoned =
        after.formula !== kpi.formula || after.decimals !== kpi.decimals || after.unit !== kpi.unit;
      if (after.formula !== undefined && (reckoned || after.unitKind !== kpi.unitKind)) {
        recalculate({ tx, newId, at: now(), by: null }, [], [kpiId]);
      }
    },
  );
}

function tellChange(
  tx: WriteDb,
  newId: () => string,
  o: { before: Kpi; after: Kpi; change: NonNullable<Edit['change']> },
): void {
  const { before, after, change } = o;
  if (before.polarity !== null && before.polarity !== after.polarity) {
    fillPolarity(tx, before.id, before.polarity, change.on);
  }
  insertRow(tx, kpiChanges, {
    id: newId(),
    kpiId: before.id,
    position: lastKpiPosition(tx, 'changes', before.id) + step,
    on: change.on,
    words: change.words.trim(),
    breaks: change.breaks,
    fields: measuredDifferences(tx, before, after),
    by: change.by?.trim() || null,
  });
}

function writeOwners(tx: WriteDb, newId: () => string, kpiId: string, owners: string | undefined): void {
  if (owners === undefined) return;
  writeLeads({ tx, newId }, { kpiId }, peopleFinder(tx, newId).settle(readLeads(owners)));
}

/** Takes a KPI out. Throws `not-possible` while another is worked out from it. */
export function removeKpi({ register }: Doing, kpiId: string): void {
  const kpi = kpiNamed(register.db, kpiId);
  const users = usersOf(register.db, kpiId).filter(({ id }) => id !== kpiId);
  if (users.length > 0) {
    const names = listWords(users.map(nameOf));
    throw new AppError(
      'not-possible',
      `${names} ${users.length === 1 ? 'is' : 'are'} worked out from ${nameOf(kpi)}. Change the formula first.`,
    );
  }
  register.act({ kind: 'edit', label: `Deletion of KPI ${nameOf(kpi)}` }, (tx) => removeKpiRows(tx, [kpiId]));
}
