import type { Sheet } from '../sheet.ts';
import type { LooseLine } from '../titles.ts';
import type { RecogniseOptions } from '../types.ts';
import { foldSpace } from '../words.ts';
import { type Block, blocksOf, type Paragraph, type TableBlock } from './blocks.ts';
import { correctedTables } from './corrected-tables.ts';
import { type DocumentTable, documentTables } from './document-tables.ts';
import { type Heading, headingsOf, inText } from './heading-lines.ts';
import { rows } from './table-parts.ts';
import { type TitleBlock, titleBlockOf } from './title-block.ts';

/** A document taken apart, before anything in it is given a meaning. */
export type DocumentOutline = {
  readonly sheet: Sheet;
  readonly blocks: readonly Block[];
  readonly headings: ReadonlyMap<Paragraph, Heading>;
  readonly tables: ReadonlyMap<TableBlock, readonly DocumentTable[]>;
  readonly title: TitleBlock;
  /** Page numbers, contents pages: they say nothing of their own. */
  readonly furniture: ReadonlySet<Paragraph>;
  /** Its paragraphs as lines, for rules that read lines. */
  readonly lines: readonly LooseLine[];
};

export function outlineOf(sheet: Sheet, options: RecogniseOptions): DocumentOutline {
  const all = blocksOf(sheet);
  const furniture = new Set(all.filter((block): block is Paragraph => isFurniture(block)));
  const bare = all.filter((block) => !furniture.has(block as Paragraph));
  const headings = headingsOf(bare);
  const { blocks, tables } = correctedTables(
    sheet,
    bare,
    documentTables(bare, headings),
    options.corrections,
  );
  const firstTable = blocks.find((block) => block.kind === 'table');
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'table') return rowsAsLines(block, tables.get(block) ?? []);
    return inText(block) ? [lineOf(block, firstTable === undefined || block.row < firstTable.top)] : [];
  });
  return {
    sheet,
    blocks,
    headings,
    tables,
    title: titleBlockOf(blocks, options.fileName),
    furniture,
    lines,
  };
}

function lineOf(paragraph: Paragraph, above: boolean): LooseLine {
  const { sheet, row, cell, item, text, words } = paragraph;
  const bulleted = item !== null && !/^(?:\d|\()/.test(paragraph.said.list?.mark ?? '');
  const { part } = paragraph.said;
  return {
    sheet,
    row,
    cells: [cell],
    text: bulleted ? `• ${words}` : text,
    above,
    ...(part !== 'body' && { part }),
  };
}

/** The rows of a small table without headings: a key or a glossary is read as lines are. */
function rowsAsLines(block: TableBlock, tables: readonly DocumentTable[]): LooseLine[] {
  if (block.right > 2) return [];
  const [table] = tables;
  // Under "Colour | Meaning" stands a key; under other headings something that its columns say.
  const headed = table?.headed === true;
  if (headed && !/\b(?:b?rag|colour|key|rating|status)\b/i.test(block.sheet.text(block.top, 0))) return [];
  return rows(headed ? table.region.top : block.top, block.bottom).flatMap((row) => {
    const cells = block.sheet.filled(row);
    const text = foldSpace(cells.map((cell) => cell.text).join(' '));
    return cells.length === 0 ? [] : [{ sheet: block.sheet, row, cells, text, above: false }];
  });
}

/** "Page 2 of 9", a line of the contents ("Our priorities ....... 4"). */
function isFurniture(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const { text, said, cell } = block;
  if (/^(?:page\s*)?[-–]?\s*(?:\d{1,3}|[ivx]{1,5})\s*[-–]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i.test(text))
    return true;
  if (/^page\s*\d{0,3}(?:\s*of\s*\d{0,3})?$/i.test(text)) return true;
  if (/^(?:table of )?contents:?$/i.test(text)) return true;
  if (/^(?:toc\b|table of (?:contents|figures)|toc heading)/i.test(said.style ?? '')) return true;
  return /^\S.{2,120}?(?:\t+|\s?\.{4,}|\s?…{2,})\s*\d{1,3}$/s.test(cell.text.trim()) && !/\n/.test(cell.text);
}

/** All tables of a document, in reading order. */
export function tablesOf(outline: DocumentOutline): DocumentTable[] {
  return [...outline.tables.values()].flat();
}
