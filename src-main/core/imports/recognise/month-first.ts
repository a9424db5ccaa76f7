/** Dates written the American way, "9/30/2023": told from the others of the file, since "3/1/2023" alone says nothing. */

const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/;
const everySlashed = new RegExp(slashed.source, 'g');

/** 'month' where the second figure can only be a day, 'day' where the first can, null where both may. */
export function firstFigureOf(text: string): 'month' | 'day' | null {
  if (text.length > 24 || !text.includes('/')) return null;
  const found = slashed.exec(text);
  if (!found) return null;
  const [one, two] = [Number(found[1]), Number(found[2])];
  if (one > 12) return two <= 12 ? 'day' : null;
  return two > 12 && two <= 31 ? 'month' : null;
}

/** A text with its dates in the British order, where the file writes the month first. */
export function dayFirst(text: string): string {
  return text.replace(everySlashed, (whole, month, day, year) =>
    Number(month) <= 12 ? `${day}/${month}/${year}` : whole,
  );
}
