/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'empty'
  | 'zeros'
  | 'zip'
  | 'encrypted-office'
  | 'old-excel'
  | 'old-word'
  | 'old-office'
  | 'pdf'
  | 'rtf'
  | 'web-page'
  | 'xml'
  | 'json'
  | 'picture'
  | 'text'
  | 'binary';

const oleStart = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Streams an OLE container names in its directory, as UTF-16 (Microsoft MS-CFB, MS-OFFCRYPTO, MS-XLS, MS-DOC). */
const oleStreams: readonly (readonly [string, FileKind])[] = [
  ['EncryptedPackage', 'encrypted-office'],
  ['WordDocument', 'old-word'],
  ['PowerPoint Document', 'old-office'],
  ['Workbook', 'old-excel'],
  ['Book', 'old-excel'],
];

const starts: readonly (readonly [string, FileKind])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['\x1f\x8b', 'binary'],
  // Some programs write the records of a workbook without the container around them.
  ['\x09\x08\x10\x00', 'old-excel'],
  ['\x09\x08\x08\x00', 'old-excel'],
];

export function fileKind(bytes: Buffer): FileKind {
  if (bytes.length === 0) return 'empty';
  if (bytes.subarray(0, 8).equals(oleStart)) return oleKind(bytes);
  const head = bytes.toString('latin1', 0, 16);
  for (const [start, kind] of starts) if (head.startsWith(start)) return kind;
  return textKind(bytes);
}

function oleKind(bytes: Buffer): FileKind {
  for (const [stream, kind] of oleStreams) {
    if (bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'))) return kind;
  }
  return 'old-office';
}

/** Pages and what the clipboard holds of them, which may begin with any element. */
const pageStart =
  /^<(!doctype html|html|head|body|meta|title|style|link|base|table|thead|tbody|tr|td|th|caption|colgroup|div|p|span|h[1-6]|ul|ol|li|dl|center|font|b|i|u|a|br|hr|img|article|section|main|form|header|footer|nav|aside|pre|blockquote|strong|em|small|script|noscript|google-sheets-html-origin)[\s>/]/;

function textKind(bytes: Buffer): FileKind {
  const sample = bytes.subarray(0, 64 * 1024);
  const wide = wideText(sample) !== null;
  if (!wide) {
    let nuls = 0;
    let controls = 0;
    for (const byte of sample) {
      if (byte === 0) nuls += 1;
      else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26)
        controls += 1;
    }
    if (nuls === sample.length) return 'zeros';
    if ((nuls > 8 && nuls * 20 > sample.length) || controls * 50 > sample.length) return 'binary';
  }
  const head = sample
    .toString('latin1', 0, 2_048)
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const start = head.replace(/^(\s|<!--[\s\S]*?-->)+/, '').toLowerCase();
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'web-page' : 'xml';
  if (pageStart.test(start) || /^version:\d[^<]*<(!doctype )?html/.test(start)) return 'web-page';
  if (start.startsWith('{') || start.startsWith('[{')) return 'json';
  return 'text';
}

/** UTF-16 text, by its mark or by every other byte being zero; null where it is none. */
export function wideText(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, 4_096) >> 1;
  if (pairs < 4) return null;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) evenNuls += 1;
    if (bytes[i + 1] === 0) oddNuls += 1;
  }
  if (oddNuls > pairs * 0.4 && evenNuls < pairs * 0.05) return 'utf-16le';
  if (evenNuls > pairs * 0.4 && oddNuls < pairs * 0.05) return 'utf-16be';
  return null;
}
