import type { DraftCell } from '../xlsx/book.ts';
import type { Shade } from './colours.ts';
import type { ParagraphDraft, Piece } from './doc.ts';

/** The mark of a list item and its words, as one text. */
export function paragraphText(p: ParagraphDraft): string {
  const words = textOf(p.pieces);
  return p.mark === null || words.trim() === '' ? words : `${p.mark.mark} ${words.trimStart()}`;
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.gone ? '' : piece.text)).join('');
}

export function removedWords(pieces: readonly Piece[]): string[] {
  return stretches(pieces, (piece) => piece.gone);
}

/** Neighbouring pieces of a kind are one stretch; what is blank says nothing. */
function stretches(pieces: readonly Piece[], wanted: (piece: Piece) => boolean): string[] {
  const found: string[] = [];
  let going = false;
  for (const piece of pieces) {
    if (wanted(piece)) {
      if (going) found.push((found.pop() ?? '') + piece.text);
      else found.push(piece.text);
      going = true;
    } else going = false;
  }
  return found.map((words) => words.trim()).filter((words) => words !== '');
}

/**
 * What a cell or a paragraph says, from its paragraphs: one line each, blank ones only between others. Bold, struck through and filled
 * are said of the whole text, struck words of a part.
 */
export function cellOf(
  paragraphs: readonly ParagraphDraft[],
  row: number,
  column: number,
  shade: Shade | undefined,
): DraftCell {
  const lines = paragraphs.map(paragraphText);
  let from = 0;
  let to = lines.length;
  while (from < to && (lines[from] ?? '').trim() === '') from += 1;
  while (to > from && (lines[to - 1] ?? '').trim() === '') to -= 1;
  const alone = from === to ? numberAlone(paragraphs) : null;
  const text = alone ?? lines.slice(from, to).join('\n');
  const cell: DraftCell = { row, column, text };
  const pieces = paragraphs.flatMap((p) => p.pieces);
  const shown = pieces.filter((piece) => !piece.gone && piece.text.trim() !== '');
  const fill = filled(shade, paragraphs, shown);
  if (fill !== undefined) cell.fill = fill;
  if (shown.length > 0) {
    if (shown.every((piece) => piece.bold)) cell.bold = true;
    if (shown.every((piece) => piece.strike)) cell.strike = true;
    else if (shown.some((piece) => piece.strike)) {
      cell.struck = paragraphs.flatMap((p) =>
        stretches(
          p.pieces.filter((one) => !one.gone),
          (one) => one.strike,
        ),
      );
    }
  }
  const removed = paragraphs.flatMap((p) => removedWords(p.pieces));
  if (removed.length > 0) cell.removed = removed;
  const notes = paragraphs.flatMap((p) => p.notes);
  if (notes.length > 0) cell.note = notes.join('\n');
  const link = paragraphs.find((p) => p.link !== undefined)?.link;
  if (link !== undefined) cell.link = link;
  const marks = paragraphs.flatMap((p) => p.footnotes);
  if (marks.length > 0) cell.footnotes = marks;
  return cell;
}

/** A column of automatic numbers: the item has no words, its number is what the cell shows. */
function numberAlone(paragraphs: readonly ParagraphDraft[]): string | null {
  return paragraphs.find((p) => p.mark?.ordered === true)?.mark?.mark ?? null;
}

/** The cell's own shade, else that of all its paragraphs or of all its words: a rating set with the marker pen counts. */
function filled(
  shade: Shade | undefined,
  paragraphs: readonly ParagraphDraft[],
  shown: readonly Piece[],
): string | undefined {
  if (shade !== undefined && shade !== 'none') return shade;
  const worded = paragraphs.filter((p) => p.pieces.some((piece) => !piece.gone && piece.text.trim() !== ''));
  return same(shown.map((piece) => piece.shade)) ?? same(worded.map((p) => p.shade));
}

function same(shades: readonly (Shade | undefined)[]): string | undefined {
  const first = shades[0];
  if (first === undefined || first === 'none') return undefined;
  return shades.every((shade) => shade === first) ? first : undefined;
}
