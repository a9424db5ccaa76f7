import { describe, expect, it } from 'vitest';
import { type DocumentRow, placeName, rangePlace } from '#shared/contract/places.ts';

const paragraph = (number: number): DocumentRow => ({
  kind: 'paragraph',
  part: 'body',
  number,
  heading: null,
  list: null,
  style: null,
});
const row = (table: number, at: number): DocumentRow => ({ kind: 'table', table, row: at, header: at === 1 });
const document = [
  paragraph(1),
  paragraph(2),
  row(1, 1),
  row(1, 2),
  undefined,
  paragraph(3),
  row(2, 1),
  row(2, 2),
];
const grid = { name: 'Plan', document };
const area = (top: number, bottom: number, left = 0, right = 3) => ({ top, left, bottom, right });

describe('names of places', () => {
  it('names a cell of a sheet by its letter and number, and its range by its corners', () => {
    expect(placeName({ name: 'Sheet1' }, 13, 1)).toBe('Sheet1!B14');
    expect(rangePlace({ name: 'Sheet1' }, { top: 3, left: 0, bottom: 60, right: 6 })).toBe('Sheet1!A4:G61');
  });
  it('names a cell of a document by its table, and a paragraph by its number', () => {
    expect(placeName(grid, 3, 2)).toBe('table 1 row 2 column 3');
    expect(placeName(grid, 5, 0)).toBe('paragraph 3');
  });
  it('names a stretch of a document by what stands at its ends', () => {
    expect(rangePlace(grid, area(2, 3))).toBe('table 1');
    expect(rangePlace(grid, area(2, 2))).toBe('table 1 row 1 columns 1 to 4');
    expect(rangePlace(grid, area(0, 1))).toBe('paragraphs 1 to 2');
    expect(rangePlace(grid, area(2, 7))).toBe('tables 1 to 2');
    expect(rangePlace(grid, area(4, 6))).toBe('paragraph 3 to table 2 row 1');
  });
});
