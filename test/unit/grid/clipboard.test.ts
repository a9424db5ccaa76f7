import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHtmlTable, parseHtmlTable } from '../../../src-renderer/grid/html-table.ts';
import { formatTsv, parseTsv } from '../../../src-renderer/grid/tsv.ts';

const cellText = fc.oneof(
  fc.string(),
  fc.stringMatching(/^["\t\n a-z]{0,8}$/),
  fc.constantFrom('"', '""', 'say "so"', '"so"', 'two\nlines', 'a\tb', '', '£5 & <b>'),
);
const blocks = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, cols]) =>
    fc.array(fc.array(cellText, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }),
  );

describe('parseTsv', () => {
  it('reads a cell of several lines as Excel quotes it', () => {
    expect(parseTsv('a\t"first\nsecond ""quoted"""\r\nc\td\r\n')).toEqual([
      ['a', 'first\nsecond "quoted"'],
      ['c', 'd'],
    ]);
  });

  it('keeps the quotation marks of words that need no quoting', () => {
    expect(parseTsv('"Together"\tplain\r\n')).toEqual([['"Together"', 'plain']]);
  });

  it('keeps an inch mark and an unclosed quote as they stand', () => {
    expect(parseTsv('5" rule\t"open\r\n')).toEqual([['5" rule', '"open']]);
  });

  it('keeps empty cells and empty rows in the middle of a block', () => {
    expect(parseTsv('a\t\tb\r\n\r\nc\r\n')).toEqual([['a', '', 'b'], [''], ['c']]);
  });

  it('reads back whatever formatTsv writes', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const plain = block.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')));
        expect(parseTsv(formatTsv(block))).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseHtmlTable', () => {
  it('says null where the clipboard holds no table', () => {
    expect(parseHtmlTable('<p>Only words</p>')).toBeNull();
  });

  it("keeps a Word cell's paragraphs together as lines", () => {
    const html = `<html xmlns:o="urn:x"><head><style>td{mso:x}</style></head><body><!--StartFragment-->
      <table><tr><td width=100><p class=MsoNormal>Train the
      wardens<o:p></o:p></p><p>Then the cooks</p></td><td>By&nbsp;May &#163;20</td></tr></table></body></html>`;
    expect(parseHtmlTable(html)).toEqual([['Train the wardens\nThen the cooks', 'By May £20']]);
  });

  it('puts a merged cell into its first row and column and leaves the rest empty', () => {
    const html =
      '<table><tr><td rowspan=2>A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D</td></tr><tr><td>E</td></tr></table>';
    expect(parseHtmlTable(html)).toEqual([['A', 'B', ''], ['', 'C', 'D'], ['E']]);
  });

  it('reads Excel line breaks and leaves unclosed cells where they are', () => {
    expect(parseHtmlTable('<table><tr><td>one<br style="x">two<td>three</table>')).toEqual([
      ['one\ntwo', 'three'],
    ]);
  });

  it('keeps the words of a table inside a cell in that cell', () => {
    expect(
      parseHtmlTable('<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>'),
    ).toEqual([['a\nb', 'c']]);
  });

  it('takes no words from scripts and styles', () => {
    expect(parseHtmlTable('<table><tr><td>x<script>alert("y")</script></td></tr></table>')).toEqual([['x']]);
  });

  it('reads back what formatHtmlTable writes, white space folded', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const folded = block.map((row) =>
          row.map((cell) =>
            cell
              .replace(/\r\n?/g, '\n')
              .split('\n')
              .map((line) => line.replace(/[ \t\f]+/g, ' ').trim())
              .join('\n')
              .replace(/\n{2,}/g, '\n')
              .replace(/^\n+|\n+$/g, ''),
          ),
        );
        expect(parseHtmlTable(formatHtmlTable(block))).toEqual(folded);
      }),
      { numRuns: 300 },
    );
  });
});
