import { damaged } from '../refusals.ts';

/** How a workbook writes its texts: in Excel 97 and later as Unicode, before that in the letters of a code page. */
export type Lettering = { readonly unicode: boolean; readonly decode: (bytes: Buffer) => string };

/** Where in a text another font begins. */
export type FontRun = { readonly at: number; readonly font: number };
export type RichText = { readonly text: string; readonly runs: readonly FontRun[] };

/** The decoder of a code page by its number; letters of one byte where the program knows no better. */
export function codePageDecoder(number: number): (bytes: Buffer) => string {
  const named = number === 10_000 || number === 0x8000 ? 'macintosh' : codePageName(number);
  try {
    const decoder = new TextDecoder(named);
    return (bytes) => decoder.decode(bytes);
  } catch {
    // A code page nobody uses any more: ASCII is right all the same.
    return (bytes) => bytes.toString('latin1');
  }
}

function codePageName(number: number): string {
  if (number === 932) return 'shift_jis';
  if (number === 936) return 'gbk';
  if (number === 949) return 'euc-kr';
  if (number === 950) return 'big5';
  if (number === 866) return 'ibm866';
  return number >= 1_250 && number <= 1_258 ? `windows-${number}` : 'windows-1252';
}

/** A text with its length in front: one byte of it or two. Returns the text and where it ends. */
export function shortText(
  data: Buffer,
  at: number,
  lengthBytes: 1 | 2,
  { unicode, decode }: Lettering,
): { text: string; end: number } {
  const letters = lengthBytes === 1 ? data.readUInt8(at) : data.readUInt16LE(at);
  const from = at + lengthBytes;
  if (!unicode) return { text: decode(data.subarray(from, from + letters)), end: from + letters };
  const flags = letters === 0 && from >= data.length ? 0 : data.readUInt8(from);
  const wide = (flags & 1) !== 0;
  // Runs and phonetic readings may stand between the flags and the letters.
  const start = from + 1 + ((flags & 8) !== 0 ? 2 : 0) + ((flags & 4) !== 0 ? 4 : 0);
  const end = start + letters * (wide ? 2 : 1);
  return { text: data.toString(wide ? 'utf16le' : 'latin1', start, end), end };
}

/** A place in a record and those that continue it, as the table of shared texts needs it. */
export type Continued = {
  readonly parts: readonly Buffer[];
  readonly fileName: string;
  part: number;
  at: number;
};

export function continued(parts: readonly Buffer[], fileName: string): Continued {
  return { parts, fileName, part: 0, at: 0 };
}

export function isDone(c: Continued): boolean {
  return c.part >= c.parts.length - 1 && c.at >= (c.parts.at(-1)?.length ?? 0);
}

function current(c: Continued): Buffer {
  const part = c.parts[c.part];
  if (part === undefined) throw damaged(c.fileName, 'its table of texts ends too early');
  return part;
}

/** Moves on to the next record where this one is used up; true where it did. */
function onward(c: Continued): boolean {
  if (c.at < current(c).length) return false;
  c.part += 1;
  c.at = 0;
  current(c);
  return true;
}

export function readByte(c: Continued): number {
  while (onward(c));
  const byte = current(c)[c.at] as number;
  c.at += 1;
  return byte;
}

export function readNumber(c: Continued, bytes: 2 | 4): number {
  let number = 0;
  for (let i = 0; i < bytes; i += 1) number += readByte(c) * 256 ** i;
  return number;
}

function pass(c: Continued, bytes: number): void {
  let left = bytes;
  while (left > 0) {
    while (onward(c));
    const step = Math.min(left, current(c).length - c.at);
    c.at += step;
    left -= step;
  }
}

/** Letters; where they go on in the next record, that one says anew how wide they are. */
export function readLetters(c: Continued, count: number, startWide: boolean): string {
  let text = '';
  let wide = startWide;
  let left = count;
  while (left > 0) {
    if (onward(c)) wide = (readByte(c) & 1) !== 0;
    const part = current(c);
    const width = wide ? 2 : 1;
    const here = Math.min(left, Math.floor((part.length - c.at) / width));
    if (here === 0) {
      // Half a letter at the end of a record: nobody writes that.
      c.at = part.length;
      continue;
    }
    text += part.toString(wide ? 'utf16le' : 'latin1', c.at, c.at + here * width);
    c.at += here * width;
    left -= here;
  }
  return text;
}

/** A text of the shared table, with the places where its letters change. */
export function readRichText(c: Continued): RichText {
  const count = readNumber(c, 2);
  const flags = readByte(c);
  const runCount = (flags & 8) !== 0 ? readNumber(c, 2) : 0;
  const extra = (flags & 4) !== 0 ? readNumber(c, 4) : 0;
  const text = readLetters(c, count, (flags & 1) !== 0);
  const runs: FontRun[] = [];
  for (let i = 0; i < runCount; i += 1) runs.push({ at: readNumber(c, 2), font: readNumber(c, 2) });
  pass(c, extra);
  return { text, runs };
}
