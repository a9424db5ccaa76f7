import type { ReadDb } from '#db/handles.ts';
import { kpiRecordsIn, kpisIn } from '#db/queries/kpis-read.ts';
import { planHeads } from '#db/queries/people-led.ts';
import type { FormContent } from '#shared/contract/round-records.ts';
import { readRows } from '../plans/read-plans.ts';
import { formAction, formFigure, formMeasure, lastSaid } from './gather.ts';

/** The same rows as a form has, as the register says them now. What is no longer there is left out. */
export function standsNow(db: ReadDb, sent: FormContent, today: string): FormContent {
  const ids = [
    ...new Set([...sent.actions.map(({ id }) => id), ...sent.measures.map((one) => one.actionId)]),
  ];
  const rows = new Map(readRows(db, ids, today).map((row) => [row.id as string, row]));
  const titles = new Map(planHeads(db).map(({ id, title }) => [id, title]));
  const said = lastSaid(db, ids);
  const kpiIds = [...new Set(sent.figures.map(({ kpiId }) => kpiId))];
  const scope = { in: 'ids', ids: kpiIds } as const;
  const kpis = kpiIds.length === 0 ? [] : kpisIn(db, scope);
  const placed = new Map(kpis.map((one) => [one.kpi.id as string, one]));
  const recordsOf = kpiIds.length === 0 ? null : kpiRecordsIn(db, scope);
  return {
    // The drop-downs of the form: what was chosen from them is read by them.
    keys: sent.keys,
    actions: sent.actions.flatMap(({ id }) => {
      const row = rows.get(id);
      return row ? [formAction(row, titles.get(row.planId) ?? '', said.get(id))] : [];
    }),
    measures: sent.measures.flatMap(({ id, actionId }) => {
      const row = rows.get(actionId);
      const one = row?.measures.find((measure) => measure.id === id);
      return row && one ? [formMeasure(one, row)] : [];
    }),
    figures: sent.figures.flatMap(({ kpiId, period, dueOn }) => {
      const one = placed.get(kpiId);
      return one && recordsOf ? [formFigure(one, recordsOf(kpiId), period, dueOn)] : [];
    }),
  };
}
