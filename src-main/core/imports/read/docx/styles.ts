import { penColour, type Shade, shadeOf } from './colours.ts';
import { type Cursor, childOf, type Node, numberOf, switchOf, valOf } from './markup.ts';

/** What run properties say that a reader must know; undefined where they are silent. */
export type RunLook = {
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
  readonly font?: string;
  readonly shade?: Shade;
};

/** What paragraph properties say. `outline` counts from 0, 9 is running text; numbering 0 is none. */
export type ParagraphLook = {
  readonly outline?: number;
  readonly numbering?: number;
  readonly level?: number;
  readonly newPage?: boolean;
  readonly shade?: Shade;
};

type Style = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly basedOn: string | undefined;
  readonly paragraph: ParagraphLook;
  readonly run: RunLook;
  /** For a table style: how its parts (its header row among them) look. */
  readonly parts: ReadonlyMap<string, TablePart>;
};

export type TablePart = { readonly bold?: boolean; readonly shade?: Shade };

/** A paragraph style with everything it inherits. */
export type ParagraphStyle = ParagraphLook & {
  readonly id: string;
  /** As Word shows it; null for the style that paragraphs have when nothing is said. */
  readonly name: string | null;
  readonly run: RunLook;
};

export type TableStyle = { readonly bold: boolean; part(name: string): TablePart | undefined };

export type Styles = {
  /** The style of a w:pStyle, or the default one. */
  paragraph(id: string | undefined): ParagraphStyle;
  character(id: string | undefined): RunLook;
  table(id: string | undefined): TableStyle;
  readonly defaults: RunLook;
};

const noParts: ReadonlyMap<string, TablePart> = new Map();
/** A chain of styles is a handful long; a ring of them must end. */
const longestChain = 32;

export function readStyles(x: Cursor | null, theme: readonly string[]): Styles {
  const styles = new Map<string, Style>();
  const standard = new Map<string, string>();
  let defaults: RunLook = {};
  if (x !== null) {
    for (let kind = x.next(); kind !== 'end'; kind = x.next()) {
      if (kind !== 'open') continue;
      if (x.name === 'w:latentStyles') x.skip();
      else if (x.name === 'w:docDefaults') {
        defaults = runLook(childOf(childOf(x.tree(), 'w:rPrDefault'), 'w:rPr'), theme);
      } else if (x.name === 'w:style') {
        const node = x.tree();
        const style = readStyle(node, theme);
        styles.set(style.id, style);
        const byDefault = node.attributes.get('w:default');
        if (byDefault === '1' || byDefault === 'true' || byDefault === 'on')
          standard.set(style.type, style.id);
      }
    }
  }
  return resolving(styles, standard, defaults);
}

function readStyle(node: Node, theme: readonly string[]): Style {
  const id = node.attributes.get('w:styleId') ?? '';
  const parts = new Map<string, TablePart>();
  for (const child of node.children) {
    if (typeof child === 'string' || child.name !== 'w:tblStylePr') continue;
    const bold = switchOf(childOf(child, 'w:rPr'), 'w:b');
    const shade = shadeOf(childOf(childOf(child, 'w:tcPr'), 'w:shd'), theme);
    parts.set(child.attributes.get('w:type') ?? '', {
      ...(bold === undefined ? {} : { bold }),
      ...(shade === undefined ? {} : { shade }),
    });
  }
  return {
    id,
    name: valOf(node, 'w:name') ?? id,
    type: node.attributes.get('w:type') ?? 'paragraph',
    basedOn: valOf(node, 'w:basedOn'),
    paragraph: paragraphLook(childOf(node, 'w:pPr'), theme),
    run: runLook(childOf(node, 'w:rPr'), theme),
    parts: parts.size === 0 ? noParts : parts,
  };
}

