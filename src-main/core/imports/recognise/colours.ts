/** Colours as people name them in a key. */
export type Hue =
  | 'green'
  | 'amber'
  | 'yellow'
  | 'red'
  | 'blue'
  | 'purple'
  | 'grey'
  | 'white'
  | 'black'
  | 'pink'
  | 'brown';

const words: Readonly<Record<string, { hue: Hue; colour: string }>> = {
  green: { hue: 'green', colour: '#00b050' },
  amber: { hue: 'amber', colour: '#ffc000' },
  orange: { hue: 'amber', colour: '#ed7d31' },
  yellow: { hue: 'yellow', colour: '#ffd966' },
  red: { hue: 'red', colour: '#c00000' },
  blue: { hue: 'blue', colour: '#0070c0' },
  purple: { hue: 'purple', colour: '#7030a0' },
  grey: { hue: 'grey', colour: '#808080' },
  gray: { hue: 'grey', colour: '#808080' },
  white: { hue: 'white', colour: '#ffffff' },
  black: { hue: 'black', colour: '#000000' },
  pink: { hue: 'pink', colour: '#ff99cc' },
  brown: { hue: 'brown', colour: '#843c0c' },
};

export const colourWordPattern = 'green|amber|orange|yellow|red|blue|purple|gr[ea]y|white|black|pink|brown';

/** The colour a word names: null for other words. */
export function colourOfWord(word: string): { hue: Hue; colour: string } | null {
  return words[word.trim().toLowerCase()] ?? null;
}

/** The name a person gives a fill: null for what is hardly a colour (white, near-black, pale grey). */
export function hueOf(hex: string): Hue | null {
  const { hue, saturation, lightness } = hslOf(hex);
  if (lightness > 0.97) return 'white';
  if (lightness < 0.06) return 'black';
  if (saturation < 0.12) return 'grey';
  if (hue < 14 || hue >= 345) return 'red';
  if (hue < 48) return 'amber';
  if (hue < 70) return 'yellow';
  if (hue < 170) return 'green';
  if (hue < 255) return 'blue';
  if (hue < 310) return 'purple';
  return 'pink';
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
export function hslOf(hex: string): { hue: number; saturation: number; lightness: number } {
  const value = Number.parseInt(hex.slice(1), 16);
  const [r, g, b] = [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const lightness = (high + low) / 2;
  const spread = high - low;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sector =
    high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return { hue: sector * 60, saturation, lightness };
}
