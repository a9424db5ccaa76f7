import type { Grid } from '#shared/contract/grid.ts';
import { plainWords } from '../plain-words.ts';
import { type FateName, fateNames, type Recognition } from '../recognise/types.ts';

/** Headings and furniture are not written as records; what goes to the tray is written as it stands. */
const apart: readonly FateName[] = ['header', 'furniture', 'tray'];
const toBeFound = fateNames.map((name) => !apart.includes(name));

/**
 * How many source cells say a word that is nowhere in what would stand in the register: looked for cell by cell in
 * the source, not taken from the plan. Each distinct text is looked at once.
 */
export function countUnfound(
  grids: readonly Grid[],
  recognition: Recognition,
  words: ReadonlySet<string>,
): number {
  const known = new Map<string, boolean>();
  const isSaid = (text: string): boolean => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = plainWords(text).every((one) => words.has(one));
    known.set(text, said);
    return said;
  };
  let unfound = 0;
  grids.forEach((grid, at) => {
    const fates = recognition.fates[at];
    for (const row of grid.rows) {
      for (const cell of row ?? []) {
        if (!cell || cell.text.trim() === '') continue;
        const fate = fates?.[cell.row * grid.columnCount + cell.column] ?? 0;
        if (toBeFound[fate] === true && !isSaid(cell.text)) unfound += 1;
      }
    }
  });
  return unfound;
}
