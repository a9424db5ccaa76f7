import { readCell } from './references.ts';

/**
 * The small part of Excel's formula language that colours statuses: comparisons, text search, AND, OR, NOT
 * over cells of the same sheet. Whatever goes beyond (other sheets, names, today's date) is not guessed at:
 * `parseFormula` gives null, and the sheet's remarks say that the colour could not be worked out.
 */
export type Scalar = number | string | boolean | null | FormulaError;
export type FormulaError = { readonly error: true };
const failed: FormulaError = { error: true };

/** Gives the value of a cell; the row and column are already moved to where the rule is being tried. */
export type CellValues = (row: number, column: number) => Scalar;
export type Formula = (cells: CellValues, downBy: number, rightBy: number) => Scalar;

type Token = { readonly kind: 'number' | 'text' | 'name' | 'cell' | 'sign'; readonly text: string };
type Cursor = { readonly tokens: readonly Token[]; at: number };

const tokenPattern =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|(\$?[a-z]{1,3}\$?\d{1,7}(?![\w(!]))|([a-z_.][\w.]*)|(<>|<=|>=|[=<>+\-*/^&%(),;]))/iy;

export function parseFormula(code: string): Formula | null {
  const tokens = tokenise(code.trim().replace(/^=/, ''));
  if (tokens === null) return null;
  const cursor: Cursor = { tokens, at: 0 };
  const formula = comparison(cursor);
  return cursor.at === tokens.length ? formula : null;
}

function tokenise(code: string): Token[] | null {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < code.length) {
    const found = tokenPattern.exec(code);
    if (found === null) return null;
    const [, number, quoted, cell, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll('""', '"') });
    else if (cell !== undefined) tokens.push({ kind: 'cell', text: cell });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.toUpperCase() });
    else tokens.push({ kind: 'sign', text: sign as string });
    if (tokens.length > 200) return null;
  }
  return tokens;
}

function takeSign(cursor: Cursor, ...signs: string[]): string | null {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
  cursor.at += 1;
  return token.text;
}

type Step = (cursor: Cursor) => Formula | null;

/** Operators of one rank, left to right. */
function chain(
  operand: Step,
  signs: readonly string[],
  apply: (sign: string, a: Scalar, b: Scalar) => Scalar,
): Step {
  return (cursor) => {
    let left = operand(cursor);
    for (
      let sign = takeSign(cursor, ...signs);
      left !== null && sign !== null;
      sign = takeSign(cursor, ...signs)
    ) {
      const [before, after, operator] = [left, operand(cursor), sign];
      if (after === null) return null;
      left = (cells, down, right) => {
        const a = before(cells, down, right);
        const b = after(cells, down, right);
        return isError(a) || isError(b) ? failed : apply(operator, a, b);
      };
    }
    return left;
  };
}

const power = chain(unary, ['^'], (_, a, b) => numeric(a, b, (x, y) => x ** y));
const product = chain(power, ['*', '/'], (sign, a, b) =>
  numeric(a, b, (x, y) => (sign === '*' ? x * y : y === 0 ? Number.NaN : x / y)),
);
const sum = chain(product, ['+', '-'], (sign, a, b) =>
  numeric(a, b, (x, y) => (sign === '+' ? x + y : x - y)),
);
const joined = chain(sum, ['&'], (_, a, b) => asText(a) + asText(b));
const comparison: Step = (cursor) =>
  chain(joined, ['=', '<>', '<', '<=', '>', '>='], (sign, a, b) => compare(sign, a, b))(cursor);

function unary(cursor: Cursor): Formula | null {
  const sign = takeSign(cursor, '-', '+');
  if (sign !== null) {
    const operand = unary(cursor);
    if (operand === null) return null;
    return (cells, down, right) => numeric(operand(cells, down, right), 0, (x) => (sign === '-' ? -x : x));
  }
  const value = primary(cursor);
  if (value === null || takeSign(cursor, '%') === null) return value;
  return (cells, down, right) => numeric(value(cells, down, right), 0, (x) => x / 100);
}

function primary(cursor: Cursor): Formula | null {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) return null;
  if (takeSign(cursor, '(') !== null) {
    const inside = comparison(cursor);
    return takeSign(cursor, ')') === null ? null : inside;
  }
  cursor.at += 1;
  if (token.kind === 'number') return constant(Number(token.text));
  if (token.kind === 'text') return constant(token.text);
  if (token.kind === 'cell') return reference(token.text);
  if (token.kind !== 'name') return null;
  if (takeSign(cursor, '(') !== null) return call(cursor, token.text);
  return token.text === 'TRUE' || token.text === 'FALSE' ? constant(token.text === 'TRUE') : null;
}

function constant(value: Scalar): Formula {
  return () => value;
}

