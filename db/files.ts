import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './driver-errors.ts';
import { atOnce, type Steps } from './steps.ts';

/** Gives a finished file its name. Throws EEXIST rather than overwrite. */
export function putInPlace(finished: string, path: string): void {
  try {
    linkSync(finished, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Some file systems know no links: then look first, and rename.
    if (isThere(path)) throw error;
    renameSync(finished, path);
    return;
  }
  leaveBehind(finished);
}

/** Whether anything bears the name. Throws where the place cannot be looked at, which is another matter. */
export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Removes a file, if it is there. Unlike rmSync it throws the system's own code, whatever that is. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * Takes away what is of no more use. Where that fails, the work it was for is done or has failed for its own reason,
 * which is the one to be told; what stays bears a name that says it is no register, and is cleared later.
 */
export function leaveBehind(path: string): void {
  try {
    removeFile(path);
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

/** Waits until the content of a file is on the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk. Windows has no such call, and does it by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** SHA-256 of a file that no connection of this process has open, hex. */
export const hashOf = (path: string): string => atOnce(hashing(path));

/** The same in steps of 8 MB. */
export function* hashing(path: string): Steps<string> {
  const hash = createHash('sha256');
  const block = Buffer.alloc(1 << 23);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      hash.update(block.subarray(0, read));
      yield;
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/**
 * Makes a folder, and those above it that are missing; one that is there is left as it is. Throws what the system says:
 * Node's own way of making several says of a disk that fails that the folder is not there.
 */
export function makeFolder(path: string): void {
  const above = dirname(path);
  try {
    mkdirSync(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    if (codeOf(error) !== 'ENOENT' || above === path || isThere(above)) throw error;
    makeFolder(above);
    makeFolder(path);
  }
}
