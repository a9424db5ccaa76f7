import type { ReadDb } from '#db/handles.ts';
import { type MeasureHead, measureHead } from '#db/queries/measures.ts';
import { actionsById } from '#db/queries/plans-actions.ts';
import { lastPosition } from '#db/queries/plans-order.ts';
import { removeMeasureRows } from '#db/queries/plans-remove.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { measures } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { nameOf } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';
import { noAction } from '../plans/read-plans.ts';
import { writeLeads } from '../plans/write-parts.ts';

/** Adds a measure behind the others of an action; gives its id. */
export function addMeasure({ app, register }: Doing, o: { actionId: string; text: string }): string {
  const [action] = actionsById(register.db, [o.actionId]);
  if (!action) throw noAction();
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Measure added to ${nameOf(action)}` }, (tx) =>
    insertRow(tx, measures, { id, ...o, position: lastPosition(tx, 'measures', o.actionId) + step }),
  );
  return id;
}

export type MeasurePatch = {
  measureId: string;
  text?: string | undefined;
  leads?: string | undefined;
  doneOn?: string | null | undefined;
  kpiId?: string | null | undefined;
};

/** Changes what is given of a measure: its words, who answers for it, whether it is met, the KPI that says so. */
export function editMeasure({ app, register }: Doing, o: MeasurePatch): void {
  const { measureId, text, leads, doneOn, kpiId } = o;
  const measure = headOf(register.db, measureId);
  const { newId } = app.options;
  register.act(
    { kind: 'edit', label: `Measure of ${nameOf({ ref: measure.ref, text: measure.action })}` },
    (tx) => {
      const patch = {
        ...(text !== undefined && { text }),
        ...(doneOn !== undefined && { doneOn }),
        ...(kpiId !== undefined && { kpiId }),
      };
      if (Object.keys(patch).length > 0) updateRow(tx, measures, measureId, patch);
      if (leads === undefined) return;
      writeLeads({ tx, newId }, { measureId }, peopleFinder(tx, newId).settle(readLeads(leads)));
    },
  );
}

export function removeMeasure({ register }: Doing, measureId: string): void {
  const measure = headOf(register.db, measureId);
  const of = nameOf({ ref: measure.ref, text: measure.action });
  register.act({ kind: 'edit', label: `Measure taken from ${of}` }, (tx) =>
    removeMeasureRows(tx, [measureId]),
  );
}

function headOf(db: ReadDb, measureId: string): MeasureHead {
  const measure = measureHead(db, measureId);
  if (measure) return measure;
  throw new AppError(
    'not-found',
    'This measure is no longer in the register. It may have been undone or taken out.',
  );
}
