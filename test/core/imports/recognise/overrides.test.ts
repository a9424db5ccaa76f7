import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Overrides } from '#core/imports/recognise/overrides.ts';
import { readTable } from '#core/imports/recognise/read-table.ts';
import { piecesOf, shapeOf } from '#core/imports/recognise/row-kinds.ts';
import { sheetOf } from '#core/imports/recognise/sheet.ts';
import { type Region, regionsOf } from '#core/imports/recognise/tables.ts';
import { canvas } from '#test/fixtures/workbooks/canvas.ts';

const options = {
  fileName: 'a.xlsx',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
};

function planSheet() {
  const sheet = canvas('Sheet1');
  sheet.line(0, 0, ['Ref', 'Action', 'Lead', 'By when']);
  sheet.line(1, 0, ['1', 'Open the toy library', 'NB', 'March 2010']);
  sheet.line(2, 0, [null, 'Bring the van round', 'TR', 'May 2010']);
  sheet.line(3, 0, ['2', 'Train the story tellers', 'NB', 'June 2010']);
  sheet.line(4, 0, ['3', 'Paint the hall', 'TR', 'July 2010']);
  return sheetOf(sheet.grid(), 0);
}

const edges = (region: Region | undefined) =>
  region && [region.header.top, region.header.bottom, region.top, region.bottom, region.left, region.right];
const drawn = (range: readonly number[], headerRows: readonly number[] | null): Overrides => ({
  regions: [
    {
      sheet: 0,
      range: { top: range[0] ?? 0, left: range[1] ?? 0, bottom: range[2] ?? 0, right: range[3] ?? 0 },
      headerRows,
    },
  ],
  rows: [],
});

describe('corrections of where tables and records begin', () => {
  it('puts a drawn table in the place of the found one, its header found or said', () => {
    const sheet = planSheet();
    expect(edges(regionsOf(sheet)[0])).toEqual([0, 0, 1, 4, 0, 3]);
    expect(regionsOf(sheet, drawn([0, 0, 3, 2], null)).map(edges)).toEqual([[0, 0, 1, 3, 0, 2]]);
    expect(regionsOf(sheet, drawn([0, 0, 4, 3], [0, 1])).map(edges)).toEqual([[0, 1, 2, 4, 0, 3]]);
  });

  it('cuts a found table above a drawn one, which may have no headings', () => {
    const regions = regionsOf(planSheet(), drawn([3, 0, 4, 3], []));
    expect(regions.map(edges)).toEqual([
      [0, 0, 1, 2, 0, 3],
      [3, 2, 3, 4, 0, 3],
    ]);
  });

  it('leaves tables of other sheets as they are', () => {
    const overrides = drawn([0, 0, 3, 2], null);
    const elsewhere = { ...overrides, regions: overrides.regions.map((one) => ({ ...one, sheet: 1 })) };
    expect(regionsOf(planSheet(), elsewhere).map(edges)).toEqual([[0, 0, 1, 4, 0, 3]]);
  });

  it('joins, parts, heads and leaves out the rows it is told to', () => {
    const rows: Overrides['rows'] = [
      { sheet: 0, row: 2, as: 'join' },
      { sheet: 0, row: 3, as: 'section' },
      { sheet: 0, row: 4, as: 'skip' },
    ];
    const [region] = regionsOf(planSheet(), { regions: [], rows });
    const table = readTable(region as Region, options, null);
    const pieces = piecesOf(shapeOf(table.region, table.meanings));
    expect(pieces.map((piece) => (piece.kind === 'entry' ? piece.rows : piece.kind))).toEqual([
      [1, 2],
      'section',
      'furniture',
    ]);
  });

  it('takes any rectangle, on the sheet or beyond it', () => {
    const edge = fc.integer({ min: -3, max: 12 });
    fc.assert(
      fc.property(edge, edge, edge, edge, fc.array(edge, { maxLength: 4 }), (a, b, c, d, headerRows) => {
        const range = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
        for (const region of regionsOf(planSheet(), drawn(range, headerRows))) {
          expect(region.left).toBeLessThanOrEqual(region.right);
          expect(region.bottom).toBeLessThan(5);
          expect(region.top).toBe(region.header.bottom + 1);
        }
      }),
    );
  });
});
