import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDelimiter } from '#core/imports/read/delimiter.ts';
import { plainValue } from '#core/imports/read/plain-numbers.ts';
import { readFile } from '#core/imports/read/read-file.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import { refusal } from '#test/fixtures/refusal.ts';

const read = (content: string | Buffer, name = 'plan.csv'): ReadFile =>
  readFile(typeof content === 'string' ? Buffer.from(content, 'utf8') : content, name);
const texts = (content: string | Buffer): (string | undefined)[][] =>
  Array.from(read(content).grids[0]?.rows ?? [], (row) => Array.from(row ?? [], (cell) => cell?.text));

describe('a text table', () => {
  it('is read in UTF-8, UTF-16 and Windows letters', () => {
    const table = 'Ref,Action\n1,Crèche – £5 “fund”\n';
    const wanted = [
      ['Ref', 'Action'],
      ['1', 'Crèche – £5 “fund”'],
    ];
    const big = Buffer.from(`\ufeff${table}`, 'utf16le').swap16();
    expect(texts(table)).toEqual(wanted);
    expect(texts(Buffer.from(`\ufeff${table}`))).toEqual(wanted);
    expect(texts(Buffer.from(`\ufeff${table}`, 'utf16le'))).toEqual(wanted);
    expect(texts(Buffer.from(table, 'utf16le'))).toEqual(wanted);
    expect(texts(big)).toEqual(wanted);
    const windows = Buffer.from('Ref,Action\n1,Cr\xe8che \x96 \xa35 \x93fund\x94\n', 'latin1');
    expect(texts(windows)).toEqual(wanted);
    expect(read(windows).remarks[0]).toMatch(/Windows-1252/);
  });

  it('is parted by whatever letter parts it', () => {
    const wanted = [
      ['Ref', 'Action', 'Lead'],
      ['1', 'Train, then review', 'A; B'],
      ['2', 'Open', 'C'],
    ];
    for (const d of [';', '\t', '|', ',', '^', '~', '¦']) {
      const quote = (text: string): string => (text.includes(d) ? `"${text}"` : text);
      expect(texts(wanted.map((row) => row.map(quote).join(d)).join('\r\n')), JSON.stringify(d)).toEqual(
        wanted,
      );
    }
    expect(texts('sep=|\na|b,c\n')).toEqual([['a', 'b,c']]);
    expect(texts('One sentence, with a comma\nand another\n')).toEqual([
      ['One sentence, with a comma'],
      ['and another'],
    ]);
  });

  it('is known by its pipes when a text or a database draws it', () => {
    const wanted = [['Work plan'], [''], ['Ref', 'Action'], ['1', 'Open a | b\nsoon']].map((row) =>
      row.map((text) => (text === '' ? undefined : text)),
    );
    const drawn = '## Work plan\n\n| Ref | Action |\n|:---|---:|\n| 1 | **Open** a \\| b<br>soon |\n';
    expect(texts(drawn).map((row) => (row.length === 0 ? [undefined] : row))).toEqual(wanted);
    expect(texts('+----+----+\n| a  | b  |\n+----+----+\n| 1  | 2  |\n+----+----+')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(texts('a | b\nc | d\n')).toEqual([
      ['a ', ' b'],
      ['c ', ' d'],
    ]);
  });

  it('keeps the notes above a table, ragged rows and quotation marks inside', () => {
    const notes =
      '# exported 3 May\n# by NB, GF\nRef;Action;Lead\n1;Say "hello"; then go\n2;Open\n3;Close;NB;more\n';
    expect(texts(notes)).toEqual([
      ['# exported 3 May'],
      ['# by NB, GF'],
      ['Ref', 'Action', 'Lead'],
      ['1', 'Say "hello"', ' then go'],
      ['2', 'Open'],
      ['3', 'Close', 'NB', 'more'],
    ]);
  });

  it('keeps empty lines, line breaks within quotes and lines ended by CR alone', () => {
    expect(texts('a,b\n\nc,"d\r\ne"\n')).toEqual([['a', 'b'], [], ['c', 'd\ne']]);
    expect(texts('a,b\rc,d\r')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('gives numbers and shares beside the text, and leaves dates and references alone', () => {
    const rows = read('7705,34.70%,"7,705 (increase of 283)",01/04/2009,007,"£1,200",-3.5,2.1\n').grids[0]
      ?.rows[0];
    expect(rows?.map((cell) => cell?.value)).toEqual([
      { kind: 'number', number: 7705, percent: false },
      { kind: 'number', number: 0.347, percent: true },
      undefined,
      undefined,
      undefined,
      { kind: 'number', number: 1200, percent: false },
      { kind: 'number', number: -3.5, percent: false },
      { kind: 'number', number: 2.1, percent: false },
    ]);
    expect(rows?.map((cell) => cell?.text)[1]).toBe('34.70%');
    expect(plainValue('12,34')).toBeUndefined();
    expect(plainValue('1.2.3')).toBeUndefined();
  });

  it('is refused in words when a quotation mark never closes', () => {
    const error = refusal(() => read(`Ref,Action\n1,"Open\n${'2,x\n'.repeat(5_000)}`));
    expect(error.code).toBe('file-damaged');
    expect(error.message).toMatch(/quotation mark in row 2 is opened and never closed/);
  });

  it('is read without its NULs, refused when it holds blanks only', () => {
    expect(texts('a\0,b\nc,d\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(read('a\0,b and quite some words more to make it text\n').remarks[0]).toMatch(/NUL/);
    expect(refusal(() => read(' \n \r\n')).code).toBe('file-empty');
  });

  it('is refused when it is wider or longer than any table of an office', () => {
    expect(refusal(() => read(`${','.repeat(20_000)}x\n`)).code).toBe('file-too-large');
    expect(refusal(() => read(`a,b\n${'\n'.repeat(200_000)}c,d\n`)).message).toMatch(/200,000 rows/);
    expect(read(`a,b\nc,d\n${',\n'.repeat(200_000)}`).grids[0]).toMatchObject({ rowCount: 2 });
  });

  it('is read under a workbook’s name when it looks like a table, and remarked upon', () => {
    const file = read('a,b\n1,2\n', 'plan.xlsx');
    expect(file.format).toBe('csv');
    expect(file.remarks[0]).toMatch(/holds a text table/);
    expect(refusal(() => read('PK', 'plan.xlsx')).code).toBe('file-damaged');
  });

  it('gives back every table that was written with quotes', () => {
    // Letters that a screen shows: unseen ones are taken out on purpose.
    const field = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        (rows) => {
          const csv = rows
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          fc.pre(csv.replace(/[",\n]/g, '').trim() !== '');
          const read = texts(csv);
          for (const [r, row] of rows.entries()) {
            for (const [c, text] of row.entries()) expect(read[r]?.[c] ?? '').toBe(text);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is parted alike however many rows it has', () => {
    expect(guessDelimiter('a;b;c\n"1,5";2;3\n"4,5";5;6')).toBe(';');
    expect(guessDelimiter('')).toBe('\t');
  });
});
