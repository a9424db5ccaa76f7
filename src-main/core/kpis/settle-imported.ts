import { ruleFigures } from '#db/queries/kpi-rules.ts';
import { valuesById } from '#db/queries/kpis-read.ts';
import { updateRow } from '#db/rows.ts';
import { kpiValues } from '#db/schema/index.ts';
import type { ImportPlan } from '../imports/plan/plan-types.ts';
import { recalculate } from './recalculate.ts';
import type { FigureWriter } from './write-figure.ts';

const patchesOf = (plan: ImportPlan) => plan.patches.filter(({ table }) => table === 'kpiValues');

/** Before an import writes: the figures that it is about to change are kept as revisions. */
export function keepFiguresBefore({ tx, at }: FigureWriter, plan: ImportPlan): void {
  const about = patchesOf(plan).filter(({ patch }) => 'text' in patch);
  if (about.length === 0) return;
  const held = valuesById(
    tx,
    about.map(({ id }) => id),
  );
  for (const { text, number, symbol, provisional, revisions = [], ...value } of held) {
    const { enteredAt = null, enteredBy = null } = value;
    const before = { text, number, symbol, provisional, enteredAt, enteredBy, replacedAt: at };
    updateRow(tx, kpiValues, value.id, { revisions: [...revisions, before], enteredAt: at, enteredBy: null });
  }
}

/**
 * After an import wrote: new figures take the rules that their KPI has today, and what is worked out from the figures
 * it brought is worked out anew, in the same act.
 */
export function settleFigures(writer: FigureWriter, plan: ImportPlan): void {
  const added = plan.rows.kpiValues;
  if (added.length > 0) {
    ruleFigures(
      writer.tx,
      added.map(({ id }) => id),
    );
  }
  const changed = valuesById(
    writer.tx,
    patchesOf(plan).map(({ id }) => id),
  );
  recalculate(writer, new Set([...added, ...changed].map(({ kpiId }) => kpiId)));
}
