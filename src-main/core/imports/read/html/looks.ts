import { pageColour } from './colours.ts';
import { attributeOf, type Element, elementsOf, rawText } from './tree.ts';

/** What styles say of an element that the register cares for; undefined where they say nothing of it. */
export type PageLook = {
  readonly fill?: string | null;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly hidden?: boolean;
  /** Blanks and line breaks stand as they are written. */
  readonly keepsBlanks?: boolean;
  /** Office's format of a number, such as dd\/mm\/yyyy. */
  readonly numberFormat?: string;
  /** Office's own word on lists: "l0 level1 lfo1", or "Ignore" for the mark itself. */
  readonly list?: string;
};

/** Looks by class ("xl65") and by element ("td"), out of the page's own style sheets. */
export type StyleSheet = ReadonlyMap<string, PageLook>;

const mostStyleLetters = 4 * 1024 * 1024;
const mostRules = 20_000;
const mostDeclarationLetters = 20_000;

/** Reads the <style> elements: rules of one class or one element; anything finer decides no status. */
export function readStyleSheet(root: Element): StyleSheet {
  const sheet = new Map<string, PageLook>();
  const styles: string[] = [];
  const open: Element[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.tagName === 'style') styles.push(rawText(element));
    else open.push(...elementsOf(element).reverse());
  }
  const text = styles
    .join('\n')
    .slice(0, mostStyleLetters)
    .replace(/<!--|-->/g, ' ')
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ');
  for (const rule of text.split('}')) {
    const at = rule.indexOf('{');
    if (at < 0 || sheet.size > mostRules) continue;
    const look = lookOfDeclarations(rule.slice(at + 1, at + mostDeclarationLetters));
    for (const selector of rule.slice(0, at).split(',')) {
      const key = /^(?:[a-z0-9]*)(\.[\w-]+)$|^([a-z0-9]+)$/i.exec(selector.trim());
      const name = (key?.[1] ?? key?.[2])?.toLowerCase();
      if (name !== undefined) sheet.set(name, { ...sheet.get(name), ...look });
    }
  }
  return sheet;
}

function lookOfDeclarations(text: string): PageLook {
  const look: { -readonly [Key in keyof PageLook]: PageLook[Key] } = {};
  for (const declaration of text.split(/;(?=(?:[^"']*["'][^"']*["'])*[^"']*$)/)) {
    const at = declaration.indexOf(':');
    if (at < 0) continue;
    const value = declaration.slice(at + 1).trim();
    const lower = value.toLowerCase();
    switch (declaration.slice(0, at).trim().toLowerCase()) {
      case 'background':
      case 'background-color': {
        const colour = backgroundColour(value);
        if (colour !== undefined) look.fill = colour;
        break;
      }
      case 'font-weight':
        look.bold = lower === 'bold' || lower === 'bolder' || Number.parseInt(lower, 10) >= 600;
        break;
      case 'text-decoration':
      case 'text-decoration-line':
      case 'text-line-through':
        if (/line-through|single|double/.test(lower)) look.strike = true;
        else if (lower.includes('none')) look.strike = false;
        break;
      case 'display':
        look.hidden = lower.startsWith('none');
        break;
      case 'visibility':
        if (lower === 'hidden' || lower === 'collapse') look.hidden = true;
        break;
      case 'mso-hide':
        if (lower === 'all') look.hidden = true;
        break;
      case 'white-space':
        look.keepsBlanks = lower.startsWith('pre');
        break;
      case 'mso-number-format':
        look.numberFormat = value.replace(/^["']|["']$/g, '');
        break;
      case 'mso-list':
        look.list = value;
        break;
      default:
    }
  }
  return look;
}

/** In the short form the colour stands among other words. */
function backgroundColour(value: string): string | null | undefined {
  for (const word of value.match(/rgba?\([^)]*\)|[^\s]+/gi) ?? []) {
    const colour = pageColour(word);
    if (colour !== undefined) return colour;
  }
  return undefined;
}

const byElement: ReadonlyMap<string, PageLook> = new Map([
  ['b', { bold: true }],
  ['strong', { bold: true }],
  ['th', { bold: true }],
  ['s', { strike: true }],
  ['strike', { strike: true }],
  ['del', { strike: true }],
  ['pre', { keepsBlanks: true }],
  ['textarea', { keepsBlanks: true }],
]);
const classLooks = new WeakMap<StyleSheet, Map<string, PageLook>>();

/** What holds for an element: its kind, its classes, its old attributes, its own style, in that order. */
export function lookOfElement(element: Element, sheet: StyleSheet): PageLook {
  const look: { -readonly [Key in keyof PageLook]: PageLook[Key] } = {
    ...byElement.get(element.tagName),
    ...sheet.get(element.tagName),
  };
  for (const { name, value } of element.attrs) {
    if (name === 'class') Object.assign(look, classLook(value, sheet));
    else if (name === 'bgcolor') {
      const colour = pageColour(value);
      if (colour !== undefined) look.fill = colour;
    } else if (name === 'hidden') look.hidden = true;
  }
  const own = attributeOf(element, 'style');
  return own === null ? look : Object.assign(look, lookOfDeclarations(own.slice(0, mostDeclarationLetters)));
}

function classLook(classes: string, sheet: StyleSheet): PageLook {
  const known = classLooks.get(sheet) ?? new Map<string, PageLook>();
  classLooks.set(sheet, known);
  let look = known.get(classes);
  if (look === undefined) {
    look = {};
    for (const name of classes.split(/\s+/)) look = { ...look, ...sheet.get(`.${name.toLowerCase()}`) };
    if (known.size < mostRules) known.set(classes, look);
  }
  return look;
}
