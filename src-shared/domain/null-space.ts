/** Exact linear algebra over whole numbers, for what can and cannot be told from sums. */

type Fraction = { readonly top: bigint; readonly bottom: bigint };

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function fraction(top: bigint, bottom: bigint): Fraction {
  const divisor = greatestDivisor(top, bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor };
}

const zero: Fraction = { top: 0n, bottom: 1n };

/**
 * The ways in which unknowns can change together while every row stays 0: a basis of the null space, each vector of
 * whole numbers without a common divisor. Rows that say nothing new are allowed.
 */
export function nullSpace(rows: readonly (readonly bigint[])[], unknowns: number): bigint[][] {
  const matrix = rows.map((row) => row.map((n) => fraction(n, 1n)));
  const pivots: number[] = [];
  for (let column = 0; column < unknowns && pivots.length < matrix.length; column += 1) {
    const at = pivots.length;
    const found = matrix.findIndex((row, y) => y >= at && (row[column] ?? zero).top !== 0n);
    if (found < 0) continue;
    const pivot = matrix[found] ?? [];
    matrix[found] = matrix[at] ?? [];
    const head = pivot[column] ?? zero;
    const scaled = pivot.map(({ top, bottom }) => fraction(top * head.bottom, bottom * head.top));
    matrix[at] = scaled;
    matrix.forEach((row, y) => {
      const by = row[column] ?? zero;
      if (y === at || by.top === 0n) return;
      matrix[y] = row.map((one, x) => minus(one, times(by, scaled[x] ?? zero)));
    });
    pivots.push(column);
  }
  const free = Array.from({ length: unknowns }, (_, n) => n).filter((n) => !pivots.includes(n));
  return free.map((column) => {
    const vector: Fraction[] = Array.from({ length: unknowns }, () => zero);
    vector[column] = { top: 1n, bottom: 1n };
    pivots.forEach((pivot, y) => {
      const { top, bottom } = matrix[y]?.[column] ?? zero;
      vector[pivot] = { top: -top, bottom };
    });
    return wholeNumbers(vector);
  });
}

const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);

function wholeNumbers(vector: readonly Fraction[]): bigint[] {
  const common = vector.reduce(
    (least, { bottom }) => (least * bottom) / (greatestDivisor(least, bottom) || 1n),
    1n,
  );
  const whole = vector.map(({ top, bottom }) => (top * common) / bottom);
  const divisor = whole.reduce(greatestDivisor, 0n) || 1n;
  return whole.map((n) => n / divisor);
}
