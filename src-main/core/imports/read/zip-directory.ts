import { damaged, hostile, incomplete } from './refusals.ts';

/** One file of a zip archive as its central directory tells it (PKWARE APPNOTE 4.3.12). */
export type ZipEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  /** What the directory claims; not believed. */
  readonly declared: number;
  readonly headerAt: number;
  /** Where the compressed bytes begin. */
  readonly dataAt: number;
};

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;

/** Walks the directory without inflating anything. `most` bounds the work. Throws AppError file-damaged or file-hostile. */
export function readZipDirectory(bytes: Buffer, fileName: string, most: number): ZipEntry[] {
  const end = findEnd(bytes);
  if (end < 0) throw incomplete(fileName);
  const { count, offset } = directoryPlace(bytes, end, fileName);
  if (count > most) {
    throw hostile(
      fileName,
      `it holds ${count.toLocaleString('en-GB')} files within it (at most ${most.toLocaleString('en-GB')} are read)`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== directoryMark) {
      throw damaged(fileName, 'its list of contents does not fit the file');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const commentLength = bytes.readUInt16LE(at + 32);
    entries.push(readEntry(bytes, at, nameLength, extraLength, fileName));
    at += 46 + nameLength + extraLength + commentLength;
  }
  refuseOverlaps(entries, offset, fileName);
  return entries;
}

/** The end record stands in the last 64 kB; the comment after it must reach exactly to the end of the file. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === endMark) {
      if (at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) return at;
    }
  }
  return -1;
}

function directoryPlace(bytes: Buffer, end: number, fileName: string): { count: number; offset: number } {
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== locator64Mark) return { count, offset };
  const record = Number(bytes.readBigUInt64LE(locator + 8));
  if (record + 56 > bytes.length || bytes.readUInt32LE(record) !== end64Mark) {
    throw damaged(fileName, 'its list of contents cannot be found');
  }
  return {
    count: Number(bytes.readBigUInt64LE(record + 32)),
    offset: Number(bytes.readBigUInt64LE(record + 48)),
  };
}

function readEntry(
  bytes: Buffer,
  at: number,
  nameLength: number,
  extraLength: number,
  fileName: string,
): ZipEntry {
  const nameEnd = at + 46 + nameLength;
  const flags = bytes.readUInt16LE(at + 8);
  const sizes = {
    declared: bytes.readUInt32LE(at + 24),
    compressed: bytes.readUInt32LE(at + 20),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  readLargeSizes(bytes, nameEnd, nameEnd + extraLength, sizes);
  const { headerAt } = sizes;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== localMark) {
    throw damaged(fileName, 'a part that its list of contents names is not there');
  }
  const dataAt = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  if (dataAt + sizes.compressed > bytes.length) throw incomplete(fileName);
  const madeByUnix = bytes.readUInt16LE(at + 4) >> 8 === 3;
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    encrypted: (flags & 0x2041) !== 0,
    symlink: madeByUnix && ((bytes.readUInt32LE(at + 38) >>> 16) & 0o170000) === 0o120000,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...sizes,
    dataAt,
  };
}

/** ZIP64: sizes of all ones stand in an extra field instead, in this order. */
function readLargeSizes(
  bytes: Buffer,
  from: number,
  to: number,
  sizes: { declared: number; compressed: number; headerAt: number },
): void {
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue;
    const fieldEnd = Math.min(to, at + 4 + bytes.readUInt16LE(at + 2));
    let value = at + 4;
    for (const key of ['declared', 'compressed', 'headerAt'] as const) {
      if (sizes[key] !== 0xffffffff || value + 8 > fieldEnd) continue;
      sizes[key] = Number(bytes.readBigUInt64LE(value));
      value += 8;
    }
  }
}

/** Parts that share bytes are the trick of the overlapping bomb (Fifield, 2019). */
function refuseOverlaps(entries: readonly ZipEntry[], directoryAt: number, fileName: string): void {
  const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt);
  let free = 0;
  for (const entry of inOrder) {
    if (entry.headerAt < free) throw hostile(fileName, 'parts of it lie over one another');
    free = entry.dataAt + entry.compressed;
  }
  if (free > directoryAt) throw hostile(fileName, 'its list of contents lies over its parts');
}
