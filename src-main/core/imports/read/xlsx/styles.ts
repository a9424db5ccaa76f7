import { attribute, flag, next, skip, switchedOn, type Xml } from '../xml.ts';
import { type ColourReference, fillColour, legacyPalette, type Palette, readColour } from './colours.ts';
import { builtInFormat, type NumberFormat, numberFormat } from './number-format.ts';

/** What a cell's style says that the register cares for. */
export type CellStyle = {
  readonly format: NumberFormat;
  readonly fill: string | undefined;
  readonly bold: boolean;
  readonly strike: boolean;
  /** Neither fill nor bold nor strike: a cell of it needs no more than its text. */
  readonly plain: boolean;
};

/** What a conditional format does to a cell where it applies (differential format, ECMA-376 18.8.15). */
export type ConditionalStyle = {
  readonly fill: string | null;
  readonly setsFill: boolean;
  readonly strike: boolean;
};

export type Styles = {
  readonly cells: readonly CellStyle[];
  readonly conditional: readonly ConditionalStyle[];
};

type Font = { readonly bold: boolean; readonly strike: boolean };
type Fill = {
  readonly pattern: string | null;
  readonly front: ColourReference | null;
  readonly back: ColourReference | null;
};

export const plainStyle: CellStyle = {
  format: numberFormat('General', false),
  fill: undefined,
  bold: false,
  strike: false,
  plain: true,
};

/** Reads the styles part. Colours are resolved at once, so cells need only look their style up. */
export function readStyles(x: Xml, theme: readonly string[], from1904: boolean): Styles {
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: Fill[] = [];
  const cells: { format: number; font: number; fill: number }[] = [];
  const differential: { fill: Fill | null; strike: boolean }[] = [];
  const indexed = [...legacyPalette];
  let custom = 0;
  let inside = '';
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind === 'close' && x.name === inside) inside = '';
    if (kind !== 'open') continue;
    if (/^(numFmts|fonts|fills|cellXfs|dxfs|indexedColors)$/.test(x.name)) inside = x.name;
    else if (x.name === 'cellStyleXfs' || x.name === 'borders') skip(x);
    else if (inside === 'numFmts' && x.name === 'numFmt') {
      codes.set(Number(attribute(x, 'numFmtId')), attribute(x, 'formatCode') ?? 'General');
    } else if (inside === 'fonts' && x.name === 'font') fonts.push(readFont(x));
    else if (inside === 'fills' && x.name === 'fill') fills.push(readFill(x));
    else if (inside === 'dxfs' && x.name === 'dxf') differential.push(readDifferential(x));
    else if (inside === 'cellXfs' && x.name === 'xf') {
      cells.push({
        format: Number(attribute(x, 'numFmtId') ?? 0),
        font: Number(attribute(x, 'fontId') ?? 0),
        fill: Number(attribute(x, 'fillId') ?? 0),
      });
    } else if (inside === 'indexedColors' && x.name === 'rgbColor') {
      indexed[custom] = (attribute(x, 'rgb') ?? '').slice(-6).toLowerCase() || '000000';
      custom += 1;
    }
  }
  const palette: Palette = { theme, indexed };
  const formats = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    const known = formats.get(id) ?? numberFormat(codes.get(id) ?? builtInFormat(id), from1904);
    formats.set(id, known);
    return known;
  };
  return {
    cells: cells.map((cell) => {
      const fill = solidColour(fills[cell.fill], palette);
      const { bold, strike } = fonts[cell.font] ?? { bold: false, strike: false };
      return {
        format: formatOf(cell.format),
        fill,
        bold,
        strike,
        plain: fill === undefined && !bold && !strike,
      };
    }),
    conditional: differential.map(({ fill, strike }) => conditionalStyle(fill, strike, palette)),
  };
}

export function conditionalStyle(fill: Fill | null, strike: boolean, palette: Palette): ConditionalStyle {
  return { setsFill: fill !== null, fill: fill === null ? null : differentialColour(fill, palette), strike };
}

/** Only a solid pattern colours a cell as the eye takes it; its colour is the pattern's front. */
function solidColour(fill: Fill | undefined, palette: Palette): string | undefined {
  if (fill?.pattern !== 'solid') return undefined;
  return fillColour(fill.front, palette) ?? undefined;
}

/** In a differential format a solid fill's colour is the back, and the pattern may be left out. */
function differentialColour(fill: Fill, palette: Palette): string | null {
  if (fill.pattern !== null && fill.pattern !== 'solid') return null;
  return fillColour(fill.back ?? fill.front, palette);
}

function readFont(x: Xml): Font {
  const outside = x.depth - 1;
  let bold = false;
  let strike = false;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'b') bold = switchedOn(x);
    else if (x.name === 'strike') strike = switchedOn(x);
  }
  return { bold, strike };
}

function readFill(x: Xml): Fill {
  const outside = x.depth - 1;
  let pattern: string | null = null;
  let front: ColourReference | null = null;
  let back: ColourReference | null = null;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'patternFill') pattern = attribute(x, 'patternType');
    else if (x.name === 'gradientFill') pattern = 'gradient';
    else if (x.name === 'fgColor' && !flag(x, 'auto')) front = readColour(x);
    else if (x.name === 'bgColor' && !flag(x, 'auto')) back = readColour(x);
  }
  return { pattern, front, back };
}

/** The fill and strike of a differential format that `next` has just opened. */
export function readDifferential(x: Xml): { fill: Fill | null; strike: boolean } {
  const outside = x.depth - 1;
  let fill: Fill | null = null;
  let strike = false;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'fill') fill = readFill(x);
    else if (x.name === 'font') strike = readFont(x).strike;
  }
  return { fill, strike };
}
