import { fillColour, type Palette, themeSlots } from '../xlsx/colours.ts';
import type { Node } from './markup.ts';

/** What stands behind words: a colour as #rrggbb, or 'none' where somebody set it to plain paper. */
export type Shade = string | 'none';

/** Word's names of theme colours (ST_ThemeColor) to the slots of a theme; text and background through the usual mapping. */
const slotOf: Readonly<Record<string, (typeof themeSlots)[number]>> = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  text1: 'dk1',
  background1: 'lt1',
  text2: 'dk2',
  background2: 'lt2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};

/** The marker pens of Word (ST_HighlightColor). */
const pens: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  cyan: '#00ffff',
  green: '#00ff00',
  magenta: '#ff00ff',
  red: '#ff0000',
  yellow: '#ffff00',
  darkBlue: '#000080',
  darkCyan: '#008080',
  darkGreen: '#008000',
  darkMagenta: '#800080',
  darkRed: '#800000',
  darkYellow: '#808000',
  darkGray: '#808080',
  lightGray: '#c0c0c0',
};

export function penColour(name: string | undefined): Shade | undefined {
  if (name === undefined) return undefined;
  return Object.hasOwn(pens, name) ? pens[name] : 'none';
}

/**
 * The colour that a w:shd makes on white paper: its fill, or what its pattern mixes of fill and ink. Undefined where there is
 * no w:shd or it leaves things as they are.
 */
export function shadeOf(shd: Node | undefined, theme: readonly string[]): Shade | undefined {
  if (shd === undefined) return undefined;
  const a = shd.attributes;
  const pattern = a.get('w:val') ?? 'clear';
  const fill = colourOf(
    a.get('w:fill'),
    a.get('w:themeFill'),
    a.get('w:themeFillTint'),
    a.get('w:themeFillShade'),
    theme,
  );
  if (pattern === 'clear') return fill === null && !a.has('w:fill') ? undefined : (fill ?? 'none');
  if (pattern === 'nil') return 'none';
  const ink = colourOf(
    a.get('w:color'),
    a.get('w:themeColor'),
    a.get('w:themeTint'),
    a.get('w:themeShade'),
    theme,
  );
  const share = pattern === 'solid' ? 100 : Number(/^pct(\d+)$/.exec(pattern)?.[1] ?? 0);
  if (share === 0) return fill ?? 'none';
  return mixed(ink ?? '#000000', fill ?? '#ffffff', share / 100);
}

/** Theme before plain colour, as Word has it; null for none, automatic or white. */
function colourOf(
  rgb: string | undefined,
  themed: string | undefined,
  tint: string | undefined,
  shade: string | undefined,
  theme: readonly string[],
): string | null {
  const slot = themed === undefined || !Object.hasOwn(slotOf, themed) ? undefined : slotOf[themed];
  const palette: Palette = { theme, indexed: [] };
  if (slot !== undefined) {
    // Both say how much of the lightness stays, of 255.
    const change = tint !== undefined ? 1 - share255(tint) : shade !== undefined ? share255(shade) - 1 : 0;
    return fillColour({ rgb: null, theme: themeSlots.indexOf(slot), indexed: null, tint: change }, palette);
  }
  if (rgb === undefined || rgb === 'auto') return null;
  return fillColour({ rgb: rgb.replace(/^#/, ''), theme: null, indexed: null, tint: 0 }, palette);
}

function share255(hex: string): number {
  const value = Number.parseInt(hex, 16);
  return Number.isFinite(value) ? Math.min(255, Math.max(0, value)) / 255 : 1;
}

function mixed(ink: string, paper: string, share: number): Shade {
  const parts = [1, 3, 5].map((at) => {
    const from = Number.parseInt(paper.slice(at, at + 2), 16);
    const to = Number.parseInt(ink.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * Math.min(1, share))
      .toString(16)
      .padStart(2, '0');
  });
  const colour = `#${parts.join('')}`;
  return colour === '#ffffff' ? 'none' : colour;
}
