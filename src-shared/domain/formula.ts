/**
 * Formulas over KPIs: + - * / with brackets, numbers, and KPIs by reference, name or id. As typed:
 * "100 * NI 72 / NI 73", "[Children seen] + 2.5". As kept: "100 * {ID} / {ID}", so that a new reference breaks nothing.
 */
export type Formula =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'kpi'; readonly id: string }
  | { readonly kind: 'minus'; readonly of: Formula }
  | { readonly kind: Operation; readonly left: Formula; readonly right: Formula };
export type Operation = '+' | '-' | '*' | '/';

/** A KPI that a formula may name. */
export type Nameable = { readonly id: string; readonly ref: string | null; readonly name: string };

export type ReadFormula = { readonly formula: Formula; readonly fault: null } | { readonly fault: string };

class Fault extends Error {}

type Token =
  | { kind: 'number'; text: string }
  | { kind: 'name'; text: string }
  | { kind: 'id'; text: string }
  | { kind: 'sign'; text: Operation | '(' | ')' };

const number = /^\d[\d,]*(?:\.\d+)?|^\.\d+/;
const bracketed = /^\[([^\]]*)\]/;
const braced = /^\{([^}]*)\}/;
/** A reference or name without brackets: words and numbers, until a sign. */
const bare = /^\p{L}[\p{L}\p{N}_.'’&]*(?:\s+(?!x\s)[\p{L}\p{N}_.'’&]+)*/u;
const times = /^(?:[*×·]|x(?=[\s\d([{]))/i;
const over = /^[/÷]/;
const minus = /^[-−–]/;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text.trim();
  const take = (length: number) => {
    rest = rest.slice(length).trimStart();
  };
  while (rest !== '') {
    const inBrackets = bracketed.exec(rest);
    const inBraces = braced.exec(rest);
    const digits = number.exec(rest);
    const sign: [RegExpExecArray | null, Operation | '(' | ')'][] = [
      [times.exec(rest), '*'],
      [over.exec(rest), '/'],
      [minus.exec(rest), '-'],
      [/^\+/.exec(rest), '+'],
      [/^\(/.exec(rest), '('],
      [/^\)/.exec(rest), ')'],
    ];
    const found = sign.find(([match]) => match !== null);
    const words = bare.exec(rest);
    if (inBrackets) {
      tokens.push({ kind: 'name', text: (inBrackets[1] ?? '').trim() });
      take(inBrackets[0].length);
    } else if (inBraces) {
      tokens.push({ kind: 'id', text: (inBraces[1] ?? '').trim() });
      take(inBraces[0].length);
    } else if (digits) {
      tokens.push({ kind: 'number', text: digits[0].replace(/,/g, '') });
      take(digits[0].length);
    } else if (found?.[0]) {
      tokens.push({ kind: 'sign', text: found[1] });
      take(found[0][0].length);
    } else if (words) {
      tokens.push({ kind: 'name', text: words[0] });
      take(words[0].length);
    } else {
      throw new Fault(`“${rest.charAt(0)}” cannot stand in a formula: use + - * / ( ), numbers and KPIs.`);
    }
  }
  return tokens;
}

/** Reads a formula as typed or as kept. A fault is a sentence for the officer. */
export function readFormula(text: string, kpis: readonly Nameable[]): ReadFormula {
  try {
    const tokens = tokensOf(text);
    if (tokens.length === 0)
      throw new Fault('A formula needs at least one KPI, such as 100 * NI 72 / NI 73.');
    const reading = { tokens, at: 0, find: finder(kpis) };
    const formula = sum(reading);
    const left = tokens[reading.at];
    if (left) throw new Fault(leftOver(left, tokens[reading.at - 1]));
    if (inputsOf(formula).length === 0) throw new Fault('A formula needs at least one KPI in it.');
    return { formula, fault: null };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

const shown = (token: Token): string => (token.kind === 'name' ? `“${token.text}”` : token.text);

function leftOver(token: Token, before: Token | undefined): string {
  if (token.kind === 'sign' && token.text === ')') return 'There is a closing bracket too many.';
  return before
    ? `A sign is missing between ${shown(before)} and ${shown(token)}.`
    : `${shown(token)} cannot begin a formula.`;
}

type Reading = { tokens: readonly Token[]; at: number; find: (token: Token) => string };

function sum(reading: Reading): Formula {
  return chain(reading, ['+', '-'], (inner) => chain(inner, ['*', '/'], factor));
}

function chain(reading: Reading, signs: readonly Operation[], next: (reading: Reading) => Formula): Formula {
  let left = next(reading);
  for (;;) {
    const token = reading.tokens[reading.at];
    const sign = token?.kind === 'sign' ? signs.find((one) => one === token.text) : undefined;
    if (!sign) return left;
    reading.at += 1;
    left = { kind: sign, left, right: next(reading) };
  }
}

function factor(reading: Reading): Formula {
  const token = reading.tokens[reading.at];
  if (!token) throw new Fault('The formula ends too early: a number or a KPI is missing.');
  reading.at += 1;
  if (token.kind === 'number') return { kind: 'number', text: token.text };
  if (token.kind !== 'sign') return { kind: 'kpi', id: reading.find(token) };
  if (token.text === '-') return { kind: 'minus', of: factor(reading) };
  if (token.text !== '(') throw new Fault(`A number or a KPI is missing before “${token.text}”.`);
  const inside = sum(reading);
  const close = reading.tokens[reading.at];
  if (close?.kind !== 'sign' || close.text !== ')') throw new Fault('A closing bracket is missing.');
  reading.at += 1;
  return inside;
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

function finder(kpis: readonly Nameable[]) {
  const byId = new Map(kpis.map((kpi) => [kpi.id.toLowerCase(), kpi.id]));
  const byRef = Map.groupBy(kpis, ({ ref }) => folded(ref ?? ''));
  const byName = Map.groupBy(kpis, ({ name }) => folded(name));
  return (token: Token): string => {
    const id = byId.get(token.text.toLowerCase());
    if (id) return id;
    if (token.kind === 'id') throw new Fault('A KPI of this formula is no longer in the register.');
    const words = folded(token.text);
    const found = words === '' ? [] : (byRef.get(words) ?? byName.get(words) ?? []);
    const [one, other] = found;
    if (!one) {
      throw new Fault(
        `No KPI is called “${token.text}”. Write its reference, or its name in square brackets.`,
      );
    }
    if (other) {
      throw new Fault(`${found.length} KPIs are called “${token.text}”. Choose the one that is meant.`);
    }
    return one.id;
  };
}

/** The KPIs that a formula is worked out from, each once, in the order in which it names them. */
export function inputsOf(formula: Formula): string[] {
  if (formula.kind === 'number') return [];
  if (formula.kind === 'kpi') return [formula.id];
  if (formula.kind === 'minus') return inputsOf(formula.of);
  return [...new Set([...inputsOf(formula.left), ...inputsOf(formula.right)])];
}

const rank: Readonly<Record<Formula['kind'], number>> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  minus: 3,
  number: 4,
  kpi: 4,
};

/** A formula in one line; `say` names its KPIs. Brackets stand only where they are needed. */
export function formulaText(formula: Formula, say: (id: string) => string): string {
  const inner = (one: Formula, least: number): string =>
    rank[one.kind] < least ? `(${formulaText(one, say)})` : formulaText(one, say);
  if (formula.kind === 'number') return formula.text;
  if (formula.kind === 'kpi') return say(formula.id);
  if (formula.kind === 'minus') return `-${inner(formula.of, 4)}`;
  const { kind, left, right } = formula;
  const own = rank[kind];
  return `${inner(left, own)} ${kind} ${inner(right, own + 1)}`;
}

/** As it is kept: by ids. */
export const keptFormula = (formula: Formula): string => formulaText(formula, (id) => `{${id}}`);

/** The KPIs that a kept formula names, without reading it. */
export const idsIn = (kept: string): string[] => [
  ...new Set([...kept.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')),
];

/** A kept formula over other KPIs: those of next year for those of this one. */
export const withOtherIds = (kept: string, other: (id: string) => string): string =>
  kept.replace(/\{([^}]*)\}/g, (_, id: string) => `{${other(id)}}`);
