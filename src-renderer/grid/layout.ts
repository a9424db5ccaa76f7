/** Sizes of the grid (design: Grid) in CSS pixels, and how tall a row will be before it is measured. */
export const headHeight = 28;
export const groupHeight = 29;
export const leastRow = 32;
const lineHeight = 18;
const padding = 16;
/** A fair mean width of a letter at 13 px; measured over English prose in Liberation Sans and Segoe UI. */
const letterWidth = 6.3;

export type ColumnSize = { readonly width: number; readonly least?: number; readonly grows?: boolean };

/** Room for row numbers: 34 px for three digits, more where there are more rows. */
export function numberWidth(lastNumber: number): number {
  return Math.max(34, String(lastNumber).length * 7 + 13);
}

/** The widths the columns take in a view `room` pixels wide: the growing column has what the others leave. */
export function columnWidths(sizes: readonly ColumnSize[], numbers: number, room: number): number[] {
  const grows = sizes.findIndex((size) => size.grows);
  const taken = sizes.reduce((sum, size, place) => (place === grows ? sum : sum + size.width), numbers);
  return sizes.map((size, place) =>
    place === grows ? Math.max(size.least ?? size.width, room - taken) : size.width,
  );
}

/** How many lines some words take in so many pixels. */
export function linesOf(text: string, width: number): number {
  const letters = Math.max(4, Math.floor((width - padding) / letterWidth));
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / letters));
  return lines;
}

/** The height a row will have, close enough that the scroll bar does not jump when it is measured. */
export function estimateHeight(texts: readonly string[], widths: readonly number[]): number {
  let most = 1;
  texts.forEach((text, place) => {
    if (text.length * letterWidth > (widths[place] ?? 0) - padding || text.includes('\n')) {
      most = Math.max(most, linesOf(text, widths[place] ?? 100));
    }
  });
  return Math.max(leastRow, most * lineHeight + 13);
}
