import type { Doc, Piece, Place, Story } from './doc.ts';
import { branchOf, mathText, readDrawing } from './drawings.ts';
import { fieldCode, fieldLink, fieldMark, fieldSays, isShown, linkOf, linkOfCode } from './fields.ts';
import { glyph, inSymbols, isSymbolFont } from './glyphs.ts';
import { childOf, isOn, type Node, switchOf, valOf, wordsOf } from './markup.ts';
import { type RunLook, runLook } from './styles.ts';

/** What stands in a paragraph, run by run. */
export type Inline = {
  readonly pieces: Piece[];
  readonly notes: string[];
  readonly footnotes: string[];
  link: string | undefined;
  /** A page break before the first word, or after one. */
  breakBefore: boolean;
  breakAfter: boolean;
};

type Reading = {
  readonly doc: Doc;
  readonly story: Story;
  readonly place: Place;
  readonly style: RunLook;
  /** The look of a run that says nothing of its own. */
  readonly plain: RunLook;
  readonly into: Inline;
};

type Styled = Pick<Reading, 'doc' | 'place' | 'style'>;

type Around = { readonly gone: boolean; readonly unfilled: boolean; readonly link: string | undefined };

export function readInline(paragraph: Node, style: RunLook, doc: Doc, story: Story, place: Place): Inline {
  const into: Inline = {
    pieces: [],
    notes: [],
    footnotes: [],
    link: undefined,
    breakBefore: false,
    breakAfter: false,
  };
  const reading: Reading = {
    doc,
    story,
    place,
    style,
    into,
    plain: lookOf(undefined, { doc, place, style }),
  };
  const around: Around = { gone: place.gone, unfilled: place.unfilled, link: undefined };
  for (const child of paragraph.children) if (typeof child !== 'string') part(child, reading, around);
  return into;
}

/** Anything that may stand in a paragraph. */
function part(node: Node, reading: Reading, around: Around): void {
  const { doc, story, into } = reading;
  const a = node.attributes;
  switch (node.name) {
    case 'w:r':
      run(node, reading, around);
      return;
    case 'w:del':
    case 'w:moveFrom':
      parts(node, reading, { ...around, gone: true });
      return;
    case 'w:hyperlink': {
      const link = linkOf(story.links.get(a.get('r:id') ?? ''), a.get('w:anchor'));
      parts(node, reading, { ...around, link: link ?? around.link });
      return;
    }
    case 'w:fldSimple': {
      parts(node, reading, { ...around, link: linkOfCode(a.get('w:instr') ?? '') ?? around.link });
      return;
    }
    case 'w:sdt': {
      const unfilled = around.unfilled || isUnfilled(childOf(node, 'w:sdtPr'));
      const content = childOf(node, 'w:sdtContent');
      if (content !== undefined) parts(content, reading, { ...around, unfilled });
      return;
    }
    case 'mc:AlternateContent': {
      const branch = branchOf(node);
      if (branch !== undefined) parts(branch, reading, around);
      return;
    }
    case 'm:oMath':
    case 'm:oMathPara':
      say(mathText(node), reading.plain, reading, around);
      return;
    case 'w:commentRangeStart': {
      const note = doc.notes.comment(a.get('w:id') ?? '');
      if (note !== null) into.notes.push(note);
      return;
    }
    case 'w:subDoc':
      doc.remarks.others.push('A part of the document lies in a file of its own and was left out.');
      return;
    case 'w:ins':
    case 'w:moveTo':
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
    case 'w:ruby':
    case 'w:rubyBase':
      parts(node, reading, around);
  }
}

function parts(node: Node, reading: Reading, around: Around): void {
  for (const child of node.children) if (typeof child !== 'string') part(child, reading, around);
}

/** A content control that shows its prompt ("Click here to enter text") holds nothing yet. */
export function isUnfilled(sdtPr: Node | undefined): boolean {
  return switchOf(sdtPr, 'w:showingPlcHdr') === true;
}

/** Bold and its like toggle: set by the paragraph's and by the run's style they cancel each other; set on the run they count. */
function lookOf(rPr: Node | undefined, { doc, place, style }: Styled): RunLook {
  const own = runLook(rPr, doc.theme);
  const named = doc.styles.character(valOf(rPr, 'w:rStyle'));
  const { defaults } = doc.styles;
  const toggle = (key: 'bold' | 'strike' | 'hidden'): boolean => {
    const said = own[key];
    if (said !== undefined) return said;
    const odd = (style[key] === true) !== (named[key] === true);
    const table = key === 'bold' && place.bold;
    return odd !== table || (defaults[key] === true && !odd);
  };
  const font = own.font ?? named.font ?? style.font;
  const shade = own.shade ?? named.shade ?? style.shade;
  return {
    bold: toggle('bold'),
    strike: toggle('strike'),
    hidden: toggle('hidden'),
    raised: own.raised ?? named.raised ?? style.raised ?? false,
    ...(font === undefined ? {} : { font }),
    ...(shade === undefined ? {} : { shade }),
  };
}

