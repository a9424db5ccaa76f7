import { describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#core/imports/read/limits.ts';
import { preflight } from '#core/imports/read/preflight.ts';
import { readFile } from '#core/imports/read/read-file.ts';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import {
  billionLaughs,
  blankBomb,
  emptyStyledCells,
  emptyStyledRows,
  externalEntity,
  goodWorkbook,
  lyingBomb,
  manyEntries,
  oleFile,
  spoiltWorkbook,
} from '#test/fixtures/bad-files.ts';
import { rawParts, rowsXml } from '#test/fixtures/raw-workbook.ts';
import { entryOf, rawZip } from '#test/fixtures/raw-zip.ts';
import { refusal } from '#test/fixtures/refusal.ts';

function refused(bytes: Uint8Array, code: ErrorCode, words: RegExp, name = 'plan.xlsx'): void {
  const error = refusal(() => readFile(bytes, name));
  expect(`${error.code}: ${error.message}`).toMatch(words);
  expect(error.code).toBe(code);
  // What happened to which file, and what to do about it.
  expect(error.message).toContain(name);
  expect(error.message).toMatch(/(Open|Choose|Copy|Ask|Delete|Unlock|Unpack|Correct)\b/);
}

describe('a file that is no workbook', () => {
  it('is said to be empty when it has no bytes', () => {
    refused(new Uint8Array(), 'file-empty', /no bytes/);
  });
  it('is said to be locked when it is an encrypted workbook', () => {
    refused(oleFile('EncryptedPackage'), 'file-encrypted', /password/);
  });
  it('is said to be damaged when the container of an old workbook holds none', () => {
    refused(oleFile('Workbook'), 'file-damaged', /its (sectors|beginning)|not complete/);
    refused(oleFile('Book'), 'file-damaged', /its (sectors|beginning)|not complete/, 'plan.xls');
  });
  it('is named for what it is: old Word, PDF, picture, presentation, archive', () => {
    refused(oleFile('WordDocument'), 'file-unsupported', /Word 97-2003/, 'plan.doc');
    refused(Buffer.from('%PDF-1.7\n…'), 'file-unsupported', /a PDF/, 'plan.pdf');
    refused(Buffer.from('{\\rtf1 words'), 'file-unsupported', /rich-text/, 'plan.rtf');
    refused(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'file-unsupported', /a picture/, 'plan.png');
    refused(
      rawZip([entryOf('ppt/presentation.xml', '<p/>')]),
      'file-unsupported',
      /presentation/,
      'plan.pptx',
    );
    refused(rawZip([entryOf('xl/workbook.bin', 'x')]), 'file-unsupported', /binary workbook/, 'plan.xlsb');
    refused(
      rawZip([entryOf('mimetype', 'application/vnd.oasis.opendocument.text')]),
      'file-unsupported',
      /OpenDocument text/,
      'plan.odt',
    );
    refused(rawZip([entryOf('holiday.jpg', 'x')]), 'file-unsupported', /archive/, 'plan.zip');
    refused(Buffer.alloc(5_000), 'file-damaged', /zeros/);
  });
});

describe('a broken workbook', () => {
  it('is refused at whatever length it was cut off', () => {
    const whole = Buffer.from(goodWorkbook());
    for (let length = 1; length < whole.length; length += length < 400 ? 1 : 97) {
      const error = refusal(() => readFile(whole.subarray(0, length), 'plan.xlsx'));
      expect(['file-damaged'], `cut at ${length}`).toContain(error.code);
    }
    expect(readFile(whole, 'plan.xlsx').grids).toHaveLength(1);
  });

  it('is refused, or read, but never crashes when any byte of it is altered', () => {
    const whole = Buffer.from(goodWorkbook());
    for (let at = 0; at < whole.length; at += 3) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] as number) ^ (1 << (at % 8));
      try {
        readFile(altered, 'plan.xlsx');
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(AppError);
      }
    }
  });

  it('is refused when a part is missing, cut off or has been altered', () => {
    refused(spoiltWorkbook({ 'xl/worksheets/sheet1.xml': null }), 'file-damaged', /sheet Plan is not there/);
    refused(spoiltWorkbook({ 'xl/workbook.xml': null }), 'file-damaged', /./);
    refused(
      spoiltWorkbook({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' }),
      'file-damaged',
      /not complete/,
    );
    const part = entryOf('xl/workbook.xml', '<workbook/>');
    refused(spoiltWorkbook({ 'xl/workbook.xml': { ...part, crc: part.crc ^ 1 } }), 'file-damaged', /altered/);
    refused(
      spoiltWorkbook({
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
      }),
      'file-damaged',
      /a text that is not there/,
    );
  });
});

