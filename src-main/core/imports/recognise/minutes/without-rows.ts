import { type Sheet, sheetOf } from '../sheet.ts';
import type { MinutesStretch } from './find-minutes.ts';

/**
 * What is left of the sheets beside their minutes, for the rest of recognition: a sheet that is minutes throughout is
 * left out, of another the rows of its minutes read as empty.
 */
export function withoutMinutes(sheets: readonly Sheet[], stretches: readonly MinutesStretch[]): Sheet[] {
  if (stretches.length === 0) return [...sheets];
  return sheets.flatMap((sheet) => {
    const own = stretches.filter((stretch) => stretch.sheet === sheet);
    if (own.length === 0) return [sheet];
    const taken = (row: number) => own.some(({ from, to }) => row >= from && row <= to);
    const { grid, index } = sheet;
    const rows = grid.rows.map((row, at) => (taken(at) ? undefined : row));
    if (!rows.some((row) => row?.some((cell) => cell !== undefined && cell.text.trim() !== ''))) return [];
    return [
      sheetOf(
        {
          ...grid,
          rows,
          merges: grid.merges.filter(({ top }) => !taken(top)),
          ...(grid.document && { document: grid.document.map((said, at) => (taken(at) ? undefined : said)) }),
        },
        index,
      ),
    ];
  });
}
