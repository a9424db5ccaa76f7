import type { Grid } from '#shared/contract/grid.ts';
import { type Evidence, finder } from '../evidence.ts';
import { fateNames, type Recognition } from '../recognise/types.ts';

/**
 * How many source cells stand nowhere in what would stand in the register: looked for cell by cell in the source, not
 * taken from the plan. What goes to the tray is written as it stands.
 */
export function countUnfound(grids: readonly Grid[], recognition: Recognition, evidence: Evidence): number {
  const isFound = finder(grids, recognition.tables, evidence, recognition.headings);
  let unfound = 0;
  grids.forEach((grid, at) => {
    const fates = recognition.fates[at];
    for (const row of grid.rows) {
      for (const cell of row ?? []) {
        if (!cell || cell.text.trim() === '') continue;
        const fate = fateNames[fates?.[cell.row * grid.columnCount + cell.column] ?? 0] ?? 'none';
        if (fate === 'tray') continue;
        if (!isFound({ grid: at, row: cell.row, column: cell.column, fate }, cell.text)) unfound += 1;
      }
    }
  });
  return unfound;
}
