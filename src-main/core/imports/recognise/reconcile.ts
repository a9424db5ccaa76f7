import type { Reconciliation, TableView } from '#shared/contract/imports.ts';
import { type CellAt, finder } from '../evidence.ts';
import { evidenceOf } from './draft-evidence.ts';
import { keepHeadings, type UnsaidHeading } from './loose-headings.ts';
import type { Sheet } from './sheet.ts';
import { type Drafts, type DraftTray, fateNames, type HeadingLine } from './types.ts';

const placedFate = fateNames.indexOf('placed');
const trayFate = fateNames.indexOf('tray');
const largestBlock = 20_000;

/**
 * Looks for every source cell's text in the records that would be written (`finder` says where). What is not found goes
 * to the tray, so that nothing is lost; what would be neither found nor in the tray is counted as lost. Headings that no
 * record says are kept with what they head, or named beside the tables (`headings`).
 */
export function reconcile(
  sheets: readonly Sheet[],
  tables: readonly TableView[],
  drafts: Drafts,
  fates: readonly Uint8Array[],
): { reconciliation: Reconciliation; headings: HeadingLine[] } {
  const unsaid: UnsaidHeading[] = [];
  const labels = new Map<string, CellAt>();
  const isFound = finder(
    sheets.map((sheet) => sheet.grid),
    tables,
    evidenceOf(sheets, drafts),
    [],
    (at, label) => labels.set(label, at),
  );
  let cells = 0;
  let placed = 0;
  let tray = 0;
  for (const sheet of sheets) {
    const map = fates[sheet.index];
    const width = sheet.grid.columnCount;
    const loose: { row: number; column: number; text: string }[] = [];
    for (let row = 0; row < sheet.grid.rowCount; row++) {
      for (const cell of sheet.filled(row)) {
        cells++;
        const at = row * width + cell.column;
        const fate = fateNames[map?.[at] ?? 0] ?? 'none';
        const place = { grid: sheet.index, row, column: cell.column, fate };
        if (fate !== 'tray' && isFound(place, cell.text)) {
          placed++;
          if (map && fate === 'none') map[at] = placedFate;
          continue;
        }
        if (fate === 'header' || fate === 'furniture') {
          const { text } = cell;
          placed++;
          unsaid.push({ ...place, furniture: fate === 'furniture', text });
          continue;
        }
        if (map) map[at] = trayFate;
        loose.push({ row, column: cell.column, text: cell.text.trim() });
      }
    }
    for (const stray of sheet.grid.strays ?? []) {
      cells++;
      loose.push({ row: stray.row, column: stray.column, text: stray.text.trim() });
    }
    tray += loose.length;
    drafts.tray.push(...blocksOf(sheet.index, loose));
  }
  const reconciliation = { cells, placed, tray, lost: cells - placed - tray };
  return {
    reconciliation,
    headings: [...keepHeadings(drafts, unsaid, tables), ...[...labels].map(labelLine)],
  };
}

/** A label that stands before answers in sentences, named once for all of them. */
function labelLine([text, { grid, row, column }]: [string, CellAt]): HeadingLine {
  return { grid, row, column, toColumn: column, furniture: false, texts: [text] };
}

/** Cells side by side and beneath each other become one piece of the tray, a row a line. */
function blocksOf(
  grid: number,
  cells: readonly { row: number; column: number; text: string }[],
): DraftTray[] {
  const blocks: DraftTray[] = [];
  let open: (DraftTray & { wide: boolean }) | null = null;
  let at = 0;
  while (at < cells.length) {
    const row = cells[at]?.row ?? 0;
    const line: { row: number; column: number; text: string }[] = [];
    while (at < cells.length && cells[at]?.row === row) line.push(cells[at++] as (typeof line)[number]);
    const first = line[0] as (typeof line)[number];
    const last = line[line.length - 1] as (typeof line)[number];
    const text = line.map((cell) => cell.text).join('\t');
    const wide = line.length > 1;
    if (
      open &&
      open.toRow >= row - 1 &&
      (open.wide || wide) &&
      open.text.length + text.length < largestBlock
    ) {
      open.toRow = row;
      open.column = Math.min(open.column, first.column);
      open.toColumn = Math.max(open.toColumn, last.column);
      open.text += `\n${text}`;
      continue;
    }
    open = { grid, row, column: first.column, toRow: row, toColumn: last.column, text, wide };
    blocks.push(open);
  }
  return blocks.map(({ grid: sheet, row, column, toRow, toColumn, text }) => ({
    grid: sheet,
    row,
    column,
    toRow,
    toColumn,
    text,
  }));
}
