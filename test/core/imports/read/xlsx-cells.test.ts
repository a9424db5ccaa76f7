import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import type { Grid, GridCell } from '#shared/contract/grid.ts';
import { type RawWorkbook, rawWorkbook } from '#test/fixtures/raw-workbook.ts';

function read(book: RawWorkbook): Grid {
  return readFile(rawWorkbook(book), 'plan.xlsx').grids[0] as Grid;
}

function sheet(cells: string, book: Partial<RawWorkbook> = {}): (GridCell | undefined)[] {
  const grid = read({
    sheets: [{ name: 'Plan', xml: `<sheetData><row r="1">${cells}</row></sheetData>` }],
    ...book,
  });
  return [...(grid.rows[0] ?? [])];
}

const texts = (cells: readonly (GridCell | undefined)[]): (string | undefined)[] =>
  cells.map((cell) => cell?.text);

describe('the text of a cell', () => {
  it('comes from the table of texts, from the cell itself and from a formula', () => {
    const cells = sheet(
      '<c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>Inline</t></is></c><c r="C1" t="str"><f>A1&amp;B1</f><v>Joined</v></c>',
      { texts: '<si><t>Zero</t></si><si><t>One</t></si>' },
    );
    expect(texts(cells)).toEqual(['One', 'Inline', 'Joined']);
  });

  it('keeps every line break as one kind, undoes escapes and drops unseen letters', () => {
    const cells = sheet(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>',
      {
        texts:
          '<si><t>a_x000D_\nb&#13;&#10;c&#10;d&#13;e</t></si><si><t xml:space="preserve"> R&amp;D &lt;b&gt; &#163;5 &#x20AC; </t></si>' +
          '<si><t>_x005F_x0041_ _x0007_bell</t></si><si><t><![CDATA[<raw> & kept]]></t></si>',
      },
    );
    expect(texts(cells)).toEqual(['a\nb\nc\nd\ne', ' R&D <b> £5 € ', '_x0041_ bell', '<raw> & kept']);
  });

  it('joins the runs of a rich text and leaves readings of Asian scripts out', () => {
    const [cell] = sheet('<c r="A1" t="s"><v>0</v></c>', {
      texts:
        '<si><r><t>Open </t></r><r><rPr><b/></rPr><t>library</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>',
    });
    expect(cell).toMatchObject({ text: 'Open library' });
    expect(cell?.bold).toBeUndefined();
  });

  it('is read whatever prefix, quotes and encoding the part uses', () => {
    const xml =
      "<?xml version='1.0' encoding='UTF-16'?><x:worksheet xmlns:x='m'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>Crèche</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>";
    const wide = Buffer.from(`\ufeff${xml}`, 'utf16le');
    const grid = readFile(
      rawWorkbook({ sheets: [{ name: 'Plan', xml: '' }], parts: { 'xl/worksheets/sheet1.xml': wide } }),
      'plan.xlsx',
    ).grids[0];
    expect(grid?.rows[0]?.[0]?.text).toBe('Crèche');
  });

  it('is found where cells and rows do not say where they stand', () => {
    const grid = read({
      sheets: [
        {
          name: 'Plan',
          xml: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row></sheetData>',
        },
      ],
    });
    expect(grid.rows[0]?.map((cell) => cell?.text)).toEqual(['1', '2']);
    expect(grid.rows[3]?.[2]).toMatchObject({ row: 3, column: 2, text: '3' });
    expect(grid.rows[3]?.[3]?.text).toBe('4');
    expect(grid).toMatchObject({ rowCount: 4, columnCount: 4 });
  });

  it('may be any word at all, those of JavaScript too', () => {
    const book = {
      sheets: [
        {
          name: '__proto__',
          xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>',
        },
      ],
      texts: '<si><t>__proto__</t></si><si><t>constructor</t></si>',
    };
    const grid = read(book);
    expect(grid.name).toBe('__proto__');
    expect(grid.rows[0]?.map((cell) => cell?.text)).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('the value of a cell', () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd\\ mmmm\\ yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>' +
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs>';

  it('is a number beside its text, exact where the text is rounded', () => {
    const cells = sheet(
      '<c r="A1"><v>7705</v></c><c r="B1" s="1"><v>0.34705</v></c><c r="C1"><v>1.5E-3</v></c><c r="D1"><v>-12</v></c>',
      { styles },
    );
    expect(cells).toEqual([
      { row: 0, column: 0, text: '7705', value: { kind: 'number', number: 7705, percent: false } },
      { row: 0, column: 1, text: '34.71%', value: { kind: 'number', number: 0.34705, percent: true } },
      { row: 0, column: 2, text: '0.0015', value: { kind: 'number', number: 0.0015, percent: false } },
      { row: 0, column: 3, text: '-12', value: { kind: 'number', number: -12, percent: false } },
    ]);
  });

  it('is a day where the format shows one, in either calendar and as ISO text', () => {
    const cells =
      '<c r="A1" s="2"><v>40268</v></c><c r="B1" s="3"><v>40268.7</v></c><c r="C1" t="d"><v>2009-04-15T00:00:00</v></c><c r="D1" s="4"><v>0.5</v></c>';
    expect(sheet(cells, { styles }).map((cell) => [cell?.text, cell?.value])).toEqual([
      ['31/03/2010', { kind: 'day', day: '2010-03-31' }],
      ['31 March 2010', { kind: 'day', day: '2010-03-31' }],
      ['15/04/2009', { kind: 'day', day: '2009-04-15' }],
      ['12:00', undefined],
    ]);
    const [from1904] = sheet('<c r="A1" s="2"><v>38806</v></c>', { styles, from1904: true });
    expect(from1904).toMatchObject({ text: '31/03/2010', value: { kind: 'day', day: '2010-03-31' } });
  });

  it('is a truth or an error where the cell is one', () => {
    const cells = sheet('<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c>');
    expect(cells.map((cell) => [cell?.text, cell?.value])).toEqual([
      ['TRUE', { kind: 'truth', truth: true }],
      ['#N/A', { kind: 'error' }],
    ]);
  });

  it('is that stored with a formula; a formula without one is named', () => {
    const book = rawWorkbook({
      sheets: [
        {
          name: 'Plan',
          xml: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f t="shared" si="0"/><v>8</v></c></row></sheetData>',
        },
      ],
    });
    const file = readFile(book, 'plan.xlsx');
    expect(file.grids[0]?.rows[0]?.map((cell) => cell?.text)).toEqual(['2', undefined, '8']);
    expect(file.remarks.join()).toMatch(/A formula has no result stored in the file \(Plan!B1\)/);
  });
});

describe('struck and bold letters', () => {
  const styles =
    '<fonts count="3"><font><sz val="11"/></font><font><strike/></font><font><b/></font></fonts><fills count="1"><fill/></fills>' +
    '<cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';

  it('are told of a whole cell and of a part of its words', () => {
    const cells = sheet(
      '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" s="2" t="s"><v>0</v></c>',
      {
        styles,
        texts:
          '<si><t>Dropped</t></si>' +
          '<si><r><rPr><strike/></rPr><t xml:space="preserve">March 2009 </t></r><r><rPr><sz val="11"/></rPr><t>May 2010</t></r></si>' +
          '<si><r><rPr><strike/></rPr><t>All </t></r><r><rPr><strike val="1"/></rPr><t>gone</t></r><r><rPr/><t xml:space="preserve"> </t></r></si>',
      },
    );
    expect(cells.map((cell) => [cell?.strike ?? false, cell?.struck ?? [], cell?.bold ?? false])).toEqual([
      [true, [], false],
      [false, ['March 2009'], false],
      [true, [], false],
      [false, [], true],
    ]);
  });
});
