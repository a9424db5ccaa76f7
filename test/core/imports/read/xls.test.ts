import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import { packedNumber } from '#core/imports/read/xls/cells.ts';
import type { Grid } from '#shared/contract/grid.ts';
import { goodXls, planRows } from '#test/fixtures/good-files.ts';
import { refusal } from '#test/fixtures/refusal.ts';
import { record, recordsXls, sheetXls } from '#test/fixtures/spoilt-xls.ts';

const texts = (grid: Grid | undefined): (string | undefined)[][] =>
  Array.from(grid?.rows ?? [], (line) => Array.from(line ?? [], (cell) => cell?.text));
const first = (bytes: Buffer): Grid => readFile(bytes, 'plan.xls').grids[0] as Grid;
const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');
const u16 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, i) => {
    bytes.writeUInt16LE(number, i * 2);
  });
  return bytes;
};
/** A text of one byte a letter with its length in two bytes. */
const label = (row: number, column: number, text: string, format = 0): readonly [number, Buffer] => [
  0x0204,
  Buffer.concat([u16(row, column, format, text.length), Buffer.from([0]), Buffer.from(text, 'latin1')]),
];

describe('an Excel 97-2003 workbook', () => {
  it('is read as another program wrote it, in both of its lettering kinds', () => {
    expect(texts(first(goodXls('biff8')))).toEqual(planRows);
    expect(texts(first(goodXls('biff5')))).toEqual(planRows);
  });

  it('gives numbers, days, truths, errors and results of formulas as displayed', () => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([
      [
        { t: 'n', v: 40268, z: 'dd/mm/yyyy' },
        { t: 'n', v: 0.347, z: '0.0%' },
        { t: 'n', v: 1234.5, z: '#,##0.00' },
        { t: 'b', v: true },
        { t: 'e', v: 0x2a },
        { t: 'n', v: -3.25 },
        'Crèche – “five”\nlines',
      ],
    ]);
    XLSX.utils.book_append_sheet(book, sheet, 'Déjà');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['x']]), 'Away');
    book.Workbook = { Sheets: [{ name: 'Déjà' }, { name: 'Away', Hidden: 2 }] };
    const file = readFile(Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' })), 'plan.xls');
    expect(texts(file.grids[0])[0]).toEqual([
      '31/03/2010',
      '34.7%',
      '1,234.50',
      'TRUE',
      '#N/A',
      '-3.25',
      'Crèche – “five”\nlines',
    ]);
    expect(file.grids[0]?.rows[0]?.[0]?.value).toEqual({ kind: 'day', day: '2010-03-31' });
    expect(file.grids[0]?.rows[0]?.[1]?.value).toEqual({ kind: 'number', number: 0.347, percent: true });
    expect(file.grids.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Déjà', false],
      ['Away', true],
    ]);
  });

  it('holds against the other program’s reading for any table', () => {
    const value = fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 40 })
        .map((text) => `a${text.replace(/[\p{C}\s\u2028\u2029]/gu, 'b')}`),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const book = XLSX.utils.book_new();
          XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Plan');
          const bytes = Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }));
          const grid = first(bytes);
          const theirs = XLSX.read(bytes, { dense: true }).Sheets.Plan?.['!data'] ?? [];
          rows.forEach((line, r) => {
            line.forEach((_, c) => {
              const [ours, wanted] = [grid.rows[r]?.[c], theirs[r]?.[c]];
              if (wanted?.t === 'n') expect(ours?.value).toMatchObject({ number: wanted.v });
              else expect(ours?.text).toBe(wanted?.t === 'b' ? String(wanted.v).toUpperCase() : wanted?.v);
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps fills of the palette, bold, struck words, merges, hidden rows and columns, links and notes', () => {
    const font = (flags: number, weight: number): Buffer =>
      record(0x0031, u16(200, flags, 0, weight, 0, 0, 0));
    const format = (fontNumber: number, pattern: number, colour: number): Buffer => {
      const data = Buffer.alloc(20);
      data.writeUInt16LE(fontNumber, 0);
      data.writeUInt32LE((pattern << 26) >>> 0, 14);
      data.writeUInt16LE(colour, 18);
      return record(0x00e0, data);
    };
    const palette = Buffer.concat([u16(1), hex('92d05000')]);
    const globals = Buffer.concat([
      font(0, 400),
      font(0, 700),
      font(8, 400),
      record(0x0092, palette),
      format(0, 0, 64),
      format(1, 1, 8),
      format(2, 0, 64),
    ]);
    const link = Buffer.concat([
      u16(1, 1, 0, 0),
      hex('d0c9ea79f9bace118c8200aa004ba90b'),
      hex('02000000 03000000 e0c9ea79f9bace118c8200aa004ba90b'),
      hex('12000000'),
      Buffer.from('http://a\0', 'utf16le'),
    ]);
    const object = Buffer.concat([u16(0x15, 18, 0x19, 7), Buffer.alloc(14)]);
    const grid = first(
      sheetXls(
        [
          label(0, 0, 'Ref', 1),
          label(0, 1, 'gone', 2),
          [0x0201, u16(0, 2, 1)],
          label(1, 0, 'see'),
          label(1, 2, 'end'),
          [0x00e5, u16(1, 1, 2, 2, 2)],
          [0x0208, Buffer.concat([u16(1, 0, 3, 255, 0, 0, 0x20, 0)])],
          [0x007d, u16(2, 2, 2560, 0, 1)],
          [0x01b8, link],
          [0x005d, object],
          [0x01b6, Buffer.concat([u16(0, 0, 0, 0, 0, 3, 0), Buffer.alloc(4)])],
          [0x003c, Buffer.concat([Buffer.from([0]), Buffer.from('ask', 'latin1')])],
          [0x001c, Buffer.concat([u16(0, 0, 0, 7, 2), Buffer.from([0]), Buffer.from('Jo', 'latin1')])],
        ],
        globals,
      ),
    );
    expect(grid.rows[0]?.[0]).toMatchObject({ text: 'Ref', fill: '#92d050', bold: true, note: 'Jo: ask' });
    expect(grid.rows[0]?.[1]).toMatchObject({ text: 'gone', strike: true });
    expect(grid.rows[0]?.[2]).toMatchObject({ text: '', fill: '#92d050' });
    expect(grid.rows[1]?.[0]?.link).toBe('http://a');
    expect([...grid.hiddenRows]).toEqual([1]);
    expect([...grid.hiddenColumns]).toEqual([2]);
    expect(grid.columnWidths[2]).toBe(10);
    expect(grid.merges).toEqual([{ top: 1, left: 2, bottom: 2, right: 2 }]);
  });

  it('counts days from 1904 where the workbook does', () => {
    const number = Buffer.concat([u16(0, 0, 0), Buffer.alloc(8)]);
    number.writeDoubleLE(38_806, 6);
    const dated = Buffer.alloc(20);
    dated.writeUInt16LE(14, 2);
    const globals = Buffer.concat([record(0x0022, u16(1)), record(0x00e0, dated)]);
    expect(first(sheetXls([[0x0203, number]], globals)).rows[0]?.[0]).toMatchObject({
      text: '31/03/2010',
      value: { kind: 'day', day: '2010-03-31' },
    });
  });

  it('takes a text that goes on in the next record, letters of another width and all', () => {
    const texts = record(
      0x00fc,
      Buffer.concat([hex('01000000 01000000 0600 00'), Buffer.from('abc', 'latin1')]),
    );
    const more = record(0x003c, Buffer.concat([Buffer.from([1]), Buffer.from('déf', 'utf16le')]));
    const cell: readonly [number, Buffer] = [0x00fd, Buffer.concat([u16(0, 0, 0), Buffer.alloc(4)])];
    expect(first(sheetXls([cell], Buffer.concat([texts, more]))).rows[0]?.[0]?.text).toBe('abcdéf');
  });

  it('unpacks the short form of numbers', () => {
    expect(packedNumber(((12_345 << 2) | 2) >>> 0)).toBe(12_345);
    expect(packedNumber(((-5 << 2) | 3) >>> 0)).toBe(-0.05);
    expect(packedNumber(0x3ff00000)).toBe(1);
  });

  it('is refused in words when it is locked, broken off or without sheets', () => {
    expect(refusal(() => first(recordsXls([[0x002f, Buffer.alloc(4)]]))).code).toBe('file-encrypted');
    expect(refusal(() => first(recordsXls([]))).message).toMatch(/no sheets/);
    const whole = goodXls();
    const uncut = first(whole);
    for (let length = 1; length < whole.length; length += 61) {
      // Behind the last stream stand bytes that nobody needs: then the whole table is read.
      try {
        expect(first(whole.subarray(0, length)), `cut at ${length}`).toEqual(uncut);
      } catch (error) {
        expect(error, `cut at ${length}`).toMatchObject({ code: 'file-damaged' });
      }
    }
    expect(refusal(() => first(whole.subarray(0, whole.length >> 1))).message).toMatch(/its end is missing/);
  });
});