function run(node: Node, reading: Reading, around: Around): void {
  const rPr = childOf(node, 'w:rPr');
  const look = rPr === undefined ? reading.plain : lookOf(rPr, reading);
  runParts(node, look, reading, around);
}

function runParts(node: Node, look: RunLook, reading: Reading, around: Around): void {
  const { doc, story, into } = reading;
  for (let i = 0; i < node.children.length; i += 1) {
    const child = node.children[i] as Node | string;
    if (typeof child === 'string') continue;
    const a = child.attributes;
    switch (child.name) {
      case 'w:t':
        say(seen(textOf(child), look), look, reading, around);
        break;
      case 'w:delText':
        say(seen(textOf(child), look), look, reading, { ...around, gone: true });
        break;
      case 'w:tab':
      case 'w:ptab':
        say('\t', look, reading, around);
        break;
      case 'w:br':
        lineBreak(a.get('w:type'), look, reading, around);
        break;
      case 'w:cr':
        say('\n', look, reading, around);
        break;
      case 'w:noBreakHyphen':
        say('-', look, reading, around);
        break;
      case 'w:sym': {
        const code = Number.parseInt(a.get('w:char') ?? '', 16);
        if (Number.isFinite(code)) say(glyph(a.get('w:font'), code), look, reading, around);
        break;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        noteReference(child, node, i, reading, around, look);
        break;
      case 'w:commentReference': {
        const note = doc.notes.comment(a.get('w:id') ?? '');
        if (note !== null) into.notes.push(note);
        break;
      }
      case 'w:fldChar': {
        const shown = fieldMark(child, story);
        if (shown !== null) say(shown, look, reading, around);
        break;
      }
      case 'w:instrText':
        if (!around.gone) fieldCode(wordsOf(child), story);
        break;
      case 'mc:AlternateContent': {
        const branch = branchOf(child);
        if (branch !== undefined) runParts(branch, look, reading, around);
        break;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (!around.gone) readDrawing(child, doc, story);
        break;
      case 'w:ruby': {
        const base = childOf(child, 'w:rubyBase');
        if (base !== undefined) parts(base, reading, around);
        break;
      }
    }
  }
}

/** Letters that nobody sees: places where a word may be broken, and marks of byte order. */
const unseen = /[\u00ad\u200b\ufeff]/g;

/** White space at the ends of a w:t is only there when the file says that it is meant. */
function textOf(node: Node): string {
  const words = wordsOf(node)
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(unseen, '');
  return node.attributes.get('xml:space') === 'preserve' ? words : words.replace(/^[ \t]+|[ \t]+$/g, '');
}

function seen(words: string, look: RunLook): string {
  return isSymbolFont(look.font) ? inSymbols(words, look.font ?? '') : words;
}

function say(words: string, look: RunLook, reading: Reading, around: Around): void {
  if (words === '' || around.unfilled) return;
  const { doc, story, into } = reading;
  if (!isShown(story)) return;
  fieldSays(story.fields);
  if (look.hidden === true) {
    if (!around.gone) doc.remarks.hidden.push(words);
    return;
  }
  if (!around.gone && words.trim() !== '') into.link ??= around.link ?? fieldLink(story);
  into.pieces.push({
    text: words,
    bold: look.bold === true,
    strike: look.strike === true,
    raised: look.raised === true,
    gone: around.gone,
    shade: look.shade,
  });
}

function lineBreak(type: string | undefined, look: RunLook, reading: Reading, around: Around): void {
  if (type !== 'page') {
    say('\n', look, reading, around);
    return;
  }
  if (around.gone) return;
  const { into } = reading;
  if (into.pieces.some((piece) => !piece.gone && piece.text.trim() !== '')) {
    into.breakAfter = true;
    say('\n', look, reading, around);
  } else into.breakBefore = true;
}

/** The figure that Word puts up for a note, or the sign that the author put: it stands in the run after the reference. */
function noteReference(
  reference: Node,
  run: Node,
  at: number,
  reading: Reading,
  around: Around,
  look: RunLook,
): void {
  if (around.gone || around.unfilled || !isShown(reading.story)) return;
  const { doc, into } = reading;
  const a = reference.attributes;
  const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const follows = a.get('w:customMarkFollows');
  const next = run.children[at + 1];
  const own =
    follows !== undefined && isOn(follows) && next !== undefined && typeof next !== 'string'
      ? next.name === 'w:sym'
        ? glyph(next.attributes.get('w:font'), Number.parseInt(next.attributes.get('w:char') ?? '', 16) || 0)
        : wordsOf(next)
      : null;
  const mark = doc.notes.mark(kind, a.get('w:id') ?? '', own);
  if (mark === '') return;
  into.footnotes.push(mark);
  if (own === null) say(mark, { ...look, raised: false }, reading, around);
}
