import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import type { Grid, ReadFile } from '#shared/contract/grid.ts';
import { type RawSheet, rawWorkbook, rowsXml } from '#test/fixtures/raw-workbook.ts';

function readSheet(sheet: Partial<RawSheet>, parts: Record<string, string | Uint8Array> = {}): ReadFile {
  return readFile(rawWorkbook({ sheets: [{ name: 'Plan', xml: '', ...sheet }], parts }), 'plan.xlsx');
}

const gridOf = (file: ReadFile): Grid => file.grids[0] as Grid;
const word = (at: string, text = at): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('merged cells', () => {
  it('stand at their top left only and reach as far as they are merged', () => {
    const grid = gridOf(
      readSheet({
        xml: `<sheetData><row r="1">${word('A1')}</row><row r="2">${word('B2')}</row></sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B2:C2"/></mergeCells>`,
      }),
    );
    expect(grid.merges).toEqual([
      { top: 0, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ]);
    expect(grid).toMatchObject({ rowCount: 3, columnCount: 3 });
  });

  it('do no harm when they cover the whole sheet, and lose no text that stands beneath', () => {
    const file = readSheet({
      xml: `<sheetData><row r="1">${word('A1')}${word('B1')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    });
    expect(gridOf(file)).toMatchObject({ rowCount: 1, columnCount: 2, merges: [] });
    expect(gridOf(file).rows[0]?.map((cell) => cell?.text)).toEqual(['A1', 'B1']);
    expect(file.remarks[0]).toMatch(/Merged over cells that hold text of their own: Plan!A1:B1/);
    const alone = gridOf(
      readSheet({
        xml: `<sheetData><row r="1">${word('A1')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      }),
    );
    expect(alone).toMatchObject({ rowCount: 1, columnCount: 1, merges: [] });
  });

  it('are settled quickly when thousands of them lie over one another', () => {
    const merges = Array.from({ length: 20_000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`);
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 1}">${word(`A${i + 1}`, 'x')}</row>`,
    );
    const start = performance.now();
    readSheet({ xml: `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>` });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('what is hidden', () => {
  it('is read and told: rows, columns, sheets', () => {
    const file = readFile(
      rawWorkbook({
        sheets: [
          {
            name: 'Plan',
            xml: `<cols><col min="2" max="2" width="30.5"/><col min="3" max="16384" hidden="1"/></cols><sheetData><row r="1">${word('A1')}${word('C1')}</row><row r="2" hidden="1">${word('A2')}</row></sheetData>`,
          },
          { name: 'Lists', xml: rowsXml([['x']]), state: 'hidden' },
          { name: 'Deep', xml: rowsXml([['x']]), state: 'veryHidden' },
        ],
      }),
      'plan.xlsx',
    );
    expect(file.grids.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Plan', false],
      ['Lists', true],
      ['Deep', true],
    ]);
    expect([...gridOf(file).hiddenRows]).toEqual([1]);
    expect([...gridOf(file).hiddenColumns]).toEqual([2]);
    expect(gridOf(file).columnWidths).toEqual([undefined, 30.5, undefined]);
  });
});

describe('notes and links', () => {
  it('are laid on their cells, also on cells without text', () => {
    const file = readSheet(
      {
        xml: `<sheetData><row r="1">${word('A1')}</row></sheetData><hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>`,
        relations: [
          ['rId9', 'hyperlink', 'https://example.org/plan', true],
          ['rId2', 'comments', '../comments1.xml'],
        ],
      },
      {
        'xl/comments1.xml':
          '<comments><authors><author>A</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Agreed </t></r><r><t>with JK</t></r></text></comment>' +
          '<comment ref="B2" authorId="0"><text><t>Still open</t></text></comment></commentList></comments>',
      },
    );
    expect(gridOf(file).rows[0]?.[0]).toMatchObject({
      text: 'A1',
      note: 'Agreed with JK',
      link: 'https://example.org/plan',
    });
    expect(gridOf(file).rows[1]?.[1]).toMatchObject({ text: '', note: 'Still open' });
  });

  it('take threads of comments with the names of who wrote them, instead of Excel’s stand-in', () => {
    const file = readFile(
      rawWorkbook({
        sheets: [
          {
            name: 'Plan',
            xml: `<sheetData><row r="1">${word('A1')}</row></sheetData>`,
            relations: [
              ['rId1', 'comments', '../comments1.xml'],
              ['rId2', 'threadedComment', '../threadedComments/t1.xml'],
            ],
          },
        ],
        relations: [['rIdP', 'person', 'persons/person.xml']],
        parts: {
          'xl/comments1.xml':
            '<comments><commentList><comment ref="A1"><text><t>[Threaded comment]\n\nYour version of Excel allows you to read this…</t></text></comment></commentList></comments>',
          'xl/threadedComments/t1.xml':
            '<ThreadedComments><threadedComment ref="A1" id="{1}" personId="{P}"><text>Is this done?</text></threadedComment><threadedComment ref="A1" id="{2}" parentId="{1}" personId="{Q}"><text>Nearly</text></threadedComment></ThreadedComments>',
          'xl/persons/person.xml': '<personList><person id="{P}" displayName="Ann"/></personList>',
        },
      }),
      'plan.xlsx',
    );
    expect(gridOf(file).rows[0]?.[0]?.note).toBe('Ann: Is this done?\nNearly');
  });

  it('keep links within the workbook as places', () => {
    const file = readSheet({
      xml: `<sheetData><row r="1">${word('A1')}</row></sheetData><hyperlinks><hyperlink ref="A1" location="Lists!B2"/></hyperlinks>`,
    });
    expect(gridOf(file).rows[0]?.[0]?.link).toBe('#Lists!B2');
  });
});

describe('cells far away', () => {
  it('are kept apart from the rectangle, with their text, when they are a handful', () => {
    const file = readSheet({
      xml: `<sheetData><row r="1">${word('A1')}${word('B1')}</row><row r="1048576">${word('XFD1048576', 'stray')}</row></sheetData>`,
    });
    expect(gridOf(file)).toMatchObject({ rowCount: 1, columnCount: 2 });
    expect(gridOf(file).strays).toEqual([{ row: 1_048_575, column: 16_383, text: 'stray' }]);
    expect(file.remarks[0]).toMatch(/Plan!XFD1048576 \(“stray”\)/);
  });

  it('are kept apart to the right too', () => {
    const file = readSheet({
      xml: `<sheetData><row r="1">${word('A1')}${word('XFD1', 'right')}</row></sheetData>`,
    });
    expect(gridOf(file)).toMatchObject({ rowCount: 1, columnCount: 1, strays: [{ text: 'right' }] });
  });

  it('stay in the table when they are many', () => {
    const rows = Array.from(
      { length: 600 },
      (_, i) => `<row r="${9_000 + i}">${word(`A${9_000 + i}`, 'x')}</row>`,
    );
    const file = readSheet({ xml: `<sheetData><row r="1">${word('A1')}</row>${rows.join('')}</sheetData>` });
    expect(gridOf(file)).toMatchObject({ rowCount: 9_599 });
    expect(gridOf(file).strays).toBeUndefined();
  });

  it('refuse the file when many of them span more than can be held, or lie too far down', () => {
    const scattered = (from: number): string => {
      const rows = Array.from({ length: 600 }, (_, i) => from + i);
      return rows
        .map((row) => `<row r="${row}">${word(`A${row}`, 'x')}${word(`ZZ${row}`, 'y')}</row>`)
        .join('');
    };
    expect(() => readSheet({ xml: `<sheetData>${scattered(100_000)}</sheetData>` })).toThrow(
      /scattered over/,
    );
    expect(() => readSheet({ xml: `<sheetData>${scattered(900_000)}</sheetData>` })).toThrow(/200,000 rows/);
  });
});

describe('what is not cells', () => {
  it('is remarked upon: macros, links to other workbooks, charts, pictures, text boxes', () => {
    const drawing =
      '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Green means done</a:t></a:r></a:p><a:p><a:r><a:t>Red means late</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor><xdr:pic/><xdr:pic/><xdr:graphicFrame/></xdr:wsDr>';
    const file = readFile(
      rawWorkbook({
        sheets: [
          {
            name: 'Plan',
            xml: rowsXml([['x']]),
            relations: [['rId1', 'drawing', '../drawings/drawing1.xml']],
          },
        ],
        relations: [['rIdX', 'externalLink', 'externalLinks/externalLink1.xml']],
        parts: { 'xl/vbaProject.bin': 'x', 'xl/drawings/drawing1.xml': drawing },
      }),
      'plan.xlsx',
    );
    expect(file.remarks).toEqual([
      expect.stringContaining('macros'),
      expect.stringContaining('other workbooks'),
      expect.stringContaining('It says: Green means done\nRed means late'),
      expect.stringContaining('2 pictures and 1 chart left out'),
    ]);
  });

  it('leaves sheets of charts out with a word', () => {
    const file = readFile(
      rawWorkbook({
        sheets: [{ name: 'Plan', xml: rowsXml([['x']]) }],
        parts: {
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="Plan" r:id="rId1"/><sheet name="Chart 1" r:id="rIdC"/></sheets></workbook>',
        },
        relations: [['rIdC', 'chartsheet', 'chartsheets/sheet1.xml']],
      }),
      'plan.xlsx',
    );
    expect(file.grids).toHaveLength(1);
    expect(file.remarks[0]).toMatch(/“Chart 1” holds no cells/);
  });
});
