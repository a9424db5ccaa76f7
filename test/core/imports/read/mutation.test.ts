import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rawParts } from '#test/fixtures/raw-workbook.ts';
import { entryOf, rawZip } from '#test/fixtures/raw-zip.ts';

const word = (at: string): string => `<c r="${at}" t="s" s="1"><v>0</v></c>`;
const parts = rawParts({
  sheets: [
    {
      name: 'Plan',
      xml:
        `<cols><col min="1" max="3" width="12"/></cols><sheetData><row r="1">${word('A1')}${word('B1')}<c r="C1"><f>1+1</f><v>2</v></c></row><row r="2" hidden="1">${word('A2')}</row></sheetData>` +
        '<mergeCells count="1"><mergeCell ref="A2:C4"/></mergeCells><conditionalFormatting sqref="A1:C9"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"x"</formula></cfRule></conditionalFormatting>' +
        '<hyperlinks><hyperlink ref="A1" location="B2"/></hyperlinks>',
    },
  ],
  texts: '<si><t>Open a library</t></si><si><r><rPr><strike/></rPr><t>old</t></r><r><t>new</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="dd mmm yyyy"/></numFmts><fonts><font><b/></font></fonts><fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill></fills>' +
    '<cellXfs><xf/><xf numFmtId="164" fillId="2"/></cellXfs><dxfs><dxf><fill><patternFill><bgColor rgb="FF00B050"/></patternFill></fill></dxf></dxfs>',
  theme: '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1>',
});
const names = Object.keys(parts);

const mutation = fc.record({
  part: fc.constantFrom(...names),
  at: fc.nat({ max: 2_000 }),
  length: fc.nat({ max: 30 }),
  put: fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '<',
      '</',
      '/>',
      '"',
      '&#0;',
      '&x;',
      '-1',
      '1e999',
      '99999999999',
      'NaN',
      '__proto__',
      '<!--',
      ']]>',
      '<a:b/>',
      '\u0000',
      'AAAA9',
    ),
  ),
});

describe('a workbook whose XML was tampered with', () => {
  it('is read or refused in words, and leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const spoilt = { ...parts };
        for (const { part, at, length, put } of mutations) {
          const xml = spoilt[part] ?? '';
          const from = xml.length === 0 ? 0 : at % xml.length;
          spoilt[part] = xml.slice(0, from) + put + xml.slice(from + length);
        }
        const file = rawZip(Object.entries(spoilt).map(([name, xml]) => entryOf(name, xml)));
        try {
          for (const grid of readFile(file, 'plan.xlsx').grids) {
            expect(grid.rowCount * grid.columnCount).toBeLessThanOrEqual(20_000_000);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          // A refusal with a cause of the program's own making would be a mistake in the reader.
          expect((error as AppError).cause).toBeUndefined();
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });
});