export function paragraphLook(pPr: Node | undefined, theme: readonly string[]): ParagraphLook {
  if (pPr === undefined) return {};
  const numPr = childOf(pPr, 'w:numPr');
  const outline = numberOf(valOf(pPr, 'w:outlineLvl'));
  const numbering = numberOf(valOf(numPr, 'w:numId'));
  const level = numberOf(valOf(numPr, 'w:ilvl'));
  const newPage = switchOf(pPr, 'w:pageBreakBefore');
  const shade = shadeOf(childOf(pPr, 'w:shd'), theme);
  return {
    ...(outline === undefined ? {} : { outline }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(level === undefined ? {} : { level }),
    ...(newPage === undefined ? {} : { newPage }),
    ...(shade === undefined ? {} : { shade }),
  };
}

export function runLook(rPr: Node | undefined, theme: readonly string[]): RunLook {
  if (rPr === undefined) return {};
  let look: { -readonly [Key in keyof RunLook]: RunLook[Key] } = {};
  const bold = switchOf(rPr, 'w:b');
  if (bold !== undefined) look = { ...look, bold };
  const strike = switchOf(rPr, 'w:strike') ?? switchOf(rPr, 'w:dstrike');
  if (strike !== undefined) look.strike = strike || switchOf(rPr, 'w:dstrike') === true;
  const hidden = switchOf(rPr, 'w:vanish');
  if (hidden !== undefined) look.hidden = hidden;
  const place = valOf(rPr, 'w:vertAlign');
  if (place !== undefined) look.raised = place === 'superscript';
  const fonts = childOf(rPr, 'w:rFonts')?.attributes;
  const font = fonts?.get('w:ascii') ?? fonts?.get('w:hAnsi');
  if (font !== undefined) look.font = font;
  const pen = penColour(valOf(rPr, 'w:highlight'));
  const shade = pen === undefined || pen === 'none' ? (shadeOf(childOf(rPr, 'w:shd'), theme) ?? pen) : pen;
  if (shade !== undefined) look.shade = shade;
  return look;
}

function resolving(
  styles: ReadonlyMap<string, Style>,
  standard: ReadonlyMap<string, string>,
  defaults: RunLook,
): Styles {
  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = [];
    for (let style = styles.get(id ?? ''); style !== undefined; style = styles.get(style.basedOn ?? '')) {
      if (found.length === longestChain || found.includes(style)) break;
      found.push(style);
    }
    return found;
  };
  /** The nearest style's word counts. */
  const run = (id: string | undefined): RunLook =>
    Object.assign(
      {},
      ...chain(id)
        .toReversed()
        .map((style) => style.run),
    );
  const paragraphs = new Map<string, ParagraphStyle>();
  const characters = new Map<string, RunLook>();
  const tables = new Map<string, TableStyle>();
  const normal = standard.get('paragraph') ?? 'Normal';
  return {
    defaults,
    paragraph: (given) => {
      const id = given !== undefined && styles.has(given) ? given : normal;
      return kept(paragraphs, id, () => {
        const all = chain(id);
        const look: ParagraphLook = Object.assign({}, ...all.toReversed().map((style) => style.paragraph));
        const outline = outlineOf(all);
        return {
          ...look,
          ...(outline === undefined ? {} : { outline }),
          id,
          name: id === normal ? null : shownName(all[0]?.name ?? id),
          run: run(id),
        };
      });
    },
    character: (id) => (id === undefined ? {} : kept(characters, id, () => run(id))),
    table: (given) => {
      const id = given ?? standard.get('table') ?? '';
      return kept(tables, id, () => {
        const all = chain(id);
        return {
          bold: run(id).bold === true,
          part: (name) => {
            let part: TablePart | undefined;
            for (const style of all.toReversed()) {
              const said = style.parts.get(name);
              if (said !== undefined) part = { ...part, ...said };
            }
            return part;
          },
        };
      });
    },
  };
}

function kept<T>(known: Map<string, T>, id: string, make: () => T): T {
  const found = known.get(id);
  if (found !== undefined) return found;
  const made = make();
  known.set(id, made);
  return made;
}

const headingName =
  /^(?:heading|überschrift|titre|titolo|título|encabezado|kop|rubrik|overskrift|otsikko|nagłówek|заголовок)\s*([1-9])$/iu;
const headingId = /^(?:heading|berschrift|überschrift|titre|titolo|ttulo|kop|rubrik|overskrift)([1-9])$/iu;

/** The outline level that the nearest style states or, being one of Word's own headings, has by its name. */
function outlineOf(chain: readonly Style[]): number | undefined {
  for (const style of chain) {
    if (style.paragraph.outline !== undefined) return style.paragraph.outline;
    const level = headingName.exec(firstName(style.name))?.[1] ?? headingId.exec(style.id)?.[1];
    if (level !== undefined) return Number(level) - 1;
  }
  return undefined;
}

/** A name may have others behind it, parted by commas. */
function firstName(name: string): string {
  return (name.split(',')[0] ?? '').trim();
}

/** Word stores the names of its own styles in small letters ("heading 1", "toc 2") and shows them with great ones. */
function shownName(name: string): string {
  const first = firstName(name);
  if (!/^[a-z]+( [a-z]+)*( \d)?$/.test(first)) return first;
  return first
    .replace(/\btoc\b/, 'TOC')
    .replace(/(^| )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
