import type { GridCell } from '#shared/contract/grid.ts';
import { readStatus } from '#shared/domain/status-words.ts';
import { looksLikeFigure } from './figures.ts';
import type { HeaderSpan } from './headers.ts';
import type { Sheet } from './sheet.ts';
import { foldSpace } from './words.ts';

const longestHeading = 60;
const rowsBelow = 5;
const date =
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s'?\d{2,4})$/i;
const initials = /^[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4})*$/;

/**
 * A row that heads a table by its look alone, whatever its words: cells side by side, bold or filled unlike the rows
 * beneath, which hold dates, figures, initials or states in some column of theirs. Null where a row is none.
 */
export function headerByShape(sheet: Sheet, row: number): HeaderSpan | null {
  const cells = sheet.filled(row);
  const [first] = cells;
  const last = cells[cells.length - 1];
  if (!first || !last || cells.length < 3 || !looksSetApart(cells)) return null;
  const [left, right] = [first.column, sheet.rightOf(last)];
  if (right - left + 1 > cells.length + 1) return null;
  const texts = new Set(cells.map((cell) => foldSpace(cell.text).toLowerCase()));
  if (texts.size < cells.length || cells.some((cell) => !mayHead(cell))) return null;
  const below: (readonly GridCell[])[] = [];
  for (let next = row + 1; next < sheet.grid.rowCount && next <= row + rowsBelow; next++) {
    const filled = sheet.filled(next).filter((cell) => cell.column >= left && cell.column <= right);
    if (filled.length === 0) break;
    if (sheet.filled(next).length > filled.length + 1) return null;
    if (filled.length * 2 >= cells.length) below.push(filled);
  }
  if (below.length < 2 || below.every((filled) => filled.every((cell) => alike(cell, first)))) return null;
  for (let column = left; column <= right; column++) {
    const held = below.flatMap((filled) => filled.find((cell) => cell.column === column) ?? []);
    if (held.length >= 2 && kinds.some((test) => held.every(test)))
      return { row, top: row, bottom: row, left, right };
  }
  return null;
}

const kinds: readonly ((cell: GridCell) => boolean)[] = [
  (cell) => cell.value?.kind === 'day' || date.test(cell.text.trim()),
  (cell) => looksLikeFigure(cell.text.trim()),
  (cell) => initials.test(cell.text.trim()),
  (cell) => cell.text.length <= 40 && readStatus(cell.text.trim()) !== null,
];

function looksSetApart(cells: readonly GridCell[]): boolean {
  return cells.every((cell) => cell.bold) || cells.every((cell) => cell.fill);
}

function mayHead({ text, value }: GridCell): boolean {
  const words = text.trim();
  if (words.length > longestHeading || value?.kind === 'number' || value?.kind === 'day') return false;
  return /\p{L}/u.test(words) && !/[.;]$/.test(words) && !date.test(words);
}

function alike(cell: GridCell, other: GridCell): boolean {
  return (cell.bold ?? false) === (other.bold ?? false) && cell.fill === other.fill;
}
