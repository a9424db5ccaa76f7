import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLeftover } from '#db/backup-leftovers.ts';
import { type BackupManifest, manifestName, manifestText, readManifest } from '#db/backup-manifest.ts';
import { AppError } from '#shared/contract/errors.ts';

/**
 * The work in the second place. It may be a share that hangs or a stick that is pulled out, so that nothing here holds
 * the core up: every step waits aside, and is given up where it takes too long.
 */

/** A step in the second place took longer than anybody should wait. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** The longest that one step, such as one block of 1 MB, may take. */
export const stepMs = 20_000;

/** Gives up waiting for a step; the system finishes it whenever it can, and nobody listens. */
export async function within<T>(step: Promise<T>, ms = stepMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      step,
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new TooSlow()), ms);
        timer.unref();
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** The backups that an installation has put into a folder, by their records; what others put there is not seen. */
export async function ownBackupsIn(folder: string, madeBy: string): Promise<BackupManifest[]> {
  const names = await within(readdir(folder));
  const there = new Set(names);
  const found: BackupManifest[] = [];
  for (const name of names.filter((one) => one.endsWith('.register.json') && !one.startsWith('.'))) {
    const manifest = readManifest(await within(readFile(join(folder, name), 'utf8')));
    const isOwn = manifest?.madeBy === madeBy && manifestName(manifest.id) === name && there.has(manifest.id);
    if (manifest && isOwn) found.push(manifest);
  }
  return found;
}

const block = 1 << 20;

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
        throw new Error(`the copy of ${manifest.id} is not what was copied`);
      }
      await within(rename(temporary, path));
    } else if ((await hashIn(path)) !== manifest.sha256) {
      // Nothing is overwritten, whoever put it there.
      throw new Error(`another file is in the way of ${manifest.id}`);
    }
    await writeSynced(`${record}.part`, manifestText(manifest));
    await within(rename(`${record}.part`, record));
  } catch (error) {
    // As far as it can be reached; what stays is cleared another time by its name.
    await within(rm(temporary, { force: true }), 2_000).catch(() => undefined);
    await within(rm(`${record}.part`, { force: true }), 2_000).catch(() => undefined);
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await within(stat(path));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function copyBlocks(from: string, to: string): Promise<void> {
  const source = await within(open(from, 'r'));
  try {
    const target = await within(open(to, 'w'));
    try {
      const buffer = Buffer.alloc(block);
      for (;;) {
        const { bytesRead } = await within(source.read(buffer, 0, block));
        if (bytesRead === 0) break;
        await within(target.writeFile(buffer.subarray(0, bytesRead)));
      }
      await within(target.sync());
    } finally {
      await within(target.close()).catch(() => undefined);
    }
  } finally {
    await within(source.close()).catch(() => undefined);
  }
}

export async function writeSynced(path: string, text: string): Promise<void> {
  const file = await within(open(path, 'w'));
  try {
    await within(file.writeFile(text));
    await within(file.sync());
  } finally {
    await within(file.close()).catch(() => undefined);
  }
}

/** SHA-256 of a file, hex, read in blocks that each may take a while but not for ever. */
export async function hashIn(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await within(open(path, 'r'));
  try {
    const buffer = Buffer.alloc(block);
    for (;;) {
      const { bytesRead } = await within(file.read(buffer, 0, block, null));
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await within(file.close()).catch(() => undefined);
  }
  return hash.digest('hex');
}

/** Takes one backup of ours out: the record last, as where it was made. */
export async function removeBackup(folder: string, id: string): Promise<void> {
  await within(rm(join(folder, id), { force: true }));
  await within(rm(join(folder, manifestName(id)), { force: true }));
}

/** Clears what a copy that was broken off left there, if it bears our kind of name and is a day old. */
export async function clearOldParts(folder: string, nowMs: number): Promise<void> {
  for (const name of (await within(readdir(folder))).filter(isLeftover)) {
    const { mtimeMs } = await within(stat(join(folder, name)));
    if (nowMs - mtimeMs > 86_400_000) await within(rm(join(folder, name), { force: true }));
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
