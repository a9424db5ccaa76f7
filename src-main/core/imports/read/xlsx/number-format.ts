import { isoDay, serialDay } from './calendar.ts';
import { showDate } from './date-format.ts';
import { decimalDigits, generalNumber } from './digits.ts';
import { type Condition, type FormatSection, type FormatToken, formatSections } from './format-tokens.ts';
import { showFraction } from './fraction-format.ts';

/** How a cell's number is shown, and what it is: a plain number, a day, or a time of day without a day. */
export type NumberFormat = {
  readonly kind: 'general' | 'number' | 'day' | 'time';
  readonly percent: boolean;
  show(value: number): string;
  /** YYYY-MM-DD of a day number; null outside the calendar. */
  day(value: number): string | null;
};

/** Formats that a workbook names by number only (ECMA-376 18.8.30), as Excel set to the United Kingdom shows them. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;-£#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'dd-mmm-yy',
  16: 'dd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;-',
  42: '£#,##0;-£#,##0;£-',
  43: '#,##0.00;-#,##0.00;-',
  44: '£#,##0.00;-£#,##0.00;£-',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export function builtInFormat(id: number): string {
  return builtIn[id] ?? 'General';
}

export function numberFormat(code: string, from1904: boolean): NumberFormat {
  const sections = formatSections(code);
  const first = sections[0] as FormatSection;
  const plain =
    first.tokens.length === 1 && (first.tokens[0]?.kind === 'general' || first.tokens[0]?.kind === 'text');
  const dated = first.dated;
  const hasDay = first.tokens.some(
    (token) => token.kind === 'date' && /^(y|d|m{3}|system-date)/i.test(token.text),
  );
  return {
    kind: plain ? 'general' : !dated ? 'number' : hasDay || monthAlone(first) ? 'day' : 'time',
    percent: first.tokens.some((token) => token.kind === 'percent'),
    show: (value) => (plain ? generalNumber(value) : showBySection(value, sections, from1904)),
    day: (value) => dayText(value, from1904),
  };
}

/** "mm/yy" has its y; a lone m or mm without hours and seconds is a month too. */
function monthAlone(section: FormatSection): boolean {
  return section.tokens.every(
    (token) => token.kind !== 'elapsed' && !(token.kind === 'date' && /^[hs]/i.test(token.text)),
  );
}

function dayText(value: number, from1904: boolean): string | null {
  const serial = Math.floor(value + 0.5 / 86_400);
  if (serial < (from1904 ? 0 : 1) || serial > 2_958_465 || (serial === 60 && !from1904)) return null;
  return isoDay(serialDay(serial, from1904));
}

function showBySection(value: number, sections: readonly FormatSection[], from1904: boolean): string {
  const { section, signed } = chosen(value, sections);
  if (section.dated) {
    if (value < 0 || value >= 2_958_466) return generalNumber(value);
    return showDate(value, section.tokens, from1904).trim();
  }
  const shown = showNumber(value, section.tokens, signed).trim();
  // A format that hides its number (";;;") must not make it vanish from the register.
  return shown === '' && value !== 0 ? generalNumber(value) : shown;
}

/** Which section a number falls into, and whether its minus sign is still to be written. */
function chosen(
  value: number,
  sections: readonly FormatSection[],
): { section: FormatSection; signed: boolean } {
  const numeric = sections.slice(0, 3);
  if (numeric.some((section) => section.condition !== null)) {
    const found = numeric.findIndex((section, i) =>
      section.condition === null ? i === numeric.length - 1 || i > 0 : meets(value, section.condition),
    );
    return { section: numeric[Math.max(0, found)] as FormatSection, signed: value < 0 };
  }
  const [first, second, third] = numeric as [FormatSection, FormatSection?, FormatSection?];
  if (value < 0 && second !== undefined && !isTextOnly(second)) return { section: second, signed: false };
  if (value === 0 && third !== undefined && !isTextOnly(third)) return { section: third, signed: false };
  return { section: first, signed: value < 0 };
}

function isTextOnly(section: FormatSection): boolean {
  return section.tokens.some((token) => token.kind === 'text');
}

function meets(value: number, condition: Condition): boolean {
  switch (condition.sign) {
    case '<':
      return value < condition.bound;
    case '<=':
      return value <= condition.bound;
    case '>':
      return value > condition.bound;
    case '>=':
      return value >= condition.bound;
    case '<>':
      return value !== condition.bound;
    default:
      return value === condition.bound;
  }
}

