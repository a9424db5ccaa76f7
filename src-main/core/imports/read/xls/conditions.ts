import type { Merge } from '#shared/contract/grid.ts';
import { fillColour } from '../xlsx/colours.ts';
import type { Rule } from '../xlsx/rules.ts';
import type { ConditionalStyle } from '../xlsx/styles.ts';
import type { Globals } from './globals.ts';
import { formulaText } from './tokens.ts';

const operators: Readonly<Record<number, string>> = {
  1: 'between',
  2: 'notBetween',
  3: 'equal',
  4: 'notEqual',
  5: 'greaterThan',
  6: 'lessThan',
  7: 'greaterThanOrEqual',
  8: 'lessThanOrEqual',
};
const mostRanges = 2_000;

/** The cells that the rules behind it are for (CondFmt, MS-XLS 2.4.56). */
export function conditionRanges(data: Buffer): Merge[] {
  const ranges: Merge[] = [];
  const count = Math.min(data.readUInt16LE(12), mostRanges);
  for (let i = 0, at = 14; i < count && at + 8 <= data.length; i += 1, at += 8)
    ranges.push(rangeAt(data, at));
  return ranges;
}

/** Rows and columns, each first and last, as most records give a range. */
export function rangeAt(data: Buffer, at: number): Merge {
  return {
    top: data.readUInt16LE(at),
    bottom: data.readUInt16LE(at + 2),
    left: data.readUInt16LE(at + 4),
    right: data.readUInt16LE(at + 6),
  };
}

/** One rule (CF, MS-XLS 2.4.42). */
export function readCondition(
  data: Buffer,
  ranges: readonly Merge[],
  priority: number,
  globals: Globals,
): Rule {
  const [first, second] = [data.readUInt16LE(2), data.readUInt16LE(4)];
  const from = data.length - first - second;
  const base = { row: ranges[0]?.top ?? 0, column: ranges[0]?.left ?? 0 };
  const formulas: string[] = [];
  let unknown = from < 12;
  for (const tokens of unknown ? [] : [data.subarray(from, from + first), data.subarray(from + first)]) {
    if (tokens.length === 0) continue;
    const text = formulaText(tokens, base, globals.lettering);
    if (text === null) unknown = true;
    else formulas.push(text);
  }
  return {
    type: unknown ? 'unknown' : data[0] === 1 ? 'cellIs' : 'expression',
    priority,
    operator: operators[data[1] as number] ?? 'equal',
    words: null,
    formulas,
    stops: true,
    ranges,
    style: conditionStyle(data.subarray(6, Math.max(6, from)), globals.palette),
  };
}

const partSizes = { numberFormat: 2, font: 118, alignment: 8, border: 8 } as const;

/** What the rule changes (DXFN, MS-XLS 2.5.91): its parts stand one behind the other where the flags name them. */
function conditionStyle(data: Buffer, palette: readonly string[]): ConditionalStyle {
  const none: ConditionalStyle = { fill: null, setsFill: false, strike: false };
  if (data.length < 6) return none;
  const flags = data.readUInt32LE(0);
  const has = (bit: number): boolean => ((flags >>> bit) & 1) !== 0;
  if (!has(29)) return none;
  const ownFormat = (data.readUInt16LE(4) & 1) !== 0;
  let at = 6;
  if (has(25)) at += ownFormat ? data.readUInt16LE(at) : partSizes.numberFormat;
  if (has(26)) at += partSizes.font;
  if (has(27)) at += partSizes.alignment;
  if (has(28)) at += partSizes.border;
  if (at + 4 > data.length) return none;
  const pattern = data.readUInt16LE(at) >>> 10;
  const colours = data.readUInt16LE(at + 2);
  const patternStays = has(16);
  // In a rule a solid fill's colour is the back, and the pattern may be left out.
  if (!patternStays && pattern !== 1 && pattern !== 0) return { ...none, setsFill: true };
  const indexed = has(18) ? colours & 0x7f : (colours >>> 7) & 0x7f;
  const fill = fillColour({ rgb: null, theme: null, indexed, tint: 0 }, { theme: [], indexed: palette });
  return { fill, setsFill: true, strike: false };
}
