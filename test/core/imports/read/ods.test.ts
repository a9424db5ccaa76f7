import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import type { Grid, GridCell } from '#shared/contract/grid.ts';
import { flatOds, odsEntries, odsRow, type RawOds, rawOds } from '#test/fixtures/raw-ods.ts';
import { entryOf, rawZip } from '#test/fixtures/raw-zip.ts';
import { refusal } from '#test/fixtures/refusal.ts';

const table = (inside: string, o = ''): string =>
  `<table:table table:name="Plan" ${o}>${inside}</table:table>`;
const read = (ods: RawOds): Grid => readFile(rawOds(ods), 'plan.ods').grids[0] as Grid;
const cell = (attributes: string, inside = ''): string =>
  `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const p = (text: string): string => `<text:p>${text}</text:p>`;
const at = (grid: Grid, r: number, c: number): GridCell | undefined => grid.rows[r]?.[c];
const texts = (grid: Grid): (string | undefined)[][] =>
  Array.from(grid.rows, (line) => Array.from(line ?? [], (one) => one?.text));

const styles =
  '<style:style style:name="green" style:family="table-cell" style:parent-style-name="Base"><style:table-cell-properties fo:background-color="#92d050"/></style:style>' +
  '<style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
  '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>' +
  '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>' +
  '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="7.5cm"/></style:style>';
const common =
  '<style:style style:name="Base" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="Good_20_one" style:display-name="Good one" style:family="table-cell"><style:table-cell-properties fo:background-color="#00b050"/></style:style>';

describe('an OpenDocument spreadsheet', () => {
  it('gives what is displayed, and the number, share, day or truth behind it', () => {
    const grid = read({
      tables: table(
        row(
          cell('office:value-type="float" office:value="7705"', p('7,705')),
          cell('office:value-type="percentage" office:value="0.347"', p('34.70%')),
          cell('office:value-type="date" office:date-value="2010-03-31T00:00:00"', p('31.03.10')),
          cell('office:value-type="boolean" office:boolean-value="true"', p('TRUE')),
          cell('office:value-type="string" calcext:value-type="error"', p('#REF!')),
          cell('office:value-type="date" office:date-value="2011-12-01"'),
          cell('office:value-type="percentage" office:value="0.5"'),
        ),
      ),
    });
    expect(texts(grid)[0]).toEqual(['7,705', '34.70%', '31.03.10', 'TRUE', '#REF!', '01/12/2011', '50%']);
    expect(grid.rows[0]?.map((one) => one?.value)).toEqual([
      { kind: 'number', number: 7705, percent: false },
      { kind: 'number', number: 0.347, percent: true },
      { kind: 'day', day: '2010-03-31' },
      { kind: 'truth', truth: true },
      { kind: 'error' },
      { kind: 'day', day: '2011-12-01' },
      { kind: 'number', number: 0.5, percent: true },
    ]);
  });

  it('keeps lines, blanks, struck words, links and notes', () => {
    const grid = read({
      styles,
      tables: table(
        row(
          cell('office:value-type="string"', `${p('one<text:s text:c="2"/>two   three')}${p('next')}`),
          cell(
            'office:value-type="string"',
            p('<text:span text:style-name="T1">June 2009</text:span> May 2010'),
          ),
          cell('table:style-name="gone"', p('old<text:line-break/>way')),
          cell('', p('<text:a xlink:href="#Notes.B2">see</text:a>')),
          cell(
            '',
            `<office:annotation><dc:creator>Jo</dc:creator><dc:date>2010</dc:date>${p('ask')}${p('first')}</office:annotation>${p('x')}`,
          ),
        ),
      ),
    });
    expect(texts(grid)[0]).toEqual(['one  two three\nnext', 'June 2009 May 2010', 'old\nway', 'see', 'x']);
    expect(at(grid, 0, 1)?.struck).toEqual(['June 2009']);
    expect(at(grid, 0, 2)?.strike).toBe(true);
    expect(at(grid, 0, 3)?.link).toBe('#Notes!B2');
    expect(at(grid, 0, 4)?.note).toBe('Jo: ask\nfirst');
  });

  it('takes fills and bold letters from the cell’s style, its parents, its row and its column', () => {
    const grid = read({
      styles,
      common,
      tables: table(
        '<table:table-column table:style-name="wide"/><table:table-column table:default-cell-style-name="green"/>' +
          row(cell('table:style-name="green"', p('a')), cell('', p('b')), cell('table:style-name="green"')) +
          `<table:table-row table:default-cell-style-name="green">${cell('', p('c'))}</table:table-row>`,
      ),
    });
    expect(at(grid, 0, 0)).toMatchObject({ fill: '#92d050', bold: true });
    expect(at(grid, 0, 1)?.fill).toBe('#92d050');
    expect(at(grid, 0, 2)).toMatchObject({ text: '', fill: '#92d050' });
    expect(at(grid, 1, 0)?.fill).toBe('#92d050');
    expect(grid.columnWidths[0]).toBeCloseTo(39.8, 1);
  });

  it('keeps heading rows, spans, what is repeated, and what is hidden', () => {
    const file = readFile(
      rawOds({
        styles,
        tables: [
          table(
            '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>' +
              `<table:table-header-rows>${odsRow('Ref', 'Action', 'Lead')}</table:table-header-rows>` +
              row(
                cell('table:number-columns-spanned="2" table:number-rows-spanned="2"', p('1')),
                '<table:covered-table-cell/>',
                cell('', p('A')),
              ) +
              row('<table:covered-table-cell table:number-columns-repeated="2"/>', cell('', p('B'))) +
              '<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>' +
              '<table:table-row-group table:display="false">' +
              odsRow('last') +
              '</table:table-row-group>' +
              '<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
          ),
          '<table:table table:name="Away" table:style-name="hid"><table:table-row/></table:table>',
        ].join(''),
      }),
      'plan.ods',
    );
    const grid = file.grids[0] as Grid;
    expect(texts(grid).map((line) => line.filter((text) => text !== undefined))).toEqual([
      ['Ref', 'Action', 'Lead'],
      ['1', 'A'],
      ['B'],
      ['x', 'x'],
      ['x', 'x'],
      ['last'],
    ]);
    expect(grid.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
    expect([...grid.hiddenRows]).toEqual([3, 4, 5]);
    expect([...grid.hiddenColumns]).toEqual([2]);
    expect(file.grids.map((one) => one.hidden)).toEqual([false, true]);
  });

  it('colours cells by condition as LibreOffice does', () => {
    const grid = read({
      common,
      tables: table(
        `${odsRow('Green', 'green light', '5')}${odsRow('Red', 'x', '9')}` +
          '<calcext:conditional-formats>' +
          `<calcext:conditional-format calcext:target-range-address="Plan.A1:Plan.A2"><calcext:condition calcext:apply-style-name="Good one" calcext:value="=&quot;Green&quot;" calcext:base-cell-address="Plan.A1"/></calcext:conditional-format>` +
          `<calcext:conditional-format calcext:target-range-address="'Plan'.B1:'Plan'.B2"><calcext:condition calcext:apply-style-name="Good one" calcext:value="contains-text(&quot;light&quot;)"/></calcext:conditional-format>` +
          `<calcext:conditional-format calcext:target-range-address="Plan.C1:Plan.C2"><calcext:condition calcext:apply-style-name="Good one" calcext:value="formula-is(LEFT([.A1];1)=&quot;R&quot;)"/></calcext:conditional-format>` +
          '</calcext:conditional-formats>',
      ),
    });
    const fills = grid.rows.map((line) => line?.map((one) => one?.fill));
    expect(fills).toEqual([
      ['#00b050', '#00b050', undefined],
      [undefined, undefined, '#00b050'],
    ]);
  });

  it('says what floats above its cells, and reads the flat form alike', () => {
    const tables = table(
      `${odsRow('a', 'b')}<table:shapes><draw:frame><draw:text-box>${p('Read me first')}</draw:text-box></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame></table:shapes>`,
    );
    const file = readFile(rawOds({ tables }), 'plan.ods');
    expect(file.remarks.join(' ')).toMatch(/It says: Read me first.*1 chart left out/);
    expect(readFile(Buffer.from(flatOds({ tables })), 'plan.fods')).toEqual(file);
  });

  it('is refused in words when it is locked, too long, or not what it says', () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const locked = odsEntries({ tables: table(odsRow('x')) }).map((one) =>
      one.name.startsWith('META-INF') ? entryOf(one.name, manifest) : one,
    );
    expect(refusal(() => readFile(rawZip(locked), 'plan.ods')).code).toBe('file-encrypted');
    const many = odsRow('x').replace(
      '<table:table-row',
      '<table:table-row table:number-rows-repeated="900000"',
    );
    expect(refusal(() => read({ tables: table(many) })).message).toMatch(/200,000 rows/);
    expect(refusal(() => read({ tables: table('<a>'.repeat(100)) })).code).toBe('file-hostile');
    expect(refusal(() => read({ tables: '</x>' })).code).toBe('file-damaged');
  });
});
