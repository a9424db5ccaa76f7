import { damaged, incomplete } from '../refusals.ts';

/**
 * The compound file that holds an Excel 97-2003 workbook (Microsoft MS-CFB): a small file system of chained sectors.
 * No chain may be longer than the file has sectors, so a chain that bites its tail ends in a refusal.
 */
export type CompoundFile = {
  /** Names of the streams and storages, as they stand in the directory. */
  readonly names: readonly string[];
  /** The bytes of a stream by its name, or null. Throws AppError file-damaged. */
  stream(name: string): Buffer | null;
};

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number };

const endOfChain = 0xfffffffa;
const entryBytes = 128;
const miniBytes = 64;

export function openCompound(bytes: Buffer, fileName: string): CompoundFile {
  if (bytes.length < 512) throw incomplete(fileName);
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged(fileName, 'its beginning does not fit together');
  const size = 1 << shift;
  const count = Math.ceil((bytes.length - size) / size);
  const sector = (at: number): Buffer => {
    if (at >= count) throw incomplete(fileName);
    return bytes.subarray((at + 1) * size, (at + 2) * size);
  };
  const table = sectorTable(bytes, sector, size, count, fileName);
  const chain = (start: number, most: number): Buffer => {
    const parts: Buffer[] = [];
    let length = 0;
    for (let at = start; at < endOfChain && length < most; at = table(at)) {
      if (parts.length > count) throw damaged(fileName, 'its sectors lead in a circle');
      const part = sector(at);
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts);
  };
  const directory = chain(bytes.readUInt32LE(48), bytes.length);
  if (directory.length % size !== 0) throw incomplete(fileName);
  const entries = readEntries(directory);
  const small = smallStreams(bytes, entries, chain, fileName);
  return {
    names: entries.map((entry) => entry.name),
    stream: (name) => {
      const entry = entries.find((one) => one.type === 2 && one.name.toLowerCase() === name.toLowerCase());
      if (entry === undefined) return null;
      if (entry.size > bytes.length) throw incomplete(fileName);
      const content = entry.size < bytes.readUInt32LE(56) ? small(entry) : chain(entry.start, entry.size);
      if (content.length < entry.size) throw incomplete(fileName);
      return content.subarray(0, entry.size);
    },
  };
}

/** The allocation table: which sector follows which. Its own sectors are named in the header and in a chain of lists. */
function sectorTable(
  bytes: Buffer,
  sector: (at: number) => Buffer,
  size: number,
  count: number,
  fileName: string,
): (at: number) => number {
  const perSector = size / 4;
  const tables: number[] = [];
  for (let at = 76; at < 512 && at + 4 <= bytes.length; at += 4) {
    const table = bytes.readUInt32LE(at);
    if (table < endOfChain) tables.push(table);
  }
  let list = bytes.readUInt32LE(68);
  for (let steps = 0; list < endOfChain; steps += 1) {
    if (steps > count) throw damaged(fileName, 'its sectors lead in a circle');
    const part = sector(list);
    for (let at = 0; at < size - 4 && at + 4 <= part.length; at += 4) {
      const table = part.readUInt32LE(at);
      if (table < endOfChain) tables.push(table);
    }
    if (part.length < size) throw incomplete(fileName);
    list = part.readUInt32LE(size - 4);
  }
  return (at) => {
    const table = tables[Math.floor(at / perSector)];
    if (table === undefined) throw damaged(fileName, 'its sectors do not fit together');
    const part = sector(table);
    const place = (at % perSector) * 4;
    if (place + 4 > part.length) throw incomplete(fileName);
    return part.readUInt32LE(place);
  };
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const letters = Math.min(64, Math.max(2, directory.readUInt16LE(at + 64))) - 2;
    const type = directory[at + 66] as number;
    if (type === 0) continue;
    entries.push({
      name: directory.toString('utf16le', at, at + letters),
      type,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** Streams below 4,096 bytes lie in pieces of 64 bytes inside the stream of the root. */
function smallStreams(
  bytes: Buffer,
  entries: readonly Entry[],
  chain: (start: number, most: number) => Buffer,
  fileName: string,
): (entry: Entry) => Buffer {
  let loaded: { readonly content: Buffer; readonly table: Buffer } | null = null;
  return (entry) => {
    const root = entries.find((one) => one.type === 5);
    if (root === undefined) throw damaged(fileName, 'its directory does not fit together');
    loaded ??= {
      content: chain(root.start, root.size),
      table: chain(bytes.readUInt32LE(60), bytes.length),
    };
    const parts: Buffer[] = [];
    for (let at = entry.start; at < endOfChain && parts.length * miniBytes < entry.size; ) {
      if ((at + 1) * 4 > loaded.table.length) throw incomplete(fileName);
      parts.push(loaded.content.subarray(at * miniBytes, (at + 1) * miniBytes));
      at = loaded.table.readUInt32LE(at * 4);
    }
    return Buffer.concat(parts);
  };
}
