import type { KpiGrid } from '#shared/contract/kpis.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { readFigure } from '#shared/domain/numbers.ts';

/** The roles that are typed in the grid: one figure a KPI and period. */
export const gridRoles = ['actual', 'target', 'forecast', 'baseline'] as const;
type PlainRole = (typeof gridRoles)[number];
/** Of figures to compare with also whose they are. */
export type GridRole = PlainRole | { readonly comparator: string };

type Cell = KpiGrid['rows'][number]['cells'][number];

/** What stands in a cell in that role. */
export function figureIn(cell: Cell | undefined, role: GridRole): Cell[PlainRole] {
  if (!cell) return null;
  if (typeof role === 'string') return cell[role];
  return cell.comparators.find(({ comparator }) => comparator === role.comparator) ?? null;
}

function withFigure(cell: Cell, role: GridRole, figure: Cell[PlainRole]): Cell {
  if (typeof role === 'string') return { ...cell, [role]: figure };
  const others = cell.comparators.filter(({ comparator }) => comparator !== role.comparator);
  return { ...cell, comparators: figure ? [...others, { ...figure, ...role }] : others };
}

export type Written = { readonly kpiId: string; readonly period: string; readonly text: string };

/** The grid with figures as they were written: the answer to a save need not wait for all of it to be read again. */
export function patchFigures(grid: KpiGrid, role: GridRole, written: readonly Written[]): KpiGrid {
  const byKpi = Map.groupBy(written, (one) => one.kpiId);
  const places = new Map(grid.periods.map((period, place) => [period.label, place]));
  return {
    ...grid,
    rows: grid.rows.map((row) => {
      const own = byKpi.get(row.kpi.id);
      if (!own) return row;
      const cells = [...row.cells];
      for (const { period, text: typed } of own) {
        const place = places.get(period);
        const before = place === undefined ? undefined : cells[place];
        if (place === undefined || !before) continue;
        const text = typed.replace(/\s+/g, ' ').trim();
        const held = figureIn(before, role);
        // The same words say nothing new of whether the figure is final.
        const provisional = held?.text === text ? held.provisional : readFigure(text).provisional;
        const figure = text === '' ? null : { text, provisional, note: held?.note ?? null };
        cells[place] = withFigure(before, role, figure);
      }
      return { ...row, cells };
    }),
  };
}

/** The key of a period's column. */
export const columnKeyOf = (period: KpiGrid['periods'][number]): string => periodKey(period);