describe('a hostile archive', () => {
  it('is refused within two seconds when it is a bomb of 400 MB in less than one', () => {
    const bomb = blankBomb();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const start = performance.now();
    refused(bomb, 'file-hostile', /swells to 400 MB/);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('is not believed about its sizes', () => {
    const start = performance.now();
    refused(lyingBomb(), 'file-hostile', /larger than it says/);
    const short = entryOf('xl/workbook.xml', '<workbook/>');
    refused(spoiltWorkbook({ 'xl/workbook.xml': { ...short, size: 4_000 } }), 'file-damaged', /not as long/);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('is refused for a document type in any part, read or not, in any encoding', () => {
    refused(externalEntity(), 'file-hostile', /document type/);
    refused(externalEntity('xl/sharedStrings.xml'), 'file-hostile', /document type/);
    refused(externalEntity('docProps/custom.xml'), 'file-hostile', /document type/);
    refused(billionLaughs(), 'file-hostile', /document type/);
    const wide = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>', 'utf16le');
    refused(
      spoiltWorkbook({ 'docProps/core.xml': entryOf('docProps/core.xml', wide) }),
      'file-hostile',
      /document type/,
    );
    const late = `<worksheet>${' '.repeat(500_000)}<!DOCTYPE x><sheetData/></worksheet>`;
    refused(spoiltWorkbook({ 'xl/worksheets/sheet1.xml': late }), 'file-hostile', /document type/);
  });

  it('is refused for names that point elsewhere or come twice', () => {
    for (const name of [
      '../evil.xml',
      'xl/../../evil.xml',
      '/etc/passwd',
      'C:\\evil.xml',
      'xl\\evil.xml',
      'a\0b.xml',
    ]) {
      refused(spoiltWorkbook({ [name]: '<x/>' }), 'file-hostile', /points outside/);
    }
    const twice = rawZip([entryOf('xl/workbook.xml', '<a/>'), entryOf('XL/workbook.xml', '<b/>')]);
    refused(twice, 'file-hostile', /same name/);
  });

  it('is refused for links, passwords, unknown packing, overlapping parts and too many parts', () => {
    const link = entryOf('xl/link.xml', 'x', { madeBy: 0x0314, attributes: 0o120777 << 16 });
    refused(spoiltWorkbook({ 'xl/link.xml': link }), 'file-hostile', /link to another file/);
    refused(
      spoiltWorkbook({ 'a.xml': entryOf('a.xml', '<x/>', { flags: 1 }) }),
      'file-encrypted',
      /password/,
    );
    refused(
      spoiltWorkbook({ 'a.bin': entryOf('a.bin', 'x', { method: 12 }) }),
      'file-unsupported',
      /method 12/,
    );
    refused(
      rawZip([entryOf('a.xml', '<x/>'), entryOf('b.xml', '<x/>')], { overlap: true }),
      'file-hostile',
      /over one another/,
    );
    refused(manyEntries(2_001), 'file-hostile', /2,001 files/);
  });

  it('is refused when the parts together are too much', () => {
    const limits = { ...defaultReadLimits, totalBytes: 5_000 };
    const parts = rawParts({ sheets: [{ name: 'Plan', xml: rowsXml([['x'.repeat(6_000)]]) }] });
    const zip = rawZip(Object.entries(parts).map(([name, xml]) => entryOf(name, xml)));
    expect(refusal(() => preflight(zip, 'plan.xlsx', limits)).code).toBe('file-too-large');
  });

  it('is refused for elements nested without end', () => {
    const deep = `<worksheet>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</worksheet>`;
    refused(spoiltWorkbook({ 'xl/worksheets/sheet1.xml': deep }), 'file-hostile', /nests more than 64/);
  });

  it('is read quickly when it holds a million styled rows without cells', () => {
    const bytes = emptyStyledRows();
    const start = performance.now();
    const { grids } = readFile(bytes, 'plan.xlsx');
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(grids[0]).toMatchObject({ rowCount: 1, columnCount: 1 });
  });

  it('is refused when a million rows of styled cells take more than a part may', () => {
    refused(emptyStyledCells(), 'file-too-large', /unpacked/);
  });
});
