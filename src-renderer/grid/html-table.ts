import type { Block } from './tsv.ts';

/**
 * The HTML form of a block on the clipboard: what Excel and Word put there beside the text. Preferred where
 * it holds a table, for Word's own text form does not say where a cell of several paragraphs ends.
 * Reads tags one by one and makes no document of it, so that nothing in a pasted page can run or load.
 */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  sect: '§',
  deg: '°',
  times: '×',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  eacute: 'é',
  egrave: 'è',
  ccedil: 'ç',
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]\w*));/gi, (whole, hex, dec, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    if (code === 0xa0) return ' ';
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Elements whose words are not words of the table. */
const silent = new Set(['style', 'script', 'title', 'head', 'xml']);
/** Elements that begin and end a line inside a cell. */
const lines = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);

const token =
  /<!--[\s\S]*?-->|<!\[?[^>]*>|<\?[^>]*>|<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;

function span(attributes: string, name: string): number {
  const found = new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(attributes);
  return Math.max(1, Math.min(Number(found?.[1] ?? 1), 1_000));
}

/** The lines of a cell with white space folded as a browser folds it. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A cell across several rows or columns stands in the first of them; the others are empty, as in Excel. */
class TableBuilder {
  readonly rows: string[][] = [];
  #cell: { text: string; rows: number; cols: number } | null = null;
  readonly #taken: { left: number; cols: number; rows: number }[] = [];

  row() {
    this.closeCell();
    this.rows.push([]);
    for (const span of this.#taken) span.rows -= 1;
  }
  cell(rows: number, cols: number) {
    this.closeCell();
    if (this.rows.length === 0) this.row();
    this.#cell = { text: '', rows, cols };
  }
  get inCell() {
    return this.#cell !== null;
  }
  add(text: string) {
    if (this.#cell) this.#cell.text += text;
  }
  breakLine() {
    if (this.#cell && this.#cell.text !== '' && !this.#cell.text.endsWith('\n')) this.#cell.text += '\n';
  }
  #skipTaken(row: string[]) {
    for (;;) {
      const over = this.#taken.find(
        (span) => span.rows > 0 && row.length >= span.left && row.length < span.left + span.cols,
      );
      if (!over) return;
      row.push('');
    }
  }
  closeCell() {
    const cell = this.#cell;
    const row = this.rows.at(-1);
    if (!cell || !row) return;
    this.#skipTaken(row);
    if (cell.rows > 1) this.#taken.push({ left: row.length, cols: cell.cols, rows: cell.rows });
    row.push(tidy(cell.text), ...Array.from({ length: cell.cols - 1 }, () => ''));
    this.#cell = null;
  }
}

/** The first table of a clipboard's HTML as a block; null where there is none. */
export function parseHtmlTable(html: string): string[][] | null {
  const builder = new TableBuilder();
  let depth = 0;
  let silentUntil: string | null = null;
  for (const [whole, close, name, attributes] of html.matchAll(token)) {
    const tag = name?.toLowerCase();
    if (silentUntil !== null) {
      if (close && tag === silentUntil) silentUntil = null;
      continue;
    }
    if (tag === undefined) {
      if (depth > 0 && !/^<[!?]/.test(whole)) builder.add(decode(whole.replace(/[\r\n]+/g, ' ')));
    } else if (silent.has(tag)) {
      if (!close) silentUntil = tag;
    } else if (tag === 'table') {
      if (!close) depth += 1;
      else {
        depth -= 1;
        if (depth === 0) break;
      }
    } else if (depth !== 1) {
      // Words of a table inside a cell stay that cell's words.
      if (depth > 1 && (tag === 'tr' || tag === 'br' || lines.has(tag))) builder.breakLine();
    } else if (tag === 'tr') {
      if (close) builder.closeCell();
      else builder.row();
    } else if (tag === 'td' || tag === 'th') {
      if (close) builder.closeCell();
      else builder.cell(span(attributes ?? '', 'rowspan'), span(attributes ?? '', 'colspan'));
    } else if (tag === 'br') builder.add('\n');
    else if (lines.has(tag)) builder.breakLine();
  }
  builder.closeCell();
  const rows = builder.rows.filter((row) => row.length > 0);
  return rows.length > 0 ? rows : null;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
}

/**
 * Says to Excel and to LibreOffice that a cell is words: else "1.10" would become 1.1, "Dec 09" a day and "0012" 12,
 * and the block would come back changed.
 */
const asWords = `style="mso-number-format:'\\@'" sdnum="2057;0;@"`;

/** Writes a block so that Word pastes a table, and spreadsheets keep words as words and line breaks inside their cells. */
export function formatHtmlTable(block: Block): string {
  const rows = block.map(
    (row) => `<tr>${row.map((cell) => `<td ${asWords}>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}
