import { defaultReadLimits } from '../../imports/read/limits.ts';
import { preflight } from '../../imports/read/preflight.ts';

/** Tags after which other words begin; all others stand within a word or a line. */
const ends =
  /<\/(?:w:p|w:tc|a:p|si|c|row|comment|text:p|text:h|table:table-cell|p|td|th|li|h\d|dc:\w+|cp:\w+)>|<(?:w:br|w:tab|text:tab|text:line-break|br)\b[^>]*>/gi;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The words of a file that was brought in, roughly and in no order: enough to say whether it names somebody. Marks of its
 * making (authors, remarks) are among them. Null where the file cannot be taken apart.
 */
export function fileWords(bytes: Buffer, name: string): string | null {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return plainWords(bytes);
  try {
    const zip = preflight(bytes, name, defaultReadLimits);
    return [
      zip.names.join('\n'),
      ...zip.names
        .filter((part) => /\.(?:xml|rels|vml|txt|html?)$/i.test(part))
        .map((part) => markupWords(zip.part(part)?.toString('utf8') ?? '')),
    ].join('\n');
  } catch {
    // Whatever keeps it from being read, nobody can say that it names nobody.
    return null;
  }
}

/** Text in any of the usual encodings; of an old workbook its strings, which lie in it in two of them. */
function plainWords(bytes: Buffer): string {
  const decoded = ['utf8', 'latin1', 'utf16le'] as const;
  const odd = bytes.subarray(1).toString('utf16le');
  return markupWords([...decoded.map((encoding) => bytes.toString(encoding)), odd].join('\n'));
}

function markupWords(markup: string): string {
  // An attribute may name somebody too: the author of a remark or of a tracked change.
  const attributes = [...markup.matchAll(/\s[\w:-]+="([^"<>]*)"/g)].map((match) => match[1]);
  const text = markup.replace(ends, '\n').replace(/<[^<>]*>/g, '');
  return [text, ...attributes]
    .join('\n')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, entity) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
      if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return entities[String(entity).toLowerCase()] ?? whole;
    });
}