function showNumber(value: number, tokens: readonly FormatToken[], signed: boolean): string {
  if (tokens.some((token) => token.kind === 'general')) {
    return (
      (signed ? '-' : '') +
      tokens
        .map((token) => literal(token) ?? (token.kind === 'general' ? generalNumber(Math.abs(value)) : ''))
        .join('')
    );
  }
  const slash = tokens.findIndex((token) => token.kind === 'slash');
  if (slash > 0 && tokens[slash - 1]?.kind === 'digit') return showFraction(value, tokens, slash, signed);
  const exponent = tokens.findIndex((token) => token.kind === 'exponent');
  if (exponent >= 0) return showScientific(value, tokens, exponent, signed);
  const { size, kept } = scaled(Math.abs(value), tokens);
  const placed = placeDigits(size, kept);
  return (signed && placed.some ? '-' : '') + placed.text;
}

/** Percent signs multiply by a hundred; commas after the last digit divide by a thousand each and are not shown. */
function scaled(
  value: number,
  tokens: readonly FormatToken[],
): { size: number; kept: readonly FormatToken[] } {
  let size = value;
  const kept: FormatToken[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'percent') size = Number((size * 100).toPrecision(15));
    const trailing =
      token.kind === 'comma' &&
      !tokens.slice(at + 1).some((later) => later.kind === 'digit' && !afterPoint(tokens, at));
    if (trailing && tokens.slice(0, at).some((earlier) => earlier.kind === 'digit')) size /= 1_000;
    else kept.push(token);
  });
  return { size, kept };
}

/** Whether only the fraction's digits follow: "0,.0" scales, "#,##0" groups. */
function afterPoint(tokens: readonly FormatToken[], at: number): boolean {
  const point = tokens.findIndex((token) => token.kind === 'point');
  return point >= 0 && !tokens.slice(at + 1, point).some((token) => token.kind === 'digit');
}

function placeDigits(size: number, tokens: readonly FormatToken[]): { text: string; some: boolean } {
  const point = tokens.findIndex((token) => token.kind === 'point');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  const places = after.filter((token) => token.kind === 'digit').length;
  const digits = decimalDigits(size, places);
  const some = /[1-9]/.test(digits.whole + digits.fraction);
  const whole = placeWhole(digits.whole, before);
  if (point < 0) return { text: whole, some };
  const fraction = placeFraction(digits.fraction, after);
  return {
    text: `${whole}${/\d/.test(fraction) || places > 0 ? '.' : ''}${fraction}`.replace(/\.$/, ''),
    some,
  };
}

function placeWhole(digits: string, tokens: readonly FormatToken[]): string {
  const slots = tokens.filter((token) => token.kind === 'digit').length;
  const grouped = tokens.some((token) => token.kind === 'comma');
  let left = digits;
  let placed = 0;
  let slotsLeft = slots;
  let text = '';
  const put = (digit: string): void => {
    if (grouped && placed > 0 && placed % 3 === 0) text = `,${text}`;
    text = digit + text;
    placed += 1;
  };
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'digit') {
      text = (literal(token) ?? '') + text;
      continue;
    }
    slotsLeft -= 1;
    if (left !== '') put(left.slice(-1));
    else if (token.text === '0') put('0');
    left = left.slice(0, -1);
    while (slotsLeft === 0 && left !== '') {
      put(left.slice(-1));
      left = left.slice(0, -1);
    }
  }
  return text;
}

function placeFraction(digits: string, tokens: readonly FormatToken[]): string {
  const significant = digits.replace(/0+$/, '').length;
  let at = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'digit') {
      text += literal(token) ?? '';
      continue;
    }
    if (token.text === '0' || at < significant) text += digits[at];
    at += 1;
  }
  return text;
}

function showScientific(value: number, tokens: readonly FormatToken[], at: number, signed: boolean): string {
  const mantissaTokens = tokens.slice(0, at);
  const rest = tokens.slice(at + 1);
  const point = mantissaTokens.findIndex((token) => token.kind === 'point');
  const step = Math.max(
    1,
    (point < 0 ? mantissaTokens : mantissaTokens.slice(0, point)).filter((token) => token.kind === 'digit')
      .length,
  );
  const places = point < 0 ? 0 : mantissaTokens.slice(point).filter((token) => token.kind === 'digit').length;
  const size = Math.abs(value);
  let exponent = size === 0 ? 0 : Number(size.toExponential(14).split('e')[1]);
  exponent = Math.floor(exponent / step) * step;
  let mantissa = size / 10 ** exponent;
  if (Number(mantissa.toFixed(places)) >= 10 ** step) {
    exponent += step;
    mantissa = size / 10 ** exponent;
  }
  const sign = exponent < 0 ? '-' : (tokens[at] as { plus: boolean }).plus ? '+' : '';
  return `${signed ? '-' : ''}${placeDigits(mantissa, mantissaTokens).text}E${sign}${placeWhole(String(Math.abs(exponent)), rest)}`;
}

export function literal(token: FormatToken): string | null {
  if (token.kind === 'literal') return token.text;
  return token.kind === 'percent' ? '%' : token.kind === 'slash' ? '/' : null;
}
