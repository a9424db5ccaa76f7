import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import { formatHtmlTable, parseHtmlTable } from '../../../src-renderer/grid/html-table.ts';
import { formatTsv, parseTsv } from '../../../src-renderer/grid/tsv.ts';

/** Words that a spreadsheet likes to read as something else, and words of several lines. */
const words = [
  '1.10',
  'Dec 09',
  '2.1 (i)',
  '0012',
  '=SUM(A1)',
  '5 < 6 & "so"',
  'Two lines\nof words',
  '• one\n• two\n• three',
  '',
  '12/10/2010',
  '50%',
  'September 08 onwards',
  'JW\nGM',
  'é ü £12,000',
  'TRUE',
  '1/4',
  '10:30',
  '+5',
  '"quoted"',
];
const block = Array.from({ length: 30 }, (_, row) =>
  Array.from({ length: 6 }, (_, col) => words[(row * 6 + col * 5 + row) % words.length] ?? ''),
);

const textsOf = (bytes: Uint8Array, name: string) => {
  const [sheet] = readFile(bytes, name).grids;
  return block.map((row, r) => row.map((_, c) => sheet?.rows[r]?.[c]?.text ?? ''));
};

describe('a block of 30 rows by 6 columns on the clipboard', () => {
  it('is the same when read back from the table and from the text', () => {
    expect(parseHtmlTable(formatHtmlTable(block))).toEqual(block);
    expect(parseTsv(formatTsv(block))).toEqual(block);
  });

  it('is the same to the program’s own reader of pages, cell by cell', () => {
    const page = `<html><head><meta charset="utf-8"></head><body>${formatHtmlTable(block)}</body></html>`;
    expect(textsOf(Buffer.from(page), 'block.html')).toEqual(block);
  });

  it('says of every cell that it is words, for a spreadsheet not to read it as a number or a day', () => {
    const cells = formatHtmlTable(block).match(/<td [^>]*>/g) ?? [];
    expect(cells).toHaveLength(180);
    expect(new Set(cells)).toEqual(new Set([`<td style="mso-number-format:'\\@'" sdnum="2057;0;@">`]));
  });

  it('is the same out of a workbook of words, and from there on the clipboard again', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Block', rows: block }] });
    const read = textsOf(bytes, 'block.xlsx');
    expect(read).toEqual(block);
    expect(parseHtmlTable(formatHtmlTable(read))).toEqual(block);
  });
});
