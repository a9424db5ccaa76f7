/**
 * Glyphs of Word's symbol fonts as the characters that look like them. Such a font is addressed by its bytes, which Word
 * stores as U+F020 to U+F0FF; on their own they are boxes in every other program.
 */
const wingdings: Readonly<Record<number, string>> = {
  74: '☺',
  75: '😐',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '☐',
  112: '☐',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  159: '•',
  161: '○',
  167: '▪',
  168: '☐',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  231: '←',
  232: '➔',
  233: '↑',
  234: '↓',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const wingdings2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  150: '•',
  151: '●',
  152: '●',
  163: '☐',
};
const wingdings3: Readonly<Record<number, string>> = {
  102: '←',
  103: '→',
  104: '↑',
  105: '↓',
  112: '▲',
  113: '▼',
  116: '◀',
  117: '▶',
  125: '▶',
};
const webdings: Readonly<Record<number, string>> = {
  53: '▲',
  54: '▼',
  97: '✓',
  114: '✗',
  110: '●',
  103: '■',
};
const symbol: Readonly<Record<number, string>> = {
  45: '−',
  97: 'α',
  98: 'β',
  109: 'μ',
  112: 'π',
  68: 'Δ',
  83: 'Σ',
  163: '≤',
  165: '∞',
  168: '♦',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
  214: '√',
  215: '·',
  222: '⇒',
};

const fonts: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
  ['wingdings 3', wingdings3],
  ['webdings', webdings],
  ['symbol', symbol],
]);

export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && fonts.has(font.toLowerCase());
}

/** The character that a symbol font draws for this code; the code's own character where it is not known. */
export function glyph(font: string | undefined, code: number): string {
  const byte = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const table = font === undefined ? undefined : fonts.get(font.toLowerCase());
  const known = byte <= 0xff ? table?.[byte] : undefined;
  if (known !== undefined) return known;
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** Text set in a symbol font as it is seen. Plain letters set in Symbol stay letters: too often that is a slip. */
export function inSymbols(text: string, font: string): string {
  const letters = font.toLowerCase() === 'symbol' ? 0x80 : 0x21;
  let seen = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    seen += code < letters || (code > 0xff && (code < 0xf000 || code > 0xf0ff)) ? letter : glyph(font, code);
  }
  return seen;
}

/** Bullets that say something stay what they are; all others are one bullet, whatever their shape. */
export function bulletMark(text: string, font: string | undefined): string {
  const seen = isSymbolFont(font) ? inSymbols(text, font ?? '') : text;
  if (/^[✓✗☐☑☒]$/u.test(seen) || /^[-–—*]$/.test(seen)) return seen;
  return seen.trim() === '' ? '' : '•';
}

const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((mark, digit) => [String(digit), mark])),
  ...Object.fromEntries(
    [...'abcdefghijklmnoprstuvwxyz'].map((letter, at) => [
      letter,
      [...'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][at] ?? letter,
    ]),
  ),
};

/** "12" as "¹²", "iv" as "ⁱᵛ"; what cannot be raised stays. */
export function superscript(text: string): string {
  return [...text].map((letter) => (Object.hasOwn(raised, letter) ? raised[letter] : letter)).join('');
}
