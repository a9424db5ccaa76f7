import { inflateSync } from 'node:zlib';

/** What a PDF is made of (ISO 32000): enough to read what Chromium writes, which keeps its dictionaries unpacked. */
export type PdfValue = string | number | boolean | null | PdfName | PdfRef | PdfText | PdfDict | PdfValue[];
export type PdfName = { readonly name: string };
export type PdfRef = { readonly ref: number };
/** A string: its bytes, one to a character. */
export type PdfText = { readonly bytes: string };
export type PdfDict = { readonly dict: ReadonlyMap<string, PdfValue>; readonly stream?: string };

export const isDict = (value: PdfValue | undefined): value is PdfDict =>
  typeof value === 'object' && value !== null && 'dict' in value;
const isRef = (value: PdfValue | undefined): value is PdfRef =>
  typeof value === 'object' && value !== null && 'ref' in value;
export const nameOf = (value: PdfValue | undefined): string =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : '';

/** UTF-16 with its mark, else Latin-1, which PDFDocEncoding is for what stands in our titles. */
export function textOf(value: PdfValue | undefined): string {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return '';
  if (!value.bytes.startsWith('\xfe\xff')) return value.bytes;
  return Buffer.from(value.bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

/** Reads one value of a PDF's syntax at a place in its bytes. */
export class PdfSyntax {
  at: number;
  private readonly text: string;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  private skip(): void {
    const blank = /(?:[\s\0]+|%[^\r\n]*)*/y;
    blank.lastIndex = this.at;
    blank.exec(this.text);
    this.at = blank.lastIndex;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found;
  }

  /** The next value, or the next word that is none (an operator); undefined at the end. */
  next(): PdfValue | { readonly word: string } | undefined {
    this.skip();
    if (this.at >= this.text.length) return undefined;
    if (this.take(/<</)) return this.dict();
    const hex = this.take(/<([0-9A-Fa-f\s]*)>/);
    if (hex) return { bytes: Buffer.from((hex[1] ?? '').replaceAll(/\s/g, ''), 'hex').toString('latin1') };
    if (this.take(/\(/)) return { bytes: this.literal() };
    if (this.take(/\[/)) return this.array();
    const name = this.take(/\/([^\s\0()<>[\]{}/%]*)/);
    if (name) {
      const plain = (name[1] ?? '').replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      return { name: plain };
    }
    const ref = this.take(/(\d+) \d+ R\b/);
    if (ref) return { ref: Number(ref[1]) };
    const number = this.take(/[+-]?(?:\d+\.?\d*|\.\d+)/);
    if (number) return Number(number[0]);
    const word = this.take(/[^\s\0()<>[\]{}/%]+/)?.[0];
    if (word === undefined)
      throw new Error(`no PDF at ${this.at}: ${this.text.slice(this.at, this.at + 20)}`);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { word };
  }

  private value(): PdfValue {
    const value = this.next();
    if (value === undefined || (typeof value === 'object' && value !== null && 'word' in value)) {
      throw new Error(`no value at ${this.at}`);
    }
    return value;
  }

  private array(): PdfValue[] {
    const values: PdfValue[] = [];
    for (this.skip(); !this.take(/\]/); this.skip()) values.push(this.value());
    return values;
  }

  private dict(): PdfDict {
    const dict = new Map<string, PdfValue>();
    for (this.skip(); !this.take(/>>/); this.skip()) dict.set(nameOf(this.value()), this.value());
    const begins = this.take(/\s*stream\r?\n/);
    if (!begins) return { dict };
    const length = dict.get('Length');
    const end = typeof length === 'number' ? this.at + length : this.text.indexOf('endstream', this.at);
    const packed = this.text.slice(this.at, end);
    this.at = end;
    const filter = nameOf(dict.get('Filter'));
    const stream =
      filter === 'FlateDecode' ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
    return { dict, stream };
  }

  private literal(): string {
    const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    let bytes = '';
    for (let depth = 1; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] ?? '';
      if (character === '\\') {
        const octal = /[0-7]{1,3}/y;
        octal.lastIndex = this.at + 1;
        const code = octal.exec(this.text)?.[0];
        const next = this.text[this.at + 1] ?? '';
        bytes += code ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[next] ?? next);
        this.at += code?.length ?? 1;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) {
        this.at += 1;
        return bytes;
      }
      bytes += character;
    }
    throw new Error('a PDF string does not end');
  }
}

/** A PDF by its table of objects: each read when it is asked for, references followed. */
export class PdfFile {
  private readonly text: string;
  private readonly offsets = new Map<number, number>();
  private readonly read = new Map<number, PdfValue>();
  readonly trailer: PdfDict;

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes).toString('latin1');
    const table = Number(/startxref\s+(\d+)/.exec(this.text.slice(-64))?.[1]);
    const rows = this.text.slice(table);
    const [head = '', count = '0'] = /^xref\s+0 (\d+)\s+/.exec(rows) ?? [];
    if (head === '') throw new Error('this PDF has no plain table of objects');
    for (let at = 0; at < Number(count); at += 1) {
      const row = rows.slice(head.length + at * 20, head.length + at * 20 + 18);
      if (row.endsWith('n')) this.offsets.set(at, Number(row.slice(0, 10)));
    }
    const trailer = new PdfSyntax(this.text, table + rows.indexOf('trailer') + 7).next();
    if (!isDict(trailer as PdfValue)) throw new Error('this PDF has no trailer');
    this.trailer = trailer as PdfDict;
  }

  /** The value itself, where it is a reference. */
  of(value: PdfValue | undefined): PdfValue | undefined {
    if (!isRef(value)) return value;
    const known = this.read.get(value.ref);
    if (known !== undefined) return known;
    const offset = this.offsets.get(value.ref);
    if (offset === undefined) return null;
    const syntax = new PdfSyntax(this.text, this.text.indexOf('obj', offset) + 3);
    const made = syntax.next() as PdfValue;
    this.read.set(value.ref, made);
    return made;
  }

  dict(value: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
    const found = this.of(value);
    return isDict(found) ? found.dict : new Map();
  }

  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.of(value);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
  }

  get catalogue(): ReadonlyMap<string, PdfValue> {
    return this.dict(this.trailer.dict.get('Root'));
  }

  /** The pages in their order, with the number of the object of each. */
  pages(): { readonly id: number; readonly page: ReadonlyMap<string, PdfValue> }[] {
    const walk = (value: PdfValue | undefined): { id: number; page: ReadonlyMap<string, PdfValue> }[] => {
      const node = this.dict(value);
      if (nameOf(node.get('Type')) === 'Page') return [{ id: isRef(value) ? value.ref : -1, page: node }];
      return this.list(node.get('Kids')).flatMap(walk);
    };
    return walk(this.catalogue.get('Pages'));
  }
}

export const refOf = (value: PdfValue | undefined): number | null => (isRef(value) ? value.ref : null);
