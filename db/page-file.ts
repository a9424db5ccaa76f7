import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The pages of a SQLite file, read without the driver: for what the driver no longer reaches because the page that
 * leads to it is lost (https://www.sqlite.org/fileformat2.html). Only ever for a copy that no connection has open.
 */
export type PageFile = {
  /** How many whole pages the file has. */
  readonly pages: number;
  /** A page by its number from 1; null where there is none. */
  page(number: number): Buffer | null;
  close(): void;
};

/** What a register uses; a file with another size of pages is none of ours. */
export const pageSize = 4_096;
const headerBytes = 100;
const magic = 'SQLite format 3\0';

/** Null where the first page is not that of a register: then nothing is known of the others. */
export function openPages(path: string): PageFile | null {
  const file = openSync(path, 'r');
  const pages = Math.floor(fstatSync(file).size / pageSize);
  const page = (number: number): Buffer | null => {
    if (!Number.isInteger(number) || number < 1 || number > pages) return null;
    const bytes = Buffer.alloc(pageSize);
    return readSync(file, bytes, 0, pageSize, (number - 1) * pageSize) === pageSize ? bytes : null;
  };
  const first = page(1);
  const isOurs =
    first?.toString('latin1', 0, 16) === magic && first.readUInt16BE(16) === pageSize && first[20] === 0;
  if (isOurs) return { pages, page, close: () => closeSync(file) };
  closeSync(file);
  return null;
}

/** The pages that are free, by the list the first page begins; null where the list cannot be followed to its end. */
export function freePages(file: PageFile): ReadonlySet<number> | null {
  const first = file.page(1);
  const count = first?.readUInt32BE(36) ?? 0;
  const free = new Set<number>();
  for (let trunk = first?.readUInt32BE(32) ?? 0; trunk !== 0; ) {
    const page = file.page(trunk);
    const leaves = page?.readUInt32BE(4) ?? pageSize;
    if (!page || free.has(trunk) || leaves > pageSize / 4 - 2) return null;
    free.add(trunk);
    for (let at = 0; at < leaves; at += 1) free.add(page.readUInt32BE(8 + 4 * at));
    trunk = page.readUInt32BE(0);
  }
  return free.size === count ? free : null;
}

type Kind = 'table-leaf' | 'table-inner' | 'index-leaf' | 'index-inner';
const kinds: Readonly<Record<number, Kind>> = {
  2: 'index-inner',
  5: 'table-inner',
  10: 'index-leaf',
  13: 'table-leaf',
};

/** A page of a tree: where its cells begin, and the pages an inner one leads to. */
export type TreePage = {
  readonly kind: Kind;
  readonly cells: readonly number[];
  readonly children: number[];
};

/** A page read as one of a tree; null where it is not a whole one. */
export function treePage(bytes: Buffer, number: number): TreePage | null {
  const head = number === 1 ? headerBytes : 0;
  const kind = kinds[bytes[head] ?? 0];
  if (!kind) return null;
  const inner = kind === 'table-inner' || kind === 'index-inner';
  const from = head + (inner ? 12 : 8);
  const count = bytes.readUInt16BE(head + 3);
  if (from + 2 * count > pageSize) return null;
  const cells = Array.from({ length: count }, (_, at) => bytes.readUInt16BE(from + 2 * at));
  if (cells.some((at) => at < from + 2 * count || at > pageSize - 4)) return null;
  const children = inner ? [...cells.map((at) => bytes.readUInt32BE(at)), bytes.readUInt32BE(head + 8)] : [];
  return { kind, cells, children };
}

/** A value as it stands in a row. */
export type Value = null | number | bigint | string | Buffer;

/** The row in a cell of a leaf of a table; null where it is damaged. */
export function rowIn(file: PageFile, bytes: Buffer, cell: number): Value[] | null {
  const length = varint(bytes, cell);
  const key = length && varint(bytes, length.end);
  if (!length || !key || length.value < 1 || length.value > file.pages * pageSize) return null;
  const payload = payloadOf(file, bytes, key.end, length.value);
  return payload && recordIn(payload);
}

/** What a cell holds, with what of it stands on pages of its own (fileformat2, 1.6). */
function payloadOf(file: PageFile, bytes: Buffer, at: number, length: number): Buffer | null {
  const most = pageSize - 35;
  if (length <= most) return at + length <= pageSize ? bytes.subarray(at, at + length) : null;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (pageSize - 4));
  const here = wanted <= most ? wanted : least;
  if (at + here + 4 > pageSize) return null;
  const parts = [bytes.subarray(at, at + here)];
  let left = length - here;
  let next = bytes.readUInt32BE(at + here);
  while (left > 0) {
    const page = file.page(next);
    if (!page) return null;
    const part = page.subarray(4, 4 + Math.min(left, pageSize - 4));
    parts.push(part);
    left -= part.length;
    next = page.readUInt32BE(0);
  }
  // The last page leads nowhere: else a page of another row was followed.
  return next === 0 ? Buffer.concat(parts) : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function recordIn(payload: Buffer): Value[] | null {
  const head = varint(payload, 0);
  if (!head || head.value > payload.length) return null;
  const values: Value[] = [];
  let at = head.value;
  for (let in_ = head.end; in_ < head.value; ) {
    const type = varint(payload, in_);
    if (!type) return null;
    in_ = type.end;
    const found = valueAt(payload, at, type.value);
    if (!found) return null;
    values.push(found.value);
    at = found.end;
  }
  return at === payload.length ? values : null;
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8];

function valueAt(payload: Buffer, at: number, type: number): { value: Value; end: number } | null {
  if (type === 0) return { value: null, end: at };
  if (type === 8 || type === 9) return { value: type - 8, end: at };
  const size = type < 7 ? (integerBytes[type] ?? 0) : type === 7 ? 8 : (type - (type % 2 ? 13 : 12)) / 2;
  const end = at + size;
  if (type === 10 || type === 11 || end > payload.length) return null;
  if (type < 6) return { value: payload.readIntBE(at, size), end };
  if (type === 6) return { value: payload.readBigInt64BE(at), end };
  if (type === 7) return { value: payload.readDoubleBE(at), end };
  const bytes = payload.subarray(at, end);
  if (type % 2 === 0) return { value: Buffer.from(bytes), end };
  try {
    return { value: utf8.decode(bytes), end };
  } catch {
    // Words that are no words: the row is damaged.
    return null;
  }
}

/** A number of up to nine bytes; those beyond what a length can be are none. */
function varint(bytes: Buffer, at: number): { value: number; end: number } | null {
  let value = 0;
  for (let n = 0; n < 9; n += 1) {
    const byte = bytes[at + n];
    if (byte === undefined) return null;
    value = n < 8 ? value * 128 + (byte & 0x7f) : value * 256 + byte;
    if (n === 8 || byte < 0x80) return { value, end: at + n + 1 };
  }
  return null;
}
