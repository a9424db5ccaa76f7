import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';

/**
 * What the driver or the file system reports, as the refusal the officer is told. `what` names the file. Null for what is
 * not about the file's place or state: that is a fault of the program.
 */
export function refusalOf(error: unknown, what: string): AppError | null {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const make = (to: ConstructorParameters<typeof AppError>[0], sentence: string) =>
    new AppError(to, sentence.charAt(0).toUpperCase() + sentence.slice(1), { cause: error });
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return make(
      'disk-full',
      `The disk that holds ${what} is full. Nothing was changed. Make some room, then try again.`,
    );
  }
  if (code === 'SQLITE_READONLY_DBMOVED') return vanished(what, error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return inUse(what, error);
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') {
    return make(
      'register-read-only',
      `${what} is in a place that can only be read. Copy it to a folder of your own, and open the copy.`,
    );
  }
  if (isDamage(error)) return damaged(what, code, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH') {
    return make(
      'no-permission',
      `This computer does not let you use ${what}. Ask whoever looks after it for access, or use another folder.`,
    );
  }
  if (code === 'ENOENT') {
    return make('not-found', `${what} is not there. Check whether it was moved or renamed.`);
  }
  if (code === 'EEXIST') {
    return make('conflict', `Something is in the way of ${what}. Nothing was overwritten. Use another name.`);
  }
  if (code === 'EISDIR' || code === 'ENOTDIR') return make('not-a-file', `${what} is not a file.`);
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO' || code.startsWith('SQLITE_CANTOPEN')) {
    return diskFailed(what, error);
  }
  return null;
}

/** Whether the driver says that a file is not what it should be. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** The disk answered a call with an error, or not at all. */
export function diskFailed(what: string, cause: unknown): AppError {
  return new AppError(
    'disk-failed',
    `The disk did not let ${what} be read or written (${codeOf(cause)}). Nothing was changed. Check the disk, its cable or the network, then try again.`,
    { cause },
  );
}

export function damaged(what: string, detail: string, cause?: unknown): AppError {
  return new AppError(
    'register-damaged',
    `${what} is damaged (${detail}). It was left as it is. Restore the newest backup to a new file, and keep this one.`,
    { cause },
  );
}

export function inUse(what: string, cause?: unknown): AppError {
  return new AppError(
    'register-in-use',
    `${what} is open in another window or program. Close it there, then open it here.`,
    { cause },
  );
}

export function vanished(what: string, cause?: unknown): AppError {
  return new AppError(
    'register-vanished',
    `${what} was moved, replaced or deleted while it was open. Nothing more is written to it. Find it or restore a backup, then open it again.`,
    { cause },
  );
}

/** The row that `id` names is not there. */
export function notFound(what: string): AppError {
  return new AppError(
    'not-found',
    `This ${what} is no longer in the register. It may have been removed or undone: look at the history.`,
  );
}

/** What the driver says of a folder that it cannot look at, before it asks SQLite: an error without a code. */
const noFolder = /directory does not exist/;

/** The code of an error of the driver or of the file system; '' where there is none. */
export function codeOf(error: unknown): string {
  if (error instanceof TypeError && noFolder.test(error.message)) return 'SQLITE_CANTOPEN';
  if (error instanceof Database.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}
