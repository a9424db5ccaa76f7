/** One piece of a number format section (ECMA-376 18.8.31). */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly text: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  | { readonly kind: 'slash' }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'elapsed'; readonly text: string };

export type Condition = { readonly sign: string; readonly bound: number };
export type FormatSection = {
  readonly tokens: readonly FormatToken[];
  readonly condition: Condition | null;
  readonly dated: boolean;
};

/** Splits a format code at its semicolons and each section into tokens. */
export function formatSections(code: string): FormatSection[] {
  const sections: FormatSection[] = [];
  let rest = code;
  do {
    const { section, after } = readSection(rest);
    sections.push(section);
    rest = after;
  } while (rest !== '' || sections.length === 0);
  return sections;
}

const dateLetters = /^(y+|m+|d+|h+|s+|am\/pm|a\/p)/i;

function readSection(code: string): { section: FormatSection; after: string } {
  const tokens: FormatToken[] = [];
  let condition: Condition | null = null;
  let at = 0;
  while (at < code.length) {
    const letter = code[at] as string;
    const rest = code.slice(at);
    if (letter === ';') return { section: finished(tokens, condition), after: code.slice(at + 1) || '\0' };
    if (letter === '\0') break;
    if (letter === '[') {
      const end = code.indexOf(']', at);
      if (end < 0) break;
      const inside = code.slice(at + 1, end);
      condition = readCondition(inside) ?? condition;
      tokens.push(...bracketTokens(inside));
      at = end + 1;
    } else if (letter === '"') {
      const end = code.indexOf('"', at + 1);
      tokens.push({ kind: 'literal', text: code.slice(at + 1, end < 0 ? undefined : end) });
      at = end < 0 ? code.length : end + 1;
    } else if (letter === '\\' || letter === '!') {
      tokens.push({ kind: 'literal', text: code[at + 1] ?? '' });
      at += 2;
    } else if (letter === '_' || letter === '*') {
      // Room as wide as the next letter, or that letter repeated to fill the cell: neither is text.
      at += 2;
    } else if (/^general/i.test(rest)) {
      tokens.push({ kind: 'general' });
      at += 7;
    } else if (/^e[+-]/i.test(rest)) {
      tokens.push({ kind: 'exponent', plus: code[at + 1] === '+' });
      at += 2;
    } else if (dateLetters.test(rest)) {
      const word = (dateLetters.exec(rest) as RegExpExecArray)[0];
      tokens.push({ kind: 'date', text: word });
      at += word.length;
    } else {
      tokens.push(plainToken(letter));
      at += 1;
    }
  }
  return { section: finished(tokens, condition), after: '' };
}

function plainToken(letter: string): FormatToken {
  if (letter === '0' || letter === '#' || letter === '?') return { kind: 'digit', text: letter };
  if (letter === '.') return { kind: 'point' };
  if (letter === ',') return { kind: 'comma' };
  if (letter === '%') return { kind: 'percent' };
  if (letter === '/') return { kind: 'slash' };
  if (letter === '@') return { kind: 'text' };
  return { kind: 'literal', text: letter };
}

function readCondition(inside: string): Condition | null {
  const parts = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(inside);
  return parts === null ? null : { sign: parts[1] as string, bound: Number(parts[2]) };
}

/** [$£-809] is a currency sign, [$-F800] the long date of the country, [h] elapsed hours, [Red] only a colour. */
function bracketTokens(inside: string): FormatToken[] {
  if (inside.startsWith('$')) {
    const [sign = '', locale = ''] = inside.slice(1).split('-');
    if (/^F800$/i.test(locale)) return [{ kind: 'date', text: 'system-date' }];
    if (/^F400$/i.test(locale)) return [{ kind: 'date', text: 'system-time' }];
    return sign === '' ? [] : [{ kind: 'literal', text: sign }];
  }
  return /^(h+|m+|s+)$/i.test(inside) ? [{ kind: 'elapsed', text: inside.toLowerCase() }] : [];
}

function finished(tokens: readonly FormatToken[], condition: Condition | null): FormatSection {
  return {
    tokens,
    condition,
    dated: tokens.some((token) => token.kind === 'date' || token.kind === 'elapsed'),
  };
}
