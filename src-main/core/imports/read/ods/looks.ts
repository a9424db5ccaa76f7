import { attribute, next, skip, type Xml } from '../xml.ts';

/** What a style of an OpenDocument file says that the register cares for; undefined where it says nothing of it. */
export type Look = {
  /** #rrggbb; null where it says that there is none. */
  readonly fill: string | null | undefined;
  readonly bold: boolean | undefined;
  readonly strike: boolean | undefined;
  /** A sheet that is not shown. */
  readonly hidden: boolean | undefined;
  /** A column's width in characters. */
  readonly width: number | undefined;
  /** Styles that take the place of this one where a condition holds (style:map). */
  readonly maps: readonly { readonly condition: string; readonly style: string }[];
};

type Style = Look & { readonly parent: string | null };

/** Styles by family and name, as `readLooks` gathers them. */
export type Looks = Map<string, Style>;

const keyOf = (family: string, name: string): string => `${family}\n${name}`;
const deepest = 20;
const mostStyles = 200_000;

/**
 * Gathers the styles inside the element that `next` has just opened (office:styles, office:automatic-styles).
 * A style that is there already stays.
 */
export function readLooks(x: Xml, looks: Looks): void {
  const outside = x.depth - 1;
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name !== 'style' && x.name !== 'default-style') {
      skip(x);
      continue;
    }
    const family = attribute(x, 'family') ?? '';
    // LibreOffice's conditions name a style as people see it, everything else by its inner name.
    const names = [attribute(x, 'name') ?? '', attribute(x, 'display-name') ?? ''];
    const style = readStyle(x);
    for (const name of names[1] === '' ? names.slice(0, 1) : names) {
      const key = keyOf(family, name);
      if (!looks.has(key) && looks.size < mostStyles) looks.set(key, style);
    }
  }
}

function readStyle(x: Xml): Style {
  const outside = x.depth - 1;
  const parent = attribute(x, 'parent-style-name');
  const look: { -readonly [Key in keyof Look]: Look[Key] } = {
    fill: undefined,
    bold: undefined,
    strike: undefined,
    hidden: undefined,
    width: undefined,
    maps: [],
  };
  while (x.depth > outside) {
    if (next(x) !== 'open') continue;
    if (x.name === 'table-cell-properties') look.fill = colour(attribute(x, 'background-color'));
    else if (x.name === 'text-properties') {
      look.bold = weight(attribute(x, 'font-weight'));
      look.strike = lineThrough(x);
    } else if (x.name === 'table-properties') {
      const display = attribute(x, 'display');
      look.hidden = display === null ? undefined : display === 'false';
    } else if (x.name === 'table-column-properties') look.width = characters(attribute(x, 'column-width'));
    else if (x.name === 'map') {
      const condition = attribute(x, 'condition');
      const style = attribute(x, 'apply-style-name');
      if (condition !== null && style !== null) look.maps = [...look.maps, { condition, style }];
    }
  }
  return { ...look, parent };
}

function colour(said: string | null): string | null | undefined {
  if (said === null) return undefined;
  const hex = /^#([0-9a-f]{6})$/i.exec(said.trim())?.[1]?.toLowerCase();
  return hex === undefined || hex === 'ffffff' ? null : `#${hex}`;
}

function weight(said: string | null): boolean | undefined {
  if (said === null) return undefined;
  return said === 'bold' || Number(said) >= 600;
}

function lineThrough(x: Xml): boolean | undefined {
  const style = attribute(x, 'text-line-through-style') ?? attribute(x, 'text-line-through-type');
  return style === null ? undefined : style !== 'none';
}

const pixelsPerUnit: Readonly<Record<string, number>> = {
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
  px: 1,
};

/** A length as so many characters of seven pixels, as Excel counts a column's width. */
export function characters(length: string | null): number | undefined {
  const parts = /^([\d.]+)(in|cm|mm|pt|pc|px)$/.exec(length ?? '');
  if (parts === null) return undefined;
  const width = (Number(parts[1]) * (pixelsPerUnit[parts[2] as string] as number) - 5) / 7;
  return Number.isFinite(width) && width > 0 ? Math.round(width * 10) / 10 : undefined;
}

const nothing: Look = {
  fill: undefined,
  bold: undefined,
  strike: undefined,
  hidden: undefined,
  width: undefined,
  maps: [],
};

/** A style with what it takes over from those it is derived from, and from the family's default. */
export function lookOf(looks: Looks, family: string, name: string | null): Look {
  const look = { ...nothing };
  let at = name === null ? undefined : looks.get(keyOf(family, name));
  let maps = at?.maps ?? [];
  for (let steps = 0; at !== undefined && steps < deepest; steps += 1) {
    inherit(look, at);
    if (maps.length === 0) maps = at.maps;
    at = at.parent === null ? undefined : looks.get(keyOf(family, at.parent));
  }
  const whole = looks.get(keyOf(family, ''));
  if (whole !== undefined) inherit(look, whole);
  return { ...look, maps };
}

function inherit(look: { -readonly [Key in keyof Look]: Look[Key] }, from: Look): void {
  look.fill = look.fill === undefined ? from.fill : look.fill;
  look.bold ??= from.bold;
  look.strike ??= from.strike;
  look.hidden ??= from.hidden;
  look.width ??= from.width;
}
