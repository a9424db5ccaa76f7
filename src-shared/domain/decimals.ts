/**
 * Exact decimals. Figures are kept as numbers of at most 15 significant digits, of which the shortest spelling is
 * what was written; sums, differences and products of them are made here on whole numbers, so that 0.1 + 0.2 is 0.3
 * and 34.70 + 0.1 is 34.80 with its zero.
 */
export type Decimal = { readonly units: bigint; readonly places: number };

const plainShape = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** "34.70" as 3470 hundredths; null for what is no plain decimal. Thousands may be parted by commas. */
export function parseDecimal(text: string): Decimal | null {
  const match = plainShape.exec(text.replace(/,/g, '').trim());
  if (!match || (!match[2] && !match[3])) return null;
  const digits = `${match[2] ?? ''}${match[3] ?? ''}` || '0';
  const units = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  const places = (match[3]?.length ?? 0) - Number(match[4] ?? 0);
  if (!Number.isSafeInteger(places) || Math.abs(places) > 400) return null;
  return places < 0 ? { units: units * tenTo(-places), places: 0 } : { units, places };
}

/** The decimal that a number is the nearest to, by its shortest spelling. Throws on what is not finite. */
export function decimalOf(number: number): Decimal {
  const decimal = parseDecimal(String(number));
  if (!decimal) throw new RangeError(`${number} is no decimal`);
  return decimal;
}

/**
 * The decimal of a figure with the zeros of its words: 34.70 for the number 34.7 written as "34.70% (p)". Where
 * the words say another number (a million, a share, nothing at all) it is the number's own.
 */
export function writtenDecimal(number: number, text: string): Decimal {
  for (const [spelt] of text.matchAll(/\d[\d,]*(?:\.\d+)?|\.\d+/g)) {
    const read = parseDecimal(spelt);
    if (read && toNumber(read) === Math.abs(number)) return number < 0 ? negated(read) : read;
  }
  return decimalOf(number);
}

const tenTo = (power: number): bigint => 10n ** BigInt(power);
const scaled = ({ units, places }: Decimal, to: number): bigint => units * tenTo(to - places);
const negated = ({ units, places }: Decimal): Decimal => ({ units: -units, places });

/** With as many places as the longer of the two. */
export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: scaled(a, places) + scaled(b, places), places };
}

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negated(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  places: a.places + b.places,
});

/** -1, 0 or 1. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { units } = subtract(a, b);
  return units === 0n ? 0 : units > 0n ? 1 : -1;
}

/** A fraction to so many places; halves go away from zero, as people round. Throws on a denominator of 0. */
export function quotient(numerator: bigint, denominator: bigint, places: number): Decimal {
  if (denominator === 0n) throw new RangeError('division by 0');
  const negative = numerator < 0n !== denominator < 0n;
  const [top, bottom] = [magnitude(numerator) * tenTo(places), magnitude(denominator)];
  const units = (top * 2n + bottom) / (bottom * 2n);
  return { units: negative ? -units : units, places };
}

const magnitude = (whole: bigint): bigint => (whole < 0n ? -whole : whole);

/** To so many places, up or down; halves away from zero. */
export const toPlaces = (decimal: Decimal, places: number): Decimal =>
  quotient(decimal.units, tenTo(decimal.places), places);

/** Without zeros at the end. */
export function trimmed(decimal: Decimal): Decimal {
  let { units, places } = decimal;
  while (places > 0 && units % 10n === 0n) {
    units /= 10n;
    places -= 1;
  }
  return { units, places };
}

/** "34.80", "-0.05" */
export function decimalText({ units, places }: Decimal): string {
  const digits = magnitude(units)
    .toString()
    .padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

/** The nearest number; of what is larger than any, the largest there is, so that it can be reckoned with on. */
export function toNumber(decimal: Decimal): number {
  const number = Number(decimalText(decimal));
  return Number.isFinite(number) ? number : Math.sign(number) * Number.MAX_VALUE;
}

const million = 1e6;
/** Has at most six places and is small enough that a millionfold is a whole number, exactly. */
const inMillionths = (number: number): boolean =>
  Math.abs(number) < 9e9 && Math.round(number * million) / million === number;

/** a - b without the dust of binary fractions: 34.7 - 36.3 is -1.6. */
export function difference(a: number, b: number): number {
  // The quick way of nearly all figures: both as whole millionths.
  if (inMillionths(a) && inMillionths(b)) {
    return (Math.round(a * million) - Math.round(b * million)) / million;
  }
  return toNumber(subtract(decimalOf(a), decimalOf(b)));
}

/** a x b, exactly. */
export const product = (a: number, b: number): number => toNumber(multiply(decimalOf(a), decimalOf(b)));
