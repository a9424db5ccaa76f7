/** A number in plain decimal digits, rounded half away from zero on its first 15 digits, as a spreadsheet does. */
export function decimalDigits(value: number, places: number): { whole: string; fraction: string } {
  const [mantissa, exponent] = Math.abs(value).toExponential(14).split('e') as [string, string];
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  const kept = point + places;
  if (kept < 0) return { whole: '', fraction: '0'.repeat(places) };
  let text = digits.slice(0, kept).padEnd(kept, '0');
  if ((digits[kept] ?? '0') >= '5') text = incremented(text);
  text = text.padStart(places, '0');
  return {
    whole: text.slice(0, text.length - places).replace(/^0+/, ''),
    fraction: text.slice(text.length - places),
  };
}

function incremented(digits: string): string {
  let at = digits.length - 1;
  while (at >= 0 && digits[at] === '9') at -= 1;
  const nines = digits.length - 1 - at;
  const head = at < 0 ? '1' : `${digits.slice(0, at)}${Number(digits[at]) + 1}`;
  return head + '0'.repeat(nines);
}

/**
 * A number without a format of its own, as the General format shows it: up to ten significant digits of a
 * fraction, no trailing zeros. Whole numbers up to 15 digits stay whole where Excel turns to 1.23457E+11 from
 * 12 digits on: they are reference numbers, and the register must not lose their digits.
 */
export function generalNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return scientific(value, 5);
  const exponent = Math.floor(Math.log10(size));
  const precise = exponent >= -4 && exponent < 0 ? value.toPrecision(10 + exponent) : roundedToFit(value);
  if (precise.includes('e')) return scientific(value, 5);
  return precise.includes('.') ? precise.replace(/\.?0+$/, '') : precise;
}

function roundedToFit(value: number): string {
  const room = value < 0 ? 12 : 11;
  const full = String(Number(value.toPrecision(15)));
  if (full.length <= room && !full.includes('e')) return full;
  const precise = value.toPrecision(10);
  return precise.length <= room ? precise : value.toExponential(5);
}

function scientific(value: number, places: number): string {
  const [mantissa, exponent] = value.toExponential(places).split('e') as [string, string];
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${short}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
