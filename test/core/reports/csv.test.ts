import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Block, cell, words } from '#core/reports/document.ts';
import { writeCsv } from '#core/reports/write/csv.ts';

type Table = Extract<Block, { kind: 'table' }>;
const table = (rows: Table['rows']): Table => ({
  kind: 'table',
  caption: 'Actions',
  columns: [
    { label: 'Ref', width: 8 },
    { label: 'Action', width: 40 },
  ],
  rows,
  rowHeader: 1,
});
const row = (ref: string, text: string): Table['rows'][number] => ({
  kind: 'cells',
  cells: [cell(words(ref)), cell(words(text))],
});
const read = (bytes: Uint8Array) =>
  Papa.parse<string[]>(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n$/, ''),
    { delimiter: ',' },
  ).data;

describe('a table as CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends its lines with CR LF', () => {
    const text = Buffer.from(writeCsv(table([row('1', 'Fée'), row('2', 'b')]))).toString('utf8');
    expect(text).toBe('\ufeffRef,Action\r\n1,Fée\r\n2,b\r\n');
  });

  it('keeps the headings across the table as columns, and tells one under which nothing stands', () => {
    const rows: Table['rows'] = [
      { kind: 'group', level: 0, ref: '1', title: 'Parents' },
      row('1.1', 'Open'),
      { kind: 'group', level: 1, ref: '1.2', title: 'Cost' },
      { kind: 'group', level: 0, ref: '2', title: 'Health' },
      row('2.1', 'Visit'),
    ];
    expect(read(writeCsv(table(rows)))).toEqual([
      ['Under', 'Under, level 2', 'Ref', 'Action'],
      ['1 Parents', '', '1.1', 'Open'],
      ['1 Parents', '1.2 Cost', '', ''],
      ['2 Health', '', '2.1', 'Visit'],
    ]);
  });

  it('leaves numbers numbers and makes no field one that a spreadsheet would work out', () => {
    const values = ['-5', '+3.5%', '1,250', '=1+1', '+1+1', '-2+3', '@SUM(1)', ' =1', '\t=1', '＝1+1'];
    const [, ...rows] = read(writeCsv(table(values.map((value) => row(value, '')))));
    expect(rows.map(([value]) => value)).toEqual([
      '-5',
      '+3.5%',
      '1,250',
      "'=1+1",
      "'+1+1",
      "'-2+3",
      "'@SUM(1)",
      "' =1",
      "'\t=1",
      "'＝1+1",
    ]);
  });

  it('gives back every word that was put in', () => {
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), (pairs) => {
        const [, ...rows] = read(writeCsv(table(pairs.map(([ref, words]) => row(ref, words)))));
        expect(
          rows.map((fields) => fields.map((field) => field.replace(/^'(?=[\s'"]*[=+\-@＝＋－＠])/, ''))),
        ).toEqual(pairs.map((pair) => pair.map((one) => one.replace(/^'(?=[\s'"]*[=+\-@＝＋－＠])/, ''))));
      }),
    );
  });
});
