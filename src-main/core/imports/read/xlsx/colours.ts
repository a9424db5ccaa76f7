import { attribute, type Xml } from '../xml.ts';

/** A colour as a workbook states it (ECMA-376 18.8.3, 18.8.19): one of the three, perhaps tinted. */
export type ColourReference = {
  readonly rgb: string | null;
  readonly theme: number | null;
  readonly indexed: number | null;
  readonly tint: number;
};

/** What references are resolved against: the theme in its index order and the legacy palette. */
export type Palette = { readonly theme: readonly string[]; readonly indexed: readonly string[] };

export function readColour(x: Xml): ColourReference {
  const theme = attribute(x, 'theme');
  const indexed = attribute(x, 'indexed');
  return {
    rgb: attribute(x, 'rgb'),
    theme: theme === null ? null : Number(theme),
    indexed: indexed === null ? null : Number(indexed),
    tint: Number(attribute(x, 'tint') ?? 0) || 0,
  };
}

/** "#rrggbb", or null where it says nothing or nothing that can be seen against a white sheet. */
export function fillColour(reference: ColourReference | null, palette: Palette): string | null {
  if (reference === null) return null;
  const base = baseColour(reference, palette);
  if (base === null) return null;
  const colour = reference.tint === 0 ? base : tinted(base, reference.tint);
  return colour === 'ffffff' ? null : `#${colour}`;
}

function baseColour(reference: ColourReference, palette: Palette): string | null {
  if (reference.rgb !== null) {
    // The first pair of eight is the alpha, which Excel does not heed.
    const hex = reference.rgb.slice(-6).toLowerCase();
    return /^[0-9a-f]{6}$/.test(hex) ? hex : null;
  }
  if (reference.theme !== null) return palette.theme[reference.theme] ?? null;
  if (reference.indexed !== null) return palette.indexed[reference.indexed] ?? null;
  return null;
}

/** Lightens (above 0) or darkens (below 0) in hue, lightness, saturation, as ECMA-376 18.8.19 says. */
function tinted(hex: string, tint: number): string {
  const share = Math.max(-1, Math.min(1, tint));
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const lit = share < 0 ? lightness * (1 + share) : lightness * (1 - share) + share;
  const chroma = (1 - Math.abs(2 * lit - 1)) * saturation;
  const scale = spread === 0 ? 0 : chroma / spread;
  const floor = lit - chroma / 2;
  return [red, green, blue]
    .map((channel) => Math.round(Math.max(0, Math.min(1, (channel - least) * scale + floor)) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('');
}

/** Slots of a theme's colour scheme in the order cells count them: light before dark, unlike the file's own order. */
export const themeSlots = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;

/** Office's own theme (2007 to 2010), for a workbook that brings none. */
export const officeTheme: readonly string[] = [
  'ffffff',
  '000000',
  'eeece1',
  '1f497d',
  '4f81bd',
  'c0504d',
  '9bbb59',
  '8064a2',
  '4bacc6',
  'f79646',
  '0000ff',
  '800080',
];

/** The legacy palette (ECMA-376 18.8.27): 0 to 7 again as 8 to 15, then the rest; 64 ink, 65 paper. */
const eight = ['000000', 'ffffff', 'ff0000', '00ff00', '0000ff', 'ffff00', 'ff00ff', '00ffff'];
export const legacyPalette: readonly string[] = [
  ...eight,
  ...eight,
  ...(
    '800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff ' +
    '000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 ' +
    '3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 ' +
    '000000 ffffff'
  ).split(' '),
];
