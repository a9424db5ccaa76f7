import { damaged, doctypeFound, hostile, incomplete } from './refusals.ts';

/**
 * A forward reader over the bytes of one XML part. It exists because a sheet of a million cells must be read
 * without making an object per tag: names are shared strings, attributes are looked at where they lie, and
 * text is decoded only when somebody asks for it. No entity but the five of XML and the numbered ones is
 * known, and a document type is refused, so there is nothing to expand.
 */
export type Xml = {
  readonly fileName: string;
  readonly part: string;
  readonly bytes: Buffer;
  readonly maxDepth: number;
  kind: XmlKind;
  /** The element's name without its prefix. */
  name: string;
  depth: number;
  // Where things lie; only this file and the sheet reader look at them.
  at: number;
  from: number;
  to: number;
  escaped: boolean;
  attributesFrom: number;
  attributesTo: number;
  nameFrom: number;
  nameTo: number;
  valueFrom: number;
  valueTo: number;
  closing: boolean;
};

export type XmlKind = 'start' | 'open' | 'close' | 'text' | 'end';

export function openXml(content: Buffer, fileName: string, part: string, maxDepth: number): Xml {
  const bytes = asUtf8(content);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return {
    fileName,
    part,
    bytes,
    maxDepth,
    kind: 'start',
    name: '',
    depth: 0,
    at: mark,
    from: 0,
    to: 0,
    escaped: false,
    attributesFrom: 0,
    attributesTo: 0,
    nameFrom: 0,
    nameTo: 0,
    valueFrom: 0,
    valueTo: 0,
    closing: false,
  };
}

/** Moves to the next tag or text. Comments and processing instructions are passed over. */
export function next(x: Xml): XmlKind {
  if (x.closing) {
    x.closing = false;
    x.depth -= 1;
    x.kind = 'close';
    return 'close';
  }
  const { bytes } = x;
  const length = bytes.length;
  for (;;) {
    const at = x.at;
    if (at >= length) return atEnd(x);
    if (bytes[at] !== 60) return atText(x, at);
    const mark = bytes[at + 1];
    if (mark === 47) return atClose(x, at);
    if (mark === 33) {
      if (atDeclaration(x, at)) return 'text';
    } else if (mark === 63) {
      x.at = after(x, '?>', at + 2);
    } else {
      return atOpen(x, at);
    }
  }
}

function atEnd(x: Xml): XmlKind {
  if (x.depth !== 0) throw incomplete(x.fileName);
  x.kind = 'end';
  return 'end';
}

function atText(x: Xml, at: number): XmlKind {
  const { bytes } = x;
  const length = bytes.length;
  let to = at;
  let escaped = false;
  for (; to < length; to += 1) {
    const byte = bytes[to];
    if (byte === 60) break;
    if (byte === 38) escaped = true;
  }
  x.from = at;
  x.to = to;
  x.escaped = escaped;
  x.at = to;
  x.kind = 'text';
  return 'text';
}

function atClose(x: Xml, at: number): XmlKind {
  const { bytes } = x;
  let to = at + 2;
  let from = to;
  while (to < bytes.length && bytes[to] !== 62) {
    if (bytes[to] === 58) from = to + 1;
    to += 1;
  }
  if (to >= bytes.length) throw incomplete(x.fileName);
  let nameTo = to;
  while (nameTo > from && (bytes[nameTo - 1] as number) <= 32) nameTo -= 1;
  x.name = shared(bytes, from, nameTo);
  x.at = to + 1;
  x.depth -= 1;
  if (x.depth < 0) throw damaged(x.fileName, `its part ${x.part} is not well formed`);
  x.kind = 'close';
  return 'close';
}

function atOpen(x: Xml, at: number): XmlKind {
  const { bytes } = x;
  const length = bytes.length;
  let to = at + 1;
  let from = to;
  for (; to < length; to += 1) {
    const byte = bytes[to] as number;
    if (byte === 58) from = to + 1;
    else if (byte <= 32 || byte === 62 || byte === 47) break;
  }
  x.name = shared(bytes, from, to);
  x.attributesFrom = to;
  let quote = 0;
  for (; to < length; to += 1) {
    const byte = bytes[to] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 62) break;
    else if (byte === 34 || byte === 39) quote = byte;
  }
  if (to >= length) throw incomplete(x.fileName);
  x.closing = bytes[to - 1] === 47;
  x.attributesTo = x.closing ? to - 1 : to;
  x.valueTo = x.attributesFrom;
  x.at = to + 1;
  x.depth += 1;
  if (x.depth > x.maxDepth)
    throw hostile(x.fileName, `its part ${x.part} nests more than ${x.maxDepth} elements in one another`);
  x.kind = 'open';
  return 'open';
}

