import type { ReadDb } from '#db/handles.ts';
import { kpisIn, kpiValuesIn } from '#db/queries/kpis-read.ts';
import { leadToColumns, periodToColumns } from '#db/records.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { kpis, kpiValues, leads } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Kpi, KpiValue, Period } from '#shared/contract/register.ts';
import type { KpiChoice, RolledForward } from '#shared/contract/years.ts';
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
 * year already. The target of the new year is left open. Gives what was done and the new ids by the old ones.
 */
export function copyKpis(
  { tx, newId }: Writer,
  o: { from: string; to: string; period: Period; sections: Ids; choices: readonly [Kpi, KpiChoice][] },
): { ids: Ids; done: KpiDone[] } {
  const ids = new Map<string, string>();
  const values = kpiValuesIn(tx, { in: 'plan', planId: o.from });
  const done = placed(o.choices, ([kpi, choice], position): KpiDone => {
    const from = { id: kpi.id, ref: kpi.ref, text: kpi.name };
    if (choice.kind === 'dropped') {
      const reason = choice.reason.trim();
      return { kind: 'dropped', reason, measuredChange: null, from, to: null, baseline: null };
    }
    const { ref, name, unit, polarity, dataSource, calendar, tolerance, details } = kpi;
    const id = newId();
    ids.set(kpi.id, id);
    const sectionId = kpi.sectionId === null ? null : (o.sections.get(kpi.sectionId) ?? null);
    const definition = { ref, name, unit, polarity, dataSource, calendar, tolerance, details };
    insertRow(tx, kpis, { id, planId: o.to, sectionId, position, ...definition });
    insertRows(
      tx,
      leads,
      placed(kpi.owners, (owner, at) => ({ id: newId(), kpiId: id, position: at, ...leadToColumns(owner) })),
    );
    const own = values.get(kpi.id) ?? [];
    const baseline = baselineOf(own);
    const figures: KpiValue[] = [
      ...(baseline ? [{ ...baseline, role: 'baseline' as const, comparator: null }] : []),
      ...figuresAhead(own, o.period),
    ];
    insertRows(
      tx,
      kpiValues,
      placed(
        figures,
        ({ role, period, number, text, symbol, comparator, tolerance: then, provisional }, at) => ({
          id: newId(),
          kpiId: id,
          position: at,
          role,
          ...periodToColumns(period),
          number,
          text,
          symbol,
          comparator,
          tolerance: then,
          provisional,
        }),
      ),
    );
    return {
      kind: 'carried',
      reason: null,
      measuredChange: choice.measuredChange?.trim() || null,
      from,
      to: { id, ref, text: name },
      baseline: baseline && `${figureOf(baseline)} (${baseline.period.label})`,
    };
  });
  return { ids, done };
}
