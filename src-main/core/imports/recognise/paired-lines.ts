import type { GridCell } from '#shared/contract/grid.ts';
import { numberedParts } from './numbered-lists.ts';
import type { Region } from './tables.ts';
import { isBullet, linesOf } from './words.ts';

const mostLines = 12;

/**
 * Several actions in one cell, a line each, where the dates beside them are as many lines: the table as each of the
 * actions sees it. Null where the lines do not pair: then it is one action. Leads may be one for all.
 */
export function regionsByLine(
  region: Region,
  rows: readonly number[],
  subject: number,
  o: { readonly dates: readonly number[]; readonly leads: readonly number[] },
): Region[] | null {
  const row = rows[0];
  if (row === undefined || rows.length > 1 || o.dates.length === 0) return null;
  const { sheet } = region;
  const lines = (column: number) => linesOf(sheet.shown(row, column)?.text ?? '');
  const marked = numberedParts(sheet.shown(row, subject)?.text ?? '');
  const texts = marked ? marked.map((part) => part.text) : lines(subject);
  const count = texts.length;
  if (count < 2 || count > mostLines) return null;
  // Lines that are sentences cut short, or bullets under one, belong together.
  if (!marked && !texts.every((text) => /^\p{Lu}/u.test(text) && !isBullet(text) && !text.endsWith(':')))
    return null;
  if (!o.dates.some((column) => lines(column).length === count)) return null;
  if (!o.dates.every((column) => [0, 1, count].includes(lines(column).length))) return null;
  if (!o.leads.every((column) => [0, 1, count].includes(lines(column).length))) return null;
  return texts.map((text, at) => {
    const show = (cell: GridCell | undefined): GridCell | undefined => {
      if (!cell?.text.includes('\n')) return cell;
      const { value: _, ...plain } = cell;
      if (cell.column === subject) return { ...plain, text: marked ? `${marked[at]?.mark}) ${text}` : text };
      const own = linesOf(cell.text);
      return own.length === count ? { ...plain, text: own[at] ?? '' } : cell;
    };
    return { ...region, sheet: { ...sheet, shown: (r, column) => show(sheet.shown(r, column)) } };
  });
}

const lettered = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+\S/i;

/** Words over lettered lines are one action, the lines its bullets: "Extend the offer", "a) …", "b) …". */
export function letteredBullets(text: string): { text: string; bullets: string[] } | null {
  if (!text.includes('\n')) return null;
  const lines = linesOf(text);
  const first = lines.findIndex((line) => lettered.test(line));
  if (first < 1 || lines.length - first < 2 || !lines.slice(first).every((line) => lettered.test(line)))
    return null;
  return numberedParts(lines.slice(first).join('\n'))
    ? { text: lines.slice(0, first).join('\n'), bullets: lines.slice(first) }
    : null;
}