/** Comments are skipped (false), CDATA is text (true), a document type is refused. */
function atDeclaration(x: Xml, at: number): boolean {
  const head = x.bytes.toString('latin1', at, at + 9);
  if (head.startsWith('<!--')) {
    x.at = after(x, '-->', at + 4);
    return false;
  }
  if (head === '<![CDATA[') {
    x.at = after(x, ']]>', at + 9);
    x.from = at + 9;
    x.to = x.at - 3;
    x.escaped = false;
    x.kind = 'text';
    return true;
  }
  throw doctypeFound(x.fileName);
}

function after(x: Xml, mark: string, from: number): number {
  const found = x.bytes.indexOf(mark, from, 'latin1');
  if (found < 0) throw incomplete(x.fileName);
  return found + mark.length;
}

/** The text that `next` stands at. */
export function text(x: Xml): string {
  return decode(x.bytes, x.from, x.to, x.escaped);
}

/** Steps through the attributes of the open tag; false after the last. The name comes without its prefix. */
export function nextAttribute(x: Xml): boolean {
  const { bytes } = x;
  const end = x.attributesTo;
  let at = x.valueTo;
  while (at < end && ((bytes[at] as number) <= 32 || bytes[at] === 34 || bytes[at] === 39)) at += 1;
  if (at >= end) return false;
  x.nameFrom = at;
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 58) x.nameFrom = at + 1;
    else if (byte === 61 || byte <= 32) break;
  }
  x.nameTo = at;
  while (at < end && bytes[at] !== 34 && bytes[at] !== 39) at += 1;
  if (at >= end) return false;
  const quote = bytes[at];
  x.valueFrom = at + 1;
  at += 1;
  while (at < end && bytes[at] !== quote) at += 1;
  x.valueTo = at;
  return true;
}

/** An attribute of the open tag by its name without prefix, or null. */
export function attribute(x: Xml, name: string): string | null {
  const back = x.valueTo;
  x.valueTo = x.attributesFrom;
  let value: string | null = null;
  while (nextAttribute(x)) {
    if (x.nameTo - x.nameFrom === name.length && same(x.bytes, x.nameFrom, name)) {
      value = decode(x.bytes, x.valueFrom, x.valueTo, true);
      break;
    }
  }
  x.valueTo = back;
  return value;
}

/** Attributes that say yes or no: "1" and "true" are yes. */
export function flag(x: Xml, name: string): boolean {
  const value = attribute(x, name);
  return value === '1' || value === 'true';
}

/** Elements such as <b/> that say yes unless val says no. */
export function switchedOn(x: Xml): boolean {
  const value = attribute(x, 'val');
  return value !== '0' && value !== 'false' && value !== 'none';
}

/** Moves past the end of the element that `next` has just opened. */
export function skip(x: Xml): void {
  const outside = x.depth - 1;
  while (x.depth > outside) next(x);
}

/** All text inside the element that `next` has just opened; moves past its end. */
export function innerText(x: Xml): string {
  const outside = x.depth - 1;
  let whole = '';
  while (x.depth > outside) if (next(x) === 'text') whole += text(x);
  return whole;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(bytes: Buffer, from: number, to: number, escaped: boolean): string {
  if (from >= to) return '';
  const raw = bytes.toString('utf8', from, to);
  if (!escaped || !raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? all;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

function same(bytes: Buffer, from: number, name: string): boolean {
  for (let i = 0; i < name.length; i += 1) if (bytes[from + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** Element names come back over and over: the last one seen with this length and these letters is tried first. */
const seen: string[] = Array.from({ length: 256 }, () => '');
function shared(bytes: Buffer, from: number, to: number): string {
  const length = to - from;
  if (length <= 0) return '';
  const first = bytes[from] as number;
  const key =
    (length * 31 + first * 7 + (bytes[to - 1] as number) * 3 + (bytes[from + (length >> 1)] as number)) & 255;
  const known = seen[key] as string;
  if (known.length === length && same(bytes, from, known)) return known;
  const name = bytes.toString('latin1', from, to);
  if (length < 40) seen[key] = name;
  return name;
}

/** Parts are UTF-8 but may say otherwise: UTF-16 by its mark, other sets by the XML declaration. */
function asUtf8(content: Buffer): Buffer {
  if ((content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)) {
    return Buffer.from(
      new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(content),
      'utf8',
    );
  }
  const declaration = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(content.toString('latin1', 0, 200));
  const encoding = declaration?.[1]?.toLowerCase() ?? 'utf-8';
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii') return content;
  try {
    return Buffer.from(new TextDecoder(encoding).decode(content), 'utf8');
  } catch {
    // A set that nobody knows: the markup is ASCII all the same, only accents suffer.
    return content;
  }
}
