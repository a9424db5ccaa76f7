import { describe, expect, it } from 'vitest';
import { isError, parseFormula, type Scalar } from '#core/imports/read/xlsx/formula.ts';
import { readCell, readRange, readRanges } from '#core/imports/read/xlsx/references.ts';

const cells: Record<string, Scalar> = {
  '0,0': 'On Track',
  '0,1': 12,
  '1,1': 30,
  '2,2': null,
  '3,0': { error: true },
};

function value(code: string, down = 0, right = 0): Scalar | 'unread' {
  const formula = parseFormula(code);
  if (formula === null) return 'unread';
  const found = formula((row, column) => cells[`${row},${column}`] ?? null, down, right);
  return isError(found) ? 'error' : found;
}

describe('a formula that colours cells', () => {
  it.each([
    ['A1="on track"', true],
    ['A1<>"Late"', true],
    ['=B1>=12', true],
    ['B1*2+1', 25],
    ['2^3-1', 7],
    ['-B1%', -0.12],
    ['"a"&B1', 'a12'],
    ['AND(B1>10,NOT(B1=13))', true],
    ['OR(FALSE,ISBLANK(C3))', true],
    ['IF(B1>10,"yes","no")', 'yes'],
    ['ISNUMBER(SEARCH("TRACK",A1))', true],
    ['NOT(ISERROR(SEARCH("late",A1)))', false],
    ['ISERROR(FIND("track",A1))', true],
    ['SEARCH("o? t*k",A1)', 1],
    ['LEFT(A1,2)="ON"', true],
    ['RIGHT(TRIM(A1),5)', 'Track'],
    ['LEN(C3)=0', true],
    ['C3=0', true],
    ['C3=""', true],
    ['EXACT(A1,"on track")', false],
    ['"text">99', true],
    ['IFERROR(A4,"bad")', 'bad'],
    ['1/0', 'error'],
    ['A4=1', 'error'],
  ])('%s is %j', (code, expected) => {
    expect(value(code)).toEqual(expected);
  });

  it('moves its references with the cell, but for those held by a dollar', () => {
    expect(value('B1', 1)).toBe(30);
    expect(value('B$1', 1)).toBe(12);
    expect(value('A1', 0, 1)).toBe(12);
    expect(value('$A1', 0, 1)).toBe('On Track');
    expect(value('$A$1', 9, 9)).toBe('On Track');
  });

  it.each([
    'A1<TODAY()',
    "'Other sheet'!A1=1",
    'COUNTIF(A1:A9,1)',
    'Status="x"',
    '(A1',
    'A1=',
    '#REF!=1',
    '"open',
    'constructor(1)',
    '',
  ])('does not guess at %s', (code) => {
    expect(value(code)).toBe('unread');
  });
});

describe('references', () => {
  it('name cells and ranges, whole columns and rows', () => {
    expect(readCell('$XFD$1048576')).toEqual({ row: 1_048_575, column: 16_383 });
    expect(readCell('XFE1')).toBeNull();
    expect(readRange('C4:A2')).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
    expect(readRange('B:B')).toMatchObject({ left: 1, right: 1, top: 0 });
    expect(readRange('3:5')).toMatchObject({ top: 2, bottom: 4, left: 0 });
    expect(readRanges('A1 B2:B3 nonsense')).toHaveLength(2);
  });
});
