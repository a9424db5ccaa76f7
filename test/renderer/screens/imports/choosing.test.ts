import { describe, expect, it } from 'vitest';
import { stepFrom } from '../../../../src-renderer/screens/imports/choosing.ts';

const limits = { firstRow: 10, lastRow: 19, columns: 4 };
const none = () => null;
/** Rows 12 to 14 of column 1 are one cell. */
const merged = ({ row, column }: { row: number; column: number }) =>
  column === 1 && row >= 12 && row <= 14 ? { top: 12, left: 1, bottom: 14, right: 1 } : null;

describe('stepping over the picture', () => {
  it('goes a cell at a time and stays on the page', () => {
    expect(stepFrom('ArrowDown', { row: 10, column: 0 }, limits, none)).toEqual({ row: 11, column: 0 });
    expect(stepFrom('ArrowUp', { row: 10, column: 0 }, limits, none)).toEqual({ row: 10, column: 0 });
    expect(stepFrom('ArrowRight', { row: 10, column: 3 }, limits, none)).toEqual({ row: 10, column: 3 });
    expect(stepFrom('Home', { row: 10, column: 3 }, limits, none)).toBeNull();
  });

  it('enters a merged cell at its first place and leaves the whole of it', () => {
    expect(stepFrom('ArrowRight', { row: 13, column: 0 }, limits, merged)).toEqual({ row: 12, column: 1 });
    expect(stepFrom('ArrowDown', { row: 12, column: 1 }, limits, merged)).toEqual({ row: 15, column: 1 });
  });
});
