import { AppError } from '#shared/contract/errors.ts';
import type { Grid } from '#shared/contract/grid.ts';
import type { SheetPicture } from '#shared/contract/imports.ts';
import { fateNames, type Recognition } from '../recognise/types.ts';
import { documentPicture, wantedWidths } from './document-picture.ts';

const usualWidth = 9;

/** A stretch of rows of one sheet as read, each cell with what became of it. Throws AppError not-found. */
export function sheetPicture(
  grids: readonly Grid[],
  recognition: Recognition,
  asked: { readonly sheet: number; readonly firstRow: number; readonly rowCount: number },
): SheetPicture {
  const grid = grids[asked.sheet];
  if (grid === undefined) throw new AppError('not-found', `The file has no sheet number ${asked.sheet + 1}.`);
  const firstRow = Math.min(asked.firstRow, grid.rowCount);
  const end = Math.min(grid.rowCount, firstRow + asked.rowCount);
  const inside = (row: number): boolean => row >= firstRow && row < end;
  return {
    firstRow,
    rowCount: end - firstRow,
    columnCount: grid.columnCount,
    widths: widthsOf(grid),
    hiddenRows: [...grid.hiddenRows].filter(inside),
    hiddenColumns: [...grid.hiddenColumns],
    merges: grid.merges.filter((merge) => merge.top < end && merge.bottom >= firstRow),
    cells: pictureCells(grid, recognition, asked.sheet, firstRow, end),
    document: documentPicture(grid, firstRow, end),
  };
}

/** The widths that the file says; those of a file that says none, as its words need them. */
function widthsOf(grid: Grid): number[] {
  if (grid.columnWidths.some((width) => width !== undefined))
    return Array.from({ length: grid.columnCount }, (_, column) => grid.columnWidths[column] ?? usualWidth);
  const wanted = wantedWidths(grid, 0, grid.rowCount - 1);
  return Array.from({ length: grid.columnCount }, (_, column) => Math.max(usualWidth, wanted[column] ?? 0));
}

function pictureCells(
  grid: Grid,
  recognition: Recognition,
  sheet: number,
  firstRow: number,
  end: number,
): SheetPicture['cells'] {
  const fates = recognition.fates[sheet];
  const questions = questionsAt(recognition, sheet, grid.columnCount, firstRow, end);
  const cells: SheetPicture['cells'] = [];
  for (let row = firstRow; row < end; row += 1) {
    for (const cell of grid.rows[row] ?? []) {
      if (cell === undefined) continue;
      const { column, text, fill, bold, strike, note } = cell;
      cells.push({
        row,
        column,
        text,
        fill: fill ?? null,
        bold: bold ?? false,
        strike: strike ?? false,
        note: note ?? null,
        fate: fateNames[fates?.[row * grid.columnCount + column] ?? 0] ?? 'none',
        questionId: questions.get(row * grid.columnCount + column) ?? null,
      });
    }
  }
  return cells;
}

/** The question each place of the stretch is about; the first where there are several. */
function questionsAt(
  recognition: Recognition,
  sheet: number,
  columns: number,
  firstRow: number,
  end: number,
): Map<number, string> {
  const places = new Map<number, string>();
  for (const [grid, row, column, question] of recognition.asked) {
    if (grid !== sheet || row < firstRow || row >= end) continue;
    const id = recognition.questions[question]?.id;
    const place = row * columns + column;
    if (id !== undefined && !places.has(place)) places.set(place, id);
  }
  return places;
}
