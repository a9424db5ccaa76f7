import type { GridCell } from '#shared/contract/grid.ts';
import type { Sheet } from './sheet.ts';
import type { Region } from './tables.ts';
import type { LooseLine } from './titles.ts';
import { foldSpace } from './words.ts';

/** The lines of a sheet outside its tables, top to bottom. */
export function looseLines(sheet: Sheet, regions: readonly Region[]): LooseLine[] {
  const own = regions.filter((region) => region.sheet === sheet);
  const firstTable = Math.min(Number.POSITIVE_INFINITY, ...own.map((region) => region.header.top));
  const lines: LooseLine[] = [];
  for (let row = 0; row < sheet.grid.rowCount; row++) {
    const filled = sheet.filled(row);
    if (filled.length === 0) continue;
    const only = own.length === 1 ? own[0] : undefined;
    if (
      only &&
      row >= only.header.top &&
      row <= only.bottom &&
      filled.every((cell) => covers(sheet, only, cell))
    )
      continue;
    const open = own.filter(
      (region) => row >= region.header.top && row <= Math.max(region.bottom, region.header.bottom),
    );
    const cells =
      open.length === 0
        ? filled
        : filled.filter((cell) => !open.some((region) => covers(sheet, region, cell)));
    if (cells.length === 0) continue;
    // A nought that a hidden formula left beside the words says nothing.
    const saying =
      cells.length === 1 ? cells : cells.filter((cell) => !/^(?:0|FALSE)$/i.test(cell.text.trim()));
    lines.push({
      sheet,
      row,
      cells: saying,
      text: foldSpace(saying.map((cell) => cell.text).join(' ')),
      above: row < firstTable,
    });
  }
  return lines;
}

function covers(sheet: Sheet, region: Region, cell: GridCell): boolean {
  return cell.column <= region.right && sheet.rightOf(cell) >= region.left;
}

/** The lines directly over a table, nearest last: no more than one empty row between them and no other table. */
export function linesOver(lines: readonly LooseLine[], region: Region): LooseLine[] {
  const over: LooseLine[] = [];
  let below = region.header.top;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || line.sheet !== region.sheet || line.row >= below) continue;
    // A row hidden from the reader's eye does not part a table from its heading.
    if (region.sheet.grid.hiddenRows.has(line.row)) {
      if (below - line.row <= 2) below = line.row;
      continue;
    }
    if (below - line.row > 2 || line.cells.length > 3) break;
    const first = line.cells[0];
    if (!first || first.column > region.right || line.sheet.rightOf(first) < region.left - 1) break;
    over.unshift(line);
    below = line.row;
  }
  return over;
}
