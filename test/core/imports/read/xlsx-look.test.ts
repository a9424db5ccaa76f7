import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import { fillColour, legacyPalette, officeTheme } from '#core/imports/read/xlsx/colours.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import { rawWorkbook } from '#test/fixtures/raw-workbook.ts';

const palette = { theme: officeTheme, indexed: legacyPalette };
const none = { rgb: null, theme: null, indexed: null, tint: 0 };

describe('a fill colour', () => {
  it('counts light before dark in the theme', () => {
    const themed = (theme: number, tint = 0): string | null => fillColour({ ...none, theme, tint }, palette);
    expect([0, 1, 2, 3, 4].map((n) => themed(n))).toEqual([null, '#000000', '#eeece1', '#1f497d', '#4f81bd']);
  });

  it('is tinted as Excel tints: lighter and darker by its lightness', () => {
    const channels = (hex: string | null): number[] =>
      [1, 3, 5].map((at) => Number.parseInt((hex ?? '').slice(at, at + 2), 16));
    // Excel reckons in steps of 240, so it may be one off in a channel.
    const near = (theme: number, tint: number, excel: string): void => {
      const ours = channels(fillColour({ ...none, theme, tint }, palette));
      const off = channels(excel).map((channel, i) => Math.abs(channel - (ours[i] as number)));
      expect(Math.max(...off), `${excel} ${ours}`).toBeLessThanOrEqual(1);
    };
    // Olive green of the 2007 theme as Excel shows it lighter by 40 and 80 %, darker by 25 %; paper and ink.
    near(6, 0.3999755851924192, '#c4d79b');
    near(6, 0.7999816888943144, '#ebf1de');
    near(6, -0.249977111117893, '#76933c');
    near(0, -0.1499984740745262, '#d9d9d9');
    near(1, 0.499984740745262, '#808080');
  });

  it('comes from the legacy palette and from plain numbers, whatever their alpha says', () => {
    expect(fillColour({ ...none, indexed: 10 }, palette)).toBe('#ff0000');
    expect(fillColour({ ...none, indexed: 50 }, palette)).toBe('#99cc00');
    expect(fillColour({ ...none, rgb: '0092D050' }, palette)).toBe('#92d050');
    expect(fillColour({ ...none, rgb: 'FFFFFFFF' }, palette)).toBeNull();
    expect(fillColour({ ...none, indexed: 65 }, palette)).toBeNull();
    expect(fillColour({ ...none, theme: 99 }, palette)).toBeNull();
  });
});

const styles =
  '<fonts count="1"><font/></fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/><bgColor indexed="64"/></patternFill></fill>' +
  '<fill><patternFill patternType="lightGrid"><fgColor rgb="FFFF0000"/></patternFill></fill>' +
  '<fill><gradientFill><stop position="0"><color rgb="FF00FF00"/></stop></gradientFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill></fills>' +
  '<cellXfs count="5"><xf/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/><xf fillId="5"/></cellXfs>' +
  '<dxfs count="3"><dxf><fill><patternFill><bgColor rgb="FF00B050"/></patternFill></fill></dxf>' +
  '<dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/><bgColor rgb="FFFFC000"/></patternFill></fill></dxf>' +
  '<dxf><font><strike/></font></dxf></dxfs>';

describe('a filled cell', () => {
  it('has the colour of a solid pattern only, resolved through the theme of the workbook', () => {
    const cells = [1, 2, 3, 4].map(
      (style, i) => `<c r="${'ABCD'[i]}1" s="${style}" t="inlineStr"><is><t>x</t></is></c>`,
    );
    const theme =
      '<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="800000"/></a:accent1>';
    const { grids } = readFile(
      rawWorkbook({
        sheets: [{ name: 'Plan', xml: `<sheetData><row r="1">${cells.join('')}</row></sheetData>` }],
        styles,
        theme,
      }),
      'plan.xlsx',
    );
    expect(grids[0]?.rows[0]?.map((cell) => cell?.fill)).toEqual([
      '#92d050',
      undefined,
      undefined,
      '#ff4040',
    ]);
  });

  it('stands without text inside the table, and not far below or beside it', () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1" s="1"/><c r="AZ1" s="1"/></row>' +
      '<row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3" t="inlineStr"><is><t>y</t></is></c></row><row r="9"><c r="A9" s="1"/></row></sheetData>';
    const grid = readFile(rawWorkbook({ sheets: [{ name: 'Plan', xml }], styles }), 'plan.xlsx').grids[0];
    expect(grid).toMatchObject({ rowCount: 3, columnCount: 2 });
    expect(grid?.rows[0]?.[1]).toMatchObject({ text: '', fill: '#92d050' });
    expect(grid?.rows[1]?.[0]).toMatchObject({ text: '', fill: '#92d050' });
  });
});

