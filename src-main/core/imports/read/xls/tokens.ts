import { columnName } from '#shared/contract/grid.ts';
import { type Lettering, shortText } from './strings.ts';

/**
 * A formula of a conditional format, which the file keeps as tokens (MS-XLS 2.5.198), as Excel would show it. Only what
 * `xlsx/formula.ts` works out anyway is known here; null for anything more.
 */
export function formulaText(
  tokens: Buffer,
  base: { readonly row: number; readonly column: number },
  lettering: Lettering,
): string | null {
  const stack: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as number;
    at += 1;
    const operator = operators[token];
    if (operator !== undefined) {
      const [right, left] = [stack.pop(), stack.pop()];
      if (left === undefined || right === undefined) return null;
      stack.push(`${left}${operator}${right}`);
      continue;
    }
    const operand = readOperand(tokens, token, at, base, lettering, stack);
    if (operand === null) return null;
    stack.push(operand.text);
    at = operand.end;
  }
  return stack.length === 1 ? (stack[0] as string) : null;
}

const operators: Readonly<Record<number, string>> = {
  3: '+',
  4: '-',
  5: '*',
  6: '/',
  8: '&',
  9: '<',
  10: '<=',
  11: '=',
  12: '>=',
  13: '>',
  14: '<>',
};

/** Functions by their numbers (MS-XLS 2.5.198.17), with how many arguments those of a fixed count take. */
const functions: Readonly<Record<number, readonly [name: string, fixed: number]>> = {
  32: ['LEN', 1],
  36: ['AND', -1],
  37: ['OR', -1],
  38: ['NOT', 1],
  82: ['SEARCH', -1],
  115: ['LEFT', -1],
  116: ['RIGHT', -1],
  118: ['TRIM', 1],
  124: ['FIND', -1],
  128: ['ISNUMBER', 1],
  129: ['ISBLANK', 1],
};

type Operand = { readonly text: string; readonly end: number };

function readOperand(
  tokens: Buffer,
  token: number,
  at: number,
  base: { readonly row: number; readonly column: number },
  lettering: Lettering,
  stack: string[],
): Operand | null {
  // The class of a token (reference, value, array) stands in two bits of its own.
  const kind = token >= 0x20 ? (token & 0x1f) | 0x20 : token;
  switch (kind) {
    case 0x15: {
      const inner = stack.pop();
      return inner === undefined ? null : { text: `(${inner})`, end: at };
    }
    case 0x17: {
      const { text, end } = shortText(tokens, at, 1, lettering);
      return { text: `"${text.replaceAll('"', '""')}"`, end };
    }
    case 0x1d:
      return { text: tokens[at] === 0 ? 'FALSE' : 'TRUE', end: at + 1 };
    case 0x1e:
      return { text: String(tokens.readUInt16LE(at)), end: at + 2 };
    case 0x1f:
      return { text: String(tokens.readDoubleLE(at)), end: at + 8 };
    case 0x24:
    case 0x2c:
      return lettering.unicode ? { text: reference(tokens, at, base, kind === 0x2c), end: at + 4 } : null;
    case 0x21:
    case 0x22: {
      const variable = kind === 0x22;
      const known = functions[tokens.readUInt16LE(variable ? at + 1 : at)];
      const count = variable ? (tokens[at] as number) & 0x7f : (known?.[1] ?? -1);
      if (known === undefined || count < 0 || count > stack.length) return null;
      const inside = stack.splice(stack.length - count, count);
      return { text: `${known[0]}(${inside.join(',')})`, end: at + (variable ? 3 : 2) };
    }
    default:
      return null;
  }
}

/** A cell; in a rule its place is told by how far it lies from the rule's first cell. */
function reference(
  tokens: Buffer,
  at: number,
  base: { readonly row: number; readonly column: number },
  isOffset: boolean,
): string {
  const said = tokens.readUInt16LE(at + 2);
  const rowMoves = (said & 0x8000) !== 0;
  const columnMoves = (said & 0x4000) !== 0;
  let row = tokens.readUInt16LE(at);
  let column = said & 0xff;
  if (isOffset && rowMoves) row = (base.row + row) & 0xffff;
  if (isOffset && columnMoves) column = (base.column + column) & 0xff;
  return `${columnMoves ? '' : '$'}${columnName(column)}${rowMoves ? '' : '$'}${row + 1}`;
}
