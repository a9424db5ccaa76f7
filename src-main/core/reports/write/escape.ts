/**
 * The one way text gets into HTML or SVG. Control characters that XML forbids are dropped, as are lone
 * surrogates, so that the file is well-formed whatever was pasted into a field.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Text without the characters that XML 1.0 cannot hold (OWASP; research: U+FFFE and U+FFFF too), and with every change of
 * the direction of writing ended where the text ends.
 */
export function cleanText(text: string): string {
  const formed = endDirections(text.toWellFormed());
  // Most text has no control character, not even a line break: it is seen at a glance that nothing is to be dropped.
  if (!/[\p{Cc}\uFFFE\uFFFF]/u.test(formed)) return formed;
  let clean = '';
  for (const character of formed) {
    const code = character.codePointAt(0) ?? 0;
    const forbidden =
      (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff;
    if (!forbidden) clean += character;
  }
  return clean;
}

/** What begins another direction of writing, and what ends it (Unicode Standard Annex 9, 2.1 to 2.4). */
const embedding = { begin: /[\u202a\u202b\u202d\u202e]/, end: '\u202c' };
const isolate = { begin: /[\u2066-\u2068]/, end: '\u2069' };

/**
 * Ends in each line the changes of direction that it leaves open: words pasted with one would otherwise turn round what
 * follows them in the same line of a page.
 */
export function endDirections(text: string): string {
  if (!/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const open: string[] = [];
      for (const character of line) {
        if (embedding.begin.test(character)) open.push(embedding.end);
        else if (isolate.begin.test(character)) open.push(isolate.end);
        else if (character === embedding.end && open.at(-1) === embedding.end) open.pop();
        else if (character === isolate.end && open.includes(isolate.end))
          open.splice(open.lastIndexOf(isolate.end));
      }
      return line + open.reverse().join('');
    })
    .join('\n');
}
