import type { WriteDb } from '#db/handles.ts';
import { lastKpiPosition } from '#db/queries/kpis-read.ts';
import { periodToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { kpiValues } from '#db/schema/index.ts';
import type { Kpi, KpiValue, Revision } from '#shared/contract/kpi-records.ts';
import type { Period } from '#shared/contract/record.ts';
import { rulesOf } from '#shared/domain/kpi-rules.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';

const step = 1_024;

/** What one figure is to be. */
export type Figure = Pick<KpiValue, 'number' | 'text' | 'symbol' | 'provisional'> & {
  /** Words beside it; null takes them out, undefined leaves them. */
  note?: string | null | undefined;
  calculated?: KpiValue['calculated'] | null;
};

export type FigurePlace = {
  readonly kpi: Kpi;
  readonly role: KpiValue['role'];
  readonly period: Period;
  readonly comparator: string | null;
};

export type FigureWriter = {
  readonly tx: WriteDb;
  readonly newId: () => string;
  /** The instant of the act. */
  readonly at: string;
  readonly by: string | null;
};

/** The figure that stands at a place among those of its KPI; undefined where none does. */
export function figureAt(
  known: readonly KpiValue[],
  { role, period, comparator }: FigurePlace,
): KpiValue | undefined {
  const key = periodKey(period);
  return known.find(
    (value) => value.role === role && value.comparator === comparator && periodKey(value.period) === key,
  );
}

/**
 * Writes a figure, or with null takes it out. What stood there is kept as a revision, and the rules by which the period
 * was judged stay with it: a later figure for an earlier period is judged as that period was. `known`, the figures of
 * the KPI, is kept in step. True where something changed.
 */
export function putFigure(
  writer: FigureWriter,
  known: KpiValue[],
  place: FigurePlace,
  figure: Figure | null,
): boolean {
  const before = figureAt(known, place);
  if (!figure) {
    if (!before) return false;
    deleteRow(writer.tx, kpiValues, before.id);
    known.splice(known.indexOf(before), 1);
    return true;
  }
  if (!before) {
    known.push(added(writer, place, figure));
    return true;
  }
  const note = figure.note === undefined ? (before.note ?? null) : figure.note || null;
  const same =
    before.text === figure.text &&
    before.number === figure.number &&
    before.symbol === figure.symbol &&
    before.provisional === figure.provisional;
  const calculated = figure.calculated ?? null;
  if (same && note === (before.note ?? null) && calculated === (before.calculated ?? null)) return false;
  const entry = same ? {} : { enteredAt: writer.at, enteredBy: writer.by };
  const revisions = same
    ? before.revisions
    : [...(before.revisions ?? []), ...revisionOf(before, figure, writer.at)];
  const { number, text, symbol, provisional } = figure;
  const patch = { number, text, symbol, provisional, note, calculated, ...entry };
  updateRow(writer.tx, kpiValues, before.id, {
    ...patch,
    ...(revisions && revisions.length > 0 && { revisions }),
  });
  const { note: _n, calculated: _c, enteredBy: _b, ...rest } = before;
  known[known.indexOf(before)] = {
    ...rest,
    number,
    text,
    symbol,
    provisional,
    ...(note !== null && { note }),
    ...(calculated !== null && { calculated }),
    ...(same ? (before.enteredBy ? { enteredBy: before.enteredBy } : {}) : { enteredAt: writer.at }),
    ...(!same && writer.by !== null && { enteredBy: writer.by }),
    ...(revisions && revisions.length > 0 && { revisions }),
  };
  return true;
}

/** What stood there; of figures that are worked out only a provisional one that became final is told. */
function revisionOf(before: KpiValue, now: Figure, replacedAt: string): Revision[] {
  if (before.calculated && now.calculated && !(before.provisional && !now.provisional)) return [];
  const { text, number, symbol, provisional, enteredAt = null, enteredBy = null } = before;
  return [{ text, number, symbol, provisional, enteredAt, enteredBy, replacedAt }];
}

function added({ tx, newId, at, by }: FigureWriter, place: FigurePlace, figure: Figure): KpiValue {
  const { kpi, role, period, comparator } = place;
  const { number, text, symbol, provisional } = figure;
  const value: KpiValue = {
    id: newId(),
    source: null,
    kpiId: kpi.id,
    role,
    period,
    number,
    text,
    symbol,
    comparator,
    ...rulesOf(kpi),
    ...(kpi.polarity !== null && { polarity: kpi.polarity }),
    provisional,
    ...(figure.note ? { note: figure.note } : {}),
    enteredAt: at,
    ...(by !== null && { enteredBy: by }),
    ...(figure.calculated && { calculated: figure.calculated }),
  };
  const { source: _, period: __, ...columns } = value;
  insertRow(tx, kpiValues, {
    ...columns,
    position: lastKpiPosition(tx, 'values', kpi.id) + step,
    ...periodToColumns(period),
  });
  return value;
}
