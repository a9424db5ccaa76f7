/** Words as they are compared: how texts of a sheet are folded before one is held against another. */

const space = /\s+/g;

/** Whether a text has blanks to fold; a loop, because every cell comes by here several times. */
function needsFolding(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) {
      if (code !== 32 || before === 32) return true;
    } else if (code === 160 || (code >= 8192 && code <= 8239) || code === 12288 || code === 65279)
      return true;
    before = code;
  }
  return before === 32 && text !== '';
}

/** White space folded to single blanks; the words untouched. */
export function foldSpace(text: string): string {
  return needsFolding(text) ? text.replace(space, ' ').trim() : text;
}

/** The lines of a cell that say something, each folded. */
export function linesOf(text: string): string[] {
  if (!text.includes('\n') && !text.includes('\r')) {
    const line = foldSpace(text);
    return line === '' ? [] : [line];
  }
  const lines: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const folded = foldSpace(line);
    if (folded !== '') lines.push(folded);
  }
  return lines;
}

const keptWords = 20_000;
const wordCache = new Map<string, readonly string[]>();

/**
 * The words of a short text, for comparing headings: lower case, plural s off, signs off, "ActualOutput_Q1" taken
 * apart. A lone "#" reads as "number"; footnote marks say nothing.
 */
export function wordsOf(text: string): readonly string[] {
  const known = wordCache.get(text);
  if (known) return known;
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079†‡]/g, ' ')
    .replace(/#/g, ' number ')
    .replace(/%/g, ' percent ')
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);
  if (wordCache.size >= keptWords) wordCache.clear();
  wordCache.set(text, words);
  return words;
}

/** "actions" and "action" are one word; "progress", "status" and "basis" are no plurals. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

const bulletStart = /^[•●▪◦‣∙·♦◆►➢➤✓✔❖*\u2013\u2014\u25a0\u25aa\u25cf\uf0b7\uf0a7-]\s*(?=\S)/;

/** Whether a line begins with a bullet mark. A minus before a figure is none. */
export function isBullet(line: string): boolean {
  const code = line.charCodeAt(0);
  // Letters and figures begin most lines.
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return false;
  return bulletStart.test(line) && !/^[-–—]\s*[\d£$.]/.test(line);
}

export function withoutBullet(line: string): string {
  return isBullet(line) ? line.replace(bulletStart, '') : line;
}

/**
 * A text with bullets: what stands before them, and they. Lines after one that ends in a colon are bullets even
 * without marks. Where unmarked lines follow bullets, order says more than marks: then all stays text.
 */
export function splitBullets(text: string): { text: string; bullets: string[] } {
  if (!text.includes('\n')) {
    const line = foldSpace(text);
    return isBullet(line) ? { text: '', bullets: [withoutBullet(line)] } : { text: line, bullets: [] };
  }
  const lines = linesOf(text);
  const first = lines.findIndex((line) => isBullet(line));
  if (first >= 0) {
    const rest = lines.slice(first);
    if (!rest.every(isBullet)) return { text: lines.join('\n'), bullets: [] };
    return { text: lines.slice(0, first).join('\n'), bullets: rest.map(withoutBullet) };
  }
  const colon = lines.findIndex((line) => line.endsWith(':'));
  if (colon >= 0 && colon < lines.length - 1) {
    return { text: lines.slice(0, colon + 1).join('\n'), bullets: lines.slice(colon + 1) };
  }
  return { text: lines.join('\n'), bullets: [] };
}
