import { contrast } from './contrast.ts';

/** What a colour of the office must reach against white paper to be read as text (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/**
 * The colour itself where it can be read on white paper; else the lightest of the same hue that can: all three
 * channels are taken down alike, so that it stays the office's own colour, only deeper.
 */
export function readableColour(hex: string): string {
  if (contrast(hex, '#ffffff') >= leastContrast) return hex;
  const [red, green, blue] = channels(hex);
  for (let part = 255; part >= 0; part -= 1) {
    const deeper = `#${[red, green, blue]
      .map((channel) =>
        Math.floor((channel * part) / 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrast(deeper, '#ffffff') >= leastContrast) return deeper;
  }
  return '#000000';
}

/** Why a colour cannot stand, and which nearest one can; null where it can. */
export function colourTrouble(hex: string): { words: string; nearest: string } | null {
  const ratio = contrast(hex, '#ffffff');
  if (ratio >= leastContrast) return null;
  const nearest = readableColour(hex);
  // Cut, not rounded: 4.49 must not read as the 4.5 it fails.
  const told = (Math.floor(ratio * 10) / 10).toFixed(1);
  return {
    words: `${hex} is too pale for titles on white paper: its contrast is ${told} to 1, and ${leastContrast} is the least that is easy to read. The nearest that passes is ${nearest}.`,
    nearest,
  };
}
