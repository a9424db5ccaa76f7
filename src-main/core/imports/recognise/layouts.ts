import type { Places } from './places.ts';
import type { Layout } from './types.ts';

/** Layouts by shape: thousands of rows share a few. */
export type LayoutStore = {
  of(grid: number, places: Places): number;
  at(grid: number, field: string, column: number, offset: number): number;
};

const recentLayouts = 6;

export function layoutStore(layouts: Layout[]): LayoutStore {
  const byName = new Map<string, number>();
  // Most rows have the shape of one of the last few: looked at before a name is put together.
  const recent: number[] = [];
  const single = new Map<string, number[]>();

  function of(grid: number, places: Places): number {
    for (const at of recent) if (same(layouts[at], grid, places)) return at;
    const { fields, columns, offsets } = places;
    let name = `${grid}`;
    for (let at = 0; at < fields.length; at++) name += `|${fields[at]},${columns[at]},${offsets[at]}`;
    let found = byName.get(name);
    if (found === undefined) {
      layouts.push({
        grid,
        cells: fields.map((field, at) => [field, columns[at] ?? 0, offsets[at] ?? 0] as const),
      });
      found = layouts.length - 1;
      byName.set(name, found);
    }
    recent.unshift(found);
    if (recent.length > recentLayouts) recent.pop();
    return found;
  }

  return {
    of,
    at(grid, field, column, offset) {
      let known = single.get(field);
      if (!known) {
        known = [];
        single.set(field, known);
      }
      for (const at of known) {
        const layout = layouts[at];
        const cell = layout?.cells[0];
        if (layout?.grid === grid && cell?.[1] === column && cell[2] === offset) return at;
      }
      layouts.push({ grid, cells: [[field, column, offset]] });
      known.push(layouts.length - 1);
      return layouts.length - 1;
    },
  };
}

function same(layout: Layout | undefined, grid: number, places: Places): boolean {
  const { fields, columns, offsets } = places;
  if (!layout || layout.grid !== grid || layout.cells.length !== fields.length) return false;
  for (let at = 0; at < fields.length; at++) {
    const cell = layout.cells[at];
    if (!cell || cell[1] !== columns[at] || cell[2] !== offsets[at] || cell[0] !== fields[at]) return false;
  }
  return true;
}
