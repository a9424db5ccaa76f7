import type { DocumentRow } from '#shared/contract/places.ts';
import { clean, type TextRun } from '../xlsx/texts.ts';
import { lookOfElement, type PageLook, type StyleSheet } from './looks.ts';
import { itemMark, superscript } from './marks.ts';
import { attributeOf, type Element, isElement, type Node, rawText } from './tree.ts';

export type ListItem = Extract<DocumentRow, { kind: 'paragraph' }>['list'];

/** A paragraph of a page, or of one cell: its words in runs, never blank. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly heading: number | null;
  readonly list: ListItem;
  readonly style: string | null;
  readonly link: string | undefined;
  readonly footnotes: readonly string[];
  readonly newPage: boolean;
};

export type TablePlace = { readonly kind: 'table'; readonly element: Element };
export type Piece = Paragraph | TablePlace;

/** What is left out on purpose, counted for the remarks. */
export type Left = { hidden: number; pictures: number };

type Font = NonNullable<TextRun['font']>;
type Line = {
  runs: TextRun[];
  mark: string;
  ordered: boolean;
  level: number;
  link: string | undefined;
  footnotes: string[];
};
type Context = {
  readonly font: Font;
  readonly keepsBlanks: boolean;
  readonly heading: number | null;
  readonly style: string | null;
  readonly level: number;
};
type Gathering = {
  readonly sheet: StyleSheet;
  readonly left: Left;
  readonly pieces: Piece[];
  line: Line;
  newPage: boolean;
};

const unread = new Set(
  'script style head title noscript template svg math object embed iframe audio video canvas select option button datalist map link meta xml colgroup col'.split(
    ' ',
  ),
);
const inBlocks = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary td th tr tbody thead tfoot ul'.split(
    ' ',
  ),
);

/** The paragraphs and tables inside an element, in reading order. A table's own inside is not looked into. */
export function gather(root: Element, sheet: StyleSheet, font: Font, left: Left): Piece[] {
  const g: Gathering = { sheet, left, pieces: [], line: newLine(), newPage: false };
  const context: Context = { font, keepsBlanks: false, heading: null, style: null, level: 0 };
  walkAll(root.childNodes, g, context);
  endLine(g, context);
  return g.pieces;
}

const newLine = (): Line => ({
  runs: [],
  mark: '',
  ordered: false,
  level: 0,
  link: undefined,
  footnotes: [],
});

function walkAll(nodes: readonly Node[], g: Gathering, context: Context): void {
  for (const node of nodes) {
    if (isElement(node)) walk(node, g, context);
    else if ('value' in node) putText(g, node.value, context);
  }
}

function walk(element: Element, g: Gathering, context: Context): void {
  const name = element.tagName;
  if (unread.has(name)) return;
  const look = lookOfElement(element, g.sheet);
  if (look.hidden === true) {
    if (rawText(element).trim() !== '') g.left.hidden += 1;
    return;
  }
  if (look.list === 'Ignore' || look.list === 'ignore') {
    takeOfficeMark(element, g);
    return;
  }
  if (name === 'table') {
    endLine(g, context);
    g.pieces.push({ kind: 'table', element });
    return;
  }
  if (name === 'br') {
    if (/page-break-before:\s*always/i.test(attributeOf(element, 'style') ?? '')) g.newPage = true;
    else putBreak(g);
    return;
  }
  if (name === 'img' || name === 'input') {
    putReplaced(element, g, context);
    return;
  }
  const inside = insideContext(element, look, context);
  if (!inBlocks.has(name)) {
    walkInline(element, g, inside);
    return;
  }
  endLine(g, context);
  beginItem(element, look, g, inside);
  walkAll(element.childNodes, g, inside);
  endLine(g, inside);
}

function insideContext(element: Element, look: PageLook, context: Context): Context {
  const name = element.tagName;
  const heading = /^h[1-6]$/.test(name) ? Number(name[1]) : context.heading;
  const font =
    look.bold === undefined && look.strike === undefined
      ? context.font
      : { bold: look.bold ?? context.font.bold, strike: look.strike ?? context.font.strike };
  return {
    font,
    keepsBlanks: look.keepsBlanks ?? context.keepsBlanks,
    heading,
    style: inBlocks.has(name) ? (styleName(element) ?? context.style) : context.style,
    level:
      name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir' ? context.level + 1 : context.level,
  };
}

/** "MsoListParagraphCxSpFirst" is Word's List Paragraph. */
function styleName(element: Element): string | null {
  const name = /\bMso(\w+)/.exec(attributeOf(element, 'class') ?? '')?.[1]?.replace(/CxSp\w+$/, '');
  return name === undefined || name === 'Normal' ? null : name.replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ');
}

