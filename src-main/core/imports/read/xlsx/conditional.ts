import { cellName, type Grid, type GridCell, type Merge, rangeName } from '#shared/contract/grid.ts';
import type { DraftCell } from './book.ts';
import { daySerial } from './calendar.ts';
import {
  type CellValues,
  compare,
  type Formula,
  isError,
  parseFormula,
  type Scalar,
  truth,
  wildcard,
} from './formula.ts';
import type { Rule } from './rules.ts';

/** Rules tried on cells, over one sheet; beyond it the rest stays uncoloured and a remark says so. */
const mostTrials = 4_000_000;
const mostUnread = 200;

type Test = (cell: GridCell, value: Scalar, downBy: number, rightBy: number) => boolean;

/**
 * Colours (and strikes) cells as the sheet's conditional formats do, for the kinds that carry meaning in a
 * plan: a comparison, a word, a simple formula. The first rule that fits wins, as in Excel. Colour scales,
 * bars, icons and formulas beyond `formula.ts` are remarked upon.
 */
export function applyRules(grid: Grid, rules: readonly Rule[], remarks: string[]): void {
  const values: CellValues = (row, column) => scalar(grid.rows[row]?.[column]);
  const inOrder = rules.toSorted((a, b) => a.priority - b.priority);
  const coloured = new Set<GridCell>();
  const stopped = new Set<GridCell>();
  const unread: Merge[] = [];
  let trials = 0;
  for (const rule of inOrder) {
    const first = rule.ranges[0];
    if (first === undefined) continue;
    const test = ruleTest(rule, values);
    if (test === null) {
      if (meansColour(rule) && unread.length < mostUnread) unread.push(first);
      continue;
    }
    const { style } = rule;
    if (trials > mostTrials) {
      if (unread.length < mostUnread) unread.push(first);
      continue;
    }
    if (style === null || (!style.setsFill && !style.strike && !rule.stops)) continue;
    for (const range of rule.ranges) {
      eachCell(grid, range, (cell) => {
        trials += 1;
        if (cell.text === '' || stopped.has(cell) || trials > mostTrials) return;
        if (!test(cell, scalar(cell), cell.row - first.top, cell.column - first.left)) return;
        if (style.setsFill && !coloured.has(cell)) {
          coloured.add(cell);
          (cell as DraftCell).fill = style.fill ?? undefined;
        }
        if (style.strike) (cell as DraftCell).strike = true;
        if (rule.stops) stopped.add(cell);
      });
    }
  }
  const remark = unreadRemark(grid, unread);
  if (remark !== null) remarks.push(remark);
}

/** Rules that only underline or frame say nothing about a status. */
function meansColour(rule: Rule): boolean {
  if (/^(colorScale|iconSet|dataBar)$/.test(rule.type)) return true;
  return rule.style?.setsFill === true;
}

/** Null where no cell of the ranges holds any text: then nothing is missed. */
function unreadRemark(grid: Grid, ranges: readonly Merge[]): string | null {
  const places = new Set<string>();
  for (const range of ranges) {
    let box: Merge | null = null;
    eachCell(grid, range, ({ row, column, text }) => {
      if (text === '') return;
      box =
        box === null ? { top: row, left: column, bottom: row, right: column } : stretched(box, row, column);
    });
    if (box !== null) places.add(placeName(grid.name, box));
  }
  if (places.size === 0) return null;
  const more = places.size > 3 ? ` and ${places.size - 3} more` : '';
  return `Colours or signs in ${[...places].slice(0, 3).join(', ')}${more} come from a rule that cannot be worked out here (a scale, icons, or a formula). Check the statuses of these cells.`;
}

function stretched(box: Merge, row: number, column: number): Merge {
  return {
    top: Math.min(box.top, row),
    left: Math.min(box.left, column),
    bottom: Math.max(box.bottom, row),
    right: Math.max(box.right, column),
  };
}

function placeName(sheet: string, box: Merge): string {
  const one = box.top === box.bottom && box.left === box.right;
  return one ? cellName(sheet, box.top, box.left) : rangeName(sheet, box);
}

function eachCell(grid: Grid, range: Merge, visit: (cell: GridCell) => void): void {
  const bottom = Math.min(range.bottom, grid.rows.length - 1);
  for (let r = range.top; r <= bottom; r += 1) {
    const row = grid.rows[r];
    if (row === undefined) continue;
    const right = Math.min(range.right, row.length - 1);
    for (let c = range.left; c <= right; c += 1) {
      const cell = row[c];
      if (cell !== undefined) visit(cell);
    }
  }
}

function scalar(cell: GridCell | undefined): Scalar {
  if (cell === undefined || cell.text === '') return null;
  switch (cell.value?.kind) {
    case 'number':
      return cell.value.number;
    case 'day':
      return daySerial(cell.value.day);
    case 'truth':
      return cell.value.truth;
    case 'error':
      return { error: true };
    default:
      return cell.text;
  }
}

function ruleTest(rule: Rule, values: CellValues): Test | null {
  const formulas: Formula[] = [];
  for (const code of rule.formulas) {
    const formula = parseFormula(code);
    if (formula !== null) formulas.push(formula);
  }
  const complete = formulas.length === rule.formulas.length;
  const at = (n: number, down: number, right: number): Scalar => formulas[n]?.(values, down, right) ?? null;
  switch (rule.type) {
    case 'cellIs':
      return complete ? comparisonTest(rule.operator ?? 'equal', at) : null;
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith':
      if (rule.words !== null && rule.words !== '') return wordsTest(rule.type, rule.words);
      return complete && formulas.length > 0 ? (_, __, down, right) => truth(at(0, down, right)) : null;
    case 'containsBlanks':
      return (cell) => cell.text.trim() === '';
    case 'notContainsBlanks':
      return (cell) => cell.text.trim() !== '';
    case 'containsErrors':
      return (_, value) => isError(value);
    case 'notContainsErrors':
      return (_, value) => !isError(value);
    case 'expression':
      return complete && formulas.length > 0 ? (_, __, down, right) => truth(at(0, down, right)) : null;
    default:
      return null;
  }
}

const signs: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  lessThan: '<',
  lessThanOrEqual: '<=',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
};

function comparisonTest(
  operator: string,
  at: (n: number, down: number, right: number) => Scalar,
): Test | null {
  const sign = signs[operator];
  if (sign !== undefined) {
    return (_, value, down, right) => {
      const bound = at(0, down, right);
      return !isError(value) && !isError(bound) && compare(sign, value, bound);
    };
  }
  if (operator !== 'between' && operator !== 'notBetween') return null;
  return (_, value, down, right) => {
    const [a, b] = [at(0, down, right), at(1, down, right)];
    if (isError(value) || isError(a) || isError(b)) return false;
    const [low, high] = compare('<=', a, b) ? [a, b] : [b, a];
    return (compare('>=', value, low) && compare('<=', value, high)) === (operator === 'between');
  };
}

function wordsTest(type: string, words: string): Test {
  const anywhere = wildcard(words);
  const start = new RegExp(`^(?:${anywhere.source})`, 'i');
  const end = new RegExp(`(?:${anywhere.source})$`, 'i');
  if (type === 'beginsWith') return (cell) => start.test(cell.text);
  if (type === 'endsWith') return (cell) => end.test(cell.text);
  return (cell) => anywhere.test(cell.text) === (type === 'containsText');
}
