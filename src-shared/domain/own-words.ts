/** Plain words as the office writes them into its reports: paragraphs and simple lists, nothing else. */

export type OwnPiece =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const bullet = /^\s*[-*•–]\s+(?=\S)/u;

/**
 * Each line is a paragraph, as it is in an e-mail; lines that begin with "-", "*" or "•" and a space are the items of
 * a list. Empty lines only part. What is neither is never lost.
 */
export function ownPieces(text: string): OwnPiece[] {
  const pieces: OwnPiece[] = [];
  let items: string[] | null = null;
  for (const raw of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const line = raw.trim();
    if (line === '') {
      items = null;
      continue;
    }
    if (bullet.test(raw)) {
      if (items === null) {
        items = [];
        pieces.push({ kind: 'list', items });
      }
      items.push(raw.replace(bullet, '').trim());
      continue;
    }
    items = null;
    pieces.push({ kind: 'paragraph', text: line });
  }
  return pieces;
}

/** The same as lines of plain text, for an e-mail or a cell: a bullet before each item. */
export const ownLines = (pieces: readonly OwnPiece[]): string[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'paragraph' ? [piece.text] : piece.items.map((item) => `• ${item}`),
  );

/** One place of a report as one word, to find it by. */
export const placeKey = ({ place, recordId }: { place: string; recordId: string | null }): string =>
  recordId === null ? place : `${place} ${recordId}`;
