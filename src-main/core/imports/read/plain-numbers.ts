import type { GridCell } from '#shared/contract/grid.ts';

const plainNumber = /^([-+−]?)\s*([£$€]?)\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*(%?)$/;

/**
 * The number that a text is and nothing else: "7,705", "-3.5", "34.70%", "£1,200". Words, dates, references
 * with leading zeros ("007") and numbers too long to be exact stay text.
 */
export function plainValue(text: string): GridCell['value'] {
  const first = text.charCodeAt(0);
  // Most texts begin with a letter: no need to try them.
  if (first > 57 && first !== 0xa3 && first !== 0x20ac && first !== 0x2212 && first !== 0xa0)
    return undefined;
  const parts = plainNumber.exec(text.trim());
  if (parts === null) return undefined;
  const [, sign = '', , whole = '', fraction = '', percent = ''] = parts;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replaceAll(',', '');
  if (digits.length + fraction.length > 16 || /^0\d/.test(digits)) return undefined;
  const size = Number(`${digits}${fraction}`);
  const number = sign === '-' || sign === '−' ? -size : size;
  if (percent === '') return { kind: 'number', number, percent: false };
  return { kind: 'number', number: Number((number / 100).toPrecision(15)), percent: true };
}
