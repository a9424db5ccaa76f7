import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * What the first page of a SQLite file says, read without the driver, so that a file that is not ours is never
 * touched. Never call this for a file that is open in this process: closing the descriptor would drop the
 * driver's locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
export type FileHeader =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-sqlite' }
  | {
      readonly kind: 'sqlite';
      readonly applicationId: number;
      readonly userVersion: number;
    };

const magic = 'SQLite format 3\0';
const headerBytes = 100;

export function readHeader(path: string): FileHeader {
  const { size, bytes } = firstBytes(path, 0, headerBytes);
  if (size === 0) return { kind: 'empty' };
  if (bytes.length < headerBytes || bytes.toString('latin1', 0, 16) !== magic) return { kind: 'not-sqlite' };
  const newest = newestFirstPage(`${path}-wal`);
  const page = newest ?? bytes;
  return {
    kind: 'sqlite',
    userVersion: page.readUInt32BE(60),
    applicationId: page.readUInt32BE(68),
  };
}

function firstBytes(path: string, at: number, length: number): { size: number; bytes: Buffer } {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    const read = readSync(file, bytes, 0, length, at);
    return { size: fstatSync(file).size, bytes: bytes.subarray(0, read) };
  } finally {
    closeSync(file);
  }
}

/**
 * The beginning of page 1 as the last committed transaction in the write-ahead log left it, or null where the
 * log says nothing of it. Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function newestFirstPage(path: string): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const head = Buffer.alloc(32);
    if (readSync(file, head, 0, 32, 0) < 32) return null;
    const pageSize = head.readUInt32BE(8);
    const salts = head.subarray(16, 24);
    const frame = Buffer.alloc(24);
    let seen: number | null = null;
    let committed: number | null = null;
    for (let at = 32; readSync(file, frame, 0, 24, at) === 24; at += 24 + pageSize) {
      if (!frame.subarray(8, 16).equals(salts)) break;
      if (frame.readUInt32BE(0) === 1) seen = at + 24;
      if (frame.readUInt32BE(4) > 0) committed = seen;
    }
    if (committed === null) return null;
    const page = Buffer.alloc(headerBytes);
    return readSync(file, page, 0, headerBytes, committed) === headerBytes ? page : null;
  } finally {
    closeSync(file);
  }
}