/** A dollar holds a row or column fast; without it they move with the cell that is being coloured. */
function reference(text: string): Formula | null {
  const place = readCell(text);
  if (place === null) return null;
  const fastColumn = text.startsWith('$');
  const fastRow = text.lastIndexOf('$') > 0;
  return (cells, down, right) =>
    cells(place.row + (fastRow ? 0 : down), place.column + (fastColumn ? 0 : right));
}

type Arguments = readonly Scalar[];
const functions: Readonly<Record<string, (a: Arguments) => Scalar>> = {
  AND: (a) => firstError(a) ?? a.every(truth),
  OR: (a) => firstError(a) ?? a.some(truth),
  NOT: (a) => firstError(a) ?? !truth(a[0] ?? null),
  IF: (a) => (isError(a[0] ?? null) ? failed : truth(a[0] ?? null) ? (a[1] ?? true) : (a[2] ?? false)),
  ISBLANK: (a) => a[0] === null,
  ISNUMBER: (a) => typeof a[0] === 'number',
  ISTEXT: (a) => typeof a[0] === 'string',
  ISERROR: (a) => isError(a[0] ?? null),
  IFERROR: (a) => (isError(a[0] ?? null) ? (a[1] ?? null) : (a[0] ?? null)),
  SEARCH: (a) => firstError(a) ?? position(wildcard(asText(a[0] ?? null)), asText(a[1] ?? null)),
  FIND: (a) => firstError(a) ?? found(asText(a[1] ?? null).indexOf(asText(a[0] ?? null))),
  LEFT: (a) => firstError(a) ?? asText(a[0] ?? null).slice(0, asNumber(a[1] ?? 1)),
  RIGHT: (a) => firstError(a) ?? lastLetters(asText(a[0] ?? null), asNumber(a[1] ?? 1)),
  LEN: (a) => firstError(a) ?? asText(a[0] ?? null).length,
  TRIM: (a) =>
    firstError(a) ??
    asText(a[0] ?? null)
      .trim()
      .replace(/ +/g, ' '),
  UPPER: (a) => firstError(a) ?? asText(a[0] ?? null).toUpperCase(),
  LOWER: (a) => firstError(a) ?? asText(a[0] ?? null).toLowerCase(),
  EXACT: (a) => firstError(a) ?? asText(a[0] ?? null) === asText(a[1] ?? null),
  ABS: (a) => numeric(a[0] ?? null, 0, (x) => Math.abs(x)),
};

function call(cursor: Cursor, name: string): Formula | null {
  const run = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (run === undefined) return null;
  const given: Formula[] = [];
  if (takeSign(cursor, ')') === null) {
    do {
      const argument = comparison(cursor);
      if (argument === null) return null;
      given.push(argument);
    } while (takeSign(cursor, ',', ';') !== null);
    if (takeSign(cursor, ')') === null) return null;
  }
  return (cells, down, right) => run(given.map((argument) => argument(cells, down, right)));
}

export function isError(value: Scalar): value is FormulaError {
  return typeof value === 'object' && value !== null;
}

function firstError(values: Arguments): FormulaError | null {
  return values.find(isError) ?? null;
}

export function truth(value: Scalar): boolean {
  if (typeof value === 'string') return value.toUpperCase() === 'TRUE';
  return !isError(value) && Boolean(value);
}

function asText(value: Scalar): string {
  if (value === null || isError(value)) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

function asNumber(value: Scalar): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return isError(value) || value.trim() === '' ? Number.NaN : Number(value);
}

function numeric(a: Scalar, b: Scalar, apply: (x: number, y: number) => number): Scalar {
  const value = apply(asNumber(a), asNumber(b));
  return Number.isFinite(value) ? value : failed;
}

/** Excel's order: numbers before texts before truths; texts without regard to case; an empty cell fits either. */
export function compare(sign: string, a: Scalar, b: Scalar): boolean {
  const order = ordered(a ?? blankAs(b), b ?? blankAs(a));
  if (sign === '=') return order === 0;
  if (sign === '<>') return order !== 0;
  if (sign === '<') return order < 0;
  if (sign === '<=') return order <= 0;
  return sign === '>' ? order > 0 : order >= 0;
}

function blankAs(other: Scalar): Scalar {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function ordered(a: Scalar, b: Scalar): number {
  const rank = (value: Scalar): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return Math.sign(Number(a) - Number(b));
}

/** Excel's search words: * any letters, ? one letter, ~ before them means themselves. */
export function wildcard(words: string): RegExp {
  const pattern = words.replace(/~([*?~])|([*?])|([\\^$.|+()[\]{}])/g, (_, plain, joker, special) => {
    if (plain !== undefined) return `\\${plain}`;
    return joker !== undefined ? (joker === '*' ? '[^]{0,500}?' : '[^]') : `\\${special}`;
  });
  return new RegExp(pattern, 'i');
}

function position(pattern: RegExp, text: string): Scalar {
  return found(text.search(pattern));
}

function found(at: number): Scalar {
  return at < 0 ? failed : at + 1;
}

function lastLetters(text: string, count: number): string {
  return count <= 0 ? '' : text.slice(-count);
}
