import { type Doc, endSection, type ParagraphDraft, type Piece, type Place, type Story } from './doc.ts';
import { endParagraph } from './fields.ts';
import { superscript } from './glyphs.ts';
import { readInline } from './inline.ts';
import { childOf, type Node, valOf } from './markup.ts';
import type { Mark } from './numbering.ts';
import { paragraphLook } from './styles.ts';

/** A paragraph of a story; null where its end was taken out, so that its words go on in the next one. */
export function readParagraph(node: Node, doc: Doc, story: Story, place: Place): ParagraphDraft | null {
  const pPr = childOf(node, 'w:pPr');
  const style = doc.styles.paragraph(valOf(pPr, 'w:pStyle'));
  const own = paragraphLook(pPr, doc.theme);
  const inline = readInline(node, style.run, doc, story, place);
  endParagraph(story);
  const pieces = settled([...story.carried, ...inline.pieces]);
  story.carried = [];
  const end = childOf(pPr, 'w:rPr');
  if (childOf(end, 'w:del') !== undefined || childOf(end, 'w:moveFrom') !== undefined) {
    story.carried = pieces;
    story.comments.push(...inline.notes);
    return null;
  }
  const list = own.numbering ?? style.numbering ?? 0;
  const outline = own.outline ?? style.outline ?? 9;
  const draft: ParagraphDraft = {
    kind: 'paragraph',
    pieces,
    mark: list > 0 && !place.gone ? nextMark(doc, list, own, style) : null,
    heading: outline >= 0 && outline <= 8 ? outline + 1 : null,
    style: style.name,
    shade: own.shade ?? style.shade,
    notes: [...story.comments.splice(0), ...inline.notes],
    footnotes: inline.footnotes,
    link: inline.link,
    newPage: story.newPage || inline.breakBefore || (own.newPage ?? style.newPage) === true,
  };
  // A paragraph of nothing but a break hands the new page on to the first words.
  story.newPage = inline.breakAfter || (draft.newPage && !hasWords(pieces));
  const section = childOf(pPr, 'w:sectPr');
  if (story.opening === 'wanted' && hasWords(pieces)) story.opening = draft;
  if (section !== undefined) endSection(story, section);
  return draft;
}

type Levelled = { readonly numbering?: number; readonly level?: number };

/** A list by style takes the level that its definition gives to that style. */
function nextMark(
  doc: Doc,
  list: number,
  own: Levelled,
  style: Levelled & { readonly id: string },
): Mark | null {
  const byStyle = own.numbering === undefined ? doc.numbering.levelOfStyle(list, style.id) : undefined;
  return doc.numbering.next(list, own.level ?? byStyle ?? style.level ?? 0);
}

export function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => !piece.gone && piece.text.trim() !== '');
}

/** Runs of one look are one piece, so that a word split over several is whole; raised figures become figures that stand raised. */
function settled(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && sameLook(last, piece)) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  let before = '';
  return joined.map((piece) => {
    if (piece.gone) return piece;
    const after = before;
    before = piece.text;
    if (!piece.raised) return piece;
    const figure = /^\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*$/.test(piece.text);
    const letter = /^[a-z]$/.test(piece.text) && /[\d%)]$/.test(after);
    return figure || letter ? { ...piece, text: superscript(piece.text) } : piece;
  });
}

function sameLook(a: Piece, b: Piece): boolean {
  return (
    a.bold === b.bold &&
    a.strike === b.strike &&
    a.raised === b.raised &&
    a.gone === b.gone &&
    a.shade === b.shade
  );
}
