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

/** Text without the characters that XML 1.0 cannot hold (OWASP; research: U+FFFE and U+FFFF too). */
export function cleanText(text: string): string {
  const formed = text.toWellFormed();
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
