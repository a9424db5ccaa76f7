import type { GridCell } from '#shared/contract/grid.ts';
import type { Sheet } from '../sheet.ts';
import type { Region } from '../tables.ts';
import { foldSpace } from '../words.ts';
import type { Block, Paragraph, TableBlock } from './blocks.ts';
import type { Heading } from './heading-lines.ts';
import { partsOf, rows, type TablePart } from './table-parts.ts';
import { titleInHeader, withPlainHeading } from './title-in-header.ts';

/** A table of a document as it is read: fragments that page breaks made are one. */
export type DocumentTable = {
  readonly kind: 'table-part';
  readonly block: TableBlock;
  readonly lead: readonly number[];
  /** The title of a section that stands in the place of the first heading. */
  readonly title: GridCell | null;
  readonly region: Region;
  /** Whether it has a header, its own or that of the table it goes on with. */
  readonly headed: boolean;
  /** Tables of the same headings: their columns mean the same. */
  readonly family: number;
};

/** The tables of a document in reading order, by the block they begin in. */
export function documentTables(
  blocks: readonly Block[],
  headings: ReadonlyMap<Paragraph, Heading>,
): Map<TableBlock, DocumentTable[]> {
  const found = new Map<TableBlock, DocumentTable[]>();
  const families = new Map<string, number>();
  let before: { table: DocumentTable; key: string } | null = null;
  let headed = false;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (headings.has(block)) headed = true;
      continue;
    }
    const own: DocumentTable[] = [];
    for (const part of partsOf(block)) {
      const title = part.header === null ? null : titleInHeader(block.sheet, part.header);
      const key: string = part.header === null ? '' : keyOf(part, title);
      if (
        before !== null &&
        !headed &&
        title === null &&
        part.lead.length === 0 &&
        goesOn(before, part, key)
      ) {
        extend(before.table.region, part);
        continue;
      }
      const borrows: boolean = before !== null && part.header === null && fits(before.table, part);
      const name: string = borrows && before ? before.key : key;
      const family: number = name === '' ? -1 : (families.get(name) ?? families.size);
      if (family >= 0) families.set(name, family);
      const table: DocumentTable = {
        kind: 'table-part',
        block,
        lead: part.lead,
        title,
        region: regionOf(part, title),
        headed: part.header !== null || borrows,
        family,
      };
      own.push(table);
      if (table.headed) {
        before = { table, key: name };
        headed = false;
      } // A table of another kind between two of the same headings says of what the second is.
      else headed = true;
    }
    found.set(block, own);
  }
  return found;
}

function keyOf(part: TablePart, title: GridCell | null): string {
  const { header, block } = part;
  if (!header) return '';
  const texts: string[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    for (let column = 0; column <= header.right; column++)
      texts.push(
        title !== null && column === 0 ? 'action' : foldSpace(block.sheet.text(row, column)).toLowerCase(),
      );
  }
  return texts.join('|');
}

/** The next fragment of a table: the same headings again, or none and the same columns. */
function goesOn(before: { table: DocumentTable; key: string }, part: TablePart, key: string): boolean {
  if (part.header !== null) return key === before.key;
  return fits(before.table, part);
}

/** A table without headings that has the columns of the one before. */
function fits(before: DocumentTable, part: TablePart): boolean {
  const { block } = part;
  if (!before.headed || block.right !== before.region.right || block.right < 2) return false;
  // A column of labels ends in colons; rows of a plan do not.
  const labels = rows(block.top, block.bottom).filter((row) => /:$/.test(block.sheet.text(row, 0)));
  return labels.length * 2 <= block.bottom - block.top + 1;
}

function extend(region: Region, part: TablePart): void {
  if (part.header) region.repeats.push(part.header);
  region.repeats.push(...part.repeats);
  region.bottom = part.bottom;
  show(region.sheet, part);
}

const shownRows = new WeakMap<Sheet, Set<number>>();

/** A sheet of which only these rows are seen: paragraphs and other tables between fragments are not the table's. */
export function sheetOfRows(sheet: Sheet, visible: Set<number>): Sheet {
  const masked: Sheet = {
    ...sheet,
    filled: (row) => (visible.has(row) ? sheet.filled(row) : []),
  };
  shownRows.set(masked, visible);
  return masked;
}

function show(sheet: Sheet, part: TablePart): void {
  const visible = shownRows.get(sheet);
  if (!visible) return;
  for (const row of rows(part.header?.top ?? part.top, part.bottom)) visible.add(row);
}

/** The rows that a table's sheet shows. */
export function rowsShown(region: Region): ReadonlySet<number> {
  return shownRows.get(region.sheet) ?? new Set();
}

function regionOf(part: TablePart, title: GridCell | null): Region {
  const { block, header, top, bottom } = part;
  const whole = title === null ? block.sheet : withPlainHeading(block.sheet, title);
  const sheet = sheetOfRows(whole, new Set(rows(header?.top ?? top, bottom)));
  return {
    sheet,
    header: header ?? { row: top - 1, top, bottom: top - 1, left: 0, right: block.right },
    left: 0,
    right: block.right,
    top,
    bottom,
    repeats: [...part.repeats],
  };
}
