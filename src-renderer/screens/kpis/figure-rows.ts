import type { KpiPeriod } from '#shared/contract/kpis.ts';
import type { KpiValue } from '#shared/contract/register.ts';
import { monthsBetween, yearOf } from '#shared/domain/dates.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { formatSpan } from '#shared/domain/periods.ts';
import type { GridLine } from '../../grid/lines.ts';

/** The figures of one period as a row of the table. `period` is null for one that was only typed as a name. */
export type FigureRow = { readonly id: string; readonly label: string; readonly period: KpiPeriod | null };

export type Role = KpiValue['role'];

/** The value a row shows under Actual: the actual, else a forecast, else a baseline of that time. */
export function shownActual(row: FigureRow): { value: KpiValue; role: Role } | null {
  const { period } = row;
  if (!period) return null;
  if (period.actual) return { value: period.actual, role: 'actual' };
  if (period.forecast) return { value: period.forecast, role: 'forecast' };
  if (period.baseline) return { value: period.baseline, role: 'baseline' };
  return null;
}

const forecastMark = ' f';

/** The words of the Actual cell: a forecast carries its mark, so that what is copied is pasted back as one. */
export function actualText(row: FigureRow): string {
  const shown = shownActual(row);
  if (!shown) return '';
  return shown.role === 'forecast' ? `${shown.value.text}${forecastMark}` : shown.value.text;
}

/** What typing into the Actual cell writes: "62 f" is a forecast; emptying takes out what stood there. */
export function readActual(row: FigureRow, typed: string): { role: Role; text: string } {
  const text = typed.trim();
  const forecast = /^(.*\S)\s+f$/i.exec(text);
  if (forecast) return { role: 'forecast', text: forecast[1] ?? '' };
  const shown = shownActual(row);
  if (text === '') return { role: shown?.role ?? 'actual', text };
  return { role: shown?.role === 'baseline' ? 'baseline' : 'actual', text };
}

export function rowId(label: string): string {
  return `period:${label}`;
}

/**
 * The table's lines, newest first under their years, a blank row at the top for the next period. A year's name
 * stands over its parts only: a row for a whole year is its own name.
 */
export function figureLines(
  periods: readonly KpiPeriod[],
  typed: readonly string[],
  yearStartMonth: number,
): GridLine<FigureRow>[] {
  const lines: GridLine<FigureRow>[] = [{ kind: 'blank', id: 'blank:period' }];
  const known = new Set(periods.map((period) => periodKey(period.period)));
  let number = 0;
  for (const label of typed) {
    if (known.has(label.trim().toLowerCase())) continue;
    number += 1;
    lines.push({ kind: 'row', id: rowId(label), number, row: { id: rowId(label), label, period: null } });
  }
  let year: string | null = null;
  for (const period of [...periods].reverse()) {
    const { start, end, label } = period.period;
    const part = start !== null && end !== null && monthsBetween(start, end) < 11;
    const own = part ? yearOf(start, yearStartMonth) : null;
    const name = own ? formatSpan(own.start, own.end, yearStartMonth) : null;
    if (name !== null && name !== year) {
      lines.push({ kind: 'group', id: `year:${name}`, number: 0, ref: null, title: name, note: '' });
    }
    year = name;
    number += 1;
    const id = rowId(periodKey(period.period));
    lines.push({ kind: 'row', id, number, row: { id, label, period } });
  }
  return lines;
}
