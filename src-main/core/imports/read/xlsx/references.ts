import type { Merge } from '#shared/contract/grid.ts';

export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** "B14" or "$B$14" as row and column from 0; null where it is no cell. */
export function readCell(reference: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference.trim());
  if (parts === null) return null;
  const cell = { row: Number(parts[2]) - 1, column: columnNumber(parts[1] as string) };
  return cell.row >= 0 && cell.row < mostRows && cell.column < mostColumns ? cell : null;
}

/** "A1:C9", "A1", "A:C" (whole columns) or "3:5" (whole rows), all edges inside; null where it is none. */
export function readRange(reference: string): Merge | null {
  const [first = '', last = first] = reference.trim().split(':');
  const from = readCell(first);
  const to = readCell(last);
  if (from !== null && to !== null) {
    return {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    };
  }
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(reference.trim());
  if (columns !== null) {
    const left = columnNumber(columns[1] as string);
    const right = columnNumber(columns[2] as string);
    return { top: 0, left, bottom: mostRows - 1, right: Math.min(right, mostColumns - 1) };
  }
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(reference.trim());
  if (rows === null) return null;
  return { top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: mostColumns - 1 };
}

/** Several ranges with blanks between, as sqref holds them. */
export function readRanges(references: string): Merge[] {
  return references
    .split(/\s+/)
    .map((reference) => readRange(reference))
    .filter((range) => range !== null);
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
