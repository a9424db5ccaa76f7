/**
 * Tables drawn with pipes: Markdown's, whose second line is of dashes, and those that databases print between lines of
 * dashes and crosses. Other lines are rows of one cell, so headings and notes around a table keep their places.
 */
export function pipeTableRows(text: string): string[][] | null {
  const lines = text.trimEnd().split('\n');
  if (!lines.some((line) => isRuler(line))) return null;
  const rows = lines
    .filter((line) => !isRuler(line))
    .map((line) => (isPiped(line) ? cellsOf(line) : [loose(line)]));
  // A row of dashes alone makes no table: two rows parted into cells do.
  return rows.filter((row) => row.length > 1).length >= 2 ? rows : null;
}

const ruler = /^\s*(?:\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?|\+(?:[-=]{2,}\+)+)\s*$/;

function isRuler(line: string): boolean {
  return line.length < 5_000 && ruler.test(line);
}

function isPiped(line: string): boolean {
  return line.replaceAll('\\|', '').includes('|');
}

/** A pipe with a backslash before it is a letter; <br> is the only way to break a line in such a cell. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => plainWords(cell.replaceAll('\\|', '|')));
}

function loose(line: string): string {
  return plainWords(line.replace(/^\s{0,3}#{1,6}\s+/, ''));
}

/** Without the marks of bold letters and code. */
function plainWords(cell: string): string {
  return cell
    .trim()
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
