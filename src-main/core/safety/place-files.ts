import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLeftover } from '#db/backup-leftovers.ts';
import { type BackupManifest, manifestName, manifestText, readManifest } from '#db/backup-manifest.ts';
import { AppError } from '#shared/contract/errors.ts';
import { stepMs, upTo, within } from './patience.ts';

/**
 * The work in the second place. It may be a share that hangs or a stick that is pulled out, so that nothing here holds
 * the core up: every step waits aside, and is given up where it takes too long.
 */

/** The backups that an installation has put into a folder, by their records; what others put there is not seen. */
export async function ownBackupsIn(folder: string, madeBy: string): Promise<BackupManifest[]> {
  const names = await within(() => readdir(folder));
  const there = new Set(names);
  const found: BackupManifest[] = [];
  for (const name of names.filter((one) => one.endsWith('.register.json') && !one.startsWith('.'))) {
    const manifest = readManifest(await within(() => readFile(join(folder, name), 'utf8')));
    const isOwn = manifest?.madeBy === madeBy && manifestName(manifest.id) === name && there.has(manifest.id);
    if (manifest && isOwn) found.push(manifest);
  }
  return found;
}

const block = 1 << 20;

/** What is there is not what the record says: the backup is damaged, the place is, or another file has its name. */
export class CopyDiffers extends Error {
  override name = 'CopyDiffers';
}

/**
 * Copies one backup with its record: under a temporary name, put on the disk, read again from there and hashed, then
 * named, the record last. Throws where what is read again is not what was copied.
 */
export async function copyBackup(from: string, folder: string, manifest: BackupManifest): Promise<void> {
  const path = join(folder, manifest.id);
  const temporary = join(folder, `.${manifest.id}.part`);
  const record = join(folder, manifestName(manifest.id));
  try {
    if (!(await isThere(path))) {
      await copyBlocks(from, temporary);
      if ((await hashIn(temporary)) !== manifest.sha256) {
        throw new CopyDiffers(`the copy of ${manifest.id} is not what its record says`);
      }
      await within(() => rename(temporary, path));
    } else if ((await hashIn(path)) !== manifest.sha256) {
      // Nothing is overwritten, whoever put it there.
      throw new CopyDiffers(`another file is in the way of ${manifest.id}`);
    }
    await writeSynced(`${record}.part`, manifestText(manifest));
    await within(() => rename(`${record}.part`, record));
  } catch (error) {
    // As far as it can be reached; what stays is cleared another time by its name.
    await within(() => rm(temporary, { force: true }), 2_000).catch(() => undefined);
    await within(() => rm(`${record}.part`, { force: true }), 2_000).catch(() => undefined);
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await within(() => stat(path));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function copyBlocks(from: string, to: string): Promise<void> {
  const source = await opened(from, 'r');
  try {
    const target = await opened(to, 'w');
    try {
      const buffer = Buffer.alloc(block);
      for (;;) {
        const { bytesRead } = await within(() => source.read(buffer, 0, block));
        if (bytesRead === 0) break;
        await within(() => target.writeFile(buffer.subarray(0, bytesRead)));
      }
      await within(() => target.sync());
    } finally {
      await closed(target);
    }
  } finally {
    await closed(source);
  }
}

export async function writeSynced(path: string, text: string): Promise<void> {
  const file = await opened(path, 'w');
  try {
    await within(() => file.writeFile(text));
    await within(() => file.sync());
  } finally {
    await closed(file);
  }
}

/** Nobody wants the sum any more. */
export class NotWanted extends Error {
  override name = 'NotWanted';
}

/**
 * SHA-256 of a file, hex, read in blocks of 1 MB with whatever else waits in between. Each block may take a while but not
 * for ever; `step` waits for it. Throws NotWanted as soon as `goOn` says no.
 */
export async function hashIn(
  path: string,
  o: { goOn?: () => boolean; step?: <T>(step: () => Promise<T>) => Promise<T> } = {},
): Promise<string> {
  const { goOn = () => true, step = within } = o;
  const hash = createHash('sha256');
  const file = await step(() => open(path, 'r'));
  try {
    const buffer = Buffer.alloc(block);
    for (;;) {
      if (!goOn()) throw new NotWanted();
      const { bytesRead } = await step(() => file.read(buffer, 0, block, null));
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await closed(file);
  }
  return hash.digest('hex');
}

/** A handle that comes after nobody waits for it any more is closed. */
function opened(path: string, flags: 'r' | 'w'): Promise<FileHandle> {
  return within(
    () => open(path, flags),
    stepMs,
    (file) => void closed(file),
  );
}

/** Waits for what is still being read or written, but not for long: it needs no thread meanwhile. */
async function closed(file: FileHandle): Promise<void> {
  await upTo(file.close(), 2_000).catch(() => undefined);
}

/** Takes one backup of ours out: the record last, as where it was made. */
export async function removeBackup(folder: string, id: string): Promise<void> {
  await within(() => rm(join(folder, id), { force: true }));
  await within(() => rm(join(folder, manifestName(id)), { force: true }));
}

/** Clears what a copy that was broken off left there, if it bears our kind of name and is a day old. */
export async function clearOldParts(folder: string, nowMs: number): Promise<void> {
  for (const name of (await within(() => readdir(folder))).filter(isLeftover)) {
    const { mtimeMs } = await within(() => stat(join(folder, name)));
    if (nowMs - mtimeMs > 86_400_000) await within(() => rm(join(folder, name), { force: true }));
  }
}

/** Brings a backup with its record from the second place into a folder here, as it is; it is judged here. */
export async function fetchBackup(folder: string, to: string, id: string): Promise<void> {
  if (basename(id) !== id || !id.endsWith('.register')) {
    throw new AppError('not-found', `There is no backup “${id}”. Choose one of the list.`);
  }
  try {
    await copyBlocks(join(folder, id), join(to, id));
    await copyBlocks(join(folder, manifestName(id)), join(to, manifestName(id)));
  } catch (cause) {
    throw new AppError(
      'not-found',
      `The backup “${id}” could not be read from “${folder}”. Check that it is connected, then try again.`,
      { cause },
    );
  }
}
