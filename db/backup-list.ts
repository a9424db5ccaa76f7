import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '#shared/contract/office.ts';
import { type BackupManifest, manifestName, readManifest } from './backup-manifest.ts';
import { codeOf } from './driver-errors.ts';
import { hashOf } from './files.ts';

/** A backup in the folder; `manifest` is null where its record is missing or cannot be read. */
export type BackupEntry = Backup & {
  readonly path: string;
  readonly manifest: BackupManifest | null;
  /** When the file was written last, in milliseconds; 0 where it is gone. */
  readonly modifiedMs: number;
};

const good = 'good';

/**
 * The backups in a folder, newest first, each with its verdict: 'good', or what is wrong with it. `check`
 * 'hash' reads every backup to the end; 'size' looks at names, records and sizes only. A folder that is not
 * there has none.
 */
export function listBackups(
  dir: string,
  o: { register?: string; check?: 'hash' | 'size' } = {},
): BackupEntry[] {
  return namesIn(dir)
    .map((name) => entryOf(dir, name, o.check ?? 'hash'))
    .filter((entry) => !o.register || !entry.manifest || entry.manifest.register === o.register)
    .sort(lastMadeFirst);
}

/** By the order they were made in, whatever the clock said; what does not say it comes last, by its time. */
function lastMadeFirst(a: BackupEntry, b: BackupEntry): number {
  const order = (b.manifest?.order ?? 0) - (a.manifest?.order ?? 0);
  if (order !== 0) return order;
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1;
}

/** The number of the backup that was made last in a folder; 0 where none is numbered. */
export function lastOrderIn(dir: string): number {
  return namesIn(dir).reduce(
    (last, name) => Math.max(last, manifestOf(join(dir, manifestName(name)))?.order ?? 0),
    0,
  );
}

/**
 * What is wrong with one backup, or 'good': its record, its size and every byte of it. A record that the disk does not
 * give is one thing that can be wrong; with `tellDisk` the disk's own error is thrown instead.
 */
export function verifyBackup(dir: string, id: string, o: { tellDisk?: boolean } = {}): BackupEntry {
  return entryOf(dir, id, 'hash', o.tellDisk);
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => name.endsWith('.register') && !name.startsWith('.'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function entryOf(dir: string, id: string, check: 'hash' | 'size', tellDisk = false): BackupEntry {
  const path = join(dir, id);
  const stat = statSync(path, { throwIfNoEntry: false });
  const manifest = manifestOf(join(dir, manifestName(id)), tellDisk);
  const bytes = stat?.size ?? 0;
  return {
    id,
    path,
    manifest,
    at: manifest?.at ?? stat?.mtime.toISOString() ?? '',
    reason: manifest?.reason ?? 'by-hand',
    bytes,
    modifiedMs: stat?.mtimeMs ?? 0,
    sha256: manifest?.sha256 ?? '',
    counts: manifest?.counts ?? {},
    verdict: verdictOf(id, path, bytes, manifest, check),
  };
}

function verdictOf(
  id: string,
  path: string,
  bytes: number,
  manifest: BackupManifest | null,
  check: 'hash' | 'size',
): string {
  if (!manifest) return 'Its record is missing or cannot be read, so it may be unfinished.';
  if (manifest.id !== id) return `It was renamed: it was made as "${manifest.id}".`;
  if (manifest.bytes !== bytes) return `It is ${bytes} bytes long and should be ${manifest.bytes}.`;
  if (check === 'hash' && hashOf(path) !== manifest.sha256)
    return 'Its content has changed since it was made.';
  return good;
}

function manifestOf(path: string, tellDisk = false): BackupManifest | null {
  try {
    return readManifest(readFileSync(path, 'utf8'));
  } catch (error) {
    if (tellDisk && codeOf(error) !== 'ENOENT') throw error;
    // A record that cannot be read vouches for nothing; the verdict says so.
    return null;
  }
}
