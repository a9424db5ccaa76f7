import { splitReference } from '#shared/domain/references.ts';
import type { Piece, TableShape } from './row-kinds.ts';

/**
 * Names of indicators that run over several rows, their figures on the last of these (or on the first): such rows are
 * one entry. `pieces` are those of a table of figures.
 */
export function joinNameRows(shape: TableShape, pieces: readonly Piece[]): Piece[] {
  const { sheet } = shape.region;
  const text = (row: number) => sheet.cell(row, shape.subject)?.text ?? '';
  /** Nothing but words of a name. */
  const onlyName = (rows: readonly number[]) =>
    rows.every((row) => {
      const cells = sheet
        .filled(row)
        .filter((cell) => cell.column >= shape.region.left && cell.column <= shape.region.right);
      return cells.length === 1 && cells[0]?.column === shape.subject;
    });
  const opens = (words: string) => {
    const split = splitReference(words.trim());
    return split.ref !== null && /\d/.test(split.ref) && split.rest !== '';
  };
  const numbered = pieces.filter((piece) => piece.kind === 'entry' && opens(text(piece.rows[0] ?? 0))).length;
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (piece.kind !== 'entry' || last?.kind !== 'entry') {
      joined.push(piece);
      continue;
    }
    const before = last.rows[last.rows.length - 1] ?? 0;
    const row = piece.rows[0] ?? 0;
    const next = text(row);
    const goesOn =
      /^\s*(?:\p{Ll}|[(&–-]\s?\p{L})/u.test(next) ||
      (indent(next) > indent(text(last.rows[0] ?? 0)) && indent(next) > 0);
    // Where indicators are numbered, a row without a number goes on with the name above.
    const unnumbered = numbered >= 3 && opens(text(last.rows[0] ?? 0));
    const near = row - before <= 2 && !opens(next) && next.trim() !== '';
    const forward = near && onlyName(last.rows) && (goesOn || unnumbered);
    const back =
      near &&
      onlyName(piece.rows) &&
      !onlyName(last.rows) &&
      /^\s*\p{Ll}/u.test(next) &&
      !/[.!?:;]\s*$/.test(text(before));
    if (forward || back) joined[joined.length - 1] = { kind: 'entry', rows: [...last.rows, ...piece.rows] };
    else joined.push(piece);
  }
  return joined;
}

function indent(words: string): number {
  return /^[ \t\u00a0]*/.exec(words)?.[0].length ?? 0;
}
