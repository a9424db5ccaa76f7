import { AppError } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import { blocksOf } from './html/blocks.ts';
import { documentGrid, sheetGrid } from './html/layout.ts';
import { readStyleSheet } from './html/looks.ts';
import type { Reading } from './html/table.ts';
import { findElement, parsePage } from './html/tree.ts';
import type { ReadLimits } from './limits.ts';
import { decodePage } from './text-encoding.ts';
import type { Book } from './xlsx/book.ts';

/** Rows copied without the table around them: a browser would drop their cells. */
const onlyRows = /^(\s|<!--[\s\S]{0,2000}?-->){0,20}<(tr|td|th|tbody|thead|tfoot|colgroup)[\s>]/i;

/**
 * A web page, a table pasted from Word, Excel, Outlook or a page, or the page that many systems export under the name of
 * a workbook. One table alone becomes a sheet; anything more a document, its headings and paragraphs kept in their places.
 *
 * Throws AppError file-empty, file-hostile, file-too-large.
 */
export function readHtml(bytes: Buffer, fileName: string, limits: ReadLimits): ReadFile {
  const text = decodePage(bytes).replaceAll('\0', '');
  const root = parsePage(onlyRows.test(text) ? `<table>${text}` : text, fileName);
  const book: Book = { fileName, limits, texts: [], styles: [], from1904: false, cells: 0 };
  const reading: Reading = { sheet: readStyleSheet(root), book, left: { hidden: 0, pictures: 0 } };
  const blocks = blocksOf(findElement(root, 'body') ?? root, reading);
  if (blocks.length === 0) {
    throw new AppError(
      'file-empty',
      `“${fileName}” is a web page without a table or any text of its own. Open the page, select its table, copy it and paste it on the Import screen.`,
    );
  }
  const remarks = leftOut(
    reading,
    blocks.filter((block) => block.kind === 'laid-table' && block.nested).length,
  );
  const [first] = blocks;
  const alone = blocks.length === 1 && first?.kind === 'laid-table' ? first.table : null;
  const grid =
    alone === null
      ? documentGrid(blocks, book)
      : sheetGrid(alone, book, sheetName(text) ?? fileName.replace(/\.[^.]*$/, ''), remarks);
  return { format: 'html', grids: [grid], remarks };
}

function leftOut({ left }: Reading, nested: number): string[] {
  const remarks: string[] = [];
  if (left.hidden > 0) {
    remarks.push(
      `Words that the page hides were left out (in ${left.hidden === 1 ? 'one place' : `${left.hidden} places`}).`,
    );
  }
  if (left.pictures > 0) {
    remarks.push(`${left.pictures === 1 ? 'One picture was' : `${left.pictures} pictures were`} left out.`);
  }
  if (nested > 0) {
    remarks.push(
      `${nested === 1 ? 'A table stands' : `${nested} tables stand`} inside a cell of another. ${nested === 1 ? 'It was' : 'They were'} read as ${nested === 1 ? 'a table of its own' : 'tables of their own'} right after it.`,
    );
  }
  return remarks;
}

/** Excel names the sheet in a remark to itself. */
function sheetName(text: string): string | undefined {
  const said = /<x:Name>([^<]{1,60})<\/x:Name>/.exec(text)?.[1]?.trim();
  return said === '' ? undefined : said;
}
