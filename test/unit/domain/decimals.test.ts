import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareDecimals,
  decimalOf,
  decimalText,
  difference,
  multiply,
  parseDecimal,
  product,
  quotient,
  subtract,
  toNumber,
  toPlaces,
  trimmed,
  writtenDecimal,
} from '#shared/domain/decimals.ts';

const decimal = (text: string) => {
  const read = parseDecimal(text);
  if (!read) throw new Error(text);
  return read;
};
const decimals = fc
  .record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), places: fc.nat(8) })
  .map((one) => one);

describe('exact decimals', () => {
  it('adds without the dust of binary fractions, and keeps the zeros that were written', () => {
    expect(decimalText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(decimalText(add(decimal('34.70'), decimal('0.1')))).toBe('34.80');
    expect(decimalText(subtract(decimal('1'), decimal('1.00')))).toBe('0.00');
    expect(decimalText(multiply(decimal('34.70'), decimal('2')))).toBe('69.40');
  });

  it('reads what is a plain decimal and nothing else', () => {
    expect(decimalText(decimal('-1,234.50'))).toBe('-1234.50');
    expect(decimalText(decimal('.5'))).toBe('0.5');
    expect(decimalText(decimalOf(1e-7))).toBe('0.0000001');
    expect(decimalText(decimalOf(1.5e21))).toBe('1500000000000000000000');
    for (const text of ['', '.', 'c', '1.2.3', '12%']) expect(parseDecimal(text)).toBeNull();
  });

  it('finds the figure in its words, and the number’s own places where the words say another', () => {
    expect(decimalText(writtenDecimal(34.7, '34.70% (p)'))).toBe('34.70');
    expect(decimalText(writtenDecimal(-4.5, '(4.50)'))).toBe('-4.50');
    expect(decimalText(writtenDecimal(80, '12 of 15 (80.0%)'))).toBe('80.0');
    expect(decimalText(writtenDecimal(1_200_000, '£1.20m'))).toBe('1200000');
  });

  it('rounds halves away from zero', () => {
    expect(decimalText(toPlaces(decimal('2.345'), 2))).toBe('2.35');
    expect(decimalText(toPlaces(decimal('-2.345'), 2))).toBe('-2.35');
    expect(decimalText(quotient(2n, 3n, 1))).toBe('0.7');
    expect(decimalText(quotient(-1n, 3n, 4))).toBe('-0.3333');
    expect(() => quotient(1n, 0n, 2)).toThrow(/division by 0/);
  });

  it('obeys the laws of sums and products, however long the figures are', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const same = (x: typeof a, y: typeof a) => expect(compareDecimals(x, y)).toBe(0);
        same(add(a, b), add(b, a));
        same(add(add(a, b), c), add(a, add(b, c)));
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        same(subtract(add(a, b), b), a);
        same(trimmed(a), a);
        expect(decimal(decimalText(a))).toEqual({ units: a.units, places: a.places });
      }),
    );
  });

  it('stays a number where the figures are the largest there are', () => {
    const most = Number.MAX_VALUE;
    expect(product(most, 12)).toBe(most);
    expect(product(most, -12)).toBe(-most);
    expect(difference(most, -most)).toBe(most);
  });

  it('takes a number and gives the same number back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(toNumber(decimalOf(number))).toBe(number + 0);
      }),
    );
  });

  it('differs as the decimals do, on the quick way as on the slow one', () => {
    const figure = fc
      .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.nat(6))
      .map(([units, places]) => Number(`${units}e-${places}`));
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(difference(a, b)).toBe(toNumber(subtract(decimalOf(a), decimalOf(b))) + 0);
      }),
    );
    expect(difference(34.7, 36.3)).toBe(-1.6);
    expect(difference(0.3, 0.1)).toBe(0.2);
  });
});
