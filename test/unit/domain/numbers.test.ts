import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, formatFigure, readFigure, symbolMeaning } from '#shared/domain/numbers.ts';

describe('readFigure', () => {
  it.each<[string, number | null, string | null]>([
    ['41.50%', 41.5, '%'],
    ['47.4', 47.4, null],
    ['4120 (up 65)', 4120, null],
    ['1,234', 1234, null],
    ['1 234', 1234, null],
    ['£1.2m', 1_200_000, 'money'],
    ['£450k', 450_000, 'money'],
    ['£1,200.50', 1200.5, 'money'],
    ['1.2 million', 1_200_000, null],
    ['≤3%', 3, '%'],
    ['>= 90 %', 90, '%'],
    ['at least 65%', 65, '%'],
    ['85 per cent', 85, '%'],
    ['4.6 points', 4.6, 'points'],
    ['7 days', 7, 'days'],
    ['7 working days', 7, 'working days'],
    ['2.5 FTE', 2.5, 'FTE'],
    ['1:8', 0.125, 'ratio'],
    ['1 in 4', 0.25, 'ratio'],
    ['-3.2', -3.2, null],
    ['−3.2', -3.2, null],
    ['30% of places', 30, '%'],
    ['12 of 16', 12, null],
    ['9 centres', 9, null],
    ['Nil', 0, null],
    ['2010', 2010, null],
    ['2009/10', null, null],
    ['24/11/14', null, null],
    ['Sept 10', null, null],
    ['By Mar 10', null, null],
    ['48 - 50', null, null],
    ['5%-7%', null, null],
    ['3rd', null, null],
    ['3a', null, null],
    ['a50%', 50, '%'],
    ['15m', null, null],
    ['7.30.1', null, null],
    ['In place', null, null],
    ['Phase 3: 12', null, null],
    ['TBC', null, null],
    ['-', null, null],
    ['', null, null],
  ])('reads %j', (text, number, unit) => {
    const figure = readFigure(text);
    expect([figure.number, figure.unit, figure.symbol]).toEqual([number, unit, null]);
  });

  it.each([
    ['n/a', 'z'],
    ['[z]', 'z'],
    ['..', 'x'],
    ['[x]', 'x'],
    ['c', 'c'],
    ['*', 'c'],
    ['suppressed', 'c'],
    ['~', 'low'],
    ['[k]', 'k'],
  ])('takes %j for a symbol', (text, symbol) => {
    expect(readFigure(text)).toEqual({ number: null, unit: null, symbol, provisional: false });
  });

  it('keeps breaks and provisional marks beside the number', () => {
    expect(readFigure('46.2 [b]')).toMatchObject({ number: 46.2, symbol: 'b' });
    expect(readFigure('46.2 (series break)')).toMatchObject({ number: 46.2, symbol: 'b' });
    expect(readFigure('47.4p')).toMatchObject({ number: 47.4, provisional: true });
    expect(readFigure('47.4% (provisional)')).toMatchObject({ number: 47.4, unit: '%', provisional: true });
  });

  it('reads back every figure it writes', () => {
    const number = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100);
    fc.assert(
      fc.property(number, fc.constantFrom('%', 'money', 'days', 'weeks', null), (value, unit) => {
        const read = readFigure(formatFigure(value, unit));
        expect(read.number).toBeCloseTo(value, 6);
        expect(read.unit).toBe(unit);
      }),
    );
  });

  it('never throws and never makes up a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { number } = readFigure(text);
        if (number !== null) expect(/\d|nil|zero/i.test(text)).toBe(true);
      }),
    );
  });
});

describe('formatFigure', () => {
  it('writes figures in British form', () => {
    expect(formatFigure(58.4, '%')).toBe('58.4%');
    expect(formatFigure(1140, null)).toBe('1,140');
    expect(formatFigure(-1200, 'money')).toBe('-£1,200');
    expect(formatFigure(1, 'days')).toBe('1 day');
    expect(formatFigure(63, '%', 1)).toBe('63.0%');
    expect(formatFigure(-0.001, '%', 1)).toBe('0.0%');
  });

  it('finds the places a column needs and names the symbols', () => {
    expect(decimalsOf([1, 2.5, 0.1 + 0.2])).toBe(1);
    expect(symbolMeaning('c')).toBe('confidential');
    expect(symbolMeaning('q')).toBeNull();
  });
});
