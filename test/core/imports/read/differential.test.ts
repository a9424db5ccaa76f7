import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx as readWithHucre, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';
import type { Grid, ReadFile } from '#shared/contract/grid.ts';
import { largeWorkbook } from '#test/fixtures/large-workbook.ts';

/** Our reader beside two libraries that share no code with it: the same cells, merges and fills. */

const trimmed = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

async function compareWithHucre(bytes: Uint8Array, file: ReadFile): Promise<number> {
  const book = await readWithHucre(bytes, { readStyles: true });
  let compared = 0;
  for (const sheet of book.sheets) {
    const grid = file.grids.find(({ name }) => name === sheet.name) as Grid;
    expect(grid, sheet.name).toBeDefined();
    for (const [r, row] of sheet.rows.entries()) {
      for (const [c, theirs] of row.entries()) {
        const ours = grid.rows[r]?.[c];
        if (theirs === null || theirs === '') {
          expect(ours?.text ?? '', `${sheet.name} ${r},${c}`).toBe('');
          continue;
        }
        compared += 1;
        const where = `${sheet.name} row ${r + 1} column ${c + 1}`;
        if (typeof theirs === 'string') expect(trimmed(ours?.text ?? ''), where).toBe(trimmed(theirs));
        else if (typeof theirs === 'number') expect(ours?.value, where).toMatchObject({ number: theirs });
        else if (typeof theirs === 'boolean')
          expect(ours?.value, where).toEqual({ kind: 'truth', truth: theirs });
        else if (ours?.value !== undefined)
          expect(ours.value, where).toEqual({ kind: 'day', day: dayOf(theirs) });
      }
    }
  }
  return compared;
}

function dayOf(date: Date): string {
  return new Date(date.getTime() + 500).toISOString().slice(0, 10);
}

describe('the reader beside hucre', () => {
  it('reads a plan of 2,000 rows the same', async () => {
    const bytes = largeWorkbook(2_000, 12);
    const file = readFile(bytes, 'plan.xlsx');
    expect(await compareWithHucre(bytes, file)).toBeGreaterThan(20_000);
    expect(file.grids[0]?.merges).toHaveLength(400);
    expect(file.remarks).toEqual([]);
  });

  it('reads what hucre writes', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Plan',
          rows: [
            ['Ref', 'Action', 'Due', 'Share', 'Done'],
            ['1.1', 'Open a library\nwith books', new Date(Date.UTC(2010, 2, 31)), 0.347, true],
          ],
          merges: [{ startRow: 2, startCol: 0, endRow: 3, endCol: 1 }],
        },
      ],
    });
    const file = readFile(bytes, 'plan.xlsx');
    expect(await compareWithHucre(bytes, file)).toBe(10);
    expect(file.grids[0]?.rows[1]?.[2]?.value).toEqual({ kind: 'day', day: '2010-03-31' });
  });
});

describe('the reader beside ExcelJS', () => {
  it('reads what ExcelJS writes: fills, struck words, notes, links, formulas, shares', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Plan', { state: 'visible' });
    sheet.getCell('A1').value = 'On track';
    sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF92D050' } };
    sheet.getCell('B1').value = { richText: [{ text: 'March', font: { strike: true } }, { text: ' May' }] };
    sheet.getCell('C1').value = { text: 'the plan', hyperlink: 'https://example.org/' };
    sheet.getCell('D1').value = { formula: '1+1', result: 2 };
    sheet.getCell('E1').value = 0.347;
    sheet.getCell('E1').numFmt = '0.0%';
    sheet.getCell('F1').value = new Date(Date.UTC(2010, 2, 31));
    sheet.getCell('F1').numFmt = 'd mmmm yyyy';
    sheet.getCell('A1').note = 'Ask JK';
    sheet.mergeCells('A2:C3');
    sheet.getCell('A2').value = 'Priority 1';
    sheet.getColumn(5).hidden = true;
    sheet.getRow(3).hidden = true;
    const grid = readFile(new Uint8Array(await book.xlsx.writeBuffer()), 'plan.xlsx').grids[0] as Grid;
    expect(grid.rows[0]?.[0]).toMatchObject({ text: 'On track', fill: '#92d050', note: 'Ask JK' });
    expect(grid.rows[0]?.[1]).toMatchObject({ text: 'March May', struck: ['March'] });
    expect(grid.rows[0]?.[2]).toMatchObject({ text: 'the plan', link: 'https://example.org/' });
    expect(grid.rows[0]?.[3]).toMatchObject({ text: '2' });
    expect(grid.rows[0]?.[4]).toMatchObject({ text: '34.7%', value: { percent: true } });
    expect(grid.rows[0]?.[5]).toMatchObject({
      text: '31 March 2010',
      value: { kind: 'day', day: '2010-03-31' },
    });
    expect(grid.rows[1]?.[0]?.text).toBe('Priority 1');
    expect(grid.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 2 }]);
    expect([[...grid.hiddenRows], [...grid.hiddenColumns]]).toEqual([[2], [4]]);
  });
});

const examples = new URL('../../../../../shared/examples', import.meta.url).pathname;
const found = existsSync(examples) ? readdirSync(examples).filter((name) => /\.(xlsx|csv)$/.test(name)) : [];

describe('the public examples', () => {
  it.skipIf(found.length === 0).each(found.length > 0 ? found : ['(../shared/examples is not there)'])(
    '%s is read whole, the same as other readers read it',
    async (name) => {
      const bytes = readFileSync(join(examples, name));
      const file = readFile(bytes, name);
      expect(file.grids.some((grid) => grid.rowCount > 1)).toBe(true);
      if (name.endsWith('.xlsx')) expect(await compareWithHucre(bytes, file)).toBeGreaterThan(20);
    },
  );
});
