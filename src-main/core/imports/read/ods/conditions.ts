import type { Merge } from '#shared/contract/grid.ts';
import { readRange } from '../xlsx/references.ts';
import type { Rule } from '../xlsx/rules.ts';
import { attribute, next, type Xml } from '../xml.ts';
import { type Looks, lookOf } from './looks.ts';
import type { OdsSheet } from './rows.ts';

const mostRules = 10_000;

/** The conditional formats of the <calcext:conditional-formats> that `next` has just opened. */
export function readConditions(x: Xml, looks: Looks): Rule[] {
  const outside = x.depth - 1;
  const rules: Rule[] = [];
  let ranges: Merge[] = [];
  while (x.depth > outside) {
    if (next(x) !== 'open' || rules.length >= mostRules) continue;
    if (x.name === 'conditional-format') {
      ranges = sheetRanges(attribute(x, 'target-range-address') ?? '');
    } else if (x.name === 'condition') {
      const rule = conditionRule(attribute(x, 'value') ?? '', attribute(x, 'apply-style-name'), looks);
      rules.push({ ...rule, priority: rules.length, ranges });
    } else if (x.name === 'color-scale')
      rules.push({ ...unread('colorScale'), priority: rules.length, ranges });
    else if (x.name === 'icon-set') rules.push({ ...unread('iconSet'), priority: rules.length, ranges });
  }
  return rules;
}

/** The older way: conditions that stand in the cells' own styles. */
export function mappedConditions({ conditional, looks }: OdsSheet): Rule[] {
  const rules: Rule[] = [];
  for (const [name, places] of conditional) {
    const ranges = places.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
    for (const { condition, style } of lookOf(looks, 'table-cell', name).maps) {
      if (rules.length >= mostRules) return rules;
      rules.push({ ...conditionRule(condition, style, looks), priority: rules.length, ranges });
    }
  }
  return rules;
}

type Unplaced = Omit<Rule, 'ranges' | 'priority'>;

function unread(type: string): Unplaced {
  return { type, operator: null, words: null, formulas: [], stops: false, style: null };
}

const operators: Readonly<Record<string, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '<>': 'notEqual',
  '<=': 'lessThanOrEqual',
  '>=': 'greaterThanOrEqual',
  '<': 'lessThan',
  '>': 'greaterThan',
};
const wordTests: Readonly<Record<string, string>> = {
  'contains-text': 'containsText',
  'not-contains-text': 'notContainsText',
  'begins-with': 'beginsWith',
  'ends-with': 'endsWith',
};

/** LibreOffice's words for a condition (OpenDocument 1.3 part 3, 19.650.3) as the workbook reader knows them. */
export function conditionRule(said: string, styleName: string | null, looks: Looks): Unplaced {
  const look = lookOf(looks, 'table-cell', styleName);
  const style = {
    fill: look.fill ?? null,
    setsFill: look.fill !== undefined,
    strike: look.strike === true,
  };
  // The first condition that holds decides: the others are not looked at.
  const rule: Unplaced = { ...unread('unknown'), stops: true, style };
  const condition = said.trim().replace(/^(?:of:)?(?:cell-content\(\)|value\(\))/, '');
  const compared = /^(=|!=|<>|<=|>=|<|>)(.+)$/s.exec(condition);
  if (compared !== null) {
    const operator = operators[compared[1] as string] ?? 'equal';
    return { ...rule, type: 'cellIs', operator, formulas: [plainFormula(compared[2] as string)] };
  }
  const called = /^([a-z-]+)\((.*)\)$/s.exec(condition);
  if (called === null) return rule;
  const [, name = '', inside = ''] = called;
  if (/(^|-)between$/.test(name)) {
    const [low, high] = inside.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    if (low === undefined || high === undefined) return rule;
    const operator = /not/.test(name) ? 'notBetween' : 'between';
    return { ...rule, type: 'cellIs', operator, formulas: [plainFormula(low), plainFormula(high)] };
  }
  const words = wordTests[name];
  if (words !== undefined) {
    return { ...rule, type: words, words: inside.trim().replace(/^"|"$/g, '').replaceAll('""', '"') };
  }
  if (name === 'formula-is' || name === 'is-true-formula') {
    return { ...rule, type: 'expression', formulas: [plainFormula(inside)] };
  }
  return rule;
}

/** "[.B2]" is B2 and ";" parts arguments; words in quotes stay. */
function plainFormula(code: string): string {
  return code
    .trim()
    .split('"')
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(/\[\.?([^\]]*)\]/g, (_, cells) => String(cells).replaceAll('.', ''))
            .replaceAll(';', ','),
    )
    .join('"');
}

/** "Sheet1.A1:Sheet1.C9 Sheet1.E1" without the sheet's name. */
function sheetRanges(addresses: string): Merge[] {
  const plain = addresses.replace(/(?:\$?'(?:[^']|'')*'|[^\s:.']*)\.(?=\$?[A-Za-z])/g, '');
  return plain
    .split(/\s+/)
    .map((address) => readRange(address))
    .filter((range) => range !== null);
}
