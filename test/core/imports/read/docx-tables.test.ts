import { describe, expect, it } from 'vitest';
import {
  p,
  paragraphs,
  r,
  readGrid,
  readWord,
  tableCells,
  tableMerges,
  tableTexts,
  tbl,
  tc,
  texts,
  tr,
} from '#test/fixtures/word/reading.ts';
import { cell, para, row, table } from '#test/fixtures/word/word.ts';

const width = (twips: number): string => `<w:tcW w:w="${twips}" w:type="dxa"/>`;

describe('the places of a table', () => {
  it('are numbered by table and row, header rows said, with an empty row behind', () => {
    const grid = readGrid([table([['a', 'b'], ['c']], { headerRows: 1 }), table([['d', 'e']])]);
    expect(grid.document).toEqual([
      { kind: 'table', table: 1, row: 1, header: true },
      { kind: 'table', table: 1, row: 2, header: false },
      undefined,
      { kind: 'table', table: 2, row: 1, header: false },
      undefined,
    ]);
    expect(grid.rowCount).toBe(5);
  });

  it('keep cells merged across and down at their top left only', () => {
    const grid = readGrid([
      table([
        [cell('Targets', { span: 3 })],
        [cell('Open', { rows: 3 }), '2025', '2026'],
        ['1', '2'],
        ['3', '4'],
        ['Close', cell('5', { span: 2 })],
      ]),
    ]);
    expect(tableTexts(grid)).toEqual([
      ['Targets', null, null],
      ['Open', '2025', '2026'],
      [null, '1', '2'],
      [null, '3', '4'],
      ['Close', '5', null],
    ]);
    expect(tableMerges(grid)).toEqual(['0,0 to 0,2', '1,0 to 3,0', '4,1 to 4,2']);
  });

  it('begin later where a row leaves columns free', () => {
    const grid = readGrid([
      table([['a', 'b', 'c'], row(['d'], { before: 1, after: 1 }), row(['e'], { before: 2 })]),
    ]);
    expect(tableTexts(grid)).toEqual([
      ['a', 'b', 'c'],
      [null, 'd', null],
      [null, null, 'e'],
    ]);
  });

  it('keep a continued cell that has words of its own', () => {
    const xml = tbl(
      tr(tc('a', '<w:vMerge w:val="restart"/>') + tc('b')) +
        tr(tc('kept', '<w:vMerge/>') + tc('c')) +
        tr(tc(p(''), '<w:vMerge w:val="continue"/>') + tc('d')),
      [1000, 1000],
    );
    const grid = readGrid(xml);
    expect(tableTexts(grid)).toEqual([
      ['a', 'b'],
      ['kept', 'c'],
      [null, 'd'],
    ]);
    expect(tableMerges(grid)).toEqual(['1,0 to 2,0']);
  });

  it('know the old way of merging along a row', () => {
    const xml = tbl(
      tr(tc('Both', '<w:hMerge w:val="restart"/>') + tc(p(''), '<w:hMerge/>') + tc('c')) +
        tr(tc('1') + tc('2') + tc('3')),
      [1000, 1000, 1000],
    );
    const grid = readGrid(xml);
    expect(tableTexts(grid)).toEqual([
      ['Both', null, 'c'],
      ['1', '2', '3'],
    ]);
    expect(tableMerges(grid)).toEqual(['0,0 to 0,1']);
  });

  it('fall into the same columns though a line was dragged a little in one row', () => {
    const xml = tbl(
      tr(tc('Action', width(3000)) + tc('Lead', '<w:gridSpan w:val="2"/>') + tc('Date')) +
        tr(tc('Open', '<w:gridSpan w:val="2"/>') + tc('AB') + tc('May')) +
        tr(tc('Close', '<w:gridSpan w:val="2"/>') + tc('CD') + tc('June')),
      [3000, 200, 2800, 2000],
    );
    const grid = readGrid(xml);
    expect(tableTexts(grid)).toEqual([
      ['Action', 'Lead', 'Date'],
      ['Open', 'AB', 'May'],
      ['Close', 'CD', 'June'],
    ]);
    expect(tableMerges(grid)).toEqual([]);
  });

  it('follow the widths of cells where rows do not fit the grid', () => {
    const xml = tbl(
      tr(tc('Wide', width(4000)) + tc('Right', width(2000))) +
        tr(tc('a', width(2000)) + tc('b', width(2000)) + tc('c', width(2000))),
      [2000, 2000, 2000],
    );
    const grid = readGrid(xml);
    expect(tableTexts(grid)).toEqual([
      ['Wide', null, 'Right'],
      ['a', 'b', 'c'],
    ]);
    expect(tableMerges(grid)).toEqual(['0,0 to 0,1']);
    const bare = tbl(
      tr(tc('Across', width(6000))) + tr(tc('a', width(1500)) + tc('b', width(1500)) + tc('c', width(3000))),
    ).replace('<w:tblGrid></w:tblGrid>', '');
    expect(tableMerges(readGrid(bare))).toEqual(['0,0 to 0,2']);
    const ragged = readGrid(tbl(tr(tc('a') + tc('b') + tc('c')) + tr(tc('d')), []));
    expect(tableTexts(ragged)).toEqual([
      ['a', 'b', 'c'],
      ['d', null, null],
    ]);
  });

  it('stand in content controls and removed rows like any others', () => {
    const control = (inner: string): string =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const xml = tbl(
      control(tr(control(tc('a')) + tc(control(p(r('b')))))) +
        tr(tc('gone') + tc('too'), '<w:del w:id="1" w:author="A"/>') +
        tr(tc('c') + tc(p(control(r('d'))))),
      [1000, 1000],
    );
    const read = readWord(control(xml));
    expect(tableTexts(read.grids[0]!)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(read.remarks).toEqual(['A tracked change takes out “gone | too”.']);
  });

  it('keep widths in characters of the largest table', () => {
    const grid = readGrid([
      table([['x', 'y', 'z']], { widths: [500, 500, 500] }),
      table(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        { widths: [2100, 4200] },
      ),
    ]);
    expect(grid.columnWidths).toEqual([20, 40, undefined]);
  });
});

describe('the look of a cell', () => {
  it('is its own shade, by colour, theme, tint, shade or pattern; white is none', () => {
    const shade = (attributes: string): string => `<w:shd ${attributes}/>`;
    const fills = [
      shade('w:val="clear" w:fill="FF0000"'),
      shade('w:val="clear" w:fill="auto" w:themeFill="accent4"'),
      shade('w:val="clear" w:fill="FFFFFF" w:themeFill="accent1" w:themeFillTint="33"'),
      shade('w:val="clear" w:fill="auto" w:themeFill="accent6" w:themeFillShade="80"'),
      shade('w:val="solid" w:color="00B050" w:fill="auto"'),
      shade('w:val="pct50" w:color="FF0000" w:fill="FFFFFF"'),
      shade('w:val="clear" w:fill="FFFFFF"'),
      shade('w:val="clear" w:fill="auto" w:themeFill="background1"'),
      shade('w:val="nil"'),
    ];
    const grid = readGrid(
      tbl(
        tr(fills.map((shd) => tc('x', shd)).join('')),
        fills.map(() => 1000),
      ),
    );
    expect(tableCells(grid)[0]?.map((one) => one?.fill)).toEqual([
      '#ff0000',
      '#ffc000',
      '#dae3f3',
      '#385724',
      '#00b050',
      '#ff8080',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('counts colour set by shading the paragraph or by the marker pen, and no bands of the style', () => {
    const grid = readGrid([
      table(
        [
          ['Action', 'Status'],
          ['a', cell([para([{ text: 'On track', highlight: 'green' }])])],
          ['b', cell([para('Late', { shade: 'FFC000' })])],
          ['c', cell('', { fill: 'FF0000' })],
        ],
        { style: 'PlanTable' },
      ),
    ]);
    expect(tableCells(grid).map((one) => one.map((cell) => cell?.fill))).toEqual([
      ['#4472c4', '#4472c4'],
      [undefined, '#00ff00'],
      [undefined, '#ffc000'],
      [undefined, '#ff0000'],
    ]);
    expect(tableCells(grid)[0]?.map((one) => one?.bold)).toEqual([true, true]);
    expect(tableCells(grid)[1]?.[0]?.bold).toBeUndefined();
    expect(tableCells(grid)[3]?.[1]?.text).toBe('');
  });

  it('takes no shade of words for one of the cell, nor of an old setting', () => {
    const old = `<w:tcPrChange w:id="1" w:author="A"><w:tcPr><w:shd w:val="clear" w:fill="FF0000"/></w:tcPr></w:tcPrChange>`;
    const xml = tbl(
      tr(tc(p(`${r('a', '<w:shd w:val="clear" w:fill="00FF00"/>')}${r(' b')}`), old) + tc('c')),
      [1000, 1000],
    );
    expect(tableCells(readGrid(xml))[0]?.[0]?.fill).toBeUndefined();
  });

  it('joins paragraphs by line, keeps blank ones between, and says bold of all or none', () => {
    const grid = readGrid([
      table([
        [cell([para(''), para('One', { bold: true }), para(''), para('Two', { bold: true }), para('')]), 'x'],
        [cell([para('One', { bold: true }), para('Two')]), 'y'],
      ]),
    ]);
    expect(tableCells(grid).map(([one]) => [one?.text, one?.bold])).toEqual([
      ['One\n\nTwo', true],
      ['One\nTwo', undefined],
    ]);
  });
});

describe('tables that only place things', () => {
  it('of one column are read as what stands in them', () => {
    const grid = readGrid([table([[cell([para('Aim'), para('More')], { fill: 'FFC000' })], ['Last']])]);
    expect(texts(grid)).toEqual(['Aim', 'More', 'Last']);
    expect(paragraphs(grid)[0]?.cell.fill).toBe('#ffc000');
    expect(grid.columnCount).toBe(1);
  });

  it('of one cell with words give these, a table inside among them', () => {
    const inner = table([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const grid = readGrid([table([['', cell([para('Before'), inner, para('After')])]])]);
    expect(texts(grid)).toEqual(['Before', 'After']);
    expect(tableTexts(grid)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('side by side give the tables in them', () => {
    const one = (word: string) =>
      table([
        [word, 'b'],
        ['c', 'd'],
      ]);
    const grid = readGrid([table([[cell([one('left')]), cell([one('right')])]])]);
    expect(tableTexts(grid, 1)[0]).toEqual(['left', 'b']);
    expect(tableTexts(grid, 2)[0]).toEqual(['right', 'b']);
  });
});

describe('a table in a cell', () => {
  it('comes right after as a table of its own, with a remark', () => {
    const inner = table([
      ['Q1', 'Q2'],
      ['5', '6'],
    ]);
    const read = readWord([
      table([
        ['Action', 'Progress'],
        ['Open', cell([para('See:'), inner])],
      ]),
      para('After'),
    ]);
    const grid = read.grids[0]!;
    expect(tableTexts(grid, 1)).toEqual([
      ['Action', 'Progress'],
      ['Open', 'See:'],
    ]);
    expect(tableTexts(grid, 2)).toEqual([
      ['Q1', 'Q2'],
      ['5', '6'],
    ]);
    expect(read.remarks).toEqual([
      'In table 1 row 2 column 2 stands a table of its own; it was read as table 2, after that table.',
    ]);
  });

  it('of one column is part of the cell', () => {
    const grid = readGrid([table([['Open', cell([para('See:'), table([['one'], ['two']])])]])]);
    expect(tableTexts(grid)).toEqual([['Open', 'See:\none\ntwo']]);
  });
});
