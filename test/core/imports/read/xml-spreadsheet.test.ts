import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import { planRows } from '#test/fixtures/good-files.ts';
import { refusal } from '#test/fixtures/refusal.ts';

const book = (inside: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${inside}</Workbook>`,
  );
const sheet = (rows: string, more = ''): string =>
  `<Worksheet ss:Name="Plan"><Table>${rows}</Table>${more}</Worksheet>`;

describe('a workbook of Excel 2003 in one XML file', () => {
  it('is read as another program wrote it', () => {
    const wb = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(wb, XLSX.utils.aoa_to_sheet(planRows.map((row) => [...row])), 'Plan');
    const file = readFile(Buffer.from(XLSX.write(wb, { type: 'buffer', bookType: 'xlml' })), 'plan.xls');
    expect(file.grids[0]?.rows.map((row) => row?.map((cell) => cell?.text))).toEqual(planRows);
  });

  it('gives places, styles, days, shares, notes, merges and what is hidden', () => {
    const styles =
      '<Styles><Style ss:ID="Default"/><Style ss:ID="g"><Interior ss:Color="#92D050" ss:Pattern="Solid"/><Font ss:Bold="1"/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>';
    const rows =
      '<Column ss:Index="3" ss:Hidden="1"/><Row><Cell ss:StyleID="g" ss:MergeAcross="1"><Data ss:Type="String">Aim&#10;one</Data><Comment ss:Author="Jo"><ss:Data>ask</ss:Data></Comment></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>' +
      '<Row ss:Index="3" ss:Hidden="1"><Cell ss:StyleID="p"><Data ss:Type="Number">0.347</Data></Cell><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">2010-03-31T00:00:00.000</Data></Cell></Row>';
    const hidden = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';
    const grid = readFile(book(styles + sheet(rows, hidden)), 'plan.xls').grids[0];
    expect(grid?.rows[0]?.[0]).toMatchObject({
      text: 'Aim\none',
      fill: '#92d050',
      bold: true,
      note: 'Jo: ask',
    });
    expect(grid?.rows[0]?.[2]).toMatchObject({ text: 'TRUE', value: { kind: 'truth', truth: true } });
    expect(grid?.rows[2]?.[0]).toMatchObject({ text: '34.70%', value: { number: 0.347, percent: true } });
    expect(grid?.rows[2]?.[2]).toMatchObject({
      text: '31/03/2010',
      value: { kind: 'day', day: '2010-03-31' },
    });
    expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([...(grid?.hiddenRows ?? [])]).toEqual([2]);
    expect([...(grid?.hiddenColumns ?? [])]).toEqual([2]);
    expect(grid?.hidden).toBe(true);
  });

  it('is refused in words when its places lie outside every sheet, or when it is cut', () => {
    const far = sheet('<Row ss:Index="99999999"><Cell><Data ss:Type="String">x</Data></Cell></Row>');
    expect(refusal(() => readFile(book(far), 'plan.xls')).code).toBe('file-damaged');
    const whole = book(sheet('<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>'));
    expect(refusal(() => readFile(whole.subarray(0, whole.length - 30), 'plan.xls')).message).toMatch(
      /its end is missing/,
    );
  });
});
