import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** The largest file that is read at all: what the import itself takes, and no command reads more. */
const maxFileBytes = 25 * 1024 * 1024;

/** A file named on the command line, as bytes. Every way of not being one is a sentence. */
export function readNamedFile(path: string): { name: string; bytes: Buffer } {
  const full = resolve(path);
  try {
    const stat = statSync(full);
    if (!stat.isFile()) {
      throw new AppError(
        'not-a-file',
        `${full} is ${stat.isDirectory() ? 'a folder' : 'no plain file'}. Name a file.`,
      );
    }
    if (stat.size > maxFileBytes) {
      const size = Math.ceil(stat.size / 1024 / 1024);
      throw new AppError(
        'file-too-large',
        `${full} has ${size} MB; a file of up to 25 MB can be brought in. Split it first.`,
      );
    }
    return { name: basename(full), bytes: readFileSync(full) };
  } catch (error) {
    throw refusalOf(error, full, 'read');
  }
}

/** Writes a result to a folder, which is made where it is not there: whole or not at all. Gives its path. */
export function writeInto(folder: string, name: string, bytes: Uint8Array): string {
  makeFolder(folder);
  const path = join(resolve(folder), basename(name));
  writeWhole(path, bytes);
  return path;
}

/** Makes a folder, with those above it, where it is not there. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(resolve(folder), { recursive: true });
  } catch (error) {
    throw refusalOf(error, resolve(folder), 'write');
  }
}

/** Writes under a name of its own first, so that a full disk or a broken run leaves no half file. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    writeFileSync(part, bytes, { flush: true });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw refusalOf(error, path, 'write');
  }
}

/** A failure of the file system as a refusal; an AppError and what is no such failure go through as they are. */
function refusalOf(error: unknown, path: string, act: 'read' | 'write'): unknown {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const o = { cause: error };
  switch (code) {
    case 'ENOENT':
      return new AppError(
        'not-found',
        `${act === 'read' ? 'There is no file' : 'There is no folder for'} ${path}. Check the path.`,
        o,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'no-permission',
        `This account may not ${act} ${path}. Ask whoever looks after the folder, or use another.`,
        o,
      );
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return new AppError(
        'not-a-file',
        `${path} runs into a folder or file of the same name. Choose another path.`,
        o,
      );
    case 'ENAMETOOLONG':
    case 'EINVAL':
    case 'ELOOP':
      return new AppError(
        'not-found',
        `${path} is no path that this computer can follow. Choose another.`,
        o,
      );
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError(
        'disk-full',
        `There is no room left to write ${path}. Nothing was left behind; free some space and try again.`,
        o,
      );
    case 'EBUSY':
    case 'ETXTBSY':
    case 'EMFILE':
    case 'EIO':
      return new AppError(
        'not-possible',
        `${path} could not be ${act === 'read' ? 'read' : 'written'}: it is in use or its disk does not answer. Try again.`,
        o,
      );
    default:
      return error;
  }
}
