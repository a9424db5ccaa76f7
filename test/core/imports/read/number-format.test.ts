import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dayNumber, daySerial, isoDay, serialDay } from '#core/imports/read/xlsx/calendar.ts';
import { builtInFormat, numberFormat } from '#core/imports/read/xlsx/number-format.ts';

const shown = (code: string, value: number): string => numberFormat(code, false).show(value);

describe('a number as displayed', () => {
  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1 / 3, '0.333333333'],
    ['General', -2.5, '-2.5'],
    ['General', 1e20, '1E+20'],
    ['General', 100023336956, '100023336956'],
    ['0', 0.5, '1'],
    ['0', -0.5, '-1'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -0.001, '0.00'],
    ['0.000', 0.05, '0.050'],
    ['0.0', 9.95, '10.0'],
    ['#.##', 0.5, '.5'],
    ['0.##', 5, '5'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', -1234.5, '-1,234.50'],
    ['00000', 42, '00042'],
    ['000-0000', 5551234, '555-1234'],
    ['0%', 0.347, '35%'],
    ['0.00%', 0.347, '34.70%'],
    ['0.0%', -0.0549, '-5.5%'],
    ['0.0"%"', 34.7, '34.7%'],
    ['£#,##0.00', 1200, '£1,200.00'],
    ['[$£-809]#,##0;[Red]-[$£-809]#,##0', -55000, '-£55,000'],
    ['_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', 1234.5, '£1,234.50'],
    ['_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', 0, '£-'],
    ['#,##0_);(#,##0)', -1234, '(1,234)'],
    ['0,"k"', 12345, '12k'],
    ['0.0,,"m"', 12345678, '12.3m'],
    ['[>=1000]#,##0,"k";0', 15000, '15k'],
    ['[>=1000]#,##0,"k";0', 15, '15'],
    ['# ?/?', 2.5, '2 1/2'],
    ['# ??/??', 1.05, '1 1/20'],
    ['# ?/4', 0.5, '2/4'],
    ['# ?/?', 0.999, '1'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['##0.0E+0', 12345, '12.3E+3'],
    ['0" years"', 5, '5 years'],
    ['+0.0;-0.0;"no change"', 0, 'no change'],
    [';;;', 7, '7'],
    ['@', 12.5, '12.5'],
  ])('%s shows %d as %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it('says whether it is a share', () => {
    expect(numberFormat('0.00%', false).percent).toBe(true);
    expect(numberFormat('0.0"%"', false).percent).toBe(false);
  });

  it('rounds as Number does for every number that is no exact half', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.nat({ max: 4 }), (value, places) => {
        const code = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
        const exact = Number(value.toPrecision(15));
        const difference = Math.abs(Number(shown(code, value)) - exact);
        expect(difference).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-9) + Math.abs(value) * 1e-14);
      }),
    );
  });
});

describe('a day as displayed', () => {
  it.each([
    [14, 40268, '31/03/2010'],
    [15, 40268, '31-Mar-10'],
    [17, 40268, 'Mar-10'],
    [22, 40268.5, '31/03/2010 12:00'],
    [20, 0.75, '18:00'],
    [18, 0.75, '6:00 PM'],
    [46, 1.5, '36:00:00'],
    [47, 0.333333, '00:00.0'],
  ])('built-in format %d shows %d as %s', (id, value, text) => {
    expect(shown(builtInFormat(id), value)).toBe(text);
  });

  it.each([
    ['d mmmm yyyy', 40268, '31 March 2010'],
    ['dddd, dd mmm yy', 40268, 'Wednesday, 31 Mar 10'],
    ['[$-809]dd mmmm yyyy;@', 40268, '31 March 2010'],
    ['[$-F800]dddd, mmmm dd, yyyy', 40268, '31 March 2010'],
    ['dd.mm.yy', 40268, '31.03.10'],
    ['mmm yyyy', 40268, 'Mar 2010'],
    ['yyyy-mm-dd hh:mm:ss', 40268.999999, '2010-04-01 00:00:00'],
    ['mmmmm', 40268, 'M'],
    ['dd/mm/yyyy', -5, '-5'],
  ])('%s shows %d as %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it('tells days from times, and minutes from months', () => {
    const kind = (code: string): string => numberFormat(code, false).kind;
    expect(['dd/mm/yyyy', 'mmm-yy', 'mm', 'yyyy'].map(kind)).toEqual(['day', 'day', 'day', 'day']);
    expect(['h:mm', 'mm:ss', '[h]:mm'].map(kind)).toEqual(['time', 'time', 'time']);
    expect(['0.00', '0.0E+0', '#,##0"d"', 'General'].map(kind)).toEqual([
      'number',
      'number',
      'number',
      'general',
    ]);
    expect(shown('h:mm', 0.5 + 5 / 1440)).toBe('12:05');
  });

  it('keeps to the calendar of 1900 with its day too many, and to that of 1904', () => {
    expect([1, 59, 61, 40268].map((n) => isoDay(serialDay(n, false)))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2010-03-31',
    ]);
    expect(isoDay(serialDay(38806, true))).toBe('2010-03-31');
    expect(numberFormat('dd/mm/yyyy', true).show(38806)).toBe('31/03/2010');
    expect(numberFormat('dd/mm/yyyy', false).day(60)).toBeNull();
    expect(numberFormat('dd/mm/yyyy', false).day(0)).toBeNull();
  });

  it('counts days both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
        const { year, month, day } = calendarDay(days);
        expect(dayNumber(year, month, day)).toBe(days);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        expect(daySerial(isoDay(serialDay(serial, false)))).toBe(serial);
      }),
    );
  });
});
