import type { Merge } from '#shared/contract/grid.ts';
import { attribute, flag, innerText, next, type Xml } from '../xml.ts';
import type { Palette } from './colours.ts';
import { readRanges } from './references.ts';
import { type ConditionalStyle, conditionalStyle, readDifferential } from './styles.ts';

/** A conditional format of a sheet (ECMA-376 18.3.1.10), its style looked up. */
export type Rule = {
  readonly type: string;
  readonly priority: number;
  readonly operator: string | null;
  readonly words: string | null;
  readonly formulas: readonly string[];
  readonly stops: boolean;
  readonly ranges: readonly Merge[];
  readonly style: ConditionalStyle | null;
};

/**
 * The rules of the <conditionalFormatting> that `next` has just opened. Excel's newer kind (x14) brings its
 * style along and names its cells at the end.
 */
export function readRules(x: Xml, styles: readonly ConditionalStyle[], palette: Palette): Rule[] {
  const outside = x.depth - 1;
  let ranges = readRanges(attribute(x, 'sqref') ?? '');
  const rules: Omit<Rule, 'ranges'>[] = [];
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'cfRule') rules.push(readRule(x, styles, palette));
    else if (x.name === 'sqref') ranges = readRanges(innerText(x));
  }
  return rules.map((rule) => ({ ...rule, ranges }));
}

function readRule(x: Xml, styles: readonly ConditionalStyle[], palette: Palette): Omit<Rule, 'ranges'> {
  const outside = x.depth - 1;
  const differential = attribute(x, 'dxfId');
  let style = differential === null ? null : (styles[Number(differential)] ?? null);
  const rule = {
    type: attribute(x, 'type') ?? '',
    priority: Number(attribute(x, 'priority') ?? 0) || 0,
    operator: attribute(x, 'operator'),
    words: attribute(x, 'text'),
    stops: flag(x, 'stopIfTrue'),
  };
  const formulas: string[] = [];
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'formula' || x.name === 'f') formulas.push(innerText(x));
    else if (x.name === 'dxf') {
      const { fill, strike } = readDifferential(x);
      style = conditionalStyle(fill, strike, palette);
    }
  }
  return { ...rule, formulas, style };
}
