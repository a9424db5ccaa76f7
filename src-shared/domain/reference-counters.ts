/** The part of a reference that counts: the "ii" of "2.2 (ii)", the "3" of "1.3" and of "3.0", the "b" of "4b". */
export type Counter = {
  /** What stands before the number and stays: "2.2 (". */
  readonly head: string;
  readonly n: number;
  /** What stands behind it and stays: ")", ".0". */
  readonly tail: string;
  readonly style: 'arabic' | 'roman' | 'letter';
  readonly capital: boolean;
  /** Least digits: 2 for "04". */
  readonly width: number;
};

const arabic = /^(.*?)(\d+)((?:\.0+)?[\s.:)\]]*)$/;
const alphabetic = /^(|.*[^A-Za-z])([A-Za-z]{1,6})([\s.:)\]]*)$/;

/**
 * How a reference may be counted on, the likelier reading first. A lone "c" is a letter before it is a hundred, and
 * "i" a one before it is the ninth letter. Empty for words that count nothing.
 */
export function countersOf(ref: string): Counter[] {
  const number = arabic.exec(ref);
  if (number) {
    const [, head = '', digits = '', tail = ''] = number;
    if (digits.length > 6) return [];
    const width = digits.startsWith('0') ? digits.length : 1;
    return [{ head, n: Number(digits), tail, style: 'arabic', capital: false, width }];
  }
  const [, head = '', word = '', tail = ''] = alphabetic.exec(ref) ?? [];
  if (word === '' || (word !== word.toLowerCase() && word !== word.toUpperCase())) return [];
  const capital = word === word.toUpperCase();
  const lower = word.toLowerCase();
  const found: Counter[] = [];
  const value = fromRoman(lower);
  if (value !== null) found.push({ head, n: value, tail, style: 'roman', capital, width: 1 });
  if (lower.length === 1) {
    const letter: Counter = { head, n: lower.charCodeAt(0) - 96, tail, style: 'letter', capital, width: 1 };
    if (/[ivx]/.test(lower)) found.push(letter);
    else found.unshift(letter);
  }
  return found;
}

/** The reference with another number in the same scheme; null where the scheme has no such number. */
export function withNumber({ head, tail, style, capital, width }: Counter, n: number): string | null {
  if (style === 'arabic') return `${head}${String(n).padStart(width, '0')}${tail}`;
  const word = style === 'roman' ? toRoman(n) : n >= 1 && n <= 26 ? String.fromCharCode(96 + n) : null;
  if (word === null) return null;
  return `${head}${capital ? word.toUpperCase() : word}${tail}`;
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Small roman numerals, 1 to 399; null beyond. */
export function toRoman(n: number): string | null {
  if (!Number.isInteger(n) || n < 1 || n > 399) return null;
  let rest = n;
  let word = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      word += sign;
      rest -= value;
    }
  }
  return word;
}

/** The number of well-formed small roman numerals; null for anything else. */
export function fromRoman(word: string): number | null {
  if (!/^[ivxlc]+$/.test(word)) return null;
  let rest = word;
  let n = 0;
  for (const [value, sign] of romans) {
    while (rest.startsWith(sign)) {
      n += value;
      rest = rest.slice(sign.length);
    }
  }
  return rest === '' && toRoman(n) === word ? n : null;
}
