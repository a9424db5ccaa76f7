import type { Context } from './context.ts';
import { keyOfMarks } from './key-marks.ts';
import { type KeyLine, keyLineOf, keysAcross, keysWithin, statusLineOf } from './key-rows.ts';
import type { ReadTable } from './read-table.ts';
import type { LooseLine } from './titles.ts';

/** The document's own key: two lines of it at least, so that a lone "Red - …" is no key. */
export function keyOf(lines: readonly LooseLine[]): { key: KeyLine; line: LooseLine }[] {
  const found: { key: KeyLine; line: LooseLine }[] = [];
  for (const line of lines) {
    const across = keysAcross(line.sheet, line.row, line.cells);
    if (across.length > 1) return across.map((key) => ({ key, line }));
    const within = keysWithin(line.sheet, line.row, line.cells);
    if (within.length > 1) return within.map((key) => ({ key, line }));
    const key = keyLineOf(line.sheet, line.row, line.cells);
    if (key) found.push({ key, line });
  }
  return groupsOf(found)[0] ?? keyOfMarks(lines);
}

/** "RAG key:" beside the key's cells, or before its words in one cell, heads them. */
export function markKeyLabels(
  context: Context,
  keyLines: readonly { readonly key: KeyLine; readonly line: LooseLine }[],
): void {
  for (const { line } of keyLines) {
    const { sheet, row, cells } = line;
    const columns = keyLines.filter((one) => one.line === line).flatMap((one) => one.key.columns);
    const inOne = keysWithin(sheet, row, cells).length > 1;
    for (const cell of cells)
      if (inOne || !columns.includes(cell.column)) context.mark(sheet.index, row, cell.column, 'header');
  }
}

/** Keys stand together, a line under the other; the first such group with different labels is the document's. */
function groupsOf<T extends { key: KeyLine }>(found: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const one of found) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1]?.key;
    const near =
      last &&
      last.sheet === one.key.sheet &&
      one.key.row - last.row <= 2 &&
      last.columns[0] === one.key.columns[0];
    if (group && near) group.push(one);
    else groups.push([one]);
  }
  return groups.filter((group) => {
    const labels = new Set(group.map((one) => one.key.entry.label));
    const states = new Set(group.map((one) => one.key.entry.state));
    const colours = new Set(group.map((one) => one.key.entry.colour));
    if (group.length < 2 || group.length > 9 || labels.size < group.length) return false;
    return states.size >= 2 && colours.size === group.length;
  });
}

/** A key in a table of its own: colours or words beside their meaning. */
export function addKeyTables(context: Context, tables: readonly ReadTable[]): void {
  for (const table of tables) {
    if (table.kind.kind !== 'key') continue;
    const { sheet, top, bottom } = table.region;
    for (let row = top; row <= bottom; row++) {
      const entry = keyLineOf(sheet, row)?.entry ?? statusLineOf(sheet, row);
      const key = context.drafts.plans[0]?.key;
      if (entry && !key?.some((one) => one.label === entry.label)) key?.push(entry);
    }
  }
}
