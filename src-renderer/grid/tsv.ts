/**
 * The text form of a block on the clipboard, as Excel writes and reads it: cells by tab, rows by line break;
 * a cell that holds a tab or a line break stands in double quotes, its own quotes doubled.
 */

/** A block of cells as text, row by row. Rows may differ in length. */
export type Block = readonly (readonly string[])[];

/** Reads a quoted cell that begins at `from`; null where what follows is not one and the quote is just text. */
function quotedCell(text: string, from: number): { value: string; end: number } | null {
  let value = '';
  let place = from + 1;
  let needed = false;
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0) return null;
    value += text.slice(place, quote);
    const after = text[quote + 1];
    if (after === '"') {
      value += '"';
      needed = true;
      place = quote + 2;
    } else if (after === undefined || after === '\t' || after === '\n') {
      // Excel quotes only where it must; a plain cell that reads "so" is a word in quotation marks.
      return needed || /[\t\n]/.test(value) ? { value, end: quote + 1 } : null;
    } else return null;
  }
}

/** Reads the clipboard's text as a block. The line break that ends the last row adds no row. */
export function parseTsv(raw: string): string[][] {
  const text = raw.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let place = 0;
  for (;;) {
    const row = rows.at(-1) ?? [];
    const quoted = text[place] === '"' ? quotedCell(text, place) : null;
    let end = quoted?.end ?? place;
    if (quoted) row.push(quoted.value);
    else {
      while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
      row.push(text.slice(place, end));
    }
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    place = end + 1;
  }
}

function formatCell(value: string): string {
  const plain = value.replace(/\r\n?/g, '\n');
  return /[\t\n]/.test(plain) || plain.startsWith('"') ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Writes a block as Excel would put it on the clipboard. */
export function formatTsv(block: Block): string {
  return `${block.map((row) => row.map(formatCell).join('\t')).join('\r\n')}\r\n`;
}
