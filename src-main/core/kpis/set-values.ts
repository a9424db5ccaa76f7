import type { WriteDb } from '#db/handles.ts';
import { kpisIn, kpiValuesIn } from '#db/queries/kpis-read.ts';
import { readSettings } from '#db/queries/settings.ts';
import { updateRow } from '#db/rows.ts';
import { kpis } from '#db/schema/index.ts';
import type { ValueEdit } from '#shared/contract/kpis.ts';
import type { Kpi, KpiValue, Period } from '#shared/contract/register.ts';
import { unitKindOf } from '#shared/domain/kpi-units.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { calculatedRoles, recalculate } from './recalculate.ts';
import { type Figure, type FigurePlace, type FigureWriter, figureAt, putFigure } from './write-figure.ts';

export type Refused = ValueEdit & { message: string };
export type ValuesSet = { kpiIds: string[]; refused: Refused[]; recalculated: string[] };

type Changed = { kpi: Kpi; period: Period };

/**
 * Figures as typed or pasted, in one change set, with all that is worked out from them. A figure keeps its words
 * beside the number read from them, and the rules in force now; what stood there before is kept as a revision. Empty
 * words take the figure out. What cannot be meant is refused, the rest written.
 */
export function setValues(
  { app, register }: Doing,
  { edits, by }: { edits: readonly ValueEdit[]; by: string | null },
): ValuesSet {
  const refused: Refused[] = [];
  const { newId, now } = app.options;
  const at = now();
  const label = ({ changed }: { changed: readonly Changed[] }) => labelOf(changed);
  const done = register.act({ kind: 'edit', label }, (tx) => {
    const writer: FigureWriter = { tx, newId, at, by: by?.trim() || null };
    const changed = writeEdits(writer, edits, refused);
    return { changed, recalculated: recalculate(writer, new Set(changed.map(({ kpi }) => kpi.id))) };
  });
  const kpiIds = [...new Set(done.changed.map(({ kpi }) => kpi.id))];
  return { kpiIds, refused, recalculated: done.recalculated };
}

function writeEdits(writer: FigureWriter, edits: readonly ValueEdit[], refused: Refused[]): Changed[] {
  const { tx } = writer;
  const scope = { in: 'ids', ids: [...new Set(edits.map((edit) => edit.kpiId))] } as const;
  const known = new Map(kpisIn(tx, scope).map(({ kpi }) => [kpi.id, kpi]));
  const values = kpiValuesIn(tx, scope);
  const { financialYearStart, academicYearStart } = readSettings(tx);
  const periods = new Map<string, Period>();
  const periodOf = (text: string): Period => {
    const read =
      periods.get(text) ?? readPeriod(text, financialYearStart, { academicStartMonth: academicYearStart });
    periods.set(text, read);
    return read;
  };
  return edits.flatMap((edit): Changed[] => {
    const kpi = known.get(edit.kpiId);
    const period = periodOf(edit.period);
    const message = kpi ? faultIn(kpi, edit, period) : 'This KPI is no longer in the register.';
    if (!kpi || message) {
      refused.push({ ...edit, message: message ?? '' });
      return [];
    }
    const own = values.get(kpi.id) ?? [];
    values.set(kpi.id, own);
    return writeEdit(writer, own, { kpi, period }, edit) ? [{ kpi, period }] : [];
  });
}

function faultIn(kpi: Kpi, edit: ValueEdit, period: Period): string | null {
  if (period.label === '') return 'A figure needs its period, such as 2010-11 or July to September 2010.';
  if (edit.role === 'comparator' && !edit.comparator?.trim()) {
    return 'A figure to compare with needs the name of whose it is, such as England.';
  }
  return calculatedRoles.some((role) => role === edit.role) ? whyNotTyped(kpi) : null;
}

/** Why actuals and forecasts of a KPI are not typed; null where they are. */
export function whyNotTyped(kpi: Pick<Kpi, 'formula' | 'calculated'>): string | null {
  if (kpi.formula !== undefined)
    return 'Worked out by its formula: change the figures it is worked out from.';
  return kpi.calculated ? 'Counted from the register: it is stored when the period is over.' : null;
}

/** True where something was changed. `known` is kept in step, so that one cell typed twice ends as typed last. */
function writeEdit(
  writer: FigureWriter,
  known: KpiValue[],
  { kpi, period }: Changed,
  edit: ValueEdit,
): boolean {
  const comparator = edit.role === 'comparator' ? (edit.comparator?.trim() ?? null) : null;
  const place: FigurePlace = { kpi, role: edit.role, period, comparator };
  const text = edit.text.replace(/\s+/g, ' ').trim();
  if (text === '') return putFigure(writer, known, place, null);
  const figure = readTyped(kpi, text);
  learnUnit(writer.tx, kpi, figure.unit);
  const { number, symbol } = figure;
  const before = figureAt(known, place);
  // The same words typed again say nothing new of whether the figure is final.
  const held = before?.text === text ? before.provisional : figure.provisional;
  const read: Figure = { number, text, symbol, provisional: edit.provisional ?? held };
  return putFigure(writer, known, place, { ...read, note: edit.note?.trim() });
}

/** A KPI in words has words only, whatever figures stand in them. */
function readTyped(kpi: Kpi, text: string) {
  const figure = readFigure(text);
  return unitKindOf(kpi) === 'words' ? { ...figure, number: null, unit: null } : figure;
}

/** The first figure with a unit settles what the KPI counts in. */
function learnUnit(tx: WriteDb, kpi: Kpi, unit: string | null): void {
  if (kpi.unit !== null || kpi.unitKind !== undefined || unit === null) return;
  updateRow(tx, kpis, kpi.id, { unit });
  kpi.unit = unit;
}

/** "Figure of NI 72 for 2010-11", "12 figures of NI 72", "30 figures of 4 KPIs" */
function labelOf(changed: readonly Changed[]): string {
  const [first] = changed;
  const touched = new Set(changed.map(({ kpi }) => kpi.id));
  if (!first) return 'Figures';
  const name = first.kpi.ref ?? first.kpi.name;
  if (changed.length === 1) return `Figure of ${name} for ${first.period.label}`;
  return `${count(changed.length, 'figure')} of ${touched.size === 1 ? name : count(touched.size, 'KPI')}`;
}
