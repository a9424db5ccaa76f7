import { constants, crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';
import type { ReadLimits } from './limits.ts';
import { damaged, doctypeFound, hostile, inMegabytes, tooLarge } from './refusals.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A zip archive that has been looked over; its parts are inflated one by one when asked for. */
export type ZipPackage = {
  readonly fileName: string;
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part's bytes, or null where there is none. Throws AppError file-damaged, file-hostile, file-too-large. */
  part(name: string): Buffer | null;
};

/**
 * Looks a zip archive over before anything of it is inflated: names, sizes, overlaps, encryption, document
 * type declarations. Throws an AppError that says what is wrong with it and what to do.
 */
export function preflight(bytes: Buffer, fileName: string, limits: ReadLimits): ZipPackage {
  const entries = readZipDirectory(bytes, fileName, limits.entries);
  const parts = new Map<string, ZipEntry>();
  let declared = 0;
  for (const entry of entries) {
    refuseEntry(entry, fileName, limits);
    declared += entry.declared;
    const key = entry.name.toLowerCase();
    if (parts.has(key)) throw hostile(fileName, `it holds two parts of the same name (${shown(entry.name)})`);
    parts.set(key, entry);
  }
  if (declared > limits.totalBytes) {
    throw tooLarge(
      fileName,
      `unpacked it would take ${inMegabytes(declared)} (at most ${inMegabytes(limits.totalBytes)})`,
    );
  }
  for (const entry of entries) {
    if (/\.(xml|rels|vml)$/i.test(entry.name) && !neverParsed.test(entry.name))
      refuseDoctype(bytes, entry, fileName);
  }
  let inflated = 0;
  return {
    fileName,
    names: entries.map((entry) => entry.name),
    has: (name) => parts.has(name.toLowerCase()),
    part: (name) => {
      const entry = parts.get(name.toLowerCase());
      if (entry === undefined) return null;
      const content = inflate(bytes, entry, fileName, limits);
      inflated += content.length;
      if (inflated > limits.totalBytes) {
        throw tooLarge(fileName, `unpacked it takes more than ${inMegabytes(limits.totalBytes)}`);
      }
      return content;
    },
  };
}

/** OpenOffice itself writes a document type into these; nothing here parses them. */
const neverParsed = /^(Basic|Dialogs)\/|^META-INF\/manifest\.xml$/i;

function refuseEntry(entry: ZipEntry, fileName: string, limits: ReadLimits): void {
  const { name } = entry;
  if (entry.encrypted) {
    throw new AppError(
      'file-encrypted',
      `“${fileName}” is an archive locked with a password, so it cannot be read. Unlock it, save the workbook without a password and import that.`,
    );
  }
  if (
    name.includes('\0') ||
    name.includes('\\') ||
    /^([/~]|[a-z]:)/i.test(name) ||
    name.split('/').includes('..')
  ) {
    throw hostile(fileName, `a part of it has a name that points outside the file (${shown(name)})`);
  }
  if (entry.symlink) throw hostile(fileName, `a part of it is a link to another file (${shown(name)})`);
  if (name.endsWith('/')) return;
  if (entry.method !== 0 && entry.method !== 8) {
    throw new AppError(
      'file-unsupported',
      `“${fileName}” is packed in a way that this program does not read (method ${entry.method}). Open it in Excel, save it as an Excel Workbook (.xlsx) and import that.`,
    );
  }
  if (entry.declared > limits.ratioFromBytes && entry.declared > entry.compressed * limits.ratio) {
    throw hostile(
      fileName,
      `a part of it (${shown(name)}) swells to ${inMegabytes(entry.declared)} when unpacked`,
    );
  }
  if (entry.declared > limits.partBytes) {
    throw tooLarge(
      fileName,
      `a part of it (${shown(name)}) takes ${inMegabytes(entry.declared)} unpacked (at most ${inMegabytes(limits.partBytes)})`,
    );
  }
}

/** A name out of the file, safe to show in a sentence. */
function shown(name: string): string {
  const clean = name.replace(/[^\x20-\x7e\u00a1-\uffff]/g, '?');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}

/**
 * A document type is where entity bombs and readings of other files live, and no Office program writes one.
 * It can only stand at the beginning, so the first kilobyte of the compressed bytes is enough to see it; the
 * parts that are read in full are watched to their end (xml.ts).
 */
function refuseDoctype(bytes: Buffer, entry: ZipEntry, fileName: string): void {
  const data = bytes.subarray(entry.dataAt, entry.dataAt + Math.min(entry.compressed, 1_024));
  let start: Buffer;
  try {
    start = entry.method === 0 ? data : inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw damaged(fileName, `its part ${shown(entry.name)} cannot be unpacked`, cause);
  }
  if (/<!DOCTYPE/i.test(start.toString('latin1').replaceAll('\0', ''))) throw doctypeFound(fileName);
}

/** Inflates one part. The declared size bounds the work, so a size that lies is caught at its first byte too many. */
function inflate(bytes: Buffer, entry: ZipEntry, fileName: string, limits: ReadLimits): Buffer {
  const data = bytes.subarray(entry.dataAt, entry.dataAt + entry.compressed);
  let content: Buffer;
  if (entry.method === 0) {
    content = data;
  } else {
    try {
      content = inflateRawSync(data, {
        maxOutputLength: Math.max(1, Math.min(entry.declared, limits.partBytes)),
        // One chunk for the whole part spares a copy; deflate grows at most 1,032 times.
        chunkSize: Math.max(64, Math.min(entry.declared, entry.compressed * 1_032) + 64),
      });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        throw hostile(fileName, `a part of it (${shown(entry.name)}) is larger than it says`, cause);
      }
      throw damaged(fileName, `its part ${shown(entry.name)} cannot be unpacked`, cause);
    }
  }
  if (content.length !== entry.declared) {
    throw damaged(fileName, `its part ${shown(entry.name)} is not as long as it should be`);
  }
  if (crc32(content) !== entry.crc) throw damaged(fileName, `its part ${shown(entry.name)} has been altered`);
  return content;
}
