import type { Piece } from './row-kinds.ts';
import { foldSpace } from './words.ts';

const sides = /^(?:num(?:erator)?|den(?:om(?:inator)?)?|cohort|eligible)\.?$/i;
const rates = /^(?:%|rate|percent(?:age)?|ratio|score)$/i;

/** A row's own word for a numerator or a denominator: a figure of its own, not the KPI's. */
export function isSideOfRate(text: string): boolean {
  return sides.test(text);
}

/** A row's own word for the rate itself, beside its numerator and denominator. */
export function isRate(text: string): boolean {
  return rates.test(text);
}

/** The rows of one KPI by what they hold: its own first, then those of its numerator and its denominator. */
export function rowsBySide(
  rows: readonly number[],
  wordsOf: (row: number) => string,
): { side: string | null; rows: number[] }[] {
  const groups: { side: string | null; rows: number[] }[] = [];
  for (const row of rows) {
    const words = foldSpace(wordsOf(row));
    const side = isSideOfRate(words) ? words : null;
    const group = groups.find((one) => one.side === side);
    if (group) group.rows.push(row);
    else groups.push({ side, rows: [row] });
  }
  return groups.sort((a, b) => Number(a.side !== null) - Number(b.side !== null));
}

/** Entries that name the same KPI one after the other, a row for its targets and a row for its actuals, are one. */
export function joinSameNamed(pieces: readonly Piece[], nameOf: (row: number) => string): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (piece.kind === 'entry' && last?.kind === 'entry') {
      const name = foldSpace(nameOf(piece.rows[0] ?? 0)).toLowerCase();
      if (name !== '' && name === foldSpace(nameOf(last.rows[0] ?? 0)).toLowerCase()) {
        joined[joined.length - 1] = { kind: 'entry', rows: [...last.rows, ...piece.rows] };
        continue;
      }
    }
    joined.push(piece);
  }
  return joined;
}