function walkInline(element: Element, g: Gathering, context: Context): void {
  if (element.tagName === 'a') {
    const target = attributeOf(element, 'href')?.trim() ?? '';
    if (/^(https?:|mailto:|ftp:|file:)/i.test(target)) g.line.link ??= target;
    if (/^#_?(ftn|edn|footnote|fn)/i.test(target)) {
      const mark = superscript(rawText(element).replace(/[[\]\s]/g, ''));
      if (mark !== '') {
        g.line.footnotes.push(mark);
        put(g, mark, context.font);
      }
      return;
    }
  }
  if (element.tagName === 'sup') {
    const words = rawText(element).trim();
    if (/^\d{1,3}$/.test(words)) {
      put(g, superscript(words), context.font);
      return;
    }
  }
  walkAll(element.childNodes, g, context);
}

/** An item begins with its mark; where Word brings the mark along in its own words it is taken from there. */
function beginItem(element: Element, look: PageLook, g: Gathering, context: Context): void {
  if (element.tagName === 'li') {
    const item = itemMark(element);
    g.line.mark = item.mark;
    g.line.ordered = item.ordered;
    g.line.level = Math.max(1, context.level);
    return;
  }
  const level = /\blevel(\d)\b/.exec(look.list ?? '')?.[1];
  if (level !== undefined) g.line.level = Number(level);
}

function takeOfficeMark(element: Element, g: Gathering): void {
  const said = rawText(element)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (said === '') return;
  // Symbol fonts draw bullets with letters of their own.
  const bullet = /^[·•o§üØvq¨\uf000-\uf0ff]$/u.test(said);
  g.line.mark = bullet ? '•' : said;
  g.line.ordered = !bullet && /[\p{L}\p{N}]/u.test(said);
  if (g.line.level === 0) g.line.level = 1;
}

/** What stands in a field that can be filled in, and a picture's words where nothing else is said. */
function putReplaced(element: Element, g: Gathering, context: Context): void {
  if (element.tagName === 'img') {
    g.left.pictures += 1;
    return;
  }
  const type = (attributeOf(element, 'type') ?? 'text').toLowerCase();
  if (!/^(text|number|date|email|tel|url|search)$/.test(type)) return;
  put(g, attributeOf(element, 'value') ?? '', context.font);
}

function putText(g: Gathering, raw: string, context: Context): void {
  const text = raw.replaceAll('\u00a0', ' ');
  if (context.keepsBlanks) {
    put(g, text.replace(/\r\n?/g, '\n'), context.font);
    return;
  }
  const folded = text.replace(/[ \t\r\n\f]+/g, ' ');
  const before = g.line.runs.at(-1)?.text;
  const spaced = before === undefined || /[ \n]$/.test(before);
  put(g, spaced ? folded.replace(/^ /, '') : folded, context.font);
}

function putBreak(g: Gathering): void {
  const last = g.line.runs.at(-1);
  put(g, '\n', last?.font ?? null);
}

function put(g: Gathering, text: string, font: Font | null): void {
  if (text === '') return;
  const { runs } = g.line;
  const last = runs.at(-1);
  if (last !== undefined && last.font?.bold === font?.bold && last.font?.strike === font?.strike) {
    runs[runs.length - 1] = { text: last.text + text, font: last.font };
  } else runs.push({ text, font });
}

/** Ends the paragraph, if there is one, with the heading level and style of where it stood. */
function endLine(g: Gathering, context: Context): void {
  const { line } = g;
  // The mark of an item stays until its words come: a paragraph of its own may stand around them.
  const runs = trimmed(line.runs);
  if (runs.length === 0) {
    line.runs = [];
    return;
  }
  const marked = line.mark === '' ? runs : [{ text: `${line.mark} `, font: runs[0]?.font ?? null }, ...runs];
  g.pieces.push({
    kind: 'paragraph',
    text: marked.map((run) => run.text).join(''),
    runs: marked,
    heading: context.heading,
    list:
      line.mark === '' ? null : { level: Math.max(1, line.level), ordered: line.ordered, mark: line.mark },
    style: context.style,
    link: line.link,
    footnotes: line.footnotes,
    newPage: g.newPage,
  });
  g.newPage = false;
  g.line = newLine();
}

function trimmed(runs: readonly TextRun[]): TextRun[] {
  const kept = runs.map((run) => ({ ...run, text: clean(run.text).replace(/ +\n/g, '\n') }));
  while (kept.length > 0 && (kept[0]?.text.trimStart() ?? '') === '') kept.shift();
  while (kept.length > 0 && (kept.at(-1)?.text.trimEnd() ?? '') === '') kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  if (first !== undefined) kept[0] = { ...first, text: first.text.trimStart() };
  if (last !== undefined)
    kept[kept.length - 1] = { ...(kept.at(-1) ?? last), text: (kept.at(-1) ?? last).text.trimEnd() };
  return kept;
}
