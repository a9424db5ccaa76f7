import type { ReadDb } from '#db/handles.ts';
import { kpisIn, kpiValuesIn } from '#db/queries/kpis-read.ts';
import { kpiToColumns, leadToColumns, periodToColumns } from '#db/records.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { kpiChanges, kpis, kpiValues, leads } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Kpi, KpiValue, Period } from '#shared/contract/register.ts';
import type { KpiChoice, RolledForward } from '#shared/contract/years.ts';
import { withOtherIds } from '#shared/domain/formula.ts';
import type { Writer } from '../plans/write-parts.ts';
import { type Ids, placed } from './copy-plan.ts';
import { baselineOf, figureOf, figuresAhead } from './propose.ts';

export type KpiDone = RolledForward['kpis'][number];

/** The choices completed: a KPI about which nothing was said is carried. Throws what cannot be meant. */
export function kpiChoices(db: ReadDb, planId: string, choices: readonly KpiChoice[]): [Kpi, KpiChoice][] {
  const chosen = new Map(choices.map((choice) => [choice.kpiId as string, choice]));
  const all = kpisIn(db, { in: 'plan', planId });
  const known = new Set(all.map(({ kpi }) => kpi.id as string));
  if (choices.some(({ kpiId }) => !known.has(kpiId))) {
    throw new AppError('conflict', 'A KPI that was chosen is no longer in the plan. Open the list again.');
  }
  return all.map(({ kpi }) => {
    const choice = chosen.get(kpi.id) ?? { kind: 'carried' as const, kpiId: kpi.id, measuredChange: null };
    if (choice.kind === 'dropped' && choice.reason.trim() === '') {
      throw new AppError('wrong-use', `Say why ${kpi.ref ?? kpi.name} is dropped: nobody could tell later.`);
    }
    return [kpi, choice];
  });
}

/**
 * The KPIs that are carried: their definition and owners, the last actual as baseline, and what was set for the new
 * year already. The target of the new year is left open. A formula is over the KPIs of the new year, a count from the
 * register counts the new plan, and what is measured otherwise from now on begins a new series. Gives what was done
 * and the new ids by the old ones.
 */
export function copyKpis(
  writer: Writer,
  o: { from: string; to: string; period: Period; sections: Ids; choices: readonly [Kpi, KpiChoice][] },
): { ids: Ids; done: KpiDone[] } {
  const { tx, newId } = writer;
  const ids = new Map<string, string>();
  for (const [{ id }, { kind }] of o.choices) if (kind !== 'dropped') ids.set(id, newId());
  const values = kpiValuesIn(tx, { in: 'plan', planId: o.from });
  const done = placed(o.choices, ([kpi, choice], position): KpiDone => {
    const from = { id: kpi.id, ref: kpi.ref, text: kpi.name };
    if (choice.kind === 'dropped') {
      const reason = choice.reason.trim();
      return { kind: 'dropped', reason, measuredChange: null, from, to: null, baseline: null };
    }
    const id = ids.get(kpi.id) ?? newId();
    copyDefinition(writer, { id, kpi, position, ...o, ids });
    const own = values.get(kpi.id) ?? [];
    const baseline = baselineOf(own);
    const measuredChange = choice.measuredChange?.trim() || null;
    copyFigures(writer, id, [...(baseline ? [asBaseline(baseline)] : []), ...figuresAhead(own, o.period)]);
    if (measuredChange !== null && o.period.start !== null) {
      insertRow(tx, kpiChanges, {
        id: newId(),
        kpiId: id,
        position: 1_024,
        on: o.period.start,
        words: measuredChange,
        breaks: true,
        fields: [],
      });
    }
    return {
      kind: 'carried',
      reason: null,
      measuredChange,
      from,
      to: { id, ref: kpi.ref, text: kpi.name },
      baseline: baseline && `${figureOf(baseline)} (${baseline.period.label})`,
    };
  });
  return { ids, done };
}

type Copying = { id: string; kpi: Kpi; position: number; from: string; to: string; sections: Ids; ids: Ids };

function copyDefinition(
  { tx, newId }: Writer,
  { id, kpi, position, from, to, sections, ids }: Copying,
): void {
  const { id: _, source: __, planId: ___, owners, formula, ...definition } = kpi;
  insertRow(tx, kpis, {
    ...kpiToColumns(definition),
    id,
    planId: to,
    sectionId: kpi.sectionId === null ? null : (sections.get(kpi.sectionId) ?? null),
    position,
    formula: formula === undefined ? null : withOtherIds(formula, (old) => ids.get(old) ?? old),
    ...(kpi.calculated?.planId === from && { calculatedPlanId: to }),
  });
  insertRows(
    tx,
    leads,
    placed(owners, (owner, at) => ({ id: newId(), kpiId: id, position: at, ...leadToColumns(owner) })),
  );
}

/** A figure that was measured in the old year stands as it was written, however it was come by. */
const asBaseline = ({ calculated: _, revisions: __, ...value }: KpiValue): KpiValue => ({
  ...value,
  role: 'baseline',
  comparator: null,
});

function copyFigures({ tx, newId }: Writer, kpiId: string, figures: readonly KpiValue[]): void {
  insertRows(
    tx,
    kpiValues,
    placed(figures, ({ id: _, source: __, period, ...figure }, position) => ({
      ...figure,
      id: newId(),
      kpiId,
      position,
      ...periodToColumns(period),
    })),
  );
}