describe('colours by condition', () => {
  function conditional(rows: readonly string[], rules: string): ReadFile {
    const lines = rows.map((row, r) => `<row r="${r + 1}">${row}</row>`);
    return readFile(
      rawWorkbook({
        sheets: [{ name: 'Plan', xml: `<sheetData>${lines.join('')}</sheetData>${rules}` }],
        styles,
      }),
      'plan.xlsx',
    );
  }
  const word = (at: string, text: string, style = 0): string =>
    `<c r="${at}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const fills = (file: ReadFile, column = 0): (string | undefined)[] =>
    file.grids[0]?.rows.map((row) => row?.[column]?.fill) ?? [];

  it('are worked out for comparisons, in order of priority, over the cell’s own fill', () => {
    const file = conditional(
      ['<c r="A1"><v>95</v></c>', '<c r="A2" s="1"><v>60</v></c>', '<c r="A3"><v>10</v></c>'],
      '<conditionalFormatting sqref="A1:A3"><cfRule type="cellIs" dxfId="1" priority="2" operator="between"><formula>50</formula><formula>100</formula></cfRule>' +
        '<cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThanOrEqual"><formula>90</formula></cfRule></conditionalFormatting>',
    );
    expect(fills(file)).toEqual(['#00b050', '#ffc000', undefined]);
  });

  it('are worked out for words at the beginning, end or anywhere', () => {
    const file = conditional(
      [word('A1', 'Now COMPLETE'), word('A2', 'complete'), word('A3', 'late')],
      '<conditionalFormatting sqref="A1:A3"><cfRule type="containsText" dxfId="0" priority="1" operator="containsText" text="complete"><formula>NOT(ISERROR(SEARCH("complete",A1)))</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="A1:A3"><cfRule type="beginsWith" dxfId="1" priority="2" operator="beginsWith" text="l"><formula>LEFT(A1,1)="l"</formula></cfRule></conditionalFormatting>',
    );
    expect(fills(file)).toEqual(['#00b050', '#00b050', '#ffc000']);
  });

  it('are worked out for formulas that look at other cells of the row', () => {
    const file = conditional(
      [word('A1', 'One') + word('B1', 'Done'), word('A2', 'Two') + word('B2', 'Open')],
      '<conditionalFormatting sqref="A1:A2"><cfRule type="expression" dxfId="2" priority="1"><formula>$B1="Done"</formula></cfRule>' +
        '<cfRule type="expression" dxfId="0" priority="2"><formula>AND($B1="done",LEN(A1)&gt;2)</formula></cfRule></conditionalFormatting>',
    );
    expect(fills(file)).toEqual(['#00b050', undefined]);
    expect(file.grids[0]?.rows.map((row) => row?.[0]?.strike ?? false)).toEqual([true, false]);
  });

  it('are worked out in Excel’s newer kind, which brings its style along', () => {
    const file = conditional(
      [word('A1', 'Behind')],
      '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="containsText" priority="1" operator="containsText"><xm:f>NOT(ISERROR(SEARCH("behind",A1)))</xm:f>' +
        '<x14:dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
    );
    expect(fills(file)).toEqual(['#ff0000']);
    expect(file.remarks).toEqual([]);
  });

  it('are remarked upon where they cannot be worked out, naming the cells', () => {
    const file = conditional(
      ['<c r="A1"><v>1</v></c>', '<c r="A2"><v>2</v></c>'],
      '<conditionalFormatting sqref="A1:A100"><cfRule type="iconSet" priority="1"><iconSet><cfvo type="percent" val="0"/></iconSet></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="0" priority="2"><formula>A2&lt;TODAY()</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="Z1:Z9"><cfRule type="colorScale" priority="3"/></conditionalFormatting>',
    );
    expect(fills(file)).toEqual([undefined, undefined]);
    expect(file.remarks).toHaveLength(1);
    expect(file.remarks[0]).toMatch(/Plan!A1:A2, Plan!A2 come from a rule that cannot be worked out/);
  });
});
