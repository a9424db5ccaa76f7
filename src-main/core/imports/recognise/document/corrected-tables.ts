import type { Correction } from '#shared/contract/imports.ts';
import { correctedRegions, tableIdOf } from '../corrected-regions.ts';
import type { Sheet } from '../sheet.ts';
import type { Region } from '../tables.ts';
import type { Block, TableBlock } from './blocks.ts';
import type { DocumentTable } from './document-tables.ts';

type Tables = ReadonlyMap<TableBlock, readonly DocumentTable[]>;

/**
 * The blocks and tables of a document as the officer corrected them: other edges or headings, tables taken away, and
 * tables drawn where the document has paragraphs.
 */
export function correctedTables(
  sheet: Sheet,
  blocks: readonly Block[],
  tables: Tables,
  corrections: readonly Correction[],
): { blocks: readonly Block[]; tables: Tables } {
  const found = [...tables.values()].flat();
  const regions = correctedRegions(
    sheet,
    found.map((table) => table.region),
    corrections,
  );
  if (regions.length === found.length && regions.every((region, at) => region === found[at]?.region))
    return { blocks, tables };
  const byId = new Map(found.map((table) => [tableIdOf(table.region), table]));
  const made = new Map<TableBlock, DocumentTable[]>([...tables.keys()].map((block) => [block, []]));
  let all = [...blocks];
  for (const region of regions) {
    const before = byId.get(tableIdOf(region));
    let block = before?.block ?? blockAt([...made.keys()], region);
    if (!block) {
      block = drawnBlock(sheet, region);
      all = withBlock(all, block);
      made.set(block, []);
    }
    made.get(block)?.push(tableOf(region, before, block));
  }
  return { blocks: all, tables: made };
}

function tableOf(region: Region, before: DocumentTable | undefined, block: TableBlock): DocumentTable {
  const headed = region.header.bottom >= region.header.top;
  const same = before !== undefined && sameEdges(before.region, region);
  return {
    kind: 'table-part',
    block,
    lead: (before?.lead ?? []).filter((row) => row < region.header.top),
    title: same ? before.title : null,
    region,
    headed: same ? before.headed : headed,
    // Under other headings its columns may mean something else.
    family: same ? before.family : -1,
  };
}

function sameEdges(one: Region, other: Region): boolean {
  return (
    one.top === other.top &&
    one.bottom === other.bottom &&
    one.left === other.left &&
    one.right === other.right &&
    one.header.top === other.header.top &&
    one.header.bottom === other.header.bottom
  );
}

function topOf(region: Region): number {
  return Math.min(region.header.top, region.top);
}

function blockAt(blocks: readonly TableBlock[], region: Region): TableBlock | undefined {
  return blocks.find((block) => block.top <= region.bottom && block.bottom >= topOf(region));
}

function drawnBlock(sheet: Sheet, region: Region): TableBlock {
  const { bottom, right } = region;
  return { kind: 'table', sheet, number: 0, top: topOf(region), bottom, right, headerRows: 0 };
}

/** The blocks with a table in place of the paragraphs that it takes in. */
function withBlock(blocks: readonly Block[], table: TableBlock): Block[] {
  const rowOf = (block: Block) => (block.kind === 'table' ? block.top : block.row);
  const outside = blocks.filter(
    (block) => block.kind === 'table' || block.row < table.top || block.row > table.bottom,
  );
  const at = outside.findIndex((block) => rowOf(block) > table.top);
  return at < 0 ? [...outside, table] : [...outside.slice(0, at), table, ...outside.slice(at)];
}
