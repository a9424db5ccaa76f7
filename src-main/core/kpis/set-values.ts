import type { z } from 'zod';
import type { WriteDb } from '#db/handles.ts';
import { kpisIn, kpiValuesIn, lastKpiPosition } from '#db/queries/kpis-read.ts';
import { readSettings } from '#db/queries/settings.ts';
import { periodToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { kpis, kpiValues } from '#db/schema/index.ts';
import type { ValueEdit } from '#shared/contract/kpis.ts';
import type { Kpi, KpiValue, Period } from '#shared/contract/register.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';

export type Edit = z.infer<typeof ValueEdit>;
export type Refused = Edit & { message: string };

const step = 1_024;

/**
 * Figures as typed or pasted, in one change set. A figure keeps its words beside the number read from them, and
 * the tolerance in force now. Empty words take the figure out. What cannot be meant is refused, the rest written.
 */
export function setValues(
  { app, register }: Doing,
  edits: readonly Edit[],
): { kpiIds: string[]; refused: Refused[] } {
  const refused: Refused[] = [];
  const label = (changed: readonly Changed[]) => labelOf(changed);
  const changed = register.act({ kind: 'edit', label }, (tx) => {
    const scope = { in: 'ids', ids: [...new Set(edits.map((edit) => edit.kpiId))] } as const;
    const known = new Map(kpisIn(tx, scope).map(({ kpi }) => [kpi.id, kpi]));
    const values = kpiValuesIn(tx, scope);
    const yearStart = readSettings(tx).financialYearStart;
    return edits.flatMap((edit): Changed[] => {
      const kpi = known.get(edit.kpiId);
      const period = readPeriod(edit.period, yearStart);
      const message = kpi ? faultIn(edit, period) : 'This KPI is no longer in the register.';
      if (!kpi || message) {
        refused.push({ ...edit, message: message ?? '' });
        return [];
      }
      const own = values.get(kpi.id) ?? [];
      const wrote = writeValue(tx, app.options.newId, { kpi, edit, period, known: own });
      values.set(kpi.id, own);
      return wrote ? [{ kpi, period }] : [];
    });
  });
  return { kpiIds: [...new Set(changed.map(({ kpi }) => kpi.id))], refused };
}

type Changed = { kpi: Kpi; period: Period };

function faultIn(edit: Edit, period: Period): string | null {
  if (period.label === '') return 'A figure needs its period, such as 2010-11 or July to September 2010.';
  if (edit.role === 'comparator' && !edit.comparator?.trim()) {
    return 'A figure to compare with needs the name of whose it is, such as England.';
  }
  return null;
}

type Writing = { kpi: Kpi; edit: Edit; period: Period; known: KpiValue[] };

/** True where something was changed. `known` is kept in step, so that one cell typed twice ends as typed last. */
function writeValue(tx: WriteDb, newId: () => string, { kpi, edit, period, known }: Writing): boolean {
  const comparator = edit.role === 'comparator' ? (edit.comparator?.trim() ?? null) : null;
  const key = periodKey(period);
  const index = known.findIndex(
    (value) => value.role === edit.role && value.comparator === comparator && periodKey(value.period) === key,
  );
  const before = known[index];
  const text = edit.text.replace(/\s+/g, ' ').trim();
  if (text === (before?.text ?? '')) return false;
  if (text === '') {
    if (before) deleteRow(tx, kpiValues, before.id);
    known.splice(index, 1);
    return true;
  }
  const { number, unit, symbol, provisional } = readFigure(text);
  if (kpi.unit === null && unit !== null) {
    // The first figure with a unit settles what the KPI counts in.
    updateRow(tx, kpis, kpi.id, { unit });
    kpi.unit = unit;
  }
  const figure = { number, text, symbol, provisional, tolerance: kpi.tolerance };
  if (before) {
    updateRow(tx, kpiValues, before.id, figure);
    known[index] = { ...before, ...figure };
    return true;
  }
  const id = newId();
  insertRow(tx, kpiValues, {
    id,
    kpiId: kpi.id,
    position: lastKpiPosition(tx, 'values', kpi.id) + step,
    role: edit.role,
    comparator,
    ...periodToColumns(period),
    ...figure,
  });
  known.push({ id, source: null, kpiId: kpi.id, role: edit.role, period, comparator, ...figure });
  return true;
}

/** "Figure of NI 72 for 2010-11", "12 figures of NI 72", "30 figures of 4 KPIs" */
function labelOf(changed: readonly Changed[]): string {
  const [first] = changed;
  const kpis = new Set(changed.map(({ kpi }) => kpi.id));
  if (!first) return 'Figures';
  const name = first.kpi.ref ?? first.kpi.name;
  if (changed.length === 1) return `Figure of ${name} for ${first.period.label}`;
  return `${count(changed.length, 'figure')} of ${kpis.size === 1 ? name : count(kpis.size, 'KPI')}`;
}
