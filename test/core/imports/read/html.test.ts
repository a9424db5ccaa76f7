import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import type { Grid, ReadFile } from '#shared/contract/grid.ts';
import { placeName } from '#shared/contract/places.ts';
import { refusal } from '#test/fixtures/refusal.ts';

const read = (page: string, name = 'page.html'): ReadFile => readFile(Buffer.from(page), name);
const grid = (page: string): Grid => read(page).grids[0] as Grid;
const texts = (of: Grid): (string | undefined)[][] =>
  Array.from(of.rows, (line) => Array.from(line ?? [], (cell) => cell?.text));

const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><x:Name>Work plan</x:Name></xml><![endif]-->
<style><!-- td {padding:1px} .xl65 {background:#92D050;} .xl66 {mso-number-format:"Short Date";} .xl67 {text-decoration:line-through; background:yellow} .xl68{mso-number-format:"\\@"} --></style></head>
<body><table width=320><!--StartFragment--><col width=64 span=2><col width=75 style='display:none'>
<tr><td>Ref</td><td>Action</td><td class=xl65>RAG</td><td>When</td></tr>
<tr><td class=xl68>1.10</td><td rowspan=2>Open the den<br>
   then paint it</td><td class=xl65>&nbsp;</td><td class=xl66 x:num="40268">31 Mar</td></tr>
<tr style='display:none'><td>1.2</td><td class=xl67>Old<span style='mso-spacerun:yes'>&nbsp; </span>way</td><td bgcolor=red>34%</td></tr>
<!--EndFragment--></table></body></html>`;

describe('a table as Excel puts it on the clipboard', () => {
  it('is a sheet with its fills, spans, line breaks, days, hidden rows and columns', () => {
    const sheet = grid(excel);
    expect(sheet.name).toBe('Work plan');
    expect(sheet.document).toBeUndefined();
    expect(texts(sheet)).toEqual([
      ['Ref', 'Action', 'RAG', 'When'],
      ['1.10', 'Open the den\nthen paint it', '', '31 Mar'],
      ['1.2', undefined, 'Old way', '34%'],
    ]);
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
    expect(sheet.rows[1]?.[2]).toMatchObject({ text: '', fill: '#92d050' });
    expect(sheet.rows[1]?.[0]?.value).toBeUndefined();
    expect(sheet.rows[1]?.[3]?.value).toEqual({ kind: 'day', day: '2010-03-31' });
    expect(sheet.rows[2]?.[2]).toMatchObject({ strike: true, fill: '#ffff00' });
    expect(sheet.rows[2]?.[3]).toMatchObject({ fill: '#ff0000', value: { number: 0.34, percent: true } });
    expect([...sheet.hiddenRows]).toEqual([2]);
    expect([...sheet.hiddenColumns]).toEqual([2]);
  });

  it('is read under the name of a workbook, with a remark, and in rows without their table', () => {
    const file = read(excel, 'export.xls');
    expect(file.format).toBe('html');
    expect(file.remarks[0]).toMatch(/Whatever its name says, the file holds a web page/);
    expect(texts(grid('<tr><td>a<td>b<tr><td>c<td>d'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

const word = `<html><body lang=EN-GB><!--StartFragment--><h1>Harbour plan<o:p></o:p></h1>
<p class=MsoNormal>Words <b>about</b><del> not</del> it<a href="#_ftn1"><span>[1]</span></a>.</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>First point</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span><![endif]>Second point</p>
<ol type=i start=3><li>third<ul><li>deep</li></ul></li><li><p>fourth</p></li></ol>
<div style="display:none">secret</div>
<table><thead><tr><th>Action</th><th>Lead</th></tr></thead><tr><td><p>Do this</p><p>and that</p><ul><li>one</li></ul></td><td style='background:rgb(255,192,0)'><p>AB<o:p></o:p></p></td></tr></table>
<h2>Next</h2><table><tr><td>Measure</td><td>Target</td></tr><tr><td>x<sup>2</sup></td><td>45%</td></tr></table><!--EndFragment--></body></html>`;

describe('a page with headings and several tables', () => {
  it('is a document: every paragraph and every table in its place', () => {
    const document = grid(word);
    expect(document.name).toBe('Document');
    expect(texts(document).map((line) => line.join(' | '))).toEqual([
      'Harbour plan',
      'Words about not it¹.',
      '• First point',
      'a) Second point',
      'iii. third',
      '• deep',
      'iv. fourth',
      'Action | Lead',
      'Do this\nand that\n• one | AB',
      '',
      'Next',
      'Measure | Target',
      'x² | 45%',
    ]);
    expect(document.document?.[0]).toMatchObject({ kind: 'paragraph', heading: 1, number: 1 });
    expect(document.document?.[3]).toMatchObject({
      list: { level: 2, ordered: true, mark: 'a)' },
      style: 'List Paragraph',
    });
    expect(document.document?.[5]).toMatchObject({ list: { level: 2, ordered: false, mark: '•' } });
    expect(document.document?.[7]).toEqual({ kind: 'table', table: 1, row: 1, header: true });
    expect(document.document?.[9]).toBeUndefined();
    expect(placeName(document, 12, 1)).toBe('table 2 row 2 column 2');
    expect(document.rows[1]?.[0]).toMatchObject({ struck: ['not'], footnotes: ['¹'] });
    expect(document.rows[8]?.[1]?.fill).toBe('#ffc000');
    expect(document.merges[0]).toEqual({ top: 0, left: 0, bottom: 0, right: 1 });
    expect(read(word).remarks).toEqual(['Words that the page hides were left out (in one place).']);
  });

  it('takes tables apart that only place things, and puts a table inside a cell behind the one around it', () => {
    const layout = grid(
      '<table role=presentation><tr><td>Dear all</td></tr><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table></td></tr></table>',
    );
    expect(texts(layout)).toEqual([['Dear all'], ['1', '2'], ['3', '4']]);
    const nested = read(
      '<table><tr><td>Action with many words of its own</td><td>Lead</td></tr><tr><td>Another with words enough<table><tr><td>a<td>b<tr><td>c<td>d</table></td><td>AB</td></tr></table>',
    );
    expect(texts(nested.grids[0] as Grid).map((line) => line.join('|'))).toEqual([
      'Action with many words of its own|Lead',
      'Another with words enough|AB',
      '',
      'a|b',
      'c|d',
    ]);
    expect(nested.remarks[0]).toMatch(/A table stands inside a cell of another/);
  });

  it('is read in the letters it declares', () => {
    const page = Buffer.from(
      '<meta charset="iso-8859-2"><table><tr><td>\xb9<td>b<tr><td>c<td>d</table>',
      'latin1',
    );
    expect(readFile(page, 'page.html').grids[0]?.rows[0]?.[0]?.text).toBe('š');
  });
});

describe('a page that means harm', () => {
  it('is refused in words, or read as the words it shows', () => {
    expect(refusal(() => read('<div>'.repeat(5_000))).code).toBe('file-hostile');
    expect(refusal(() => read(`<table><tr>${'<td colspan=1000>x'.repeat(50)}</table>`)).code).toBe(
      'file-too-large',
    );
    expect(refusal(() => read('<script>alert(1)</script><style>a</style>')).code).toBe('file-empty');
    const page = grid(
      '<script>1</script><table><tr><td onclick="x()">=1+1<td><a href="javascript:x">y</a><tr><td>2<td>3</table>',
    );
    expect(texts(page)[0]).toEqual(['=1+1', 'y']);
    expect(page.rows[0]?.[1]?.link).toBeUndefined();
  });

  it('never stumbles, whatever tags are strewn about', () => {
    const piece = fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '<td>',
        '<td colspan=3 rowspan=2>',
        '</td>',
        '<th>',
        '<thead>',
        '<caption>',
      ],
      ...[
        '<li>',
        '<ul>',
        '<ol start=-3>',
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<h2>',
        '<br>',
        '<!--',
        '-->',
        '<col span=2>',
      ],
      ...[
        '<span style="mso-list:Ignore">',
        '</span>',
        'words',
        ' ',
        '&nbsp;',
        '<select><option>',
        '<template>',
        '<svg>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = `<html>${pieces.join('')}`;
        try {
          const [one] = read(page).grids;
          expect((one?.rowCount ?? 0) * (one?.columnCount ?? 0)).toBeLessThan(20_000_000);
          for (const merge of one?.merges ?? []) expect(merge.right).toBeLessThan(one?.columnCount ?? 0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'file-empty' });
        }
      }),
      { numRuns: 400 },
    );
  });
});
