import type { KpiValue } from '#shared/contract/register.ts';
import { figureAsWritten } from '#shared/domain/kpi-units.ts';
import { formatFigure } from '#shared/domain/numbers.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Block, Mark } from '../document.ts';
import { shortPeriod } from './chart-svg.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** What a chart draws, as a table: the drawing is never the only carrier. One column a period. */
export type ChartTable = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (string | Mark)[] }[];
};

/** The figures of a chart, without the rows in which no period says anything. */
export function chartTable({ title, unit, periods, series }: Chart): ChartTable {
  const drawn = series.periods.map(
    (period) => periods.find((one) => one.period.label === period.label) ?? null,
  );
  const figure = (value: KpiValue | null | undefined): string => {
    if (!value) return '';
    // Many periods stand side by side here: the number alone; its words are in the table of all figures.
    return figureAsWritten(value, unit === '%' ? '%' : null);
  };
  const rows: { label: string; cells: (string | Mark)[] }[] = [
    { label: 'Actual', cells: drawn.map((period) => figure(period?.actual)) },
    { label: 'Target', cells: drawn.map((period) => figure(period?.target)) },
    { label: 'Forecast', cells: drawn.map((period) => figure(period?.forecast)) },
    ...series.comparators.map(({ name, figures }) => ({
      label: name,
      cells: drawn.map((_, at) => {
        const number = figures[at];
        return number === null || number === undefined ? '' : formatFigure(number, unit);
      }),
    })),
    {
      label: 'Status',
      cells: drawn.map((_, at) => {
        const state = series.states[at];
        return state ? lookOf(state) : '';
      }),
    },
  ];
  return {
    caption: `Figures of ${title}`,
    heads: series.periods.map(({ label }) => shortPeriod(label)),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}
