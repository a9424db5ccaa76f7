import type { KpiGrid } from '#shared/contract/kpis.ts';
import { add, decimalOf, toNumber } from '#shared/domain/decimals.ts';
import { decimalsOf, formatFigure, readFigure } from '#shared/domain/numbers.ts';
import { count } from '../../../format/words.ts';
import type { GridSelection } from '../../../grid/types.ts';
import { columnKeyOf, figureIn, type GridRole } from './patch-figures.ts';

/** Of more cells than these only the count is told. */
const mostAdded = 5_000;

/** What the foot says of the range: "36 cells, 34 with a figure, sum 1,204, mean 35.4". */
export function rangeInWords(grid: KpiGrid, role: GridRole, selection: GridSelection | null): string {
  const size = `${count(grid.rows.length, 'KPI')}, ${count(grid.periods.length, 'period')}`;
  if (!selection || selection.cells < 2) return size;
  if (selection.cells > mostAdded) return `${size}. ${count(selection.cells, 'cell')}`;
  const chosen = new Set(selection.ids);
  const keys = new Set(selection.keys);
  const places = grid.periods.flatMap((period, place) => (keys.has(columnKeyOf(period)) ? [place] : []));
  const numbers = grid.rows
    .filter(({ kpi }) => chosen.has(kpi.id))
    .flatMap((row) => places.map((place) => readFigure(figureIn(row.cells[place], role)?.text ?? '').number))
    .filter((number): number is number => number !== null);
  if (numbers.length === 0) return `${size}. ${count(selection.cells, 'cell')}`;
  const places10 = decimalsOf(numbers);
  const sum = numbers.reduce((total, number) => add(total, decimalOf(number)), decimalOf(0));
  const total = toNumber(sum);
  return [
    count(selection.cells, 'cell'),
    `${numbers.length} with a figure`,
    `sum ${formatFigure(total, null, places10)}`,
    `mean ${formatFigure(total / numbers.length, null, places10 + 1)}`,
  ].join(', ');
}
