import { gather, type Paragraph } from './gather.ts';
import { lookOfElement } from './looks.ts';
import { type PageTable, type Reading, readTable } from './table.ts';
import { attributeOf, type Element, elementsOf, rawText } from './tree.ts';

/** A page in reading order: its paragraphs, and its tables laid out. */
export type Block =
  | Paragraph
  | { readonly kind: 'laid-table'; readonly table: PageTable; readonly nested: boolean };

const plainFont = { bold: false, strike: false };

/** Tables that only place things on the page are taken apart; tables inside a cell follow after the one that holds them. */
export function blocksOf(root: Element, reading: Reading): Block[] {
  const blocks: Block[] = [];
  take(root, reading, blocks);
  return blocks;
}

function take(element: Element, reading: Reading, blocks: Block[]): void {
  for (const piece of gather(element, reading.sheet, plainFont, reading.left)) {
    if (piece.kind === 'paragraph') blocks.push(piece);
    else takeTable(piece.element, reading, blocks, false);
  }
}

function takeTable(element: Element, reading: Reading, blocks: Block[], nested: boolean): void {
  if (lookOfElement(element, reading.sheet).hidden === true) {
    if (rawText(element).trim() !== '') reading.left.hidden += 1;
    return;
  }
  if (isForLayout(element)) {
    for (const cell of cellsOf(element)) take(cell, reading, blocks);
    return;
  }
  const table = readTable(element, reading);
  blocks.push(...table.caption);
  const says = table.rows.some((row) => row.cells.some((cell) => cell !== undefined && cell.text !== ''));
  if (says) blocks.push({ kind: 'laid-table', table, nested });
  for (const inner of table.rows.flatMap((row) => row.inner)) takeTable(inner, reading, blocks, says);
}

function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((part) =>
    part.tagName === 'tr'
      ? [part]
      : /^t(head|body|foot)$/.test(part.tagName)
        ? elementsOf(part).filter((row) => row.tagName === 'tr')
        : [],
  );
}

function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap((row) =>
    elementsOf(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th'),
  );
}

/** One cell around everything, or a table whose words nearly all stand in tables of their own. */
function isForLayout(table: Element): boolean {
  const cells = cellsOf(table);
  if (cells.length === 1) return true;
  const inner = tablesIn(table);
  if (inner.length === 0) return false;
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  if (rowsOf(table).every((row) => elementsOf(row).length <= 1)) return true;
  const whole = lettersIn(table);
  const inside = inner.reduce((sum, one) => sum + lettersIn(one), 0);
  return inside > whole * 0.7;
}

function lettersIn(element: Element): number {
  return rawText(element).replace(/\s+/g, '').length;
}

/** The outermost tables inside the cells of this one. */
function tablesIn(element: Element): Element[] {
  return elementsOf(element).flatMap((one) => (one.tagName === 'table' ? [one] : tablesIn(one)));
}
