import type { Merge } from './grid.ts';
import { type DocumentPart, type DocumentRow, type Placing, partWords } from './places.ts';

/** Where a named place lies: which grid, and the rectangle in it, all edges inside. */
export type FoundPlace = Merge & { readonly grid: number };

/**
 * The place that `placeName` or `rangePlace` named so: "Sheet1!B14", "Sheet1!A4:G61", "table 3 row 5 column 2",
 * "paragraphs 4 to 8". Of several, set apart by commas, the first. Null where the file has no such place.
 */
export function findPlace(grids: readonly Placing[], where: string): FoundPlace | null {
  return cellOf(grids, where) ?? documentPlace(grids, where);
}

const a1 = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?=$|,)/;

function cellOf(grids: readonly Placing[], where: string): FoundPlace | null {
  let best: { found: FoundPlace; length: number } | null = null;
  grids.forEach(({ name }, grid) => {
    if (!where.startsWith(`${name}!`) || (best !== null && best.length >= name.length)) return;
    const match = a1.exec(where.slice(name.length + 1));
    if (!match) return;
    const left = columnNumber(match[1] ?? '');
    const top = Number(match[2]) - 1;
    const right = match[3] === undefined ? left : columnNumber(match[3]);
    const bottom = match[4] === undefined ? top : Number(match[4]) - 1;
    best = { found: { grid, top, left, bottom, right }, length: name.length };
  });
  return (best as { found: FoundPlace } | null)?.found ?? null;
}

/** A is 0, AA is 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

type Rows = readonly (DocumentRow | undefined)[];
/** One end of a stretch: the rows it names, and the columns where it names any. */
type End = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

function documentPlace(grids: readonly Placing[], where: string): FoundPlace | null {
  for (const [grid, { document }] of grids.entries()) {
    if (document === undefined) continue;
    const found = stretchOf(document, where);
    if (found) return { grid, ...found };
  }
  return null;
}

const parts = Object.entries(partWords) as [DocumentPart, string][];
const paragraphForm = new RegExp(`^(${parts.map(([, words]) => words).join('|')})(s?) (\\d+)(?: to (\\d+))?`);
const tableForm =
  /^tables? (\d+)(?: to (\d+))?(?: rows? (\d+)(?: to (\d+))?)?(?: columns? (\d+)(?: to (\d+))?)?/;
const rowForm = /^row (\d+)/;

function stretchOf(rows: Rows, where: string): End | null {
  const first = endOf(rows, where);
  if (!first) return null;
  const { end, rest } = first;
  const further = rest.startsWith(' to ') ? endOf(rows, rest.slice(4)) : null;
  return further
    ? { ...end, bottom: further.end.bottom, left: 0, right: Math.max(end.right, further.end.right) }
    : end;
}

function endOf(rows: Rows, where: string): { end: End; rest: string } | null {
  const row = rowForm.exec(where);
  if (row) {
    const at = Number(row[1]) - 1;
    return at < rows.length ? { end: wide(at, at), rest: where.slice(row[0].length) } : null;
  }
  const paragraph = paragraphForm.exec(where);
  if (paragraph) {
    const part = parts.find(([, words]) => words === paragraph[1])?.[0];
    const at = (number: number) =>
      rows.findIndex((one) => one?.kind === 'paragraph' && one.part === part && one.number === number);
    const top = at(Number(paragraph[3]));
    const bottom = paragraph[4] === undefined ? top : at(Number(paragraph[4]));
    return top < 0 || bottom < 0 ? null : { end: wide(top, bottom), rest: where.slice(paragraph[0].length) };
  }
  const table = tableForm.exec(where);
  if (!table) return null;
  const [whole, one, toTable, fromRow, toRow, fromColumn, toColumn] = table;
  const top = rowOfTable(rows, Number(one), fromRow === undefined ? null : Number(fromRow), 'first');
  const last = toRow ?? fromRow;
  const bottom = rowOfTable(rows, Number(toTable ?? one), last === undefined ? null : Number(last), 'last');
  if (top < 0 || bottom < 0) return null;
  const left = fromColumn === undefined ? 0 : Number(fromColumn) - 1;
  const right = fromColumn === undefined ? everyColumn : Number(toColumn ?? fromColumn) - 1;
  return { end: { top, bottom, left, right }, rest: where.slice(whole.length) };
}

const everyColumn = 16_383;
const wide = (top: number, bottom: number): End => ({ top, bottom, left: 0, right: everyColumn });

function rowOfTable(rows: Rows, table: number, row: number | null, which: 'first' | 'last'): number {
  const is = (one: DocumentRow | undefined) =>
    one?.kind === 'table' && one.table === table && (row === null || one.row === row);
  return which === 'first' ? rows.findIndex(is) : rows.findLastIndex(is);
}
