import type { KeyEntry } from '../contract/register.ts';
import { defaultLooks, type State } from './states.ts';

/** Families of fill that people use as a status. */
export type ColourFamily = 'red' | 'amber' | 'green' | 'blue';

type Hsl = {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
  readonly chroma: number;
};

/** Hue 0 to 360, the rest 0 to 1; null where the text is no #rrggbb (or #rgb, or AARRGGBB). */
export function hslOf(hex: string): Hsl | null {
  const match = /^#?(?:[0-9a-f]{2}(?=[0-9a-f]{6}$))?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(hex.trim());
  const digits = match?.[1];
  if (!digits) return null;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(full.slice(at, at + 2), 16) / 255,
  );
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const chroma = max - min;
  const lightness = (max + min) / 2;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (chroma > 0) {
    if (max === red) hue = ((green - blue) / chroma + 6) % 6;
    else if (max === green) hue = (blue - red) / chroma + 2;
    else hue = (red - green) / chroma + 4;
  }
  return { hue: hue * 60, saturation, lightness, chroma };
}

/**
 * The status family of a fill, or null for white, grey, pale tints and the blues and purples of headings.
 * Chroma decides what is too pale, since the saturation of a pale colour says little; a blue counts only
 * when it is as strong as Excel's own "Blue" and "Light Blue".
 */
export function colourFamily(hex: string): ColourFamily | null {
  const colour = hslOf(hex);
  if (!colour) return null;
  const { hue, saturation, lightness, chroma } = colour;
  if (chroma < 0.12 || lightness < 0.12) return null;
  if (hue >= 345 || hue < 15) return 'red';
  if (hue < 65) return lightness < 0.25 ? null : 'amber';
  if (hue >= 70 && hue < 170) return 'green';
  if (hue >= 190 && hue < 250 && saturation >= 0.7 && lightness >= 0.25 && lightness <= 0.65) return 'blue';
  return hue < 70 ? 'amber' : null;
}

const usualMeaning: Readonly<Record<ColourFamily, State>> = {
  red: 'off-track',
  amber: 'at-risk',
  green: 'on-track',
  blue: 'complete',
};

/**
 * The state a fill usually stands for: red off track, amber at risk, green on track, strong blue complete.
 * Null for whites, greys, pale tints and heading colours. With a plan's key, its own colours decide.
 */
export function stateOfColour(hex: string, key?: readonly KeyEntry[]): State | null {
  const entry = key ? keyEntryOfColour(hex, key) : null;
  if (entry) return entry.state;
  const own = defaultLooks.filter(({ colour }) => colour === `#${hex.replace(/^#/, '').toLowerCase()}`);
  if (own.length === 1 && own[0]) return own[0].state;
  const family = colourFamily(hex);
  return family === null ? null : usualMeaning[family];
}

/** The entry of a key whose colour is nearest: the same colour, else the only one of the same family. */
function keyEntryOfColour(hex: string, key: readonly KeyEntry[]): KeyEntry | null {
  const plain = hex.replace(/^#/, '').toLowerCase();
  const same = key.find((entry) => entry.colour.replace(/^#/, '').toLowerCase() === plain);
  if (same) return same;
  const family = colourFamily(hex);
  return family === null ? null : keyEntryOfFamily(family, key);
}

export function keyEntryOfFamily(family: ColourFamily, key: readonly KeyEntry[]): KeyEntry | null {
  const alike = key.filter((entry) => colourFamily(entry.colour) === family);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
